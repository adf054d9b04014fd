import React from 'react';
import { ConfigurableLink } from '@openmrs/esm-framework';
import { useWords } from '../words/use-words';

/** Where the list is; routes.json says the same. */
const RENEWALS = '${openmrsSpaBase}/ai-support/renewals';

export function RenewalsLink({ className }: { readonly className?: string }): React.JSX.Element {
  const t = useWords();
  return (
    <ConfigurableLink to={RENEWALS} {...(className !== undefined && { className })}>
      {t('renewalTitle', 'AI consent to renew')}
    </ConfigurableLink>
  );
}

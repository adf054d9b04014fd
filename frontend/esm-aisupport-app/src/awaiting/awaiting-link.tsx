import React from 'react';
import { ConfigurableLink } from '@openmrs/esm-framework';
import { useWords } from '../words/use-words';

/** Where the list is; routes.json says the same. */
const AWAITING = '${openmrsSpaBase}/ai-support/awaiting';

export function AwaitingLink({ className }: { readonly className?: string }): React.JSX.Element {
  const t = useWords();
  return (
    <ConfigurableLink to={AWAITING} {...(className !== undefined && { className })}>
      {t('awaitingLink', 'AI suggestions awaiting your decision')}
    </ConfigurableLink>
  );
}

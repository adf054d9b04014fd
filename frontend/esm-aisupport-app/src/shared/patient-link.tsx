import React from 'react';
import { ConfigurableLink } from '@openmrs/esm-framework';
import type { Ref } from '@aisupport/core/api/contract';
import { useWords } from '../words/use-words';

/** To the patient's chart. The server leaves the name empty for whoever may not get patients. */
export function PatientLink({ patient }: { readonly patient: Ref }): React.JSX.Element {
  const t = useWords();
  return (
    <ConfigurableLink to={`\${openmrsSpaBase}/patient/${encodeURIComponent(patient.uuid)}/chart`}>
      {patient.display || t('renewalNameless', 'Name not shown')}
    </ConfigurableLink>
  );
}

import React, { useState } from 'react';
import { Workspace2, type Workspace2DefinitionProps } from '@openmrs/esm-framework';
import type { Purpose } from '@aisupport/core/api/contract';
import { useWords } from '../words/use-words';
import { ConsentPage } from './consent-page';

interface GroupProps {
  readonly patientUuid: string;
  readonly patient?: fhir.Patient | null;
}

export interface ConsentWorkspaceProps {
  /** Opens with this purpose's form: who launches it has asked for that. */
  readonly record?: Purpose;
}

/** What the patient said about AI, for each purpose; where it is recorded, taken back, read again and printed. */
export default function ConsentWorkspace({
  groupProps,
  workspaceProps,
}: Workspace2DefinitionProps<ConsentWorkspaceProps, object, GroupProps>): React.JSX.Element {
  const t = useWords();
  const [unsaved, setUnsaved] = useState(false);
  return (
    <Workspace2 title={t('consentTitle', 'Consent to AI')} hasUnsavedChanges={unsaved}>
      {groupProps && (
        <ConsentPage
          key={groupProps.patientUuid}
          patientUuid={groupProps.patientUuid}
          patient={groupProps.patient ?? undefined}
          record={workspaceProps?.record}
          onUnsaved={setUnsaved}
        />
      )}
    </Workspace2>
  );
}

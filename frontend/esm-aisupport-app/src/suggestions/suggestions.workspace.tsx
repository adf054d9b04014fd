import React, { useCallback, useState } from 'react';
import { type Visit, Workspace2, type Workspace2DefinitionProps } from '@openmrs/esm-framework';
import { encountersFor } from './encounters';
import { Suggestions } from './suggestions.component';
import { useWords } from '../words/use-words';

/** What the patient chart gives to every workspace of its side rail. */
export interface ChartGroup {
  readonly patientUuid: string;
  readonly visitContext: Visit | null;
}

type SuggestionsWorkspaceProps = Workspace2DefinitionProps<
  { readonly encounterUuid?: string },
  object,
  ChartGroup
>;

/** In the side rail: the suggestions for the patient and visit being worked on; no form has to be saved before. */
export default function SuggestionsWorkspace({
  workspaceProps,
  groupProps,
}: SuggestionsWorkspaceProps): React.JSX.Element {
  const t = useWords();
  const [drafts, setDrafts] = useState<ReadonlySet<string>>(new Set());
  const noteDraft = useCallback((uuid: string, unsaved: boolean) => {
    setDrafts((before) => withOrWithout(before, uuid, unsaved));
  }, []);
  const encounter = workspaceProps?.encounterUuid;
  return (
    <Workspace2 title={t('title', 'AI support')} hasUnsavedChanges={drafts.size > 0}>
      {groupProps && (
        <Suggestions
          place={{
            patient: groupProps.patientUuid,
            visit: groupProps.visitContext?.uuid,
            encounter,
          }}
          encounters={encountersFor(encounter, groupProps.visitContext)}
          noteDraft={noteDraft}
        />
      )}
    </Workspace2>
  );
}

function withOrWithout(before: ReadonlySet<string>, uuid: string, there: boolean): ReadonlySet<string> {
  if (before.has(uuid) === there) {
    return before;
  }
  return new Set(there ? [...before, uuid] : [...before].filter((other) => other !== uuid));
}

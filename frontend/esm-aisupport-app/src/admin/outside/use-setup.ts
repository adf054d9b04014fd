import { type RefObject, useState } from 'react';
import type { OutsideEngine } from '@aisupport/core/api/outside-engines';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { outsideEngines } from '../../api/o3-client';
import { focusOn } from '../../shared/field';
import { useWords } from '../../words/use-words';
import { deedProblemWords, fieldWords } from './outside-words';
import {
  draftOf,
  FIELDS,
  missingIn,
  serverFindings,
  type SetupDraft,
  type SetupField,
  type SetupMistakes,
  setupOf,
} from './setup-draft';
import { useRefresh } from './use-outside-engines';

export interface Setup {
  readonly draft: SetupDraft;
  readonly mistakes: SetupMistakes;
  /** What went wrong that no field is to blame for. */
  readonly trouble: string | undefined;
  readonly saving: boolean;
  readonly change: (part: Partial<SetupDraft>) => void;
  readonly save: () => Promise<boolean>;
}

/** What is filled in of an engine outside; it stays as it is until the server has it. */
export function useSetup(form: RefObject<HTMLFormElement>, engine: OutsideEngine | undefined): Setup {
  const t = useWords();
  const refresh = useRefresh();
  // As it stood when the form was opened: its version says what the user saw.
  const [before] = useState(engine);
  const [draft, setDraft] = useState(() => draftOf(engine));
  const [mistakes, setMistakes] = useState<SetupMistakes>({});
  const [trouble, setTrouble] = useState<string>();
  const [saving, setSaving] = useState(false);

  const show = (found: SetupMistakes) => {
    setMistakes(found);
    const first = FIELDS.find((field) => field in found);
    if (first) {
      focusOn(form.current, first);
    }
  };
  const refused = (problem: Problem) => {
    const fields = problem.kind === 'invalid' ? problem.fields : {};
    const { atFields, others } = serverFindings(fields, (error) => fieldWords(error, t));
    show(atFields);
    const said = Object.keys(fields).length > 0 ? others.join(' ') : deedProblemWords(problem, t);
    setTrouble(said || t('formNotSaved', 'Nothing was saved yet. What to change is said above.'));
  };
  const send = async (): Promise<boolean> => {
    setSaving(true);
    setTrouble(undefined);
    const { id } = draft;
    const came = await (
      before
        ? outsideEngines.change(id, before.version, setupOf(draft))
        : outsideEngines.add(id.trim(), setupOf(draft))
    ).then(() => undefined, problemOf);
    await refresh();
    setSaving(false);
    if (came) {
      refused(came);
    }
    return came === undefined;
  };
  return {
    draft,
    mistakes,
    trouble,
    saving,
    change: (part) => {
      setDraft({ ...draft, ...part });
      setTrouble(undefined);
      setMistakes((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in part))));
    },
    save: async () => {
      if (saving) {
        return false;
      }
      const missing = missingIn(draft);
      show(atEach(missing, t('serverRequired', 'Fill this in.')));
      return missing.length === 0 && (await send());
    },
  };
}

function atEach(fields: readonly SetupField[], words: string): SetupMistakes {
  return Object.fromEntries(fields.map((field) => [field, words]));
}

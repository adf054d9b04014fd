import { type RefObject, useState } from 'react';
import type { FieldErrors, Leaflet } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import {
  type ConsentDraft,
  EMPTY_DRAFT,
  FIELDS,
  type Mistakes,
  mistakesIn,
  requestOf,
  serverMistakes,
} from '@aisupport/core/state/consent-draft';
import type { Said } from '@aisupport/core/state/one-purpose';
import { focusOn } from '../../shared/field';
import { useWords } from '../../words/use-words';
import { isHalfDate } from './half-date';
import { needs, serverWords } from './form-words';

export interface Draft {
  readonly draft: ConsentDraft;
  readonly mistakes: Mistakes;
  /** What the server found wrong that no field here is for. */
  readonly others: readonly string[];
  readonly problem: Problem | undefined;
  readonly saving: boolean;
  readonly change: (part: Partial<ConsentDraft>) => void;
  readonly save: () => Promise<boolean>;
}

interface DraftOptions {
  readonly form: RefObject<HTMLFormElement>;
  readonly leaflet: Leaflet | undefined;
  readonly say: (said: Said) => Promise<Problem | undefined>;
  readonly leafletIsOld: () => void;
}

/** What was filled in so far; it is kept as it is until the server has it. */
export function useDraft({ form, leaflet, say, leafletIsOld }: DraftOptions): Draft {
  const t = useWords();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [others, setOthers] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);

  const mistakesOf = (of: ConsentDraft): Mistakes => {
    const words = needs(t);
    const half = of.decision === 'GRANT' && isHalfDate(form.current);
    return { ...mistakesIn(of, leaflet, words), ...(half && { expires: words.needDate }) };
  };
  const show = (found: Mistakes) => {
    setMistakes(found);
    const first = FIELDS.find((field) => field in found);
    if (first) {
      focusOn(form.current, first);
    }
  };
  const refused = (fields: FieldErrors) => {
    const found = serverMistakes(fields, serverWords(t));
    setOthers(found.others);
    if (found.atFields.leaflet !== undefined) {
      leafletIsOld();
    }
    show(found.atFields);
  };
  const send = async (): Promise<boolean> => {
    setSaving(true);
    setProblem(undefined);
    setOthers([]);
    const came = await say(requestOf(draft, leaflet));
    setSaving(false);
    setProblem(came);
    if (came?.kind === 'invalid') {
      refused(came.fields);
    }
    return came === undefined;
  };

  return {
    draft,
    mistakes,
    others,
    problem,
    saving,
    change: (part) => {
      const changed = { ...draft, ...part };
      setDraft(changed);
      setProblem((old) => (old?.kind === 'invalid' ? undefined : old));
      // A complaint goes as soon as its cause does, but none comes up while somebody is still writing.
      const left = mistakesOf(changed);
      setMistakes((old) => Object.fromEntries(Object.entries(old).filter(([field]) => field in left)));
    },
    save: async () => {
      if (saving) {
        return false; // one click, one event in the ledger
      }
      const found = mistakesOf(draft);
      show(found);
      return Object.keys(found).length === 0 && (await send());
    },
  };
}

import { useEffect, useReducer, useRef, useState } from 'react';
import type { Suggestion } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import {
  acceptance,
  type Draft,
  editorToggled,
  holdsOwnWords,
  NO_DRAFT,
  rejection,
  undoableFor,
} from '@aisupport/core/state/decision';
import { isOpen } from '@aisupport/core/state/shelf';
import { type Deciding, useCards } from './cards-context';

export interface Trouble {
  readonly asked: 'decide' | 'undo';
  readonly problem: Problem;
}

export interface Decision {
  readonly draft: Draft;
  /** What a diagnosis goes into: what the GP chose, else the newest. */
  readonly encounter: string | undefined;
  readonly reasonMissing: boolean;
  readonly saving: boolean;
  readonly trouble: Trouble | undefined;
  readonly change: (part: Partial<Draft>) => void;
  readonly toggleEditor: () => void;
  readonly accept: () => void;
  /** False when a reason is missing; then nothing was sent. */
  readonly reject: () => boolean;
  readonly undo: () => void;
}

/** What the GP prepares and sends on one card. The draft lives here, so that no failure loses it. */
export function useDecision(suggestion: Suggestion): Decision {
  const [draft, setDraft] = useState(NO_DRAFT);
  const [reasonMissing, setReasonMissing] = useState(false);
  const { encounters } = useCards();
  const encounter = (encounters.find(({ uuid }) => uuid === draft.encounter) ?? encounters[0])?.uuid;
  const { saving, trouble, once } = useOnce();
  useDraftNoted(suggestion, draft);
  return {
    draft,
    encounter,
    reasonMissing,
    saving,
    trouble,
    change: (part) => {
      setReasonMissing(false);
      setDraft({ ...draft, ...part });
    },
    toggleEditor: () => {
      setDraft(editorToggled(draft, suggestion));
    },
    accept: () => {
      once('decide', (to) => to.decide(suggestion.uuid, acceptance(suggestion, { ...draft, encounter })));
    },
    reject: () => {
      const request = rejection(suggestion, draft);
      setReasonMissing(!request);
      if (request) {
        once('decide', (to) => to.decide(suggestion.uuid, request));
      }
      return request !== undefined;
    },
    undo: () => {
      once('undo', (to) => to.undo(suggestion.uuid));
    },
  };
}

type Ask = (deciding: Deciding) => Promise<Problem | undefined>;

/** One click is one request, however fast the second click comes. */
function useOnce() {
  const { deciding } = useCards();
  const underway = useRef(false);
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (to: Deciding, asked: Trouble['asked'], ask: Ask): Promise<void> => {
    underway.current = true;
    setSaving(true);
    setTrouble(undefined);
    const problem = await ask(to);
    underway.current = false;
    setTrouble(problem && { asked, problem });
    setSaving(false);
  };
  const once = (asked: Trouble['asked'], ask: Ask): void => {
    if (deciding && !underway.current) {
      void send(deciding, asked, ask);
    }
  };
  return { saving, trouble, once };
}

/** Wording that was changed and not sent: O3 asks before it closes the workspace over it. */
function useDraftNoted(suggestion: Suggestion, draft: Draft): void {
  const { noteDraft } = useCards();
  const { uuid } = suggestion;
  const unsaved = isOpen(suggestion) && holdsOwnWords(suggestion, draft);
  useEffect(() => {
    noteDraft(uuid, unsaved);
    return () => {
      noteDraft(uuid, false);
    };
  }, [noteDraft, uuid, unsaved]);
}

/** Whether this GP can undo now; it ends by itself when its time is over. */
export function useUndoable(suggestion: Suggestion): boolean {
  const { access, deciding } = useCards();
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const left = deciding ? undoableFor(suggestion, access) : 0;
  const ends = suggestion.decision?.undoableUntil;
  const undoable = left > 0;
  useEffect(() => {
    if (!undoable || ends === undefined) {
      return undefined;
    }
    const timer = setTimeout(draw, Date.parse(ends) - Date.now());
    return () => {
      clearTimeout(timer);
    };
  }, [undoable, ends]);
  return undoable;
}

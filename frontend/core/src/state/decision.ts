import type { Applicable, ChartEntryKind, DecisionRequest, Suggestion } from '../api/contract';
import type { Access } from './access';

/** What the GP has prepared on a card but not sent. */
export interface Draft {
  /** Only an open editor's text is sent; a closed one keeps it. */
  readonly editing: boolean;
  readonly wording: string;
  readonly reason: string;
  /** What to write into the chart, in which words, by kind. Nothing is chosen beforehand (P2). */
  readonly entries: Readonly<Partial<Record<ChartEntryKind, string>>>;
  /** What a diagnosis goes into. */
  readonly encounter?: string | undefined;
}

export const NO_DRAFT: Draft = { editing: false, wording: '', reason: '', entries: {} };

/** Chosen, with the words that are proposed; or no longer. */
export function entryToggled<D extends Draft>(draft: D, { kind, text }: Applicable): D {
  const { [kind]: chosen, ...others } = draft.entries;
  return { ...draft, entries: chosen === undefined ? { ...others, [kind]: text } : others };
}

/**
 * What can be written from where the GP is. A diagnosis belongs to an encounter: without one it is shown, and why it can't be
 * chosen. What no practice set up is not offered.
 */
export function offered({ applicable }: Suggestion, encounter: string | undefined): readonly Applicable[] {
  return applicable
    .filter(({ obstacle }) => obstacle !== 'NOT_CONFIGURED')
    .map((offer) =>
      offer.kind === 'DIAGNOSIS' && encounter === undefined
        ? { ...offer, obstacle: offer.obstacle ?? 'NO_ENCOUNTER' }
        : offer,
    );
}

/** Opening the editor for the first time puts the suggestion's own words into it. */
export function editorToggled<D extends Draft>(draft: D, { summary }: Suggestion): D {
  return { ...draft, editing: !draft.editing, wording: draft.wording || (summary ?? '') };
}

/** A plan note fits any suggestion; only a problem is worth showing before it is asked for. */
export function proposesProblem(offers: readonly Applicable[]): boolean {
  return offers.some(({ kind, obstacle }) => kind !== 'PLAN_NOTE' && obstacle === undefined);
}

/** Whether anything was written on the card that would be lost with it. */
export function holdsOwnWords(
  { summary, applicable }: Suggestion,
  { editing, wording, entries }: Draft,
): boolean {
  const edited = editing && wording.trim() !== '' && wording.trim() !== summary;
  return (
    edited || applicable.some(({ kind, text }) => ![undefined, '', text].includes(entries[kind]?.trim()))
  );
}

export function acceptance(suggestion: Suggestion, draft: Draft): DecisionRequest {
  const { summary, version } = suggestion;
  const text = draft.editing ? draft.wording.trim() : '';
  const edited = text !== '' && text !== summary;
  const apply = entriesOf(suggestion, draft);
  const { encounter } = draft;
  return {
    outcome: 'ACCEPTED',
    version,
    ...(edited && { text }),
    ...(apply.length > 0 && { apply }),
    ...(encounter !== undefined && apply.some(({ kind }) => kind === 'DIAGNOSIS') && { encounter }),
  };
}

/**
 * What is written is what was shown: a problem left as proposed is sent without words and stays coded, a note always with its
 * words, and what was emptied not at all.
 */
function entriesOf({ applicable }: Suggestion, { entries }: Draft): NonNullable<DecisionRequest['apply']> {
  return applicable.flatMap(({ kind, text: proposed }) => {
    const text = entries[kind]?.trim();
    if (text === undefined || text === '') {
      return [];
    }
    return [kind !== 'PLAN_NOTE' && text === proposed ? { kind } : { kind, text }];
  });
}

/** Absent while the reason is missing that a critical suggestion asks for (S5). */
export function rejection(suggestion: Suggestion, { reason }: Draft): DecisionRequest | undefined {
  if (needsReason(suggestion) && reason === '') {
    return undefined;
  }
  return {
    outcome: 'REJECTED',
    version: suggestion.version,
    ...(reason !== '' && { overrideReason: reason }),
  };
}

export function needsReason({ indicator }: Suggestion): boolean {
  return indicator === 'critical';
}

/** How long this user can undo the decision, in milliseconds; 0 when not. */
export function undoableFor({ decision }: Suggestion, access: Access): number {
  if (!decision || !access.mayDecide || !access.decided(decision)) {
    return 0;
  }
  const left = Date.parse(decision.undoableUntil) - Date.now();
  return Number.isFinite(left) ? Math.max(left, 0) : 0;
}

/** Whose decision stands where this user's was refused. */
export function whoWon({ decision }: Suggestion, access: Access): 'nobody' | 'self' | 'colleague' {
  if (!decision) {
    return 'nobody';
  }
  return access.decided(decision) ? 'self' : 'colleague';
}

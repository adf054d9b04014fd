import type { DecisionRequest, Suggestion } from '../api/contract';
import type { Access } from './access';

/** What the GP has prepared on a card but not sent. */
export interface Draft {
  /** Only an open editor's text is sent; a closed one keeps it. */
  readonly editing: boolean;
  readonly wording: string;
  readonly reason: string;
}

export const NO_DRAFT: Draft = { editing: false, wording: '', reason: '' };

/** Opening the editor for the first time puts the suggestion's own words into it. */
export function editorToggled<D extends Draft>(draft: D, { summary }: Suggestion): D {
  return { ...draft, editing: !draft.editing, wording: draft.wording || (summary ?? '') };
}

export function acceptance({ summary, version }: Suggestion, draft: Draft): DecisionRequest {
  const text = draft.editing ? draft.wording.trim() : '';
  const edited = text !== '' && text !== summary;
  return { outcome: 'ACCEPTED', version, ...(edited && { text }) };
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

import type { Engine, PurposeState, Run, Shared } from '../api/contract';
import type { Problem } from '../api/problem';
import type { Silence, SuggestionShelf } from './shelf';

/** What the panel was opened for. */
export interface Place {
  readonly patient: string;
  readonly encounter: string | undefined;
  readonly visit: string | undefined;
}

/** How far the engines are. There is no "nothing found": a run that is done says what it could not judge. */
export type RunProgress =
  | { readonly kind: 'notAsked' }
  /** With the run as soon as the server has begun it. */
  | { readonly kind: 'reading'; readonly run?: Run }
  | { readonly kind: 'done'; readonly run: Run }
  /** With the run, unless it was not begun yet. */
  | { readonly kind: 'cancelled'; readonly run?: Run }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type Listing =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'loading' }
  /** With a problem when a newer list could not be had: what is there, and typed into, stays. */
  | { readonly kind: 'loaded'; readonly shelf: SuggestionShelf; readonly problem?: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a no that was recorded in this panel has done. */
export interface AfterNo {
  readonly event: string;
  readonly at: string;
  readonly removed: number;
  readonly shared: readonly Shared[];
}

/** The way back from a no that was recorded in error. */
export interface Undo {
  readonly event: string;
  /** Milliseconds of the epoch. */
  readonly until: number;
  /** Not known after a reload. */
  readonly removed: number | undefined;
  readonly progress: 'no' | 'underway' | Problem;
}

/** What came of an undo. */
export interface Notice {
  readonly answer: 'undone' | 'overtaken' | 'tooLate';
  readonly removed?: number | undefined;
}

export interface Denied {
  readonly kind: 'denied';
  readonly consent: PurposeState;
  /** What was decided earlier stays readable. */
  readonly listing: Listing;
  readonly afterNo?: AfterNo | undefined;
  readonly undo?: Undo | undefined;
  readonly notice?: Notice | undefined;
}

/** An engine outside this practice, which is asked only by a GP's own press of its button (E6). */
export interface OutsideAsk {
  readonly engine: Engine;
  /** The first yes that it needs and that the patient has not given; nothing leaves without. */
  readonly lacks: PurposeState | undefined;
  /** Whether the GP is being told what would leave, and has not answered yet. */
  readonly told: boolean;
  readonly run: RunProgress;
}

export interface Permitted {
  readonly kind: 'permitted';
  readonly consent: PurposeState;
  readonly run: RunProgress;
  readonly listing: Listing;
  readonly outside: readonly OutsideAsk[];
  readonly withdrawing: 'no' | 'underway' | Problem;
  readonly notice?: Notice | undefined;
}

/** All that the panel can be; each kind is drawn by one view. */
export type PanelState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | Denied
  | Permitted;

/** What a screen reader is told, once, when the engines are done or an answer was recorded. */
export type Announcement =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'suggestions';
      readonly count: number;
      readonly judged: boolean;
      readonly silence: Silence | undefined;
    }
  | {
      readonly kind: 'outside';
      readonly engine: string;
      /** How many suggestions it added; absent where it did not finish. */
      readonly added: number | undefined;
    }
  | {
      readonly kind: 'answered';
      readonly answer: 'recorded' | 'refused' | 'withdrawn' | Notice['answer'];
      readonly removed?: number;
    };

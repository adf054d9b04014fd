import { type Suggestion, SUGGESTION_STATUSES } from '../api/contract';

const SHOWN_AT_FIRST = 3;

/** Why no open suggestion is there: there was none at all, or all that was to decide here is decided. */
export type Silence = 'nothingFound' | 'nothingLeft';

export interface Listed {
  readonly encounter?: string | undefined;
  readonly before?: SuggestionShelf | undefined;
}

export interface Arranged {
  readonly shown: readonly Suggestion[];
  readonly more: readonly Suggestion[];
  readonly earlier: readonly Suggestion[];
}

/**
 * The patient's suggestions as the server ordered them. One that was open while the panel is open keeps its place
 * after the decision: a card that jumps away under the pointer would make the next click hit another one.
 */
export class SuggestionShelf {
  private constructor(
    private readonly all: readonly Suggestion[],
    private readonly seenOpen: ReadonlySet<string>,
    private readonly ofEncounter: boolean,
  ) {}

  /** With an encounter, the server lists of the decided ones only those of that encounter. */
  static of(all: readonly Suggestion[], { encounter, before }: Listed = {}): SuggestionShelf {
    const listed = all.map((suggestion) => newer(suggestion, before?.get(suggestion.uuid))).filter(isShown);
    const shown = before ? before.staying(listed) : listed;
    const seenOpen = new Set([...(before?.seenOpen ?? []), ...openOnes(shown)]);
    return new SuggestionShelf(shown, seenOpen, encounter !== undefined);
  }

  /** With the newer state of one suggestion; here even a superseded one stays, so that its card can say so. */
  with(changed: Suggestion): SuggestionShelf {
    const all = this.all.map((suggestion) => (suggestion.uuid === changed.uuid ? changed : suggestion));
    return new SuggestionShelf(all, new Set([...this.seenOpen, ...openOnes(all)]), this.ofEncounter);
  }

  /** With those in their places that a colleague decided on elsewhere while they were open here: the server lists them there. */
  private staying(listed: readonly Suggestion[]): Suggestion[] {
    const all = [...listed];
    this.all.forEach((suggestion, place) => {
      const decidedHere = isDecided(suggestion) && this.seenOpen.has(suggestion.uuid);
      if (decidedHere && !listed.some(({ uuid }) => uuid === suggestion.uuid)) {
        all.splice(place, 0, suggestion);
      }
    });
    return all;
  }

  withoutOpen(): SuggestionShelf {
    return new SuggestionShelf(this.all.filter(isDecided), new Set(), this.ofEncounter);
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  get openCount(): number {
    return this.all.filter(isOpen).length;
  }

  /** Absent while a card is there that speaks for itself: an open one, or one whose state is not known. */
  get silence(): Silence | undefined {
    if (this.all.some((suggestion) => isOpen(suggestion) || isUnknown(suggestion))) {
      return undefined;
    }
    if (this.all.some((suggestion) => isDecided(suggestion) && this.isOfHere(suggestion))) {
      return 'nothingLeft';
    }
    return this.arrange().shown.length === 0 ? 'nothingFound' : undefined;
  }

  get(uuid: string): Suggestion | undefined {
    return this.all.find((suggestion) => suggestion.uuid === uuid);
  }

  /** S9: three open ones at first, whatever was decided here beside them. */
  arrange(): Arranged {
    const current = this.all.filter((suggestion) => !this.isEarlier(suggestion));
    const rest = new Set(current.filter(isOpen).slice(SHOWN_AT_FIRST));
    return {
      shown: current.filter((suggestion) => !rest.has(suggestion)),
      more: [...rest],
      earlier: this.all.filter((suggestion) => this.isEarlier(suggestion)),
    };
  }

  private isEarlier(suggestion: Suggestion): boolean {
    return isDecided(suggestion) && !this.seenOpen.has(suggestion.uuid);
  }

  private isOfHere({ uuid }: Suggestion): boolean {
    return this.ofEncounter || this.seenOpen.has(uuid);
  }
}

/** An unreviewed one still waits for a decision. */
export function isOpen(suggestion: Suggestion): boolean {
  return suggestion.status === 'OPEN' || suggestion.status === 'UNREVIEWED';
}

/** A list that was asked for before a decision may arrive after it. */
function newer(listed: Suggestion, known: Suggestion | undefined): Suggestion {
  return known !== undefined && known.version > listed.version ? known : listed;
}

function isDecided(suggestion: Suggestion): boolean {
  return suggestion.decision !== undefined;
}

function isShown(suggestion: Suggestion): boolean {
  return isOpen(suggestion) || isDecided(suggestion) || isUnknown(suggestion);
}

/** A newer server's state: left out, the suggestion would look like one that was never made. */
function isUnknown({ status }: Suggestion): boolean {
  return !SUGGESTION_STATUSES.includes(status);
}

function openOnes(suggestions: readonly Suggestion[]): string[] {
  return suggestions.filter(isOpen).map((suggestion) => suggestion.uuid);
}

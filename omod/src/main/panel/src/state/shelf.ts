import type { Suggestion } from '../api/contract';

const SHOWN_AT_FIRST = 3;

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
  ) {}

  static of(all: readonly Suggestion[], before?: SuggestionShelf): SuggestionShelf {
    const shown = all.map((suggestion) => newer(suggestion, before?.get(suggestion.uuid))).filter(isShown);
    return new SuggestionShelf(shown, new Set([...(before?.seenOpen ?? []), ...openOnes(shown)]));
  }

  /** With the newer state of one suggestion; here even a superseded one stays, so that its card can say so. */
  with(changed: Suggestion): SuggestionShelf {
    const all = this.all.map((suggestion) => (suggestion.uuid === changed.uuid ? changed : suggestion));
    return new SuggestionShelf(all, new Set([...this.seenOpen, ...openOnes(all)]));
  }

  withoutOpen(): SuggestionShelf {
    return new SuggestionShelf(this.all.filter(isDecided), new Set());
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  get openCount(): number {
    return this.all.filter(isOpen).length;
  }

  get(uuid: string): Suggestion | undefined {
    return this.all.find((suggestion) => suggestion.uuid === uuid);
  }

  /** S9: three open ones at first, whatever was decided here beside them. */
  arrange(): Arranged {
    const current = this.all.filter((suggestion) => this.seenOpen.has(suggestion.uuid));
    const rest = new Set(current.filter(isOpen).slice(SHOWN_AT_FIRST));
    return {
      shown: current.filter((suggestion) => !rest.has(suggestion)),
      more: [...rest],
      earlier: this.all.filter((suggestion) => !this.seenOpen.has(suggestion.uuid)),
    };
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
  return isOpen(suggestion) || isDecided(suggestion);
}

function openOnes(suggestions: readonly Suggestion[]): string[] {
  return suggestions.filter(isOpen).map((suggestion) => suggestion.uuid);
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Suggestion } from '@aisupport/core/api/contract';
import type { CardContext } from './card-context';

type Part = TemplateResult | typeof nothing;

export interface MoreToggle {
  readonly open: boolean;
  toggle(): void;
}

/** The open ones, three at first (S9), and those that were decided here. */
export function currentCards(
  shown: readonly Suggestion[],
  more: readonly Suggestion[],
  context: CardContext,
  toggle: MoreToggle,
): TemplateResult {
  return html`${cards(toggle.open ? [...shown, ...more] : shown, context)}
  ${moreButton(more, context, toggle)}`;
}

export function sectionOfDecided(earlier: readonly Suggestion[], context: CardContext): Part {
  if (earlier.length === 0) {
    return nothing;
  }
  const { words } = context;
  return html`<div class="earlier">
    <p class="heading">${words.count(words.m.decided, earlier.length)}</p>
    ${cards(earlier, context)}
  </div>`;
}

function moreButton(more: readonly Suggestion[], { words }: CardContext, toggle: MoreToggle): Part {
  if (more.length === 0) {
    return nothing;
  }
  const text = toggle.open ? words.m.showFewer : words.count(words.m.showMore, more.length);
  return html`<p>
    <button
      type="button"
      class="plain"
      aria-expanded=${toggle.open}
      @click=${() => {
        toggle.toggle();
      }}
    >
      ${text}
    </button>
  </p>`;
}

// Keyed, so that a card and what is typed into it stay with their suggestion when the list changes.
function cards(suggestions: readonly Suggestion[], context: CardContext): unknown {
  return repeat(
    suggestions,
    ({ uuid }) => uuid,
    (suggestion) => html`<aisupport-card .suggestion=${suggestion} .context=${context}></aisupport-card>`,
  );
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { OutsideAsk, RunProgress } from '@aisupport/core/state/model';
import type { CardContext } from './card-context';
import type { OutsideActions } from './outside-engine';

type Part = TemplateResult | typeof nothing;

export interface OutsideFold extends OutsideActions {
  /** What the patient said may have changed on another screen. */
  lookAgain(): void;
}

/** The engines outside, folded away below the cards: asking them is never what the screen is about. */
export function outsideView(asks: readonly OutsideAsk[], context: CardContext, fold: OutsideFold): Part {
  if (asks.length === 0) {
    return nothing;
  }
  const toggled = ({ target, currentTarget }: Event): void => {
    if (target === currentTarget && (target as HTMLDetailsElement).open) {
      fold.lookAgain();
    }
  };
  return html`<details class="outside" @toggle=${toggled}>
    <summary>${context.words.m.outside.title}</summary>
    ${repeat(
      asks,
      ({ engine }) => engine.id,
      (ask) =>
        html`<aisupport-outside-engine
          .ask=${ask}
          .context=${context}
          .actions=${fold}
        ></aisupport-outside-engine>`,
    )}
  </details>`;
}

/** What an ordinary run sent, where the practice has it ask engines outside, too. */
export function sentOfRun(run: RunProgress, context: CardContext): Part {
  if (run.kind !== 'done') {
    return nothing;
  }
  const { uuid, engines } = run.run;
  return html`${engines
    .filter(({ engine }) => context.isOutside(engine))
    .map(
      ({ engine }) =>
        html`<aisupport-sent-copy
          .run=${uuid}
          .engine=${engine}
          .named=${true}
          .context=${context}
        ></aisupport-sent-copy>`,
    )}`;
}

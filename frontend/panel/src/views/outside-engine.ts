import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Engine } from '@aisupport/core/api/contract';
import { partOf } from '@aisupport/core/state/outside-desk';
import type { OutsideAsk } from '@aisupport/core/state/model';
import { fill, known, type Words } from '../i18n/words';
import { base } from '../styles/base';
import { outside } from '../styles/outside';
import { outsideWords } from './announcement';
import type { CardContext } from './card-context';
import { deniedWords } from './denied';
import { KeepFocus } from './keep-focus';
import { problemView } from './problem';
import { engineWords } from './run';

type Part = TemplateResult | typeof nothing;

export interface OutsideActions {
  tell(id: string): void;
  dismiss(id: string): void;
  send(id: string): void;
  cancel(id: string): void;
}

/** One engine outside: who it is, the button that asks it, and before anything leaves, what would (E6). */
export class OutsideEngine extends LitElement {
  static override styles = [base, outside];
  static override properties = {
    ask: { attribute: false },
    context: { attribute: false },
    actions: { attribute: false },
  };
  declare ask: OutsideAsk;
  declare context: CardContext;
  declare actions: OutsideActions;

  constructor() {
    super();
    new KeepFocus(this, ['#tell', '#asking', '#ask']);
  }

  protected override render(): TemplateResult {
    const { engine, told, run } = this.ask;
    return html`<div class="engine" role="group" aria-labelledby="name">
      ${whoView(engine, this.context.words)} ${this.outcome()} ${told ? this.tellView() : nothing}
      ${!told && run.kind !== 'reading' ? this.askView() : nothing}
    </div>`;
  }

  private askView(): TemplateResult {
    const { engine, lacks } = this.ask;
    const { words } = this.context;
    const { outside: m } = words.m;
    const tell = (): void => {
      this.actions.tell(engine.id);
    };
    return html`<p>
        <button
          type="button"
          class="plain"
          id="ask"
          aria-disabled=${lacks ? 'true' : nothing}
          aria-describedby=${lacks ? 'lacks' : nothing}
          @click=${tell}
        >
          ${fill(m.ask, { engine: engine.display })}
        </button>
      </p>
      ${
        lacks
          ? html`<p id="lacks">
              ${known(m.needs, lacks.purpose) ?? lacks.purpose} ${deniedWords(lacks, words)} ${m.record}
            </p>`
          : nothing
      }`;
  }

  /** No dialog: the rest of the page stays as usable as before (P2). */
  private tellView(): TemplateResult {
    const { engine } = this.ask;
    const { id, recipient, shares, country, retention } = engine;
    const { outside: m } = this.context.words.m;
    return html`<div
      class="tell"
      role="group"
      aria-labelledby="tell"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') {
          this.actions.dismiss(id);
        }
      }}
    >
      <h4 id="tell" tabindex="-1">${fill(m.tell, { recipient: recipient ?? engine.display })}</h4>
      <p>${m.leaves}</p>
      <ul>
        ${shares?.age ? html`<li>${m.age}</li>` : nothing} ${shares?.sex ? html`<li>${m.sex}</li>` : nothing}
        ${shares?.inputs.length ? html`<li>${this.inputs(shares.inputs)}</li>` : nothing}
      </ul>
      ${country && retention ? html`<p>${fill(m.where, { country, retention })}</p>` : nothing}
      <p>${m.stays}</p>
      <div class="answers">
        <button
          type="button"
          class="answer"
          @click=${() => {
            this.actions.send(id);
          }}
        >
          ${m.send}
        </button>
        <button
          type="button"
          class="answer"
          @click=${() => {
            this.actions.dismiss(id);
          }}
        >
          ${m.dismiss}
        </button>
      </div>
    </div>`;
  }

  private inputs(labels: readonly string[]): string {
    const { words } = this.context;
    return fill(words.m.outside.inputs, { inputs: words.list(labels) });
  }

  private outcome(): Part {
    const { engine, run } = this.ask;
    const { words } = this.context;
    const { outside: m } = words.m;
    switch (run.kind) {
      case 'notAsked':
        return nothing;
      case 'reading':
        return html`<p class="asking">
          <span id="asking" tabindex="-1">${fill(m.asking, { engine: engine.display })}</span>
          <button
            type="button"
            class="plain"
            @click=${() => {
              this.actions.cancel(engine.id);
            }}
          >
            ${words.m.cancel}
          </button>
        </p>`;
      case 'cancelled':
        return html`<p>${fill(m.cancelled, { engine: engine.display })}</p>
          ${run.run ? this.sent(run.run.uuid) : nothing}`;
      case 'failed':
        return problemView(run.problem, this.context);
      case 'done':
        return html`${answerView(this.ask, run.run, words)} ${this.sent(run.run.uuid)}`;
    }
  }

  private sent(run: string): TemplateResult {
    return html`<aisupport-sent-copy
      .run=${run}
      .engine=${this.ask.engine.id}
      .context=${this.context}
    ></aisupport-sent-copy>`;
  }
}

function answerView({ engine }: OutsideAsk, run: Parameters<typeof partOf>[0], words: Words): TemplateResult {
  const part = partOf(run, engine.id);
  if (part?.status === 'COMPLETED') {
    return html`<p>${outsideWords(engine.display, part.proposed, words)}</p>`;
  }
  const failure = part
    ? engineWords({ ...part, engine: engine.display }, words)
    : outsideWords(engine.display, undefined, words);
  return html`<p class="problem">${failure}</p>`;
}

function whoView(engine: Engine, words: Words): TemplateResult {
  const { outside: m } = words.m;
  const { display, developer, recipient, commercial, startsByItself } = engine;
  const who = fill(m.who, { engine: display, developer, recipient: recipient ?? '?' });
  return html`<p id="name">
    ${who} ${commercial ? m.commercial : m.notCommercial} ${startsByItself ? m.byItself : nothing}
  </p>`;
}

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FieldErrors, Leaflet } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import { known } from '../i18n/words';
import { base } from '../styles/base';
import { facts } from '../styles/facts';
import { form } from '../styles/form';
import {
  type ConsentDraft,
  EMPTY_DRAFT,
  FIELDS,
  type Mistakes,
  mistakesIn,
  requestOf,
  serverMistakes,
} from '@aisupport/core/state/consent-draft';
import { questionsView } from './consent-questions';
import { errorView } from './fields';
import { type LeafletState, leafletView } from './leaflet';
import { type Help, problemView } from './problem';
import type { Said } from '@aisupport/core/state/one-purpose';

export interface ConsentFormContext extends Help {
  record(request: Said): Promise<Problem | undefined>;
  leaflet(language: string): Promise<Leaflet | undefined>;
  close(): void;
}

/** Where a GP or clerk writes down what the patient said. Inline, and kept as it is until the server has it. */
export class ConsentForm extends LitElement {
  static override styles = [base, facts, form];
  static override properties = {
    context: { attribute: false },
    draft: { state: true },
    leaflet: { state: true },
    mistakes: { state: true },
    problem: { state: true },
    others: { state: true },
    saving: { state: true },
  };
  declare context: ConsentFormContext;
  declare private draft: ConsentDraft;
  declare private leaflet: LeafletState;
  declare private mistakes: Mistakes;
  declare private problem: Problem | undefined;
  /** What the server found wrong that no field here is for. */
  declare private others: readonly string[];
  declare private saving: boolean;
  private language = '';

  constructor() {
    super();
    this.draft = EMPTY_DRAFT;
    this.leaflet = { kind: 'loading' };
    this.mistakes = {};
    this.others = [];
    this.saving = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadLeaflet(this.context.words.locale.split('-')[0] ?? 'en');
  }

  /** Opened by keyboard, it is read from its beginning; unless the user is elsewhere by the time it is drawn. */
  override focus(): void {
    const before = document.activeElement;
    void this.updateComplete.then(() => {
      if (document.activeElement === before) {
        this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
      }
    });
  }

  protected override render(): TemplateResult {
    const { words } = this.context;
    const m = words.m.form;
    return html`<form novalidate aria-labelledby="title" @submit=${this.submitted}>
      <h3 id="title" tabindex="-1">${m.title}</h3>
      <div class="sides">
        <div class="side">
          ${leafletView(this.leaflet, this.language, words, (language) => void this.loadLeaflet(language))}
          ${errorView('leaflet', this.mistakes.leaflet)}
        </div>
        <div class="side">
          ${questionsView({ draft: this.draft, mistakes: this.mistakes, words, change: this.change })}
        </div>
      </div>
      ${this.problemView()}
      <div class="besides">
        <button type="submit" class="answer" aria-disabled=${this.saving ? 'true' : nothing}>
          ${this.saving ? m.saving : m.save}
        </button>
        <button type="button" class="plain" @click=${this.closed}>${m.close}</button>
      </div>
    </form>`;
  }

  private problemView(): TemplateResult | typeof nothing {
    const { problem, others } = this;
    if (!problem) {
      return nothing;
    }
    const said = [
      ...others,
      ...(Object.keys(this.mistakes).length > 0 ? [this.context.words.m.form.notSaved] : []),
    ];
    return problem.kind === 'invalid' && said.length > 0
      ? html`<div class="problem">${said.map((words) => html`<p>${words}</p>`)}</div>`
      : problemView(problem, this.context);
  }

  private readonly change = (part: Partial<ConsentDraft>): void => {
    this.draft = { ...this.draft, ...part };
    if (this.problem?.kind === 'invalid') {
      this.problem = undefined;
    }
    // A complaint goes as soon as its cause does, but none comes up while somebody is still writing.
    if (Object.keys(this.mistakes).length > 0) {
      const left = this.mistakesNow();
      this.mistakes = Object.fromEntries(Object.entries(this.mistakes).filter(([field]) => field in left));
    }
  };

  private readonly closed = (): void => {
    this.context.close();
  };

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    this.mistakes = this.mistakesNow();
    if (Object.keys(this.mistakes).length > 0) {
      void this.showFirstMistake();
      return;
    }
    void this.save();
  };

  private mistakesNow(): Mistakes {
    const { form } = this.context.words.m;
    // Half a date reads as none: only the field itself knows that something was typed.
    const date = this.renderRoot.querySelector<HTMLInputElement>('#expires');
    const half = date?.validity.badInput === true && { expires: form.needDate };
    return { ...mistakesIn(this.draft, this.toldLeaflet, form), ...half };
  }

  private get toldLeaflet(): Leaflet | undefined {
    return this.leaflet.kind === 'loaded' ? this.leaflet.leaflet : undefined;
  }

  private async save(): Promise<void> {
    if (this.saving) {
      return; // one click, one event in the ledger
    }
    this.saving = true;
    this.problem = undefined;
    this.problem = await this.context.record(requestOf(this.draft, this.toldLeaflet));
    this.saving = false;
    if (this.problem?.kind === 'invalid') {
      await this.showRefusal(this.problem.fields);
    }
  }

  private async showRefusal(fields: FieldErrors): Promise<void> {
    const { atFields, others } = serverMistakes(fields, (code) =>
      known(this.context.words.m.form.server, code),
    );
    this.mistakes = atFields;
    this.others = others;
    if (atFields.leaflet !== undefined) {
      await this.loadLeaflet(this.language); // it may have changed since it was shown
    }
    await this.showFirstMistake();
  }

  private async showFirstMistake(): Promise<void> {
    await this.updateComplete;
    const first = FIELDS.find((field) => field in this.mistakes);
    if (first) {
      this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
    }
  }

  private async loadLeaflet(language: string): Promise<void> {
    this.language = language;
    this.leaflet = { kind: 'loading' };
    let state: LeafletState;
    try {
      const leaflet = await this.context.leaflet(language);
      state = leaflet ? { kind: 'loaded', leaflet } : { kind: 'failed' };
    } catch {
      state = { kind: 'failed' };
    }
    if (language === this.language) {
      this.leaflet = state;
    }
  }
}

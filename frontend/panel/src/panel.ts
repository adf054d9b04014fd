import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { chooseLocale, Words } from './i18n/words';
import type { Opening } from '@aisupport/core/state/opening';
import { PanelStore } from './panel-store';
import { base } from './styles/base';
import { panel } from './styles/panel';
import { said } from './views/announcement';
import { type CardContext, cardContext } from './views/card-context';
import type { ConsentFormContext } from './views/consent-form';
import { deniedView, type DeniedActions } from './views/denied';
import { KeepFocus } from './views/keep-focus';
import { permittedView, type PermittedActions } from './views/permitted';
import { type Help, problemView } from './views/problem';
import type { Recording } from './views/recording';
import { reportView } from './views/report';

type Part = TemplateResult | typeof nothing;

/** The AI-suggestion panel beside an encounter. It draws what the store knows, and nothing else. */
export class AiSupportPanel extends LitElement {
  static override styles = [base, panel];
  static override properties = {
    patient: {},
    encounter: {},
    visit: {},
    base: {},
    locale: {},
    recordLink: { attribute: 'record-link' },
    loginLink: { attribute: 'login-link' },
    recording: { state: true },
    moreOpen: { state: true },
  };
  declare patient: string;
  declare encounter: string;
  declare visit: string;
  declare base: string;
  declare locale: string;
  /** The address of a cited record's page: {encounter}, {record}, {type} and {patient} are filled in. */
  declare recordLink: string;
  declare loginLink: string;
  declare private recording: boolean;
  declare private moreOpen: boolean;
  private readonly store = new PanelStore(this);
  private words = new Words('en');

  constructor() {
    super();
    this.base = '/openmrs';
    this.recording = false;
    this.moreOpen = false;
    new KeepFocus(this, ['aisupport-consent-form', '#refuge']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // put back into the page, it opens again
  }

  protected override willUpdate(): void {
    const locale = chooseLocale(this.locale, document.documentElement.lang);
    if (locale !== this.words.locale) {
      this.words = new Words(locale);
    }
    if (this.isConnected && this.store.openAt(this.place())) {
      this.recording = false;
      this.moreOpen = false;
    }
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    return html`<div lang=${words.locale}>
      ${store.state.kind === 'hidden' ? this.showButton() : this.section()}
      <p class="unseen" role="status">${said(store.opening?.announcement, words)}</p>
    </div>`;
  }

  private showButton(): TemplateResult {
    const show = (): void => {
      this.store.show();
    };
    return html`<button type="button" class="plain" id="refuge" @click=${show}>${this.words.m.show}</button>`;
  }

  private section(): TemplateResult {
    const { m } = this.words;
    return html`<section aria-labelledby="refuge">
      <header>
        <h2 id="refuge" tabindex="-1">${m.title}</h2>
        ${this.hideButton()}
      </header>
      ${this.content()} ${this.report()}
    </section>`;
  }

  private report(): Part {
    const { opening, state } = this.store;
    const told = state.kind === 'permitted' || state.kind === 'denied';
    return told && opening?.access.mayReport ? reportView(this.root(), this.patient, this.words) : nothing;
  }

  private hideButton(): Part {
    const { opening } = this.store;
    if (!opening?.access.user) {
      return nothing; // for whom to hide is not known yet
    }
    const hide = (): void => {
      opening.hide();
    };
    return html`<button type="button" class="plain" @click=${hide}>${this.words.m.hide}</button>`;
  }

  private content(): Part {
    const { state, opening } = this.store;
    if (!opening) {
      return nothing;
    }
    switch (state.kind) {
      case 'hidden':
        return nothing;
      case 'loading':
        return html`<p class="quiet">${this.words.m.loading}</p>`;
      case 'failed':
        return problemView(state.problem, this.help(), () => {
          this.store.reopen();
        });
      case 'denied':
        return deniedView(state, this.cardContext(opening), this.deniedActions(opening));
      case 'permitted':
        return permittedView(state, this.cardContext(opening), this.permittedActions(opening));
    }
  }

  private help(): Help {
    return { words: this.words, loginLink: this.loginLink || `${this.root()}/login.htm` };
  }

  private cardContext(opening: Opening): CardContext {
    return cardContext(opening, this.patient, this.recordLink || '', this.help());
  }

  private deniedActions(opening: Opening): DeniedActions {
    return {
      ...this.recordingOf(opening),
      undo: () => {
        this.recording = false;
        void opening.undo();
      },
      listAgain: () => void opening.listDecided(),
    };
  }

  private permittedActions(opening: Opening): PermittedActions {
    return {
      recording: this.recordingOf(opening),
      withdraw: () => {
        this.recording = false;
        void opening.withdraw();
      },
      ask: () => void opening.desk?.run(),
      cancel: () => opening.desk?.cancelRun(),
      listAgain: () => void opening.desk?.list(),
      outside: {
        lookAgain: () => void opening.outside?.lookAgain(),
        tell: (id) => opening.outside?.tell(id),
        dismiss: (id) => opening.outside?.dismiss(id),
        send: (id) => void opening.outside?.send(id),
        cancel: (id) => opening.outside?.cancel(id),
      },
      more: {
        open: this.moreOpen,
        toggle: () => {
          this.moreOpen = !this.moreOpen;
        },
      },
    };
  }

  private recordingOf(opening: Opening): Recording {
    if (!opening.access.mayRecord) {
      return { form: undefined, openForm: undefined };
    }
    const openForm = (): void => {
      this.recording = true;
    };
    return { form: this.recording ? this.formContext(opening) : undefined, openForm };
  }

  private formContext(opening: Opening): ConsentFormContext {
    return {
      ...this.help(),
      record: async (request) => {
        const problem = await opening.record(request);
        this.recording &&= problem !== undefined;
        return problem;
      },
      leaflet: (language) => opening.leaflet(language),
      close: () => {
        this.recording = false;
      },
    };
  }

  private place() {
    const { patient, encounter, visit } = this;
    return {
      base: this.root(),
      patient,
      encounter: encounter || undefined,
      visit: visit || undefined,
    };
  }

  private root(): string {
    return this.base.replace(/\/+$/, '');
  }
}

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DecisionRequest, Suggestion } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import { acceptance, editorToggled, NO_DRAFT, rejection } from '@aisupport/core/state/decision';
import { isOpen } from '@aisupport/core/state/shelf';
import { base } from '../styles/base';
import { card } from '../styles/card';
import { facts } from '../styles/facts';
import type { CardContext } from './card-context';
import { groundsView, headView } from './card-parts';
import { standingView, troubleView, undoableFor } from './card-standing';
import { decisionBar, type DecisionDraft, type DecisionHandlers } from './decision-bar';
import { KeepFocus } from './keep-focus';

type Part = TemplateResult | typeof nothing;
type Deciding = NonNullable<CardContext['deciding']>;

const UNTOUCHED: DecisionDraft = {
  ...NO_DRAFT,
  reasonMissing: false,
  saving: false,
};

/** One suggestion: what it says and why, and the GP's answer. The draft lives here, so that no failure loses it. */
export class SuggestionCard extends LitElement {
  static override styles = [base, facts, card];
  static override properties = {
    suggestion: { attribute: false },
    context: { attribute: false },
    draft: { state: true },
    trouble: { state: true },
  };
  declare suggestion: Suggestion;
  declare context: CardContext;
  declare private draft: DecisionDraft;
  declare private trouble: { readonly asked: 'decide' | 'undo'; readonly problem: Problem } | undefined;
  private undoTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.draft = UNTOUCHED;
    new KeepFocus(this, ['#standing', '#summary']);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.undoTimer);
  }

  protected override render(): TemplateResult {
    const { suggestion, context, draft } = this;
    const open = isOpen(suggestion);
    const grounds = groundsView(suggestion, context);
    return html`<article class=${suggestion.indicator} aria-labelledby="summary">
      ${headView(suggestion, context)}
      ${standingView(suggestion, context, () => void this.once('undo', (to) => to.undo(suggestion.uuid)))}
      ${this.trouble ? troubleView(this.trouble, suggestion, draft.wording, context) : nothing}
      ${open ? grounds : folded(context.words.m.why, grounds)}
      <aisupport-source-card .suggestion=${suggestion} .context=${context}></aisupport-source-card>
      ${suggestion.outside && suggestion.run ? sentOf(suggestion.run, suggestion.engine.id, context) : nothing}
      ${open ? this.answering() : nothing}
    </article>`;
  }

  /** The undo button goes when its time is over. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    clearTimeout(this.undoTimer);
    const left = undoableFor(this.suggestion, this.context);
    if (left > 0) {
      this.undoTimer = setTimeout(() => {
        this.requestUpdate();
      }, left);
    }
  }

  private answering(): Part {
    const { access, deciding, words } = this.context;
    if (!deciding || !access.mayDecide) {
      return nothing;
    }
    return access.lacksProvider
      ? html`<p class="quiet">${words.m.needProvider}</p>`
      : decisionBar(this.suggestion, this.context, this.draft, this.handlers);
  }

  private readonly handlers: DecisionHandlers = {
    accept: () => {
      this.decide(acceptance(this.suggestion, this.draft));
    },
    reject: () => {
      const request = rejection(this.suggestion, this.draft);
      if (!request) {
        this.change({ reasonMissing: true });
        this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
        return;
      }
      this.decide(request);
    },
    edit: () => {
      this.draft = editorToggled(this.draft, this.suggestion);
    },
    wordingChanged: (event) => {
      this.change({ wording: (event.target as HTMLTextAreaElement).value });
    },
    reasonChanged: (event) => {
      this.change({ reason: (event.target as HTMLSelectElement).value, reasonMissing: false });
    },
  };

  private change(part: Partial<DecisionDraft>): void {
    this.draft = { ...this.draft, ...part };
  }

  private decide(request: DecisionRequest): void {
    void this.once('decide', (deciding) => deciding.decide(this.suggestion.uuid, request));
  }

  /** One click is one request, however fast the second click comes. */
  private async once(
    asked: 'decide' | 'undo',
    ask: (deciding: Deciding) => Promise<Problem | undefined>,
  ): Promise<void> {
    const { deciding } = this.context;
    if (this.draft.saving || !deciding) {
      return;
    }
    this.change({ saving: true });
    this.trouble = undefined;
    const problem = await ask(deciding);
    this.trouble = problem && { asked, problem };
    this.change({ saving: false });
  }
}

function sentOf(run: string, engine: string, context: CardContext): TemplateResult {
  return html`<aisupport-sent-copy .run=${run} .engine=${engine} .context=${context}></aisupport-sent-copy>`;
}

function folded(title: string, content: TemplateResult): TemplateResult {
  return html`<details>
    <summary>${title}</summary>
    ${content}
  </details>`;
}

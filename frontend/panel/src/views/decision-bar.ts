import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '@aisupport/core/api/contract';
import { type Draft, needsReason } from '@aisupport/core/state/decision';
import type { GroupedReasons } from '@aisupport/core/state/reason-book';
import type { CardContext } from './card-context';
import { errorView } from './fields';

export interface DecisionDraft extends Draft {
  readonly reasonMissing: boolean;
  readonly saving: boolean;
}

export interface DecisionHandlers {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly edit: () => void;
  readonly wordingChanged: (event: Event) => void;
  readonly reasonChanged: (event: Event) => void;
}

export function decisionBar(
  suggestion: Suggestion,
  context: CardContext,
  draft: DecisionDraft,
  handlers: DecisionHandlers,
): TemplateResult {
  const { m } = context.words;
  // aria-disabled and not disabled: a disabled button would drop the focus while it saves.
  const busy = draft.saving ? 'true' : nothing;
  return html`${draft.editing ? wordingView(draft.wording, context, handlers) : nothing}
    <div class="bar">
      <div class="answers">
        <button type="button" class="answer" aria-disabled=${busy} @click=${handlers.accept}>
          ${m.accept}
        </button>
        <button type="button" class="answer" aria-disabled=${busy} @click=${handlers.reject}>
          ${m.reject}
        </button>
      </div>
      ${reasonView(suggestion, context, draft, handlers)}
      <button type="button" class="plain" aria-expanded=${draft.editing} @click=${handlers.edit}>
        ${m.edit}
      </button>
    </div>
    ${draft.saving ? html`<p class="quiet">${m.saving}</p>` : nothing}
    ${context.reasons.failed ? reasonsFailed(context) : nothing}`;
}

function wordingView(wording: string, { words }: CardContext, handlers: DecisionHandlers): TemplateResult {
  return html`<div class="field">
    <label for="wording">${words.m.wording}</label>
    <textarea
      id="wording"
      rows="3"
      maxlength="2000"
      .value=${wording}
      @input=${handlers.wordingChanged}
    ></textarea>
  </div>`;
}

function reasonView(
  suggestion: Suggestion,
  { words: { m }, reasons }: CardContext,
  draft: DecisionDraft,
  handlers: DecisionHandlers,
): TemplateResult {
  const critical = needsReason(suggestion);
  return html`<div class="field">
      <label for="reason">${critical ? m.reasonRequired : m.reasonOptional}</label>
      <select
        id="reason"
        aria-required=${critical}
        aria-invalid=${draft.reasonMissing}
        aria-describedby="reason-error"
        @change=${handlers.reasonChanged}
      >
        <option value="" ?selected=${draft.reason === ''}>${m.reasonNone}</option>
        ${reasons.groups.map((grouped) => groupView(grouped, draft))}
      </select>
    </div>
    ${errorView('reason', draft.reasonMissing ? m.reasonMissing : undefined)}`;
}

function groupView(
  { group, reasons }: GroupedReasons,
  draft: DecisionDraft,
): TemplateResult | TemplateResult[] {
  const options = reasons.map(
    ({ code, display }) => html`<option value=${code} ?selected=${draft.reason === code}>${display}</option>`,
  );
  return group ? html`<optgroup label=${group.display}>${options}</optgroup>` : options;
}

function reasonsFailed({ words: { m }, reasons }: CardContext): TemplateResult {
  return html`<p class="error">
    ${m.reasonsFailed}
    <button type="button" class="plain" @click=${() => void reasons.load()}>${m.retry}</button>
  </p>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Words } from '../i18n/words';
import type { Permitted, RunProgress } from '@aisupport/core/state/model';
import type { SuggestionShelf } from '@aisupport/core/state/shelf';
import type { CardContext } from './card-context';
import { noticeView } from './after-no';
import { currentCards, type MoreToggle, sectionOfDecided } from './list';
import { type OutsideFold, outsideView, sentOfRun } from './outside';
import { problemView } from './problem';
import type { Recording } from './recording';
import { renewalView } from './renewal';
import { progressView, type RunActions, silenceView, unjudgedView } from './run';

export interface PermittedActions extends RunActions {
  readonly recording: Recording;
  readonly withdraw: () => void;
  readonly listAgain: () => void;
  readonly more: MoreToggle;
  readonly outside: OutsideFold;
}

/** Consent holds: its line with the way out, then the engines' progress and what they suggest. */
export function permittedView(
  state: Permitted,
  context: CardContext,
  actions: PermittedActions,
): TemplateResult {
  const { notice, listing, consent } = state;
  return html`${noticeView(notice, context.words, listing.kind !== 'unseen')}
    ${consentLine(state, context, actions)} ${renewalView(consent, context.words, actions.recording)}
    <div ?hidden=${state.withdrawing === 'underway'}>${suggestionsView(state, context, actions)}</div>`;
}

function consentLine(state: Permitted, context: CardContext, { withdraw }: PermittedActions): TemplateResult {
  const { words, access } = context;
  const { m } = words;
  const { withdrawing } = state;
  const underway = withdrawing === 'underway';
  return html`<p class="consent">
      <span>${consentWords(state, words)}</span>
      ${
        access.mayRecord
          ? html`<button
              type="button"
              class="plain"
              aria-disabled=${underway ? 'true' : nothing}
              @click=${withdraw}
            >
              ${underway ? m.withdrawing : m.withdraw}
            </button>`
          : nothing
      }
    </p>
    ${
      typeof withdrawing === 'string'
        ? nothing
        : html`<p class="error">${m.withdrawFailed}</p>
            ${problemView(withdrawing, context)}`
    }`;
}

function consentWords({ consent }: Permitted, words: Words): string {
  const { m } = words;
  const values = {
    since: consent.since ? words.date(consent.since) : '–',
    expires: consent.expires ? words.date(consent.expires) : '',
  };
  const line = fill(consent.expires ? m.consentYes : m.consentYesNoEnd, values);
  return consent.includesSensitive ? `${line} (${m.consentSensitive})` : line;
}

function suggestionsView(state: Permitted, context: CardContext, actions: PermittedActions): TemplateResult {
  const { run, listing } = state;
  if (listing.kind === 'unseen') {
    return html`<p class="quiet">${context.words.m.mayNotView}</p>`;
  }
  const problem = listing.kind === 'loading' ? undefined : listing.problem;
  return html`${progressView(run, context, actions)}
  ${problem ? problemView(problem, context, actions.listAgain) : nothing}
  ${listing.kind === 'loaded' ? shelfView(listing.shelf, run, context, actions) : unjudgedView(run, context.words)}
  ${sentOfRun(run, context)} ${outsideView(state.outside, context, actions.outside)}`;
}

function shelfView(
  shelf: SuggestionShelf,
  run: RunProgress,
  context: CardContext,
  actions: PermittedActions,
): TemplateResult {
  const { words } = context;
  const { shown, more, earlier } = shelf.arrange();
  // Below the cards: decided there, the last one must not move under the pointer.
  return html`${currentCards(shown, more, context, actions.more)} ${silenceView(shelf.silence, run, words)}
  ${unjudgedView(run, words)} ${sectionOfDecided(earlier, context)}`;
}

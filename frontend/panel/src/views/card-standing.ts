import { html, nothing, type TemplateResult } from 'lit';
import type { Decision, Suggestion } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import { undoableFor as undoableBy, whoWon } from '@aisupport/core/state/decision';
import { fill, type Words, worded } from '../i18n/words';
import { isOpen } from '@aisupport/core/state/shelf';
import type { CardContext } from './card-context';
import { problemView } from './problem';

type Part = TemplateResult | typeof nothing;

/** How the suggestion stands; when decided, by whom and when, with an undo for the same GP. */
export function standingView(suggestion: Suggestion, context: CardContext, undo: () => void): Part {
  const { m } = context.words;
  switch (suggestion.status) {
    case 'OPEN':
      return nothing;
    case 'UNREVIEWED':
      return html`<p class="standing">${m.unreviewed}</p>`;
    case 'SUPERSEDED':
      return html`<p class="standing" id="standing" tabindex="-1">${m.superseded}</p>`;
    case 'WITHDRAWN':
      return html`<p class="standing" id="standing" tabindex="-1">${m.withdrawnCard}</p>`;
    case 'ACCEPTED':
    case 'ACCEPTED_WITH_EDITS':
    case 'REJECTED':
      return suggestion.decision
        ? decisionView(suggestion.decision, context, undoableFor(suggestion, context) > 0 ? undo : undefined)
        : nothing;
    default:
      return html`<p class="standing">${fill(m.statusOther, { status: suggestion.status })}</p>
        ${suggestion.decision ? decisionView(suggestion.decision, context, undefined) : nothing}`;
  }
}

/** How long the decision can be undone from here, in milliseconds; 0 when it can't. */
export function undoableFor(suggestion: Suggestion, { access, deciding }: CardContext): number {
  return deciding ? undoableBy(suggestion, access) : 0;
}

/** Why the GP's last click was not saved, and what stands instead. */
export function troubleView(
  { asked, problem }: { readonly asked: 'decide' | 'undo'; readonly problem: Problem },
  suggestion: Suggestion,
  wording: string,
  context: CardContext,
): TemplateResult {
  if (problem.kind !== 'conflict' || asked === 'undo') {
    return problemView(problem, context);
  }
  const { m } = context.words;
  const lost = wording !== '' && !isOpen(suggestion);
  return html`<div class="problem">
    <p>${wonWords(suggestion, context)}</p>
    ${lost ? html`<p>${fill(m.wordingLost, { text: wording })}</p>` : nothing}
  </div>`;
}

function wonWords(suggestion: Suggestion, { access, words: { m } }: CardContext): string {
  switch (whoWon(suggestion, access)) {
    case 'nobody':
      return m.changed;
    case 'self':
      return m.selfFirst;
    case 'colleague':
      return m.colleagueFirst;
  }
}

function decisionView(
  decision: Decision,
  { words, reasons }: CardContext,
  undo: (() => void) | undefined,
): TemplateResult {
  const { m } = words;
  const { outcome, by, at, overrideReason, text, comment } = decision;
  const said = fill(m.decidedBy, {
    outcome: worded(m.outcome, outcome),
    who: by.display,
    date: words.dateTime(at),
  });
  return html`<div class="standing">
    <p id="standing" tabindex="-1"><strong>${said}</strong></p>
    ${
      overrideReason
        ? html`<p>${fill(m.reasonWas, { reason: reasons.display(overrideReason) })}</p>`
        : nothing
    }
    ${text ? html`<p>${fill(m.wordingWas, { text })}</p>` : nothing}
    ${comment ? html`<p>${comment}</p>` : nothing} ${undo ? undoView(decision, words, undo) : nothing}
  </div>`;
}

function undoView(decision: Decision, words: Words, undo: () => void): TemplateResult {
  const until = fill(words.m.undoUntil, { time: words.time(decision.undoableUntil) });
  return html`<p>
    <button type="button" class="plain" @click=${undo}>${words.m.undo}</button>
    <span class="quiet">${until}</span>
  </p>`;
}

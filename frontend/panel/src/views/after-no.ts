import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Words } from '../i18n/words';
import type { AfterNo, Notice, Undo } from '@aisupport/core/state/model';
import { type Help, problemView } from './problem';

type Part = TemplateResult | typeof nothing;

/** What a no has done, for the patient who may ask: since when, what is gone, and what can't be called back (C5). */
export function afterNoView({ at, removed, shared }: AfterNo, words: Words): TemplateResult {
  const { m } = words;
  return html`<p>
      ${fill(m.inEffect, { time: words.time(at) })} ${removed > 0 ? words.count(m.removed, removed) : nothing}
      ${shared.length === 0 ? m.nothingShared : m.shared}
    </p>
    ${
      shared.length === 0
        ? nothing
        : html`<ul>
            ${shared.map(
              ({ recipient, at: sent }) =>
                html`<li>${fill(m.sharedLine, { recipient, date: words.dateTime(sent) })}</li>`,
            )}
          </ul>`
    }`;
}

/** Recorded in error? One click, and no question: the confirmation that withdrawing does without. */
export function undoView({ until, progress }: Undo, words: Words, undo: () => void): TemplateResult {
  const { m } = words;
  const underway = progress === 'underway';
  const time = words.time(new Date(until).toISOString());
  return html`<button type="button" class="plain" aria-disabled=${underway ? 'true' : nothing} @click=${undo}>
      ${underway ? m.undoing : m.undoNo}
    </button>
    <span class="quiet">${fill(m.undoUntil, { time })}</span>`;
}

export function undoProblem(undo: Undo | undefined, help: Help): Part {
  return undo === undefined || typeof undo.progress === 'string' ? nothing : problemView(undo.progress, help);
}

export function noticeView(notice: Notice | undefined, words: Words, seesSuggestions: boolean): Part {
  if (!notice) {
    return nothing;
  }
  const { answer, removed } = notice;
  const gone = seesSuggestions && answer === 'undone' && removed !== 0;
  return html`<p class="notice">${words.m.answered[answer]} ${gone ? words.m.removedStay : nothing}</p>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { EngineRun, Run } from '@aisupport/core/api/contract';
import { fill, type Words } from '../i18n/words';
import { judgedSomething } from '@aisupport/core/state/follow-run';
import type { RunProgress } from '@aisupport/core/state/model';
import type { Silence } from '@aisupport/core/state/shelf';
import { silenceWords } from './announcement';
import { type Help, problemView } from './problem';

type Part = TemplateResult | typeof nothing;

export interface RunActions {
  readonly ask: () => void;
  readonly cancel: () => void;
}

/** How far the engines are, above the cards. */
export function progressView(run: RunProgress, help: Help, actions: RunActions): Part {
  const { m } = help.words;
  switch (run.kind) {
    case 'notAsked':
      return html`<p class="quiet">${m.mayNotRequest}</p>`;
    case 'reading':
      return html`<p class="progress">
        <span class="spinner" aria-hidden="true"></span>${m.reading}
        <button type="button" class="plain" @click=${actions.cancel}>${m.cancel}</button>
      </p>`;
    case 'cancelled':
      return html`<p class="progress">${m.cancelled} ${againButton(m.askAgain, actions.ask)}</p>`;
    case 'failed':
      return problemView(run.problem, help, actions.ask);
    case 'done':
      return failuresView(run.run, help.words, actions.ask);
  }
}

/** What the engines could not judge and did not use; quiet, but never left out. */
export function unjudgedView(run: RunProgress, words: Words): Part {
  if (run.kind !== 'done') {
    return nothing;
  }
  return html`${missingView(run.run.engines, words)} ${qualityView(run.run.engines, words)}`;
}

/** What is said where no suggestion is open. */
export function silenceView(silence: Silence | undefined, run: RunProgress, words: Words): Part {
  const judged = run.kind === 'done' && judgedSomething(run.run);
  // A run in which nothing completed says only that it failed.
  if (silence === undefined || run.kind === 'reading' || (run.kind === 'done' && !judged)) {
    return nothing;
  }
  return html`<p class="none">${silenceWords({ silence, judged }, words)}</p>`;
}

function failuresView(run: Run, words: Words, ask: () => void): Part {
  const failed = run.engines.filter((engine) => engine.status !== 'COMPLETED');
  if (run.status === 'COMPLETED' && failed.length === 0 && run.engines.length > 0) {
    return nothing;
  }
  return html`<div class="problem">
    ${judgedSomething(run) ? nothing : html`<p>${runWords(run, words)}</p>`}
    ${failed.map((engine) => html`<p>${engineWords(engine, words)}</p>`)}
    ${againButton(words.m.askAgain, ask)}
  </div>`;
}

function runWords(run: Run, { m }: Words): string {
  switch (run.status) {
    case 'RUNNING':
    case 'COMPLETED':
    case 'FAILED':
    case 'CANCELLED':
    case 'DISCARDED':
      return m.runFailed;
    default:
      return fill(m.runOther, { status: run.status });
  }
}

export function engineWords({ engine, status, error }: EngineRun, { m }: Words): string {
  switch (status) {
    case 'RUNNING':
    case 'COMPLETED':
    case 'FAILED':
    case 'CANCELLED':
      return error ? fill(m.engineFailed, { engine, error }) : fill(m.engineFailedSilent, { engine });
    case 'DISCARDED':
      return fill(m.engineDiscarded, { engine });
    default:
      return fill(m.engineOther, { engine, status });
  }
}

function missingView(engines: readonly EngineRun[], words: Words): Part {
  const rules = engines.flatMap((engine) => engine.missing);
  if (rules.length === 0) {
    return nothing;
  }
  return html`<details class="unjudged">
    <summary>${words.count(words.m.missing, rules.length)}</summary>
    <p>${words.m.missingNote}</p>
    <ul>
      ${rules.map(({ label, inputs }) => html`<li>${label}: ${words.list(inputs)}</li>`)}
    </ul>
  </details>`;
}

function qualityView(engines: readonly EngineRun[], words: Words): Part {
  const lines = engines.flatMap((engine) => engine.dataQuality);
  if (lines.length === 0) {
    return nothing;
  }
  return html`<details class="unjudged">
    <summary>${words.count(words.m.quality, lines.length)}</summary>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

function againButton(text: string, ask: () => void): TemplateResult {
  return html`<button type="button" class="plain" @click=${ask}>${text}</button>`;
}

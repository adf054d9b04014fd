import { html, nothing, type TemplateResult } from 'lit';
import type { EngineRun, Run } from '../api/contract';
import { fill, type Words } from '../i18n/words';
import { judgedSomething } from '../state/follow-run';
import type { RunProgress } from '../state/model';
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

/** Silence is never worded as reassurance. */
export function nothingFound(run: RunProgress, words: Words): string | undefined {
  switch (run.kind) {
    case 'reading':
      return undefined;
    case 'done':
      // A run in which nothing completed says only that it failed.
      return judgedSomething(run.run) ? words.m.none : undefined;
    case 'notAsked':
    case 'cancelled':
    case 'failed':
      return words.m.noneUnjudged;
  }
}

function failuresView(run: Run, words: Words, ask: () => void): Part {
  const failed = run.engines.filter((engine) => engine.status !== 'COMPLETED');
  if (run.status === 'COMPLETED' && failed.length === 0 && run.engines.length > 0) {
    return nothing;
  }
  return html`<div class="problem">
    ${judgedSomething(run) ? nothing : html`<p>${words.m.runFailed}</p>`}
    ${failed.map((engine) => html`<p>${engineWords(engine, words)}</p>`)}
    ${againButton(words.m.askAgain, ask)}
  </div>`;
}

function engineWords({ engine, error }: EngineRun, { m }: Words): string {
  return error ? fill(m.engineFailed, { engine, error }) : fill(m.engineFailedSilent, { engine });
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

import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence, Suggestion } from '@aisupport/core/api/contract';
import { type Passage, passages } from '@aisupport/core/passages';
import { safeUrl } from '@aisupport/core/safe-url';
import { fill, type Words, worded } from '../i18n/words';
import { recordUrl } from '../link';
import type { CardContext } from './card-context';
import { indicatorIcon } from './icons';
import { outside } from './problem';

type Part = TemplateResult | typeof nothing;

export function headView(suggestion: Suggestion, context: CardContext): TemplateResult {
  const { words } = context;
  const { m } = words;
  const { indicator, kind, label, summary, createdAt } = suggestion;
  return html`<div class="head">
      <p class="indicator">
        ${indicatorIcon(indicator)} <strong>${worded(m.indicator, indicator)}</strong> ·
        ${worded(m.kind, kind)}
        <span class="made">· ${fill(m.made, { date: words.dateTime(createdAt) })}</span>
      </p>
      <p class="label">${label}</p>
    </div>
    ${suggestion.outside ? fromOutside(suggestion.engine.id, context) : nothing}
    <h3 id="summary" tabindex="-1">${summary ?? m.erased}</h3>`;
}

/** Where it comes from stands above what it says: a GP weighs the words by it. */
function fromOutside(id: string, context: CardContext): TemplateResult {
  const { from } = context.words.m.outside;
  return html`<p class="from">${fill(from, { engine: context.engineName(id) })}</p>`;
}

/** What a GP needs to judge the suggestion: its words, the records for and against, its source and limits. */
export function groundsView(suggestion: Suggestion, context: CardContext): TemplateResult {
  const { m } = context.words;
  const { evidence, limits, detail } = suggestion;
  return html`${detail ? html`<p class="detail">${detail}</p>` : nothing}
    ${evidence.length === 0 ? html`<p class="norecord">${m.noRecord}</p>` : nothing}
    <div class="stances">
      ${stanceView(m.speaksFor, evidence.filter(isFor), context)}
      ${stanceView(m.speaksAgainst, evidence.filter(isAgainst), context)}
      ${stanceView(m.alsoCited, evidence.filter(isNeither), context)}
    </div>
    <dl>
      ${sourceView(suggestion, context.words)}
      ${
        limits
          ? html`<dt>${m.limits}</dt>
              <dd>${limits}</dd>`
          : nothing
      }
    </dl>`;
}

const isFor = ({ stance }: Evidence): boolean => stance === 'FOR';
const isAgainst = ({ stance }: Evidence): boolean => stance === 'AGAINST';
const isNeither = (item: Evidence): boolean => !isFor(item) && !isAgainst(item); // a newer server's word

function stanceView(heading: string, items: readonly Evidence[], context: CardContext): Part {
  if (items.length === 0) {
    return nothing;
  }
  return html`<div>
    <h4>${heading}</h4>
    <ul class="evidence">
      ${items.map((item) => html`<li>${evidenceView(item, context)}</li>`)}
    </ul>
  </div>`;
}

function evidenceView(item: Evidence, { words, recordLink, patient }: CardContext): TemplateResult {
  const text = passages(item.value ? `${item.display}: ${item.value}` : item.display).map(passageView);
  const href = recordUrl(recordLink, patient, item.record);
  const date = item.date ? html` <span class="date">${words.date(item.date)}</span>` : nothing;
  return html`${href === undefined ? text : outside(href, text, words)}${date}`;
}

const passageView = ({ text, marked }: Passage): TemplateResult | string =>
  marked ? html`<mark>${text}</mark>` : text;

/** Its name; how it is cited stands with the engine, one click away. */
function sourceView({ source }: Suggestion, words: Words): Part {
  if (!source) {
    return nothing;
  }
  const href = safeUrl(source.url);
  const label = href === undefined ? source.label : outside(href, source.label, words);
  return html`<dt>${words.m.source}</dt>
    <dd>${label}</dd>`;
}

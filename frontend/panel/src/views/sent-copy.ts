import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Sent } from '@aisupport/core/api/contract';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { indented } from '@aisupport/core/indented';
import { sentLines, type SentLine, type SentRecord } from '@aisupport/core/sent-lines';
import { fill, type Words, worded } from '../i18n/words';
import { base } from '../styles/base';
import { sent as styles } from '../styles/sent';
import type { CardContext } from './card-context';
import { problemView } from './problem';

/** What a run sent to an engine outside, in lines and letter by letter (E6); asked for only when the GP opens it, for looking is audited. */
export class SentCopy extends LitElement {
  static override styles = [base, styles];
  static override properties = {
    run: { attribute: false },
    engine: { attribute: false },
    named: { attribute: false },
    context: { attribute: false },
  };
  declare run: string;
  declare engine: string;
  /** Whether its title says to whom, where that is not plain from what stands around it. */
  declare named: boolean;
  declare context: CardContext;
  private copies: readonly Sent[] | undefined;
  private problem: Problem | undefined;
  private asking = false;
  private askedOf = '';

  protected override willUpdate(): void {
    if (this.askedOf !== this.run) {
      this.askedOf = this.run;
      this.copies = undefined;
      this.problem = undefined;
    }
  }

  protected override render(): TemplateResult {
    const { m } = this.context.words;
    const title = this.named
      ? fill(m.sent.titleTo, { engine: this.context.engineName(this.engine) })
      : m.sent.title;
    return html`<details @toggle=${this.toggled}>
      <summary>${title}</summary>
      ${this.content()}
    </details>`;
  }

  private content(): TemplateResult {
    const { context, copies } = this;
    const { words } = context;
    if (this.problem) {
      return problemView(this.problem, context, () => void this.load());
    }
    if (!copies) {
      return html`<p>${words.m.aboutLoading}</p>`;
    }
    return copies.length === 0
      ? html`<p>${words.m.sent.none}</p>`
      : html`${copies.map((copy) => copyView(copy, words))}`;
  }

  private readonly toggled = (event: Event): void => {
    if (event.target === event.currentTarget && (event.target as HTMLDetailsElement).open && !this.copies) {
      void this.load();
    }
  };

  private async load(): Promise<void> {
    if (this.asking) {
      return;
    }
    this.asking = true;
    this.problem = undefined;
    this.requestUpdate();
    try {
      const { results } = await this.context.sent(this.run);
      this.copies = results.filter(({ engine }) => engine === this.engine);
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
    this.asking = false;
    this.requestUpdate();
  }
}

function copyView({ recipient, sentAt, keptUntil, payload }: Sent, words: Words): TemplateResult {
  const { sent } = words.m;
  const values = { recipient, time: words.dateTime(sentAt), until: words.date(keptUntil) };
  return html`<p>${fill(sent.when, values)}</p>
    ${payload === undefined ? html`<p>${sent.unreadable}</p>` : payloadView(payload, words)}`;
}

function payloadView(payload: string, words: Words): TemplateResult {
  const { sent } = words.m;
  const lines = sentLines(payload);
  return html`${lines === undefined ? html`<p>${sent.unknown}</p>` : linesView(lines, words)}
    <details ?open=${lines === undefined}>
      <summary>${sent.letters}</summary>
      <p>${sent.ids}</p>
      <pre>${indented(payload)}</pre>
    </details>`;
}

function linesView(lines: readonly SentLine[], words: Words): TemplateResult {
  return lines.length === 0
    ? html`<p>${words.m.sent.nothing}</p>`
    : html`<ul>
        ${lines.map((line) => html`<li>${lineView(line, words)}</li>`)}
      </ul>`;
}

function lineView(line: SentLine, words: Words): TemplateResult {
  const { sent } = words.m;
  switch (line.kind) {
    case 'age':
      return html`${fill(sent.age, { value: line.value })}`;
    case 'sex':
      return html`${worded(sent.sex, line.value)}`;
    case 'none':
      return html`${fill(sent.noneRecorded, { name: line.name })}`;
    case 'accepted':
      return html`${sent.accepted}`;
    case 'rejected':
      return html`${line.reason === undefined ? sent.rejected : fill(sent.rejectedFor, { reason: line.reason })}`;
    case 'other':
      return html`${fill(sent.something, { name: line.name })}`;
    case 'measurement':
    case 'problem':
    case 'medicine':
    case 'answer':
      return recordView(line, words);
  }
}

function recordView(line: SentRecord, words: Words): TemplateResult {
  const { sent } = words.m;
  const { name, value, active, date } = line;
  const said = typeof value === 'boolean' ? (value ? sent.yes : sent.no) : value;
  return html`${said ? `${name}: ${said}` : name}${active === false ? ` (${sent.inactive})` : nothing}
  ${date ? html`<span class="date">${words.date(date)}</span>` : nothing}`;
}

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Engine, Suggestion } from '@aisupport/core/api/contract';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { ruleId, ruleOf } from '@aisupport/core/rule-of';
import { fill, worded } from '../i18n/words';
import { base } from '../styles/base';
import { facts } from '../styles/facts';
import type { CardContext } from './card-context';
import { problemView } from './problem';

/** The source as cited; who made the engine, what for, and what to beware of (E4), asked for only when the GP opens it. */
export class SourceCard extends LitElement {
  static override styles = [base, facts];
  static override properties = { suggestion: { attribute: false }, context: { attribute: false } };
  declare suggestion: Suggestion;
  declare context: CardContext;
  private engine: Engine | undefined;
  private problem: Problem | undefined;
  private asking = false;

  protected override render(): TemplateResult {
    const { engine, source } = this.suggestion;
    const title = fill(this.context.words.m.about, {
      engine: engine.id,
      version: engine.version,
      rule: ruleId(engine.rule),
    });
    return html`<details @toggle=${this.toggled}>
      <summary>${title}</summary>
      ${source ? html`<p>${source.citation}</p>` : nothing} ${this.content()}
    </details>`;
  }

  private content(): TemplateResult {
    if (this.problem) {
      return problemView(this.problem, this.context, () => void this.load());
    }
    return this.engine ? this.card(this.engine) : html`<p>${this.context.words.m.aboutLoading}</p>`;
  }

  private card(engine: Engine): TemplateResult {
    const { words } = this.context;
    const { m } = words;
    return html`<dl>
        ${entry(m.developer, engine.developer)} ${entry(m.funding, engine.funding)}
        ${entry(m.purpose, engine.purpose)} ${entry(m.intendedUse, engine.intendedUse)}
        ${entry(m.cautions, engine.cautions)} ${entry(m.validation, engine.validation)}
        ${entry(m.inputs, words.list(engine.inputs))} ${entry(m.runsWhere, worded(m.where, engine.where))}
        ${entry(m.licence, engine.licence)}
      </dl>
      ${this.review(engine)}`;
  }

  private review(engine: Engine): TemplateResult | typeof nothing {
    const { words } = this.context;
    const rule = ruleOf(this.suggestion.engine.rule, engine);
    if (!rule) {
      return nothing;
    }
    const { m } = words;
    const text = rule.reviewDue ? m.ruleOverdue : m.ruleReview;
    const { revised, uses, usesNot } = rule;
    return html`${revised ? html`<p>${fill(m.ruleRevised, { date: words.date(revised) })}</p>` : nothing}
      <p>${fill(text, { date: words.date(rule.reviewDate) })}</p>
      ${uses ? html`<p>${fill(m.ruleUses, { used: words.list(uses) })}</p>` : nothing}
      ${usesNot ? html`<p>${fill(m.ruleUsesNot, { unused: words.list(usesNot) })}</p>` : nothing}`;
  }

  private readonly toggled = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open && !this.engine) {
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
      this.engine = await this.context.engine(this.suggestion.engine.id);
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
    this.asking = false;
    this.requestUpdate();
  }
}

function entry(term: string, text: string | undefined): TemplateResult | typeof nothing {
  return text
    ? html`<dt>${term}</dt>
        <dd>${text}</dd>`
    : nothing;
}

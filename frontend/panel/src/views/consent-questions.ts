import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words';
import { type ConsentDraft, isByAnother, type Mistakes } from '@aisupport/core/state/consent-draft';
import { choiceView, dateField, textField } from './fields';

interface Asked {
  readonly draft: ConsentDraft;
  readonly mistakes: Mistakes;
  readonly words: Words;
  readonly change: (part: Partial<ConsentDraft>) => void;
}

const DECISIONS = ['GRANT', 'REFUSE'] as const;
const ROLES = ['PATIENT', 'GUARDIAN', 'PROXY'] as const;
const METHODS = ['SPOKEN', 'WRITTEN', 'ELECTRONIC'] as const;

/** What the patient said, who said it and how; for a no, only the first is needed. */
export function questionsView(asked: Asked): TemplateResult {
  const { draft } = asked;
  return html`${decisionView(asked)} ${roleView(asked)}
  ${isByAnother(draft) ? otherGiverView(asked) : nothing} ${methodView(asked)}
  ${draft.decision === 'GRANT' ? html`${sensitiveView(asked)} ${validUntilView(asked)}` : nothing}
  ${noteView(asked)}`;
}

function decisionView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  const choices = DECISIONS.map((value) => ({ value, label: value === 'GRANT' ? m.yes : m.no }));
  const asked = { name: 'decision', question: m.question, hint: m.noHint };
  return choiceView(asked, choices, draft.decision, mistakes.decision, (decision) => {
    change({ decision });
  });
}

function roleView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  const choices = ROLES.map((value) => ({ value, label: m[value] }));
  const asked = { name: 'role', question: question(m.giver, draft, words) };
  return choiceView(asked, choices, draft.role, mistakes.role, (role) => {
    change({ role });
  });
}

function otherGiverView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  return html`${textField('name', m.name, draft.name, 255, mistakes.name, (name) => {
    change({ name });
  })}
  ${textField('relationship', m.relationship, draft.relationship, 255, mistakes.relationship, (text) => {
    change({ relationship: text });
  })}`;
}

function methodView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  const choices = METHODS.map((value) => ({ value, label: m[value] }));
  const asked = { name: 'method', question: question(m.method, draft, words) };
  return choiceView(asked, choices, draft.method, mistakes.method, (method) => {
    change({ method });
  });
}

/** A question of its own (C10): a yes to reading is none to this, and no answer is a no. */
function sensitiveView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  const asked = { name: 'includesSensitive', question: m.sensitive, hint: m.sensitiveHint };
  const choices = [
    { value: 'yes', label: m.sensitiveYes },
    { value: 'no', label: m.sensitiveNo },
  ] as const;
  return choiceView(asked, choices, draft.sensitive, mistakes.includesSensitive, (sensitive) => {
    change({ sensitive });
  });
}

function validUntilView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  const asked = { name: 'expires', label: `${m.validUntil} ${m.optional}`, hint: m.validHint };
  return dateField(asked, draft.expires, mistakes.expires, (expires) => {
    change({ expires });
  });
}

function noteView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  return textField('note', `${m.note} ${m.optional}`, draft.note, 1000, mistakes.note, (note) => {
    change({ note });
  });
}

function question(text: string, draft: ConsentDraft, words: Words): string {
  return draft.decision === 'REFUSE' ? `${text} ${words.m.form.optional}` : text;
}

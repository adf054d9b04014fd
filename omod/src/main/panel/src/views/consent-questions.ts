import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words';
import { type ConsentDraft, isByAnother, type Mistakes } from './consent-draft';
import { choiceView, textField } from './fields';

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
  ${draft.decision === 'GRANT' ? sensitiveView(asked) : nothing} ${noteView(asked)}`;
}

function decisionView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  const choices = DECISIONS.map((value) =>
    value === 'GRANT' ? { value, label: m.yes } : { value, label: m.no, hint: m.noHint },
  );
  return choiceView('decision', m.question, choices, draft.decision, mistakes.decision, (decision) => {
    change({ decision });
  });
}

function roleView({ draft, mistakes, words, change }: Asked): TemplateResult {
  const m = words.m.form;
  const choices = ROLES.map((value) => ({ value, label: m[value] }));
  return choiceView('role', question(m.giver, draft, words), choices, draft.role, mistakes.role, (role) => {
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
  const asked = question(m.method, draft, words);
  return choiceView('method', asked, choices, draft.method, mistakes.method, (method) => {
    change({ method });
  });
}

function sensitiveView({ draft, words, change }: Asked): TemplateResult {
  const changed = (event: Event): void => {
    change({ includesSensitive: (event.target as HTMLInputElement).checked });
  };
  return html`<label class="choice">
    <input type="checkbox" .checked=${draft.includesSensitive} @change=${changed} />
    ${words.m.form.sensitive}
  </label>`;
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

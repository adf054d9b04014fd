import { html, nothing, type TemplateResult } from 'lit';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface Question {
  readonly name: string;
  readonly question: string;
  readonly hint?: string;
}

/** Radio buttons under a question, all of one size; none is chosen beforehand. */
export function choiceView<T extends string>(
  { name, question, hint }: Question,
  choices: readonly Choice<T>[],
  chosen: T | undefined,
  mistake: string | undefined,
  choose: (value: T) => void,
): TemplateResult {
  return html`<fieldset class=${name} aria-describedby="${name}-hint ${name}-error">
    <legend>${question}</legend>
    <p class="quiet hint" id="${name}-hint">${hint ?? nothing}</p>
    ${choices.map(
      ({ value, label }, index) =>
        html`<label class="choice">
          <input
            type="radio"
            id=${index === 0 ? name : nothing}
            name=${name}
            value=${value}
            .checked=${chosen === value}
            @change=${() => {
              choose(value);
            }}
          />
          ${label}
        </label>`,
    )}
    ${errorView(name, mistake)}
  </fieldset>`;
}

interface DateAsked {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

/** The browser's own date field: it is read, typed and picked in the reader's language. */
export function dateField(
  { name, label, hint }: DateAsked,
  value: string,
  mistake: string | undefined,
  change: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type="date"
      .value=${value}
      aria-invalid=${mistake !== undefined}
      aria-describedby="${name}-hint ${name}-error"
      @input=${(event: Event) => {
        change((event.target as HTMLInputElement).value);
      }}
    />
    <p class="quiet" id="${name}-hint">${hint}</p>
    ${errorView(name, mistake)}
  </div>`;
}

export function textField(
  name: string,
  label: string,
  value: string,
  maxlength: number,
  mistake: string | undefined,
  change: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type="text"
      autocomplete="off"
      maxlength=${maxlength}
      .value=${value}
      aria-invalid=${mistake !== undefined}
      aria-describedby="${name}-error"
      @input=${(event: Event) => {
        change((event.target as HTMLInputElement).value);
      }}
    />
    ${errorView(name, mistake)}
  </div>`;
}

export function errorView(name: string, mistake: string | undefined): TemplateResult {
  return html`<p class="error" id="${name}-error">${mistake ?? nothing}</p>`;
}

import { html, nothing, type TemplateResult } from 'lit';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Radio buttons under a question; none is chosen beforehand. */
export function choiceView<T extends string>(
  name: string,
  question: string,
  choices: readonly Choice<T>[],
  chosen: T | undefined,
  mistake: string | undefined,
  choose: (value: T) => void,
): TemplateResult {
  return html`<fieldset aria-describedby="${name}-error">
    <legend>${question}</legend>
    ${choices.map(
      ({ value, label, hint }, index) =>
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
          ${label}${hint ? html` <span class="quiet">${hint}</span>` : nothing}
        </label>`,
    )}
    ${errorView(name, mistake)}
  </fieldset>`;
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

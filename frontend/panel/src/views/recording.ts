import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentFormContext } from './consent-form';

/** The open form's context, or how to open it; neither without the privilege. */
export interface Recording {
  readonly form: ConsentFormContext | undefined;
  readonly openForm: (() => void) | undefined;
}

type Part = TemplateResult | typeof nothing;

export function formView({ form }: Recording): Part {
  return form ? html`<aisupport-consent-form .context=${form}></aisupport-consent-form>` : nothing;
}

export function openFormButton({ form, openForm }: Recording, text: string): Part {
  return openForm && !form
    ? html`<button type="button" class="plain" @click=${openForm}>${text}</button>`
    : nothing;
}

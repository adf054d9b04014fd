import { html, nothing, type TemplateResult } from 'lit';
import type { PurposeState } from '@aisupport/core/api/contract';
import { daysUntilDue } from '@aisupport/core/state/denial';
import type { Words } from '../i18n/words';
import { formView, openFormButton, type Recording } from './recording';

/** A yes that ends soon is asked for again in time, in one line and without urging (C7). */
export function renewalView(
  consent: PurposeState,
  words: Words,
  recording: Recording,
): TemplateResult | typeof nothing {
  const days = daysUntilDue(consent);
  if (days === undefined) {
    return nothing;
  }
  return html`<p class="consent">
      <span>${words.count(words.m.endsSoon, days)}</span>
      ${openFormButton(recording, words.m.recordAgain)}
    </p>
    ${formView(recording)}`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { PurposeState } from '@aisupport/core/api/contract';
import { parseIso, type Words } from '../i18n/words';
import { formView, openFormButton, type Recording } from './recording';

const DUE_DAYS = 60;
const DAY_MS = 86_400_000;

/** A yes that ends soon is asked for again in time, in one line and without urging (C7). */
export function renewalView(
  { expires }: PurposeState,
  words: Words,
  recording: Recording,
): TemplateResult | typeof nothing {
  const days = expires === undefined ? NaN : Math.ceil((parseIso(expires).getTime() - Date.now()) / DAY_MS);
  if (!(days <= DUE_DAYS)) {
    return nothing;
  }
  return html`<p class="consent">
      <span>${words.count(words.m.endsSoon, Math.max(days, 0))}</span>
      ${openFormButton(recording, words.m.recordAgain)}
    </p>
    ${formView(recording)}`;
}

import { html, type TemplateResult } from 'lit';
import { patientReportUrl } from '@aisupport/core/api/report';
import type { Words } from '../i18n/words';
import { outside } from './problem';

/** What the patient may be handed. Last and quiet, for it is asked for once in many visits. */
export function reportView(base: string, patient: string, words: Words): TemplateResult {
  const { title, page, pdf } = words.m.report;
  return html`<p class="quiet report">
    <span>${title}:</span>
    ${outside(patientReportUrl(base, patient, 'html'), page, words)}
    ${outside(patientReportUrl(base, patient, 'pdf'), pdf, words)}
  </p>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Leaflet } from '@aisupport/core/api/contract';
import { fill, languages, type Words } from '../i18n/words';

export type LeafletState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly leaflet: Leaflet }
  | { readonly kind: 'failed' };

/** Which leaflet the giver was told, and its words. */
export function leafletView(
  state: LeafletState,
  wanted: string,
  words: Words,
  choose: (language: string) => void,
): TemplateResult {
  const m = words.m.form;
  const chosen = (event: Event): void => {
    choose((event.target as HTMLSelectElement).value);
  };
  return html`<div class="field">
      <label for="leaflet">${m.leafletLanguage}</label>
      <select id="leaflet" @change=${chosen}>
        ${Object.keys(languages).map(
          (tag) => html`<option value=${tag} ?selected=${tag === wanted}>${words.language(tag)}</option>`,
        )}
      </select>
    </div>
    ${contentView(state, wanted, words, choose)}`;
}

function contentView(
  state: LeafletState,
  wanted: string,
  words: Words,
  choose: (language: string) => void,
): TemplateResult {
  switch (state.kind) {
    case 'loading':
      return html`<p class="quiet">${words.m.aboutLoading}</p>`;
    case 'failed':
      return html`<p class="error">
        ${words.m.form.leafletMissing}
        <button
          type="button"
          class="plain"
          @click=${() => {
            choose(wanted);
          }}
        >
          ${words.m.retry}
        </button>
      </p>`;
    case 'loaded':
      return textView(state.leaflet, wanted, words);
  }
}

function textView(leaflet: Leaflet, wanted: string, words: Words): TemplateResult {
  const m = words.m.form;
  const language = words.language(leaflet.language);
  const other = leaflet.language.split('-')[0] !== wanted;
  return html`${other ? html`<p class="standing">${fill(m.leafletOther, { language })}</p>` : nothing}
    <details class="leaflet" open>
      <summary>${fill(m.leafletRead, { title: leaflet.title })}</summary>
      <div lang=${leaflet.language}>${leaflet.text.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
    </details>
    <dl>
      <dt>${m.recipient}</dt>
      <dd>${leaflet.recipient}</dd>
      <dt>${m.country}</dt>
      <dd>${leaflet.country}</dd>
      <dt>${m.retention}</dt>
      <dd>${leaflet.retention}</dd>
    </dl>
    <details>
      <summary>${fill(m.leafletFacts, { version: leaflet.version, language })}</summary>
      <p class="quiet hash">${m.fingerprint}: ${leaflet.sha256}</p>
    </details>`;
}

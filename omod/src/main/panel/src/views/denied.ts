import { html, nothing, type TemplateResult } from 'lit';
import type { PurposeState } from '../api/contract';
import { fill, known, type Words } from '../i18n/words';
import type { Denied, Withdrawal } from '../state/model';
import type { CardContext } from './card-context';
import type { ConsentFormContext } from './consent-form';
import { sectionOfDecided } from './list';
import { problemView } from './problem';

export interface DeniedActions {
  /** The open form's context, or how to open it; neither without the privilege. */
  readonly form: ConsentFormContext | undefined;
  readonly openForm: (() => void) | undefined;
  readonly listAgain: () => void;
}

type Part = TemplateResult | typeof nothing;

/** No consent: why not, and how to record one. In grey, for a no is a fine answer. */
export function deniedView(state: Denied, context: CardContext, actions: DeniedActions): TemplateResult {
  const { words } = context;
  const { m } = words;
  return html`<div class="off">
      <p><strong>${m.consentOff}</strong> ${deniedWords(state.consent, words)} ${m.nothingComputed}</p>
      ${state.withdrawal ? withdrawalView(state.withdrawal, words) : nothing}
      ${recordView(state, actions, m.record)}
    </div>
    ${
      state.listing.kind === 'loaded'
        ? sectionOfDecided(state.listing.shelf.arrange().earlier, context)
        : nothing
    }
    ${
      state.listing.kind === 'failed'
        ? problemView(state.listing.problem, context, actions.listAgain)
        : nothing
    }`;
}

function deniedWords(consent: PurposeState, words: Words): string {
  const { m } = words;
  const reason = consent.reason ?? 'UNREADABLE';
  const text = known(m.deniedOn, reason);
  const date = reason === 'EXPIRED' ? (consent.expires ?? consent.since) : consent.since;
  return text !== undefined && date !== undefined
    ? fill(text, { date: words.date(date) })
    : (known(m.denied, reason) ?? fill(m.deniedOther, { reason }));
}

function withdrawalView({ removed, shared }: Withdrawal, words: Words): TemplateResult {
  const { m } = words;
  return html`${removed > 0 ? html`<p>${words.count(m.withdrawnOpen, removed)}</p>` : nothing}
    ${
      shared.length === 0
        ? html`<p>${m.nothingShared}</p>`
        : html`<p>${m.shared}</p>
            <ul>
              ${shared.map(
                ({ recipient, at }) =>
                  html`<li>${fill(m.sharedLine, { recipient, date: words.dateTime(at) })}</li>`,
              )}
            </ul>`
    }
    <p>${m.askAnew}</p>`;
}

function recordView(state: Denied, actions: DeniedActions, text: string): Part {
  if (state.consent.reason === 'DECEASED') {
    return nothing;
  }
  if (actions.form) {
    return html`<aisupport-consent-form .context=${actions.form}></aisupport-consent-form>`;
  }
  return actions.openForm
    ? html`<button type="button" class="plain" @click=${actions.openForm}>${text}</button>`
    : nothing;
}

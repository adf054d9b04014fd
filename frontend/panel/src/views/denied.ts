import { html, nothing, type TemplateResult } from 'lit';
import type { PurposeState } from '@aisupport/core/api/contract';
import { dayOfDenial, mayBeAsked } from '@aisupport/core/state/denial';
import { fill, known, type Words } from '../i18n/words';
import type { Denied } from '@aisupport/core/state/model';
import { afterNoView, noticeView, undoProblem, undoView } from './after-no';
import type { CardContext } from './card-context';
import { sectionOfDecided } from './list';
import { problemView } from './problem';
import { formView, openFormButton, type Recording } from './recording';

export interface DeniedActions extends Recording {
  readonly undo: () => void;
  readonly listAgain: () => void;
}

type Part = TemplateResult | typeof nothing;

/** No consent: why not, and how to record one. In grey, for a no is a fine answer. */
export function deniedView(state: Denied, context: CardContext, actions: DeniedActions): TemplateResult {
  const { words } = context;
  const { m } = words;
  return html`<div class="off">
      ${noticeView(state.notice, words, false)}
      <p><strong>${m.consentOff}</strong> ${deniedWords(state.consent, words)} ${m.nothingComputed}</p>
      ${state.afterNo ? afterNoView(state.afterNo, words) : nothing} ${waysView(state, words, actions)}
      ${undoProblem(state.undo, context)} ${mayBeAsked(state.consent) ? formView(actions) : nothing}
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

/** A word that only a newer server knows is told by the status that it comes with. */
export function deniedWords(consent: PurposeState, words: Words): string {
  const { m } = words;
  const { status, reason = 'UNREADABLE' } = consent;
  const plain = known(m.denied, reason);
  if (plain === undefined) {
    return `${known(m.standing, status) ?? ''} ${fill(m.deniedOther, { reason })}`.trim();
  }
  const dated = known(m.deniedOn, reason);
  const date = dayOfDenial(consent);
  return dated !== undefined && date !== undefined ? fill(dated, { date: words.date(date) }) : plain;
}

function waysView(state: Denied, words: Words, actions: DeniedActions): Part {
  if (!mayBeAsked(state.consent)) {
    return nothing;
  }
  const undo = state.undo ? undoView(state.undo, words, actions.undo) : nothing;
  const record = openFormButton(actions, words.m.record);
  return undo === nothing && record === nothing ? nothing : html`<p class="ways">${undo} ${record}</p>`;
}

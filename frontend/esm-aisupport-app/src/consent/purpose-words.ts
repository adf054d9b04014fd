import type { Purpose, PurposeState } from '@aisupport/core/api/contract';
import { day } from '../words/dates';
import type { Words } from '../words/use-words';
import { denialWords } from './denial-words';

export function purposeName(purpose: Purpose, t: Words): string {
  switch (purpose) {
    case 'own-care':
      return t('purposeOwnCare', 'AI in this practice');
    case 'external-processing':
      return t('purposeExternalProcessing', 'A service outside the practice');
    case 'quality':
      return t('purposeQuality', 'Statistics about the support');
    case 'development':
      return t('purposeDevelopment', 'Data to develop AI, public or non-commercial');
    case 'commercial':
      return t('purposeCommercial', 'Data to commercial companies');
  }
}

/** How a purpose stands, in one or two sentences: what counts is the gate's answer, not the last word said. */
export function standingWords(state: PurposeState, ownCare: PurposeState | undefined, t: Words): string {
  if (state.permitted) {
    return `${yesWords(state, t)} ${sensitiveWords(state, t)}`;
  }
  if (waitsForOwnCare(state, ownCare)) {
    return t(
      'consentNeedsOwnCare',
      'The patient said yes, but it counts only together with a yes to AI in this practice.',
    );
  }
  return denialWords(state, t);
}

/** C1: a service outside the practice needs the yes to own care as well. */
function waitsForOwnCare({ purpose, status }: PurposeState, ownCare: PurposeState | undefined): boolean {
  return purpose === 'external-processing' && status === 'GRANTED' && ownCare?.permitted === false;
}

function yesWords({ since = '', expires }: PurposeState, t: Words): string {
  return expires === undefined
    ? t('consentYesSince', 'Yes since {{since}}.', { since: day(since) })
    : t('consentYesUntil', 'Yes since {{since}}, expires {{expires}}.', {
        since: day(since),
        expires: day(expires),
      });
}

function sensitiveWords({ includesSensitive }: PurposeState, t: Words): string {
  return includesSensitive
    ? t('consentSensitiveIn', 'Sensitive topics are included.')
    : t('consentSensitiveOut', 'Sensitive topics are left out.');
}

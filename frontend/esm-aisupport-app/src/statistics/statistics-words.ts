import type { Outcomes } from '@aisupport/core/api/statistics';
import { reasonWords } from '../suggestions/reason-words';
import type { Words } from '../words/use-words';

/** What a suggestion may have become, in the order in which plots stack it. */
export function outcomeWords(
  t: Words,
): Readonly<Record<Exclude<keyof Outcomes, 'proposed' | 'shown' | 'undone'>, string>> {
  return {
    accepted: t('statAccepted', 'Accepted'),
    acceptedWithEdits: t('statEdited', 'Accepted with edits'),
    rejected: t('statRejected', 'Rejected'),
    open: t('statOpen', 'Open'),
    unreviewed: t('statUnreviewed', 'Unreviewed'),
    superseded: t('statSuperseded', 'Superseded'),
    withdrawn: t('statWithdrawn', 'Withdrawn'),
  };
}

export function rejectionWords(code: string | undefined, t: Words): string {
  return code === undefined ? t('statNoReason', 'No reason given') : reasonWords(code, code, t);
}

export function percent(share: number | undefined, t: Words): string {
  return share === undefined ? '–' : t('statPercent', '{{number}} %', { number: share });
}

/** @param language the page's: not all write a decimal point */
export function seconds(millis: number, t: Words, language: string): string {
  return t('statSeconds', '{{number}} s', { number: oneDecimal(millis / 1000, language) });
}

export function oneDecimal(number: number, language: string): string {
  return number.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

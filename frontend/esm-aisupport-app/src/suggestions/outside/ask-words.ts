import type { PurposeState } from '@aisupport/core/api/contract';
import { textFor, type Words } from '../../words/use-words';

/** Which yes an engine outside needs. */
export function neededWords({ purpose }: PurposeState, t: Words): string {
  const texts = {
    'external-processing': t('askNeedsExternal', 'Needs the patient’s yes to services outside the practice.'),
    commercial: t('askNeedsCommercial', 'Needs the patient’s yes to data for commercial companies.'),
  };
  return textFor(texts, purpose) ?? purpose;
}

/** @param added absent where it did not finish */
export function addedWords(engine: string, added: number | undefined, t: Words): string {
  if (added === undefined) {
    return t('engineFailedSilent', '{{engine}} did not finish.', { engine });
  }
  return added === 0
    ? t('askAddedNone', '{{engine}} added no suggestion. This is not reassurance.', { engine })
    : t('askAdded', '{{engine}} added {{count}} suggestions.', { engine, count: added });
}

import type { AwaitingList } from '@aisupport/core/api/contract';
import { suggestionCount } from '../suggestions/run-words';
import type { Words } from '../words/use-words';

/** How many suggestions of how many patients wait; of one patient, if only that one was asked for. */
export function countWords(list: AwaitingList, patient: string | undefined, t: Words): string {
  const { totalCount, patients } = list;
  if (totalCount === 0) {
    return patient === undefined
      ? t('awaitingNothing', 'Nothing awaits your decision.')
      : t('awaitingNothingOfOne', 'Nothing about this patient awaits your decision.');
  }
  return t('awaitingCounts', '{{suggestions}} about {{patients}}', {
    suggestions: suggestionCount(totalCount, t),
    patients: t('awaitingPatients', '{{count}} patients', {
      count: patient === undefined ? patients.length : 1,
    }),
  });
}

export function moreWords(t: Words): string {
  return t(
    'awaitingMore',
    'More patients wait than are shown here; the ones who have waited longest come first.',
  );
}

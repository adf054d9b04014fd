import { nothing } from 'lit';
import type { Words } from '../i18n/words';
import type { Announcement } from '../state/model';

/** What the live region says, once, to a screen reader. */
export function said(announcement: Announcement | undefined, words: Words): string | typeof nothing {
  switch (announcement?.kind) {
    case undefined:
    case 'nothing':
      return nothing;
    case 'suggestions':
      return countWords(announcement.count, announcement.judged, words);
    case 'withdrawn':
      return words.m.withdrawn;
  }
}

function countWords(count: number, judged: boolean, words: Words): string {
  if (count > 0) {
    return words.count(words.m.suggestions, count);
  }
  return judged ? words.m.none : words.m.noneUnjudged;
}

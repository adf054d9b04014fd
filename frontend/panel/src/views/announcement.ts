import { nothing } from 'lit';
import type { Words } from '../i18n/words';
import type { Announcement } from '@aisupport/core/state/model';
import type { Silence } from '@aisupport/core/state/shelf';

/** What the live region says, once, to a screen reader. */
export function said(announcement: Announcement | undefined, words: Words): string | typeof nothing {
  switch (announcement?.kind) {
    case undefined:
    case 'nothing':
      return nothing;
    case 'suggestions':
      return announcement.count > 0
        ? words.count(words.m.suggestions, announcement.count)
        : silenceWords(announcement, words);
    case 'answered':
      return answeredWords(announcement, words);
  }
}

function answeredWords(
  { answer, removed = 0 }: Extract<Announcement, { kind: 'answered' }>,
  words: Words,
): string {
  const said = words.m.answered[answer];
  return removed > 0 ? `${said} ${words.count(words.m.removed, removed)}` : said;
}

interface Quiet {
  readonly silence: Silence | undefined;
  readonly judged: boolean;
}

/** Silence is never worded as reassurance: that nothing is left is said only after something was judged. */
export function silenceWords({ silence, judged }: Quiet, { m }: Words): string | typeof nothing {
  switch (silence) {
    case undefined:
      return nothing;
    case 'nothingLeft':
      return judged ? m.nothingLeft : m.noneUnjudged;
    case 'nothingFound':
      return judged ? m.none : m.noneUnjudged;
  }
}

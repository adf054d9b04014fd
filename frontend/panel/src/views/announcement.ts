import { nothing } from 'lit';
import { fill, type Words } from '../i18n/words';
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
    case 'outside':
      return outsideWords(announcement.engine, announcement.added, words);
    case 'answered':
      return answeredWords(announcement, words);
  }
}

/** @param added absent where it did not finish */
export function outsideWords(engine: string, added: number | undefined, words: Words): string {
  const { m } = words;
  if (added === undefined) {
    return fill(m.engineFailedSilent, { engine });
  }
  const { addedNone, added: some } = m.outside;
  return fill(added === 0 ? addedNone : words.count(some, added), { engine });
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

import type { Renewal } from '@aisupport/core/api/contract';
import { denialWords } from '../consent/denial-words';
import { day } from '../words/dates';
import { textFor, type Words } from '../words/use-words';

/** Why the patient may be asked again. A word that only a newer server knows is told as the consent tells it. */
export function dueWords(renewal: Renewal, t: Words): string {
  const { status, reason } = renewal;
  if (status === 'GRANTED') {
    return t('renewalEnds', 'The yes ends soon');
  }
  if (status === 'EXPIRED') {
    return t('renewalEnded', 'The yes has ended');
  }
  return textFor(reasons(t), reason ?? '') ?? denialWords(standing(renewal), t);
}

/** Until when the yes holds, or since when it does not. */
export function dateWords({ status, since, expires }: Renewal, t: Words): string {
  if (status === 'GRANTED' && expires !== undefined) {
    return t('renewalUntil', 'until {{date}}', { date: day(expires) });
  }
  const from = status === 'EXPIRED' ? (expires ?? since) : since;
  return from === undefined ? '' : t('renewalSince', 'since {{date}}', { date: day(from) });
}

function reasons(t: Words): Readonly<Record<string, string>> {
  return {
    LEAFLET_CHANGED: t('renewalLeaflet', 'The leaflet has changed'),
    CAME_OF_AGE: t('renewalAge', 'The patient has come of age'),
    GUARDIANSHIP_ENDED: t('renewalGuardian', 'Whoever said yes no longer speaks for the patient'),
    MERGED: t('renewalMerged', 'A record without a yes was merged in'),
    ATTRIBUTE_CHANGED: t('renewalAttribute', 'The yes was taken out at registration'),
    PENDING_EVIDENCE: t('renewalPending', 'A yes from registration waits for its evidence'),
  };
}

function standing({ purpose, status, reason, since, expires }: Renewal) {
  return {
    purpose,
    status,
    permitted: false,
    includesSensitive: false,
    ...(reason && { reason }),
    ...(since !== undefined && { since }),
    ...(expires !== undefined && { expires }),
  };
}

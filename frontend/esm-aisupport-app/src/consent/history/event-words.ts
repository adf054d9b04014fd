import type { ConsentEvent, DenialReason, Giver } from '@aisupport/core/api/contract';
import { day, languageName } from '../../words/dates';
import { textFor, type Words } from '../../words/use-words';

/** One line of the ledger as a sentence. */
export function eventWords(event: ConsentEvent, t: Words): string {
  const { decision, reason, givenBy } = event;
  switch (decision) {
    case 'GRANT':
      return t('eventGrant', '{{who}} said yes.', { who: giverWords(givenBy ?? { role: 'PATIENT' }, t) });
    case 'REFUSE':
      return givenBy
        ? t('eventRefuse', '{{who}} said no.', { who: giverWords(givenBy, t) })
        : t('eventRefuseNobody', 'A no was recorded.');
    case 'WITHDRAW':
      return withdrawalWords(event, t);
    case 'CORRECT':
      return t('eventCorrect', 'An entry was recorded in error. What stood before stands again.');
    case 'EXPIRE':
      return t('eventExpire', 'The consent expired.');
    case 'LAPSE':
      return lapseWords(reason ?? 'UNREADABLE', t);
    case 'IMPORT':
      return reason === 'REFUSED'
        ? t('importRefused', 'A no came from registration.')
        : t('importPending', 'A yes came from registration, without its evidence.');
    default:
      return t('eventUnknown', '{{decision}} ({{reason}})', { decision, reason: reason ?? '–' });
  }
}

export function giverWords({ role, name = '–', relationship = '–' }: Giver, t: Words): string {
  if (role === 'PATIENT') {
    return t('eventPatient', 'The patient');
  }
  const spoken = role === 'GUARDIAN' ? t('roleGuardian', 'guardian') : t('roleProxy', 'proxy');
  return t('eventOther', '{{name}} ({{relationship}}, {{role}})', { name, relationship, role: spoken });
}

export function methodWords({ method }: ConsentEvent, t: Words): string | undefined {
  return method === undefined
    ? undefined
    : textFor(
        {
          SPOKEN: t('methodSpoken', 'Spoken'),
          WRITTEN: t('methodWritten', 'In writing'),
          ELECTRONIC: t('methodElectronic', 'Electronically'),
        },
        method,
      );
}

/** How it was said, after which leaflet, and from when until when it holds. */
export function termsWords(event: ConsentEvent, reader: string, t: Words): readonly string[] {
  const { decision, leaflet, effectiveAt, recordedAt, expiresAt, includesSensitive } = event;
  const grant = decision === 'GRANT';
  return [
    methodWords(event, t),
    leaflet &&
      t('eventLeaflet', 'Leaflet version {{version}}, {{language}}', {
        version: leaflet.version,
        language: languageName(leaflet.language, reader),
      }),
    grant && day(effectiveAt) !== day(recordedAt)
      ? t('eventFrom', 'In effect from {{date}}', { date: day(effectiveAt) })
      : undefined,
    grant && expiresAt !== undefined
      ? t('eventUntil', 'Valid until {{date}}', { date: day(expiresAt) })
      : undefined,
    grant && includesSensitive ? t('tagSensitive', 'sensitive topics included') : undefined,
  ].filter((words) => words !== undefined);
}

function withdrawalWords({ givenBy, automatic }: ConsentEvent, t: Words): string {
  if (automatic) {
    return t('eventWithdrawAttribute', 'The consent was withdrawn: the patient’s attribute was set to no.');
  }
  return givenBy
    ? t('eventWithdraw', '{{who}} withdrew the consent.', { who: giverWords(givenBy, t) })
    : t('eventWithdrawNobody', 'The consent was withdrawn.');
}

function lapseWords(reason: DenialReason, t: Words): string {
  const texts = {
    LEAFLET_CHANGED: t('lapseLeafletChanged', 'The consent ended: the leaflet had changed.'),
    CAME_OF_AGE: t('lapseCameOfAge', 'The guardian’s yes ended: the patient had come of age.'),
    GUARDIANSHIP_ENDED: t(
      'lapseGuardianshipEnded',
      'The consent ended: whoever said yes no longer spoke for the patient.',
    ),
    MERGED: t('lapseMerged', 'The consent ended: two records became one.'),
    ATTRIBUTE_CHANGED: t(
      'lapseAttributeChanged',
      'The consent ended: the yes was taken out at registration.',
    ),
    NO_PATIENT: t('lapseNoPatient', 'The consent ended: the record was removed.'),
  };
  return textFor(texts, reason) ?? t('eventLapse', 'The consent ended ({{reason}}).', { reason });
}

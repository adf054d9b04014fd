import type { ConsentStatus, DenialReason, PurposeState } from '@aisupport/core/api/contract';
import { dayOfDenial } from '@aisupport/core/state/denial';
import { day } from '../words/dates';
import { textFor, type Words } from '../words/use-words';

/** Why AI may not read the record for this purpose. A word that only a newer server knows is told by its status. */
export function denialWords(state: PurposeState, t: Words): string {
  const { status, reason = 'UNREADABLE' } = state;
  const plain = textFor(reasons(t), reason);
  if (plain === undefined) {
    const other = t('deniedOther', 'AI may not read this record now ({{reason}}).', { reason });
    return [textFor(standings(t), status), other].filter(Boolean).join(' ');
  }
  const date = dayOfDenial(state);
  return (date === undefined ? undefined : textFor(datedReasons(day(date), t), reason)) ?? plain;
}

function datedReasons(date: string, t: Words): Readonly<Record<string, string>> {
  return {
    REFUSED: t('deniedOnRefused', 'The patient said no on {{date}}.', { date }),
    WITHDRAWN: t('deniedOnWithdrawn', 'The patient withdrew on {{date}}.', { date }),
    EXPIRED: t('deniedOnExpired', 'The consent expired on {{date}}. The patient can be asked again.', {
      date,
    }),
    NOT_YET_EFFECTIVE: t('deniedOnNotYetEffective', 'The patient said yes from {{date}} on.', { date }),
  };
}

function reasons(t: Words): Readonly<Record<DenialReason, string>> {
  return {
    NO_RECORD: t('deniedNoRecord', 'The patient has not been asked.'),
    REFUSED: t('deniedRefused', 'The patient said no.'),
    WITHDRAWN: t('deniedWithdrawn', 'The patient withdrew the consent.'),
    EXPIRED: t('deniedExpired', 'The consent has expired. The patient can be asked again.'),
    LEAFLET_CHANGED: t(
      'deniedLeafletChanged',
      'The leaflet has changed since the yes. The patient can be asked again with the new one.',
    ),
    CAME_OF_AGE: t(
      'deniedCameOfAge',
      'The patient has come of age, so the guardian’s yes has ended. The patient can be asked.',
    ),
    GUARDIANSHIP_ENDED: t(
      'deniedGuardianshipEnded',
      'Whoever said yes no longer speaks for the patient. The patient can be asked again.',
    ),
    GUARDIAN_NEEDED: t(
      'deniedGuardianNeeded',
      'The patient is a minor, so only a guardian can say yes. A guardian can be asked.',
    ),
    MERGED: t(
      'deniedMerged',
      'A record was merged into this one without a yes of its own. The patient can be asked again.',
    ),
    ATTRIBUTE_CHANGED: t(
      'deniedAttributeChanged',
      'The yes was taken out at registration. The patient can be asked again.',
    ),
    PENDING_EVIDENCE: t(
      'deniedPendingEvidence',
      'A yes was recorded at registration and waits for its evidence. Ask the patient and record the answer.',
    ),
    NOT_YET_EFFECTIVE: t('deniedNotYetEffective', 'The patient said yes, but for a later day.'),
    MIRROR_DIFFERS: t(
      'deniedMirrorDiffers',
      'The consent record and the patient’s attribute disagree. Until they agree, that means no.',
    ),
    DECEASED: t('deniedDeceased', 'The patient has died. Earlier decisions stay on record.'),
    NARROWED: t(
      'deniedNarrowed',
      'Sensitive topics were taken out of the consent meanwhile. Open this page again.',
    ),
    NO_PATIENT: t('deniedNoPatient', 'This record is closed: voided, merged into another, or removed.'),
    UNREADABLE: t('deniedUnreadable', 'The consent could not be read. Until it can, that means no.'),
  };
}

function standings(t: Words): Readonly<Record<ConsentStatus, string>> {
  return {
    NOT_RECORDED: t('standingNotRecorded', 'The patient has not been asked.'),
    GRANTED: t('standingGranted', 'The patient said yes, but that does not count now.'),
    REFUSED: t('standingRefused', 'The patient said no.'),
    WITHDRAWN: t('standingWithdrawn', 'The patient withdrew the consent.'),
    EXPIRED: t('standingExpired', 'The consent has expired.'),
    LAPSED: t('standingLapsed', 'The consent no longer holds.'),
    PENDING: t('standingPending', 'A yes was recorded and waits for its evidence.'),
  };
}

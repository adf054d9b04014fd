import type { Encounter, OpenmrsResource } from '@openmrs/esm-framework';
import type { Applicable, Applied, ChartEntryKind } from '@aisupport/core/api/contract';
import { dayAndTime } from '../../words/dates';
import type { Words } from '../../words/use-words';

/** Where accepting would write it. */
export function placeWords(kind: ChartEntryKind, t: Words): string {
  switch (kind) {
    case 'CONDITION':
      return t('entryCondition', 'On the problem list, as provisional');
    case 'DIAGNOSIS':
      return t('entryDiagnosis', 'Diagnosis in an encounter, as provisional');
    case 'PLAN_NOTE':
      return t('entryPlanNote', 'Plan note');
    default: // a newer server's kind
      return kind;
  }
}

/** By which a GP knows it among those of the visit: what it is, and when it was. Empty where nothing is known of it. */
export function encounterWords({ encounterType, form, encounterDatetime }: Encounter): string {
  const names = new Set([encounterType, form].map(nameOf));
  return [...names, encounterDatetime && dayAndTime(encounterDatetime)].filter(Boolean).join(', ');
}

function nameOf(named: OpenmrsResource | undefined): string | undefined {
  return named?.display ?? (named?.['name'] as string | undefined);
}

/** Why it can't be written as things stand. */
export function obstacleWords(obstacle: NonNullable<Applicable['obstacle']>, t: Words): string {
  switch (obstacle) {
    case 'NO_PRIVILEGE':
      return t('obstacleNoPrivilege', 'your account may not write this');
    case 'ALREADY_RECORDED':
      return t('obstacleAlreadyRecorded', 'it is there already');
    case 'NO_ENCOUNTER':
      return t('obstacleNoEncounter', 'it belongs to an encounter, and there was none');
    case 'NOT_CONFIGURED':
      return t('obstacleNotConfigured', 'this practice has not set it up');
    default: // a newer server's reason
      return obstacle;
  }
}

/** What became of it. */
export function appliedWords({ kind, status, reason }: Applied, t: Words): string {
  const what = placeWords(kind, t);
  switch (status) {
    case 'WRITTEN':
      return t('appliedWritten', 'Written: {{what}}', { what });
    case 'NOT_WRITTEN':
      return t('appliedNotWritten', 'Not written: {{what}} ({{reason}})', {
        what,
        reason: reasonWords(reason, t),
      });
    case 'TAKEN_BACK':
      return t('appliedTakenBack', 'Taken back: {{what}}', { what });
    case 'KEPT':
      return t('appliedKept', 'Not taken back: {{what}} ({{reason}})', {
        what,
        reason: reasonWords(reason, t),
      });
    default: // a newer server's status
      return `${String(status)}: ${what}`;
  }
}

function reasonWords(reason: Applied['reason'], t: Words): string {
  if (reason === 'CHANGED') {
    return t('keptChanged', 'somebody has changed it since');
  }
  if (reason === 'GONE') {
    return t('keptGone', 'somebody has removed or replaced it since');
  }
  return reason === undefined ? '' : obstacleWords(reason, t);
}

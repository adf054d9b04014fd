import { textFor, type Words } from '../words/use-words';

/** A reason for rejecting, in the reader's language; one that only a newer server knows is said as the server says it. */
export function reasonWords(code: string, display: string, t: Words): string {
  const texts: Readonly<Record<string, string>> = {
    'wrong-data': t('reasonWrongData', 'The data it rests on is wrong'),
    'not-supported-by-record': t('reasonNotSupported', 'The record does not support it'),
    'cds-not-applicable': t('reasonNotApplicable', 'Does not apply to this patient'),
    'action-completed': t('reasonAlreadyDone', 'Already done'),
    'cds-suboptimal-context': t('reasonWrongMoment', 'Not at this moment'),
    'recipient-disagrees-evidence': t('reasonDisagree', 'I disagree with the evidence'),
    'recipient-concerns-outcomes': t('reasonConcerned', 'I am concerned about the outcome'),
    'patient-contraindication': t('reasonContraindicated', 'Contraindicated'),
    'does-not-align-preferences': t('reasonPreference', 'Not what the patient prefers'),
    'patient-refuses': t('reasonDeclined', 'The patient declines'),
    'not-convenient-feasible': t('reasonNotFeasible', 'Not feasible'),
    'service-not-available': t('reasonNotAvailable', 'Not available here'),
    'too-costly-uncovered': t('reasonTooCostly', 'Too costly, or not covered'),
    'recipient-does-not-understand': t('reasonNotUnderstood', 'I do not understand it'),
  };
  return textFor(texts, code) ?? display;
}

/** What a group of reasons is about. */
export function reasonGroupWords(code: string, display: string, t: Words): string {
  const texts: Readonly<Record<string, string>> = {
    record: t('reasonsOfRecord', 'The record'),
    'cds-not-applicable': t('reasonsOfApplicability', 'Whether it applies'),
    'cds-suboptimal-context': t('reasonsOfMoment', 'The moment'),
    'recipient-disagrees-evidence': t('reasonsOfEvidence', 'The evidence'),
    'recipient-concerns-outcomes': t('reasonsOfOutcome', 'What may come of it'),
    'does-not-align-preferences': t('reasonsOfWishes', 'The patient’s wishes'),
    'not-convenient-feasible': t('reasonsOfFeasibility', 'Whether it can be done'),
  };
  return textFor(texts, code) ?? display;
}

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
  };
  return textFor(texts, code) ?? display;
}

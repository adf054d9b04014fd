import type { Words } from '../words/use-words';
import type { Decision, Engine, Indicator, Suggestion } from '@aisupport/core/api/contract';

type Texts<Word extends string> = Record<Word, string>;

export function indicatorWords(word: Indicator, t: Words): string {
  const texts: Texts<Indicator> = {
    info: t('indicatorInfo', 'Information'),
    warning: t('indicatorWarning', 'Warning'),
    critical: t('indicatorCritical', 'Critical'),
  };
  return worded(texts, word);
}

export function kindWords(word: Suggestion['kind'], t: Words): string {
  const texts: Texts<Suggestion['kind']> = {
    diagnosis: t('kindDiagnosis', 'Diagnosis'),
    medication: t('kindMedication', 'Medication'),
    test: t('kindTest', 'Test'),
    'follow-up': t('kindFollowUp', 'Follow-up'),
  };
  return worded(texts, word);
}

export function outcomeWords(word: Decision['outcome'], t: Words): string {
  const texts: Texts<Decision['outcome']> = {
    ACCEPTED: t('outcomeAccepted', 'Accepted'),
    ACCEPTED_WITH_EDITS: t('outcomeAcceptedWithEdits', 'Accepted with edits'),
    REJECTED: t('outcomeRejected', 'Rejected'),
  };
  return worded(texts, word);
}

export function whereWords(word: Engine['where'], t: Words): string {
  const texts: Texts<Engine['where']> = {
    EMBEDDED: t('whereEmbedded', 'on this server'),
    REMOTE: t('whereRemote', 'outside the practice'),
  };
  return worded(texts, word);
}

/** A word that only a newer server knows is drawn as it came. */
function worded(texts: Partial<Record<string, string>>, word: string): string {
  return (Object.hasOwn(texts, word) ? texts[word] : undefined) ?? word;
}

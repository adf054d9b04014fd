import type { Purpose } from '@aisupport/core/api/contract';
import type { Needs, WordsFor } from '@aisupport/core/state/consent-draft';
import { textFor, type Words } from '../../words/use-words';

/** The question of a purpose; a yes to one is none to another (C1). */
export function question(purpose: Purpose, t: Words): string {
  switch (purpose) {
    case 'own-care':
      return t('formQuestion', 'May AI in this practice read the record to support the GP?');
    case 'external-processing':
      return t(
        'formQuestionExternal',
        'May a service outside the practice process the record as well, to support the GP?',
      );
    case 'quality':
      return t('formQuestionQuality', 'May statistics be made about how well the support works?');
    case 'development':
      return t(
        'formQuestionDevelopment',
        'May data from the record be given to develop AI, public or non-commercial?',
      );
    case 'commercial':
      return t('formQuestionCommercial', 'May data from the record be given to commercial companies?');
  }
}

export function needs(t: Words): Needs {
  return {
    needDecision: t('needDecision', 'Choose yes or no.'),
    needGiver: t('needGiver', 'Say who gave the consent.'),
    needName: t('needName', 'Give the name.'),
    needRelationship: t('needRelationship', 'Give the relationship.'),
    needMethod: t('needMethod', 'Say how it was given.'),
    needDate: t('needDate', 'Give a whole date after today, or none.'),
    needLeaflet: t('needLeaflet', 'A yes needs a leaflet.'),
  };
}

/** The server's findings, by their codes. */
export function serverWords(t: Words): WordsFor {
  const texts = {
    required: t('serverRequired', 'Fill this in.'),
    guardianNeeded: t('serverGuardianNeeded', 'The patient is a minor: only a guardian can say yes.'),
    adult: t(
      'serverAdult',
      'The patient is an adult: a guardian no longer speaks for them. Choose the patient or a proxy.',
    ),
    notCurrent: t(
      'serverNotCurrent',
      'The leaflet has changed meanwhile. The new one is shown: tell it, then save again.',
    ),
    past: t('needDate', 'Give a whole date after today, or none.'),
    tooLate: t('serverTooLate', 'That is later than the practice allows.'),
    deceased: t('serverDeceased', 'The patient has died; no consent can be recorded.'),
  };
  return (code) => textFor(texts, code);
}

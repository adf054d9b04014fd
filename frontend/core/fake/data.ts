import type {
  ConsentStatus,
  DenialReason,
  Engine,
  Evidence,
  Leaflet,
  OverrideReason,
  Purpose,
  PurposeState,
  Suggestion,
} from '../src/api/contract';

export const PATIENT = { uuid: 'p-karen', display: 'Karen Holm' };
export const ENCOUNTER = 'e-today';
export const LEAFLET_VERSION = '2026-08';
export const LABEL = 'AI suggestion – support only. Your GP decides.';
export const ALL_PRIVILEGES = [
  'View AI Consent',
  'Record AI Consent',
  'View AI Suggestions',
  'Request AI Suggestions',
  'Decide AI Suggestions',
  'Make AI Patient Reports',
];
/** OpenMRS's form: offset without Z, microseconds. */
export function instant(date: Date = new Date()): string {
  return date.toISOString().replace('Z', '000+00:00');
}

export function granted(part: Partial<PurposeState> = {}): PurposeState {
  return {
    purpose: 'own-care',
    status: 'GRANTED',
    permitted: true,
    since: '2026-05-04T09:12:00.000000+02:00',
    expires: '2028-05-04T09:12:00.000000+02:00',
    includesSensitive: false,
    ...part,
  };
}

export function denied(status: ConsentStatus, reason: DenialReason, since?: string): PurposeState {
  return {
    purpose: 'own-care',
    status,
    permitted: false,
    reason,
    includesSensitive: false,
    ...(since !== undefined && { since }),
  };
}

export function evidence(
  display: string,
  value: string,
  date: string,
  part: Partial<Evidence> = {},
): Evidence {
  const record = { type: 'obs', uuid: `o-${display}`, encounter: 'e-earlier' } as const;
  return { record, display, value, date, stance: 'FOR', ...part };
}

type Described = Partial<Suggestion> & { readonly uuid: string };

export function aSuggestion(part: Described): Suggestion {
  return {
    display: part.summary ?? 'A suggestion',
    label: LABEL,
    encounter: ENCOUNTER,
    summary: 'Review the metformin dose: kidney function is reduced',
    detail:
      'At an eGFR of 30 to 44, the guideline advises to halve the dose and to check again in three months.',
    indicator: 'warning',
    kind: 'medication',
    engine: { id: 'guidelines', version: '1.0.0', rule: 'egfr-metformin' },
    source: {
      label: 'KDIGO 2022 Diabetes in CKD',
      url: 'https://kdigo.org/guidelines/diabetes-ckd/',
      citation: 'Kidney Int 2022;102(5S):S1–S127',
    },
    evidence: [
      evidence('Creatinine', '148 µmol/L', '2026-07-21'),
      evidence('Metformin', '1000 mg twice daily', '2026-03-02', {
        record: { type: 'order', uuid: 'o-metformin' },
      }),
      evidence('Creatinine', '92 µmol/L', '2025-11-12', { stance: 'AGAINST' }),
    ],
    limits: 'A single value may mislead; not validated in acute illness.',
    status: 'OPEN',
    createdAt: instant(),
    applicable: [{ kind: 'PLAN_NOTE', text: part.summary ?? 'A suggestion' }],
    applied: [],
    version: 0,
    ...part,
  };
}

/** One that proposes a diagnosis for the record. */
export function aDiagnosis(part: Described): Suggestion {
  const concept = { uuid: 'c-diabetes', display: 'Diabetes mellitus' };
  return aSuggestion({
    summary: 'Two HbA1c values in a row in the diabetes range; no diabetes is recorded',
    kind: 'diagnosis',
    applicable: [
      { kind: 'CONDITION', text: 'Diabetes mellitus', concept },
      { kind: 'DIAGNOSIS', text: 'Diabetes mellitus', concept },
      { kind: 'PLAN_NOTE', text: 'Two HbA1c values in a row in the diabetes range; no diabetes is recorded' },
    ],
    ...part,
  });
}

export function severalSuggestions(): Suggestion[] {
  return [
    aSuggestion({
      uuid: 's-stop',
      summary: 'Stop metformin: eGFR is below 30',
      detail: 'Below 30, lactic acidosis is a risk that the guideline does not accept.',
      indicator: 'critical',
    }),
    aSuggestion({ uuid: 's-dose' }),
    aSuggestion({
      uuid: 's-hba1c',
      summary: 'HbA1c is in the diagnostic range; no diabetes diagnosis is on record',
      detail: 'One more value in the range would confirm it.',
      indicator: 'info',
      kind: 'diagnosis',
      engine: { id: 'guidelines', version: '1.0.0', rule: 'hba1c-no-diagnosis' },
      source: { label: 'WHO 2011', citation: 'Use of HbA1c in the diagnosis of diabetes mellitus' },
      evidence: [],
    }),
    aSuggestion({
      uuid: 's-bp',
      summary: 'Clinic blood pressure was raised twice: offer home measurement',
      indicator: 'info',
      kind: 'follow-up',
      engine: { id: 'guidelines', version: '1.0.0', rule: 'clinic-bp' },
      evidence: [evidence('Blood pressure', '152/94 mmHg', '2026-07-21')],
    }),
    aSuggestion({ uuid: 's-acr', summary: 'No albumin–creatinine ratio within a year', kind: 'test' }),
  ];
}

const HL7 = 'http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes';
const OWN = 'urn:openmrs:aisupport:override-reason';
const WISHES = { code: 'does-not-align-preferences', display: 'The patient’s wishes' };
const OUTCOME = { code: 'recipient-concerns-outcomes', display: 'What may come of it' };
const RECORD = { code: 'record', display: 'The record' };

export const REASONS: readonly (OverrideReason & { readonly system: string })[] = [
  { code: 'patient-declines', display: 'The patient declines', system: HL7, group: WISHES },
  { code: 'benefit-outweighs', display: 'The benefit outweighs the risk', system: HL7, group: OUTCOME },
  { code: 'wrong-data', display: 'The data is wrong', system: OWN, group: RECORD },
  { code: 'not-supported', display: 'Not supported by the record', system: OWN, group: RECORD },
];

export const ENGINE: Engine & { links: [] } = {
  id: 'guidelines',
  display: 'Guideline rules',
  version: '1.0.0',
  where: 'EMBEDDED',
  developer: 'The aisupport project',
  funding: 'The project itself',
  purpose: 'Points out where a guideline may apply',
  intendedUse: 'Support for GPs in primary care; not for emergencies',
  cautions: 'Knows only what is coded in the record',
  validation: 'Unit tests against the published examples',
  licence: 'MPL-2.0',
  inputs: ['age', 'sex', 'creatinine', 'metformin'],
  rules: [
    {
      id: 'egfr-metformin',
      version: '1',
      label: 'Metformin and kidney function',
      citation: 'KDIGO 2022',
      revised: '2026-06-30',
      reviewDate: '2027-06-30',
      uses: ['sex', 'date of birth'],
      usesNot: ['race', 'language'],
      inputs: ['creatinine', 'metformin'],
    },
  ],
  links: [],
};

/** One outside the practice that belongs to no company. */
export const OUTSIDE: Engine & { links: [] } = {
  ...ENGINE,
  id: 'second-look',
  display: 'Second look',
  where: 'REMOTE',
  recipient: 'cds.university.example',
  commercial: false,
  country: 'Denmark',
  retention: 'Not kept',
  startsByItself: false,
  shares: { inputs: ['HbA1c', 'Potassium'], age: true, sex: true },
  developer: 'A made-up university',
  rules: [],
};

/** One of a company. */
export const COMPANY: Engine & { links: [] } = {
  ...OUTSIDE,
  id: 'company',
  display: 'Company model',
  recipient: 'api.company.example:8443',
  commercial: true,
  country: 'Elsewhere',
  retention: '30 days',
  shares: { inputs: ['Creatinine'], age: false, sex: false },
  developer: 'A made-up company',
};

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Your GP would like a computer program to read your record and to point out things that may need attention.',
    'Your GP decides. You can say no, and your care stays the same. You can change your mind at any time.',
  ],
  da: [
    'Din læge vil gerne lade et computerprogram læse din journal og gøre opmærksom på ting.',
    'Din læge bestemmer. Du kan sige nej, og du kan altid ombestemme dig.',
  ],
};

export function leaflet(locale: string, version: string, purpose: Purpose = 'own-care'): Leaflet {
  const language = locale in TEXTS ? locale : 'en';
  return {
    purpose,
    version,
    language,
    title: purpose === 'own-care' ? ownCareTitle(language) : `May your data serve ${purpose}?`,
    text: TEXTS[language] ?? [],
    recipient: 'Nobody outside this practice',
    country: 'Denmark',
    retention: '10 years, as the rest of the record',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  };
}

function ownCareTitle(language: string): string {
  return language === 'da' ? 'AI-støtte i din praksis' : 'AI support in your practice';
}

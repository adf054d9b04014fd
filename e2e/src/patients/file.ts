import { readFileSync } from 'node:fs';

/** The patient file, as its schema has it; sandbox/patients/README.md says what each part means. */
export interface PatientFile {
  /** The module's settings that name a concept, each with that concept's key. */
  readonly settings: Readonly<Record<string, string>>;
  readonly conceptSources: readonly { uuid: string; name: string; description: string }[];
  readonly concepts: readonly ConceptEntry[];
  readonly encounterTypes: readonly Named[];
  readonly visitTypes: readonly Named[];
  readonly locations: readonly Named[];
  readonly users: readonly UserEntry[];
  readonly patients: readonly PatientEntry[];
}

export interface Named {
  readonly key: string;
  readonly uuid: string;
  readonly name: string;
}

export interface ConceptEntry extends Named {
  readonly class: string;
  readonly datatype: 'Numeric' | 'Coded' | 'Text' | 'N/A';
  readonly units?: string;
  readonly answers?: readonly string[];
  readonly members?: readonly string[];
  readonly mappings: readonly { source: string; code: string }[];
}

export type FileRole = 'clinician' | 'receptionist' | 'administrator';

export interface UserEntry {
  readonly username: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: string;
  readonly uuid: string;
  readonly personUuid: string;
  readonly role: FileRole;
  readonly provider?: { uuid: string; identifier: string };
}

export interface PatientEntry {
  readonly key: string;
  readonly uuid: string;
  readonly identifier: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: string;
  readonly age: { years: number; days: number };
  readonly dead: boolean;
  readonly consent?: readonly ConsentEntry[];
  readonly conditions: readonly ConditionEntry[];
  readonly medications: readonly MedicationEntry[];
  readonly allergies: readonly AllergyEntry[];
  readonly visits: readonly VisitEntry[];
  readonly series?: readonly SeriesEntry[];
}

export interface ConsentEntry {
  readonly purpose: string;
  readonly decision: 'GRANT' | 'REFUSE' | 'WITHDRAW';
  readonly leaflet?: { language: string };
}

export interface ConditionEntry {
  readonly uuid: string;
  readonly concept: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly onsetDaysAgo: number;
  readonly endedDaysAgo?: number;
}

export interface MedicationEntry {
  readonly uuid: string;
  readonly concept: string;
  readonly encounter: string;
  readonly startedDaysAgo: number;
  readonly stoppedDaysAgo: number | null;
  readonly instructions: string;
}

export interface AllergyEntry {
  readonly uuid: string;
  readonly type: 'DRUG' | 'FOOD' | 'ENVIRONMENT';
  readonly concept: string;
  readonly reaction: string;
  readonly severity: 'MILD' | 'MODERATE' | 'SEVERE';
}

export interface VisitEntry {
  readonly uuid: string;
  readonly type: string;
  readonly location: string;
  readonly startDaysAgo: number;
  readonly startTime: string;
  readonly open: boolean;
  readonly encounters: readonly EncounterEntry[];
}

export interface EncounterEntry {
  readonly uuid: string;
  readonly type: string;
  readonly daysAgo: number;
  readonly time: string;
  readonly provider: string;
  readonly note?: string;
  readonly obs?: readonly ObsEntry[];
  readonly diagnoses?: readonly DiagnosisEntry[];
}

export interface ObsEntry {
  readonly uuid?: string;
  readonly concept: string;
  readonly value: number | string;
  readonly time?: string;
}

export interface DiagnosisEntry {
  readonly uuid: string;
  readonly concept: string;
  readonly certainty: 'CONFIRMED' | 'PROVISIONAL';
  readonly rank: number;
}

export interface SeriesEntry {
  readonly concept: string;
  readonly count: number;
  readonly everyDays: number;
  readonly lastDaysAgo: number;
  readonly base: number;
  readonly spread: number;
}

/** Run from the folder e2e, as npm does. */
export function readPatientFile(path = '../sandbox/patients/patients.json'): PatientFile {
  return JSON.parse(readFileSync(path, 'utf8')) as PatientFile;
}

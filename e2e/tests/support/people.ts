import { randomUUID } from 'node:crypto';
import { isoDate, isoTime, minutesAfter } from '../../src/patients/calendar.js';
import { type PatientFile, readPatientFile } from '../../src/patients/file.js';
import { OpenmrsRest } from '../../src/rest/openmrs.js';
import { accountOf } from '../../src/world/users.js';

const ENCOUNTER_ROLE_UNKNOWN = 'a0b03050-c99b-11e0-9572-0800200c9a66';

/** A made-up patient who exists for one test. */
export interface Registered {
  readonly uuid: string;
  readonly name: string;
}

/** One with an open visit and one encounter in it. */
export interface Patient extends Registered {
  readonly visit: string;
  readonly encounter: string;
}

/** Something measured in the encounter, some minutes ago. */
export interface Measured {
  readonly concept: string;
  readonly value: number | string;
  readonly minutesAgo: number;
}

function pressure(systolic: number, diastolic: number, minutesAgo: number): Measured[] {
  return [
    { concept: 'systolic', value: systolic, minutesAgo },
    { concept: 'diastolic', value: diastolic, minutesAgo },
  ];
}

export function note(text: string): Measured[] {
  return [{ concept: 'note', value: text, minutesAgo: 10 }];
}

/** 140/90 or more twice: one suggestion of the clinic blood pressure rule, a warning. */
export const RAISED_PRESSURE = [...pressure(158, 92, 20), ...pressure(154, 91, 12)];
/** 180/120 or more: one suggestion, critical. */
export const SEVERE_PRESSURE = [...pressure(186, 124, 20), ...pressure(184, 122, 12)];
/** 48 mmol/mol or more without a diabetes diagnosis: one suggestion, a warning. */
export const DIABETIC_HBA1C = [{ concept: 'hba1c', value: 52, minutesAgo: 25 }];
/** The same on two days: one suggestion, which proposes the diagnosis. */
export const DIABETIC_TWICE = [
  { concept: 'hba1c', value: 52, minutesAgo: 25 },
  { concept: 'hba1c', value: 53, minutesAgo: 60 * 24 * 30 },
];
/** Both of them: two suggestions. */
export const TWO_FINDINGS = [...RAISED_PRESSURE, ...DIABETIC_HBA1C];
/** What a GP writes: the urinary infection is described, the gout is the father's. */
export const BURNING_NOTE = note(
  'Burning when passing urine and going often for two days, smelly urine. No back pain. Father had gout.',
);
/** Nothing that any rule answers to. */
export const NORMAL = [...pressure(118, 74, 15), { concept: 'hba1c', value: 34, minutesAgo: 25 }];

/** Makes patients through OpenMRS's own REST, as the administrator. */
export class People {
  private constructor(
    private readonly rest: OpenmrsRest,
    private readonly file: PatientFile,
    private readonly identifierType: string,
    private readonly provider: string,
  ) {}

  static async of(url: string): Promise<People> {
    const rest = new OpenmrsRest(url, accountOf('administrator'));
    await rest.login();
    const types = await rest.results<{ uuid: string; display: string }>('patientidentifiertype');
    const type = types.find(({ display }) => display === 'Old Identification Number');
    const [provider] = await rest.results<{ uuid: string }>('provider?q=GP-1');
    if (!type || !provider) {
      throw new Error('The server lacks the patient file: npm run load-patients');
    }
    return new People(rest, readPatientFile(), type.uuid, provider.uuid);
  }

  async someone(measured: readonly Measured[] = TWO_FINDINGS, age = 60): Promise<Patient> {
    const registered = await this.registered(age);
    const visit = await this.visit(registered.uuid);
    const encounter = await this.encounter(registered.uuid, measured, visit);
    return { ...registered, visit, encounter };
  }

  /** Somebody without any record yet. */
  async registered(age = 60): Promise<Registered> {
    const name = { givenName: 'Test', familyName: `Made-up ${randomUUID().slice(0, 8)}` };
    const { uuid } = await this.rest.post<{ uuid: string }>('patient', {
      identifiers: [
        {
          identifier: `e2e-${randomUUID().slice(0, 13)}`,
          identifierType: this.identifierType,
          location: this.location,
          preferred: true,
        },
      ],
      person: { gender: 'F', birthdate: isoDate(yearsAgo(age)), names: [name] },
    });
    return { uuid, name: `${name.givenName} ${name.familyName}` };
  }

  /** Another encounter of the same patient, such as one with newer values. */
  async encounter(patient: string, measured: readonly Measured[], visit: string): Promise<string> {
    const { uuid } = await this.rest.post<{ uuid: string }>('encounter', {
      patient,
      visit,
      encounterType: this.keyed(this.file.encounterTypes, 'consultation'),
      encounterDatetime: isoTime(minutesAgo(30)),
      location: this.location,
      encounterProviders: [{ provider: this.provider, encounterRole: ENCOUNTER_ROLE_UNKNOWN }],
      obs: measured.map(({ concept, value, minutesAgo: ago }) => ({
        concept: this.keyed(this.file.concepts, concept),
        obsDatetime: isoTime(minutesAgo(ago)),
        value,
      })),
    });
    return uuid;
  }

  private async visit(patient: string): Promise<string> {
    const { uuid } = await this.rest.post<{ uuid: string }>('visit', {
      patient,
      visitType: this.keyed(this.file.visitTypes, 'practice'),
      location: this.location,
      startDatetime: isoTime(minutesAgo(40)),
    });
    return uuid;
  }

  private get location(): string {
    return this.keyed(this.file.locations, 'practice');
  }

  private keyed(entries: readonly { key: string; uuid: string }[], key: string): string {
    const entry = entries.find((candidate) => candidate.key === key);
    if (!entry) {
      throw new Error(`The patient file has no ${key}`);
    }
    return entry.uuid;
  }
}

function minutesAgo(minutes: number): Date {
  return minutesAfter(new Date(), -minutes);
}

function yearsAgo(years: number): Date {
  const now = new Date();
  return new Date(now.getFullYear() - years, now.getMonth(), now.getDate());
}

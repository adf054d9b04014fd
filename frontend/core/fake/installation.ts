import type { Coverage, PatientCounts, Status } from '../src/api/contract';
import type { Statistics } from '../src/api/statistics';
import { OutsideBook, outsideEngines } from './outside-engines';
import type { Route } from './routes';
import { STATISTICS } from './statistics';

/** What an administrator is told of a server. */
export interface Installation {
  readonly coverage: Coverage;
  readonly status: Status;
  /** None where there is none. */
  readonly outside?: OutsideBook;
  readonly statistics?: Statistics;
}

export const COVERAGE: Coverage = {
  mappingVersion: '1',
  mappingSource: 'of the module',
  inputs: [
    {
      input: 'creatinine',
      label: 'Serum creatinine',
      available: true,
      concepts: [
        {
          uuid: 'c-creatinine',
          display: 'Serum creatinine (umol/L)',
          matchedBy: 'CIEL 790',
          unit: 'umol/L',
        },
      ],
      problems: [],
    },
    { input: 'metformin', label: 'Metformin', available: false, concepts: [], problems: [] },
  ],
  rules: [
    {
      rule: 'egfr-metformin',
      label: 'Metformin and kidney function',
      canFire: false,
      missingInputs: ['Metformin'],
    },
    { rule: 'clinic-bp', label: 'Raised clinic blood pressure', canFire: true, missingInputs: [] },
  ],
};

export const PATIENT_COUNTS: PatientCounts = {
  countedAt: '2026-03-02T09:00:00.000+00:00',
  permitted: { count: 212 },
  rules: [
    {
      rule: 'egfr-metformin',
      label: 'Metformin and kidney function',
      inputs: [
        { input: 'metformin', label: 'Metformin', sensitive: false },
        { input: 'creatinine', label: 'Serum creatinine', patients: { count: 87 }, sensitive: false },
      ],
    },
    {
      rule: 'clinic-bp',
      label: 'Raised clinic blood pressure',
      inputs: [
        { input: 'hypertension', label: 'Hypertension', sensitive: true },
        {
          input: 'systolic-bp',
          label: 'Systolic blood pressure',
          patients: { fewerThan: 5 },
          sensitive: false,
        },
      ],
    },
  ],
};

export const STATUS: Status = {
  version: '0.1.0',
  checks: [
    { check: 'Roles', ok: true, detail: 'in place' },
    { check: 'Guard of aisupport_audit', ok: false, detail: 'missing: run CREATE TRIGGER aisupport_audit' },
  ],
  recentFailures: [
    {
      at: '2026-03-02T08:00:00.000+00:00',
      engine: 'guidelines',
      rule: 'clinic-bp',
      run: 'r-9',
      message: 'It took longer than 10 s',
    },
  ],
};

/** The paths of the contract that only administrators call. */
export function administration({ coverage, status, outside, statistics }: Installation): Route[] {
  const privilege = 'Manage AI Support';
  const answering = (body: unknown) => () => ({ status: 200, body });
  return [
    ...outsideEngines(outside ?? new OutsideBook()),
    { operation: 'getCoverage', method: 'GET', path: /^coverage$/, privilege, answer: answering(coverage) },
    {
      operation: 'countPatients',
      method: 'GET',
      path: /^coverage\/patients$/,
      privilege,
      answer: answering(PATIENT_COUNTS),
    },
    {
      operation: 'getStatistics',
      method: 'GET',
      path: /^statistics$/,
      privilege,
      answer: answering(statistics ?? STATISTICS),
    },
    { operation: 'getStatus', method: 'GET', path: /^status$/, privilege, answer: answering(status) },
  ];
}

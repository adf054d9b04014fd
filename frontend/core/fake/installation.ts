import type { Coverage, Status } from '../src/api/contract';
import type { Route } from './routes';

/** What an administrator is told of a server. */
export interface Installation {
  readonly coverage: Coverage;
  readonly status: Status;
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
export function administration({ coverage, status }: Installation): Route[] {
  const privilege = 'Manage AI Support';
  const answering = (body: unknown) => () => ({ status: 200, body });
  return [
    { operation: 'getCoverage', method: 'GET', path: /^coverage$/, privilege, answer: answering(coverage) },
    { operation: 'getStatus', method: 'GET', path: /^status$/, privilege, answer: answering(status) },
  ];
}

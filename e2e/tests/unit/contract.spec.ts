import { expect, test } from '@playwright/test';
import { Contract } from '../../src/contract/contract.js';

const contract = new Contract();
const LEAFLET = {
  purpose: 'own-care',
  version: '1',
  language: 'en',
  title: 'T',
  text: ['P'],
  recipient: 'R',
  country: 'C',
  retention: 'K',
  sha256: 'f'.repeat(64),
};
const ERROR = { error: { message: 'M', code: 'C', detail: 'D' } };

function complaints(
  body: unknown,
  { path = '/leaflet', status = 200, type = 'application/json' } = {},
): string[] {
  return contract.complaints('GET', path, { status, type, text: JSON.stringify(body) });
}

test('an answer as promised brings no complaint', () => {
  expect(complaints({ totalCount: 1, results: [LEAFLET] })).toEqual([]);
});

test('below /fhir an error has the shape of FHIR, where there is an operation and where there is none', () => {
  const details = { coding: [{ code: 'C' }], text: 'M' };
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'login', details }],
  };
  for (const path of ['/fhir/Consent', '/fhir/Prophecy']) {
    const fhir = { path, status: 404, type: 'application/fhir+json' };
    expect(complaints(outcome, fhir)).toEqual([]);
    expect(complaints(ERROR, fhir).length).toBeGreaterThan(0);
    expect(complaints(outcome, { ...fhir, type: 'application/json' })).toHaveLength(1);
  }
});

test('an undocumented field brings one, also where the schema forgot to forbid it', () => {
  expect(complaints({ totalCount: 0, results: [], extra: 1 })).toHaveLength(1);
  expect(complaints({ totalCount: 1, results: [{ ...LEAFLET, extra: 1 }] })).toHaveLength(1);
});

test('a missing field, a wrong type and an unknown word bring one each', () => {
  expect(complaints({ results: [] })).toHaveLength(1);
  expect(complaints({ totalCount: '0', results: [] })).toHaveLength(1);
  expect(complaints({ totalCount: 1, results: [{ ...LEAFLET, purpose: 'profit' }] })).toHaveLength(1);
});

test('an undocumented status, content type or address brings one', () => {
  expect(complaints({ totalCount: 0, results: [] }, { status: 204 }).length).toBeGreaterThan(0);
  expect(complaints({ totalCount: 0, results: [] }, { type: 'text/html' })).toHaveLength(1);
  expect(complaints({}, { path: '/prophecy' })).toHaveLength(1);
  expect(complaints('no JSON').length).toBeGreaterThan(0);
});

test('an error must have the error’s form, at an unknown address as well', () => {
  expect(complaints(ERROR, { status: 403 })).toEqual([]);
  expect(complaints(ERROR, { status: 404, path: '/prophecy' })).toEqual([]);
  expect(complaints({ message: 'M' }, { status: 500 }).length).toBeGreaterThan(0);
  expect(complaints({ ...ERROR, stackTrace: [] }, { status: 500 })).toHaveLength(1);
});

test('an instant without an offset brings one', () => {
  const state = { purpose: 'own-care', status: 'GRANTED', permitted: true, includesSensitive: false };
  const overview = (since: string) => ({
    patient: { uuid: 'u', display: 'd' },
    purposes: Array.from({ length: 5 }, () => ({ ...state, since })),
    links: [],
  });

  expect(complaints(overview('2026-01-31T08:00:00.123456+00:00'), { path: '/consent' })).toEqual([]);
  expect(complaints(overview('2026-01-31T08:00:00'), { path: '/consent' })).toHaveLength(5);
});

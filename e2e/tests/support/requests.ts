import { randomUUID } from 'node:crypto';
import type { Api, Answer } from './api.js';
import type { Patient } from './people.js';

/** A patient in a known state of consent, and what has come of it. Where nothing has, the UUIDs are of nothing. */
export interface Scene {
  readonly patient: Patient;
  readonly run: string;
  readonly suggestion: string;
}

type Request = (api: Api, scene: Scene) => Promise<Answer<unknown>>;

/** An engine that asks nobody anything, since it is never looked at. */
export function setup(part: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    name: 'An engine of the tests',
    developer: 'The tests',
    commercial: false,
    country: 'Nowhere',
    retention: 'no day',
    inputs: [],
    tellsAge: false,
    tellsSex: false,
    startsByItself: false,
    endpoint: { protocol: 'CDS_HOOKS', url: 'https://cds.invalid', service: 'none', hook: 'patient-view' },
    ...part,
  };
}

/** At most 40 characters, and of no other test. */
export function engineId(): string {
  return `t-${randomUUID()}`;
}

/**
 * A valid request for each operation of openapi.yaml. One that has none here makes the suite fail, so that a new operation is
 * attacked from its first day.
 */
export const REQUESTS: Readonly<Record<string, Request>> = {
  getRenewals: (api) => api.get('/consent/renewal', { within: '30', limit: '5' }),
  getConsent: (api, { patient }) => api.get('/consent', { patient: patient.uuid, v: 'full' }),
  // For another purpose than own-care, so that the scene stays as it is.
  recordConsent: (api, { patient }) =>
    api.post('/consent', { patient: patient.uuid, purpose: 'quality', decision: 'REFUSE' }),
  getLeaflets: (api) => api.get('/leaflet', { locale: 'en' }),
  requestRun: (api, { patient }) =>
    api.post('/run', { patient: patient.uuid, encounter: patient.encounter, visit: patient.visit }),
  getRun: (api, { run }) => api.get(`/run/${run}`),
  getSent: (api, { run }) => api.get(`/run/${run}/sent`),
  cancelRun: (api, { run }) => api.delete(`/run/${run}`),
  getSuggestions: (api, { patient }) => api.get('/suggestion', { patient: patient.uuid }),
  getSuggestion: (api, { suggestion }) => api.get(`/suggestion/${suggestion}`),
  decide: (api, { suggestion }) => api.post(`/suggestion/${suggestion}/decision`, { outcome: 'ACCEPTED' }),
  undoDecision: (api, { suggestion }) => api.delete(`/suggestion/${suggestion}/decision`),
  getVisitEnd: (api, { patient }) => api.get('/visit-end', { visit: patient.visit }),
  getEngines: (api) => api.get('/engine'),
  getEngine: (api) => api.get('/engine/guidelines'),
  getCoverage: (api) => api.get('/coverage'),
  countPatients: (api) => api.get('/coverage/patients'),
  getOutsideEngines: (api) => api.get('/outsideengine'),
  addOutsideEngine: (api) => api.post('/outsideengine', setup({ id: engineId() })),
  // Of one that nobody set up.
  changeOutsideEngine: (api) => api.post(`/outsideengine/${engineId()}`, setup({ version: 0 })),
  lookAtOutsideEngine: (api) => api.post(`/outsideengine/${engineId()}/look`),
  switchOutsideEngine: (api) => api.post(`/outsideengine/${engineId()}/switch`, { on: true, version: 0 }),
  getOutsideEngineCalls: (api) => api.get(`/outsideengine/${engineId()}/calls`),
  getStatus: (api) => api.get('/status'),
  getMetrics: (api) => api.get('/metrics'),
  getStatistics: (api) => api.get('/statistics', { from: '2026-01-01', engine: 'guidelines' }),
  getAudit: (api, { patient }) => api.get('/audit', { patient: patient.uuid }),
  getPatientReport: (api, { patient }) => api.get('/patientreport', { patient: patient.uuid, locale: 'en' }),
  getAuditHead: (api) => api.get('/audit/head'),
  getAuditVerification: (api) => api.get('/audit/verification'),
  verifyAudit: (api) => api.post('/audit/verification'),
  exportAudit: (api) => api.get('/audit/export'),
  searchFhirConsent: (api, { patient }) => api.get('/fhir/Consent', { patient: patient.uuid }),
  readFhirConsent: (api, { patient }) => api.get(`/fhir/Consent/${patient.uuid}.own-care`),
  getOpenApi: (api) => api.get('/openapi.yaml'),
};

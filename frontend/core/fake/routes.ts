import type { ConsentRequest, DecisionRequest, Engine, RunRequest } from '../src/api/contract';
import type { Clinic } from './clinic';
import { instant, leaflet, PATIENT, PURPOSES, REASONS } from './data';
import { Refusal } from './refusal';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  readonly privilege: string;
  answer(asked: Asked, id: string): { status: number; body: unknown };
}

function ok(body: unknown) {
  return { status: 200, body };
}

/** The contract's paths that the panel calls. */
export function routes(clinic: Clinic, engine: Engine): Route[] {
  return [
    {
      operation: 'getConsent',
      method: 'GET',
      path: /^consent$/,
      privilege: 'View AI Consent',
      answer: ({ query }) => ok(overview(clinic, query.get('patient') ?? '')),
    },
    {
      operation: 'recordConsent',
      method: 'POST',
      path: /^consent$/,
      privilege: 'Record AI Consent',
      answer: ({ body }) => ({ status: 201, body: recorded(clinic, body as ConsentRequest) }),
    },
    {
      operation: 'getLeaflets',
      method: 'GET',
      path: /^leaflet$/,
      privilege: 'View AI Consent',
      answer: ({ query }) => {
        const told = leaflet(query.get('locale') ?? 'en', clinic.book.leafletVersion);
        return ok({ totalCount: 1, results: [told] });
      },
    },
    {
      operation: 'requestRun',
      method: 'POST',
      path: /^run$/,
      privilege: 'Request AI Suggestions',
      answer: ({ body }) => ({ status: 202, body: clinic.startRun((body as RunRequest).patient) }),
    },
    {
      operation: 'getRun',
      method: 'GET',
      path: /^run\/([^/]+)$/,
      privilege: 'View AI Suggestions',
      answer: (_, id) => ok(clinic.pollRun(id)),
    },
    {
      operation: 'cancelRun',
      method: 'DELETE',
      path: /^run\/([^/]+)$/,
      privilege: 'Request AI Suggestions',
      answer: (_, id) => ok(clinic.cancelRun(id)),
    },
    {
      operation: 'getSuggestions',
      method: 'GET',
      path: /^suggestion$/,
      privilege: 'View AI Suggestions',
      answer: ({ query }) => ok(listing(clinic, query)),
    },
    {
      operation: 'getSuggestion',
      method: 'GET',
      path: /^suggestion\/([^/]+)$/,
      privilege: 'View AI Suggestions',
      answer: (_, id) => ok(full(clinic.one(id))),
    },
    {
      operation: 'decide',
      method: 'POST',
      path: /^suggestion\/([^/]+)\/decision$/,
      privilege: 'Decide AI Suggestions',
      answer: ({ body }, id) => ({ status: 201, body: full(decided(clinic, id, body as DecisionRequest)) }),
    },
    {
      operation: 'undoDecision',
      method: 'DELETE',
      path: /^suggestion\/([^/]+)\/decision$/,
      privilege: 'Decide AI Suggestions',
      answer: (_, id) => ok(full(clinic.undo(id))),
    },
    {
      operation: 'getEngines',
      method: 'GET',
      path: /^engine$/,
      privilege: 'View AI Suggestions',
      answer: () => ok({ totalCount: 1, results: [engine], overrideReasons: REASONS }),
    },
    {
      operation: 'getEngine',
      method: 'GET',
      path: /^engine\/([^/]+)$/,
      privilege: 'View AI Suggestions',
      answer: (_, id) => {
        if (id !== engine.id) {
          throw new Refusal(404, 'NOT_FOUND', 'There is no such engine.');
        }
        return ok(engine);
      },
    },
  ];
}

function overview(clinic: Clinic, patient: string) {
  const unasked = { status: 'NOT_RECORDED', permitted: false, reason: 'NO_RECORD', includesSensitive: false };
  return {
    patient: { ...PATIENT, uuid: patient },
    purposes: PURPOSES.map((purpose) =>
      purpose === 'own-care' ? clinic.consent(patient) : { purpose, ...unasked },
    ),
    links: [],
  };
}

function recorded(clinic: Clinic, request: ConsentRequest) {
  const { uuid, state, ends, removed } = clinic.record(request);
  const event = {
    uuid,
    display: `${request.decision} own-care`,
    patient: request.patient,
    automatic: false,
    purpose: request.purpose,
    decision: request.decision,
    ...(request.corrects !== undefined && { corrects: request.corrects }),
    includesSensitive: state.includesSensitive,
    recordedBy: clinic.me,
    recordedAt: instant(),
    effectiveAt: instant(),
  };
  const alreadyShared = ends ? clinic.shared : [];
  return { event, state, withdrawnSuggestions: removed, alreadyShared };
}

function decided(clinic: Clinic, id: string, request: DecisionRequest) {
  if (request.overrideReason && !clinic.knowsReason(request.overrideReason)) {
    throw new Refusal(400, 'BAD_REQUEST', 'This reason is not known.');
  }
  return clinic.decide(id, request);
}

function listing(clinic: Clinic, query: URLSearchParams) {
  const patient = query.get('patient') ?? '';
  const all = clinic.list(patient, query.get('encounter'));
  const startIndex = Number(query.get('startIndex') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  const { permitted, reason } = clinic.consent(patient);
  return {
    results: all.slice(startIndex, startIndex + limit).map(full),
    totalCount: all.length,
    startIndex,
    limit,
    permitted,
    ...(reason && { reason }),
  };
}

/** With the parts of the contract that the panel does not read. */
export function full(suggestion: object) {
  return { ...suggestion, patient: PATIENT, links: [] };
}

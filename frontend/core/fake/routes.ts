import type { ConsentEvent, ConsentRequest, DecisionRequest, Engine, RunRequest } from '../src/api/contract';
import type { Clinic } from './clinic';
import { PURPOSES } from '../src/api/contract';
import { leaflet, PATIENT, REASONS } from './data';
import { administration, type Installation } from './installation';
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
  /** Another that will do as well. */
  readonly or?: string;
  answer(asked: Asked, id: string): { status: number; body: unknown };
}

function ok(body: unknown) {
  return { status: 200, body };
}

/** The contract's paths that the screens call. */
export function routes(clinic: Clinic, engine: Engine, installation: Installation): Route[] {
  return [
    ...administration(installation),
    {
      operation: 'getConsent',
      method: 'GET',
      path: /^consent$/,
      privilege: 'View AI Consent',
      answer: ({ query }) => ok(overview(clinic, query.get('patient') ?? '', query.get('v') === 'full')),
    },
    {
      operation: 'recordConsent',
      method: 'POST',
      path: /^consent$/,
      privilege: 'Record AI Consent',
      answer: ({ body }) => ({ status: 201, body: recorded(clinic, body as ConsentRequest) }),
    },
    {
      operation: 'getRenewals',
      method: 'GET',
      path: /^consent\/renewal$/,
      privilege: 'Record AI Consent',
      answer: ({ query }) => ok({ ...page(clinic.renewals, query), links: [] }),
    },
    {
      operation: 'getLeaflets',
      method: 'GET',
      path: /^leaflet$/,
      privilege: 'View AI Consent',
      answer: ({ query }) => {
        const locale = query.get('locale') ?? 'en';
        const told = PURPOSES.map((purpose) => leaflet(locale, clinic.book.leafletVersion, purpose));
        return ok({ totalCount: told.length, results: told });
      },
    },
    {
      operation: 'getVisitEnd',
      method: 'GET',
      path: /^visit-end$/,
      privilege: 'View AI Consent',
      answer: ({ query }) => {
        const visit = query.get('visit') ?? '';
        const message = clinic.heldVisits.get(visit);
        return ok({ visit, refused: message !== undefined, ...(message !== undefined && { message }) });
      },
    },
    {
      operation: 'requestRun',
      method: 'POST',
      path: /^run$/,
      privilege: 'Request AI Suggestions',
      answer: ({ body }) => ({ status: 202, body: clinic.startRun(body as RunRequest) }),
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
      operation: 'getSent',
      method: 'GET',
      path: /^run\/([^/]+)\/sent$/,
      privilege: 'View AI Suggestions',
      answer: (_, id) => {
        const results = clinic.sent(id);
        return ok({ results, totalCount: results.length, links: [] });
      },
    },
    {
      operation: 'getSuggestions',
      method: 'GET',
      path: /^suggestion$/,
      privilege: 'View AI Suggestions',
      answer: ({ query }) => ok(query.has('awaiting') ? awaiting(clinic, query) : listing(clinic, query)),
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
      or: 'Manage AI Support',
      answer: () => {
        const results = [engine, ...clinic.outside];
        return ok({ totalCount: results.length, results, overrideReasons: REASONS });
      },
    },
    {
      operation: 'getEngine',
      method: 'GET',
      path: /^engine\/([^/]+)$/,
      privilege: 'View AI Suggestions',
      or: 'Manage AI Support',
      answer: (_, id) => {
        const found = [engine, ...clinic.outside].find((one) => one.id === id);
        if (!found) {
          throw new Refusal(404, 'NOT_FOUND', 'There is no such engine.');
        }
        return ok(found);
      },
    },
  ];
}

function overview(clinic: Clinic, patient: string, full: boolean) {
  return {
    patient: { ...PATIENT, uuid: patient },
    purposes: PURPOSES.map((purpose) => clinic.consent(patient, purpose)),
    ...(full && { events: clinic.book.events(patient).map(displayed) }),
    links: [],
  };
}

function displayed(event: ConsentEvent) {
  return { ...event, display: `${event.decision} ${event.purpose}` };
}

function recorded(clinic: Clinic, request: ConsentRequest) {
  const { event, state, ends, removed } = clinic.record(request);
  const alreadyShared = ends ? clinic.shared : [];
  return { event: displayed(event), state, withdrawnSuggestions: removed, alreadyShared };
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
  const { permitted, reason } = clinic.consent(patient);
  return { ...page(all.map(full), query), permitted, ...(reason && { reason }) };
}

function awaiting(clinic: Clinic, query: URLSearchParams) {
  const all = clinic.waiting();
  const asked = query.get('patient');
  const listed = all.filter(({ patient }) => asked === null || patient.uuid === asked);
  const patients = [...new Map(all.map(({ patient }) => [patient.uuid, patient])).values()];
  return {
    ...page(listed.map(full), query),
    permitted: true,
    more: clinic.moreWait,
    patients: patients.map((patient) => {
      const own = all.filter((suggestion) => suggestion.patient.uuid === patient.uuid);
      return { patient, count: own.length, oldest: own[0]?.createdAt };
    }),
  };
}

function page(all: readonly object[], query: URLSearchParams) {
  const startIndex = Number(query.get('startIndex') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  const results = all.slice(startIndex, startIndex + limit);
  return { results, totalCount: all.length, startIndex, limit };
}

/** With the parts of the contract that the panel does not read. */
export function full(suggestion: object) {
  return { patient: PATIENT, ...suggestion, links: [] };
}

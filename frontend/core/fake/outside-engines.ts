import type {
  OutsideCall,
  OutsideEngine,
  OutsideEngineList,
  OutsideEngineSetup,
} from '../src/api/outside-engines';
import { Refusal } from './refusal';
import type { Route } from './routes';

export const OUTSIDE_ENGINE: OutsideEngine = {
  id: 'statins-abroad',
  display: 'Statins abroad',
  developer: 'Example Heart Ltd',
  commercial: true,
  country: 'Iceland',
  retention: 'Thirty days',
  inputs: ['creatinine'],
  tellsAge: true,
  tellsSex: false,
  startsByItself: false,
  endpoint: {
    protocol: 'CDS_HOOKS',
    url: 'https://cds.example.org/r4',
    service: 'statin',
    hook: 'patient-view',
  },
  version: 3,
  enabled: false,
  lookedAt: true,
  wants: ['labs: Observation?patient={{context.patientId}}&code=http://loinc.org|2160-0'],
  leftAlone: false,
  hasSecret: true,
  lately: { calls: 12, failed: 2, medianMillis: 340 },
};

export const OUTSIDE_CALLS: readonly OutsideCall[] = [
  { at: '2026-03-02T08:30:00.000+00:00', outcome: 'DONE', millis: 310, bytes: 2048 },
  {
    at: '2026-03-02T08:00:00.000+00:00',
    outcome: 'FAILED',
    millis: 10000,
    detail: 'The engine did not answer in full within the time allowed.',
  },
];

/** A server's engines outside, and what an administrator does to them. */
export class OutsideBook {
  stopped = false;
  problems: string[] = [];
  calls = OUTSIDE_CALLS;
  inputs = [
    { id: 'creatinine', label: 'Serum creatinine' },
    { id: 'metformin', label: 'Metformin' },
  ];

  constructor(public engines: OutsideEngine[] = []) {}

  list(): OutsideEngineList & { totalCount: number; links: [] } {
    const { stopped, problems, inputs } = this;
    const results = this.engines.map(linked);
    return { results, stopped, problems, inputs, totalCount: results.length, links: [] };
  }

  add({ id, name, ...setup }: OutsideEngineSetup & { id: string }): OutsideEngine {
    refuseNonsense(name);
    if (this.engines.some((engine) => engine.id === id)) {
      throw Refusal.of('id', 'taken', 'Another engine has this id. Choose another one.');
    }
    const state = {
      version: 0,
      enabled: false,
      lookedAt: false,
      wants: [],
      leftAlone: false,
      hasSecret: false,
    };
    const engine = { ...setup, ...state, id, display: name, lately: { calls: 0, failed: 0 } };
    this.engines = [...this.engines, engine];
    return linked(engine);
  }

  change(id: string, { version, name, ...setup }: OutsideEngineSetup & { version: number }): OutsideEngine {
    refuseNonsense(name);
    return this.becomes(id, version, { ...setup, display: name, enabled: false, lookedAt: false, wants: [] });
  }

  look(id: string): OutsideEngine {
    return this.becomes(id, this.one(id).version, { lookedAt: true, wants: OUTSIDE_ENGINE.wants });
  }

  switchTo(id: string, { on, version }: { on: boolean; version: number }): OutsideEngine {
    return this.becomes(id, version, { enabled: on });
  }

  /** As when a colleague does something at the same time. */
  becomes(id: string, version: number, now: Partial<OutsideEngine>): OutsideEngine {
    const before = this.one(id);
    if (before.version !== version) {
      throw Refusal.of('version', 'stale', 'Somebody changed it meanwhile. Nothing of yours was saved.');
    }
    const engine = { ...before, ...now, version: version + 1 };
    this.engines = this.engines.map((one) => (one.id === id ? engine : one));
    return linked(engine);
  }

  one(id: string): OutsideEngine {
    const found = this.engines.find((engine) => engine.id === id);
    if (!found) {
      throw new Refusal(404, 'NOT_FOUND', `There is no engine outside ${id}.`);
    }
    return found;
  }
}

function refuseNonsense(name: string): void {
  if (name === '') {
    throw Refusal.of('name', 'required', 'Give name.');
  }
}

function linked(engine: OutsideEngine): OutsideEngine & { links: [] } {
  return { ...engine, links: [] };
}

/** The paths of the contract for who manages engines outside. */
export function outsideEngines(book: OutsideBook): Route[] {
  const privilege = 'Manage AI Support';
  const one = (operation: string, method: string, below: string, act: Route['answer']): Route => ({
    operation,
    method,
    path: new RegExp(`^outsideengine/([^/]+)${below}$`),
    privilege,
    answer: act,
  });
  const ok = (body: unknown) => ({ status: 200, body });
  const path = /^outsideengine$/;
  return [
    { operation: 'getOutsideEngines', method: 'GET', path, privilege, answer: () => ok(book.list()) },
    {
      operation: 'addOutsideEngine',
      method: 'POST',
      path,
      privilege,
      answer: ({ body }) => ({ status: 201, body: book.add(body as Parameters<OutsideBook['add']>[0]) }),
    },
    one('changeOutsideEngine', 'POST', '', ({ body }, id) =>
      ok(book.change(id, body as Parameters<OutsideBook['change']>[1])),
    ),
    one('lookAtOutsideEngine', 'POST', '/look', (_, id) => ok(book.look(id))),
    one('switchOutsideEngine', 'POST', '/switch', ({ body }, id) =>
      ok(book.switchTo(id, body as Parameters<OutsideBook['switchTo']>[1])),
    ),
    one('getOutsideEngineCalls', 'GET', '/calls', (_, id) => {
      book.one(id);
      return ok({ results: book.calls });
    }),
  ];
}

import type {
  Applicable,
  Applied,
  AwaitingSuggestion,
  ChartEntryKind,
  ConsentRequest,
  Decision,
  DecisionRequest,
  Engine,
  EngineRun,
  Purpose,
  PurposeState,
  Renewal,
  Run,
  RunRequest,
  RunStatus,
  Sent,
  Shared,
  Suggestion,
} from '../src/api/contract';
import { instant, PATIENT, REASONS } from './data';
import { ConsentBook, type Told } from './consent-book';
import { Refusal } from './refusal';

const SEVERITY = ['critical', 'warning', 'info'];

type FullRun = Run & Record<string, unknown>;

/** What the server remembers of the patients: the rules of the contract, small but the same. */
export class Clinic {
  readonly book = new ConsentBook();
  readonly consents = this.book.states;
  /** Why a visit can't be ended yet, by its uuid. */
  readonly heldVisits = new Map<string, string>();
  /** Whom to ask again, in the server's order. */
  renewals: readonly Renewal[] = [];
  suggestions: Suggestion[] = [];
  /** What the user asked for, over all patients, oldest first. */
  awaiting: readonly AwaitingSuggestion[] = [];
  /** Whether more patients wait than the server tells of. */
  moreWait = false;
  /** What a run will add. */
  findings: Suggestion[] = [];
  engineRun: Partial<EngineRun> = {};
  /** The engines outside that are switched on. */
  outside: readonly Engine[] = [];
  /** What a run of theirs will add. */
  outsideFindings: Suggestion[] = [];
  outsideRun: Partial<EngineRun> = {};
  /** What each of their runs sends. */
  payload = '{"hook":"patient-view","context":{},"prefetch":{}}';
  sentUnreadable = false;
  /** Of which of them the patients were not told when they said yes. */
  untold: readonly string[] = [];
  runStatus: RunStatus = 'COMPLETED';
  runningStatus: RunStatus = 'RUNNING';
  pollsUntilDone = 1;
  shared: readonly Shared[] = [];
  me = { uuid: 'u-doctor', display: 'Dr. Lind' };
  private readonly offers = new Map<string, readonly Applicable[]>();
  private readonly runs = new Map<string, { patient: string; run: FullRun; polls: number }>();

  /** What the gate says: a service outside the practice needs the yes to own care as well (C1). */
  consent(patient: string, purpose: Purpose = 'own-care'): PurposeState {
    const state = this.book.state(patient, purpose);
    const { permitted, reason } = this.book.state(patient);
    return purpose === 'external-processing' && state.permitted && !permitted
      ? { ...state, permitted, reason: reason ?? 'UNREADABLE' }
      : state;
  }

  record(request: ConsentRequest): Told & { removed: number } {
    const told = this.book.record(request, this.me);
    const gone = told.ends && request.purpose === 'own-care';
    return { ...told, removed: gone ? this.eraseOpen() : 0 };
  }

  startRun({ patient, engines }: RunRequest): FullRun {
    this.permitOrRefuse(patient, this.purposesOf(engines));
    this.refuseUntold(engines);
    this.refuseSecond(patient);
    const uuid = `r-${this.runs.size + 1}`;
    const run: FullRun = {
      uuid,
      display: `Run ${uuid}`,
      patient: { ...PATIENT, uuid: patient },
      status: this.runningStatus,
      requestedBy: this.me,
      requestedAt: instant(),
      engines: (engines ?? ['guidelines']).map((id) => this.engine(this.runningStatus, id)),
      links: [],
    };
    this.runs.set(uuid, { patient, run, polls: 0 });
    return run;
  }

  /** A yes covers those of which the patient was told (C4). */
  private refuseUntold(engines: readonly string[] = []): void {
    if (engines.some((id) => this.untold.includes(id))) {
      throw new Refusal(403, 'CONSENT_LEAFLET_CHANGED', 'The patient was not told of it.');
    }
  }

  private purposesOf(engines: readonly string[] = []): Purpose[] {
    const asked = this.outside.filter(({ id }) => engines.includes(id));
    const commercial = asked.some((engine) => engine.commercial);
    return [
      ...(asked.length === 0 ? ['own-care' as const] : ['external-processing' as const]),
      ...(commercial ? ['commercial' as const] : []),
    ];
  }

  /** What a run told engines outside. */
  sent(uuid: string): (Sent & { display: string })[] {
    const { run } = this.runEntry(uuid);
    return run.engines.flatMap(({ engine: id }) => {
      const engine = this.outside.find((one) => one.id === id);
      return engine ? [this.sentTo(engine, uuid)] : [];
    });
  }

  private sentTo({ id, recipient }: Engine, run: string): Sent & { display: string } {
    return {
      uuid: `sent-${run}-${id}`,
      display: `To ${recipient ?? ''}`,
      engine: id,
      recipient: recipient ?? '',
      sentAt: instant(new Date('2026-08-05T10:00:00Z')),
      keptUntil: instant(new Date('2027-08-05T10:00:00Z')),
      readable: !this.sentUnreadable,
      ...(!this.sentUnreadable && { payload: this.payload }),
    };
  }

  /** While one run for a patient is not over, the server begins no other. */
  private refuseSecond(patient: string): void {
    const underWay = [...this.runs.values()].find(
      ({ patient: whose, run }) => whose === patient && run.status === this.runningStatus,
    );
    if (underWay) {
      const run = { uuid: underWay.run.uuid, links: [] };
      throw new Refusal(409, 'RUN_UNDER_WAY', 'Engines are at this record already.', { run });
    }
  }

  pollRun(uuid: string): FullRun {
    const entry = this.runEntry(uuid);
    entry.polls += 1;
    if (entry.run.status === this.runningStatus && entry.polls >= this.pollsUntilDone) {
      entry.run = this.finish(entry.run);
    }
    return entry.run;
  }

  cancelRun(uuid: string): FullRun {
    const entry = this.runEntry(uuid);
    if (entry.run.status === this.runningStatus) {
      const engines = entry.run.engines.map(({ engine }) => this.engine('CANCELLED', engine));
      entry.run = { ...entry.run, status: 'CANCELLED', engines };
    }
    return entry.run;
  }

  runStatuses(): RunStatus[] {
    return [...this.runs.values()].map(({ run }) => run.status);
  }

  list(patient: string, encounter: string | null): Suggestion[] {
    const { permitted } = this.consent(patient);
    const listed = this.suggestions.filter((suggestion) => {
      const open = isOpen(suggestion);
      const stands =
        permitted && (!suggestion.outside || this.consent(patient, 'external-processing').permitted);
      return open ? stands : encounter === null || suggestion.encounter === encounter;
    });
    return listed.sort((a, b) => SEVERITY.indexOf(a.indicator) - SEVERITY.indexOf(b.indicator));
  }

  /** What consent does not permit does not wait. */
  waiting(): AwaitingSuggestion[] {
    return this.awaiting.filter(({ patient }) => this.consent(patient.uuid).permitted);
  }

  one(uuid: string): Suggestion {
    const found = this.suggestions.find((suggestion) => suggestion.uuid === uuid);
    if (!found) {
      throw new Refusal(404, 'NOT_FOUND', 'There is no such suggestion.');
    }
    return found;
  }

  decide(uuid: string, request: DecisionRequest): Suggestion {
    const seen = this.one(uuid);
    this.permitOrRefuse(PATIENT.uuid, seen.outside ? ['own-care', 'external-processing'] : ['own-care']);
    if (!isOpen(seen) || seen.version !== request.version) {
      throw new Refusal(409, 'CONFLICT', 'It is decided already.', { standing: seen });
    }
    if (request.outcome === 'REJECTED' && seen.indicator === 'critical' && !request.overrideReason) {
      const fieldErrors = { overrideReason: [{ code: 'required', message: 'A reason is required.' }] };
      throw new Refusal(400, 'BAD_REQUEST', 'A reason is required.', { fieldErrors });
    }
    return this.settle(uuid, request, this.me);
  }

  /** Also how a test lets a colleague decide. */
  settle(
    uuid: string,
    request: Omit<DecisionRequest, 'version'>,
    by: { uuid: string; display: string },
  ): Suggestion {
    const seen = this.one(uuid);
    const outcome = request.text ? 'ACCEPTED_WITH_EDITS' : request.outcome;
    const decision: Decision = {
      uuid: `d-${uuid}`,
      outcome,
      by,
      at: instant(),
      undoableUntil: instant(new Date(Date.now() + 600_000)),
      ...(request.text && { text: request.text }),
      ...(request.overrideReason && { overrideReason: request.overrideReason }),
    };
    const applied = (request.apply ?? []).map(({ kind }) => this.write(seen, kind));
    return this.replace({
      ...seen,
      status: outcome,
      decision,
      applicable: [],
      applied: [...seen.applied, ...applied],
      version: seen.version + 1,
    });
  }

  undo(uuid: string): Suggestion {
    const { decision, ...seen } = this.one(uuid);
    if (!decision || decision.by.uuid !== this.me.uuid) {
      throw new Refusal(409, 'CONFLICT', 'Only the one who decided can undo.', { standing: this.one(uuid) });
    }
    const applied = seen.applied.map((entry) =>
      entry.status === 'WRITTEN' ? { ...entry, status: 'TAKEN_BACK' as const } : entry,
    );
    return this.replace({
      ...seen,
      status: 'OPEN',
      applied,
      applicable: this.offers.get(uuid) ?? [],
      version: seen.version + 1,
    });
  }

  private write(seen: Suggestion, kind: ChartEntryKind): Applied {
    this.offers.set(seen.uuid, seen.applicable);
    const offer = seen.applicable.find((candidate) => candidate.kind === kind);
    if (!offer) {
      const fieldErrors = {
        apply: [{ code: 'notProposed', message: `This suggestion proposes no ${kind}.` }],
      };
      throw new Refusal(400, 'BAD_REQUEST', 'This is not proposed.', { fieldErrors });
    }
    return offer.obstacle
      ? { kind, status: 'NOT_WRITTEN', reason: offer.obstacle }
      : { kind, status: 'WRITTEN', record: `record-${kind}` };
  }

  knowsReason(code: string): boolean {
    return REASONS.some((reason) => reason.code === code);
  }

  private replace(suggestion: Suggestion): Suggestion {
    this.suggestions = this.suggestions.map((old) => (old.uuid === suggestion.uuid ? suggestion : old));
    return suggestion;
  }

  private permitOrRefuse(patient: string, purposes: readonly Purpose[] = ['own-care']): void {
    const no = purposes.map((purpose) => this.consent(patient, purpose)).find(({ permitted }) => !permitted);
    if (no) {
      throw new Refusal(403, `CONSENT_${no.reason ?? 'NO_RECORD'}`, 'The patient has not consented.');
    }
  }

  private finish(run: FullRun): FullRun {
    const status = this.runStatus === 'FAILED' ? 'FAILED' : 'COMPLETED';
    const outside = run.engines.some(({ engine }) => this.outside.some(({ id }) => id === engine));
    const fresh =
      status === 'FAILED' ? [] : this.freshFindings(outside ? this.outsideFindings : this.findings);
    this.suggestions = [...fresh.map((one) => ({ ...one, run: run.uuid, outside })), ...this.suggestions];
    const said = outside ? this.outsideRun : this.engineRun;
    return {
      ...run,
      status: this.runStatus,
      finishedAt: instant(),
      engines: run.engines.map(({ engine }) => ({
        ...this.engine(status, engine),
        proposed: fresh.length,
        ...said,
      })),
    };
  }

  /** What is there is not proposed twice; what a withdrawal took away is proposed anew, as another suggestion. */
  private freshFindings(findings: readonly Suggestion[]): Suggestion[] {
    const there = this.suggestions.filter(({ status }) => status !== 'WITHDRAWN');
    const known = new Set(there.map(({ uuid }) => uuid.split('~')[0]));
    const fresh = findings.filter(({ uuid }) => !known.has(uuid));
    const gone = new Set(this.suggestions.map(({ uuid }) => uuid));
    return fresh.map((one) => (gone.has(one.uuid) ? { ...one, uuid: `${one.uuid}~${this.runs.size}` } : one));
  }

  private engine(status: EngineRun['status'], engine: string): EngineRun {
    return { engine, version: '1.0.0', status, proposed: 0, missing: [], dataQuality: [] };
  }

  private eraseOpen(): number {
    const open = this.suggestions.filter(isOpen);
    this.suggestions = this.suggestions.map((suggestion) =>
      isOpen(suggestion) ? erased(suggestion) : suggestion,
    );
    return open.length;
  }

  private runEntry(uuid: string) {
    const entry = this.runs.get(uuid);
    if (!entry) {
      throw new Refusal(404, 'NOT_FOUND', 'There is no such run.');
    }
    return entry;
  }
}

function isOpen({ status }: Suggestion): boolean {
  return status === 'OPEN' || status === 'UNREVIEWED';
}

function erased({ uuid, label, indicator, kind, engine, createdAt, version }: Suggestion): Suggestion {
  return {
    uuid,
    display: 'Erased',
    label,
    indicator,
    kind,
    engine,
    createdAt,
    evidence: [],
    applicable: [],
    applied: [],
    status: 'WITHDRAWN',
    version: version + 1,
  };
}

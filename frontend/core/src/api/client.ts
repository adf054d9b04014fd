import type {
  AwaitingList,
  ConsentEventRecorded,
  ConsentOverview,
  ConsentRequest,
  Coverage,
  DecisionRequest,
  Engine,
  EngineList,
  LeafletList,
  PatientCounts,
  RenewalList,
  Run,
  RunRequest,
  SentList,
  Session,
  Status,
  Suggestion,
  SuggestionList,
  VisitEnd,
} from './contract';
import type { LastAnswer } from './last-answer';

export const VIEW_CONSENT = 'View AI Consent';
export const RECORD_CONSENT = 'Record AI Consent';
export const VIEW_SUGGESTIONS = 'View AI Suggestions';
export const REQUEST_SUGGESTIONS = 'Request AI Suggestions';
export const DECIDE_SUGGESTIONS = 'Decide AI Suggestions';
export const PATIENT_REPORT = 'Make AI Patient Reports';
export const MANAGE = 'Manage AI Support';

const PAGE = 100;

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below /ws/rest/v1/. */
  readonly path: string;
  /** Named to the user when the server refuses. */
  readonly privilege: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** For what is asked again and again. */
  readonly last?: LastAnswer;
}

/** Sends one request and answers with its JSON, or throws a ProblemError. */
export type Send = <T>(call: Call) => Promise<T>;

/** The server's paths, one method each. Reads stop with the signal; writes are always carried through. */
export class Client {
  constructor(
    private readonly send: Send,
    private readonly signal?: AbortSignal,
  ) {}

  /** The same server, asked for as long as the signal lasts. */
  within(signal: AbortSignal): Client {
    return new Client(this.send, signal);
  }

  session(): Promise<Session> {
    return this.get('session', '');
  }

  consent(patient: string): Promise<ConsentOverview> {
    return this.get(`aisupport/consent?${query({ patient })}`, VIEW_CONSENT);
  }

  /** With the ledger's events. */
  consentHistory(patient: string): Promise<ConsentOverview> {
    return this.get(`aisupport/consent?${query({ patient, v: 'full' })}`, VIEW_CONSENT);
  }

  recordConsent(request: ConsentRequest): Promise<ConsentEventRecorded> {
    return this.write('POST', 'aisupport/consent', RECORD_CONSENT, request);
  }

  /** One page of those whom the practice may want to ask again: whose yes ends within so many days, or no longer holds. */
  renewals(within: number, startIndex: number, limit: number): Promise<RenewalList> {
    const page = { within: String(within), startIndex: String(startIndex), limit: String(limit) };
    return this.get(`aisupport/consent/renewal?${query(page)}`, RECORD_CONSENT);
  }

  leaflets(locale: string): Promise<LeafletList> {
    return this.get(`aisupport/leaflet?${query({ locale })}`, VIEW_CONSENT);
  }

  requestRun(request: RunRequest): Promise<Run> {
    return this.write('POST', 'aisupport/run', REQUEST_SUGGESTIONS, request);
  }

  /** The same object again while the run has not moved on. */
  run(uuid: string, signal: AbortSignal, last: LastAnswer): Promise<Run> {
    return this.within(signal).get(`aisupport/run/${encodeURIComponent(uuid)}`, VIEW_SUGGESTIONS, last);
  }

  cancelRun(uuid: string): Promise<Run> {
    return this.write('DELETE', `aisupport/run/${encodeURIComponent(uuid)}`, REQUEST_SUGGESTIONS);
  }

  /** What left the practice with a run, letter by letter. That somebody looked is audited: only where somebody wants to know. */
  sent(run: string): Promise<SentList> {
    return this.get(`aisupport/run/${encodeURIComponent(run)}/sent`, VIEW_SUGGESTIONS);
  }

  /**
   * All pages: a suggestion that is left out would look like one that was never made.
   *
   * @param look `silent` where nobody will look at them, as where they are only counted
   */
  async suggestions(
    patient: string,
    encounter: string | undefined,
    look: 'shown' | 'silent' = 'shown',
  ): Promise<SuggestionList> {
    const silent = look === 'silent' ? 'true' : undefined;
    const results: Suggestion[] = [];
    for (;;) {
      const part = { patient, encounter, silent, startIndex: String(results.length), limit: String(PAGE) };
      const page = await this.get<SuggestionList>(`aisupport/suggestion?${query(part)}`, VIEW_SUGGESTIONS);
      results.push(...page.results);
      if (page.results.length === 0 || results.length >= page.totalCount) {
        return { ...page, results };
      }
    }
  }

  /** One page of what the user asked for and nobody has decided on, over all patients or of one. */
  awaiting(patient: string | undefined, startIndex: number, limit: number): Promise<AwaitingList> {
    const part = { awaiting: 'me', patient, startIndex: String(startIndex), limit: String(limit) };
    return this.get(`aisupport/suggestion?${query(part)}`, VIEW_SUGGESTIONS);
  }

  suggestion(uuid: string): Promise<Suggestion> {
    return this.get(`aisupport/suggestion/${encodeURIComponent(uuid)}`, VIEW_SUGGESTIONS);
  }

  decide(uuid: string, request: DecisionRequest): Promise<Suggestion> {
    return this.write('POST', decisionPath(uuid), DECIDE_SUGGESTIONS, request);
  }

  undoDecision(uuid: string): Promise<Suggestion> {
    return this.write('DELETE', decisionPath(uuid), DECIDE_SUGGESTIONS);
  }

  visitEnd(visit: string): Promise<VisitEnd> {
    return this.get(`aisupport/visit-end?${query({ visit })}`, VIEW_CONSENT);
  }

  engines(): Promise<EngineList> {
    return this.get('aisupport/engine', VIEW_SUGGESTIONS);
  }

  engine(id: string): Promise<Engine> {
    return this.get(`aisupport/engine/${encodeURIComponent(id)}`, VIEW_SUGGESTIONS);
  }

  coverage(): Promise<Coverage> {
    return this.get('aisupport/coverage', MANAGE);
  }

  /** Looks at many records, and is audited: only where somebody asks for it. */
  patientCounts(): Promise<PatientCounts> {
    return this.get('aisupport/coverage/patients', MANAGE);
  }

  status(): Promise<Status> {
    return this.get('aisupport/status', MANAGE);
  }

  private get<T>(path: string, privilege: string, last?: LastAnswer): Promise<T> {
    const { signal } = this;
    return this.send({ method: 'GET', path, privilege, ...(signal && { signal }), ...(last && { last }) });
  }

  private write<T>(
    method: Call['method'],
    path: string,
    privilege: string,
    body?: ConsentRequest | RunRequest | DecisionRequest,
  ): Promise<T> {
    return this.send({ method, path, privilege, body });
  }
}

function decisionPath(uuid: string): string {
  return `aisupport/suggestion/${encodeURIComponent(uuid)}/decision`;
}

function query(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(given).toString();
}

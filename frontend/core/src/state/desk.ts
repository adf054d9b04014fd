import type { Client } from '../api/client';
import type { DecisionRequest, DenialReason, RunRequest, Suggestion } from '../api/contract';
import { type Problem, problemOf } from '../api/problem';
import { Asking } from './asking';
import { judgedSomething } from './follow-run';
import type { Announcement, Listing, Permitted, Place } from './model';
import { SuggestionShelf } from './shelf';

/** What the desk tells the panel. */
export interface DeskReports {
  /** True where nothing of it is on a screen: what is listed then does not count as seen. */
  readonly silent?: boolean;
  changed(part: Partial<Pick<Permitted, 'run' | 'listing'>>): void;
  announce(announcement: Announcement): void;
  consentGone(reason: DenialReason): void;
}

/** The suggestions of one patient for as long as the consent holds: asks the engines, lists, decides. */
export class SuggestionDesk {
  private readonly closing = new AbortController();
  private readonly client: Client;
  private readonly asking: Asking;
  private outdated = false;
  private judged = false;
  private listCalls = 0;
  private listing: Listing = { kind: 'loading' };

  constructor(
    private readonly place: Place,
    client: Client,
    private readonly reports: DeskReports,
  ) {
    this.client = client.within(this.closing.signal);
    this.asking = new Asking(this.client, runRequest(place), this.closing.signal, (run) => {
      this.reports.changed({ run });
    });
  }

  /** Nothing that arrives later is shown. */
  close(): void {
    this.closing.abort();
  }

  async run(): Promise<void> {
    if (this.asking.isUnderWay) {
      return; // one click, one run
    }
    this.judged = false;
    try {
      const run = await this.asking.ask();
      this.judged = run !== undefined && judgedSomething(run);
    } catch (thrown) {
      this.failed(thrown, (problem) => {
        this.reports.changed({ run: { kind: 'failed', problem } });
      });
    }
    await this.list(true);
    await this.runIfOutdated();
  }

  /** The record changed: what the engines are reading just now may be the one before. */
  async recordChanged(): Promise<void> {
    this.outdated = this.asking.isUnderWay;
    await this.run();
  }

  /** The engines are told, also when the desk is closed right after. */
  cancelRun(): void {
    this.outdated = false;
    this.asking.cancel();
  }

  async list(announced = false): Promise<void> {
    if (this.closing.signal.aborted) {
      return;
    }
    const call = ++this.listCalls;
    try {
      const { patient, encounter } = this.place;
      const look = this.reports.silent === true ? 'silent' : 'shown';
      const answer = await this.client.suggestions(patient, encounter, look);
      if (call !== this.listCalls) {
        return; // a newer list was asked for
      }
      if (!answer.permitted) {
        this.reports.consentGone(answer.reason ?? 'UNREADABLE');
        return;
      }
      const shelf = SuggestionShelf.of(answer.results, { encounter, before: this.shelf });
      this.show({ kind: 'loaded', shelf });
      if (announced) {
        const { openCount: count, silence } = shelf;
        this.reports.announce({ kind: 'suggestions', count, judged: this.judged, silence });
      }
    } catch (thrown) {
      this.failed(thrown, (problem) => {
        const { shelf } = this;
        this.show(shelf ? { kind: 'loaded', shelf, problem } : { kind: 'failed', problem });
      });
    }
  }

  decide(uuid: string, request: DecisionRequest): Promise<Problem | undefined> {
    const encounter = this.place.encounter;
    return this.settle(uuid, () => this.client.decide(uuid, { ...request, ...(encounter && { encounter }) }));
  }

  undo(uuid: string): Promise<Problem | undefined> {
    return this.settle(uuid, () => this.client.undoDecision(uuid));
  }

  private async runIfOutdated(): Promise<void> {
    if (this.outdated && !this.closing.signal.aborted) {
      this.outdated = false;
      await this.run();
    }
  }

  private get shelf(): SuggestionShelf | undefined {
    return this.listing.kind === 'loaded' ? this.listing.shelf : undefined;
  }

  /** The card shows what the server says stands, whether or not this user's decision won. */
  private async settle(uuid: string, ask: () => Promise<Suggestion>): Promise<Problem | undefined> {
    try {
      this.replace(await ask());
      return undefined;
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.kind === 'conflict') {
        await this.showStanding(uuid, problem.standing);
      } else if (problem.kind === 'noConsent') {
        await this.refused(uuid, problem.reason);
      }
      return problem;
    }
  }

  /** What came from outside rests on a yes of its own; the list says whether the one to AI in the practice has ended as well. */
  private async refused(uuid: string, reason: DenialReason): Promise<void> {
    if (this.shelf?.get(uuid)?.outside) {
      await this.list();
    } else {
      this.reports.consentGone(reason);
    }
  }

  private async showStanding(uuid: string, standing: Suggestion | undefined): Promise<void> {
    try {
      this.replace(standing ?? (await this.client.suggestion(uuid)));
    } catch (thrown) {
      this.failed(thrown, () => undefined); // the card says that there was a conflict; more can't be had
    }
  }

  private replace(suggestion: Suggestion): void {
    if (this.shelf) {
      this.show({ kind: 'loaded', shelf: this.shelf.with(suggestion) });
    }
  }

  private show(listing: Listing): void {
    this.listing = listing;
    this.reports.changed({ listing });
  }

  private failed(thrown: unknown, say: (problem: Problem) => void): void {
    if (this.closing.signal.aborted) {
      return;
    }
    const problem = problemOf(thrown);
    if (problem.kind === 'noConsent') {
      this.reports.consentGone(problem.reason);
    } else {
      say(problem);
    }
  }
}

export function runRequest({ patient, visit, encounter }: Place): RunRequest {
  return { patient, ...(visit && { visit }), ...(encounter && { encounter }) };
}

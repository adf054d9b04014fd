import type { Client } from '../api/client';
import type { DecisionRequest, DenialReason, Run, Suggestion } from '../api/contract';
import { LastAnswer } from '../api/last-answer';
import { type Problem, ProblemError, problemOf } from '../api/problem';
import { FIRST_PAUSE_MS, followRun, isOver, judgedSomething, longerPause, sleep } from './follow-run';
import type { Announcement, Listing, Permitted, Place } from './model';
import { SuggestionShelf } from './shelf';

/** What the desk tells the panel. */
export interface DeskReports {
  changed(part: Partial<Pick<Permitted, 'run' | 'listing'>>): void;
  announce(announcement: Announcement): void;
  consentGone(reason: DenialReason): void;
}

/** The suggestions of one patient for as long as the consent holds: asks the engines, lists, decides. */
export class SuggestionDesk {
  private readonly closing = new AbortController();
  private readonly client: Client;
  private stopRun = new AbortController();
  private running = false;
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
  }

  /** Nothing that arrives later is shown. */
  close(): void {
    this.closing.abort();
  }

  async run(): Promise<void> {
    if (this.running) {
      return; // one click, one run
    }
    this.running = true;
    this.judged = false;
    this.stopRun = new AbortController();
    this.reports.changed({ run: { kind: 'reading' } });
    try {
      this.ended(await this.follow(await this.begin(this.stopRun.signal), this.stopRun.signal));
    } catch (thrown) {
      this.notEnded(thrown);
    } finally {
      this.running = false;
    }
    await this.list(true);
    await this.runIfOutdated();
  }

  /** The record changed: what the engines are reading just now may be the one before. */
  async recordChanged(): Promise<void> {
    this.outdated = this.running;
    await this.run();
  }

  /** The engines are told, also when the desk is closed right after. */
  cancelRun(): void {
    this.outdated = false;
    this.stopRun.abort();
  }

  async list(announced = false): Promise<void> {
    if (this.closing.signal.aborted) {
      return;
    }
    const call = ++this.listCalls;
    try {
      const answer = await this.client.suggestions(this.place.patient, this.place.encounter);
      if (call !== this.listCalls) {
        return; // a newer list was asked for
      }
      if (!answer.permitted) {
        this.reports.consentGone(answer.reason ?? 'UNREADABLE');
        return;
      }
      const { encounter } = this.place;
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

  private runRequest(): { patient: string; visit?: string; encounter?: string } {
    const { patient, visit, encounter } = this.place;
    return { patient, ...(visit && { visit }), ...(encounter && { encounter }) };
  }

  /** A colleague's run may have read the record before this GP's last change: theirs is waited for, and then asked again. */
  private async begin(stop: AbortSignal): Promise<Run> {
    const signal = AbortSignal.any([stop, this.closing.signal]);
    let waitedFor: string | undefined;
    for (let pause = FIRST_PAUSE_MS; ; pause = longerPause(pause)) {
      stop.throwIfAborted();
      try {
        return await this.client.requestRun(this.runRequest());
      } catch (thrown) {
        const other = runInTheWay(thrown);
        if (other === undefined) {
          throw thrown;
        }
        if (other === waitedFor) {
          await sleep(pause, signal); // over for one server, whose clock goes wrong, and not for another
        }
        await this.awaitOther(other, signal);
        waitedFor = other;
      }
    }
  }

  private async awaitOther(uuid: string, signal: AbortSignal): Promise<void> {
    const other = await this.client.run(uuid, signal, new LastAnswer());
    await followRun(this.client, other, signal, () => undefined);
  }

  private async follow(run: Run, stop: AbortSignal): Promise<Run> {
    const show = (now: Run): void => {
      this.reports.changed({ run: { kind: 'reading', run: now } });
    };
    show(run);
    try {
      return await followRun(this.client, run, AbortSignal.any([stop, this.closing.signal]), show);
    } catch (thrown) {
      if (stop.aborted) {
        return this.client.cancelRun(run.uuid);
      }
      throw thrown;
    }
  }

  private notEnded(thrown: unknown): void {
    if (
      this.stopRun.signal.aborted &&
      thrown === this.stopRun.signal.reason &&
      !this.closing.signal.aborted
    ) {
      this.reports.changed({ run: { kind: 'cancelled' } }); // while a colleague's run was waited for: theirs goes on
      return;
    }
    this.failed(thrown, (problem) => {
      this.reports.changed({ run: { kind: 'failed', problem } });
    });
  }

  private ended(run: Run): void {
    // Cancelled too late, it is simply done, and what it found is shown.
    const cancelled = run.status === 'CANCELLED' || !isOver(run);
    this.judged = judgedSomething(run);
    this.reports.changed({ run: cancelled ? { kind: 'cancelled' } : { kind: 'done', run } });
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
        this.reports.consentGone(problem.reason);
      }
      return problem;
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

function runInTheWay(thrown: unknown): string | undefined {
  return thrown instanceof ProblemError && thrown.problem.kind === 'conflict'
    ? thrown.problem.run
    : undefined;
}

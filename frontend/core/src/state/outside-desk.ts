import type { Client } from '../api/client';
import type { Engine, Purpose, PurposeState, Run } from '../api/contract';
import { problemOf } from '../api/problem';
import { Asking } from './asking';
import { runRequest } from './desk';
import type { Announcement, OutsideAsk, Place, RunProgress } from './model';
import { noWithoutDate } from './one-purpose';

const EXTERNAL = 'external-processing';

/** What the server answered on the strength of a yes, and as long as that yes is the one that stands. */
interface Refusal {
  readonly yes: string | undefined;
  readonly state: PurposeState;
}

/** What the desk tells the panel. */
export interface OutsideReports {
  changed(outside: readonly OutsideAsk[]): void;
  announce(announcement: Announcement): void;
  /** The suggestions of the list may be others now. */
  found(): Promise<void>;
  consentRead(purposes: readonly PurposeState[]): void;
}

/** The engines outside this practice, each asked by itself, after the GP was told what would leave (E6). */
export class OutsideDesk {
  private readonly closing = new AbortController();
  private readonly client: Client;
  private readonly askings = new Map<string, Asking>();
  private asks: readonly OutsideAsk[] = [];
  private purposes: readonly PurposeState[] | undefined;
  private readonly refusals = new Map<string, Refusal>();

  constructor(
    private readonly place: Place,
    client: Client,
    private readonly reports: OutsideReports,
  ) {
    this.client = client.within(this.closing.signal);
  }

  /** Nothing that arrives later is shown. */
  close(): void {
    this.closing.abort();
  }

  /** Where there is no engine outside, nothing more is asked. */
  async offer(engines: readonly Engine[]): Promise<void> {
    const outside = engines.filter(({ where }) => where === 'REMOTE');
    if (outside.length === 0 || this.closing.signal.aborted) {
      return;
    }
    const purposes = this.purposes ?? (await this.readConsent());
    this.purposes = purposes;
    this.show(
      outside.map((engine) => ({
        engine,
        lacks: this.lacking(engine, purposes),
        told: false,
        run: { kind: 'notAsked' },
      })),
    );
  }

  /** What the patient said may have changed on another screen since. */
  async lookAgain(): Promise<void> {
    this.heard(await this.readConsent());
  }

  heard(purposes: readonly PurposeState[]): void {
    this.purposes = purposes;
    const asks = this.asks.map((ask) => {
      const lacks = this.lacking(ask.engine, purposes);
      return { ...ask, lacks, told: ask.told && lacks === undefined };
    });
    const ended = asks.some(({ lacks }, place) => lacks && !this.asks[place]?.lacks);
    this.show(asks);
    if (ended) {
      void this.reports.found(); // what was made on the strength of that yes is gone with it
    }
  }

  /** Says what would leave; nothing does. */
  tell(id: string): void {
    const ask = this.ask(id);
    if (ask && ask.lacks === undefined && ask.run.kind !== 'reading') {
      this.patch(id, { told: true });
    }
  }

  dismiss(id: string): void {
    this.patch(id, { told: false });
  }

  /** Only what the GP was told of. */
  async send(id: string): Promise<void> {
    const ask = this.ask(id);
    if (!ask?.told) {
      return; // one click, one run
    }
    this.patch(id, { told: false });
    const asking = this.askingOf(id);
    try {
      this.ended(ask.engine, await asking.ask());
    } catch (thrown) {
      await this.failed(ask.engine, thrown);
    }
    await this.reports.found();
  }

  cancel(id: string): void {
    this.askings.get(id)?.cancel();
  }

  cancelAll(): void {
    this.askings.forEach((asking) => {
      asking.cancel();
    });
  }

  private ended({ id, display }: Engine, run: Run | undefined): void {
    const part = run && partOf(run, id);
    const added = part?.status === 'COMPLETED' ? part.proposed : undefined;
    if (run && run.status !== 'CANCELLED') {
      this.reports.announce({ kind: 'outside', engine: display, added });
    }
  }

  /** The overview knows no engines: a yes that doesn't cover one shows only when that is to be asked (C4). */
  private lacking(engine: Engine, purposes: readonly PurposeState[]): PurposeState | undefined {
    const lacks = neededBy(engine)
      .map((purpose) => stateOf(purpose, purposes))
      .find(({ permitted }) => !permitted);
    const refusal = this.refusals.get(engine.id);
    return lacks ?? (refusal?.yes === stateOf(EXTERNAL, purposes).event ? refusal?.state : undefined);
  }

  private async failed({ id, display }: Engine, thrown: unknown): Promise<void> {
    if (this.closing.signal.aborted) {
      return;
    }
    const problem = problemOf(thrown);
    this.patch(id, { run: { kind: 'failed', problem } });
    this.reports.announce({ kind: 'outside', engine: display, added: undefined });
    if (problem.kind === 'noConsent') {
      const yes = stateOf(EXTERNAL, this.purposes ?? []).event;
      this.refusals.set(id, { yes, state: noWithoutDate(problem.reason, EXTERNAL) });
      await this.lookAgain();
    }
  }

  private askingOf(id: string): Asking {
    const report = (run: RunProgress): void => {
      this.patch(id, { run });
    };
    const request = { ...runRequest(this.place), engines: [id] };
    const asking = new Asking(this.client, request, this.closing.signal, report);
    this.askings.set(id, asking);
    return asking;
  }

  /** What can't be read means no. */
  private async readConsent(): Promise<readonly PurposeState[]> {
    try {
      const { purposes } = await this.client.consent(this.place.patient);
      if (!this.closing.signal.aborted) {
        this.reports.consentRead(purposes);
      }
      return purposes;
    } catch {
      return [];
    }
  }

  private ask(id: string): OutsideAsk | undefined {
    return this.asks.find(({ engine }) => engine.id === id);
  }

  private patch(id: string, part: Partial<OutsideAsk>): void {
    this.show(this.asks.map((ask) => (ask.engine.id === id ? { ...ask, ...part } : ask)));
  }

  private show(asks: readonly OutsideAsk[]): void {
    if (!this.closing.signal.aborted) {
      this.asks = asks;
      this.reports.changed(asks);
    }
  }
}

/** What a run says of one of its engines. */
export function partOf(run: Run, engine: string): Run['engines'][number] | undefined {
  return run.engines.find((part) => part.engine === engine);
}

/** A company that is sent a record is outside the practice too (C1). */
function neededBy({ commercial }: Engine): readonly Purpose[] {
  return commercial ? [EXTERNAL, 'commercial'] : [EXTERNAL];
}

function stateOf(wanted: Purpose, purposes: readonly PurposeState[]): PurposeState {
  return purposes.find(({ purpose }) => purpose === wanted) ?? noWithoutDate('UNREADABLE', wanted);
}

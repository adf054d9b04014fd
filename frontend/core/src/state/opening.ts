import type { Client } from '../api/client';
import type { Engine, Leaflet, PurposeState, SentList } from '../api/contract';
import { type Problem, problemOf } from '../api/problem';
import { Access } from './access';
import { type Answered, ConsentDesk } from './consent-desk';
import { SuggestionDesk } from './desk';
import { EngineLists } from './engine-lists';
import { hideToday, isHiddenToday } from './hidden-today';
import type { Announcement, Denied, Listing, PanelState, Place } from './model';
import { noWithoutDate, type Said } from './one-purpose';
import { OutsideDesk } from './outside-desk';
import { ReasonBook } from './reason-book';
import { SuggestionShelf } from './shelf';
import { Stage } from './stage';

/** What is known of the consent when a state is entered. */
type Known = Omit<Answered, 'announcement'>;

/** The panel opened for one patient and encounter: who is asking, what the patient said, and what follows from it. */
export class Opening {
  access = new Access({ authenticated: false });
  desk: SuggestionDesk | undefined;
  /** Absent where no engine may be asked. */
  outside: OutsideDesk | undefined;
  readonly reasons: ReasonBook;
  private readonly closing = new AbortController();
  private readonly client: Client;
  private readonly consents: ConsentDesk;
  private readonly lists: EngineLists;
  private readonly stage: Stage;

  constructor(
    private readonly place: Place,
    client: Client,
    changed: () => void,
    /** Whether the engines are asked as soon as the consent permits it; a look back at an old visit asks none. */
    private readonly asks = true,
  ) {
    this.client = client.within(this.closing.signal);
    this.consents = new ConsentDesk(this.client, place.patient, () => this.access);
    this.lists = new EngineLists(this.client);
    this.reasons = new ReasonBook(this.lists, changed);
    this.stage = new Stage(this.closing.signal, () => {
      this.wantReasons();
      changed();
    });
  }

  get state(): PanelState {
    return this.stage.state;
  }

  get announcement(): Announcement {
    return this.stage.announcement;
  }

  async start(): Promise<void> {
    try {
      const session = await this.client.session();
      if (!session.authenticated) {
        this.stage.put({ kind: 'failed', problem: { kind: 'loggedOut' } });
        return;
      }
      this.access = new Access(session);
      if (isHiddenToday(this.access.user)) {
        this.stage.put({ kind: 'hidden' });
        return;
      }
      this.enter({ consent: await this.consents.read() });
    } catch (thrown) {
      this.failed(thrown, (problem) => {
        this.stage.put({ kind: 'failed', problem });
      });
    }
  }

  close(): void {
    this.closing.abort();
    this.desk?.close();
    this.outside?.close();
  }

  /** Hidden means that nothing is computed, so the engines are stopped too. */
  hide(): void {
    this.desk?.cancelRun();
    this.outside?.cancelAll();
    this.leaveDesk();
    this.stage.announce({ kind: 'nothing' });
    this.stage.put({ kind: 'hidden' });
    hideToday(this.access.user); // at last, for it tells the other parts of the screen
  }

  async record(request: Said): Promise<Problem | undefined> {
    try {
      this.answered(await this.consents.say(request));
      return undefined;
    } catch (thrown) {
      return problemOf(thrown);
    }
  }

  async withdraw(): Promise<void> {
    if (this.state.kind !== 'permitted' || this.state.withdrawing === 'underway') {
      return;
    }
    this.stage.patchPermitted({ withdrawing: 'underway' });
    try {
      this.answered(await this.consents.say({ decision: 'WITHDRAW' }));
    } catch (thrown) {
      this.stage.patchPermitted({ withdrawing: problemOf(thrown) });
    }
  }

  async undo(): Promise<void> {
    const undo = this.state.kind === 'denied' ? this.state.undo : undefined;
    if (!undo || undo.progress === 'underway') {
      return;
    }
    this.stage.patchDenied({ undo: { ...undo, progress: 'underway' } });
    try {
      this.answered(await this.consents.takeBack(undo));
    } catch (thrown) {
      this.stage.patchDenied({ undo: { ...undo, progress: problemOf(thrown) } });
    }
  }

  /** The record changed. The engines are asked anew where they were asked before; what is typed into the cards stays. */
  recordChanged(): void {
    if (this.asks && this.access.mayRequest) {
      void this.desk?.recordChanged();
    } else {
      void this.desk?.list();
    }
  }

  /** Another part of the screen learned what stands. A no is taken at once, a yes only from the server. */
  async heard(consent: PurposeState): Promise<void> {
    const { state } = this;
    if ((state.kind !== 'permitted' && state.kind !== 'denied') || same(state.consent, consent)) {
      return;
    }
    if (!consent.permitted) {
      this.enter({ consent });
      return;
    }
    try {
      this.enter({ consent: await this.consents.read() });
    } catch (thrown) {
      this.failed(thrown, (problem) => {
        this.stage.put({ kind: 'failed', problem });
      });
    }
  }

  leaflet(language: string): Promise<Leaflet | undefined> {
    return this.consents.leaflet(language);
  }

  engine(id: string): Promise<Engine> {
    return this.client.engine(id);
  }

  /** As far as it is known by now; an engine that was switched off since goes by its id. */
  engineName(id: string): string {
    return this.lists.get(id)?.display ?? id;
  }

  isOutside(id: string): boolean {
    return this.lists.get(id)?.where === 'REMOTE';
  }

  /** What left the practice with a run. */
  sent(run: string): Promise<SentList> {
    return this.client.sent(run);
  }

  /** What was decided earlier, for a patient whose record AI may not read now. */
  async listDecided(): Promise<void> {
    try {
      const { results } = await this.client.suggestions(this.place.patient, undefined);
      const shelf = SuggestionShelf.of(results).withoutOpen();
      this.stage.patchDenied({ listing: { kind: 'loaded', shelf } });
    } catch (thrown) {
      this.failed(thrown, (problem) => {
        this.stage.patchDenied({ listing: { kind: 'failed', problem } });
      });
    }
  }

  private answered(answer: Answered): void {
    this.stage.announce(answer.announcement);
    this.enter(answer);
  }

  private enter(known: Known): void {
    if (this.closing.signal.aborted) {
      return;
    }
    if (!known.consent.permitted) {
      this.deny(known);
    } else if (this.state.kind === 'permitted') {
      this.renew(known.consent, this.state.consent);
    } else {
      this.permit(known);
    }
  }

  private permit({ consent, notice }: Known): void {
    const { mayView } = this.access;
    const asks = this.asks && this.access.mayRequest;
    const listing: Listing = { kind: mayView ? 'loading' : 'unseen' };
    this.stage.put({
      kind: 'permitted',
      consent,
      run: { kind: 'notAsked' },
      listing,
      outside: [],
      withdrawing: 'no',
      notice,
    });
    if (!mayView) {
      return;
    }
    const desk = this.openDesk();
    // What is open already is shown at once: a hung engine must not hide it (P3).
    void desk.list(!asks);
    if (asks) {
      void desk.run();
      void this.offerOutside();
    }
  }

  private async offerOutside(): Promise<void> {
    const outside = this.openOutside();
    try {
      await outside.offer((await this.lists.engines()).results);
    } catch {
      // Nothing is offered that isn't known; the cards need none of it.
    }
  }

  /** A yes that followed a yes: what the GP is typing into the cards stays. */
  private renew(consent: PurposeState, before: PurposeState): void {
    this.stage.patchPermitted({ consent, notice: undefined });
    if (consent.includesSensitive !== before.includesSensitive) {
      this.recordChanged();
    }
  }

  private deny({ consent, afterNo = this.toldBefore(consent), notice }: Known): void {
    this.leaveDesk();
    const { mayView } = this.access;
    const listing: Listing = { kind: mayView ? 'loading' : 'unseen' };
    const undo = this.consents.undoOf(consent, afterNo);
    this.stage.put({ kind: 'denied', consent, listing, afterNo, undo, notice });
    if (mayView) {
      void this.listDecided();
    }
  }

  /** What a no has done stays told while that no stands. */
  private toldBefore({ event }: PurposeState): Denied['afterNo'] {
    const told = this.state.kind === 'denied' ? this.state.afterNo : undefined;
    return told?.event === event ? told : undefined;
  }

  private openDesk(): SuggestionDesk {
    this.leaveDesk();
    const desk = new SuggestionDesk(this.place, this.client, {
      changed: (part) => {
        if (this.desk === desk) {
          this.stage.patchPermitted(part);
        }
      },
      announce: (announcement) => {
        this.stage.announce(announcement);
      },
      consentGone: (reason) => {
        if (this.desk === desk) {
          this.deny({ consent: noWithoutDate(reason) });
        }
      },
    });
    this.desk = desk;
    return desk;
  }

  private openOutside(): OutsideDesk {
    const outside = new OutsideDesk(this.place, this.client, {
      changed: (asks) => {
        this.stage.patchPermitted({ outside: asks });
      },
      announce: (announcement) => {
        this.stage.announce(announcement);
      },
      found: async () => {
        await this.desk?.list();
      },
      consentRead: (purposes) => {
        const ownCare = purposes.find(({ purpose }) => purpose === 'own-care');
        if (ownCare && !ownCare.permitted) {
          void this.heard(ownCare);
        }
      },
    });
    this.outside = outside;
    return outside;
  }

  private leaveDesk(): void {
    this.desk?.close();
    this.desk = undefined;
    this.outside?.close();
    this.outside = undefined;
  }

  private wantReasons(): void {
    const { state } = this;
    if ('listing' in state && state.listing.kind === 'loaded' && !state.listing.shelf.isEmpty) {
      this.reasons.want();
    }
  }

  private failed(thrown: unknown, say: (problem: Problem) => void): void {
    if (!this.closing.signal.aborted) {
      say(problemOf(thrown));
    }
  }
}

function same(one: PurposeState, other: PurposeState): boolean {
  const parts = ['permitted', 'event', 'reason', 'since'] as const;
  return parts.every((part) => one[part] === other[part]);
}

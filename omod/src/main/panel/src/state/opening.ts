import { Client } from '../api/client';
import type { Engine, Leaflet, PurposeState } from '../api/contract';
import { type Problem, problemOf } from '../api/problem';
import { Access } from './access';
import { SuggestionDesk } from './desk';
import { hideToday, isHiddenToday } from './hidden-today';
import type { Announcement, Listing, PanelState, Permitted, Place, Withdrawal } from './model';
import { noWithoutDate, OwnCare, type Said } from './own-care';
import { ReasonBook } from './reason-book';
import { SuggestionShelf } from './shelf';

/** The panel opened for one patient and encounter: who is asking, what the patient said, and what follows from it. */
export class Opening {
  state: PanelState = { kind: 'loading' };
  access = new Access({ authenticated: false });
  announcement: Announcement = { kind: 'nothing' };
  desk: SuggestionDesk | undefined;
  readonly reasons: ReasonBook;
  private readonly closing = new AbortController();
  private readonly client: Client;
  private readonly ownCare: OwnCare;

  constructor(
    private readonly place: Place,
    private readonly changed: () => void,
  ) {
    this.client = new Client(place.base, this.closing.signal);
    this.ownCare = new OwnCare(this.client, place.patient);
    this.reasons = new ReasonBook(this.client, changed);
  }

  async start(): Promise<void> {
    try {
      const session = await this.client.session();
      if (!session.authenticated) {
        this.put({ kind: 'failed', problem: { kind: 'loggedOut' } });
        return;
      }
      this.access = new Access(session);
      if (isHiddenToday(this.access.user)) {
        this.put({ kind: 'hidden' });
        return;
      }
      this.enter(await this.ownCare.read());
    } catch (thrown) {
      this.failed(thrown, (problem) => {
        this.put({ kind: 'failed', problem });
      });
    }
  }

  close(): void {
    this.closing.abort();
    this.desk?.close();
  }

  /** Hidden means that nothing is computed, so the engines are stopped too. */
  hide(): void {
    hideToday(this.access.user);
    this.desk?.cancelRun();
    this.leaveDesk();
    this.announcement = { kind: 'nothing' };
    this.put({ kind: 'hidden' });
  }

  async record(request: Said): Promise<Problem | undefined> {
    try {
      const { state } = await this.ownCare.write(request);
      this.enter(state);
      return undefined;
    } catch (thrown) {
      return problemOf(thrown);
    }
  }

  async withdraw(): Promise<void> {
    if (this.state.kind !== 'permitted' || this.state.withdrawing === 'underway') {
      return;
    }
    this.patch({ withdrawing: 'underway' });
    try {
      const answer = await this.ownCare.write({ decision: 'WITHDRAW' });
      this.announcement = { kind: 'withdrawn' };
      this.deny(answer.state, { removed: answer.withdrawnSuggestions, shared: answer.alreadyShared });
    } catch (thrown) {
      this.patch({ withdrawing: problemOf(thrown) });
    }
  }

  leaflet(language: string): Promise<Leaflet | undefined> {
    return this.ownCare.leaflet(language);
  }

  engine(id: string): Promise<Engine> {
    return this.client.engine(id);
  }

  /** What was decided earlier, for a patient whose record AI may not read now. */
  async listDecided(): Promise<void> {
    try {
      const { results } = await this.client.suggestions(this.place.patient, undefined);
      this.putListing({ kind: 'loaded', shelf: SuggestionShelf.of(results).withoutOpen() });
    } catch (thrown) {
      this.failed(thrown, (problem) => {
        this.putListing({ kind: 'failed', problem });
      });
    }
  }

  private enter(consent: PurposeState): void {
    if (this.closing.signal.aborted) {
      return;
    }
    if (consent.permitted) {
      this.permit(consent);
    } else {
      this.deny(consent);
    }
  }

  private permit(consent: PurposeState): void {
    const { mayRequest, mayView } = this.access;
    this.put({
      kind: 'permitted',
      consent,
      run: { kind: 'notAsked' },
      listing: { kind: mayView ? 'loading' : 'unseen' },
      withdrawing: 'no',
    });
    if (!mayView) {
      return;
    }
    const desk = this.openDesk();
    // What is open already is shown at once: a hung engine must not hide it (P3).
    void desk.list(!mayRequest);
    if (mayRequest) {
      void desk.run();
    }
  }

  private deny(consent: PurposeState, withdrawal?: Withdrawal): void {
    this.leaveDesk();
    const { mayView } = this.access;
    const listing: Listing = { kind: mayView ? 'loading' : 'unseen' };
    this.put({ kind: 'denied', consent, listing, ...(withdrawal && { withdrawal }) });
    if (mayView) {
      void this.listDecided();
    }
  }

  private openDesk(): SuggestionDesk {
    this.leaveDesk();
    const desk = new SuggestionDesk(this.place, {
      changed: (part) => {
        if (this.desk === desk) {
          this.patch(part);
        }
      },
      announce: (announcement) => {
        this.announcement = announcement;
        this.changed();
      },
      consentGone: (reason) => {
        if (this.desk === desk) {
          this.deny(noWithoutDate(reason));
        }
      },
    });
    this.desk = desk;
    return desk;
  }

  private leaveDesk(): void {
    this.desk?.close();
    this.desk = undefined;
  }

  private patch(part: Partial<Omit<Permitted, 'kind'>>): void {
    if (this.state.kind === 'permitted') {
      this.put({ ...this.state, ...part });
    }
  }

  private putListing(listing: Listing): void {
    if (this.state.kind === 'denied') {
      this.put({ ...this.state, listing });
    }
  }

  private put(state: PanelState): void {
    if (!this.closing.signal.aborted) {
      this.state = state;
      if ('listing' in state && state.listing.kind === 'loaded' && !state.listing.shelf.isEmpty) {
        this.reasons.want();
      }
      this.changed();
    }
  }

  private failed(thrown: unknown, say: (problem: Problem) => void): void {
    if (!this.closing.signal.aborted) {
      say(problemOf(thrown));
    }
  }
}

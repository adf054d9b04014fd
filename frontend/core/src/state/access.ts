import {
  DECIDE_SUGGESTIONS,
  PATIENT_REPORT,
  RECORD_CONSENT,
  REQUEST_SUGGESTIONS,
  VIEW_SUGGESTIONS,
} from '../api/client';
import type { Decision, Session } from '../api/contract';

const SUPERUSER_ROLE = 'System Developer';

/** What this user may do: it decides which buttons are drawn. The server refuses anyhow. */
export class Access {
  private readonly held: ReadonlySet<string>;
  private readonly superuser: boolean;
  readonly user: string;
  /** Only a known absence counts; a server that does not tell is asked by deciding. */
  readonly lacksProvider: boolean;

  constructor(session: Session) {
    const user = session.user;
    this.user = user?.uuid ?? '';
    this.held = new Set((user?.privileges ?? []).map((privilege) => privilege.display));
    this.superuser = (user?.roles ?? []).some((role) => role.display === SUPERUSER_ROLE);
    this.lacksProvider = session.currentProvider === null;
  }

  get mayRecord(): boolean {
    return this.may(RECORD_CONSENT);
  }

  get mayView(): boolean {
    return this.may(VIEW_SUGGESTIONS);
  }

  get mayRequest(): boolean {
    return this.may(REQUEST_SUGGESTIONS) && this.mayView;
  }

  get mayDecide(): boolean {
    return this.may(DECIDE_SUGGESTIONS);
  }

  /** The patient's own report, to open or to print (A3). */
  get mayReport(): boolean {
    return this.may(PATIENT_REPORT);
  }

  decided(decision: Decision): boolean {
    return this.user !== '' && decision.by.uuid === this.user;
  }

  private may(privilege: string): boolean {
    return this.superuser || this.held.has(privilege);
  }
}

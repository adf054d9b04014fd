import { DECIDE_SUGGESTIONS, RECORD_CONSENT, REQUEST_SUGGESTIONS, VIEW_SUGGESTIONS } from '../api/client';
import type { Decision, Session } from '../api/contract';

const SUPERUSER_ROLE = 'System Developer';

/** What this user may do: it decides which buttons are drawn. The server refuses anyhow. */
export class Access {
  private readonly held: ReadonlySet<string>;
  private readonly superuser: boolean;
  private readonly me: ReadonlySet<string>;
  readonly user: string;
  /** Only a known absence counts; a server that does not tell is asked by deciding. */
  readonly lacksProvider: boolean;

  constructor(session: Session) {
    const user = session.user;
    this.user = user?.uuid ?? '';
    this.held = new Set((user?.privileges ?? []).map((privilege) => privilege.display));
    this.superuser = (user?.roles ?? []).some((role) => role.display === SUPERUSER_ROLE);
    // The contract leaves open whether a decision names the user, the provider or the person.
    const mine = [user?.uuid, user?.person?.uuid, session.currentProvider?.uuid];
    this.me = new Set(mine.filter((uuid) => uuid !== undefined));
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

  decided(decision: Decision): boolean {
    return this.me.has(decision.by.uuid);
  }

  private may(privilege: string): boolean {
    return this.superuser || this.held.has(privilege);
  }
}

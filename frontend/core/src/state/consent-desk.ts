import type { Client } from '../api/client';
import type { ConsentEventRecorded, Purpose, PurposeState } from '../api/contract';
import { ProblemError } from '../api/problem';
import type { Access } from './access';
import type { AfterNo, Announcement, Notice, Undo } from './model';
import { OnePurpose, type Said } from './one-purpose';
import { forgetNo, rememberNo, undoableUntil } from './recent-no';

/** What stands after something was recorded or taken back, and what there is to say about it. */
export interface Answered {
  readonly consent: PurposeState;
  readonly announcement: Announcement;
  readonly afterNo?: AfterNo;
  readonly notice?: Notice;
}

/** What stands after a yes was ended that nobody took back. */
export interface Ended {
  readonly consent: PurposeState;
  readonly afterNo: AfterNo;
}

/** Records what the patient says, and takes a no back that was recorded in error. */
export class ConsentDesk extends OnePurpose {
  constructor(
    client: Client,
    patient: string,
    private readonly access: () => Pick<Access, 'user' | 'mayRecord'>,
    purpose: Purpose = 'own-care',
  ) {
    super(client, patient, purpose);
  }

  async say(said: Said): Promise<Answered> {
    const answer = await this.write(said);
    if (said.decision === 'GRANT') {
      return { consent: answer.state, announcement: { kind: 'answered', answer: 'recorded' } };
    }
    rememberNo(this.access().user, answer.event.uuid);
    const answered = said.decision === 'WITHDRAW' ? 'withdrawn' : 'refused';
    const removed = answer.withdrawnSuggestions;
    return {
      consent: answer.state,
      announcement: { kind: 'answered', answer: answered, removed },
      afterNo: afterNo(answer),
    };
  }

  /** A yes that nobody said: what stood before stands again, and the note says what went wrong. */
  async correctGrant(event: string, note: string): Promise<Ended> {
    return ended(await this.write({ decision: 'CORRECT', corrects: event, note }));
  }

  /** Whoever said yes for the patient no longer speaks for the patient (C7). */
  async endGuardianship(note: string): Promise<Ended> {
    return ended(
      await this.write({ decision: 'LAPSE', reason: 'GUARDIANSHIP_ENDED', ...(note !== '' && { note }) }),
    );
  }

  /** There is one only while the no that this user recorded in this tab is the event that stands. */
  undoOf({ event }: PurposeState, after: AfterNo | undefined): Undo | undefined {
    const { mayRecord, user } = this.access();
    const until = event !== undefined && mayRecord ? undoableUntil(user, event) : undefined;
    return event === undefined || until === undefined
      ? undefined
      : { event, until, removed: after?.removed, progress: 'no' };
  }

  /** A server that refuses has its reasons: they are told beside what stands instead. */
  async takeBack({ event, removed }: Undo): Promise<Answered> {
    try {
      const { state } = await this.write({ decision: 'CORRECT', corrects: event });
      return told(state, { answer: 'undone', removed });
    } catch (thrown) {
      const answer = whyNot(thrown);
      if (!answer) {
        throw thrown;
      }
      forgetNo(this.access().user, event);
      return told(await this.read(), { answer });
    }
  }
}

function ended(answer: ConsentEventRecorded): Ended {
  return { consent: answer.state, afterNo: afterNo(answer) };
}

function told(consent: PurposeState, notice: Notice): Answered {
  return { consent, announcement: { kind: 'answered', answer: notice.answer }, notice };
}

function afterNo({ event, withdrawnSuggestions, alreadyShared }: ConsentEventRecorded): AfterNo {
  return { event: event.uuid, at: event.effectiveAt, removed: withdrawnSuggestions, shared: alreadyShared };
}

function whyNot(thrown: unknown): Notice['answer'] | undefined {
  const kind = thrown instanceof ProblemError ? thrown.problem.kind : undefined;
  if (kind === 'conflict') {
    return 'overtaken';
  }
  return kind === 'invalid' ? 'tooLate' : undefined;
}

import type { DecisionRequest, Engine, SentList } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import type { Access } from '@aisupport/core/state/access';
import type { Opening } from '@aisupport/core/state/opening';
import type { ReasonBook } from '@aisupport/core/state/reason-book';
import type { Help } from './problem';

/** All that a card needs besides its suggestion. */
export interface CardContext extends Help {
  readonly patient: string;
  readonly recordLink: string;
  readonly access: Access;
  readonly reasons: ReasonBook;
  engine(id: string): Promise<Engine>;
  engineName(id: string): string;
  isOutside(id: string): boolean;
  sent(run: string): Promise<SentList>;
  /** Absent where nothing can be decided, because the consent ended. */
  readonly deciding?: {
    decide(uuid: string, request: DecisionRequest): Promise<Problem | undefined>;
    undo(uuid: string): Promise<Problem | undefined>;
  };
}

export function cardContext(opening: Opening, patient: string, recordLink: string, help: Help): CardContext {
  const { desk, access, reasons } = opening;
  return {
    ...help,
    patient,
    recordLink,
    access,
    reasons,
    engine: (id) => opening.engine(id),
    engineName: (id) => opening.engineName(id),
    isOutside: (id) => opening.isOutside(id),
    sent: (run) => opening.sent(run),
    ...(desk && {
      deciding: {
        decide: (uuid, request) => desk.decide(uuid, request),
        undo: (uuid) => desk.undo(uuid),
      },
    }),
  };
}

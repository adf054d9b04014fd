import React, { createContext, useContext } from 'react';
import type { Encounter } from '@openmrs/esm-framework';
import type { DecisionRequest, Engine, SentList } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import type { Access } from '@aisupport/core/state/access';
import type { Opening } from '@aisupport/core/state/opening';
import type { ReasonBook } from '@aisupport/core/state/reason-book';

/** Told by a card that holds wording which is not sent yet. */
export type NoteDraft = (uuid: string, unsaved: boolean) => void;

export interface Deciding {
  decide(uuid: string, request: DecisionRequest): Promise<Problem | undefined>;
  undo(uuid: string): Promise<Problem | undefined>;
}

/** All that a card needs besides its suggestion. */
export interface CardsContext {
  readonly patient: string;
  /** What a diagnosis can be written into, the newest first. */
  readonly encounters: readonly Encounter[];
  readonly access: Access;
  readonly reasons: ReasonBook;
  readonly noteDraft: NoteDraft;
  readonly engine: (id: string) => Promise<Engine>;
  readonly engineName: (id: string) => string;
  readonly isOutside: (id: string) => boolean;
  readonly sent: (run: string) => Promise<SentList>;
  /** Absent where nothing can be decided, because the consent ended. */
  readonly deciding: Deciding | undefined;
}

const Context = createContext<CardsContext | undefined>(undefined);

interface CardsProviderProps {
  readonly opening: Opening | undefined;
  readonly patient: string;
  readonly encounters: readonly Encounter[];
  readonly noteDraft: NoteDraft;
  readonly children: React.ReactNode;
}

// A new value each time on purpose: what the opening knows changes inside it, and the cards draw that.
export function CardsProvider({
  opening,
  patient,
  encounters,
  noteDraft,
  children,
}: CardsProviderProps): React.JSX.Element {
  const value = opening && {
    patient,
    encounters,
    access: opening.access,
    reasons: opening.reasons,
    noteDraft,
    engine: (id: string) => opening.engine(id),
    engineName: (id: string) => opening.engineName(id),
    isOutside: (id: string) => opening.isOutside(id),
    sent: (run: string) => opening.sent(run),
    deciding: opening.desk,
  };
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useCards(): CardsContext {
  const context = useContext(Context);
  if (!context) {
    throw new Error('A card stands in a CardsProvider whose opening is there.');
  }
  return context;
}

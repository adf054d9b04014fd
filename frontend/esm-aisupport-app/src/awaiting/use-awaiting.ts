import { useState } from 'react';
import type { AwaitingList, WaitingPatient } from '@aisupport/core/api/contract';
import { useSearchParams } from 'react-router-dom';
import { client } from '../api/o3-client';
import { startIn } from '../shared/start-in';
import { type Answer, useAnswer } from '../shared/use-answer';

export const PAGE = 50;

/** Which part of the list. It stands in the address, so that the way back from a patient leads there again. */
export interface Part {
  readonly patient: string | undefined;
  readonly start: number;
}

export function usePart(): readonly [Part, (part: Part) => void] {
  const [query, setQuery] = useSearchParams();
  return [
    { patient: query.get('patient') ?? undefined, start: startIn(query) },
    ({ patient, start }) => {
      setQuery({ ...(patient !== undefined && { patient }), ...(start > 0 && { start: String(start) }) });
    },
  ];
}

export function useAwaiting({ patient, start }: Part): Answer<AwaitingList> {
  const path = `suggestion?awaiting=me&patient=${patient ?? ''}&startIndex=${start}&limit=${PAGE}`;
  return useAnswer(path, () => client.awaiting(patient, start, PAGE));
}

/** Who waits, as last heard: the choice must not vanish under the hand while another part of the list is read. */
export function useWaitingPatients(answer: Answer<AwaitingList>): readonly WaitingPatient[] {
  const [heard, hear] = useState<readonly WaitingPatient[]>([]);
  const current = answer.kind === 'known' ? answer.value.patients : heard;
  if (current !== heard) {
    hear(current);
  }
  return current;
}

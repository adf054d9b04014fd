import type { RenewalList } from '@aisupport/core/api/contract';
import { useSearchParams } from 'react-router-dom';
import { client } from '../api/o3-client';
import { startIn } from '../shared/start-in';
import { type Answer, useAnswer } from '../shared/use-answer';

/** As the server and the panel have it: two months before a yes ends it is time to ask again (C7). */
export const WITHIN_DAYS = 60;
export const PAGE = 50;

export function useRenewals(start: number): Answer<RenewalList> {
  const path = `consent/renewal?within=${WITHIN_DAYS}&startIndex=${start}&limit=${PAGE}`;
  return useAnswer(path, () => client.renewals(WITHIN_DAYS, start, PAGE));
}

/** Where the page of the list starts. It stands in the address, so that the way back from a patient leads there again. */
export function useStart(): readonly [number, (start: number) => void] {
  const [query, setQuery] = useSearchParams();
  return [
    startIn(query),
    (next) => {
      setQuery(next > 0 ? { start: String(next) } : {});
    },
  ];
}

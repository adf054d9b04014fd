import useSWR from 'swr';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { restBaseUrl } from '@openmrs/esm-framework';

export type Answer<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly again: () => void }
  | { readonly kind: 'known'; readonly value: T };

/** What the server answers below its path; the path is SWR's key as well. */
export function useAnswer<T>(path: string, ask: () => Promise<T>): Answer<T> {
  const { data, error, mutate } = useSWR<T, unknown>(`${restBaseUrl}/aisupport/${path}`, ask);
  if (data !== undefined) {
    return { kind: 'known', value: data };
  }
  return error === undefined
    ? { kind: 'loading' }
    : { kind: 'failed', problem: problemOf(error), again: () => void mutate() };
}

import useSWR from 'swr';
import type { Coverage, EngineList, Status } from '@aisupport/core/api/contract';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { restBaseUrl } from '@openmrs/esm-framework';
import { client } from '../api/o3-client';

export type Answer<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly again: () => void }
  | { readonly kind: 'known'; readonly value: T };

/** What must be so for the module to do its whole work. */
export function useStatus(): Answer<Status> {
  return useAnswer('status', () => client.status());
}

/** Which inputs and rules this dictionary can supply. */
export function useCoverage(): Answer<Coverage> {
  return useAnswer('coverage', () => client.coverage());
}

export function useEngines(): Answer<EngineList> {
  return useAnswer('engine', () => client.engines());
}

function useAnswer<T>(path: string, ask: () => Promise<T>): Answer<T> {
  const { data, error, mutate } = useSWR<T, unknown>(`${restBaseUrl}/aisupport/${path}`, ask);
  if (data !== undefined) {
    return { kind: 'known', value: data };
  }
  return error === undefined
    ? { kind: 'loading' }
    : { kind: 'failed', problem: problemOf(error), again: () => void mutate() };
}

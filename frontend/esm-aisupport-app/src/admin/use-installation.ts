import type { Coverage, EngineList, Status } from '@aisupport/core/api/contract';
import { client } from '../api/o3-client';
import { type Answer, useAnswer } from '../shared/use-answer';

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

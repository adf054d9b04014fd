import { useState } from 'react';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { useRefresh } from './use-outside-engines';

export interface Deed {
  readonly underway: boolean;
  readonly problem: Problem | undefined;
  /** One at a time; true once the server has done it. */
  readonly do: (act: () => Promise<unknown>) => Promise<boolean>;
}

/** Something that is done to an engine; the list is read anew afterwards, since a refusal says that it is old. */
export function useDeed(): Deed {
  const refresh = useRefresh();
  const [underway, setUnderway] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const perform = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (underway) {
      return false;
    }
    setUnderway(true);
    setProblem(undefined);
    const came = await act().then(() => undefined, problemOf);
    await refresh();
    setProblem(came);
    setUnderway(false);
    return came === undefined;
  };
  return { underway, problem, do: perform };
}

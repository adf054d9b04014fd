import { useCallback } from 'react';
import { useSWRConfig } from 'swr';
import type { OutsideEngineList } from '@aisupport/core/api/outside-engines';
import { restBaseUrl } from '@openmrs/esm-framework';
import { outsideEngines } from '../../api/o3-client';
import { type Answer, useAnswer } from '../../shared/use-answer';

const PATH = 'outsideengine';

export function useOutsideEngines(): Answer<OutsideEngineList> {
  return useAnswer(PATH, () => outsideEngines.all());
}

/** Reads the list anew: after whatever was done, the screen shows what the server says. */
export function useRefresh(): () => Promise<void> {
  const { mutate } = useSWRConfig();
  return useCallback(async () => {
    // A list that can't be read now is said where the list is drawn.
    await mutate(`${restBaseUrl}/aisupport/${PATH}`).catch(() => undefined);
  }, [mutate]);
}

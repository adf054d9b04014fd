import { useSession, userHasAccess } from '@openmrs/esm-framework';
import useSWR, { useSWRConfig } from 'swr';
import { VIEW_SUGGESTIONS } from '@aisupport/core/api/client';
import { isOpen } from '@aisupport/core/state/shelf';
import { useEffect, useRef } from 'react';
import { client } from '../api/o3-client';
import { recordKey } from '../api/keys';
import { useCalm } from '../shared/when-calm';
import { useHiddenToday } from './use-hidden-today';

/** How many suggestions wait for a decision. It lists, and asks no engine; absent where there is nothing to say. */
export function useOpenCount(patient: string): number | undefined {
  const hidden = useHiddenToday();
  const mayView = useMayView();
  const calm = useCalm(patient);
  const { data } = useSWR(
    calm && mayView && !hidden ? countKey(patient) : null,
    () => client.suggestions(patient, undefined, 'silent'),
    { shouldRetryOnError: false },
  );
  return data?.permitted ? data.results.filter(isOpen).length : undefined;
}

export function useMayView(): boolean {
  const { user } = useSession();
  return user ? userHasAccess(VIEW_SUGGESTIONS, user) : false;
}

/** Has the icon count anew when what is open on the screen changed. */
export function useCountKept(patient: string, openCount: number | undefined): void {
  const { mutate } = useSWRConfig();
  const before = useRef<number>();
  useEffect(() => {
    if (before.current !== openCount) {
      before.current = openCount;
      void mutate(countKey(patient));
    }
  }, [mutate, patient, openCount]);
}

export function countKey(patient: string): string {
  return recordKey(patient, 'open');
}

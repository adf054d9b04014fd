import { useEffect, useRef } from 'react';
import useSWR from 'swr';
import { recordKey } from '../api/keys';
import { watchWrites } from './record-writes';

let saves = 0;

/**
 * Calls back when a form of this patient was saved. O3 tells it in no other way than by asking anew for what depends
 * on the record, and some forms not even so; nothing else may, or the engines would run because a window got the focus.
 */
export function useRecordChanged(patient: string, changed: () => void): void {
  const { data } = useSWR(recordKey(patient, 'saves'), () => ++saves, {
    revalidateIfStale: false,
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  });
  const before = useRef<number>();
  const tell = useRef(changed);
  tell.current = changed;
  useEffect(
    () =>
      watchWrites(() => {
        tell.current();
      }),
    [],
  );
  useEffect(() => {
    if (before.current !== undefined && data !== undefined && before.current !== data) {
      tell.current();
    }
    before.current = data;
  }, [data]);
}

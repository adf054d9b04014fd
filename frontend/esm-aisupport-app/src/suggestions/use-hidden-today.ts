import { useSyncExternalStore } from 'react';
import { useSession } from '@openmrs/esm-framework';
import { isHiddenToday, watchHidden } from '@aisupport/core/state/hidden-today';

/** Whether this GP hid AI support for today. */
export function useHiddenToday(): boolean {
  const user = useSession().user?.uuid ?? '';
  return useSyncExternalStore(watchHidden, () => isHiddenToday(user));
}

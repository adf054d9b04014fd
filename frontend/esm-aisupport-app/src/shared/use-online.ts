import { useSyncExternalStore } from 'react';

/**
 * Whether there is a connection, as far as the browser knows. The framework's own useConnectivity says so only in a shell
 * that was built with O3's offline mode.
 */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

import useSWR from 'swr';
import { restBaseUrl } from '@openmrs/esm-framework';
import type { Leaflet, LeafletList, Purpose } from '@aisupport/core/api/contract';
import { client } from '../api/o3-client';

export type LeafletState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly leaflet: Leaflet }
  | { readonly kind: 'failed' };

/** The languages that leaflets are written in; the server answers another one in English. */
export const LEAFLET_LANGUAGES = ['en', 'da', 'fr', 'es', 'pt'] as const;

/** The current leaflet of a purpose, in a language or in English. Its `again` looks for a newer one. */
export function useLeaflet(
  language: string,
  purpose: Purpose,
): LeafletState & { readonly again: () => Promise<unknown> } {
  const { data, error, mutate, isValidating } = useSWR<LeafletList, unknown>(
    `${restBaseUrl}/aisupport/leaflet?locale=${language}`,
    () => client.leaflets(language),
    { revalidateIfStale: false, revalidateOnFocus: false },
  );
  const again = () => mutate();
  const leaflet = data?.results.find((one) => one.purpose === purpose);
  if (leaflet) {
    return { kind: 'loaded', leaflet, again };
  }
  const over = data !== undefined || error !== undefined;
  return over && !isValidating ? { kind: 'failed', again } : { kind: 'loading', again };
}

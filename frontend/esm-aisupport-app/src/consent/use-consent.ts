import useSWR from 'swr';
import type { ConsentOverview, PurposeState } from '@aisupport/core/api/contract';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { client } from '../api/o3-client';
import { consentKey } from '../api/keys';

export type Consent =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'known'; readonly purposes: readonly PurposeState[] };

/** What the patient said about AI, for each purpose. Its `again` asks the server anew, here and wherever else it shows. */
export function useConsent(patient: string): Consent & { readonly again: () => Promise<unknown> } {
  const { data, error, mutate } = useSWR<ConsentOverview, unknown>(consentKey(patient), () =>
    client.consent(patient),
  );
  const again = () => mutate();
  if (data) {
    return { kind: 'known', purposes: data.purposes, again };
  }
  return error === undefined
    ? { kind: 'loading', again }
    : { kind: 'failed', problem: problemOf(error), again };
}

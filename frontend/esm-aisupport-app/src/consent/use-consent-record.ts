import useSWR from 'swr';
import type { ConsentEvent, ConsentOverview, PurposeState } from '@aisupport/core/api/contract';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { client } from '../api/o3-client';
import { consentRecordKey } from '../api/keys';

export type ConsentRecord =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | {
      readonly kind: 'known';
      readonly purposes: readonly PurposeState[];
      /** The ledger, newest first. */
      readonly events: readonly ConsentEvent[];
    };

/** What the patient said about AI, and everything that was ever recorded of it. */
export function useConsentRecord(patient: string): ConsentRecord & { readonly again: () => void } {
  const { data, error, mutate } = useSWR<ConsentOverview, unknown>(consentRecordKey(patient), () =>
    client.consentHistory(patient),
  );
  const again = () => void mutate();
  if (data) {
    return { kind: 'known', purposes: data.purposes, events: data.events ?? [], again };
  }
  return error === undefined
    ? { kind: 'loading', again }
    : { kind: 'failed', problem: problemOf(error), again };
}

import { useEffect } from 'react';
import { useSWRConfig } from 'swr';
import { consentKey } from '../api/keys';
import { useConsent } from '../consent/use-consent';
import type { OpeningStore } from './use-opening';

/** Keeps the opening and the rest of the screen of one mind about the consent: each tells the other what it learns. */
export function useConsentFollowed(patient: string, { opening, state }: OpeningStore): void {
  const consent = useConsent(patient);
  const purposes = consent.kind === 'known' ? consent.purposes : undefined;
  const ownCare = purposes?.find(({ purpose }) => purpose === 'own-care');
  const { mutate } = useSWRConfig();
  useEffect(() => {
    if (ownCare) {
      void opening?.heard(ownCare);
    }
  }, [opening, ownCare]);

  const outside = opening?.outside;
  useEffect(() => {
    if (purposes) {
      outside?.heard(purposes);
    }
  }, [outside, purposes]);

  const denied = state.kind === 'denied';
  const elsewherePermitted = ownCare?.permitted === true;
  useEffect(() => {
    if (denied && elsewherePermitted) {
      void mutate(consentKey(patient));
    }
  }, [denied, elsewherePermitted, mutate, patient]);
}

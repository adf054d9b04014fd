import { restBaseUrl } from '@openmrs/esm-framework';

/** SWR's key for what a patient said about AI. */
export function consentKey(patient: string): string {
  return `${restBaseUrl}/aisupport/consent?patient=${patient}`;
}

/** SWR's key for the same with every event of the ledger. */
export function consentRecordKey(patient: string): string {
  return `${consentKey(patient)}&v=full`;
}

/** Whether a key is for what consent decides about: the consent itself, and whatever was read with it. */
export function restsOnConsent(key: unknown, patient: string): boolean {
  return typeof key === 'string' && key.includes(`patient=${patient}`) && key.includes('aisupport');
}

/**
 * SWR's key for what depends on the patient's record. O3 asks anew for every key that holds these two parts when a
 * form of that patient was saved; there is no other sign of it.
 */
export function recordKey(patient: string, what: string): string {
  return `${restBaseUrl}/encounter?patient=${patient}&aisupport=${what}`;
}

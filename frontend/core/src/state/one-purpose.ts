import type { Client } from '../api/client';
import type {
  ConsentEventRecorded,
  ConsentRequest,
  DenialReason,
  Leaflet,
  Purpose,
  PurposeState,
} from '../api/contract';

/** What was said, without about whom and what for. */
export type Said = Omit<ConsentRequest, 'patient' | 'purpose'>;

/** What one patient says about one purpose; no other is read or granted with it (C1). */
export class OnePurpose {
  constructor(
    private readonly client: Client,
    private readonly patient: string,
    private readonly purpose: Purpose,
  ) {}

  async read(): Promise<PurposeState> {
    const { purposes } = await this.client.consent(this.patient);
    return (
      purposes.find(({ purpose }) => purpose === this.purpose) ?? noWithoutDate('UNREADABLE', this.purpose)
    );
  }

  write(said: Said): Promise<ConsentEventRecorded> {
    return this.client.recordConsent({ ...said, patient: this.patient, purpose: this.purpose });
  }

  /** The server answers in English where it has no leaflet in that language. */
  async leaflet(language: string): Promise<Leaflet | undefined> {
    const { results } = await this.client.leaflets(language);
    return results.find(({ purpose }) => purpose === this.purpose);
  }
}

/** A no whose date is not known: the consent that was read at the start has been overtaken. */
export function noWithoutDate(reason: DenialReason, purpose: Purpose = 'own-care'): PurposeState {
  return { purpose, status: 'NOT_RECORDED', permitted: false, reason, includesSensitive: false };
}

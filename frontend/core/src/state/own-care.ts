import type { Client } from '../api/client';
import type {
  ConsentEventRecorded,
  ConsentRequest,
  DenialReason,
  Leaflet,
  PurposeState,
} from '../api/contract';

const OWN_CARE = 'own-care';

/** What was said, without about whom and what for: that is always this patient and own care. */
export type Said = Omit<ConsentRequest, 'patient' | 'purpose'>;

/** The one purpose that this panel asks about; it neither reads nor grants another (C1). */
export class OwnCare {
  constructor(
    private readonly client: Client,
    private readonly patient: string,
  ) {}

  async read(): Promise<PurposeState> {
    const { purposes } = await this.client.consent(this.patient);
    return purposes.find((state) => state.purpose === OWN_CARE) ?? noWithoutDate('UNREADABLE');
  }

  write(said: Said): Promise<ConsentEventRecorded> {
    return this.client.recordConsent({ ...said, patient: this.patient, purpose: OWN_CARE });
  }

  /** The server answers in English where it has no leaflet in that language. */
  async leaflet(language: string): Promise<Leaflet | undefined> {
    const { results } = await this.client.leaflets(language);
    return results.find((leaflet) => leaflet.purpose === OWN_CARE);
  }
}

/** A no whose date is not known: the consent that was read at the start has been overtaken. */
export function noWithoutDate(reason: DenialReason): PurposeState {
  return { purpose: OWN_CARE, status: 'NOT_RECORDED', permitted: false, reason, includesSensitive: false };
}

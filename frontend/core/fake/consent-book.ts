import type { ConsentRequest, PurposeState } from '../src/api/contract';
import { instant, LEAFLET_VERSION } from './data';
import { Refusal } from './refusal';

interface Recorded {
  readonly uuid: string;
  readonly by: string;
  readonly at: number;
  readonly decision: ConsentRequest['decision'];
  readonly before: PurposeState;
}

export interface Told {
  readonly uuid: string;
  readonly state: PurposeState;
  /** Whether a consent that was, or might have been, there is over with it. */
  readonly ends: boolean;
}

const TEN_MINUTES_MS = 600_000;
const TWO_YEARS_MS = 730 * 86_400_000;

/** What patients said about own care, by the contract's rules: the last event stands, and a no is always taken. */
export class ConsentBook {
  readonly states = new Map<string, PurposeState>();
  /** Patients who are too young to say yes themselves. */
  readonly minors = new Set<string>();
  leafletVersion = LEAFLET_VERSION;
  private readonly events: Recorded[] = [];

  state(patient: string): PurposeState {
    return this.states.get(patient) ?? { ...OWN_CARE, status: 'NOT_RECORDED', reason: 'NO_RECORD' };
  }

  record(request: ConsentRequest, me: { readonly uuid: string }): Told {
    const before = this.state(request.patient);
    const uuid = `ev-${this.events.length + 1}`;
    const state =
      request.decision === 'CORRECT' ? this.corrected(request, me.uuid) : this.said(request, uuid);
    this.states.set(request.patient, state);
    this.events.push({ uuid, by: me.uuid, at: Date.now(), decision: request.decision, before });
    return { uuid, state, ends: request.decision === 'WITHDRAW' || request.decision === 'REFUSE' };
  }

  private corrected({ patient, corrects }: ConsentRequest, by: string): PurposeState {
    const event = this.events.find(({ uuid }) => uuid === corrects);
    if (!event || this.state(patient).event !== corrects) {
      throw new Refusal(409, 'CONSENT_CHANGED', 'A newer event stands.');
    }
    if (event.by !== by) {
      throw Refusal.of('corrects', 'notYours', 'Ask the patient, and record a new consent.');
    }
    if (Date.now() - event.at >= TEN_MINUTES_MS) {
      throw Refusal.of('corrects', 'tooLate', 'Ask the patient, and record a new consent.');
    }
    return event.before;
  }

  private said(request: ConsentRequest, event: string): PurposeState {
    const common = { ...OWN_CARE, since: instant(), event };
    if (request.decision === 'REFUSE') {
      return { ...common, status: 'REFUSED', reason: 'REFUSED' };
    }
    if (request.decision === 'WITHDRAW') {
      return { ...common, status: 'WITHDRAWN', reason: 'WITHDRAWN' };
    }
    this.refuseIncomplete(request);
    return {
      ...common,
      status: 'GRANTED',
      permitted: true,
      includesSensitive: request.includesSensitive ?? false,
      expires: request.expires ?? instant(new Date(Date.now() + TWO_YEARS_MS)),
    };
  }

  private refuseIncomplete({ patient, givenBy, method, leaflet, expires }: ConsentRequest): void {
    if (!givenBy || !method || !leaflet) {
      throw Refusal.of('givenBy', 'required', 'Give givenBy.');
    }
    if (leaflet.version !== this.leafletVersion) {
      throw Refusal.of('leaflet.version', 'notCurrent', `Use version ${this.leafletVersion}.`);
    }
    const last = Date.now() + TWO_YEARS_MS;
    if (expires !== undefined && Date.parse(expires) > last) {
      throw Refusal.of('expires', 'tooLate', 'A grant holds 24 months at most.');
    }
    const minor = this.minors.has(patient);
    if (minor && givenBy.role !== 'GUARDIAN') {
      throw Refusal.of('givenBy.role', 'guardianNeeded', 'A guardian decides for a minor.');
    }
    if (!minor && givenBy.role === 'GUARDIAN') {
      throw Refusal.of('givenBy.role', 'adult', 'Use PROXY for an adult.');
    }
  }
}

const OWN_CARE = { purpose: 'own-care', permitted: false, includesSensitive: false } as const;

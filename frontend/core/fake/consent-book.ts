import type { ConsentEvent, ConsentRequest, Purpose, PurposeState, Ref } from '../src/api/contract';
import { instant, LEAFLET_VERSION, leaflet } from './data';
import { Refusal } from './refusal';

interface Recorded {
  readonly event: ConsentEvent;
  readonly at: number;
  readonly before: PurposeState;
}

export interface Told {
  readonly event: ConsentEvent;
  readonly state: PurposeState;
  /** Whether a consent that was, or might have been, there is over with it. */
  readonly ends: boolean;
}

const TEN_MINUTES_MS = 600_000;
const TWO_YEARS_MS = 730 * 86_400_000;

/** What patients said, by the contract's rules: the last event stands, and a no is always taken. */
export class ConsentBook {
  /** Of own care, by the patient's uuid; of the others, by `uuid purpose`. */
  readonly states = new Map<string, PurposeState>();
  /** Patients who are too young to say yes themselves. */
  readonly minors = new Set<string>();
  leafletVersion = LEAFLET_VERSION;
  /** What was recorded before the test began, newest first. */
  history: readonly ConsentEvent[] = [];
  private readonly recorded: Recorded[] = [];

  state(patient: string, purpose: Purpose = 'own-care'): PurposeState {
    const unasked = { ...no(purpose), status: 'NOT_RECORDED', reason: 'NO_RECORD' } as const;
    return this.states.get(key(patient, purpose)) ?? unasked;
  }

  events(patient: string): readonly ConsentEvent[] {
    const fresh = this.recorded.map(({ event }) => event).reverse();
    return [...fresh, ...this.history].filter((event) => event.patient === patient);
  }

  record(request: ConsentRequest, me: Ref): Told {
    const { patient, purpose, decision } = request;
    const before = this.state(patient, purpose);
    const uuid = `ev-${this.recorded.length + 1}`;
    const corrected = decision === 'CORRECT' ? this.wrong(request, me.uuid) : undefined;
    const state = corrected?.before ?? this.said(request, uuid, before);
    this.states.set(key(patient, purpose), state);
    const event = eventOf(request, uuid, state, me);
    this.recorded.push({ event, at: Date.now(), before });
    const ends = corrected ? corrected.event.decision === 'GRANT' : decision !== 'GRANT';
    return { event, state, ends };
  }

  private wrong({ patient, purpose, corrects, note }: ConsentRequest, by: string): Recorded {
    const found = this.recorded.find(({ event }) => event.uuid === corrects);
    if (!found || this.state(patient, purpose).event !== corrects) {
      throw new Refusal(409, 'CONFLICT', 'A newer event stands.');
    }
    if (found.event.decision === 'GRANT') {
      if (!note) {
        throw Refusal.of('note', 'required', 'Say what was recorded in error.');
      }
      return found;
    }
    if (found.event.recordedBy?.uuid !== by) {
      throw Refusal.of('corrects', 'notYours', 'Ask the patient, and record a new consent.');
    }
    if (Date.now() - found.at >= TEN_MINUTES_MS) {
      throw Refusal.of('corrects', 'tooLate', 'Ask the patient, and record a new consent.');
    }
    return found;
  }

  private said(request: ConsentRequest, event: string, before: PurposeState): PurposeState {
    const common = { ...no(request.purpose), since: instant(), event };
    switch (request.decision) {
      case 'REFUSE':
        return { ...common, status: 'REFUSED', reason: 'REFUSED' };
      case 'WITHDRAW':
        return { ...common, status: 'WITHDRAWN', reason: 'WITHDRAWN' };
      case 'LAPSE':
        this.refuseUnlessSpokenFor(before);
        return { ...common, status: 'LAPSED', reason: 'GUARDIANSHIP_ENDED' };
      case 'GRANT':
      case 'CORRECT':
        this.refuseIncomplete(request);
        return {
          ...common,
          status: 'GRANTED',
          permitted: true,
          includesSensitive: request.includesSensitive ?? false,
          expires: request.expires ?? instant(new Date(Date.now() + TWO_YEARS_MS)),
        };
    }
  }

  private refuseUnlessSpokenFor({ event }: PurposeState): void {
    const standing = this.recorded.map((one) => one.event).find(({ uuid }) => uuid === event);
    if (standing?.decision !== 'GRANT' || standing.givenBy?.role === 'PATIENT') {
      throw Refusal.of('reason', 'notApplicable', 'No grant stands that a guardian or a proxy gave.');
    }
  }

  private refuseIncomplete({ patient, givenBy, method, leaflet: told, expires }: ConsentRequest): void {
    if (!givenBy || !method || !told) {
      throw Refusal.of('givenBy', 'required', 'Give givenBy.');
    }
    if (told.version !== this.leafletVersion) {
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

function key(patient: string, purpose: Purpose): string {
  return purpose === 'own-care' ? patient : `${patient} ${purpose}`;
}

function no(purpose: Purpose) {
  return { purpose, permitted: false, includesSensitive: false } as const;
}

function eventOf(request: ConsentRequest, uuid: string, state: PurposeState, me: Ref): ConsentEvent {
  const { patient, purpose, decision, corrects, reason, givenBy, method, note, leaflet: told } = request;
  const grant = decision === 'GRANT';
  return {
    uuid,
    patient,
    purpose,
    decision,
    automatic: false,
    includesSensitive: grant && state.includesSensitive,
    recordedBy: me,
    recordedAt: instant(),
    effectiveAt: instant(),
    ...(corrects !== undefined && { corrects }),
    ...(reason && { reason }),
    ...(givenBy && { givenBy }),
    ...(method && { method }),
    ...(note !== undefined && { note }),
    ...(grant &&
      told && { leaflet: { ...told, sha256: leaflet(told.language, told.version, purpose).sha256 } }),
    ...(grant && state.expires !== undefined && { expiresAt: state.expires }),
  };
}

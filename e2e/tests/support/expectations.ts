import type { Operation } from '../../src/contract/contract.js';
import { mayDo, type Role } from '../../src/world/users.js';

export const CONSENTS = ['not asked', 'granted', 'refused', 'withdrawn'] as const;
export type Consent = (typeof CONSENTS)[number];

/** A status, and for a refusal its code. */
export type Expected = readonly [status: number, code?: string];

const NOT_FOUND: Expected = [404, 'NOT_FOUND'];
const CONFLICT: Expected = [409, 'CONFLICT'];

const WITHOUT_CONSENT: Readonly<Record<Exclude<Consent, 'granted'>, string>> = {
  'not asked': 'CONSENT_NO_RECORD',
  refused: 'CONSENT_REFUSED',
  withdrawn: 'CONSENT_WITHDRAWN',
};

/** What an operation must answer to a role, by the privilege that openapi.yaml names and the patient's consent. */
export function expected(operation: Operation, role: Role, consent: Consent): Expected {
  if (operation.isPublic) {
    return [200];
  }
  if (role === 'anonymous') {
    return [401, 'NOT_AUTHENTICATED'];
  }
  if (!operation.privilege) {
    throw new Error(`openapi.yaml names no privilege for ${operation.id}`);
  }
  return mayDo(role, operation.privilege) ? permitted(operation.id, role, consent) : [403, 'NOT_AUTHORIZED'];
}

function permitted(operation: string, role: Role, consent: Consent): Expected {
  // Runs and suggestions exist only for patients who have consented at some time.
  const exists = consent === 'granted' || consent === 'withdrawn';
  switch (operation) {
    case 'recordConsent':
    case 'addOutsideEngine':
      return [201];
    case 'changeOutsideEngine':
    case 'lookAtOutsideEngine':
    case 'switchOutsideEngine':
    case 'getOutsideEngineCalls':
      return NOT_FOUND;
    case 'readFhirConsent':
      return consent === 'not asked' ? NOT_FOUND : [200];
    // Where one is under way already, it is told of, and none begins.
    case 'verifyAudit':
      return [202];
    case 'requestRun':
      return consent === 'granted' ? [202] : [403, WITHOUT_CONSENT[consent]];
    case 'getRun':
    case 'getSent':
    case 'cancelRun':
    case 'getSuggestion':
      return exists ? [200] : NOT_FOUND;
    case 'decide':
      return exists ? decided(role, consent) : NOT_FOUND;
    case 'undoDecision':
      return exists ? undone(role, consent) : NOT_FOUND;
    default:
      return [200];
  }
}

/**
 * In the second clinician's scene the first has decided already, and a decision outlives consent; touching it again does not.
 * Not even the superuser decides without being a provider.
 */
function decided(role: Role, consent: Consent): Expected {
  if (role === 'administrator') {
    return [403, 'NOT_A_PROVIDER'];
  }
  return consent === 'granted' && role === 'clinician' ? [201] : untouchable(role, consent);
}

/** Only who decided may undo, and only while consent holds. */
function undone(role: Role, consent: Consent): Expected {
  return consent === 'granted' && role === 'clinician' ? [200] : untouchable(role, consent);
}

function untouchable(role: Role, consent: Consent): Expected {
  return role === 'second clinician' && consent === 'withdrawn' ? [403, WITHOUT_CONSENT.withdrawn] : CONFLICT;
}

import type { DenialReason, ErrorBody, FieldErrors, Suggestion } from './contract';

const CONSENT = 'CONSENT_';

/** Everything that can go wrong with a request; each kind has its own words on the screen. */
export type Problem =
  | { readonly kind: 'network' }
  | { readonly kind: 'loggedOut' }
  | { readonly kind: 'forbidden'; readonly privilege: string }
  | { readonly kind: 'notProvider' }
  | { readonly kind: 'notConfigured' }
  | { readonly kind: 'noConsent'; readonly reason: DenialReason }
  | { readonly kind: 'notFound' }
  | {
      readonly kind: 'conflict';
      readonly message: string;
      readonly standing: Suggestion | undefined;
      /** The uuid of the run that engines are at already. */
      readonly run: string | undefined;
    }
  | { readonly kind: 'invalid'; readonly message: string; readonly fields: FieldErrors }
  | { readonly kind: 'server'; readonly status: number };

/** Thrown by the client. An abort of our own is not one: nobody is waiting for that answer any more. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

/** Whatever was thrown, as something that can be said on the screen. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) {
    return thrown.problem;
  }
  console.error(thrown);
  return { kind: 'server', status: 0 };
}

export function problemOfAnswer(status: number, body: ErrorBody | undefined, privilege: string): Problem {
  const error = body?.error;
  switch (status) {
    case 400:
    case 413:
    case 422:
      return { kind: 'invalid', message: error?.message ?? '', fields: error?.fieldErrors ?? {} };
    case 401:
      return { kind: 'loggedOut' };
    case 403:
      return refusal(error?.code ?? '', privilege);
    case 404:
      return { kind: 'notFound' };
    case 409:
      return {
        kind: 'conflict',
        message: error?.message ?? '',
        standing: error?.standing,
        run: error?.run?.uuid,
      };
    default:
      return error?.code === 'NOT_CONFIGURED' ? { kind: 'notConfigured' } : { kind: 'server', status };
  }
}

function refusal(code: string, privilege: string): Problem {
  if (code.startsWith(CONSENT)) {
    return { kind: 'noConsent', reason: code.slice(CONSENT.length) as DenialReason };
  }
  return code === 'NOT_A_PROVIDER' ? { kind: 'notProvider' } : { kind: 'forbidden', privilege };
}

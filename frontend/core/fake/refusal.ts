import type { FieldErrors, Suggestion } from '../src/api/contract';

/** The server's no, as it goes over the wire. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: {
      readonly standing?: Suggestion;
      readonly run?: { readonly uuid: string };
      readonly fieldErrors?: FieldErrors;
    } = {},
  ) {
    super(message);
  }

  static of(field: string, code: string, message: string): Refusal {
    const fieldErrors = { [field]: [{ code, message }] };
    return new Refusal(400, 'BAD_REQUEST', 'Mend the fields that fieldErrors names. Nothing was saved.', {
      fieldErrors,
    });
  }
}

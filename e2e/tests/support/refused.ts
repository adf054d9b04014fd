import { expect } from '@playwright/test';
import type { Answer } from './api.js';
import type { ErrorBody, FhirOutcome } from './model.js';

/** The error of an answer, in the module's shape or in FHIR's. */
export function errorOf(answer: Answer<unknown>): ErrorBody['error'] {
  const body = answer.body as ErrorBody | FhirOutcome;
  if ('error' in body) {
    return body.error;
  }
  const [{ details, diagnostics }] = body.issue;
  return { message: details.text, code: details.coding[0].code, detail: diagnostics ?? '' };
}

/** The error of a request that must have been refused. */
export function refused(answer: Answer<unknown>, status: number, code: string | RegExp): ErrorBody['error'] {
  expect(answer.status, answer.text.slice(0, 300)).toBe(status);
  const error = errorOf(answer);
  expect(error.code).toEqual(code instanceof RegExp ? expect.stringMatching(code) : code);
  return error;
}

/** The fields that a bad request names. */
export function fieldsRefused(answer: Answer<unknown>): string[] {
  return Object.keys(refused(answer, 400, 'BAD_REQUEST').fieldErrors ?? {});
}

import type { Check, TrustDocument } from './document.js';
import { placeOf, WORDS } from './places.js';
import type { Outcome } from './reports.js';

/** As many as shared with the patients' concerns; the document has a row for each. */
export const NUMBERS: readonly number[] = Array.from({ length: 22 }, (_, index) => index + 1);

export interface Judgement {
  /** What docs/trust.md says and this build does not bear out, or the other way round. */
  readonly complaints: readonly string[];
  /** The tests that passed, by the number of the check. */
  readonly shown: ReadonlyMap<number, readonly Outcome[]>;
}

/** Those run only where the real OpenMRS can be had, so that no row may rest on them, and none must name them. */
const ON_REAL_PLATFORM = /OnTheRealPlatformTest$/;

/** Holds the document to what ran: a test that was skipped or failed shows nothing. */
export function judge(document: TrustDocument, outcomes: readonly Outcome[]): Judgement {
  const passed = outcomes.filter((test) => test.passed && !ON_REAL_PLATFORM.test(test.group));
  const shown = new Map(
    NUMBERS.map(
      (number) => [number, passed.filter((test) => numbersIn(test.name).includes(number))] as const,
    ),
  );
  return {
    shown,
    complaints: [
      ...complaintsOnRows(document.checks),
      ...complaintsOnWords(document),
      ...complaintsOnNumbers(passed),
      ...complaintsOnSpelling(outcomes),
      ...document.checks.flatMap((check) => complaintsOn(check, shown.get(check.number) ?? [])),
    ],
  };
}

/** A test may show more than one: `trust05_trust19_…`. jqwik reports underscores as spaces. */
function numbersIn(name: string): number[] {
  return [...name.matchAll(/trust(\d\d)[_ ]/g)].map(([, digits]) => Number(digits));
}

function complaintsOnRows(checks: readonly Check[]): string[] {
  const numbers = checks.map(({ number }) => number);
  return numbers.join() === NUMBERS.join()
    ? []
    : [
        `docs/trust.md must have a row for each check, 1 to ${NUMBERS.length} in order; it has ${numbers.join(', ')}`,
      ];
}

function complaintsOnWords({ checks, explained }: TrustDocument): string[] {
  const used = new Set(checks.flatMap(({ places }) => places));
  return [...used]
    .filter((word) => !explained.includes(word))
    .map((word) => `docs/trust.md uses the word "${word}" and does not say what is tried there`);
}

function complaintsOnNumbers(passed: readonly Outcome[]): string[] {
  return passed
    .filter(({ name }) => numbersIn(name).some((number) => !NUMBERS.includes(number)))
    .map(({ name }) => `${name}: there is no check of that number`);
}

/** A number that is written otherwise would count for nothing, and nobody would know. */
function complaintsOnSpelling(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter(({ name }) => [...name.matchAll(/trust ?\d/gi)].length !== numbersIn(name).length)
    .map(({ name }) => `${name}: write the number of its check as trust06_`);
}

function complaintsOn(check: Check, tests: readonly Outcome[]): string[] {
  const title = `${check.number} "${check.concern}"`;
  const homeless = tests.filter((test) => placeOf(test) === undefined);
  if (homeless.length > 0) {
    return homeless.map(
      ({ suite, group }) => `${title}: src/trust/places.ts has no word for ${suite} ${group}`,
    );
  }
  const places = WORDS.filter((word) => tests.some((test) => placeOf(test) === word));
  if (check.open) {
    return places.length === 0
      ? []
      : [
          `${title} is listed as open, and yet tests of it passed. Its last column should be: ${places.join(', ')}`,
        ];
  }
  if (places.length === 0) {
    return [
      `${title} has no test that ran in this build and passed. Mend that, or list it as open, with the reason`,
    ];
  }
  return places.toSorted().join() === check.places.toSorted().join()
    ? []
    : [`${title}: tests that passed are in other places. Its last column should be: ${places.join(', ')}`];
}

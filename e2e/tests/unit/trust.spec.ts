import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readTrustDocument } from '../../src/trust/document.js';
import { judge, NUMBERS } from '../../src/trust/judgement.js';
import { placeOf } from '../../src/trust/places.js';
import { type Outcome, outcomesIn, outcomesSince } from '../../src/trust/reports.js';

const WORDS = '| **consent** | what patients said |\n| **HTTP** | from outside |\n';

/** The document with every check shown by "consent", but for the rows that are given. */
function documentWith(rows: Readonly<Record<number, string>> = {}) {
  const checks = NUMBERS.map(
    (number) => `| ${number} | Concern ${number} | what holds | ${rows[number] ?? 'consent'} |`,
  );
  return readTrustDocument(`${checks.join('\n')}\n\n${WORDS}`);
}

function java(number: number, changes: Partial<Outcome> = {}): Outcome {
  return {
    suite: 'java',
    group: 'org.openmrs.module.aisupport.consent.ConsentTest',
    name: `trust${String(number).padStart(2, '0')}_holds`,
    passed: true,
    ...changes,
  };
}

function each(changes: Readonly<Record<number, readonly Outcome[]>> = {}): Outcome[] {
  return NUMBERS.flatMap((number) => changes[number] ?? [java(number)]);
}

test('a document that says what ran brings no complaint', () => {
  expect(judge(documentWith(), each()).complaints).toEqual([]);
});

test('a check whose tests all failed or were skipped is not shown', () => {
  const { complaints, shown } = judge(documentWith(), each({ 6: [java(6, { passed: false })] }));

  expect(complaints).toEqual([expect.stringContaining('6 "Concern 6" has no test')]);
  expect(shown.get(6)).toEqual([]);
});

test('a check that is listed as open is open: one test that passes is told of, with what the row should say', () => {
  expect(judge(documentWith({ 20: 'open: not built' }), each({ 20: [] })).complaints).toEqual([]);

  expect(judge(documentWith({ 20: 'open: not built' }), each()).complaints).toEqual([
    '20 "Concern 20" is listed as open, and yet tests of it passed. Its last column should be: consent',
  ]);
});

test('a place that is named and has no passing test is told of, and so is one that has and is not named', () => {
  const failed = java(3, { suite: 'http', group: 'life.spec.ts', passed: false });
  const passed = { ...failed, passed: true };

  const named = documentWith({ 3: 'consent, HTTP' });
  expect(judge(named, each({ 3: [java(3), failed] })).complaints).toEqual([
    expect.stringMatching(/^3 .* should be: consent$/),
  ]);
  expect(judge(named, each({ 3: [java(3), passed] })).complaints).toEqual([]);
  expect(judge(documentWith(), each({ 3: [java(3), passed] })).complaints).toEqual([
    expect.stringMatching(/^3 .* should be: consent, HTTP$/),
  ]);
});

test('one test can show two checks', () => {
  const both = java(5, { name: 'trust05_trust19_in_one' });

  const property = java(5, { name: 'trust05 trust19 as jqwik reports it' });

  for (const test of [both, property]) {
    expect(judge(documentWith(), each({ 5: [test], 19: [] })).complaints).toEqual([]);
  }
});

test('what runs on the real platform alone shows nothing here', () => {
  const real = java(21, { group: 'org.openmrs.module.aisupport.ServicesOnTheRealPlatformTest' });

  expect(judge(documentWith(), each({ 21: [real] })).complaints).toEqual([
    expect.stringContaining('no test'),
  ]);
});

test('a number without a check, a row too few and a word without a meaning are told of', () => {
  expect(judge(documentWith(), [...each(), java(23)]).complaints).toEqual([
    expect.stringContaining('trust23_holds'),
  ]);

  const short = readTrustDocument(`| 1 | Concern | what holds | consent |\n\n${WORDS}`);
  expect(judge(short, each()).complaints).toEqual([expect.stringContaining('1 to 22')]);

  const elsewhere = java(3, { suite: 'crash' });
  expect(judge(documentWith({ 3: 'crash' }), each({ 3: [elsewhere] })).complaints).toEqual([
    expect.stringContaining('"crash"'),
  ]);
});

test('tests of trust in a place without a word are told of, and not passed over', () => {
  const new_ = java(3, { group: 'org.openmrs.module.aisupport.prophecy.ProphecyTest' });

  expect(judge(documentWith(), each({ 3: [java(3), new_] })).complaints).toEqual([
    expect.stringContaining('prophecy.ProphecyTest'),
  ]);
});

test('a number that is written otherwise is told of, since it would count for nothing', () => {
  const misspelled = java(3, { name: 'trust03: only what for' });

  expect(judge(documentWith(), each({ 3: [java(3), misspelled] })).complaints).toEqual([
    'trust03: only what for: write the number of its check as trust06_',
  ]);
});

test('engines outside are told apart from those in the practice', () => {
  const group = 'org.openmrs.module.aisupport.engine.';

  expect(placeOf(java(1, { group: `${group}outside.cds.CardsTest` }))).toBe('what leaves');
  expect(placeOf(java(1, { group: `${group}guidelines.RuleTest` }))).toBe('engines');
});

test('surefire, vitest and Playwright are read alike', () => {
  const surefire = `<testsuite name="x.ATest"><testcase name="trust01_a" classname="x.ATest"/>
    <testcase name="trust02_b(Reason)[1]" classname="x.ATest"><failure message="no"/></testcase>
    <testcase name="trust03_c" classname="ATest"><skipped/></testcase></testsuite>`;
  expect(outcomesIn(surefire, 'java')).toEqual([
    { suite: 'java', group: 'x.ATest', name: 'trust01_a', passed: true },
    { suite: 'java', group: 'x.ATest', name: 'trust02_b(Reason)[1]', passed: false },
    { suite: 'java', group: 'x.ATest', name: 'trust03_c', passed: false },
  ]);

  const vitest = `<testsuites><testsuite name="a.test.ts"><testcase classname="a.test.ts"
    name="trust21_a receptionist &gt; sees consent"/></testsuite></testsuites>`;
  expect(outcomesIn(vitest, 'panel')).toEqual([
    { suite: 'panel', group: 'a.test.ts', name: 'trust21_a receptionist > sees consent', passed: true },
  ]);

  const playwright = `<testsuites><testsuite name="a.spec.ts" hostname="http"><testcase name="trust14_x"
    classname="a.spec.ts"><error/></testcase></testsuite></testsuites>`;
  expect(outcomesIn(playwright)).toEqual([
    { suite: 'http', group: 'a.spec.ts', name: 'trust14_x', passed: false },
  ]);
});

test('a report that was cut off is no report', () => {
  expect(() => outcomesIn('<testsuite><testcase name="trust01_a"/>', 'java')).toThrow();
});

test('what an earlier build left behind counts for nothing, and a part that did not run is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisupport-trust-'));
  try {
    const file = join(folder, 'TEST-x.ATest.xml');
    writeFileSync(
      file,
      '<testsuite name="x.ATest"><testcase name="trust01_a" classname="x.ATest"/></testsuite>',
    );
    const began = new Date();
    const places = [{ part: 'api', path: folder, suite: 'java' }];

    utimesSync(file, began, new Date(began.getTime() + 1_000));
    expect(outcomesSince(began, places)).toHaveLength(1);
    utimesSync(file, began, new Date(began.getTime() - 1_000));
    expect(() => outcomesSince(began, places)).toThrow('No test of api ran');
    expect(() => outcomesSince(began, [{ part: 'omod', path: join(folder, 'none') }])).toThrow(
      'No test of omod ran',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

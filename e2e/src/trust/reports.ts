import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';

/** What became of one test. */
export interface Outcome {
  /** `java`, the frontend's package, or the project of Playwright. */
  readonly suite: string;
  /** Its class, or its file. */
  readonly group: string;
  readonly name: string;
  readonly passed: boolean;
}

/** Where a part of the build leaves JUnit's XML: a file, or a folder of them. */
export interface ReportPlace {
  readonly part: string;
  readonly path: string;
  /** For reports that don't say so themselves. */
  readonly suite?: string;
}

/** Seen from e2e. Each part has tests, so that one without any was not built with the others. */
export const REPORTS: readonly ReportPlace[] = [
  { part: 'api', path: '../api/target/surefire-reports', suite: 'java' },
  { part: 'omod', path: '../omod/target/surefire-reports', suite: 'java' },
  { part: 'sandbox/server', path: '../sandbox/server/target/surefire-reports', suite: 'java' },
  { part: 'frontend/panel', path: '../frontend/target/junit-panel.xml', suite: 'panel' },
  {
    part: 'frontend/esm-aisupport-app',
    path: '../frontend/target/junit-esm-aisupport-app.xml',
    suite: 'esm-aisupport-app',
  },
  { part: 'e2e', path: 'target/junit.xml' },
];

/**
 * What ran since then; what an earlier build left behind is no proof.
 *
 * @throws Error naming the part of which nothing ran
 */
export function outcomesSince(since: Date, places: readonly ReportPlace[] = REPORTS): Outcome[] {
  return places.flatMap(({ part, path, suite }) => {
    const outcomes = reportsAt(path)
      .filter((file) => statSync(file).mtime >= since)
      .flatMap((file) => outcomesIn(readFileSync(file, 'utf8'), suite));
    if (outcomes.length === 0) {
      throw new Error(
        `No test of ${part} ran in this build: there is nothing since ${since.toISOString()} in ${path}`,
      );
    }
    return outcomes;
  });
}

function reportsAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    return found ? [path] : [];
  }
  return readdirSync(path)
    .filter((name) => name.startsWith('TEST-') && name.endsWith('.xml'))
    .map((name) => join(path, name));
}

/**
 * The tests of one report, as surefire, vitest and Playwright write it. Playwright names the project as the suite's host.
 *
 * @throws Error if it is no whole XML, as after a crash
 */
export function outcomesIn(xml: string, suite?: string): Outcome[] {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`A report can't be read (${level}): ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
  return [...document.getElementsByTagName('testcase')].map((test) => {
    const around = test.parentNode as Element;
    return {
      suite: suite ?? around.getAttribute('hostname') ?? '',
      // Not the test's own classname: of a property test that is the class without its package.
      group: around.getAttribute('name') ?? '',
      name: test.getAttribute('name') ?? '',
      passed: !NOT_PASSED.some((end) => test.getElementsByTagName(end).length > 0),
    };
  });
}

const NOT_PASSED = ['skipped', 'failure', 'error', 'rerunFailure', 'flakyFailure', 'flakyError'];

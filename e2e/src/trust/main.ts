import { readFileSync, writeFileSync } from 'node:fs';
import { type Check, readTrustDocument } from './document.js';
import { judge } from './judgement.js';
import { placeOf, WORDS } from './places.js';
import { type Outcome, outcomesSince } from './reports.js';

const LIST = 'target/trust.md';

/** Holds docs/trust.md to the tests of the build that began at the given time. */
function main([began]: readonly string[]): void {
  const since = new Date(began ?? '');
  if (Number.isNaN(since.getTime())) {
    throw new Error('Give the time at which the build began, as 2026-01-31T12:00:00Z');
  }
  const document = readTrustDocument(readFileSync('../docs/trust.md', 'utf8'));
  const { complaints, shown } = judge(document, outcomesSince(since));
  if (complaints.length > 0) {
    throw new Error(`docs/trust.md is not what this build shows:\n- ${complaints.join('\n- ')}`);
  }
  writeFileSync(LIST, list(document.checks, shown));
  const open = document.checks.filter((check) => check.open).map(({ number }) => number);
  const tests = new Set([...shown.values()].flat()).size;
  console.log(
    `Checks of trust: ${document.checks.length - open.length} of ${document.checks.length} shown by ${tests} tests` +
      `${open.length > 0 ? `; open: ${open.join(', ')}` : ''}. Each is named in e2e/${LIST}.`,
  );
}

/** Every test that passed, in words, under the concern that it answers. */
function list(checks: readonly Check[], shown: ReadonlyMap<number, readonly Outcome[]>): string {
  const sections = checks.map(({ number, concern }) => {
    const tests = (shown.get(number) ?? []).map((test) => `- ${placeOf(test) ?? ''}: ${sentence(test)}`);
    return [
      `## ${number}. ${concern}`,
      '',
      ...(tests.length > 0 ? [...new Set(tests)].toSorted(byPlace) : ['open']),
    ];
  });
  return [
    '# The tests of trust that passed in this build',
    ...sections.map((lines) => lines.join('\n')),
    '',
  ].join('\n\n');
}

function byPlace(one: string, other: string): number {
  return place(one) - place(other) || one.localeCompare(other);
}

function place(line: string): number {
  return WORDS.findIndex((word) => line.startsWith(`- ${word}:`));
}

function sentence({ group, name }: Outcome): string {
  const rule = /([A-Z]\w+)Test$/.exec(group)?.[1];
  return `${name.replaceAll(/trust\d\d[_ ]/g, '').replaceAll('_', ' ')}${rule ? ` (${rule})` : ''}`;
}

try {
  main(process.argv.slice(2));
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}

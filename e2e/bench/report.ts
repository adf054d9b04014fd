import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ratio, seeded, type Spread, spread } from './statistics.js';
import { BASE, type Variant } from './variants.js';
import type { Measured } from './visit.js';

export type Round = Readonly<Record<string, Measured>>;

interface Line {
  readonly measure: string;
  readonly variant: string;
  readonly what: string;
  readonly spread: Spread;
  readonly ratio: Spread;
}

/** What each variant took, and how it compares with O3 alone. */
export function lines(variants: readonly Variant[], rounds: readonly Round[]): Line[] {
  const [first] = rounds;
  const measures = Object.keys(first?.[BASE] ?? {}) as (keyof Measured)[];
  return measures.flatMap((measure) =>
    variants.map(({ name, what }) => {
      const values = valuesOf(rounds, name, measure);
      const base = valuesOf(rounds, BASE, measure);
      return { measure, variant: name, what, spread: spread(values), ratio: ratio(values, base, seeded(1)) };
    }),
  );
}

function valuesOf(rounds: readonly Round[], variant: string, measure: keyof Measured): number[] {
  return rounds.map((round) => {
    const value = round[variant]?.[measure];
    if (value === undefined) {
      throw new Error(`A round lacks ${variant}`);
    }
    return value;
  });
}

export function print(all: readonly Line[], rounds: number): void {
  console.log(`\n${rounds} rounds. Milliseconds: median (quartiles); ratio to O3 alone (95 % interval).`);
  let measure = '';
  for (const line of all) {
    if (line.measure !== measure) {
      measure = line.measure;
      console.log(`\n${measure}`);
    }
    const { median, lower, upper } = line.spread;
    const times = `${median.toFixed(0)} (${lower.toFixed(0)}–${upper.toFixed(0)})`;
    console.log(`  ${line.what.padEnd(36)} ${times.padEnd(20)} ${ratioWords(line)}`);
  }
}

function ratioWords({ ratio: { median, lower, upper } }: Line): string {
  return Number.isFinite(median) ? `${median.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})` : '–';
}

/** The figures and what they were made of, for whoever wants to compute otherwise. */
export function keep(folder: string, server: string, all: readonly Line[], rounds: readonly Round[]): void {
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version };
  const text = JSON.stringify({ at, server, machine, summary: all, rounds }, undefined, 1);
  writeFileSync(`${folder}/chart.json`, `${text}\n`);
}

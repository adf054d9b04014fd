/** Anything that yields numbers from 0 up to, but not including, 1. */
export type Random = () => number;

export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

const RESAMPLES = 5_000;

/** By linear interpolation between the two nearest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) {
    throw new Error('There is no quantile of nothing');
  }
  return below + (above - below) * (place - Math.floor(place));
}

/** The median and the quartiles. */
export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), lower: quantile(values, 0.25), upper: quantile(values, 0.75) };
}

/**
 * The ratio of the medians, with the interval that 95 of 100 resamples of the rounds fall into. A round is taken whole: what slowed
 * the machine down then slowed both.
 */
export function ratio(values: readonly number[], base: readonly number[], random: Random): Spread {
  if (values.length !== base.length) {
    throw new Error('A round lacks a measurement');
  }
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const rounds = base.map(() => Math.floor(random() * base.length));
    return medianOf(rounds, values) / medianOf(rounds, base);
  });
  return {
    median: quantile(values, 0.5) / quantile(base, 0.5),
    lower: quantile(ratios, 0.025),
    upper: quantile(ratios, 0.975),
  };
}

function medianOf(rounds: readonly number[], values: readonly number[]): number {
  return quantile(
    rounds.map((round) => values[round] ?? NaN),
    0.5,
  );
}

/** In an order that `random` decides. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The same sequence for the same seed, so that a run can be repeated (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

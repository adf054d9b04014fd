/** What a run of the loader made, and what it found there already. */
export class Tally {
  private readonly counts = new Map<string, { made: number; found: number }>();

  made(kind: string, count = 1): void {
    this.of(kind).made += count;
  }

  found(kind: string, count = 1): void {
    this.of(kind).found += count;
  }

  get anythingMade(): boolean {
    return [...this.counts.values()].some(({ made }) => made > 0);
  }

  toString(): string {
    const lines = [...this.counts].map(
      ([kind, { made, found }]) =>
        `${kind.padEnd(24)} ${String(made).padStart(6)} ${String(found).padStart(6)}`,
    );
    return ['what'.padEnd(24) + '   made  there', ...lines].join('\n');
  }

  private of(kind: string): { made: number; found: number } {
    const count = this.counts.get(kind) ?? { made: 0, found: 0 };
    this.counts.set(kind, count);
    return count;
  }
}

import type { Api } from './api.js';

/** What the module counts, by name and labels as Prometheus writes them. */
export class Metrics {
  private constructor(private readonly numbers: ReadonlyMap<string, number>) {}

  static async of(administrator: Api): Promise<Metrics> {
    return Metrics.in((await administrator.get('/metrics')).text);
  }

  /** Throws on a line that Prometheus would not read. */
  static in(text: string): Metrics {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Metrics(
      new Map(
        lines.map((line) => {
          const [, series, value] =
            /^([a-z_]+(?:\{(?:[a-z_]+="(?:[^"\\]|\\["\\n])*",?)+\})?) ([-+]?[0-9.eE+-]+|[+-]Inf)$/.exec(
              line,
            ) ?? [];
          if (!series || !value) {
            throw new Error(`Prometheus would not read: ${line}`);
          }
          return [series, Number(value)];
        }),
      ),
    );
  }

  /** Undefined for what has not happened since the module started. */
  get(series: string): number | undefined {
    return this.numbers.get(series);
  }

  /** Throws where there is none. */
  gauge(series: string): number {
    const value = this.get(series);
    if (value === undefined) {
      throw new Error(`The server tells no ${series}`);
    }
    return value;
  }

  /** Of a metric, over all its labels. */
  sum(name: string): number {
    const series = [...this.numbers].filter(([each]) => each.split('{')[0] === name);
    return series.reduce((sum, [, value]) => sum + value, 0);
  }
}

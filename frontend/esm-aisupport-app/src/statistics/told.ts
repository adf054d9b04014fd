import type {
  EngineStatistics,
  Outcomes,
  OutcomesOfWeeks,
  RejectionReason,
  RuleStatistics,
} from '@aisupport/core/api/statistics';

type Told<T> = T & {
  readonly outcomes: Outcomes;
  readonly consultations: number;
  readonly reasons: readonly RejectionReason[];
  readonly overTime: readonly OutcomesOfWeeks[];
};

/** Those with numbers; of the others they would be of too few patients. */
export function told<T extends RuleStatistics | EngineStatistics>(all: readonly T[]): readonly Told<T>[] {
  return all.filter((one): one is Told<T> => one.outcomes !== undefined);
}

export function decided({ accepted, acceptedWithEdits, rejected }: Outcomes): number {
  return accepted + acceptedWithEdits + rejected;
}

/** Of a hundred decisions; undefined where there is none. */
export function acceptedPercent(outcomes: Outcomes): number | undefined {
  const all = decided(outcomes);
  return all === 0 ? undefined : Math.round((100 * (outcomes.accepted + outcomes.acceptedWithEdits)) / all);
}

/** Two rules may have one name; a plot that went by names would add them up. */
export function distinctLabels(
  named: readonly { readonly id: string; readonly label: string }[],
): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { label } of named) {
    times.set(label, (times.get(label) ?? 0) + 1);
  }
  return new Map(named.map(({ id, label }) => [id, times.get(label) === 1 ? label : `${label} (${id})`]));
}

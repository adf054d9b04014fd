import { MANAGE, type Send } from './client';

/** What became of suggestions, as things stand now. */
export interface Outcomes {
  readonly proposed: number;
  readonly shown: number;
  readonly accepted: number;
  readonly acceptedWithEdits: number;
  readonly rejected: number;
  readonly open: number;
  readonly unreviewed: number;
  readonly superseded: number;
  readonly withdrawn: number;
  readonly undone: number;
}

/** From the first showing to the decision. */
export interface DecisionTiming {
  readonly decisions: number;
  readonly underTwoSeconds: number;
  readonly lowerQuartileMillis: number;
  readonly medianMillis: number;
  readonly upperQuartileMillis: number;
}

/** Without a code where none was given. */
export interface RejectionReason {
  readonly code?: string;
  readonly rejections: number;
}

export interface OutcomesOfWeeks {
  readonly from: string;
  readonly to: string;
  readonly outcomes: Outcomes;
}

/** Either numbers, or that they would be of so few patients that nothing is told; or, of a period, of no whole group of patients. */
interface Numbers {
  readonly label: string;
  readonly fewerThan?: number;
  readonly noWholeGroup?: boolean;
  readonly outcomes?: Outcomes;
  /** In how many these were suggested. */
  readonly consultations?: number;
  readonly timing?: DecisionTiming;
  readonly reasons?: readonly RejectionReason[];
  readonly overTime?: readonly OutcomesOfWeeks[];
}

export interface EngineStatistics extends Numbers {
  readonly engine: string;
}

/** A newer server may know others. */
export type Caution = 'RUBBER_STAMPING' | 'NOISE';

export interface RuleStatistics extends Numbers {
  readonly engine: string;
  /** Empty for all of an engine without rules. */
  readonly rule: string;
  readonly cautions: readonly Caution[];
}

export interface CautionThresholds {
  readonly decisions: number;
  readonly acceptedPercent: number;
  readonly medianSeconds: number;
  readonly underTwoSecondsPercent: number;
  readonly rejectedPercent: number;
}

export interface Statistics {
  readonly countedUntil: string;
  readonly cautions: CautionThresholds;
  readonly engines: readonly EngineStatistics[];
  readonly rules: readonly RuleStatistics[];
}

/** What is left out of an answer; nothing, where all is wanted. */
export interface StatisticsFilter {
  readonly from?: string;
  readonly to?: string;
  readonly engine?: string;
  readonly rule?: string;
}

/** Of rules and engines, never of a person. Each reading is audited. */
export class StatisticsReader {
  constructor(private readonly send: Send) {}

  read(filter: StatisticsFilter): Promise<Statistics> {
    return this.send({ method: 'GET', path: statisticsPath(filter), privilege: MANAGE });
  }
}

/** Below /ws/rest/v1/. */
export function statisticsPath(filter: StatisticsFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given as [string, string][]).toString();
  return query === '' ? 'aisupport/statistics' : `aisupport/statistics?${query}`;
}

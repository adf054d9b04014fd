import type { Outcomes, Statistics } from '../src/api/statistics';

const outcomes = (part: Partial<Outcomes>): Outcomes => ({
  proposed: 0,
  shown: 0,
  accepted: 0,
  acceptedWithEdits: 0,
  rejected: 0,
  open: 0,
  unreviewed: 0,
  superseded: 0,
  withdrawn: 0,
  undone: 0,
  ...part,
});

const HASTY = outcomes({
  proposed: 24,
  shown: 24,
  accepted: 20,
  acceptedWithEdits: 1,
  rejected: 1,
  unreviewed: 2,
});
const NOISY = outcomes({
  proposed: 31,
  shown: 30,
  accepted: 2,
  rejected: 20,
  open: 3,
  superseded: 4,
  withdrawn: 2,
  undone: 1,
});
const BOTH = outcomes({
  proposed: 55,
  shown: 54,
  accepted: 22,
  acceptedWithEdits: 1,
  rejected: 21,
  open: 3,
  unreviewed: 2,
  superseded: 4,
  withdrawn: 2,
  undone: 1,
});

/** A rule that is accepted without a look, one that is always rejected, and one of which little is known. */
export const STATISTICS: Statistics = {
  countedUntil: '2026-11-29',
  cautions: {
    decisions: 20,
    acceptedPercent: 95,
    medianSeconds: 3,
    underTwoSecondsPercent: 50,
    rejectedPercent: 90,
  },
  engines: [
    {
      engine: 'guidelines',
      label: 'Guideline rules',
      outcomes: BOTH,
      consultations: 44,
      timing: {
        decisions: 44,
        underTwoSeconds: 18,
        lowerQuartileMillis: 1200,
        medianMillis: 2400,
        upperQuartileMillis: 9000,
      },
      reasons: [{ code: 'cds-not-applicable', rejections: 12 }, { rejections: 6 }],
      overTime: [
        { from: '2026-11-09', to: '2026-11-15', outcomes: HASTY },
        { from: '2026-11-16', to: '2026-11-22', outcomes: NOISY },
      ],
    },
    { engine: 'note-coding', label: 'Note coding', fewerThan: 5 },
  ],
  rules: [
    {
      engine: 'guidelines',
      rule: 'metformin-renal',
      label: 'Metformin and kidney function',
      outcomes: HASTY,
      consultations: 24,
      timing: {
        decisions: 22,
        underTwoSeconds: 18,
        lowerQuartileMillis: 900,
        medianMillis: 1300,
        upperQuartileMillis: 1900,
      },
      reasons: [],
      overTime: [{ from: '2026-11-09', to: '2026-11-15', outcomes: HASTY }],
      cautions: ['RUBBER_STAMPING'],
    },
    {
      engine: 'guidelines',
      rule: 'fib4',
      label: 'FIB-4 index',
      outcomes: NOISY,
      consultations: 25,
      reasons: [{ code: 'cds-not-applicable', rejections: 12 }, { rejections: 6 }],
      overTime: [{ from: '2026-11-16', to: '2026-11-22', outcomes: NOISY }],
      cautions: ['NOISE'],
    },
    {
      engine: 'guidelines',
      rule: 'lithium-monitoring',
      label: 'Lithium monitoring',
      fewerThan: 5,
      cautions: [],
    },
    { engine: 'note-coding', rule: '', label: 'Note coding', fewerThan: 5, cautions: [] },
  ],
};

/** Weeks that cut the only group there is. */
export const OF_SOME_WEEKS: Statistics = {
  ...STATISTICS,
  engines: STATISTICS.engines.map(({ engine, label }) => ({ engine, label, noWholeGroup: true })),
  rules: STATISTICS.rules.map(({ engine, rule, label }) => ({
    engine,
    rule,
    label,
    noWholeGroup: true,
    cautions: [],
  })),
};

/** A practice in which nobody was counted yet. */
export const NOTHING_YET: Statistics = {
  ...STATISTICS,
  engines: STATISTICS.engines.map(({ engine, label }) => ({ engine, label, fewerThan: 5 })),
  rules: STATISTICS.rules.map(({ engine, rule, label }) => ({
    engine,
    rule,
    label,
    fewerThan: 5,
    cautions: [],
  })),
};

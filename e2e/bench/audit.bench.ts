import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from '../tests/support/api.js';
import { Metrics } from '../tests/support/metrics.js';
import type { Suggestion } from '../tests/support/model.js';
import type { Patient } from '../tests/support/people.js';
import type { Practice } from '../tests/support/practice.js';
import { test } from '../tests/support/test.js';
import { quantile } from './statistics.js';

const GPS = Number(process.env['AISUPPORT_BENCH_GPS'] ?? 16);
const SECONDS = Number(process.env['AISUPPORT_BENCH_SECONDS'] ?? 90);
const LOOK_MS = 500;
const ROUND = '{round="AuditSealer"}';

test('sixteen GPs as fast as the server answers, and whether sealing keeps up (A2)', async ({
  as,
  people,
  practice,
}) => {
  const patients: Patient[] = [];
  for (let gp = 0; gp < GPS; gp++) {
    const patient = await people.someone();
    await practice.suggested(patient);
    patients.push(patient);
  }
  const rounds = new SealingRounds();
  const before = await Metrics.of(as.administrator);
  const begun = performance.now();
  const over = (): boolean => performance.now() - begun > SECONDS * 1_000;
  const decisions: number[] = [];
  await Promise.all([
    rounds.watch(as.administrator, over),
    ...patients.map(async (patient) => {
      while (!over()) {
        decisions.push(await consultation(practice, patient));
      }
    }),
  ]);
  const seconds = (performance.now() - begun) / 1_000;
  const written = rowsOf(await Metrics.of(as.administrator)) - rowsOf(before);
  const rate = written / seconds;

  console.log(`\n${GPS} GPs at once for ${seconds.toFixed(0)} s: ${decisions.length} consultations`);
  console.log(
    `A decision: median ${quantile(decisions, 0.5).toFixed(0)} ms, 95 % within ${quantile(decisions, 0.95).toFixed(0)} ms`,
  );
  console.log(`Audit: ${written} rows written, ${rate.toFixed(0)} a second`);
  for (const { rows, took } of rounds.all) {
    console.log(`Sealed ${rows} rows in ${took.toFixed(2)} s: ${(rows / took).toFixed(0)} a second`);
  }
  const sealed = rounds.perSecond();
  console.log(`Sealing is ${(sealed / rate).toFixed(1)} times as fast as the audit grew\n`);
});

/** What is suggested, a run, what is suggested now, a decision, and that taken back. How many milliseconds the decision took. */
async function consultation(practice: Practice, patient: Patient): Promise<number> {
  await practice.suggestions(patient);
  await practice.run(patient);
  const open = (await practice.suggestions(patient)).results.find(({ status }) => status === 'OPEN');
  if (!open) {
    throw new Error('The suggestion that was taken back is not open');
  }
  const asked = performance.now();
  await practice.accept(open);
  const took = performance.now() - asked;
  await practice.gp.delete<Suggestion>(`/suggestion/${open.uuid}/decision`);
  return took;
}

function rowsOf(metrics: Metrics): number {
  return metrics.sum('aisupport_audit_rows_total');
}

/** The rounds of the sealer while something else goes on, as the server counts them. */
class SealingRounds {
  readonly all: { readonly rows: number; readonly took: number }[] = [];

  async watch(administrator: Api, over: () => boolean): Promise<void> {
    let last = await Metrics.of(administrator);
    // The round that is under way may have begun before.
    let whole = false;
    while (!over()) {
      await delay(LOOK_MS);
      const now = await Metrics.of(administrator);
      if (endOf(now) !== endOf(last)) {
        if (whole) {
          const took = now.gauge(`aisupport_round_seconds${ROUND}`);
          this.all.push({ rows: sealedIn(now) - sealedIn(last), took });
        }
        whole = true;
        last = now;
      }
    }
  }

  /** Of all rounds together. */
  perSecond(): number {
    const rows = this.all.reduce((sum, round) => sum + round.rows, 0);
    return rows / this.all.reduce((sum, round) => sum + round.took, 0);
  }
}

function endOf(metrics: Metrics): number | undefined {
  return metrics.get(`aisupport_round_success_timestamp_seconds${ROUND}`);
}

function sealedIn(metrics: Metrics): number {
  return metrics.gauge('aisupport_database_audit_sealed_rows');
}

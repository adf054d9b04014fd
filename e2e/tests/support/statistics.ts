import { randomUUID } from 'node:crypto';
import { createConnection } from 'mariadb';
import { databaseAddress } from './database.js';
import { type Patient, type People, RAISED_PRESSURE } from './people.js';
import type { Practice } from './practice.js';

interface DecisionRow {
  readonly decided_micros: bigint;
  readonly [column: string]: unknown;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const SUGGESTED_WEEKS_AGO = 3;
const PERMITTED = new Date(Date.now() - 5 * WEEK_MS);

/** Patients who permit being counted, each with a suggestion of some weeks ago that the GP has accepted. */
export async function fiveAccepted(people: People, practice: Practice): Promise<readonly Patient[]> {
  const patients: Patient[] = [];
  for (let each = 0; each < 5; each++) {
    const patient = await people.someone(RAISED_PRESSURE);
    await practice.permitCounting(patient, PERMITTED);
    await practice.accept((await practice.suggested(patient))[0]);
    patients.push(patient);
  }
  await someWeeksAgo(patients);
  return patients;
}

const AGO = SUGGESTED_WEEKS_AGO * WEEK_MS * 1000;

const HAPPENED = [
  `UPDATE aisupport_suggestion SET created_micros = created_micros - ? WHERE patient_uuid IN (?)`,
  `UPDATE aisupport_suggestion_shown v JOIN aisupport_suggestion s ON s.suggestion_id = v.suggestion_id
   SET v.shown_micros = v.shown_micros - ? WHERE s.patient_uuid IN (?)`,
];

const DECISIONS = `SELECT d.* FROM aisupport_decision d JOIN aisupport_suggestion s ON s.uuid = d.suggestion_uuid
   WHERE s.patient_uuid IN (?)`;

/** What happens in the week that is not over is never told, and no test waits for its end. */
async function someWeeksAgo(patients: readonly Patient[]): Promise<void> {
  const connection = await createConnection(databaseAddress() ?? '');
  const uuids = patients.map(({ uuid }) => uuid);
  try {
    for (const sql of HAPPENED) {
      await connection.query(sql, [AGO, uuids]);
    }
    // The database refuses to change a decision, so an earlier one is put beside it.
    for (const decision of await connection.query<DecisionRow[]>(DECISIONS, [uuids])) {
      const earlier = {
        ...decision,
        decision_id: null, // the database gives the next
        uuid: randomUUID(),
        decided_micros: Number(decision.decided_micros) - AGO,
      };
      const columns = Object.keys(earlier);
      await connection.query(
        `INSERT INTO aisupport_decision (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        Object.values(earlier),
      );
    }
  } finally {
    await connection.end();
  }
}

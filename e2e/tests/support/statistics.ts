import { createConnection } from 'mariadb';
import { databaseAddress } from './database.js';
import { type Patient, type People, RAISED_PRESSURE } from './people.js';
import type { Practice } from './practice.js';

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

/** The week that is not over is never told, and no test waits for its end. */
async function someWeeksAgo(patients: readonly Patient[]): Promise<void> {
  const connection = await createConnection(databaseAddress() ?? '');
  const values = [SUGGESTED_WEEKS_AGO * WEEK_MS * 1000, patients.map(({ uuid }) => uuid)];
  try {
    for (const [table, column] of [
      ['aisupport_suggestion', 'created_micros'],
      ['aisupport_run', 'requested_micros'],
    ] as const) {
      const sql = `UPDATE ${table} SET ${column} = ${column} - ? WHERE patient_uuid IN (?)`;
      await connection.query(sql, values);
    }
  } finally {
    await connection.end();
  }
}

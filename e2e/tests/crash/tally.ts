import type { Connection } from 'mariadb';
import type { Registered } from '../support/people.js';

const SUGGESTION_OF = 'JOIN aisupport_suggestion s ON s.uuid = suggestion_uuid WHERE s.patient_uuid = ?';
const DECISION_OF = 'JOIN aisupport_decision d ON d.uuid = decision_uuid';
const OF_PERSON = '(SELECT person_id FROM person WHERE uuid = ?)';

/** What is counted of one patient. Views and the gate's answers are left out: they stand whatever becomes of what was asked. */
const COUNTED = {
  events: 'aisupport_consent_event WHERE patient_uuid = ?',
  suggestions: 'aisupport_suggestion WHERE patient_uuid = ?',
  /** Of everybody, so that evidence whose suggestion is missing counts too. */
  evidence: 'aisupport_evidence WHERE ? IS NOT NULL',
  decisions: `aisupport_decision ${SUGGESTION_OF}`,
  entries: `aisupport_chart_entry ${SUGGESTION_OF}`,
  undos: `aisupport_undo ${DECISION_OF} ${SUGGESTION_OF}`,
  conditions: `conditions WHERE patient_id = ${OF_PERSON}`,
  voided: `conditions WHERE voided AND patient_id = ${OF_PERSON}`,
  diagnoses: `encounter_diagnosis WHERE patient_id = ${OF_PERSON}`,
  notes: `obs WHERE form_namespace_and_path LIKE 'aisupport^%' AND person_id = ${OF_PERSON}`,
  audited: `aisupport_audit WHERE patient_uuid = ? AND kind IN ('CONSENT_RECORDED', 'SUGGESTION_PROPOSED',
    'SUGGESTION_WITHDRAWN', 'SUGGESTION_DECIDED', 'DECISION_UNDONE', 'CHART_ENTRY', 'CHART_ENTRY_RETURNED', 'ENGINE_CALL_ENDED', 'RESULT_DISCARDED')`,
};

export type Tally = Readonly<Record<keyof typeof COUNTED, number>>;

/** How many rows each table holds about a patient, as far as this connection sees them. */
export async function tallyOf(connection: Connection, { uuid }: Registered): Promise<Tally> {
  const counts = Object.entries(COUNTED).map(([name, rows]) => `(SELECT COUNT(*) FROM ${rows}) AS ${name}`);
  const [row] = await connection.query<Record<keyof typeof COUNTED, bigint>[]>(
    `SELECT ${counts.join(', ')}`,
    counts.map(() => uuid),
  );
  if (!row) {
    throw new Error('A count has no answer');
  }
  return Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)])) as Tally;
}

export function plus(before: Tally, more: Partial<Tally>): Tally {
  const counts = Object.entries(before).map(([name, count]) => [
    name,
    count + (more[name as keyof Tally] ?? 0),
  ]);
  return Object.fromEntries(counts) as Tally;
}

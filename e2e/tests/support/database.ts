import { type Connection, createConnection } from 'mariadb';
import { ATTRIBUTE_TYPE } from './outside.js';
import type { Registered } from './people.js';

/** A connection as `AISUPPORT_DATABASE` says: what is changed here no listener of the platform hears of. */
export const databaseAddress = (): string | undefined => process.env['AISUPPORT_DATABASE'];

const OF_PATIENT = `person_id = (SELECT person_id FROM person WHERE uuid = ?)
  AND person_attribute_type_id = (SELECT person_attribute_type_id FROM person_attribute_type WHERE uuid = ?)
  AND voided = FALSE`;
const VALUE = 'COALESCE((SELECT CAST(concept_id AS CHAR) FROM concept WHERE uuid = ?), ?)';

export class Database {
  private constructor(private readonly connection: Connection) {}

  static async with(work: (database: Database) => Promise<void>): Promise<void> {
    const connection = await createConnection(databaseAddress() ?? '');
    try {
      await work(new Database(connection));
    } finally {
      await connection.end();
    }
  }

  /** Overwrites the attribute, as a bulk update of HQL or SQL would. */
  async write({ uuid }: Registered, value: string): Promise<void> {
    const sql = `UPDATE person_attribute SET value = ${VALUE} WHERE ${OF_PATIENT}`;
    await this.change(sql, value, value, uuid, ATTRIBUTE_TYPE);
  }

  async remove({ uuid }: Registered): Promise<void> {
    await this.change(`DELETE FROM person_attribute WHERE ${OF_PATIENT}`, uuid, ATTRIBUTE_TYPE);
  }

  /** A second attribute beside the first, as an import that looks at nothing may leave it. */
  async addBeside({ uuid }: Registered, value: string): Promise<void> {
    const sql = `INSERT INTO person_attribute
      (person_id, value, person_attribute_type_id, creator, date_created, voided, uuid)
      SELECT person_id, ${VALUE}, person_attribute_type_id, creator, NOW(), FALSE, UUID()
      FROM person_attribute WHERE ${OF_PATIENT}`;
    await this.change(sql, value, value, uuid, ATTRIBUTE_TYPE);
  }

  /** Who made a condition, and what the platform keeps of where it came from. */
  async originOf(condition: string): Promise<{ creator: string; origin: string } | undefined> {
    const sql = `SELECT u.username AS creator, c.form_namespace_and_path AS origin
      FROM conditions c JOIN users u ON u.user_id = c.creator WHERE c.uuid = ?`;
    const [row] = await this.connection.query<{ creator: string; origin: string }[]>(sql, [condition]);
    return row;
  }

  /** Names and numbers of all patients, a word each, and the uuids of them and of all that is recorded of them. */
  async whatSaysWhoSomebodyIs(): Promise<string[]> {
    const names = `SELECT CONCAT_WS(' ', n.given_name, n.middle_name, n.family_name) AS secret
      FROM person_name n JOIN patient p ON p.patient_id = n.person_id`;
    const others = ['person', 'visit', 'encounter', 'obs', 'conditions', 'orders', 'patient_identifier']
      .map((table) => `SELECT uuid AS secret FROM ${table}`)
      .concat('SELECT identifier AS secret FROM patient_identifier')
      .join(' UNION ');
    const rows = await this.connection.query<{ secret: string }[]>(`${names} UNION ${others}`);
    return [...new Set(rows.flatMap(({ secret }) => secret.split(/\s+/)))];
  }

  private async change(sql: string, ...values: string[]): Promise<void> {
    const { affectedRows } = await this.connection.query<{ affectedRows: number }>(sql, values);
    if (affectedRows !== 1) {
      throw new Error(`${affectedRows} rows were changed, not one`);
    }
  }
}

import { type Connection, createConnection } from 'mariadb';
import type { Sandbox } from '../../src/world/sandbox.js';
import type { Registered } from '../support/people.js';
import { type Tally, tallyOf } from './tally.js';
import { expect } from './test.js';

export const CRASHES = ['the server', 'the server and its database'] as const;
export type Crash = (typeof CRASHES)[number];

/**
 * The moment right before a table is written. Whoever is about to write there waits, and what it wrote before, in the same transaction, is
 * not committed. Needs nothing but the right to lock tables, so that the same can be tried by hand anywhere.
 */
export class Standstill {
  private constructor(
    private readonly server: Sandbox,
    private readonly table: string,
    private readonly holder: Connection,
    private readonly witness: Connection,
  ) {}

  static async before(table: string, server: Sandbox): Promise<Standstill> {
    const witness = await connection(server);
    await witness.query('SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED');
    const holder = await connection(server);
    // Others can still read it.
    await holder.query(`LOCK TABLES ${table} READ`);
    return new Standstill(server, table, holder, witness);
  }

  /** Until exactly one waits to write there. */
  async reached(): Promise<void> {
    const waiting = `SELECT COUNT(*) AS number FROM information_schema.processlist
      WHERE state LIKE 'Waiting for table%' AND info RLIKE CONCAT('(into|from|update) ', ?)`;
    await this.comesTo(1, waiting, this.table);
  }

  /** What has been written so far, though nobody has committed it. */
  async tally(patient: Registered): Promise<Tally> {
    return tallyOf(this.witness, patient);
  }

  /** Kills while it lasts, lets go of what was held, and starts the server on what is left. */
  async crash(crash: Crash): Promise<void> {
    if (crash === 'the server') {
      await this.server.kill();
      this.holder.destroy();
      // What it was told last the database still does, and then notices that nobody is there.
      await this.comesTo(0, 'SELECT COUNT(*) - 1 AS number FROM information_schema.processlist');
    } else {
      await this.server.killWithDatabase();
      this.holder.destroy();
    }
    this.witness.destroy();
    await this.server.startAgain();
  }

  private async comesTo(number: number, count: string, ...values: string[]): Promise<void> {
    await expect(async () => {
      const [row] = await this.witness.query<{ number: bigint }[]>(count, values);
      expect(Number(row?.number)).toBe(number);
    }).toPass({ intervals: [50], timeout: 20_000 });
  }
}

/** What every connection sees now. */
export async function tally(server: Sandbox, patient: Registered): Promise<Tally> {
  const looking = await connection(server);
  try {
    return await tallyOf(looking, patient);
  } finally {
    await looking.end();
  }
}

async function connection(server: Sandbox): Promise<Connection> {
  const made = await createConnection(server.database);
  made.on('error', () => {
    // It ends with the database, and whoever still asks something is told so.
  });
  return made;
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './server-process.js';

/** A sandbox of the suite's own: any free port, a database of its own that is gone afterwards. */
export class Sandbox {
  /** The process of the database that a killed server left behind. */
  private leftBehind: number | undefined;

  private constructor(
    private readonly folder: string,
    private readonly options: readonly string[],
    private server: ServerProcess,
  ) {}

  static async start(options: readonly string[] = []): Promise<Sandbox> {
    const folder = mkdtempSync(join(tmpdir(), 'aisupport-e2e-'));
    return new Sandbox(folder, options, await ServerProcess.start(folder, [...options, '--fresh']));
  }

  get url(): string {
    return this.server.url;
  }

  /** Where its database is and how to log in; another place and password after each start. */
  get database(): string {
    return this.server.database;
  }

  /** Ends the server without a chance to finish anything. Its database runs on, as one on a machine of its own would. */
  async kill(): Promise<void> {
    this.leftBehind = this.databaseProcess();
    await this.server.end('SIGKILL');
  }

  /** As when the power fails. */
  async killWithDatabase(): Promise<void> {
    const database = this.databaseProcess();
    const ended = this.server.end('SIGKILL');
    process.kill(database, 'SIGKILL');
    await ended;
  }

  /** On what it left behind, at the same address. */
  async startAgain(): Promise<void> {
    const { port } = new URL(this.url);
    this.leftBehind = undefined;
    this.server = await ServerProcess.start(this.folder, [...this.options, '--port', port]);
  }

  async stop(): Promise<void> {
    await this.server.end('SIGTERM');
    if (this.leftBehind) {
      process.kill(this.leftBehind, 'SIGKILL');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private databaseProcess(): number {
    return Number(readFileSync(join(this.folder, 'data', 'mariadb.pid'), 'utf8'));
  }
}

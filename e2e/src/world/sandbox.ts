import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const TARGET = '../sandbox/server/target';
const PATIENCE_SECONDS = 180;

/** A sandbox of the suite's own: any free port, a database of its own that is gone afterwards. */
export class Sandbox {
  private constructor(
    readonly url: string,
    /** Where its database is and how to log in. */
    readonly database: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(options: readonly string[] = []): Promise<Sandbox> {
    const folder = mkdtempSync(join(tmpdir(), 'aisupport-e2e-'));
    const ready = join(folder, 'ready');
    const database = join(folder, 'database');
    const started = spawn(
      'java',
      [
        ...['-jar', jar(), '--port', '0', '--data', join(folder, 'data'), '--fresh'],
        ...['--ready-file', ready, '--database-file', database, ...options],
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    try {
      const url = await address(ready, started);
      return new Sandbox(url, readFileSync(database, 'utf8').trim(), started, folder);
    } catch (failure) {
      started.kill();
      throw failure;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function jar(): string {
  const name = existsSync(TARGET)
    ? readdirSync(TARGET).find((file) => /^aisupport-sandbox-server-.*\.jar$/.test(file))
    : undefined;
  if (!name) {
    throw new Error(
      'The sandbox is not built. Run `mvn package` in the project first, or set AISUPPORT_URL.',
    );
  }
  return join(TARGET, name);
}

async function address(ready: string, started: ChildProcess): Promise<string> {
  for (let tenths = 0; tenths < PATIENCE_SECONDS * 10; tenths++) {
    const url = existsSync(ready) ? readFileSync(ready, 'utf8').trim() : '';
    if (url) {
      return url.replace(/\/$/, '');
    }
    if (started.exitCode !== null) {
      throw new Error(`The sandbox ended with ${started.exitCode}; what it printed says why.`);
    }
    await delay(100);
  }
  throw new Error(`The sandbox was not ready after ${PATIENCE_SECONDS} seconds.`);
}

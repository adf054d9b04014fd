import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const TARGET = '../sandbox/server/target';
const PATIENCE_SECONDS = 180;

/** One run of the sandbox's server on a folder, which outlives it. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    /** Where its database is and how to log in. */
    readonly database: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(folder: string, options: readonly string[]): Promise<ServerProcess> {
    const ready = join(folder, 'ready');
    const database = join(folder, 'database');
    // An earlier run's word that it was ready says nothing about this one.
    rmSync(ready, { force: true });
    const started = spawn(
      'java',
      [
        ...['-jar', jar(), '--port', '0', '--data', join(folder, 'data')],
        ...['--ready-file', ready, '--database-file', database, ...options],
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    try {
      const url = await address(ready, started);
      return new ServerProcess(url, readFileSync(database, 'utf8').trim(), started);
    } catch (failure) {
      started.kill();
      throw failure;
    }
  }

  /** Sends the signal at once, and returns when the process is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) {
      return;
    }
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill(signal);
    await ended;
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

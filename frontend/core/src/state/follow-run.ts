import type { Client } from '../api/client';
import type { Run } from '../api/contract';
import { LastAnswer } from '../api/last-answer';

export const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 2000;
const GROWTH = 1.5;

/**
 * Asks for the run until it is over; often at first, for most runs take less than a second.
 * @param moved is told of each step on the way, before the end
 */
export async function followRun(
  client: Client,
  first: Run,
  signal: AbortSignal,
  moved: (run: Run) => void,
): Promise<Run> {
  const last = new LastAnswer();
  let run = first;
  let pause = FIRST_PAUSE_MS;
  while (!isOver(run)) {
    await sleep(pause, signal);
    const now = await client.run(run.uuid, signal, last);
    if (now !== run && !isOver(now)) {
      moved(now);
    }
    run = now;
    pause = longerPause(pause);
  }
  return run;
}

export function longerPause(milliseconds: number): number {
  return Math.min(milliseconds * GROWTH, LONGEST_PAUSE_MS);
}

/** A run that the server still works on after a cancel is over for the panel only. */
export function isOver(run: Run): boolean {
  switch (run.status) {
    case 'RUNNING':
      return false;
    case 'COMPLETED':
    case 'FAILED':
    case 'CANCELLED':
    case 'DISCARDED':
      return true;
    default:
      return run.finishedAt !== undefined; // a newer server's word, but the same field
  }
}

/** Whether any engine came to an end with it; otherwise its silence says nothing at all. */
export function judgedSomething(run: Run): boolean {
  return run.status === 'COMPLETED' && run.engines.some((engine) => engine.status === 'COMPLETED');
}

export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    function stop(): void {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }
    signal.addEventListener('abort', stop, { once: true });
  });
}

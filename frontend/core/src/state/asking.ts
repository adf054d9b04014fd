import type { Client } from '../api/client';
import type { Run, RunRequest } from '../api/contract';
import { LastAnswer } from '../api/last-answer';
import { ProblemError } from '../api/problem';
import { FIRST_PAUSE_MS, followRun, isOver, longerPause, sleep } from './follow-run';
import type { RunProgress } from './model';

/** Has a run begun, follows it to its end, and stops it where that is wished; one at a time. */
export class Asking {
  private running = false;
  private stop = new AbortController();

  constructor(
    private readonly client: Client,
    private readonly request: RunRequest,
    private readonly closing: AbortSignal,
    private readonly report: (progress: RunProgress) => void,
  ) {}

  get isUnderWay(): boolean {
    return this.running;
  }

  /** The run when it is over, or nothing where it was not waited for; throws what went wrong, unsaid. */
  async ask(): Promise<Run | undefined> {
    this.running = true;
    this.stop = new AbortController();
    this.report({ kind: 'reading' });
    try {
      const run = await this.follow(await this.begin(this.stop.signal), this.stop.signal);
      // Cancelled too late, it is simply done, and what it found is shown.
      const cancelled = run.status === 'CANCELLED' || !isOver(run);
      this.report({ kind: cancelled ? 'cancelled' : 'done', run });
      return run;
    } catch (thrown) {
      if (!this.stop.signal.aborted || thrown !== this.stop.signal.reason || this.closing.aborted) {
        throw thrown;
      }
      this.report({ kind: 'cancelled' }); // while a colleague's run was waited for: theirs goes on
      return undefined;
    } finally {
      this.running = false;
    }
  }

  /** The engines are told, also when the screen is closed right after. */
  cancel(): void {
    this.stop.abort();
  }

  /** A colleague's run may have read the record before this GP's last change: theirs is waited for, and then asked again. */
  private async begin(stop: AbortSignal): Promise<Run> {
    const signal = AbortSignal.any([stop, this.closing]);
    let waitedFor: string | undefined;
    for (let pause = FIRST_PAUSE_MS; ; pause = longerPause(pause)) {
      stop.throwIfAborted();
      try {
        return await this.client.requestRun(this.request);
      } catch (thrown) {
        const other = runInTheWay(thrown);
        if (other === undefined) {
          throw thrown;
        }
        if (other === waitedFor) {
          await sleep(pause, signal); // over for one server, whose clock goes wrong, and not for another
        }
        await this.awaitOther(other, signal);
        waitedFor = other;
      }
    }
  }

  private async awaitOther(uuid: string, signal: AbortSignal): Promise<void> {
    const other = await this.client.run(uuid, signal, new LastAnswer());
    await followRun(this.client, other, signal, () => undefined);
  }

  private async follow(run: Run, stop: AbortSignal): Promise<Run> {
    const show = (now: Run): void => {
      this.report({ kind: 'reading', run: now });
    };
    show(run);
    try {
      return await followRun(this.client, run, AbortSignal.any([stop, this.closing]), show);
    } catch (thrown) {
      if (stop.aborted) {
        return this.client.cancelRun(run.uuid);
      }
      throw thrown;
    }
  }
}

function runInTheWay(thrown: unknown): string | undefined {
  return thrown instanceof ProblemError && thrown.problem.kind === 'conflict'
    ? thrown.problem.run
    : undefined;
}

import { expect } from '@playwright/test';
import type { Api } from './api.js';
import type { ConsentEvent, PurposeState } from './model.js';
import { NO, type Outside } from './outside.js';
import type { Registered } from './people.js';
import type { Practice } from './practice.js';

/** What the module says of own care, and what is in its ledger: the newest event first. */
export interface OwnCare {
  readonly state: PurposeState;
  readonly events: readonly ConsentEvent[];
}

export const SOON = 15_000;
/** The sweep comes each minute. */
export const A_SWEEP_LATER = 90_000;

/** Looks at one patient's consent for own care from outside. */
export class ConsentLife {
  constructor(
    private readonly practice: Practice,
    private readonly patient: Registered,
  ) {}

  async now(): Promise<OwnCare> {
    const { purposes, events = [] } = await this.practice.overview(this.patient);
    const state = purposes.find(({ purpose }) => purpose === 'own-care');
    if (!state) {
      throw new Error('The answer says nothing of own care');
    }
    return { state, events: events.filter(({ purpose }) => purpose === 'own-care') };
  }

  /** The gate's no, as a screen and an engine meet it, and that nothing of the record was read. */
  async isDenied(gp: Api): Promise<void> {
    expect((await this.now()).state.permitted).toBe(false);
    const run = await gp.post('/run', { patient: this.patient.uuid });
    expect(run.status, run.text).toBe(403);
    expect((await this.practice.audit(this.patient)).map(({ kind }) => kind)).not.toContain(
      'ENGINE_CALL_INTENT',
    );
  }

  /** Waits for these decisions, the newest first, and no others; never permitted on the way unless said so. */
  async comesTo(
    decisions: readonly string[],
    { within = SOON, permitted = false }: { within?: number; permitted?: boolean } = {},
  ): Promise<OwnCare> {
    let seen = await this.now();
    await expect(async () => {
      seen = await this.now();
      if (!permitted) {
        // Not to be tried again: once is once too often.
        expect.soft(seen.state.permitted, 'permitted while the ledger catches up').toBe(false);
      }
      expect(seen.events.map(({ decision }) => decision)).toEqual(decisions);
    }).toPass({ timeout: within, intervals: [100, 250, 500] });
    return seen;
  }
}

/**
 * A grant, too, makes the module look at the patient a moment later, and then it would find by chance what only the sweep should find. What
 * it was told of later comes later.
 */
export async function nobodyIsOnTheWay(
  outside: Outside,
  practice: Practice,
  later: Registered,
): Promise<void> {
  await practice.grant(later);
  const attribute = await outside.attribute(later);
  await outside.call('POST', `rest/v1/person/${later.uuid}/attribute/${attribute}`, { value: NO });
  await new ConsentLife(practice, later).comesTo(['WITHDRAW', 'GRANT']);
}

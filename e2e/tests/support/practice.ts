import { expect } from '@playwright/test';
import type { Api } from './api.js';
import type {
  AuditRow,
  ConsentOverview,
  ConsentRecorded,
  Leaflet,
  Run,
  RunUnderWay,
  Suggestion,
  SuggestionList,
} from './model.js';
import type { Patient, Registered } from './people.js';

const HOUR_MS = 3_600_000;
const OVER = ['COMPLETED', 'FAILED', 'CANCELLED', 'DISCARDED'];

/** What happens in a practice, in a GP's words; every step must succeed. */
export class Practice {
  constructor(
    readonly gp: Api,
    private readonly administrator: Api,
  ) {}

  async grantOf(patient: Registered, purpose = 'own-care') {
    const { version, language } = await this.currentLeaflet(purpose);
    return {
      patient: patient.uuid,
      purpose,
      decision: 'GRANT',
      givenBy: { role: 'PATIENT' },
      method: 'SPOKEN',
      leaflet: { version, language },
    };
  }

  async grant(patient: Registered, purpose = 'own-care'): Promise<ConsentRecorded> {
    return this.record(await this.grantOf(patient, purpose));
  }

  /** Told anew where another test's engine outside has changed the leaflet meanwhile. */
  async grantOutside(patient: Registered, ...purposes: readonly string[]): Promise<void> {
    for (const purpose of purposes) {
      await expect(async () => {
        const said = await this.grantOf(patient, purpose);
        expect((await this.gp.post('/consent', said)).status).toBe(201);
      }).toPass({ timeout: 10_000 });
    }
  }

  /** A yes that ends soon: within the time in which a practice asks again. */
  async grantForAnHour(patient: Registered): Promise<ConsentRecorded> {
    const expires = new Date(Date.now() + HOUR_MS).toISOString().replace('Z', '+00:00');
    return this.record({ ...(await this.grantOf(patient)), expires });
  }

  /** May be counted, on a form that was signed before today. */
  async permitCounting(patient: Registered, signed: Date): Promise<ConsentRecorded> {
    const effective = signed.toISOString().replace('Z', '+00:00');
    return this.record({ ...(await this.grantOf(patient, 'quality')), effective });
  }

  async refuse(patient: Registered): Promise<ConsentRecorded> {
    return this.record({ patient: patient.uuid, purpose: 'own-care', decision: 'REFUSE' });
  }

  async withdraw(patient: Registered): Promise<ConsentRecorded> {
    return this.record({ patient: patient.uuid, purpose: 'own-care', decision: 'WITHDRAW' });
  }

  async overview(patient: Registered): Promise<ConsentOverview> {
    const { status, body, text } = await this.gp.get<ConsentOverview>('/consent', {
      patient: patient.uuid,
      v: 'full',
    });
    expect(status, text).toBe(200);
    return body;
  }

  /** The index of the dictionary is built in the background; a run before that says that it isn't there. */
  async notesCanBeRead(): Promise<void> {
    await expect(async () => {
      const { body } = await this.administrator.get<{ checks: { check: string; detail: string }[] }>(
        '/status',
      );
      expect(body.checks.find(({ check }) => check === 'Note coding')?.detail).toMatch(/^Ready: /);
    }).toPass({ timeout: 240_000 });
  }

  /** A run of its own: one that a screen has asked for meanwhile is waited for. */
  async run(patient: Patient, { encounter, visit } = patient): Promise<Run> {
    for (;;) {
      const { status, body, text } = await this.gp.post<Run & Partial<RunUnderWay>>('/run', {
        patient: patient.uuid,
        visit,
        encounter,
      });
      if (body.error?.code === 'RUN_UNDER_WAY') {
        await this.ended(body.error.run.uuid);
      } else {
        expect(status, text).toBe(202);
        return this.ended(body.uuid);
      }
    }
  }

  async ended(run: string): Promise<Run> {
    let last: Run | undefined;
    await expect(async () => {
      last = (await this.gp.get<Run>(`/run/${run}`)).body;
      expect(OVER).toContain(last.status);
    }).toPass({ intervals: [20, 50, 100, 250], timeout: 10_000 });
    if (!last) {
      throw new Error('expect let an unfinished run pass');
    }
    return last;
  }

  async suggestions(
    patient: Pick<Registered, 'uuid'>,
    query: Readonly<Record<string, string>> = {},
  ): Promise<SuggestionList> {
    const { status, body, text } = await this.gp.get<SuggestionList>('/suggestion', {
      patient: patient.uuid,
      ...query,
    });
    expect(status, text).toBe(200);
    return body;
  }

  /** Consent, a run, and the suggestions that it brought, most severe first. */
  async suggested(patient: Patient): Promise<[Suggestion, ...Suggestion[]]> {
    await this.grant(patient);
    await this.run(patient);
    const [first, ...others] = (await this.suggestions(patient)).results;
    if (!first) {
      throw new Error('No suggestion came of a record that calls for one');
    }
    return [first, ...others];
  }

  async accept(suggestion: Suggestion): Promise<Suggestion> {
    const { status, body, text } = await this.gp.post<Suggestion>(`/suggestion/${suggestion.uuid}/decision`, {
      outcome: 'ACCEPTED',
      version: suggestion.version,
    });
    expect(status, text).toBe(201);
    return body;
  }

  /** The patient's audit, oldest first. */
  async audit(patient: Registered): Promise<readonly AuditRow[]> {
    const { status, body, text } = await this.administrator.get<{ results: AuditRow[] }>('/audit', {
      patient: patient.uuid,
      limit: 100,
    });
    expect(status, text).toBe(200);
    return body.results.toReversed();
  }

  private async record(said: unknown): Promise<ConsentRecorded> {
    const { status, body, text } = await this.gp.post<ConsentRecorded>('/consent', said);
    expect(status, text).toBe(201);
    return body;
  }

  private async currentLeaflet(of: string): Promise<Leaflet> {
    const { body } = await this.gp.get<{ results: Leaflet[] }>('/leaflet', { locale: 'en' });
    const leaflet = body.results.find(({ purpose }) => purpose === of);
    if (!leaflet) {
      throw new Error(`There is no leaflet for ${of}`);
    }
    return leaflet;
  }
}

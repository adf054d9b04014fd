import { beforeEach, describe, expect, it } from 'vitest';
import type { RunStatus, Suggestion } from '@aisupport/core/api/contract';
import { known, worded } from '../src/i18n/words';
import { aSuggestion, ENGINE, evidence, granted, PATIENT } from '@aisupport/core/fake/data';
import { later, textOf, usePage } from './fake/page';

const page = usePage();
const NEW = 'SNOOZED';

/** A word that openapi.yaml does not have yet. */
const future = (word: string) => word as never;

beforeEach(() => {
  page().server.onExchange = () => undefined; // such a server is beyond today's contract
  page().server.clinic.consents.set(PATIENT.uuid, granted());
});

function put(part: Partial<Suggestion>): void {
  page().server.clinic.suggestions = [aSuggestion({ uuid: 's-1', ...part })];
}

describe('a word that only a newer server knows', () => {
  it('as a suggestion’s status is shown as it came, and nothing can be decided on it', async () => {
    put({ status: future(NEW) });

    await page().openAndRead();

    expect(page().text).toContain('Status: SNOOZED');
    expect(page().text).not.toContain('Decided (');
    expect(page().buttons('Accept')).toHaveLength(0);
    expect(page().all('.none')).toHaveLength(0);
    expect(page().all('[role=status]').map(textOf)).toEqual(['']);
  });

  it('as the status of a decided one leaves the decision readable, without an undo', async () => {
    const { clinic } = page().server;
    put({});
    clinic.settle('s-1', { outcome: 'ACCEPTED' }, clinic.me);
    clinic.suggestions = clinic.suggestions.map((one) => ({ ...one, status: future(NEW) }));

    await page().openAndRead();

    expect(page().text).toContain('Status: SNOOZED');
    expect(page().text).toContain('Accepted by Dr. Lind');
    expect(page().buttons('Undo')).toHaveLength(0);
    expect(page().all('.none')).toHaveLength(0);
  });

  it('as an outcome is shown as it came', async () => {
    const { clinic } = page().server;
    put({});
    clinic.settle('s-1', { outcome: future('POSTPONED') }, clinic.me);
    clinic.suggestions = clinic.suggestions.map((one) => ({ ...one, status: 'ACCEPTED' }));

    await page().openAndRead();

    expect(page().text).toContain('POSTPONED by Dr. Lind');
  });

  it('as indicator or kind is shown as it came, with a plain shape and a card that can be decided', async () => {
    put({ indicator: future('urgent'), kind: future('referral') });

    await page().openAndRead();

    expect(page().text).toMatch(/urgent · referral/);
    expect(page().all('.indicator circle')).toHaveLength(1);
    expect(page().all('.indicator path')).toHaveLength(0);
    await page().click('Accept');
    expect(page().text).toContain('Accepted by Dr. Lind');
  });

  it('as a stance does not drop the record, nor count it for or against', async () => {
    put({ evidence: [evidence('Weight', '92 kg', '2026-07-21', { stance: future('CONTEXT') })] });

    await page().openAndRead();

    expect(page().text).toMatch(/Also cited Weight: 92 kg/);
    expect(page().text).not.toContain('Speaks');
    expect(page().text).not.toContain('No record cited');
  });

  it('as the place where an engine runs is shown as it came', async () => {
    put({});
    page().server.engine = { ...ENGINE, where: future('REGIONAL') };
    await page().openAndRead();

    page().all('summary', page().cards()[0]).at(-1)?.click();
    await later(1);

    expect(page().text).toContain('Runs REGIONAL');
  });
});

describe('a run', () => {
  it('of an unknown status is waited for until it has an end, and then says the word', async () => {
    const { clinic } = page().server;
    clinic.runStatus = future('PARTIAL');
    clinic.pollsUntilDone = 3;
    await page().openAndRead();
    expect(page().text).toContain('Reading the record…');

    await later(5000);

    expect(page().text).toContain('The engines ended as “PARTIAL”. What they would have said is unknown.');
    expect(page().all('.none')).toHaveLength(0);
    const polls = page().server.count(/GET.*run\//);
    await later(20_000);
    expect(page().server.count(/GET.*run\//)).toBe(polls);
  });

  it('that waits under an unknown word is still being read, and can be cancelled', async () => {
    const { clinic } = page().server;
    clinic.runningStatus = future('QUEUED');
    clinic.pollsUntilDone = 1000;
    await page().openAndRead();
    expect(page().text).toContain('Reading the record…');

    await page().click('Cancel');

    expect(clinic.runStatuses()).toEqual(['CANCELLED']);
    expect(page().text).toContain('Cancelled. Nothing was judged.');
  });

  it('whose engine ended in an unknown way names it', async () => {
    page().server.clinic.engineRun = { status: future('TIMED_OUT') };

    await page().openAndRead();

    expect(page().text).toContain('guidelines: TIMED_OUT');
    expect(page().all('.none')).toHaveLength(0);
  });
});

describe('a run that was discarded', () => {
  it.each<RunStatus>(['COMPLETED', 'DISCARDED'])(
    'C5: says so and sounds judged in no way (run %s)',
    async (status) => {
      page().server.clinic.runStatus = status;
      page().server.clinic.engineRun = { status: 'DISCARDED' };

      await page().openAndRead();

      expect(page().text).toContain(
        'guidelines: the answer came too late or without consent, and was discarded.',
      );
      expect(page().text).not.toContain('Cancelled');
      expect(page().all('.none')).toHaveLength(0);
      expect(page().buttons('Ask again')).toHaveLength(1);
    },
  );
});

describe('the panel’s words', () => {
  it('are only its own: what every object has is none of them', () => {
    expect(known({ a: 'A' }, 'constructor')).toBeUndefined();
    expect(worded({ a: 'A' }, 'toString')).toBe('toString');
    expect(worded({ a: 'A' }, 'a')).toBe('A');
  });
});

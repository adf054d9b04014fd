import { beforeEach, describe, expect, it } from 'vitest';
import { aSuggestion, denied, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, settle, textOf, usePage } from './fake/page';

const page = usePage();
const MINUTE = 60_000;

beforeEach(() => {
  const { clinic } = page().server;
  clinic.consents.set(PATIENT.uuid, granted());
  clinic.suggestions = severalSuggestions();
});

async function withdraw(): Promise<void> {
  await page().openAndRead();
  await page().click('Withdraw');
}

async function sayNo(): Promise<void> {
  await page().click('Record consent');
  await page().choose('No');
  await page().click('Save');
}

const said = () => page().all('[role=status]').map(textOf).join();

describe('C5: undo of a no that was recorded in error', () => {
  it('names the event, brings the yes back, and the engines are asked anew as on opening', async () => {
    await withdraw();
    page().server.clinic.findings = [aSuggestion({ uuid: 's-dose' })];
    expect(page().text).toContain('In effect since 10:00 AM. 5 undecided suggestions were removed.');
    expect(page().text).toContain('possible until 10:10 AM');
    const runs = page().server.count(/POST.*run/);

    await page().click('Undo');
    await later(600);

    expect(page().server.bodies(/POST.*consent/)[1]).toEqual({
      patient: PATIENT.uuid,
      purpose: 'own-care',
      decision: 'CORRECT',
      corrects: 'ev-1',
    });
    expect(page().text).toContain('Undone. What stood before stands again. Suggestions that were removed');
    expect(page().text).toContain('AI support: yes since May 4, 2026');
    expect(page().server.count(/POST.*run/)).toBe(runs + 1);
    expect(page().cards()).toHaveLength(1); // what the new run found; nothing that was removed
    expect(page().text).toContain('Review the metformin dose');
  });

  it('of a refusal brings back that nobody was asked; nothing is computed', async () => {
    page().server.clinic.consents.clear();
    await page().open();
    await sayNo();
    expect(page().text).toContain('The patient said no on Aug 5, 2026.');

    await page().click('Undo');

    expect(page().text).toContain('Undone. What stood before stands again.');
    expect(page().text).toContain('The patient has not been asked.');
    expect(page().buttons('Undo')).toHaveLength(0);
    expect(page().server.count(/run/)).toBe(0);
  });

  it('is offered for ten minutes, and what the no has done stays told', async () => {
    await withdraw();

    await later(10 * MINUTE - 1);
    expect(page().buttons('Undo')).toHaveLength(1);
    await later(1);

    expect(page().buttons('Undo')).toHaveLength(0);
    expect(page().text).toContain('5 undecided suggestions were removed.');
    expect(page().buttons('Record consent')).toHaveLength(1);
  });

  it('is still offered when the page is loaded again, but not to a colleague', async () => {
    await withdraw();
    page().panel?.remove();
    await later(MINUTE);

    await page().open();
    expect(page().text).toContain('possible until 10:10 AM');
    page().panel?.remove();

    page().server.clinic.me = { uuid: 'u-colleague', display: 'Dr. Berg' };
    await page().open();
    expect(page().text).toContain('The patient withdrew');
    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it.each([
    ['after its ten minutes', () => later(10 * MINUTE)],
    [
      'to who may no longer record',
      () => {
        page().server.privileges = ['View AI Consent'];
        return settle();
      },
    ],
  ])('is not offered %s when the page is loaded again', async (_, meanwhile) => {
    await withdraw();
    page().panel?.remove();
    await meanwhile();

    await page().open();

    expect(page().text).toContain('The patient withdrew');
    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it('is not offered when another event stands by now', async () => {
    await withdraw();
    page().panel?.remove();
    page().server.clinic.consents.set(PATIENT.uuid, {
      ...denied('REFUSED', 'REFUSED'),
      event: 'ev-of-others',
    });

    await page().open();

    expect(page().text).toContain('The patient said no.');
    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it('is not offered for a no that was not recorded here', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, {
      ...denied('WITHDRAWN', 'WITHDRAWN'),
      event: 'ev-of-others',
    });

    await page().open();

    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it('that comes too late says so, reads what stands, and offers to record', async () => {
    await withdraw();
    page().server.fail(/POST.*consent/, 400, 'BAD_REQUEST');

    await page().click('Undo');

    expect(page().text).toContain('Not undone: only whoever recorded it can, for ten minutes.');
    expect(page().text).toContain('The patient withdrew on Aug 5, 2026.');
    expect(page().text).toContain('5 undecided suggestions were removed.');
    expect(page().buttons('Undo')).toHaveLength(0);
    expect(page().buttons('Record consent')).toHaveLength(1);
  });

  it('that somebody overtook shows what stands now', async () => {
    await withdraw();
    page().server.clinic.consents.set(PATIENT.uuid, granted({ event: 'ev-of-others' }));

    await page().click('Undo');
    await later(600);

    expect(page().text).toContain('Not undone: somebody recorded something newer. This is what stands now.');
    expect(page().text).toContain('AI support: yes since May 4, 2026');
    expect(page().text).not.toContain('Suggestions that were removed');
  });

  it('that does not reach the server can be tried again', async () => {
    await withdraw();
    page().server.down = true;
    await page().click('Undo');
    expect(page().text).toContain('The server can’t be reached.');

    page().server.heal();
    await page().click('Undo');

    expect(page().text).toContain('Undone.');
    expect(page().text).not.toContain('can’t be reached');
  });

  it('two clicks are one correction', async () => {
    await withdraw();

    const undo = page().button('Undo');
    undo.click();
    undo.click();
    await settle();

    expect(page().server.bodies(/POST.*consent/)).toHaveLength(2);
  });

  it('that fails after its time was over is no longer offered once the time is over', async () => {
    await withdraw();
    page().server.down = true;
    await page().click('Undo');

    await later(10 * MINUTE);

    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it('does not reach the patient who is shown by now', async () => {
    await withdraw();
    const release = page().server.hold(/POST.*consent/);
    await page().click('Undo');

    page().panel?.setAttribute('patient', 'p-other');
    await settle();
    release();
    await later(600);

    expect(page().text).toContain('The patient has not been asked.');
    expect(page().text).not.toContain('Undone');
  });

  it('works where the browser forbids storage', async () => {
    const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
    Object.defineProperty(Storage.prototype, 'setItem', {
      configurable: true,
      value: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    await withdraw();
    if (setItem) {
      Object.defineProperty(Storage.prototype, 'setItem', setItem);
    }

    await page().click('Undo');

    expect(page().text).toContain('Undone.');
  });
});

describe('P4: a screen reader is told, once,', () => {
  it('that the consent is withdrawn and what was removed, then that it was undone', async () => {
    await page().openAndRead();
    const spoken: string[] = [];
    const status = page().all('[role=status]')[0] ?? document;
    new MutationObserver(() => spoken.push(textOf(status))).observe(status, {
      characterData: true,
      childList: true,
      subtree: true,
    });

    await page().click('Withdraw');
    await later(1000);
    page().server.privileges = ['View AI Consent', 'Record AI Consent'];
    await page().click('Undo');
    await settle();

    expect(spoken[0]).toBe('The consent is withdrawn. 5 undecided suggestions were removed.');
    expect(spoken[1]).toBe('Undone. What stood before stands again.');
    expect(spoken.filter((words) => words.startsWith('Undone'))).toHaveLength(1);
  });

  it('that a no is recorded', async () => {
    page().server.clinic.consents.clear();
    page().server.clinic.suggestions = [];
    await page().open();

    await sayNo();

    expect(said()).toBe('The no is recorded.');
  });

  it('that a yes is recorded, also when no suggestions follow', async () => {
    page().server.clinic.consents.clear();
    page().server.privileges = ['View AI Consent', 'Record AI Consent'];
    await page().open();
    await page().click('Record consent');
    for (const answer of ['Yes', 'The patient', 'Spoken']) {
      await page().choose(answer);
    }

    await page().click('Save');

    expect(said()).toBe('The consent is recorded.');
  });
});

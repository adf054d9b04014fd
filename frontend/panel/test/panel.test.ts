import { beforeEach, describe, expect, it, vi } from 'vitest';
import { denied, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, settle, usePage } from './fake/page';

const page = usePage();

beforeEach(() => {
  page().server.clinic.consents.set(PATIENT.uuid, granted());
  page().server.clinic.suggestions = severalSuggestions();
});

describe('hidden for today', () => {
  it('P2: nothing is asked and nothing computed, also when the page is opened again', async () => {
    await page().openAndRead();
    await page().click('Hide for today');
    expect(page().text).toBe('Show AI panel');
    page().panel?.remove();
    page().server.calls.length = 0;

    await page().openAndRead();

    expect(page().text).toBe('Show AI panel');
    expect(page().server.calls.map(({ path }) => path)).toEqual(['session']);
  });

  it('P2: engines that are at work are stopped', async () => {
    page().server.clinic.pollsUntilDone = 1000;
    await page().openAndRead();

    await page().click('Hide for today');
    await later(5000);

    expect(page().server.clinic.runStatuses()).toEqual(['CANCELLED']);
    expect(page().text).toBe('Show AI panel');
  });

  it('a run that was just being asked for is stopped as soon as it is known', async () => {
    const release = page().server.hold(/POST.*run/);
    await page().open();
    await page().click('Hide for today');

    release();
    await settle();

    expect(page().server.clinic.runStatuses()).toEqual(['CANCELLED']);
  });

  it('it comes back on a click, tomorrow, and for a colleague', async () => {
    await page().open();
    await page().click('Hide for today');
    await page().click('Show AI panel');
    expect(page().cards()).toHaveLength(3);
    await page().click('Hide for today');
    page().panel?.remove();

    page().server.clinic.me = { uuid: 'u-colleague', display: 'Dr. Berg' };
    await page().open();
    expect(page().cards()).toHaveLength(3);
    page().panel?.remove();

    page().server.clinic.me = { uuid: 'u-doctor', display: 'Dr. Lind' };
    vi.setSystemTime(new Date('2026-08-06T10:00:00Z'));
    await page().open();
    expect(page().cards()).toHaveLength(3);
  });

  it('works where the browser forbids storage', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await page().open();

    await page().click('Hide for today');

    expect(page().text).toBe('Show AI panel');
    await page().click('Show AI panel');
    expect(page().cards()).toHaveLength(3);
  });
});

describe('another patient', () => {
  it('never sees the one before: late answers are dropped', async () => {
    page().server.clinic.consents.set('p-other', denied('REFUSED', 'REFUSED'));
    const release = page().server.hold(/GET.*suggestion$/);
    await page().open();

    page().panel?.setAttribute('patient', 'p-other');
    release();
    await later(5000);

    expect(page().text).toContain('The patient said no.');
    expect(page().cards()).toHaveLength(0);
  });

  it('does not inherit an open form', async () => {
    page().server.clinic.consents.set('p-one', denied('NOT_RECORDED', 'NO_RECORD'));
    page().server.clinic.consents.set('p-two', denied('NOT_RECORDED', 'NO_RECORD'));
    await page().open({ patient: 'p-one' });
    await page().click('Record consent');

    page().panel?.setAttribute('patient', 'p-two');
    await settle();

    expect(page().all('aisupport-consent-form')).toHaveLength(0);
  });

  it('patient and encounter that are set together open the panel once', async () => {
    await page().open();
    page().server.calls.length = 0;

    page().panel?.setAttribute('patient', 'p-other');
    page().panel?.setAttribute('encounter', 'e-other');
    await settle();

    expect(page().server.count(/GET session/)).toBe(1);
  });

  it('without a patient nothing is asked', async () => {
    await page().open({ patient: '' });

    expect(page().server.calls).toHaveLength(0);
  });

  it('put elsewhere in the page, it opens again', async () => {
    await page().open();
    const { panel } = page();

    panel?.remove();
    document.body.append(panel ?? '');
    await settle();

    expect(page().server.count(/GET session/)).toBe(2);
    expect(page().cards()).toHaveLength(3);
  });
});

describe('what goes wrong is said', () => {
  it('the network: and trying again works', async () => {
    page().server.down = true;
    await page().open();
    expect(page().text).toContain('The server can’t be reached.');
    page().server.heal();

    await page().click('Try again');

    expect(page().cards()).toHaveLength(3);
  });

  it('a session that is over, with a link to the login beside the page', async () => {
    page().server.authenticated = false;
    await page().open();

    expect(page().text).toContain('Your session is over.');
    const login = page().all<HTMLAnchorElement>('a')[0];
    expect(login?.getAttribute('href')).toBe('http://localhost:3000/openmrs/login.htm');
    expect(login?.target).toBe('_blank');
  });

  it('a session that ends in the middle', async () => {
    await page().openAndRead();
    page().server.authenticated = false;

    await page().click('Accept', page().card('Review the metformin dose'));

    expect(page().text).toContain('Your session is over.');
  });

  it('a missing privilege, by name', async () => {
    page().server.privileges = [];

    await page().open();

    expect(page().text).toContain('This needs the privilege “View AI Consent”, which you don’t have.');
  });

  it('a patient the server does not know', async () => {
    page().server.fail(/consent/, 404, 'NOT_FOUND');

    await page().open();

    expect(page().text).toContain('The server does not know this record');
  });

  it('a server that fails', async () => {
    page().server.fail(/consent/, 500);

    await page().open();

    expect(page().text).toContain('The server failed (500).');
    expect(page().buttons('Try again')).toHaveLength(1);
  });

  it('a page of HTML instead of an answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Log in</html>')));

    await page().open();

    expect(page().text).toContain('The server failed (200).');
  });
});

describe('addresses', () => {
  it('follow the base, with or without a slash at its end', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return Promise.reject(new TypeError('down'));
    });

    await page().open({ base: '/clinic/' });

    expect(asked).toEqual(['/clinic/ws/rest/v1/session']);
  });
});

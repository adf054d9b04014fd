import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ENCOUNTER, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, settle, usePage } from './fake/page';

const page = usePage();

beforeEach(() => {
  page().server.clinic.consents.set(PATIENT.uuid, granted());
});

describe('a run', () => {
  it('is asked for the patient, visit and encounter, once, as JSON and without the browser’s login dialog', async () => {
    await page().openAndRead({ visit: 'v-1' });

    expect(page().server.bodies(/POST.*run/)).toEqual([
      { patient: PATIENT.uuid, visit: 'v-1', encounter: ENCOUNTER },
    ]);
    for (const { headers } of page().server.calls) {
      expect(headers.get('Content-Type')).toBe('application/json');
      expect(headers.get('Disable-WWW-Authenticate')).toBe('true');
    }
  });

  it('C10: that can’t be made as the module is set up sends the GP to the administrator', async () => {
    page().server.fail(/POST.*run/, 503, 'NOT_CONFIGURED');

    await page().openAndRead();

    expect(page().text).toContain('AI support is not set up fully here, so nothing was read.');
    expect(page().text).toContain('Tell your administrator');
    expect(page().text).not.toContain('503');
    expect(page().buttons('Try again')).toHaveLength(1);
  });

  it('is polled after half a second, then more and more rarely, at most every two seconds', async () => {
    page().server.clinic.pollsUntilDone = 1000;
    await page().open();
    const polls = () => page().server.count(/GET.*run\//);

    await later(499);
    expect(polls()).toBe(0);
    await later(1);
    expect(polls()).toBe(1);
    await later(10_000);
    const soFar = polls();
    await later(20_000);

    expect(polls() - soFar).toBe(10);
  });

  it('is not sent again while it has not moved on', async () => {
    page().server.clinic.pollsUntilDone = 3;
    await page().openAndRead();
    await later(5_000);

    const polls = page().server.calls.filter(({ path }) => path.includes('run/'));
    expect(polls.map(({ headers }) => headers.has('If-None-Match'))).toEqual([false, true, true]);
    expect(page().server.clinic.runStatuses()).toEqual(['COMPLETED']);
    expect(page().text).not.toContain('Reading the record…');
  });

  it('of a colleague is waited for, and then the record is looked at as it is by then', async () => {
    const { clinic } = page().server;
    const theirs = clinic.startRun({ patient: PATIENT.uuid }).uuid;
    clinic.findings = severalSuggestions();
    clinic.pollsUntilDone = 3;
    await page().openAndRead();
    expect(page().text).toContain('Reading the record…');

    await later(20_000);

    expect(clinic.runStatuses()).toEqual(['COMPLETED', 'COMPLETED']);
    expect(page().server.bodies(/POST.*run/)).toHaveLength(2);
    expect(page().server.count(new RegExp(`GET.*run/${theirs}`))).toBe(3);
    expect(page().cards()).toHaveLength(3);
  });

  it('of a colleague that is over for one server and not for the other is not asked about without a pause', async () => {
    const { server } = page();
    const theirs = server.clinic.startRun({ patient: PATIENT.uuid });
    vi.spyOn(server.clinic, 'pollRun').mockReturnValue({ ...theirs, status: 'COMPLETED' });
    await page().openAndRead();

    await later(10_000);

    expect(server.bodies(/POST.*run/).length).toBeGreaterThan(2);
    expect(server.bodies(/POST.*run/).length).toBeLessThan(10);
  });

  it('of a colleague goes on when the GP no longer waits for it', async () => {
    const { clinic } = page().server;
    clinic.startRun({ patient: PATIENT.uuid });
    clinic.pollsUntilDone = 1000;
    await page().openAndRead();

    await page().click('Cancel');
    await later(20_000);

    expect(page().text).toContain('Cancelled. Nothing was judged.');
    expect(clinic.runStatuses()).toEqual(['RUNNING']);
    expect(page().server.bodies(/POST.*run/)).toHaveLength(1);
  });

  it('P3: while it lasts, what is open already can be read and decided', async () => {
    const { server } = page();
    server.clinic.suggestions = severalSuggestions();
    server.hold(/GET.*run\//);
    await page().openAndRead();
    expect(page().text).toContain('Reading the record…');
    expect(page().cards()).toHaveLength(3);

    await page().click('Accept', page().card('Review the metformin dose'));

    expect(page().text).toContain('Accepted by Dr. Lind');
  });

  it('P3: cancelling tells the engines, and the panel says that nothing was judged', async () => {
    page().server.clinic.pollsUntilDone = 1000;
    await page().openAndRead();

    await page().click('Cancel');
    await later(5000);

    expect(page().server.clinic.runStatuses()).toEqual(['CANCELLED']);
    expect(page().text).toContain('Cancelled. Nothing was judged.');
    expect(page().text).toContain('This is not reassurance.');
  });

  it('P3: a cancel that the server refused is not shown as one', async () => {
    page().server.clinic.pollsUntilDone = 1000;
    page().server.fail(/DELETE.*run\//, 500);
    await page().openAndRead();

    await page().click('Cancel');
    await later(5000);

    expect(page().server.clinic.runStatuses()).toEqual(['RUNNING']);
    expect(page().text).not.toContain('Cancelled.');
  });

  it('P3: a run whose poll hangs can be cancelled too', async () => {
    page().server.clinic.pollsUntilDone = 1000;
    page().server.hold(/GET.*run\//);
    await page().openAndRead();

    await page().click('Cancel');

    expect(page().server.clinic.runStatuses()).toEqual(['CANCELLED']);
  });

  it('cancelled too late, it shows what was found', async () => {
    const { clinic } = page().server;
    clinic.pollsUntilDone = 1000;
    clinic.findings = severalSuggestions();
    await page().openAndRead();
    clinic.pollsUntilDone = 1;
    clinic.pollRun('r-1');

    await page().click('Cancel');

    expect(page().cards()).toHaveLength(3);
    expect(page().text).not.toContain('Cancelled');
  });

  it('can be asked for again after a cancel, and a double click asks once', async () => {
    page().server.clinic.pollsUntilDone = 1000;
    await page().openAndRead();
    await page().click('Cancel');

    const again = page().button('Ask again');
    again.click();
    again.click();
    await settle();

    expect(page().server.count(/POST.*run/)).toBe(2);
  });

  it('nothing is polled once the panel has left the page', async () => {
    page().server.clinic.pollsUntilDone = 1000;
    await page().openAndRead();
    const before = page().server.calls.length;

    page().panel?.remove();
    await later(20_000);

    expect(page().server.calls.length).toBe(before);
  });

  it('without the privilege to request, suggestions are read but none are asked for', async () => {
    const { server } = page();
    server.privileges = ['View AI Consent', 'View AI Suggestions'];
    server.clinic.suggestions = severalSuggestions();

    await page().openAndRead();

    expect(page().cards()).toHaveLength(3);
    expect(page().text).toContain('You may read suggestions, but not ask for new ones.');
    expect(server.count(/POST/)).toBe(0);
  });

  it('trust01_a consent that ended just before the run is said, and not asked for twice', async () => {
    const { server } = page();
    server.fail(/POST.*run/, 403, 'CONSENT_EXPIRED');

    await page().openAndRead();

    expect(page().text).toContain('The consent has expired.');
    expect(server.count(/POST.*run/)).toBe(1);
  });
});

describe('what a run says', () => {
  it('S9: three open ones are shown, the rest one click away', async () => {
    page().server.clinic.findings = severalSuggestions();
    await page().openAndRead();
    expect(page().cards()).toHaveLength(3);

    await page().click('Show 2 more');

    expect(page().cards()).toHaveLength(5);
    await page().click('Show fewer');
    expect(page().cards()).toHaveLength(3);
  });

  it('silence is never reassurance', async () => {
    await page().openAndRead();

    expect(page().text).toContain(
      'No suggestion from the rules that could be judged. This is not reassurance.',
    );
  });

  it('rules that could not be judged name what they lacked', async () => {
    page().server.clinic.engineRun = {
      missing: [{ rule: 'egfr', label: 'Metformin and kidney function', inputs: ['creatinine', 'sex'] }],
      dataQuality: ['Creatinine 14.8 has no unit and was not used.'],
    };
    await page().openAndRead();

    expect(page().text).toContain('1 rule could not be judged');
    expect(page().text).toContain('Unknown is not reassurance.');
    expect(page().text).toMatch(/Metformin and kidney function ?: creatinine, sex/);
    expect(page().text).toContain('1 value was not used Creatinine 14.8 has no unit and was not used.');
  });

  it('E5: an engine that failed is named with the server’s words, and nothing sounds judged', async () => {
    const { clinic } = page().server;
    clinic.runStatus = 'FAILED';
    clinic.engineRun = { status: 'FAILED', error: 'It took longer than 10 seconds.' };

    await page().openAndRead();

    expect(page().text).toContain('What they would have said is unknown.');
    expect(page().text).toContain('guidelines did not finish: It took longer than 10 seconds.');
    expect(page().text).not.toContain('rules that could be judged');
  });

  it('a run that vanished (the server restarted) can be asked for again', async () => {
    page().server.fail(/GET.*run\//, 404, 'NOT_FOUND');
    await page().openAndRead();
    expect(page().text).toContain('The server does not know this record');
    page().server.heal();
    page().server.clinic.findings = severalSuggestions();

    await page().click('Try again');
    await later(600);

    expect(page().cards()).toHaveLength(3);
  });

  it('a list that can’t be renewed leaves the cards and what is typed into them', async () => {
    const { server } = page();
    server.clinic.suggestions = severalSuggestions();
    await page().open();
    const card = page().card('Review the metformin dose');
    await page().click('Edit wording', card);
    await page().type('Your wording', 'Halve the dose', card);
    server.fail(/GET.*suggestion/, 500);

    await later(600);

    expect(page().text).toContain('The server failed (500).');
    expect(page().field('Your wording', card).value).toBe('Halve the dose');
  });

  it('a list that was asked for before the run does not replace the one after it', async () => {
    const { server } = page();
    server.clinic.findings = severalSuggestions();
    const release = server.hold(/GET.*suggestion$/, 1);
    await page().openAndRead();
    expect(page().cards()).toHaveLength(3);

    release();
    await settle();

    expect(page().cards()).toHaveLength(3);
  });

  it('every page of a long list is fetched', async () => {
    const { clinic } = page().server;
    const [first] = severalSuggestions();
    clinic.suggestions = Array.from({ length: 230 }, (_, n) => ({ ...first, uuid: `s-${n}` })) as never;

    await page().openAndRead();

    expect(page().text).toContain('Show 227 more');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, textOf, usePage } from './fake/page';

const page = usePage();
const COLLEAGUE = { uuid: 'u-colleague', display: 'Dr. Berg' };
const DOSE = 'Review the metformin dose';

beforeEach(() => {
  page().server.clinic.consents.set(PATIENT.uuid, granted());
  page().server.clinic.suggestions = severalSuggestions();
});

describe('two GPs', () => {
  it('S2: the loser is shown the winner’s decision and what of theirs was not saved', async () => {
    await page().openAndRead();
    await page().click('Edit wording', page().card(DOSE));
    await page().type('Your wording', 'Halve the dose', page().card(DOSE));
    page().server.clinic.settle('s-dose', { outcome: 'REJECTED' }, COLLEAGUE);

    await page().click('Accept', page().card(DOSE));

    const card = textOf(page().card(DOSE));
    expect(card).toContain('A colleague decided first. Nothing of yours was saved.');
    expect(card).toContain('Rejected by Dr. Berg');
    expect(card).toContain('Your wording, not saved: Halve the dose');
    expect(page().buttons('Accept', page().card(DOSE))).toHaveLength(0);
  });

  it('S2: the winner’s decision stays where it is when the run ends and the list is read anew', async () => {
    const { clinic } = page().server;
    clinic.suggestions = clinic.suggestions.map((one) => ({ ...one, encounter: 'e-other' })); // decided there, not here
    clinic.pollsUntilDone = 5;
    await page().openAndRead();
    clinic.settle('s-dose', { outcome: 'REJECTED' }, COLLEAGUE);
    await page().click('Accept', page().card(DOSE));
    const place = page().cards().indexOf(page().card(DOSE));

    await later(20_000);

    expect(clinic.runStatuses()).toEqual(['COMPLETED']);
    expect(textOf(page().card(DOSE))).toContain('Rejected by Dr. Berg');
    expect(page().cards().indexOf(page().card(DOSE))).toBe(place);
  });

  it('S2: one’s own decision in another window is not called a colleague’s', async () => {
    await page().openAndRead();
    const { clinic } = page().server;
    clinic.settle('s-dose', { outcome: 'ACCEPTED' }, clinic.me);

    await page().click('Reject', page().card(DOSE));

    expect(textOf(page().card(DOSE))).toContain('You have decided this already.');
  });

  it('S8: a suggestion that newer data replaced says so', async () => {
    await page().openAndRead();
    const { clinic } = page().server;
    clinic.suggestions = clinic.suggestions.map((suggestion) =>
      suggestion.uuid === 's-dose' ? { ...suggestion, status: 'SUPERSEDED', version: 7 } : suggestion,
    );

    await page().click('Accept', page().card(DOSE));

    expect(textOf(page().card(DOSE))).toContain('Newer data replaced this suggestion.');
    expect(page().buttons('Accept', page().card(DOSE))).toHaveLength(0);
  });
});

describe('undo', () => {
  it('S1: is offered to the same GP for as long as the server takes it', async () => {
    await page().openAndRead();
    await page().click('Accept', page().card(DOSE));
    expect(page().buttons('Undo')).toHaveLength(1);

    await later(600_001);

    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it('S1: opens the suggestion again', async () => {
    await page().openAndRead();
    await page().click('Accept', page().card(DOSE));

    await page().click('Undo');

    expect(page().buttons('Accept', page().card(DOSE))).toHaveLength(1);
    expect(page().text).not.toContain('Accepted by');
  });

  it('S1: is not offered for a colleague’s decision', async () => {
    page().server.clinic.settle('s-dose', { outcome: 'ACCEPTED' }, COLLEAGUE);

    await page().openAndRead();

    expect(page().text).toContain('Decided (1)');
    expect(page().text).toContain('Accepted by Dr. Berg');
    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it.each(['prov-doctor', 'person-doctor'])(
    'S1: is the user’s own only by the user’s uuid, not by %s',
    async (uuid) => {
      page().server.clinic.settle('s-dose', { outcome: 'ACCEPTED' }, { uuid, display: 'Dr. Lind' });

      await page().openAndRead();

      expect(page().text).toContain('Accepted by Dr. Lind');
      expect(page().buttons('Undo')).toHaveLength(0);
    },
  );

  it('S1: one that came too late says why', async () => {
    await page().openAndRead();
    await page().click('Accept', page().card(DOSE));
    page().server.fail(/DELETE.*decision/, 409, 'CONFLICT');

    await page().click('Undo');

    expect(textOf(page().card(DOSE))).toContain('It was arranged to fail.');
    expect(textOf(page().card(DOSE))).toContain('Accepted by Dr. Lind');
  });
});

describe('who may decide', () => {
  it('X1: without the privilege no button is drawn', async () => {
    page().server.privileges = ['View AI Consent', 'View AI Suggestions', 'Request AI Suggestions'];

    await page().openAndRead();

    expect(page().cards()).toHaveLength(3);
    for (const name of ['Accept', 'Reject', 'Withdraw']) {
      expect(page().buttons(name)).toHaveLength(0);
    }
  });

  it('X1: a user without a provider is told why there is no button', async () => {
    page().server.provider = null;

    await page().openAndRead();

    expect(page().text).toContain('Deciding needs a provider account linked to your user.');
    expect(page().buttons('Accept')).toHaveLength(0);
  });

  it('X1: a System Developer holds every privilege', async () => {
    page().server.privileges = [];
    page().server.roles = ['System Developer'];

    await page().openAndRead();

    expect(page().buttons('Accept')).toHaveLength(3);
    expect(page().buttons('Withdraw')).toHaveLength(1);
  });

  it('X1: a refusal names the privilege', async () => {
    await page().openAndRead();
    page().server.fail(/POST.*decision/, 403, 'NOT_AUTHORIZED');

    await page().click('Accept', page().card(DOSE));

    expect(textOf(page().card(DOSE))).toContain('This needs the privilege “Decide AI Suggestions”');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { usePage } from './fake/page';

const page = usePage();
const REASSURANCE = 'No suggestion from the rules that could be judged. This is not reassurance.';
const NOTHING_LEFT = 'Nothing left to decide.';
const UNJUDGED = 'No open suggestion. Nothing was judged just now. This is not reassurance.';
const said = () =>
  page()
    .all('.none')
    .map((line) => line.textContent);

beforeEach(() => {
  const { clinic } = page().server;
  clinic.consents.set(PATIENT.uuid, granted());
  clinic.engineRun = { missing: [{ rule: 'r', label: 'A rule', inputs: ['sex'] }] };
});

function decideAll(): void {
  const { clinic } = page().server;
  clinic.suggestions = severalSuggestions().slice(1, 3);
  for (const { uuid } of clinic.suggestions) {
    clinic.settle(uuid, { outcome: 'ACCEPTED' }, clinic.me);
  }
}

describe('where no suggestion is open', () => {
  it('and none was decided, it is said that this is not reassurance', async () => {
    await page().openAndRead();

    expect(said()).toEqual([REASSURANCE]);
    expect(page().text).toContain('1 rule could not be judged');
  });

  it('but some were decided in this encounter, nothing is left, and unjudged rules are still listed', async () => {
    decideAll();

    await page().openAndRead();

    expect(said()).toEqual([NOTHING_LEFT]);
    expect(page().text).toContain('Decided (2)');
    expect(page().text).toMatch(/1 rule could not be judged Unknown is not reassurance.*A rule ?: sex/);
  });

  it('nothing is left after the last decision, and not before; an undo takes it back', async () => {
    page().server.clinic.suggestions = severalSuggestions().slice(1, 3);
    await page().openAndRead();
    await page().click('Accept', page().card('Review the metformin dose'));
    expect(said()).toEqual([]);

    await page().click('Reject', page().card('HbA1c'));
    expect(said()).toEqual([NOTHING_LEFT]);

    await page().click('Undo', page().card('HbA1c'));
    expect(said()).toEqual([]);
  });

  it('the last decision does not move its card: the sentence comes below', async () => {
    page().server.clinic.suggestions = severalSuggestions().slice(1, 2);
    await page().openAndRead();

    await page().click('Accept');

    const [card] = page().cards();
    const [line] = page().all('.none');
    expect(card?.compareDocumentPosition(line ?? card)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('what was decided in another encounter is not what was to decide here', async () => {
    decideAll();

    await page().openAndRead({ encounter: '' });

    expect(page().text).toContain('Decided (2)');
    expect(said()).toEqual([REASSURANCE]);
  });

  it('without an encounter, what was decided just now counts', async () => {
    page().server.clinic.suggestions = severalSuggestions().slice(1, 2);
    await page().openAndRead({ encounter: '' });

    await page().click('Accept');

    expect(said()).toEqual([NOTHING_LEFT]);
  });

  it('E5: nothing is never said to be left when nothing was judged', async () => {
    decideAll();
    const { clinic } = page().server;
    clinic.pollsUntilDone = 1000;
    await page().openAndRead();
    expect(said()).toEqual([]);

    await page().click('Cancel');

    expect(said()).toEqual([UNJUDGED]);
  });

  it('E5: engines that failed leave it unsaid', async () => {
    decideAll();
    const { clinic } = page().server;
    clinic.runStatus = 'FAILED';
    clinic.engineRun = { status: 'FAILED' };

    await page().openAndRead();

    expect(said()).toEqual([]);
    expect(page().text).toContain('What they would have said is unknown.');
    expect(page().text).not.toContain(NOTHING_LEFT);
  });
});

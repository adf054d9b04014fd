import { beforeEach, describe, expect, it } from 'vitest';
import type { Purpose } from '@aisupport/core/api/contract';
import {
  aSuggestion,
  COMPANY,
  denied,
  ENCOUNTER,
  granted,
  OUTSIDE,
  PATIENT,
} from '@aisupport/core/fake/data';
import { later, settle, textOf, usePage } from './fake/page';

const page = usePage();
const FOLD = 'Ask an engine outside this practice';
const OUTSIDE_RUN = { patient: PATIENT.uuid, encounter: ENCOUNTER, engines: [OUTSIDE.id] };

beforeEach(() => {
  const { clinic } = page().server;
  clinic.consents.set(PATIENT.uuid, granted());
  clinic.outside = [OUTSIDE];
});

function agreed(...purposes: Purpose[]): void {
  for (const purpose of purposes) {
    page().server.clinic.consents.set(`${PATIENT.uuid} ${purpose}`, granted({ purpose }));
  }
}

function engines(): HTMLElement[] {
  return page().all('aisupport-outside-engine');
}

/** Opens the fold, which is closed at first. */
async function unfold(title = FOLD): Promise<void> {
  const [summary] = page()
    .all('summary')
    .filter((one) => textOf(one) === title);
  expect(summary, title).toBeDefined();
  const details = summary?.parentElement as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await settle();
}

/** As with the keyboard: the focus stands on what is pressed. */
async function press(name: string): Promise<void> {
  page().button(name).focus();
  await page().click(name);
}

async function sendAndAsk(): Promise<void> {
  await page().click('Ask Second look');
  await page().click('Send and ask');
}

const runs = () => page().server.bodies(/POST.*run/);
const outsideRuns = () => runs().filter((body) => 'engines' in (body as object));
const focused = () => (engines()[0]?.shadowRoot?.activeElement as HTMLElement | null)?.id;

describe('E6: an engine outside the practice', () => {
  it('is nowhere on the screen where there is none, and nothing more is asked of the server', async () => {
    page().server.clinic.outside = [];

    await page().openAndRead();

    expect(page().text).not.toContain(FOLD);
    expect(page().server.count(/GET.*consent/)).toBe(1);
  });

  it('is not asked by opening the panel, and stands folded below the cards', async () => {
    agreed('external-processing');
    page().server.clinic.findings = [aSuggestion({ uuid: 's-1' })];

    await page().openAndRead();

    expect(runs()).toEqual([{ patient: PATIENT.uuid, encounter: ENCOUNTER }]);
    const [fold] = page().all<HTMLDetailsElement>('details.outside');
    expect(fold?.open).toBe(false);
    const card = page().cards()[0] as Node;
    expect(card.compareDocumentPosition(fold as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('is named with who makes it, who receives and whether that is a company', async () => {
    page().server.clinic.outside = [OUTSIDE, COMPANY];
    await page().openAndRead();
    await unfold();

    expect(engines().map((engine) => textOf(engine.shadowRoot?.querySelector('#name') as Node))).toEqual([
      'Second look by A made-up university, at cds.university.example. Not a commercial company.',
      'Company model by A made-up company, at api.company.example:8443. A commercial company.',
    ]);
  });

  it('says before anything leaves what would, to whom, and what stays', async () => {
    agreed('external-processing');
    await page().openAndRead();
    await unfold();

    await press('Ask Second look');

    expect(page().text).toContain('Send this to cds.university.example?');
    expect(page().text).toContain('the age in years, from 90 on as “90 or more” the sex');
    expect(page().text).toContain('what is recorded of these, with dates: HbA1c, Potassium');
    expect(page().text).toContain('Country: Denmark. Kept there: Not kept.');
    expect(page().text).toContain('Name, numbers, address and date of birth stay here.');
    expect(focused()).toBe('tell');
    expect(outsideRuns()).toEqual([]);
  });

  it('tells of no age and no sex where it is sent neither', async () => {
    agreed('external-processing', 'commercial');
    page().server.clinic.outside = [COMPANY];
    await page().openAndRead();

    await page().click('Ask Company model');

    expect(page().text).toContain('what is recorded of these, with dates: Creatinine');
    expect(page().text).not.toContain('the age in years');
    expect(page().text).not.toContain('the sex');
  });

  it('is sent nothing by “Don’t send” or Escape, and the focus is where it was', async () => {
    agreed('external-processing');
    await page().openAndRead();
    await press('Ask Second look');

    await press('Don’t send');

    expect(focused()).toBe('ask');
    await press('Ask Second look');
    const heading = engines()[0]?.shadowRoot?.activeElement;
    heading?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(page().buttons('Send and ask')).toEqual([]);
    expect(focused()).toBe('ask');
    expect(outsideRuns()).toEqual([]);
  });

  it('is asked once by its own button, and what it adds is a card that says where it is from', async () => {
    agreed('external-processing');
    const engine = { id: OUTSIDE.id, version: '1', rule: 'second-look' };
    page().server.clinic.outsideFindings = [aSuggestion({ uuid: 's-out', engine })];
    await page().openAndRead();
    await press('Ask Second look');

    const send = page().button('Send and ask');
    send.focus();
    send.click();
    send.click();
    await settle();
    expect(page().text).toContain('Second look is being asked…');
    expect(focused()).toBe('asking');
    await later(600);

    expect(outsideRuns()).toEqual([OUTSIDE_RUN]);
    expect(page().text).toContain('Second look added 1 suggestion.');
    expect(textOf(page().cards()[0] as Node)).toContain('From Second look, outside this practice');
    expect(textOf(page().all('[role=status]')[0] as Node)).toBe('Second look added 1 suggestion.');
  });

  it('that adds nothing reassures of nothing', async () => {
    agreed('external-processing');
    await page().openAndRead();

    await sendAndAsk();
    await later(600);

    expect(page().text).toContain('Second look added no suggestion. This is not reassurance.');
  });

  it.each([
    ['external-processing', [], 'Needs the patient’s yes to services outside the practice.'],
    ['commercial', ['external-processing'], 'Needs the patient’s yes to data for commercial companies.'],
  ] as const)('C1: without the yes to %s its button does nothing and says why', async (_, said, words) => {
    agreed(...said);
    page().server.clinic.outside = [COMPANY];
    await page().openAndRead();
    await unfold();

    const button = page().button('Ask Company model');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(page().text).toContain(
      `${words} The patient has not been asked. Such a yes is recorded in OpenMRS 3`,
    );
    button.click();
    await settle();

    expect(page().buttons('Send and ask')).toEqual([]);
    expect(outsideRuns()).toEqual([]);
  });

  it('C1: that the consent can’t be read means no', async () => {
    agreed('external-processing');
    const release = page().server.hold(/GET.*engine/);
    await page().openAndRead();
    page().server.fail(/GET.*consent/, 500);
    release();
    await settle();

    expect(page().text).toContain('The consent could not be read. Until it can, that means no.');
    expect(page().button('Ask Second look').getAttribute('aria-disabled')).toBe('true');
  });

  it('C1: a yes that was recorded elsewhere meanwhile counts when the fold is opened', async () => {
    await page().openAndRead();
    expect(page().button('Ask Second look').getAttribute('aria-disabled')).toBe('true');
    agreed('external-processing');

    await unfold();

    expect(page().button('Ask Second look').hasAttribute('aria-disabled')).toBe(false);
  });

  it('C1: a no that came in between is said there, and the panel stays as it is', async () => {
    agreed('external-processing');
    page().server.clinic.findings = [aSuggestion({ uuid: 's-1' })];
    await page().openAndRead();
    await page().click('Ask Second look');
    const no = { ...denied('WITHDRAWN', 'WITHDRAWN'), purpose: 'external-processing' as const };
    page().server.clinic.consents.set(`${PATIENT.uuid} external-processing`, no);

    await page().click('Send and ask');

    expect(page().text).toContain('The consent does not permit this any more.');
    expect(page().text).toContain('The patient withdrew the consent.');
    expect(page().button('Ask Second look').getAttribute('aria-disabled')).toBe('true');
    expect(page().text).not.toContain('AI support is off.');
    expect(page().cards()).toHaveLength(1);
  });

  it('C4: a yes that does not cover it is said, and holds no longer than that yes', async () => {
    agreed('external-processing');
    const { clinic } = page().server;
    clinic.untold = [OUTSIDE.id];
    await page().openAndRead();
    await sendAndAsk();

    expect(page().text).toContain('The leaflet has changed since the yes.');
    expect(page().button('Ask Second look').getAttribute('aria-disabled')).toBe('true');
    await unfold();
    expect(page().button('Ask Second look').getAttribute('aria-disabled')).toBe('true');

    const anew = granted({ purpose: 'external-processing', event: 'ev-anew' });
    clinic.consents.set(`${PATIENT.uuid} external-processing`, anew);
    await unfold();
    expect(page().button('Ask Second look').hasAttribute('aria-disabled')).toBe(false);
  });

  describe('C5: a no to services outside', () => {
    beforeEach(async () => {
      agreed('external-processing');
      const { clinic } = page().server;
      clinic.findings = [aSuggestion({ uuid: 's-1', summary: 'Made here' })];
      const engine = { id: OUTSIDE.id, version: '1', rule: 'second-look' };
      clinic.outsideFindings = [aSuggestion({ uuid: 's-out', summary: 'Made outside', engine })];
      await page().openAndRead();
      await sendAndAsk();
      await later(600);
      expect(page().cards()).toHaveLength(2);
      const no = { ...denied('WITHDRAWN', 'WITHDRAWN'), purpose: 'external-processing' as const };
      clinic.consents.set(`${PATIENT.uuid} external-processing`, no);
    });

    it('takes away what came of it as soon as it is heard of, and nothing else', async () => {
      await unfold();

      expect(
        page()
          .cards()
          .map((card) => textOf(card).includes('Made here')),
      ).toEqual([true]);
      expect(page().text).not.toContain('AI support is off.');
    });

    it('that a decision learns of takes away its card, and nothing else', async () => {
      await page().click('Accept', page().card('Made outside'));

      expect(
        page()
          .cards()
          .map((card) => textOf(card).includes('Made here')),
      ).toEqual([true]);
      expect(page().text).not.toContain('AI support is off.');
    });
  });

  it('C5: a no to own care that was said elsewhere ends the panel’s work', async () => {
    agreed('external-processing');
    await page().openAndRead();
    page().server.clinic.consents.set(PATIENT.uuid, denied('WITHDRAWN', 'WITHDRAWN'));

    await unfold();

    expect(page().text).toContain('AI support is off.');
  });

  it('E5: that fails costs only its own part, in plain words, and can be asked again', async () => {
    agreed('external-processing');
    const { clinic } = page().server;
    clinic.findings = [aSuggestion({ uuid: 's-1' })];
    clinic.outsideRun = { status: 'FAILED', error: 'The engine failed.' };
    await page().openAndRead();

    await sendAndAsk();
    await later(600);

    expect(page().text).toContain('Second look did not finish: The engine failed.');
    expect(page().cards()).toHaveLength(1);
    await page().click('Ask Second look');
    expect(page().buttons('Send and ask')).toHaveLength(1);
  });

  it('P3: that is slow leaves the cards usable, and can be cancelled', async () => {
    agreed('external-processing');
    const { clinic } = page().server;
    clinic.findings = [aSuggestion({ uuid: 's-1' })];
    await page().openAndRead();
    clinic.pollsUntilDone = 1000;
    await sendAndAsk();

    await page().click('Accept', page().cards()[0]);
    expect(page().text).toContain('Accepted by Dr. Lind');
    expect(page().text).toContain('Second look is being asked…');
    await page().click('Cancel');
    await later(600);

    expect(clinic.runStatuses()).toEqual(['COMPLETED', 'CANCELLED']);
    expect(page().text).toContain('Second look: cancelled.');
  });

  it('is not asked on by a panel that was hidden', async () => {
    agreed('external-processing');
    const { clinic } = page().server;
    await page().openAndRead();
    clinic.pollsUntilDone = 1000;
    await sendAndAsk();

    await page().click('Hide for today');
    await later(600);

    expect(clinic.runStatuses()).toEqual(['COMPLETED', 'CANCELLED']);
  });

  it('is not offered to whoever may not ask for suggestions', async () => {
    page().server.privileges = ['View AI Consent', 'View AI Suggestions'];

    await page().openAndRead();

    expect(page().text).not.toContain(FOLD);
  });
});

describe('E6: what was sent', () => {
  const PAYLOAD = JSON.stringify({
    hook: 'patient-view',
    context: { patientId: 'made-up' },
    prefetch: {
      patient: { resourceType: 'Patient', id: 'made-up', gender: 'female' },
      hba1c: {
        resourceType: 'Observation',
        id: 'o',
        code: { text: 'HbA1c' },
        valueQuantity: { value: 52, unit: 'mmol/mol' },
        effectiveDateTime: '2026-07-21',
      },
    },
  });

  beforeEach(() => {
    agreed('external-processing');
    page().server.clinic.payload = PAYLOAD;
  });

  it('can be opened from its answer, in lines first and then letter by letter', async () => {
    await page().openAndRead({ locale: 'en-GB' });
    await sendAndAsk();
    await later(600);
    expect(page().server.count(/run\/.*\/sent/)).toBe(0); // looking is audited, so nobody looks unasked

    await unfold('What was sent');

    expect(page().text).toContain('To cds.university.example, 5 Aug 2026, ');
    expect(page().text).toContain('The copy is kept until 5 Aug 2027.');
    expect(page().text).toContain('Sex: female HbA1c: 52 mmol/mol 21 Jul 2026');
    const letters = textOf(page().all('pre')[0] as Node);
    expect(JSON.parse(letters)).toEqual(JSON.parse(PAYLOAD));
    expect(page().server.count(/GET.*run\/r-2\/sent/)).toBe(1);
  });

  it('can be opened from the card of a suggestion that came of it', async () => {
    const engine = { id: OUTSIDE.id, version: '1', rule: 'second-look' };
    page().server.clinic.outsideFindings = [aSuggestion({ uuid: 's-out', engine })];
    await page().openAndRead();
    await sendAndAsk();
    await later(600);
    const card = page().cards()[0] as HTMLElement;
    const [details] = page().all<HTMLDetailsElement>('aisupport-sent-copy', card);

    expect(details).toBeDefined();
    expect(textOf(details as Node)).toContain('What was sent');
  });

  it('has no fold on the card of an engine in this server', async () => {
    page().server.clinic.findings = [aSuggestion({ uuid: 's-1' })];
    await page().openAndRead();

    expect(page().all('aisupport-sent-copy', page().cards()[0] as HTMLElement)).toEqual([]);
    expect(page().text).not.toContain('outside this practice,');
  });

  it('that can’t be read any more is said plainly', async () => {
    page().server.clinic.sentUnreadable = true;
    await page().openAndRead();
    await sendAndAsk();
    await later(600);

    await unfold('What was sent');

    expect(page().text).toContain('The copy can’t be read: its key is gone, or it was changed.');
    expect(page().all('pre')).toEqual([]);
  });

  it('of neither protocol is shown as it left', async () => {
    page().server.clinic.payload = 'not JSON at all';
    await page().openAndRead();
    await sendAndAsk();
    await later(600);

    await unfold('What was sent');

    expect(page().text).toContain('It can’t be told in lines.');
    expect(page().all<HTMLDetailsElement>('details > details')[0]?.open).toBe(true);
  });

  it('could not be loaded: the GP can try again', async () => {
    await page().openAndRead();
    await sendAndAsk();
    await later(600);
    page().server.fail(/run\/.*\/sent/, 500);
    await unfold('What was sent');
    expect(page().text).toContain('The server failed (500).');
    page().server.heal();

    await page().click('Try again');

    expect(page().text).toContain('HbA1c: 52 mmol/mol');
  });

  it('by an ordinary run, where the practice has it ask outside too, is told of beside it', async () => {
    const { clinic } = page().server;
    clinic.outside = [{ ...OUTSIDE, startsByItself: true }];
    const part = { version: '1', status: 'COMPLETED', proposed: 0, missing: [], dataQuality: [] } as const;
    clinic.engineRun = { ...part, engine: OUTSIDE.id };

    await page().openAndRead();

    expect(page().text).toContain('What was sent to Second look');
    expect(page().text).toContain('It is asked each time, where the patient agreed to that.');
  });
});

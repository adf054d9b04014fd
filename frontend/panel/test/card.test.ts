import { beforeEach, describe, expect, it } from 'vitest';
import {
  aSuggestion,
  evidence,
  granted,
  LABEL,
  PATIENT,
  severalSuggestions,
} from '@aisupport/core/fake/data';
import { later, textOf, usePage } from './fake/page';

const page = usePage();
const DOSE = 'Review the metformin dose';
const STOP = 'Stop metformin';

beforeEach(() => {
  page().server.clinic.consents.set(PATIENT.uuid, granted());
  page().server.clinic.suggestions = severalSuggestions();
});

describe('a card', () => {
  it('trust15_bears the label of the data, open and decided (S4)', async () => {
    await page().openAndRead();
    await page().click('Accept', page().card(DOSE));

    expect(page().cards()).toHaveLength(4);
    for (const card of page().cards()) {
      expect(textOf(card)).toContain(LABEL);
    }
  });

  it('trust22_gives its evidence for and against with value and date, or says that no record is cited (S3)', async () => {
    await page().openAndRead();

    const dose = textOf(page().card(DOSE));
    expect(dose).toMatch(/Speaks for it Creatinine: 148 µmol\/L Jul 21, 2026 Metformin: 1000 mg twice daily/);
    expect(dose).toMatch(/Speaks against it Creatinine: 92 µmol\/L Nov 12, 2025/);
    await page().click('Show 2 more');
    expect(textOf(page().card('HbA1c'))).toContain('No record cited');
  });

  it('trust22_marks in a note what it was read by (S3)', async () => {
    const note = evidence('Note', 'Tired. «Burning <b>when» passing urine.', '2026-07-21');
    page().server.clinic.suggestions = [aSuggestion({ uuid: 's-note', summary: DOSE, evidence: [note] })];
    await page().openAndRead();

    expect(page().all('mark', page().card(DOSE)).map(textOf)).toEqual(['“Burning <b>when”']);
    expect(textOf(page().card(DOSE))).toContain('Note: Tired. “Burning <b>when” passing urine.');
  });

  it('S3: tells indicator in words, source, limits, engine and version', async () => {
    await page().openAndRead();

    const stop = textOf(page().card(STOP));
    for (const said of ['Critical', 'KDIGO 2022', 'not validated in acute illness', 'guidelines 1.0.0']) {
      expect(stop).toContain(said);
    }
  });

  it('E4: fetches the source card when it is opened, and not before', async () => {
    await page().openAndRead();
    expect(page().server.count(/engine\/guidelines/)).toBe(0);

    page().all('summary', page().card(DOSE)).at(-1)?.click();
    await later(1);

    expect(page().server.count(/engine\/guidelines/)).toBe(1);
    expect(textOf(page().card(DOSE))).toContain('Knows only what is coded in the record');
    expect(textOf(page().card(DOSE))).toContain('Rule to be reviewed by Jun 30, 2027');
    expect(textOf(page().card(DOSE))).toContain('Of the person it uses: sex, date of birth');
    expect(textOf(page().card(DOSE))).toContain('It does not use: race, language');
    const about = page().all('details', page().card(DOSE)).at(-1);
    expect(about && textOf(about)).toContain('Kidney Int 2022');
  });

  it('P2: accept and reject look alike, and no answer or reason is chosen', async () => {
    await page().openAndRead();
    const card = page().card(DOSE);

    expect(page().button('Accept', card).className).toBe(page().button('Reject', card).className);
    expect(page().field('Reason for rejecting', card).value).toBe('');
  });

  it('S1: an unreviewed one can still be decided', async () => {
    page().server.clinic.suggestions = [aSuggestion({ uuid: 's-late', status: 'UNREVIEWED' })];
    await page().openAndRead();
    expect(page().text).toContain('nobody decided in time. You still can.');

    await page().click('Accept');

    expect(page().text).toContain('Accepted by Dr. Lind');
  });
});

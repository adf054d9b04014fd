import { readFileSync } from 'node:fs';
import { load } from '../../src/load/load.js';
import { type PatientEntry, readPatientFile } from '../../src/patients/file.js';
import type { Run } from '../support/model.js';
import { expect, test } from '../support/test.js';

const README = readFileSync('../sandbox/patients/README.md', 'utf8');
const { patients } = readPatientFile();

/** The column "Would fire", in the words of the rules. */
const RULES: Readonly<Record<string, readonly [rule: string, words: RegExp]>> = {
  'metformin: review': ['metformin-renal', /review the dose/],
  'metformin: stop': ['metformin-renal', /contraindicated/],
  HbA1c: ['hba1c-diabetes-range', /diabetes/],
  pressure: ['clinic-blood-pressure', /no hypertension recorded/],
  'pressure: severe': ['clinic-blood-pressure', /severe/],
  CKD: ['ckd-unrecorded', /no kidney disease recorded/],
  'PHQ-9 question 9': ['phq9-item-nine', /asking about safety/],
  'PHQ-9': ['phq9-total', /assessment for depression/],
  'GAD-7': ['gad7-total', /assessment for anxiety/],
  'AUDIT-C': ['audit-c-total', /full AUDIT/],
  anticoagulant: ['af-anticoagulation', /at least 4/],
  statin: ['statin-after-cvd', /no statin found/],
  'HbA1c again': ['hba1c-prediabetes', /high risk of diabetes/],
  methotrexate: ['methotrexate-monitoring', /not found in 14 weeks/],
  ferritin: ['anaemia-ferritin', /no ferritin found/],
  'triple whammy': ['triple-whammy', /linked to acute kidney injury/],
};

function wouldFire(key: string): readonly (readonly [rule: string, words: RegExp])[] {
  const column = new RegExp(`^\\| \`${key}\` \\|.*\\| ([^|]+) \\|$`, 'm').exec(README)?.[1]?.trim();
  expect(column, `${key} in sandbox/patients/README.md`).toBeDefined();
  return (column === 'nothing' ? [] : (column ?? '').split(', ')).map((words) => {
    const rule = RULES[words];
    if (!rule) {
      throw new Error(`sandbox/patients/README.md says ${words}, which this test does not know`);
    }
    return rule;
  });
}

function lastWord({ consent = [] }: PatientEntry): string {
  return consent.filter(({ purpose }) => purpose === 'own-care').at(-1)?.decision ?? 'not asked';
}

test.describe('what the rules say about the made-up patients is what their README says', () => {
  for (const patient of patients.filter((one) => lastWord(one) === 'GRANT')) {
    test(patient.key, async ({ as, practice }) => {
      const asked = await as.clinician.post<Run>('/run', { patient: patient.uuid });
      expect(asked.status, asked.text).toBe(202);
      expect((await practice.ended(asked.body.uuid)).status).toBe('COMPLETED');

      const { results } = await practice.suggestions(patient);
      const current = results.filter(({ status }) => status !== 'SUPERSEDED' && status !== 'WITHDRAWN');
      const expected = wouldFire(patient.key);
      expect(current.map(({ engine }) => engine.rule).toSorted()).toEqual(
        expected.map(([rule]) => rule).toSorted(),
      );
      for (const [rule, words] of expected) {
        expect(current.find(({ engine }) => engine.rule === rule)?.summary).toMatch(words);
      }
    });
  }

  for (const patient of patients.filter((one) => ['REFUSE', 'WITHDRAW'].includes(lastWord(one)))) {
    test(`trust01_${patient.key}_said_no_and_nothing_is_computed (C2)`, async ({ as }) => {
      const { status } = await as.clinician.post('/run', { patient: patient.uuid });

      expect(wouldFire(patient.key).length).toBeGreaterThan(0);
      expect(status).toBe(403);
    });
  }
});

test('loading the patient file again changes nothing', async ({ world }) => {
  test.skip(
    world.kind === 'sandbox',
    'The sandbox seeds itself by SQL, and takes no concepts or users over REST.',
  );

  const tally = await load(world.url, () => undefined);

  expect(tally.anythingMade, tally.toString()).toBe(false);
});

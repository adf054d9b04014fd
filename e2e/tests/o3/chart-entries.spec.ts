import { OpenmrsRest } from '../../src/rest/openmrs.js';
import { accountOf } from '../../src/world/users.js';
import { DIABETIC_TWICE } from '../support/people.js';
import { expect, test } from './desk.js';

interface Diagnosed {
  readonly diagnoses: readonly { readonly display: string; readonly certainty: string }[];
}

async function diagnosesOf(url: string, encounter: string): Promise<Diagnosed['diagnoses']> {
  const rest = new OpenmrsRest(url, accountOf('clinician'));
  await rest.login();
  const found = await rest.find<Diagnosed>(`encounter/${encounter}?v=custom:(diagnoses:(display,certainty))`);
  return found?.diagnoses ?? [];
}

test('trust14_a diagnosis goes into the encounter that the GP chose among those of the visit (S6)', async ({
  chart,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(DIABETIC_TWICE);
  await practice.grant(patient);
  const newer = await people.encounter(patient.uuid, [], patient.visit);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  const card = workspace.card('HbA1c');
  await expect(card.into).toHaveCount(0);

  await card.tick(/Diagnosis in an encounter/);
  await expect(card.into.getByRole('option')).toHaveText([/^Consultation/, /^Consultation/]);
  await expect(card.into).toHaveValue(newer);
  await card.into.selectOption({ value: patient.encounter });
  await card.accept();

  await card.isDecided('Accepted', 'Astrid Nygaard');
  await expect(card.root).toContainText('Written: Diagnosis in an encounter, as provisional');
  expect(await diagnosesOf(world.url, patient.encounter)).toMatchObject([
    { display: 'Diabetes mellitus', certainty: 'PROVISIONAL' },
  ]);
  expect(await diagnosesOf(world.url, newer)).toEqual([]);
});

import { LegacySession, mergeInto } from '../support/legacy.js';
import { ConsentLife, nobodyIsOnTheWay, SOON } from '../support/own-care.js';
import { ATTRIBUTE_TYPE, NO, Outside, YES } from '../support/outside.js';
import { putPatient } from '../support/fhir.js';
import { refused } from '../support/refused.js';
import { expect, test } from '../support/test.js';
import { broughtBack } from '../support/ways.js';

const PENDING = { status: 'PENDING', permitted: false, reason: 'PENDING_EVIDENCE' };
const ENGINE = 'ENGINE_CALL_INTENT';

test('trust02_an_attribute_that_is_brought_back_after_its_deletion_permits_nothing (C2, C6)', async ({
  as,
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone();
  const life = new ConsentLife(practice, patient);
  const outside = new Outside(openmrs.administrator, world);
  await practice.grant(patient);
  const attribute = await outside.attribute(patient);
  const address = `rest/v1/person/${patient.uuid}/attribute/${attribute}`;
  await outside.call('DELETE', address);
  await life.comesTo(['LAPSE', 'GRANT']);

  for (const change of [{ voided: false }, { deleted: false }]) {
    expect((await outside.attempt('POST', address, change)).status()).toBe(400);
  }
  await life.isDenied(as.clinician);

  await broughtBack(attribute)(outside, patient);
  await life.isDenied(as.clinician);
  const { state } = await life.comesTo(['IMPORT', 'LAPSE', 'GRANT']);
  expect(state).toMatchObject(PENDING);
});

test('what a registration form says of somebody who was never asked: no is a refusal, yes waits (C6)', async ({
  as,
  openmrs,
  people,
  practice,
  world,
}) => {
  const outside = new Outside(openmrs.administrator, world);
  for (const [value, expected] of [
    [NO, { status: 'REFUSED', permitted: false, reason: 'REFUSED' }],
    [YES, PENDING],
  ] as const) {
    const patient = await people.registered();
    const life = new ConsentLife(practice, patient);

    await outside.call('POST', `rest/v1/person/${patient.uuid}`, {
      attributes: [{ attributeType: ATTRIBUTE_TYPE, value }],
    });

    await life.isDenied(as.clinician);
    const { state } = await life.comesTo(['IMPORT']);
    expect(state).toMatchObject(expected);
  }
});

test('several who say no at once make one withdrawal, and open suggestions go with it (C5, C6)', async ({
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone();
  const life = new ConsentLife(practice, patient);
  const outside = new Outside(openmrs.administrator, world);
  const [suggestion] = await practice.suggested(patient);
  const attribute = await outside.attribute(patient);
  const address = `rest/v1/person/${patient.uuid}/attribute/${attribute}`;

  await Promise.all([NO, NO, NO].map((value) => outside.attempt('POST', address, { value })));

  await life.comesTo(['WITHDRAW', 'GRANT']);
  const { results } = await practice.suggestions(patient);
  const gone = results.find(({ uuid }) => uuid === suggestion.uuid);
  expect(gone).toMatchObject({ status: 'WITHDRAWN', evidence: [] });
  expect(gone).not.toHaveProperty('summary');
});

test('a no said to a person beside a no on a form: the person is in the ledger, the form at most before (C5, C6)', async ({
  as,
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone([]);
  const life = new ConsentLife(practice, patient);
  const outside = new Outside(openmrs.administrator, world);
  await practice.grant(patient);
  const attribute = await outside.attribute(patient);

  const said = { patient: patient.uuid, purpose: 'own-care', decision: 'WITHDRAW' };
  const [answer] = await Promise.all([
    as.receptionist.post('/consent', said),
    outside.attempt('POST', `rest/v1/person/${patient.uuid}/attribute/${attribute}`, { value: NO }),
  ]);

  expect(answer.status, answer.text).toBe(201);
  await life.isDenied(as.clinician);
  await nobodyIsOnTheWay(outside, practice, await people.someone([]));
  const { state, events } = await life.now();
  expect(state).toMatchObject({ status: 'WITHDRAWN', permitted: false });
  const [byPerson, ...before] = events;
  expect(byPerson).toMatchObject({ decision: 'WITHDRAW', automatic: false });
  expect([['GRANT'], ['WITHDRAW', 'GRANT']]).toContainEqual(before.map(({ decision }) => decision));
});

test('trust02_a_closed_record_permits_nothing (C2, C7)', async ({ as, openmrs, people, practice, world }) => {
  const patient = await people.someone();
  await practice.grant(patient);

  await new Outside(openmrs.administrator, world).call('DELETE', `rest/v1/patient/${patient.uuid}`);

  refused(await as.clinician.get('/consent', { patient: patient.uuid }), 404, 'NOT_FOUND');
  refused(await as.clinician.post('/run', { patient: patient.uuid }), 404, 'NOT_FOUND');
  expect((await practice.audit(patient)).map(({ kind }) => kind)).not.toContain(ENGINE);
});

test('trust02_a_purged_patient_permits_nothing_and_nobody_can_say_yes_again (C2, C7)', async ({
  as,
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.registered();
  await practice.grant(patient);

  await new Outside(openmrs.administrator, world).call(
    'DELETE',
    `rest/v1/patient/${patient.uuid}?purge=true`,
  );

  refused(await as.clinician.get('/consent', { patient: patient.uuid }), 404, 'NOT_FOUND');
  refused(await as.clinician.post('/run', { patient: patient.uuid }), 404, 'NOT_FOUND');
  refused(await as.clinician.post('/consent', await practice.grantOf(patient)), 404, 'NOT_FOUND');
  expect((await practice.audit(patient)).map(({ kind }) => kind)).not.toContain(ENGINE);
});

test.describe('only a real OpenMRS has', () => {
  test.beforeEach(({ world }) => {
    test.skip(world.kind !== 'real', 'the sandbox has neither fhir2 nor the legacy UI, and merges nobody');
  });

  test('a FHIR Patient that is put without the attribute, which removes nothing (C6)', async ({
    openmrs,
    people,
    practice,
    world,
  }) => {
    const patient = await people.someone([]);
    await practice.grant(patient);

    await putPatient(new Outside(openmrs.administrator, world), patient, []);

    const { state, events } = await new ConsentLife(practice, patient).now();
    expect(state.permitted).toBe(true);
    expect(events).toHaveLength(1);
  });

  test('trust02_a_merge_with_somebody_who_said_no_to_a_form (C2, C7)', async ({
    as,
    openmrs,
    people,
    practice,
    world,
  }) => {
    const [stays, goes] = [await people.someone(), await people.someone([])];
    const life = new ConsentLife(practice, stays);
    const outside = new Outside(openmrs.administrator, world);
    await practice.grant(stays);
    await practice.grant(goes);
    const attribute = await outside.attribute(goes);
    await outside.call('POST', `rest/v1/person/${goes.uuid}/attribute/${attribute}`, { value: NO });

    await mergeInto(outside, stays, goes);

    await life.isDenied(as.clinician);
    await expect(async () => {
      const { state } = await life.now();
      expect(state.permitted).toBe(false);
      expect(['LAPSED', 'WITHDRAWN']).toContain(state.status);
    }).toPass({ timeout: SOON });
    const { events } = await life.now();
    expect(events.filter(({ decision }) => decision === 'GRANT')).toHaveLength(2);
    await life.isDenied(as.clinician);
  });

  test('trust02_a_merge_that_copies_a_yes_to_somebody_who_was_never_asked (C2, C7)', async ({
    as,
    openmrs,
    people,
    practice,
    world,
  }) => {
    const [stays, goes] = [await people.someone(), await people.someone([])];
    const life = new ConsentLife(practice, stays);
    await practice.grant(goes);

    await mergeInto(new Outside(openmrs.administrator, world), stays, goes);

    await life.isDenied(as.clinician);
    await expect(async () => {
      const { state, events } = await life.now();
      expect(state).toMatchObject(PENDING);
      const decisions = events.map(({ decision }) => decision);
      // The minute's sweep may first close what belongs to the record that is gone.
      expect(decisions.filter((decision) => decision !== 'LAPSE')).toEqual(['IMPORT', 'GRANT']);
    }).toPass({ timeout: SOON });
  });

  test('trust02_a_record_that_the_legacy_form_closes (C2, C7)', async ({
    as,
    openmrs,
    people,
    practice,
    world,
  }) => {
    const patient = await people.someone();
    await practice.grant(patient);
    const outside = new Outside(openmrs.administrator, world);
    const { id } = await outside.read<{ id: number }>(`rest/v1/patient/${patient.uuid}?v=custom:(id)`);
    const form = `/admin/patients/patient.form?patientId=${id}`;

    await LegacySession.with(world, (session) =>
      session.post(form, { action: 'Delete Patient', voidReason: 'a test' }),
    );

    refused(await as.clinician.post('/run', { patient: patient.uuid }), 404, 'NOT_FOUND');
    expect((await practice.audit(patient)).map(({ kind }) => kind)).not.toContain(ENGINE);
  });
});

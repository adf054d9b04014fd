import { refused } from '../support/refused.js';
import { expect, test } from '../support/test.js';

test.describe('what was recorded in error can be taken back, and only that (C3, C5)', () => {
  test('trust05_a_withdrawal_is_confirmed_by_an_undo_and_not_by_a_question (C5)', async ({
    as,
    people,
    practice,
  }) => {
    const patient = await people.someone();
    const granted = await practice.grant(patient);
    const { state } = await practice.withdraw(patient);
    const undo = { patient: patient.uuid, purpose: 'own-care', decision: 'CORRECT', corrects: state.event };

    const undone = await as.clinician.post<{ state: object }>('/consent', undo);

    expect(undone.status, undone.text).toBe(201);
    expect(undone.body.state).toMatchObject({ permitted: true, event: granted.event.uuid });
    refused(await as.clinician.post('/consent', undo), 409, 'CONSENT_CHANGED');
  });

  test('nobody undoes a no that somebody else recorded (C5)', async ({ as, people, practice }) => {
    const patient = await people.someone([]);
    await practice.grant(patient);
    const { state } = await practice.withdraw(patient);

    const undo = await as.receptionist.post('/consent', {
      patient: patient.uuid,
      purpose: 'own-care',
      decision: 'CORRECT',
      corrects: state.event,
    });

    refused(undo, 400, 'BAD_REQUEST');
    expect((await practice.overview(patient)).purposes[0]).toMatchObject({ status: 'WITHDRAWN' });
  });

  test('a grant for the wrong patient is corrected with a note (C3)', async ({ as, people, practice }) => {
    const patient = await people.someone([]);
    const { event } = await practice.grant(patient);
    const correction = {
      patient: patient.uuid,
      purpose: 'own-care',
      decision: 'CORRECT',
      corrects: event.uuid,
    };

    refused(await as.receptionist.post('/consent', correction), 400, 'BAD_REQUEST');
    const corrected = await as.receptionist.post('/consent', { ...correction, note: 'Another patient' });

    expect(corrected.status, corrected.text).toBe(201);
    const { purposes, events = [] } = await practice.overview(patient);
    expect(purposes[0]).toMatchObject({ status: 'NOT_RECORDED', permitted: false });
    expect(events.map(({ decision }) => decision)).toEqual(['CORRECT', 'GRANT']);
  });

  test('another patient’s event is not found (C3)', async ({ as, people, practice }) => {
    const [patient, other] = [await people.someone([]), await people.someone([])];
    await practice.grant(patient);
    const { event } = await practice.grant(other);

    const correction = await as.clinician.post('/consent', {
      patient: patient.uuid,
      purpose: 'own-care',
      decision: 'CORRECT',
      corrects: event.uuid,
      note: 'x',
    });

    refused(correction, 404, 'NOT_FOUND');
    expect((await practice.overview(other)).purposes[0]).toMatchObject({ permitted: true });
  });
});

test.describe('who may speak for a patient (C7)', () => {
  const guardian = { role: 'GUARDIAN', name: 'Ada Made-up', relationship: 'mother' };

  test('for a minor a guardian does, and a guardianship that ended ends the consent', async ({
    as,
    people,
    practice,
  }) => {
    const child = await people.someone([], 9);
    const grant = await practice.grantOf(child);

    refused(await as.receptionist.post('/consent', grant), 400, 'BAD_REQUEST');
    const recorded = await as.receptionist.post('/consent', { ...grant, givenBy: guardian });
    expect(recorded.status, recorded.text).toBe(201);
    expect((await practice.overview(child)).purposes[0]).toMatchObject({ permitted: true });

    const end = { patient: child.uuid, purpose: 'own-care', decision: 'LAPSE' };
    refused(await as.receptionist.post('/consent', end), 400, 'BAD_REQUEST');
    await as.receptionist.post('/consent', { ...end, reason: 'GUARDIANSHIP_ENDED' });

    expect((await practice.overview(child)).purposes[0]).toMatchObject({
      status: 'LAPSED',
      reason: 'GUARDIANSHIP_ENDED',
    });
  });

  test('for an adult no guardian does, and a minor may say no alone', async ({ as, people, practice }) => {
    const [adult, child] = [await people.someone([]), await people.someone([], 9)];

    const grant = { ...(await practice.grantOf(adult)), givenBy: guardian };
    refused(await as.receptionist.post('/consent', grant), 400, 'BAD_REQUEST');

    await practice.refuse(child);
    expect((await practice.overview(child)).purposes[0]).toMatchObject({ status: 'REFUSED' });
  });
});

test('who is to be asked again is listed with the time that is left (C7)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  const expires = new Date(Date.now() + 3600_000).toISOString();
  await as.receptionist.post('/consent', { ...(await practice.grantOf(patient)), expires });

  const due = await as.receptionist.get<{ results: { patient: { uuid: string } }[] }>('/consent/renewal', {
    within: '1',
    limit: '100',
  });

  expect(due.body.results.map((renewal) => renewal.patient.uuid)).toContain(patient.uuid);
});

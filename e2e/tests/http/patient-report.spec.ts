import type { AuditList } from '../support/model.js';
import { errorOf } from '../support/refused.js';
import { expect, test } from '../support/test.js';

const LABEL = 'AI suggestion – support only. Your GP decides.';

test('trust20_a patient is told what AI read and suggested, and what the GP decided (A3)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.grant(patient);
  await practice.run(patient);
  const [accepted, rejected] = (await practice.suggestions(patient)).results;
  await as.clinician.post(`/suggestion/${accepted?.uuid ?? ''}/decision`, { outcome: 'ACCEPTED' });
  await as.clinician.post(`/suggestion/${rejected?.uuid ?? ''}/decision`, {
    outcome: 'REJECTED',
    overrideReason: 'patient-refuses',
    comment: '<script>alert("no & never")</script>',
  });

  const { status, text, headers } = await as.clinician.get('/patientreport', {
    patient: patient.uuid,
    locale: 'en',
  });

  expect(status).toBe(200);
  expect(text).toContain('What AI did with your record');
  expect(text).toContain(LABEL);
  for (const told of [
    'You said yes to “AI in this practice”.',
    'Let the engine guidelines 1 read your record.',
    'Reason: You did not want it',
    '&lt;script&gt;alert(&quot;no &amp; never&quot;)&lt;/script&gt;',
    'Looked at suggestions about you.',
    'Asked for a report like this one.',
  ]) {
    expect(text).toContain(told);
  }
  expect(text).toMatch(/accepted it on .+ rejected it on |rejected it on [^]+ accepted it on /s);
  expect(text).not.toContain('<script');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(headers['content-disposition']).not.toContain(patient.uuid);

  const audit = await as.administrator.get<AuditList>('/audit', { patient: patient.uuid, limit: 100 });
  expect(audit.body.results.map(({ kind }) => kind)).toContain('PATIENT_REPORT_MADE');
});

test('trust20_it is printed, in another language, for whoever asks for PDF by what they accept or by a link (A3)', async ({
  as,
  people,
}) => {
  const patient = await people.someone();
  const query = { patient: patient.uuid, locale: 'da' };

  for (const asked of [
    { query, headers: { Accept: 'application/pdf' } },
    { query: { ...query, format: 'pdf' } },
  ]) {
    const { status, text, headers } = await as.clinician.send('GET', '/patientreport', asked);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/pdf(;|$)/);
    expect(headers['content-disposition']).toMatch(/filename="ai-report-[0-9-]{10}\.pdf"/);
    expect(text).toMatch(/^%PDF-/);
  }
});

test('what it cannot be is refused: another form, a patient that nobody is, nobody at all (A3)', async ({
  as,
  people,
}) => {
  const patient = await people.someone();

  const json = await as.clinician.send('GET', '/patientreport', {
    query: { patient: patient.uuid },
    headers: { Accept: 'application/json' },
  });
  expect([json.status, errorOf(json).code]).toEqual([406, 'NOT_ACCEPTABLE']);
  const nobody = await as.clinician.get('/patientreport', { patient: 'nobody' });
  expect([nobody.status, errorOf(nobody).code]).toEqual([404, 'NOT_FOUND']);
  expect((await as.clinician.get('/patientreport')).status).toBe(400);
  expect((await as.clinician.get('/patientreport', { patient: patient.uuid, format: 'doc' })).status).toBe(
    400,
  );
});

test('HEAD makes no report, and leaves no word that one was made (A3)', async ({ as, people }) => {
  const { uuid } = await people.someone();

  const head = await as.clinician.send('HEAD', '/patientreport', { query: { patient: uuid } });

  expect([head.status, head.headers['allow']]).toEqual([405, 'GET']);
  const audit = await as.administrator.get<AuditList>('/audit', { patient: uuid, limit: 100 });
  expect(audit.body.results.map(({ kind }) => kind)).not.toContain('PATIENT_REPORT_MADE');
});

test('trust21_who may not see suggestions makes no report (X1)', async ({ as, people }) => {
  const { uuid } = await people.someone();

  expect((await as.receptionist.get('/patientreport', { patient: uuid })).status).toBe(403);
  expect((await as.anonymous.get('/patientreport', { patient: uuid })).status).toBe(401);
});

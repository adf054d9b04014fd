import { randomUUID } from 'node:crypto';
import type { FhirBundle, FhirConsent } from '../support/model.js';
import { refused } from '../support/refused.js';
import { expect, test } from '../support/test.js';

const OURS = 'http://fhir.openmrs.org/ext/aisupport/';

function said({ extension }: FhirConsent, name: string): string | undefined {
  return extension.find(({ url }) => url === OURS + name)?.valueCode;
}

test('a search finds one Consent for each purpose of which anything is recorded (C9)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  const before = await as.receptionist.get<FhirBundle>('/fhir/Consent', { patient: patient.uuid });
  expect(before.body).toMatchObject({ total: 0 });
  expect(before.body.entry).toBeUndefined();

  await practice.grant(patient);
  await practice.grant(patient, 'quality');

  for (const wanted of [patient.uuid, `Patient/${patient.uuid}`]) {
    const { body, headers } = await as.receptionist.get<FhirBundle>('/fhir/Consent', { patient: wanted });
    expect(headers['content-type']).toMatch(/^application\/fhir\+json;charset=utf-8$/i);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.total).toBe(2);
    expect(body.link[0]?.url).toMatch(new RegExp(`/fhir/Consent\\?patient=${patient.uuid}$`));
    expect(body.entry?.map(({ resource }) => [resource.id, resource.status])).toEqual([
      [`${patient.uuid}.own-care`, 'active'],
      [`${patient.uuid}.quality`, 'active'],
    ]);
  }
});

test('what a search finds can be read where it says, and is the same (C9)', async ({
  as,
  openmrs,
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  await practice.grant(patient);
  const { body } = await as.clinician.get<FhirBundle>('/fhir/Consent', { patient: patient.uuid });
  const [found] = body.entry ?? [];

  const { body: read } = await as.clinician.get(`/fhir/Consent/${patient.uuid}.own-care`);
  expect(read).toEqual(found?.resource);
  const linked = await openmrs.clinician.get(found?.fullUrl ?? '', {
    headers: { Accept: 'application/fhir+json' },
  });
  expect(await linked.json()).toEqual(read);
});

test('trust05_after_a_withdrawal_the_consent_is_inactive_and_denies (C5, C9)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  await practice.grant(patient);
  const path = `/fhir/Consent/${patient.uuid}.own-care`;
  expect((await as.clinician.get(path)).body).toMatchObject({
    status: 'active',
    provision: { type: 'permit', provision: [{ type: 'deny', securityLabel: [{ code: 'PDS' }] }] },
  });

  await practice.withdraw(patient);

  const { body } = await as.clinician.get<FhirConsent>(path);
  expect(body).toMatchObject({
    status: 'inactive',
    policyRule: { coding: [{ code: 'OPTOUT' }] },
    provision: { type: 'deny' },
  });
  expect([said(body, 'consent-status'), said(body, 'denial-reason')]).toEqual(['WITHDRAWN', 'WITHDRAWN']);
});

test('a refusal is rejected and denies (C2, C9)', async ({ as, people, practice }) => {
  const patient = await people.someone([]);
  await practice.refuse(patient);

  const { body } = await as.clinician.get(`/fhir/Consent/${patient.uuid}.own-care`);
  expect(body).toMatchObject({ status: 'rejected', provision: { type: 'deny' } });
});

test('trust03_external_processing_without_own_care_is_granted_and_yet_no_permit (C1, C9)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  await practice.grant(patient, 'external-processing');

  const { body } = await as.clinician.get<FhirConsent>(`/fhir/Consent/${patient.uuid}.external-processing`);
  expect(body).toMatchObject({ status: 'inactive', provision: { type: 'deny' } });
  expect(said(body, 'consent-status')).toBe('GRANTED');
});

test('a search for an unknown patient finds nothing, and reading what is not recorded is 404 (C9)', async ({
  as,
  people,
}) => {
  const patient = await people.someone([]);
  const unknown = await as.clinician.get<FhirBundle>('/fhir/Consent', { patient: randomUUID() });
  expect([unknown.status, unknown.body.total]).toEqual([200, 0]);

  const nothing = [
    `${patient.uuid}.own-care`,
    `${randomUUID()}.own-care`,
    patient.uuid,
    `${patient.uuid}.everything`,
  ];
  for (const id of nothing) {
    refused(await as.clinician.get(`/fhir/Consent/${id}`), 404, 'NOT_FOUND');
  }
  refused(await as.clinician.get('/fhir/Patient'), 404, 'NOT_FOUND');
  refused(await as.clinician.get('/fhir'), 404, 'NOT_FOUND');
});

test('who is not logged in is told so as FHIR does, and nothing else (X1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  await practice.grant(patient);

  for (const path of ['/fhir/Consent', `/fhir/Consent/${patient.uuid}.own-care`, '/fhir/Consent/nonsense']) {
    const query = path === '/fhir/Consent' ? { patient: patient.uuid } : {};
    const answer = await as.anonymous.get(path, query);
    refused(answer, 401, 'NOT_AUTHENTICATED');
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'login' }] });
    expect(answer.text).not.toContain('own-care');
  }
});

test.describe('a search that cannot be answered as it was asked is 400 (C9)', () => {
  const patient = '00000000-0000-4000-8000-000000000000';
  const ASKED: Record<string, Readonly<Record<string, string>>> = {
    'without a patient': {},
    'for active ones only': { patient, status: 'active' },
    'with a modifier': { 'patient:missing': 'true' },
    'page by page': { patient, _count: '1' },
    'as XML': { patient, _format: 'xml' },
  };
  for (const [what, query] of Object.entries(ASKED)) {
    test(what, async ({ as }) => {
      refused(await as.clinician.get('/fhir/Consent', query), 400, 'BAD_REQUEST');
    });
  }
});

test('consent is not written by FHIR: that is 405, and Allow says GET (C9)', async ({ as }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await as.administrator.send(method, '/fhir/Consent/x.own-care', { json: {} });
    refused(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers['allow']).toContain('GET');
  }
});

test('XML is not answered: 406, as FHIR', async ({ as }) => {
  const response = await as.clinician.fetch('GET', '/fhir/Consent', {
    query: { patient: randomUUID() },
    headers: { Accept: 'application/fhir+xml' },
  });

  expect(response.status()).toBe(406);
  expect(response.headers()['content-type']).toContain('application/fhir+json');
});

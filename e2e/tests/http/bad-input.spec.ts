import { randomUUID } from 'node:crypto';
import type { Answer, Api, Asked } from '../support/api.js';
import { fieldsRefused, refused } from '../support/refused.js';
import { expect, test } from '../support/test.js';

test.describe('what does not exist is 404', () => {
  const nothing = randomUUID();
  const UNKNOWN: Record<string, (api: Api) => Promise<Answer<unknown>>> = {
    'the consent of an unknown patient': (api) => api.get('/consent', { patient: nothing }),
    'consent for an unknown patient': (api) =>
      api.post('/consent', { patient: nothing, purpose: 'own-care', decision: 'REFUSE' }),
    'a run for an unknown patient': (api) => api.post('/run', { patient: nothing }),
    'an unknown run': (api) => api.get(`/run/${nothing}`),
    'cancelling an unknown run': (api) => api.delete(`/run/${nothing}`),
    'suggestions of an unknown patient': (api) => api.get('/suggestion', { patient: nothing }),
    'an unknown suggestion': (api) => api.get(`/suggestion/${nothing}`),
    'deciding on an unknown suggestion': (api) =>
      api.post(`/suggestion/${nothing}/decision`, { outcome: 'ACCEPTED' }),
    'undoing on an unknown suggestion': (api) => api.delete(`/suggestion/${nothing}/decision`),
    'an unknown engine': (api) => api.get('/engine/oracle'),
    'what is no uuid at all': (api) => api.get("/suggestion/'%20or%201=1--"),
    'an unknown path': (api) => api.get('/prophecy'),
    'a path below a known one': (api) => api.get(`/run/${nothing}/secrets/all`),
    'the module without a path': (api) => api.get(''),
  };
  for (const [what, ask] of Object.entries(UNKNOWN)) {
    test(what, async ({ as }) => {
      refused(await ask(as.clinician), 404, 'NOT_FOUND');
    });
  }
});

test.describe('what belongs to another patient is 404', () => {
  test("a run, a list and a decision with another patient's encounter", async ({ as, people, practice }) => {
    const [one, other] = [await people.someone(), await people.someone()];
    const [suggestion] = await practice.suggested(one);
    const { encounter, visit } = other;

    refused(await as.clinician.post('/run', { patient: one.uuid, encounter }), 404, 'NOT_FOUND');
    refused(await as.clinician.post('/run', { patient: one.uuid, visit }), 404, 'NOT_FOUND');
    refused(await as.clinician.get('/suggestion', { patient: one.uuid, encounter }), 404, 'NOT_FOUND');
    const decision = { outcome: 'ACCEPTED', encounter };
    refused(await as.clinician.post(`/suggestion/${suggestion.uuid}/decision`, decision), 404, 'NOT_FOUND');
    expect((await practice.suggestions(one)).results).toContainEqual(suggestion);
  });
});

test.describe('a wrong field is 400 and named', () => {
  const patient = '00000000-0000-4000-8000-000000000000'; // the tests' names must not change from worker to worker
  const consent = { patient, purpose: 'own-care', decision: 'REFUSE' };
  const POSTS: readonly (readonly [path: string, body: unknown, field: string])[] = [
    ['/consent', {}, 'patient'],
    ['/consent', { ...consent, patient: 7 }, 'patient'],
    ['/consent', { ...consent, patient: null }, 'patient'],
    ['/consent', { ...consent, patient: [patient] }, 'patient'],
    ['/consent', { ...consent, purpose: 'everything' }, 'purpose'],
    ['/consent', { ...consent, decision: 'grant' }, 'decision'],
    ['/consent', { ...consent, includesSensitive: 'no' }, 'includesSensitive'],
    ['/consent', { ...consent, givenBy: 'her mother' }, 'givenBy'],
    ['/consent', { ...consent, givenBy: { role: 'NEIGHBOUR' } }, 'givenBy.role'],
    ['/consent', { ...consent, givenBy: { role: 'GUARDIAN', relationship: 'mother' } }, 'givenBy.name'],
    ['/consent', { ...consent, givenBy: { role: 'PROXY', name: 'A' } }, 'givenBy.relationship'],
    ['/consent', { ...consent, method: 'TELEPATHIC' }, 'method'],
    ['/consent', { ...consent, note: 'x'.repeat(1001) }, 'note'],
    ['/consent', { ...consent, givenBy: { role: 'PATIENT', age: 60 } }, 'givenBy.age'],
    ['/consent', { ...consent, evil: true }, 'evil'],
    ['/consent', { ...consent, recordedBy: 'someone else' }, 'recordedBy'],
    ['/run', {}, 'patient'],
    ['/run', { patient, engines: 'guidelines' }, 'engines'],
    ['/run', { patient, engines: [1] }, 'engines'],
    ['/run', { patient, encounter: {} }, 'encounter'],
    ['/run', { patient, consent: true }, 'consent'],
  ];
  for (const [path, body, field] of POSTS) {
    test(`POST ${path} ${JSON.stringify(body).slice(0, 150)}`, async ({ as }) => {
      expect(fieldsRefused(await as.clinician.post(path, body))).toContain(field);
    });
  }

  const GETS: readonly (readonly [path: string, query: Asked['query'], field: string])[] = [
    ['/consent', {}, 'patient'],
    ['/suggestion', {}, 'patient'],
    ['/suggestion', { patient, status: 'open' }, 'status'],
    ['/suggestion', { patient, limit: 0 }, 'limit'],
    ['/suggestion', { patient, limit: 101 }, 'limit'],
    ['/suggestion', { patient, limit: 'ten' }, 'limit'],
    ['/suggestion', { patient, startIndex: -1 }, 'startIndex'],
    ['/audit', { from: 'yesterday' }, 'from'],
    ['/audit', { to: '2026-01-31' }, 'to'],
    ['/audit', { limit: 101 }, 'limit'],
  ];
  for (const [path, query, field] of GETS) {
    test(`GET ${path} ${JSON.stringify(query)}`, async ({ as }) => {
      expect(fieldsRefused(await as.administrator.get(path, query))).toEqual([field]);
    });
  }
});

test('a decision with a wrong field is 400, names it and decides nothing', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  const WRONG: readonly (readonly [body: Record<string, unknown>, field: string])[] = [
    [{}, 'outcome'],
    [{ outcome: 'accepted' }, 'outcome'],
    [{ outcome: 'ACCEPTED_WITH_EDITS', text: 'x' }, 'outcome'],
    [{ outcome: 'ACCEPTED', version: '0' }, 'version'],
    [{ outcome: 'ACCEPTED', version: 0.5 }, 'version'],
    [{ outcome: 'ACCEPTED', text: ' ' }, 'text'],
    [{ outcome: 'ACCEPTED', text: 'x'.repeat(2001) }, 'text'],
    [{ outcome: 'ACCEPTED', overrideReason: 'wrong-data' }, 'overrideReason'],
    [{ outcome: 'REJECTED', overrideReason: 'because' }, 'overrideReason'],
    [{ outcome: 'REJECTED', text: 'mine' }, 'text'],
    [{ outcome: 'REJECTED', comment: 'x'.repeat(1001) }, 'comment'],
    [{ outcome: 'ACCEPTED', all: true }, 'all'],
  ];

  for (const [body, field] of WRONG) {
    const answer = await as.clinician.post(`/suggestion/${suggestion.uuid}/decision`, body);
    expect(fieldsRefused(answer), JSON.stringify(body).slice(0, 100)).toContain(field);
  }

  expect((await practice.suggestions(patient)).results).toContainEqual(suggestion);
});

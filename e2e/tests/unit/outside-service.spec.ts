import { expect, test } from '@playwright/test';
import { MODEL, SERVICE, SUMMARY } from '../../src/outside/answers.js';
import { OutsideRoom } from '../support/outside-room.js';
import { OutsideService } from '../../src/outside/service.js';

let service: OutsideService;

test.beforeAll(async () => {
  service = await OutsideService.start();
});

test.afterAll(async () => {
  await service.stop();
});

const REQUEST = {
  hook: 'patient-view',
  context: { userId: 'Practitioner/u', patientId: 'p' },
  prefetch: {
    hba1c: {
      resourceType: 'Bundle',
      entry: [
        {
          resource: {
            resourceType: 'Observation',
            id: 'o1',
            code: { text: 'HbA1c' },
            valueQuantity: { value: 52, unit: 'mmol/mol' },
          },
        },
      ],
    },
  },
};

function post(room: OutsideRoom, body: unknown = REQUEST): Promise<Response> {
  return fetch(`${room.cds}/cds-services/${SERVICE}`, { method: 'POST', body: JSON.stringify(body) });
}

test('one card about the newest value, and none where no value came', async () => {
  const room = new OutsideRoom(service.url, 'cards');

  expect(await (await post(room)).json()).toMatchObject({
    cards: [{ summary: SUMMARY, detail: 'HbA1c was given as 52 mmol/mol' }],
  });
  expect(await (await post(room, { ...REQUEST, prefetch: {} })).json()).toEqual({ cards: [] });
});

test('a model quotes and cites the newest measurement', async () => {
  const room = new OutsideRoom(service.url, 'chat');
  const items = [
    { id: 'i1', kind: 'measurement', name: 'HbA1c', value: '50 mmol/mol', date: '2025-01-01' },
    { id: 'i2', kind: 'measurement', name: 'HbA1c', value: '52 mmol/mol', date: '2026-01-01' },
  ];
  const messages = [
    { role: 'system', content: 'Be careful.' },
    { role: 'user', content: JSON.stringify({ items }) },
  ];

  const answer = await fetch(`${room.chat}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: MODEL, messages }),
  });

  const { choices } = (await answer.json()) as { choices: { message: { content: string } }[] };
  expect(JSON.parse(choices[0]?.message.content ?? '')).toMatchObject({
    suggestions: [{ claims: [{ text: 'HbA1c 52 mmol/mol', cites: ['i2'] }] }],
  });
});

test('what was heard in one room is told of that room alone', async () => {
  const room = new OutsideRoom(service.url, 'heard');
  await fetch(`${room.cds}/cds-services`);
  await post(room);

  expect((await room.heard()).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /cds-services',
    `POST /cds-services/${SERVICE}`,
  ]);
  expect(JSON.parse((await room.asked())[0]?.body ?? '')).toEqual(REQUEST);
  expect(await new OutsideRoom(service.url, 'silent').heard()).toEqual([]);
});

test('it fails, talks garbage and hangs up when it is told to', async () => {
  const room = new OutsideRoom(service.url, 'faulty');

  await room.behave('fails');
  expect((await post(room)).status).toBe(500);
  await room.behave('garbage');
  await expect((await post(room)).json()).rejects.toThrow('JSON');
  await room.behave('nothing');
  await expect(post(room)).rejects.toThrow('fetch failed');
});

test('it holds its answer until it is told to go on', async () => {
  const room = new OutsideRoom(service.url, 'slow');
  await room.behave('holds');
  const asked = post(room);
  await expect.poll(async () => (await room.asked()).length).toBe(1);
  const other = new OutsideRoom(service.url, 'quick');
  expect((await post(other)).status).toBe(200);

  await room.behave('answers');

  expect((await asked).status).toBe(200);
});

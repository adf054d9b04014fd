import { randomUUID } from 'node:crypto';
import { Contract } from '../../src/contract/contract.js';
import { refused } from '../support/refused.js';
import { expect, test } from '../support/test.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const { operations } = new Contract();

test.describe('an unreadable body is refused with a status of its own', () => {
  const BODIES: Record<string, readonly [data: string, status: number, code: string]> = {
    'no JSON': ['{"patient": ', 400, 'BAD_REQUEST'],
    'nothing at all': ['', 400, 'BAD_REQUEST'],
    'a list': ['[]', 400, 'BAD_REQUEST'],
    'a text': ['"hello"', 400, 'BAD_REQUEST'],
    null: ['null', 400, 'BAD_REQUEST'],
    'two values': ['{} {}', 400, 'BAD_REQUEST'],
    'a field twice': ['{"patient":"a","patient":"b"}', 400, 'BAD_REQUEST'],
    'nested 5,000 deep': [`{"patient":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400, 'BAD_REQUEST'],
    'more than 64 KiB': [JSON.stringify({ patient: 'x'.repeat(70_000) }), 413, 'TOO_LARGE'],
  };
  for (const [what, [data, status, code]] of Object.entries(BODIES)) {
    test(what, async ({ as }) => {
      for (const path of ['/consent', '/run']) {
        refused(await as.clinician.send('POST', path, { data, headers: JSON_TYPE }), status, code);
      }
    });
  }

  test('bytes that are no UTF-8', async ({ as }) => {
    const data = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    refused(await as.clinician.send('POST', '/run', { data, headers: JSON_TYPE }), 400, 'BAD_REQUEST');
  });
});

test.describe('only JSON is read: a page of another site could send anything else (X3)', () => {
  const BOUNDARY = 'multipart/form-data; boundary=b';
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', BOUNDARY, '?', 'text/xml']) {
    test(type, async ({ as, people, practice }) => {
      const patient = await people.someone([]);
      const grant = JSON.stringify(await practice.grantOf(patient));
      const form = new URLSearchParams({
        patient: patient.uuid,
        purpose: 'own-care',
        decision: 'REFUSE',
      }).toString();
      const part = `--b\r\nContent-Disposition: form-data; name="patient"\r\n\r\n${patient.uuid}\r\n--b--\r\n`;

      for (const data of type === BOUNDARY ? [part] : [grant, form]) {
        const asked = { data, headers: { 'Content-Type': type } };
        if (type === 'text/xml') {
          // Refused by OpenMRS's own filter, before it reaches the module, and in its own form.
          expect((await as.clinician.fetch('POST', '/consent', asked)).status()).toBe(415);
        } else {
          refused(await as.clinician.send('POST', '/consent', asked), 415, 'UNSUPPORTED_MEDIA_TYPE');
        }
      }

      expect((await practice.overview(patient)).events).toEqual([]);
    });
  }
});

test.describe('a method that an address does not have is 405, and Allow names those it has', () => {
  const paths = [...new Set(operations.map(({ path }) => path))];
  for (const path of paths) {
    test(path, async ({ as }) => {
      const allowed = operations.filter((known) => known.path === path).map(({ method }) => method);
      const address = path.replace('{uuid}', randomUUID()).replace('{id}', 'guidelines');

      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !allowed.includes(one))) {
        const answer = await as.administrator.send(method, address, { json: {} });
        refused(answer, 405, 'METHOD_NOT_ALLOWED');
        const allow = (answer.headers['allow'] ?? '')
          .split(', ')
          .filter((name) => !/^(HEAD|OPTIONS)$/.test(name));
        expect(allow.toSorted(), `${method} ${path}`).toEqual(allowed.toSorted());
      }
    });
  }
});

test('HEAD answers as GET does, without a body', async ({ as }) => {
  const [head, get] = [await as.clinician.send('HEAD', '/engine'), await as.clinician.get('/engine')];

  expect(head.status).toBe(get.status);
  expect(head.headers['content-type']).toBe(get.headers['content-type']);
  expect(head.text).toBe('');
});

test('OPTIONS gives no data away and allows no other site anything', async ({ as }) => {
  const response = await as.anonymous.fetch('OPTIONS', '/suggestion', {
    headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' },
  });

  expect(response.status()).toBeLessThan(500);
  expect(response.headers()).not.toHaveProperty('access-control-allow-origin');
  expect(await response.text()).not.toContain('results');
});

test('an Accept that asks for something else than JSON is not a way to a page with a stack trace', async ({
  as,
}) => {
  for (const accept of ['text/html', 'application/xml', 'image/png']) {
    for (const path of ['/engine', `/run/${randomUUID()}`, '/prophecy']) {
      const response = await as.clinician.fetch('GET', path, { headers: { Accept: accept } });
      const text = await response.text();
      expect(text, `${accept} ${path}`).not.toMatch(/\bat org\.|Exception/);
      expect([404, 406], `${accept} ${path}: ${text.slice(0, 200)}`).toContain(response.status());
      expect(response.headers()['content-type']).toContain('application/json');
    }
  }
});

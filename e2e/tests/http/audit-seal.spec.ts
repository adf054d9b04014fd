import { expect, test } from '../support/test.js';
import type { Api } from '../support/api.js';
import type { AuditList, Ref } from '../support/model.js';

interface Verification {
  readonly uuid: string;
  readonly status: string;
  readonly rows: number;
  readonly unsealed: number;
  readonly head?: { readonly seq: number; readonly hash: string };
  readonly againstSeq?: number;
  readonly by?: Ref;
}

interface State {
  readonly underWay?: Verification;
  readonly last?: Verification;
}

interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
}

interface Line {
  readonly seq?: number;
  readonly previous?: string;
  readonly hash?: string;
  readonly row?: { readonly audit_id: number; readonly kind: string };
  readonly head?: Head;
}

async function head(administrator: Api): Promise<Head> {
  return (await administrator.get<Head>('/audit/head')).body;
}

async function verified(administrator: Api, against: Head): Promise<Verification> {
  let uuid = '';
  // Another test may be having it verified, and not against this head.
  await expect
    .poll(async () => {
      const { status, body } = await administrator.post<Verification>('/audit/verification', {
        head: against,
      });
      uuid = body.uuid;
      return status;
    })
    .toBe(202);
  let last: Verification | undefined;
  await expect
    .poll(
      async () => {
        const { body } = await administrator.get<State>('/audit/verification');
        last = body.last;
        return last?.uuid === uuid || body.underWay?.uuid !== uuid;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  if (!last) {
    throw new Error('It ended, and nothing came of it');
  }
  return last;
}

test('what happens is sealed within seconds, and the audit is found intact against a head (A2)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const before = await head(as.administrator);
  await practice.grant(patient);

  await expect
    .poll(async () => (await head(as.administrator)).seq, { timeout: 60_000 })
    .toBeGreaterThan(before.seq);

  const verification = await verified(as.administrator, before);
  expect(verification.status).toBe('INTACT');
  expect(verification.rows).toBeGreaterThan(before.seq);
  expect(verification.head?.seq).toBe(verification.rows);
});

test('a head that no key of the server signed is refused (A2)', async ({ as }) => {
  const forged = { ...(await head(as.administrator)), seq: 4_000_000 };

  const { status, body } = await as.administrator.post<{ error: { fieldErrors: object } }>(
    '/audit/verification',
    {
      head: forged,
    },
  );

  expect(status).toBe(400);
  expect(body.error.fieldErrors).toHaveProperty('head');
});

test('an export is one chain from the first row on, and ends with where it stands (A2)', async ({ as }) => {
  const { text, headers } = await as.administrator.get('/audit/export');

  expect(headers['content-type']).toContain('application/x-ndjson');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const chain = lines.filter(({ seq }) => seq !== undefined);
  expect(chain.length).toBeGreaterThan(0);
  let previous = '0'.repeat(64);
  for (const [index, link] of chain.entries()) {
    expect(link.seq).toBe(index + 1);
    expect(link.previous).toBe(previous);
    expect(link.row).toBeDefined();
    previous = link.hash ?? '';
  }
  expect(lines.at(-1)?.head).toMatchObject({ seq: chain.length, hash: previous });
});

test('each head, verification and export is itself in the audit (A2)', async ({ as }) => {
  const before = await head(as.administrator);
  const from = new Date().toISOString();

  const verification = await verified(as.administrator, before);
  await head(as.administrator);
  await as.administrator.get('/audit/export');

  const { body } = await as.administrator.get<AuditList>('/audit', { from, limit: 100 });
  const own = body.results.filter(({ actor }) => actor && actor.uuid === verification.by?.uuid);
  expect(own.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['AUDIT_VERIFIED', 'AUDIT_HEAD_EXPORTED', 'AUDIT_EXPORTED']),
  );
});

test('trust21_who may not read the audit gets no head, no verification and no export (A2)', async ({
  as,
}) => {
  for (const [api, refusal] of [
    [as.anonymous, 401],
    [as.receptionist, 403],
    [as.clinician, 403],
  ] as const) {
    for (const path of ['/audit/head', '/audit/verification', '/audit/export']) {
      expect((await api.get(path)).status, path).toBe(refusal);
    }
    expect((await api.post('/audit/verification')).status).toBe(refusal);
  }
});

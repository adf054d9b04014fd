import { randomUUID } from 'node:crypto';
import { Contract } from '../../src/contract/contract.js';
import { ROLES, type Role } from '../../src/world/users.js';
import { type Consent, CONSENTS, expected } from '../support/expectations.js';
import type { People } from '../support/people.js';
import type { Practice } from '../support/practice.js';
import { errorOf } from '../support/refused.js';
import { REQUESTS, type Scene } from '../support/requests.js';
import { expect, test } from '../support/test.js';

const { operations } = new Contract();

test('every operation of openapi.yaml is in the matrix, and nothing else (X1)', () => {
  expect(Object.keys(REQUESTS).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

test('every operation that is not public names its privilege (X1)', () => {
  const nameless = operations.filter(({ isPublic, privilege }) => !isPublic && !privilege);

  expect(nameless.map(({ id }) => id)).toEqual([]);
});

for (const role of ROLES) {
  for (const consent of CONSENTS) {
    test(`${role}, consent ${consent}: each operation answers as it must (X1)`, async ({
      as,
      people,
      practice,
    }) => {
      const scene = await sceneOf(consent, role, people, practice);

      for (const operation of operations) {
        const [status, code] = expected(operation, role, consent);
        await test.step(`${operation.id} → ${status} ${code ?? ''}`, async () => {
          const answer = await REQUESTS[operation.id]?.(as[role], scene);
          expect.soft(answer?.status, `${operation.id}: ${answer?.text.slice(0, 300) ?? ''}`).toBe(status);
          if (code) {
            expect.soft(answer && errorOf(answer).code, operation.id).toBe(code);
          }
        });
      }
    });
  }
}

async function sceneOf(consent: Consent, role: Role, people: People, practice: Practice): Promise<Scene> {
  const patient = await people.someone();
  const nothing = { patient, run: randomUUID(), suggestion: randomUUID() };
  switch (consent) {
    case 'not asked':
      return nothing;
    case 'refused':
      await practice.refuse(patient);
      return nothing;
    case 'granted':
    case 'withdrawn':
      return consented(consent, role, patient, practice);
  }
}

async function consented(
  consent: 'granted' | 'withdrawn',
  role: Role,
  patient: Scene['patient'],
  practice: Practice,
): Promise<Scene> {
  await practice.grant(patient);
  const run = await practice.run(patient);
  const [suggestion] = (await practice.suggestions(patient)).results;
  if (!suggestion) {
    throw new Error('No suggestion came of a record that calls for one');
  }
  if (role === 'second clinician') {
    await practice.accept(suggestion);
  }
  if (consent === 'withdrawn') {
    await practice.withdraw(patient);
  }
  return { patient, run: run.uuid, suggestion: suggestion.uuid };
}

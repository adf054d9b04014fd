import { type APIRequestContext, expect } from '@playwright/test';
import type { Heard } from '../../src/outside/service.js';
import type { World } from '../../src/world/settings.js';
import type { Patient } from './people.js';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9A]{36}\b/g;

interface Person {
  readonly uuid: string;
  readonly birthdate: string;
  readonly preferredName: { readonly givenName: string; readonly familyName: string };
}

interface Record {
  readonly uuid: string;
  readonly person: Person;
  readonly identifiers: readonly { readonly uuid: string; readonly identifier: string }[];
}

/**
 * All that OpenMRS knows this patient by, and every uuid of the visit's records; none of it may stand in anything that was heard outside
 * (E6). Ids that were made up for the call are uuids too, so that uuids are compared one by one.
 */
export async function tellsNobody(
  heard: readonly Heard[],
  patient: Patient,
  rest: APIRequestContext,
  world: World,
): Promise<void> {
  const read = async (path: string) => (await rest.get(`${world.url}/ws/rest/v1/${path}`)).text();
  const pages = await Promise.all([
    read(`patient/${patient.uuid}?v=full`),
    read(`visit/${patient.visit}?v=full`),
    read(`encounter/${patient.encounter}?v=full`),
    read('session'),
  ]);
  const { person, identifiers } = JSON.parse(pages[0]) as Record;
  const { givenName, familyName } = person.preferredName;
  const names = [
    ...`${givenName} ${familyName}`.split(/[\s-]+/),
    ...identifiers.map(({ identifier }) => identifier),
  ];
  const born = person.birthdate.slice(0, 10);
  const uuids = new Set([patient.uuid, ...pages.flatMap((page) => page.match(UUID) ?? [])]);
  expect(uuids.size, 'what is looked for').toBeGreaterThan(5);
  const all = JSON.stringify(heard);
  for (const secret of [...names.filter((name) => name.length > 3), born, ...uuids]) {
    expect(all, secret).not.toContain(secret);
  }
}

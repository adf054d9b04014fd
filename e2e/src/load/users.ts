import type { UserEntry } from '../patients/file.js';
import type { Loading } from './loading.js';
import { ROLES, type RoleSpec } from './roles.js';

interface StoredUser {
  readonly uuid: string;
  readonly username: string;
  readonly person: { uuid: string };
  readonly roles: readonly { display: string }[];
}

interface StoredRole {
  readonly uuid: string;
  readonly display: string;
  readonly privileges: readonly { display: string }[];
}

/** UUIDs by name. */
type Privileges = ReadonlyMap<string, string>;

/** Roles, users and providers. The first administrator is the server's own, and left as it is. */
export async function loadUsers(loading: Loading): Promise<void> {
  const privileges = await allPrivileges(loading);
  for (const spec of Object.values(ROLES)) {
    await ensureRole(loading, spec, privileges);
  }
  for (const user of loading.file.users) {
    if (user.role !== 'administrator') {
      await ensureUser(loading, user, ROLES[user.role]);
    }
  }
}

async function ensureRole(loading: Loading, spec: RoleSpec, privileges: Privileges): Promise<void> {
  const { rest, tally } = loading;
  const { name, description } = spec;
  const existing = await roleNamed(loading, name);
  const held = new Set(existing?.privileges.map(({ display }) => display));
  // A privilege that no module of this server brings is not needed for its pages either.
  const missing = spec.privileges.filter((privilege) => privileges.has(privilege) && !held.has(privilege));
  if (existing && missing.length === 0) {
    tally.found('role');
    return;
  }
  const uuids = [...held, ...missing].map((privilege) => privileges.get(privilege));
  await (existing
    ? rest.post(`role/${existing.uuid}`, { privileges: uuids })
    : rest.post('role', { name, description, privileges: uuids }));
  tally.made('role');
}

async function roleNamed({ rest }: Loading, name: string): Promise<StoredRole | undefined> {
  const roles = await rest.results<StoredRole>('role?limit=100&v=custom:(uuid,display,privileges:(display))');
  return roles.find(({ display }) => display === name);
}

async function allPrivileges({ rest }: Loading): Promise<Privileges> {
  const uuids = new Map<string, string>();
  for (let start = 0, full = true; full; start += 100) {
    const page = await rest.results<{ uuid: string; display: string }>(
      `privilege?limit=100&startIndex=${start}&v=custom:(uuid,display)`,
    );
    page.forEach(({ uuid, display }) => uuids.set(display, uuid));
    full = page.length === 100;
  }
  return uuids;
}

async function ensureUser(loading: Loading, user: UserEntry, spec: RoleSpec): Promise<void> {
  const { rest, tally } = loading;
  const existing = await userNamed(loading, user.username);
  const roles = [spec.name, spec.moduleRole];
  if (!existing) {
    await rest.post('user', {
      uuid: user.uuid,
      username: user.username,
      password: user.password,
      person: personOf(user),
      roles: await roleUuids(loading, roles),
    });
    tally.made('user');
  } else if (roles.every((role) => existing.roles.some(({ display }) => display === role))) {
    tally.found('user');
  } else {
    const all = new Set([...roles, ...existing.roles.map(({ display }) => display)]);
    await rest.post(`user/${existing.uuid}`, { roles: await roleUuids(loading, [...all]) });
    tally.made('user');
  }
  await ensureProvider(loading, user);
}

function personOf({ personUuid, givenName, familyName, gender }: UserEntry) {
  return { uuid: personUuid, names: [{ givenName, familyName }], gender };
}

async function userNamed({ rest }: Loading, username: string): Promise<StoredUser | undefined> {
  const users = await rest.results<StoredUser>(
    `user?q=${username}&v=custom:(uuid,username,person:(uuid),roles:(display))`,
  );
  return users.find((user) => user.username === username);
}

async function roleUuids(loading: Loading, names: readonly string[]): Promise<readonly string[]> {
  const uuids = [];
  for (const name of names) {
    const role = await roleNamed(loading, name);
    if (!role) {
      throw new Error(`The server has no role ${name}: is the module started?`);
    }
    uuids.push(role.uuid);
  }
  return uuids;
}

async function ensureProvider(loading: Loading, user: UserEntry): Promise<void> {
  const { rest, tally } = loading;
  const { provider, username } = user;
  if (!provider) {
    return;
  }
  const found = await rest.results<{ uuid: string; identifier: string }>(
    `provider?q=${provider.identifier}&v=custom:(uuid,identifier)`,
  );
  const existing = found.find(({ identifier }) => identifier === provider.identifier);
  loading.known('provider', username, existing?.uuid ?? provider.uuid);
  if (existing) {
    tally.found('provider');
    return;
  }
  const person = (await userNamed(loading, username))?.person.uuid;
  await rest.post('provider', { uuid: provider.uuid, person, identifier: provider.identifier });
  tally.made('provider');
}

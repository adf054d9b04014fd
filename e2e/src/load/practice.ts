import type { Named } from '../patients/file.js';
import type { Loading } from './loading.js';

const SETTINGS = {
  // The file prescribes no quantities.
  'drugOrder.requireOutpatientQuantity': 'false',
  // A fresh server has no Danish.
  'locale.allowed.list': 'en, da, es, fr, it, pt',
};

/** Types, the location and the settings that the file needs. */
export async function loadPractice(loading: Loading): Promise<void> {
  const { file } = loading;
  await ensureNamed(loading, 'encountertype', file.encounterTypes);
  await ensureNamed(loading, 'visittype', file.visitTypes);
  await ensureNamed(loading, 'location', file.locations);
  for (const [property, value] of Object.entries(SETTINGS)) {
    await ensureSetting(loading, property, value);
  }
  for (const [property, concept] of Object.entries(file.settings)) {
    await ensureSetting(loading, property, loading.concept(concept));
  }
}

async function ensureNamed(loading: Loading, resource: string, entries: readonly Named[]): Promise<void> {
  for (const { key, uuid, name } of entries) {
    await loading.ensure(resource, uuid, () => ({ name, description: name }));
    loading.known(resource, key, uuid);
  }
}

async function ensureSetting({ rest, tally }: Loading, property: string, value: string): Promise<void> {
  const setting = await rest.find<{ value: string | null }>(
    `systemsetting/${property}?v=custom:(property,value)`,
  );
  if (setting?.value === value) {
    tally.found('setting');
    return;
  }
  await (setting
    ? rest.post(`systemsetting/${property}`, { value })
    : rest.post('systemsetting', { property, value }));
  tally.made('setting');
}

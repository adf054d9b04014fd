import type { PatientFile } from '../patients/file.js';
import { OpenmrsRest } from '../rest/openmrs.js';
import type { Loading } from './loading.js';

interface Leaflet {
  readonly purpose: string;
  readonly version: string;
}

/** What the patients said, recorded by a GP through the module itself: the ledger has no other way in. */
export async function loadConsent(loading: Loading): Promise<void> {
  const gp = new OpenmrsRest(loading.rest.url, accountOf(loading.file, 'doctor'));
  await gp.login();
  const leaflets = await gp.results<Leaflet>('aisupport/leaflet?locale=en');
  for (const { uuid, consent = [] } of loading.file.patients) {
    const ledger = (await gp.get(`aisupport/consent?patient=${uuid}&v=full`)) as {
      events: readonly unknown[];
    };
    if (ledger.events.length > 0) {
      // Never twice: an event is there for good.
      loading.tally.found('consent event', consent.length);
      continue;
    }
    for (const event of consent) {
      const version = leaflets.find(({ purpose }) => purpose === event.purpose)?.version;
      await gp.post('aisupport/consent', {
        ...event,
        patient: uuid,
        ...(event.leaflet && { leaflet: { ...event.leaflet, version } }),
      });
      loading.tally.made('consent event');
    }
  }
}

function accountOf(file: PatientFile, username: string) {
  const user = file.users.find((candidate) => candidate.username === username);
  if (!user) {
    throw new Error(`The file has no user ${username}`);
  }
  return user;
}

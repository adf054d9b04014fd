import { ApiError, get } from './api.js';
import { card, el, quiet, table } from './dom.js';
import { dayAndTime, facts } from './format.js';
import { panel } from './panel.js';

const SHOWN =
  'custom:(uuid,encounterDatetime,encounterType:(display),visit:(uuid,stopDatetime),encounterProviders:(provider:(display)))';

/** @param {string} uuid @returns {Promise<import('./simple.js').View>} */
export async function patientView(uuid) {
  const [patient, encounters, consent] = await Promise.all([
    get(`patient/${uuid}?v=full`),
    unlessForbidden(`encounter?patient=${uuid}&v=${SHOWN}&limit=100`),
    consentTag(uuid),
  ]);
  return {
    title: patient.person.display,
    content: [
      el('h1', { tabindex: '-1' }, patient.person.display),
      el('p', { class: 'facts' }, facts(patient), ' ', consent),
      ...(encounters ? [encounterList(encounters.results)] : forThoseWhoSeeNoEncounters(uuid)),
    ],
  };
}

/** @param {string} path */
async function unlessForbidden(path) {
  try {
    return await get(path);
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.status === 403) {
      return undefined;
    }
    throw thrown;
  }
}

/** Receptionists see no encounters, but may record consent. @param {string} uuid */
function forThoseWhoSeeNoEncounters(uuid) {
  return [card('Encounters', quiet('Your account may not see encounters.')), panel({ patient: uuid })];
}

/** @param {any[]} encounters */
function encounterList(encounters) {
  const rows = encounters.map(({ uuid, encounterDatetime, encounterType, visit, encounterProviders }) => [
    el('a', { href: `#/encounter/${uuid}` }, dayAndTime(encounterDatetime)),
    encounterType.display,
    encounterProviders.map((/** @type {any} */ one) => one.provider.display).join(', '),
    visit && !visit.stopDatetime ? 'open' : '',
  ]);
  return card('Encounters', table('Encounters', ['Date', 'Type', 'Provider', 'Visit'], rows));
}

const WORDS = /** @type {Record<string, string>} */ ({
  NOT_RECORDED: 'not asked',
  GRANTED: 'yes',
  REFUSED: 'no',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
  LAPSED: 'to be asked again',
  PENDING: 'not confirmed yet',
});

/** What the patient said about AI; grey whatever it is, since a no is a fine answer. @param {string} uuid */
async function consentTag(uuid) {
  const tag = (/** @type {string} */ words) => el('span', { class: 'tag' }, `AI support: ${words}`);
  try {
    const { purposes } = await get(`aisupport/consent?patient=${uuid}`);
    const care = purposes.find((/** @type {any} */ one) => one.purpose === 'own-care');
    return tag(care.status === 'GRANTED' && !care.permitted ? 'off' : (WORDS[care.status] ?? care.status));
  } catch {
    return tag('consent could not be read');
  }
}

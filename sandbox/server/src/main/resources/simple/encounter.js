import { get } from './api.js';
import { card, el, quiet, table } from './dom.js';
import { date, day, dayAndTime, facts, time, value } from './format.js';
import { panel } from './panel.js';

const OBS =
  'obs:(uuid,obsDatetime,value,concept:(uuid,display,units,conceptClass:(display),datatype:(display)))';
const SHOWN = `custom:(uuid,encounterDatetime,encounterType:(display),patient:(uuid),visit:(uuid,stopDatetime),encounterProviders:(provider:(display)),diagnoses:(display,certainty),${OBS})`;
const EARLIER = `custom:(uuid,encounterDatetime,${OBS})`;
const EARLIER_ENCOUNTERS = 12;

/** @param {string} uuid @returns {Promise<import('./simple.js').View>} */
export async function encounterView(uuid) {
  const encounter = await get(`encounter/${uuid}?v=${SHOWN}`);
  const of = encounter.patient.uuid;
  const [patient, conditions, orders, allergies, earlier] = await Promise.all([
    get(`patient/${of}?v=full`),
    get(`condition?patientUuid=${of}&v=default&limit=100`),
    get(`order?patient=${of}&v=default&limit=100`),
    get(`patient/${of}/allergy?v=default&limit=100`),
    get(`encounter?patient=${of}&v=${EARLIER}&limit=${EARLIER_ENCOUNTERS}`),
  ]);
  const record = el(
    'div',
    {},
    note(encounter),
    vitals(encounter),
    results(earlier.results, encounter),
    problems(conditions.results, encounter.diagnoses),
    medication(orders.results),
    allergyList(allergies.results),
  );
  const beside = panel({ patient: of, encounter: uuid, visit: encounter.visit?.uuid });
  return {
    title: `${encounter.encounterType.display}, ${patient.person.display}`,
    content: [
      ...heading(patient, encounter),
      el('div', { class: 'encounter' }, record, el('div', {}, beside)),
    ],
  };
}

/** @param {any} patient @param {any} encounter */
function heading(patient, encounter) {
  const who = encounter.encounterProviders.map((/** @type {any} */ one) => one.provider.display).join(', ');
  const open = encounter.visit && !encounter.visit.stopDatetime ? ' · visit open' : '';
  return [
    el('h1', { tabindex: '-1' }, `${patient.person.display}: ${encounter.encounterType.display}`),
    el(
      'p',
      { class: 'facts' },
      `${dayAndTime(encounter.encounterDatetime)} · ${who}${open} · ${facts(patient)} · `,
      el('a', { href: `#/patient/${patient.uuid}` }, 'All encounters'),
    ),
  ];
}

const isNote = (/** @type {any} */ obs) => obs.concept.datatype.display === 'Text';
const isResult = (/** @type {any} */ obs) => obs.concept.conceptClass.display === 'Test';

/** @param {any} encounter */
function note(encounter) {
  const notes = encounter.obs.filter(isNote);
  return card(
    'Note',
    ...(notes.length
      ? notes.map((/** @type {any} */ one) => el('p', { class: 'note' }, one.value))
      : [quiet('No note.')]),
  );
}

/** @param {any} encounter */
function vitals(encounter) {
  const found = encounter.obs.filter((/** @type {any} */ obs) => !isNote(obs) && !isResult(obs));
  return card(
    'Vitals and findings',
    found.length
      ? table(
          'Vitals and findings',
          ['What', 'Value', 'When'],
          found.map((/** @type {any} */ obs) => [
            obs.concept.display,
            value(obs),
            time(obs.obsDatetime),
          ]),
        )
      : quiet('Nothing was measured in this encounter.'),
  );
}

/**
 * The newest result of each kind that was known at this encounter, wherever it was taken.
 * @param {any[]} encounters newest first
 * @param {any} shown
 */
function results(encounters, shown) {
  /** @type {Map<string, any>} */
  const newest = new Map();
  // The encounter itself may be older than the ones that were fetched.
  for (const { uuid, encounterDatetime, obs } of [...encounters, shown]) {
    if (date(encounterDatetime) <= date(shown.encounterDatetime)) {
      obs.filter(isResult).forEach((/** @type {any} */ one) => {
        if (!newest.has(one.concept.uuid)) {
          newest.set(one.concept.uuid, { ...one, encounter: uuid });
        }
      });
    }
  }
  const rows = [...newest.values()].map((one) => [
    one.concept.display,
    value(one),
    one.encounter === shown.uuid
      ? `${day(one.obsDatetime)}, this encounter`
      : el('a', { href: `#/encounter/${one.encounter}` }, day(one.obsDatetime)),
  ]);
  return card(
    'Results, newest of each',
    rows.length ? table('Results', ['Test', 'Value', 'Date'], rows) : quiet('No results.'),
  );
}

/** @param {any[]} conditions @param {any[]} diagnoses of this encounter */
function problems(conditions, diagnoses) {
  const rows = [
    ...conditions.map((one) => [one.display, day(one.onsetDate)]),
    ...diagnoses.map((one) => [one.display, `diagnosis of this encounter, ${one.certainty.toLowerCase()}`]),
  ];
  return card(
    'Problems',
    rows.length ? table('Problems', ['Problem', 'Since or as'], rows) : quiet('No active problems.'),
  );
}

/** @param {any[]} orders active ones */
function medication(orders) {
  const rows = orders.map((one) => [
    one.concept.display,
    one.dosingInstructions ?? '',
    day(one.dateActivated),
  ]);
  return card(
    'Medication',
    rows.length ? table('Medication', ['Medicine', 'How', 'Since'], rows) : quiet('No active medication.'),
  );
}

/** @param {any[]} allergies */
function allergyList(allergies) {
  const rows = allergies.map((one) => [
    one.display,
    one.reactions.map((/** @type {any} */ each) => each.reaction.display).join(', '),
    one.severity?.display ?? '',
  ]);
  return card(
    'Allergies',
    rows.length
      ? table('Allergies', ['Allergy', 'Reaction', 'Severity'], rows)
      : quiet('No allergies recorded.'),
  );
}

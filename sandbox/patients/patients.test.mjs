// node --test sandbox/patients/patients.test.mjs
// What README.md promises of the patient file. schema.json says which shape it has; this says whether it makes sense.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fires } from './fires.mjs';
import { concept, egfr, encounters, file, newest, observations, patient } from './record.mjs';

const duplicates = (list) => list.filter((one, i) => list.indexOf(one) !== i);
const each = (check) => file.patients.forEach((person) => check(person));
const uuidsIn = (node) =>
  node && typeof node === 'object'
    ? Object.entries(node).flatMap(([key, value]) => (/uuid$/i.test(key) ? [value] : uuidsIn(value)))
    : [];

test('no uuid is used twice', () => {
  const uuids = uuidsIn(file);

  assert.ok(uuids.length > 300);
  assert.deepEqual(duplicates(uuids), []);
  assert.deepEqual(
    uuids.filter((uuid) => !/^[0-9A-Za-z-]{36}$/.test(uuid)),
    [],
  );
});

test('no key, name, identifier or login is used twice', () => {
  for (const list of ['concepts', 'encounterTypes', 'visitTypes', 'locations', 'patients'])
    assert.deepEqual(duplicates(file[list].map((one) => one.key)), [], list);
  assert.deepEqual(duplicates(file.concepts.map((one) => one.name.toLowerCase())), []);
  assert.deepEqual(duplicates(file.patients.map((one) => one.identifier)), []);
  assert.deepEqual(duplicates(file.users.map((one) => one.username)), []);
});

test('no two concepts claim the same code, and every code has a known source', () => {
  const mappings = file.concepts.flatMap((one) => one.mappings);
  const sources = file.conceptSources.map((one) => one.name);

  assert.deepEqual(duplicates(mappings.map(({ source, code }) => `${source}:${code}`)), []);
  assert.deepEqual(
    mappings.filter(({ source }) => !sources.includes(source)),
    [],
  );
});

test('every concept, answer, type, location and provider that a record names is in the file', () => {
  const keys = (list) => file[list].map((one) => one.key);
  const providers = file.users.filter((one) => one.provider).map((one) => one.username);

  for (const one of file.concepts)
    for (const other of [...(one.answers ?? []), ...(one.members ?? [])]) assert.ok(concept(other), other);
  for (const severity of ['mild', 'moderate', 'severe']) assert.ok(concept(`severity-${severity}`), severity);
  each((person) => {
    const named = [
      ...observations(person),
      ...person.conditions,
      ...person.medications,
      ...person.allergies,
      ...person.allergies.map((one) => ({ concept: one.reaction })),
      ...encounters(person).flatMap((one) => one.diagnoses ?? []),
    ];
    assert.deepEqual(
      named.filter((one) => !concept(one.concept)),
      [],
      person.key,
    );
    for (const visit of person.visits) {
      assert.ok(keys('visitTypes').includes(visit.type) && keys('locations').includes(visit.location));
      for (const one of visit.encounters)
        assert.ok(keys('encounterTypes').includes(one.type) && providers.includes(one.provider), one.uuid);
    }
  });
});

test('every value is of the kind its concept asks for', () => {
  const fits = {
    Numeric: (value) => typeof value === 'number' && value > 0,
    Coded: (value, { answers }) => answers.includes(value),
    Text: (value) => typeof value === 'string' && value.length > 0,
  };
  each((person) => {
    for (const one of observations(person)) {
      const question = concept(one.concept);
      assert.ok(fits[question.datatype]?.(one.value, question), `${person.key}: ${JSON.stringify(one)}`);
    }
  });
});

test('everyone has encounters, notes and measurements over at least three years', () => {
  each((person) => {
    const days = encounters(person).map((one) => one.daysAgo);

    assert.ok(Math.max(...days) - Math.min(...days) >= 3 * 366, person.key);
    assert.ok(encounters(person).filter((one) => one.note).length >= 5, person.key);
    assert.ok(newest(person, 'weight').length > 0, person.key);
  });
});

test('nothing happens before its visit began, nothing after a later thing, and nothing in the future', () => {
  each((person) => {
    for (const visit of person.visits) {
      const times = [visit.startTime, ...visit.encounters.map((one) => one.time)];

      assert.deepEqual(times, [...times].sort(), visit.uuid);
      for (const { daysAgo, time, obs = [] } of visit.encounters) {
        assert.equal(daysAgo, visit.startDaysAgo, visit.uuid);
        for (const one of obs) assert.ok((one.time ?? time) >= time, visit.uuid);
      }
      assert.ok(!visit.open || visit.startDaysAgo === 0, visit.uuid);
    }
    const born = person.age.years * 365;
    for (const one of person.conditions) {
      assert.ok(one.onsetDaysAgo < born, person.key);
      assert.ok((one.endedDaysAgo ?? 0) < one.onsetDaysAgo, person.key);
    }
  });
});

test('every medicine was started in an encounter of that day, and none is taken twice at once', () => {
  each((person) => {
    for (const one of person.medications) {
      const start = encounters(person).find((encounter) => encounter.uuid === one.encounter);
      assert.equal(start?.daysAgo, one.startedDaysAgo, `${person.key}: ${one.concept}`);
      assert.ok((one.stoppedDaysAgo ?? 0) < one.startedDaysAgo, `${person.key}: ${one.concept}`);

      const others = person.medications.filter((other) => other !== one && other.concept === one.concept);
      for (const other of others)
        assert.ok(
          one.startedDaysAgo < other.stoppedDaysAgo || other.startedDaysAgo < one.stoppedDaysAgo,
          person.key,
        );
    }
  });
});

test('C7: whoever is a minor has a guardian, and only a guardian gave the answer', () => {
  each((person) => {
    assert.equal(person.age.years < 18, Boolean(person.guardian), person.key);
    for (const { givenBy } of person.consent ?? [])
      assert.equal(givenBy.role, person.guardian ? 'GUARDIAN' : 'PATIENT', person.key);
  });
});

test('C2: Karen was not asked, Jens refused, Annemarie gave consent and took it back', () => {
  const decisions = (key) => (patient(key).consent ?? []).map((one) => one.decision);

  assert.deepEqual(decisions('karen-holm'), []);
  assert.deepEqual(decisions('jens-thomsen'), ['REFUSE']);
  assert.deepEqual(decisions('annemarie-dahl'), ['GRANT', 'WITHDRAW']);
});

test('Ole has at least 2,000 observations', () => {
  assert.ok(observations(patient('ole-frandsen')).length >= 2000);
});

test('what would fire for whom is what README.md says', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const rows = Object.fromEntries(
    [...readme.matchAll(/^\| `([a-z-]+)` \|.*\| ([^|]+) \|$/gm)].map(([, key, would]) => [key, would.trim()]),
  );

  assert.deepEqual(
    rows,
    Object.fromEntries(file.patients.map((one) => [one.key, fires(one).join(', ') || 'nothing'])),
  );
});

test('Karen fires two rules with what was found within the last thirty days', () => {
  const karen = patient('karen-holm');

  assert.ok(fires(karen).length >= 2);
  assert.ok(newest(karen, 'creatinine')[0].daysAgo <= 30);
  assert.deepEqual(
    newest(karen, 'systolic').map((one) => one.daysAgo),
    [0, 0],
  );
  assert.ok(karen.visits.some((visit) => visit.open));
});

test('the healthy person has every input, and none of them is out of range', () => {
  const sofie = patient('sofie-brandt');

  assert.ok(egfr(sofie) >= 90 && newest(sofie, 'hba1c')[0].value < 42);
  assert.ok(newest(sofie, 'systolic')[0].value < 130 && newest(sofie, 'diastolic')[0].value < 80);
  assert.deepEqual(fires(sofie), []);
});

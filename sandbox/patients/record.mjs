// Reads the patient file as a loader would, so that the tests speak of records and not of JSON.
import { readFileSync } from 'node:fs';

export const file = JSON.parse(readFileSync(new URL('patients.json', import.meta.url), 'utf8'));

export const patient = (key) => file.patients.find((candidate) => candidate.key === key);

export const concept = (key) => file.concepts.find((candidate) => candidate.key === key);

export const encounters = (person) => person.visits.flatMap((visit) => visit.encounters);

/** What one series stands for: value and day of every observation, newest first. */
export const expand = (series) =>
  Array.from({ length: series.count }, (_, i) => ({
    concept: series.concept,
    daysAgo: series.lastDaysAgo + i * series.everyDays,
    value: Math.round((series.base + series.spread * Math.sin(i * 0.7)) * 10) / 10,
  }));

export const observations = (person) => [
  ...encounters(person).flatMap(({ obs = [], daysAgo, time, note }) => [
    ...obs.map((one) => ({ time, ...one, daysAgo })),
    ...(note ? [{ concept: 'note', value: note, daysAgo, time }] : []),
  ]),
  ...(person.series ?? []).flatMap(expand).map((one) => ({ ...one, time: '08:00' })),
];

/** The newest observations of a concept: more than one where it was measured twice in one encounter. */
export const newest = (person, ...keys) => {
  const all = observations(person).filter((one) => keys.includes(one.concept));
  const day = Math.min(...all.map((one) => one.daysAgo));
  return all.filter((one) => one.daysAgo === day);
};

export const takes = (person, key) =>
  person.medications.some((one) => one.concept === key && one.stoppedDaysAgo === null);

export const has = (person, ...keys) =>
  person.conditions.some((one) => one.status === 'ACTIVE' && keys.includes(one.concept)) ||
  encounters(person).some(({ diagnoses = [] }) => diagnoses.some((one) => keys.includes(one.concept)));

/** CKD-EPI 2021 (N Engl J Med 2021;385:1737): creatinine in mg/dL, age in whole years on the day, as a whole number. */
export const egfrs = (person) =>
  observations(person)
    .filter((one) => ['creatinine', 'creatinine-mg'].includes(one.concept))
    .map((blood) => {
      const creatinine = blood.concept === 'creatinine' ? blood.value / 88.4 : blood.value;
      const [kappa, alpha, factor] = person.gender === 'F' ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
      const ratio = creatinine / kappa;
      // The days beyond whole years are few enough here for this to be the age on the day.
      const age = Math.floor(person.age.years + (person.age.days - blood.daysAgo) / 365.25);
      const rate = 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * factor;
      return { daysAgo: blood.daysAgo, value: Math.round(rate) };
    });

/** The newest one of an adult. */
export const egfr = (person) => {
  if (person.age.years < 18) return undefined;
  return egfrs(person).toSorted((a, b) => a.daysAgo - b.daysAgo)[0]?.value;
};

/** In its own unit: 6.5 % and 48 mmol/mol are both the line, though neither converts exactly into the other. */
export const isDiabeticRange = ({ concept: key, value }) => value >= (key === 'hba1c' ? 48 : 6.5);

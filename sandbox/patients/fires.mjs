// The rules that fire on somebody here, in their shortest form, written apart from the engine so that one can find the other wrong.
import { egfr, egfrs, has, isDiabeticRange, newest, takes } from './record.mjs';

const DIABETES = ['type-2-diabetes'];
const HYPERTENSION = ['hypertension', 'essential-hypertension'];

/** Every eGFR from the newest back to one at least 90 days older is below 60. */
const lasts = (person) => {
  const all = egfrs(person).toSorted((a, b) => a.daysAgo - b.daysAgo);
  const good = all.findIndex((one) => one.value >= 60);
  const low = good < 0 ? all : all.slice(0, good);
  return low.length > 0 && low[0].daysAgo <= 366 && low.at(-1).daysAgo - low[0].daysAgo >= 90;
};

/** The newest total, of someone in whom what it screens for is not known. */
const screens = (person, total, days, from, ...known) =>
  newest(person, total).some((one) => one.daysAgo <= days && one.value >= from) && !has(person, ...known);

const questionnaires = (person) => [
  ...(newest(person, 'phq9-item-nine').some((one) => one.daysAgo <= 90 && one.value !== 'not-at-all')
    ? ['PHQ-9 question 9']
    : []),
  ...(screens(person, 'phq9-total', 90, 10, 'depressive-disorder') ? ['PHQ-9'] : []),
  ...(screens(person, 'gad7-total', 90, 10, 'generalised-anxiety') ? ['GAD-7'] : []),
  ...(screens(person, 'audit-c-total', 366, 5, 'alcohol-abuse') ? ['AUDIT-C'] : []),
];

const HEART = ['myocardial-infarction', 'stroke'];

/** CHA2DS2-VA (ESC 2024) of what this file knows: heart failure, pressure, age, diabetes, stroke, arteries. */
const strokeRisk = (person) =>
  (person.age.years >= 75 ? 2 : person.age.years >= 65 ? 1 : 0) +
  [['heart-failure'], HYPERTENSION, DIABETES, ['myocardial-infarction']].filter((keys) =>
    has(person, ...keys),
  ).length +
  (has(person, 'stroke') ? 2 : 0);

const isHighRisk = (one) =>
  one.concept === 'hba1c' ? one.value >= 42 && one.value < 48 : one.value >= 6 && one.value < 6.5;

/** Nothing is said of what is taken, known or done. */
const heartAndBlood = (person) => {
  const untreated = !takes(person, 'warfarin') && !takes(person, 'apixaban') && !takes(person, 'rivaroxaban');
  const sugar = newest(person, 'hba1c', 'hba1c-percent')[0];
  const blood = newest(person, 'white-blood-cells')[0];
  const found = [];
  if (has(person, 'atrial-fibrillation') && untreated && strokeRisk(person) >= 1) found.push('anticoagulant');
  if (has(person, ...HEART) && !takes(person, 'atorvastatin')) found.push('statin');
  if (
    sugar &&
    isHighRisk(sugar) &&
    sugar.daysAgo > 366 &&
    sugar.daysAgo < 1826 &&
    !has(person, 'pregnancy', ...DIABETES)
  )
    found.push('HbA1c again');
  const [red] = newest(person, 'haemoglobin');
  const pale = red && red.daysAgo <= 90 && red.value < (person.gender === 'M' ? 13 : 12);
  if (pale && !(newest(person, 'ferritin')[0]?.daysAgo <= 90) && !has(person, 'pregnancy', 'iron-deficiency'))
    found.push('ferritin');
  if (takes(person, 'methotrexate') && !(blood?.daysAgo <= 91 + 14)) found.push('methotrexate');
  return found;
};

/** What the record says, apart from consent. */
export const fires = (person) => {
  const low = (key) => Math.min(...newest(person, key).map((one) => one.value));
  const [adult, filtration] = [person.age.years >= 18, egfr(person)];
  const high = newest(person, 'hba1c', 'hba1c-percent').some(
    (one) => isDiabeticRange(one) && one.daysAgo <= 365,
  );
  const found = [];
  if (takes(person, 'metformin') && filtration < 45)
    found.push(filtration < 30 ? 'metformin: stop' : 'metformin: review');
  if (adult && high && !has(person, 'pregnancy', ...DIABETES)) found.push('HbA1c');
  if (adult && (low('systolic') >= 180 || low('diastolic') >= 120)) found.push('pressure: severe');
  else if (adult && (low('systolic') >= 140 || low('diastolic') >= 90) && !has(person, ...HYPERTENSION))
    found.push('pressure');
  if (takes(person, 'ibuprofen') && takes(person, 'lisinopril') && takes(person, 'hydrochlorothiazide'))
    found.push('triple whammy');
  if (adult && lasts(person) && !has(person, 'pregnancy', 'chronic-kidney-disease', 'kidney-failure'))
    found.push('CKD');
  return adult ? [...found, ...questionnaires(person), ...heartAndBlood(person)] : found;
};

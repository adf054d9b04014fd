// How things are written.

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** OpenMRS writes offsets without a colon, which not every browser reads. @param {string} text */
export const date = (text) => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

/** @param {string | null | undefined} text */
export const day = (text) => (text ? DAY.format(date(text)) : '');

/** @param {string} text */
export const time = (text) => TIME.format(date(text));

/** @param {string} text */
export const dayAndTime = (text) => `${day(text)}, ${time(text)}`;

const SEX = { F: 'female', M: 'male' };

/** @param {any} patient of representation full */
export function facts(patient) {
  const { age, gender, birthdate } = patient.person;
  const sex = SEX[/** @type {'F' | 'M'} */ (gender)] ?? 'sex unknown';
  const numbers = patient.identifiers.map((/** @type {any} */ one) => one.identifier).join(', ');
  return `${age} years, ${sex}, born ${day(birthdate)} · No. ${numbers}`;
}

/** @param {any} obs with value and concept */
export function value(obs) {
  const { value: found, concept } = obs;
  if (typeof found === 'number') {
    return concept.units ? `${found} ${concept.units}` : String(found);
  }
  return found?.display ?? String(found ?? '');
}

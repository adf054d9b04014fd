import { get } from './api.js';
import { el, fill, quiet, table } from './dom.js';
import { day } from './format.js';

const SHOWN = 'custom:(uuid,identifiers:(identifier),person:(display,age,gender,birthdate))';

/** @returns {Promise<import('./simple.js').View>} */
export async function patientsView() {
  const found = el('div', { 'aria-live': 'polite' });
  const query = /** @type {HTMLInputElement} */ (
    el('input', { id: 'query', type: 'search', autocomplete: 'off' })
  );
  const form = el(
    'form',
    { class: 'card', role: 'search' },
    el('label', { for: 'query' }, 'Name or number'),
    query,
    el('button', { type: 'submit' }, 'Search'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    fill(found, await list(query.value).catch((problem) => quiet(problem.message)));
  });
  fill(found, await list(''));
  return { title: 'Patients', content: [el('h1', { tabindex: '-1' }, 'Patients'), form, found] };
}

/** @param {string} query @returns {Promise<Node>} */
async function list(query) {
  const { results } = await get(`patient?q=${encodeURIComponent(query)}&v=${SHOWN}`);
  if (results.length === 0) {
    return quiet('Nobody of that name or number.');
  }
  const rows = results.map((/** @type {any} */ { uuid, identifiers, person }) => [
    el('a', { href: `#/patient/${uuid}` }, person.display),
    String(person.age),
    person.gender,
    day(person.birthdate),
    identifiers.map((/** @type {any} */ one) => one.identifier).join(', '),
  ]);
  return el('div', { class: 'card' }, table('Patients', ['Name', 'Age', 'Sex', 'Born', 'Number'], rows));
}

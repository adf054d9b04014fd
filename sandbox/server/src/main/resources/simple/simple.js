// The simple page: login, patients, a patient, an encounter. It speaks to the server through OpenMRS's own REST only, and
// shows whatever comes back as text.
import { ApiError, forgetSession, logOut, session } from './api.js';
import { el, fill } from './dom.js';
import { encounterView } from './encounter.js';
import { loginView } from './login.js';
import { patientView } from './patient.js';
import { patientsView } from './patients.js';

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
const nav = /** @type {HTMLElement} */ (document.getElementById('nav'));

/** Counts navigations, so that an answer that comes too late is dropped. */
let current = 0;

/** @typedef {{ title: string, content: Node[] }} View */

/** @returns {Promise<View>} */
function route() {
  const [kind, uuid] = location.hash.replace(/^#\/?/, '').split('/');
  if (kind === 'patient' && uuid) {
    return patientView(uuid);
  }
  if (kind === 'encounter' && uuid) {
    return encounterView(uuid);
  }
  return patientsView();
}

/** @param {boolean} moveFocus after a navigation the heading is read out; on the first load the browser does that */
async function show(moveFocus) {
  const mine = ++current;
  fill(main, el('p', {}, 'Loading…'));
  const view = await viewOrProblem();
  if (mine !== current) {
    return;
  }
  document.title = `${view.title} – Stand-in for OpenMRS`;
  fill(main, ...view.content);
  if (moveFocus) {
    main.querySelector('h1')?.focus();
  }
}

/** @returns {Promise<View>} */
async function viewOrProblem() {
  try {
    const who = await session();
    drawNav(who);
    return who.authenticated ? await route() : loginView(() => show(true));
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.status === 401) {
      forgetSession();
      drawNav({ authenticated: false });
      return loginView(() => show(true));
    }
    return problemView(thrown);
  }
}

/** @param {unknown} thrown @returns {View} */
function problemView(thrown) {
  const words = thrown instanceof ApiError ? thrown.message : 'The server could not be reached.';
  const again = el('button', { type: 'button' }, 'Try again');
  again.addEventListener('click', () => show(true));
  return {
    title: 'Problem',
    content: [
      el(
        'div',
        { class: 'card problem' },
        el('h1', { tabindex: '-1' }, 'That did not work'),
        el('p', {}, words),
        again,
      ),
    ],
  };
}

/** @param {import('./api.js').Session} who */
function drawNav(who) {
  nav.hidden = !who.authenticated;
  if (!who.authenticated) {
    return;
  }
  const out = el('button', { type: 'button', class: 'plain' }, 'Log out');
  out.addEventListener('click', async () => {
    await logOut();
    location.hash = '#/';
    await show(true);
  });
  fill(
    nav,
    el('a', { href: '#/' }, 'Patients'),
    el('span', { class: 'who' }, who.user?.person?.display ?? who.user?.display ?? ''),
    out,
  );
}

addEventListener('hashchange', () => show(true));
show(false);

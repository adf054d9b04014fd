import { logIn } from './api.js';
import { el, fill } from './dom.js';

/** @param {() => void} done @returns {import('./simple.js').View} */
export function loginView(done) {
  const name = el('input', { id: 'username', name: 'username', autocomplete: 'username', required: '' });
  const password = el('input', {
    id: 'password',
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: '',
  });
  const said = el('p', { role: 'alert' });
  const form = el(
    'form',
    { class: 'login card' },
    el('h1', { tabindex: '-1' }, 'Log in'),
    el('p', { class: 'quiet' }, 'The made-up logins stand where the sandbox was started.'),
    el('label', { for: 'username' }, 'Username'),
    name,
    el('label', { for: 'password' }, 'Password'),
    password,
    said,
    el('button', { type: 'submit' }, 'Log in'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const user = /** @type {HTMLInputElement} */ (name).value;
    try {
      if (await logIn(user, /** @type {HTMLInputElement} */ (password).value)) {
        done();
      } else {
        fill(said, document.createTextNode('Username or password is wrong.'));
      }
    } catch {
      fill(said, document.createTextNode('The server could not be reached. Try again.'));
    }
  });
  return { title: 'Log in', content: [form] };
}

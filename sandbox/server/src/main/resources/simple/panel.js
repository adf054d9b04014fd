import { el } from './dom.js';

const BASE = new URL('..', document.baseURI).pathname.replace(/\/$/, '');
const SOURCE = `${BASE}/moduleResources/aisupport/panel/ai-panel.js`;

/**
 * The module's own element, loaded from the module as on OpenMRS's legacy encounter form.
 * @param {{ patient: string, encounter?: string, visit?: string }} place
 */
export function panel({ patient, encounter, visit }) {
  import(SOURCE).catch(() => console.error(`The panel could not be loaded from ${SOURCE}`));
  return el('aisupport-panel', {
    patient,
    ...(encounter ? { encounter } : {}),
    ...(visit ? { visit } : {}),
    base: BASE,
    'record-link': `${BASE}/simple/#/encounter/{encounter}`,
    'login-link': `${BASE}/simple/`,
  });
}

// Elements are made of text and other elements, never of HTML: what stands in a record can't become part of the page.

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}

/** @param {Element} parent @param {...Node} children */
export function fill(parent, ...children) {
  parent.replaceChildren(...children);
}

/**
 * A table with a heading for each column; the first cell of a row is its heading.
 * @param {string} label
 * @param {string[]} columns
 * @param {(Node | string)[][]} rows
 */
export function table(label, columns, rows) {
  const head = el('tr', {}, ...columns.map((column) => el('th', { scope: 'col' }, column)));
  const body = rows.map(([first, ...rest]) =>
    el('tr', {}, el('th', { scope: 'row' }, first), ...rest.map((cell) => el('td', {}, cell))),
  );
  return el('table', { 'aria-label': label }, el('thead', {}, head), el('tbody', {}, ...body));
}

/** @param {string} heading @param {...Node} content */
export function card(heading, ...content) {
  return el('section', { class: 'card' }, el('h2', {}, heading), ...content);
}

/** @param {string} words */
export const quiet = (words) => el('p', { class: 'quiet' }, words);

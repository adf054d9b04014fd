import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '@aisupport/core/api/problem';
import { fill, type Words } from '../i18n/words';
import { safeUrl } from '@aisupport/core/safe-url';

export interface Help {
  readonly words: Words;
  readonly loginLink: string;
}

/** A problem in words, with the way out of it. */
export function problemView(problem: Problem, help: Help, retry?: () => void): TemplateResult {
  const { m } = help.words;
  return html`<div class="problem">
    <p>${problemWords(problem, help.words)}</p>
    ${problem.kind === 'loggedOut' ? loginLink(help) : nothing}
    ${retry ? html`<button type="button" class="plain" @click=${retry}>${m.retry}</button>` : nothing}
  </div>`;
}

export function problemWords(problem: Problem, words: Words): string {
  const texts = words.m.problem;
  switch (problem.kind) {
    case 'forbidden':
      return fill(texts.forbidden, { privilege: problem.privilege });
    case 'invalid':
    case 'conflict':
      return fill(texts[problem.kind], { message: problem.message }).trim();
    case 'server':
      return problem.status === 0 ? texts.panel : fill(texts.server, { status: String(problem.status) });
    case 'network':
    case 'loggedOut':
    case 'notProvider':
    case 'notConfigured':
    case 'noConsent':
    case 'notFound':
      return texts[problem.kind];
  }
}

// In a tab of its own: what is typed into the page, here and around the panel, must survive the login.
function loginLink({ words, loginLink: address }: Help): TemplateResult | typeof nothing {
  const href = safeUrl(address);
  return href === undefined ? nothing : html`<p>${outside(href, words.m.problem.login, words)}</p>`;
}

/** A link that leaves the encounter open: it may hold unsaved work. */
export function outside(href: string, text: unknown, words: Words): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer"
    >${text}<span class="unseen"> (${words.m.newTab})</span></a
  >`;
}

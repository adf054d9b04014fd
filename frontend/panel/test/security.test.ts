import { beforeEach, describe, expect, it } from 'vitest';
import { safeUrl } from '@aisupport/core/safe-url';
import { recordUrl } from '../src/link';
import { aSuggestion, evidence, granted, PATIENT } from '@aisupport/core/fake/data';
import { textOf, usePage } from './fake/page';

const page = usePage();
const HOSTILE = '<img src=x onerror="window.harmed = true"><b>bold</b>';

beforeEach(() => {
  page().server.clinic.consents.set(PATIENT.uuid, granted());
});

describe('what the server sends is text', () => {
  it('X3: HTML in every field of a suggestion is shown, not parsed', async () => {
    page().server.clinic.suggestions = [
      aSuggestion({
        uuid: 's-1',
        label: HOSTILE,
        summary: HOSTILE,
        detail: HOSTILE,
        limits: HOSTILE,
        source: { label: HOSTILE, citation: `${HOSTILE}.` },
        evidence: [evidence(HOSTILE, HOSTILE, HOSTILE)],
      }),
    ];

    await page().openAndRead();

    expect(textOf(page().cards()[0] ?? document).split(HOSTILE).length - 1).toBe(9);
    expect(page().all('img, b')).toHaveLength(0);
  });

  it('X3: a javascript: source is not linked', async () => {
    const source = { label: 'A guideline', url: 'javascript:alert(1)', citation: 'cited' };
    page().server.clinic.suggestions = [aSuggestion({ uuid: 's-1', source })];

    await page().openAndRead({
      'record-link': 'javascript:alert({encounter})',
      'login-link': 'javascript:1',
    });

    expect(page().text).toContain('A guideline');
    expect(page().all('a', page().cards()[0])).toHaveLength(0);
  });
});

describe('links', () => {
  it('lead to the cited record by the page’s own template, in a tab of their own', async () => {
    page().server.clinic.suggestions = [aSuggestion({ uuid: 's-1' })];

    await page().openAndRead({ 'record-link': '/openmrs/simple/#/encounter/{encounter}?at={record}' });

    const links = page().all<HTMLAnchorElement>('.evidence a');
    expect(links.map((link) => link.href)).toEqual([
      'http://localhost:3000/openmrs/simple/#/encounter/e-earlier?at=o-Creatinine',
      'http://localhost:3000/openmrs/simple/#/encounter/e-earlier?at=o-Creatinine',
    ]);
    for (const link of page().all<HTMLAnchorElement>('a')) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
    }
  });

  it('are left out where the page names no place, or the record has no encounter', () => {
    const record = { type: 'obs', uuid: 'o', encounter: 'e' } as const;

    expect(recordUrl('', 'p', record)).toBeUndefined();
    expect(recordUrl('/e/{encounter}', 'p', { type: 'obs', uuid: 'o' })).toBeUndefined();
    expect(recordUrl('/e/{encounter}', 'p', { ...record, encounter: 'a/../b' })).toBe(
      'http://localhost:3000/e/a%2F..%2Fb',
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    'http://[',
    '',
  ])('X3: %j is no address to link', (address) => {
    expect(safeUrl(address)).toBeUndefined();
  });
});

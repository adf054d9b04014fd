import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aSuggestion,
  COMPANY,
  denied,
  granted,
  instant,
  OUTSIDE,
  PATIENT,
  severalSuggestions,
} from '@aisupport/core/fake/data';
import { later, type Page, settle, textOf, usePage } from './fake/page';

const page = usePage();

async function withSuggestions(open: Page): Promise<void> {
  open.server.clinic.consents.set(PATIENT.uuid, granted());
  open.server.clinic.suggestions = severalSuggestions();
  open.server.clinic.engineRun = {
    missing: [{ rule: 'r', label: 'A rule', inputs: ['sex'] }],
    dataQuality: ['A value without unit'],
  };
  open.server.clinic.settle(
    's-bp',
    { outcome: 'ACCEPTED', text: 'Asked to measure at home' },
    open.server.clinic.me,
  );
  await open.openAndRead({ 'record-link': '/e/{encounter}' });
}

function unfoldAll(open: Page): void {
  for (const details of open.all<HTMLDetailsElement>('details')) {
    details.open = true;
  }
}

/** Every state that the panel can be in, and how to get there. */
const states: Record<string, (open: Page) => Promise<void>> = {
  loading: async (open) => {
    open.server.hold(/./);
    await open.open();
  },
  'not asked': (open) => open.open(),
  refused: async (open) => {
    open.server.clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED', '2026-03-02T08:00:00+00:00'));
    await open.open();
  },
  form: async (open) => {
    await open.open();
    await open.click('Record consent');
    await open.choose('Yes');
    await open.choose('A guardian');
    for (const details of open.all<HTMLDetailsElement>('details')) {
      details.open = true;
    }
  },
  'form with mistakes': async (open) => {
    await states['form']?.(open);
    await open.click('Save');
  },
  reading: async (open) => {
    open.server.hold(/GET.*run\//);
    await withSuggestions(open);
  },
  suggestions: withSuggestions,
  'suggestions, all open': async (open) => {
    await withSuggestions(open);
    await open.click('Show 1 more');
    await open.click('Edit wording', open.card('Review the metformin dose'));
    await open.click('Reject', open.card('Stop metformin'));
    for (const details of open.all<HTMLDetailsElement>('details')) {
      details.open = true;
    }
    await later(10);
  },
  decided: async (open) => {
    await withSuggestions(open);
    await open.click('Accept', open.card('Review the metformin dose'));
  },
  conflict: async (open) => {
    await withSuggestions(open);
    open.server.clinic.settle('s-dose', { outcome: 'REJECTED' }, { uuid: 'u-2', display: 'Dr. Berg' });
    await open.click('Accept', open.card('Review the metformin dose'));
  },
  'nothing found': async (open) => {
    open.server.clinic.consents.set(PATIENT.uuid, granted());
    await open.openAndRead();
  },
  'nothing left to decide': async (open) => {
    open.server.clinic.consents.set(PATIENT.uuid, granted());
    open.server.clinic.suggestions = severalSuggestions().slice(0, 1);
    open.server.clinic.settle('s-stop', { outcome: 'ACCEPTED' }, open.server.clinic.me);
    await open.openAndRead();
  },
  'engines failed': async (open) => {
    open.server.clinic.consents.set(PATIENT.uuid, granted());
    open.server.clinic.runStatus = 'FAILED';
    await open.openAndRead();
  },
  'ends soon': async (open) => {
    const expires = new Date(Date.now() + 5 * 86_400_000);
    open.server.clinic.consents.set(PATIENT.uuid, granted({ expires: instant(expires) }));
    await open.openAndRead();
    await open.click('Record again');
  },
  undone: async (open) => {
    await states['withdrawn']?.(open);
    await open.click('Undo');
    await later(600);
  },
  'undo failed': async (open) => {
    await states['withdrawn']?.(open);
    open.server.down = true;
    await open.click('Undo');
  },
  'undo too late': async (open) => {
    await states['withdrawn']?.(open);
    open.server.fail(/POST.*consent/, 400);
    await open.click('Undo');
  },
  receptionist: async (open) => {
    open.server.privileges = ['View AI Consent', 'Record AI Consent'];
    open.server.clinic.consents.set(PATIENT.uuid, granted());
    await open.open({ encounter: '' });
  },
  withdrawn: async (open) => {
    await withSuggestions(open);
    open.server.clinic.shared = [{ recipient: 'Somebody', at: '2026-06-01T08:00:00+00:00' }];
    await open.click('Withdraw');
  },
  failed: async (open) => {
    open.server.authenticated = false;
    await open.open();
  },
  'an engine outside and one that lacks a yes': async (open) => {
    open.server.clinic.consents.set(`${PATIENT.uuid} external-processing`, {
      ...granted(),
      purpose: 'external-processing',
    });
    open.server.clinic.outside = [OUTSIDE, COMPANY];
    await withSuggestions(open);
    unfoldAll(open);
    await later(10);
    await open.click('Ask Second look');
  },
  'answered from outside': async (open) => {
    await states['an engine outside and one that lacks a yes']?.(open);
    open.server.clinic.outsideFindings = [aSuggestion({ uuid: 's-out' })];
    await open.click('Send and ask');
    await later(600);
    unfoldAll(open);
    await later(10);
  },
  hidden: async (open) => {
    await open.open();
    await open.click('Hide for today');
  },
};

describe.each(Object.entries(states))('%s', (name, reach) => {
  it('P4: axe finds no violation', async () => {
    await reach(page());
    vi.useRealTimers(); // axe waits with them

    // Colours need a real layout; the palette has its own test, and the browser tests run axe whole.
    const { violations } = await axe.run(page().panel ?? document, {
      rules: { 'color-contrast': { enabled: false } },
    });

    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('P4: everything that can be worked is reached with the tab key, in the order it is read', async () => {
    await reach(page());

    const workable = page().all('button, a[href], input, select, textarea, summary');
    expect(workable.length > 0 || page().text.includes('Reading the consent')).toBe(true);
    for (const control of workable) {
      expect(control.tabIndex, control.outerHTML).toBe(0);
    }
    expect(page().all('[role=button], [onclick], [tabindex]:not([tabindex="-1"])')).toHaveLength(0);
  });

  it('P2: no dialog, no sound, no focus is taken', async () => {
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    elsewhere.focus();

    await reach(page());
    await later(3000);

    expect(page().all('dialog, audio, video, [role=dialog], [role=alertdialog], [autofocus]')).toHaveLength(
      0,
    );
    const moved = name === 'form with mistakes' || name === 'suggestions, all open';
    expect(document.activeElement === elsewhere).toBe(!moved); // only a click that failed leads to its field
    elsewhere.remove();
  });
});

describe('the focus', () => {
  it('P4: stays in the card when its button is replaced by the decision', async () => {
    await withSuggestions(page());
    const card = page().card('Review the metformin dose');
    page().button('Accept', card).focus();

    await page().click('Accept', card);

    const focused = card.shadowRoot?.activeElement ?? null;
    expect(focused && textOf(focused)).toContain('Accepted by Dr. Lind');
  });

  it('P4: goes to the panel’s heading when the consent is withdrawn', async () => {
    await withSuggestions(page());
    page().button('Withdraw').focus();

    await page().click('Withdraw');

    const focused = page().root.activeElement;
    expect(focused && textOf(focused)).toBe('AI support');
  });

  it('P4: goes to the beginning of the form that was opened by keyboard', async () => {
    await page().open();
    page().button('Record consent').focus();

    await page().click('Record consent');

    const focused = page().all('aisupport-consent-form')[0]?.shadowRoot?.activeElement ?? null;
    expect(focused && textOf(focused)).toBe('Record consent');
  });
});

describe('in a page whose encounter form is being written', () => {
  const written: string[] = [];
  let host: HTMLFormElement;
  let field: HTMLInputElement;

  beforeEach(() => {
    written.length = 0;
    host = document.createElement('form');
    field = document.createElement('input');
    host.append(field);
    host.addEventListener('submit', (event) => {
      event.preventDefault();
      written.push('submitted');
    });
    document.body.append(host);
    field.focus();
    return () => {
      host.remove();
    };
  });

  it('P2: the panel, connected inside it, takes no focus, and neither does “Record consent”', async () => {
    await page().open({}, host);
    expect(document.activeElement).toBe(field);

    await page().click('Record consent'); // in Safari a click does not focus the button
    await later(3000);

    expect(page().all('aisupport-consent-form')).toHaveLength(1);
    expect(document.activeElement).toBe(field);
  });

  it('P2: who has gone on writing before the consent form is drawn is left there', async () => {
    await page().open({}, host);
    await page().click('Record consent');
    page().button('Close without saving').focus();

    page().all('aisupport-consent-form')[0]?.focus();
    field.focus();
    await settle();

    expect(document.activeElement).toBe(field);
  });

  it('P1: saving the consent does not submit it', async () => {
    await page().open({}, host);
    await page().click('Record consent');
    await page().choose('No');

    await page().click('Save');

    expect(page().server.count(/POST.*consent/)).toBe(1);
    expect(written).toEqual([]);
  });
});

describe('a screen reader', () => {
  const said = () => page().all('[role=status]').map(textOf);
  let spoken: string[] = [];

  beforeEach(() => {
    spoken = [];
  });

  it('P4: is told once how many suggestions there are', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, granted());
    page().server.clinic.findings = severalSuggestions();
    await page().open();
    const status = page().all('[role=status]')[0];
    new MutationObserver(() => spoken.push(textOf(status ?? document))).observe(status ?? document, {
      characterData: true,
      childList: true,
      subtree: true,
    });

    await later(600);
    await page().click('Accept', page().card('Review the metformin dose'));
    await settle();

    expect(spoken).toEqual(['5 suggestions']);
  });

  it('P4: is told that nothing is left where all was decided', async () => {
    await states['nothing left to decide']?.(page());

    expect(said()).toEqual(['Nothing left to decide.']);
  });

  it('is not told that nothing was found when the engines failed', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, granted());
    page().server.clinic.runStatus = 'FAILED';
    await page().openAndRead();

    expect(said()).toEqual(['No open suggestion. Nothing was judged just now. This is not reassurance.']);
  });

  it('hears the section by its heading, and a card by its summary', async () => {
    await withSuggestions(page());

    expect(page().all('section[aria-labelledby="refuge"] h2#refuge')).toHaveLength(1);
    for (const card of page().cards()) {
      const article = card.shadowRoot?.querySelector('article');
      const name = card.shadowRoot?.getElementById(article?.getAttribute('aria-labelledby') ?? '');
      expect(name?.tagName).toBe('H3');
    }
  });
});

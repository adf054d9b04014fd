import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import React, { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AwaitingSuggestion, Suggestion } from '@aisupport/core/api/contract';
import { aSuggestion, denied, granted, LABEL } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import AwaitingPage from './awaiting.page';

const PAGE = '/openmrs/spa/ai-support/awaiting';
const MORE = 'More patients wait than are shown here; the ones who have waited longest come first.';
let made = 0;

function waiting(name: string, part: Partial<Suggestion> = {}): AwaitingSuggestion {
  const createdAt = '2026-11-24T08:00:00.000000+00:00';
  return {
    ...aSuggestion({ uuid: `s-${++made}`, createdAt, ...part }),
    patient: { uuid: `p-${name}`, display: name },
  };
}

function rows(): string[][] {
  const [, ...body] = screen.getAllByRole('row');
  return body.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  );
}

function patients(): (string | undefined)[] {
  return rows().map(([patient]) => patient);
}

function choices(): string[] {
  const filter = screen.getByRole('combobox', { name: 'Patient' });
  return within(filter)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
}

/** With the shell around it, which keeps what SWR has read. */
function ThereAndBack(): React.JSX.Element {
  const [here, go] = useState(true);
  return (
    <>
      <button
        onClick={() => {
          go(!here);
        }}
      >
        {here ? 'Away' : 'Back'}
      </button>
      {here && <AwaitingPage />}
    </>
  );
}

describe('S7: what awaits a GP’s decision', () => {
  const held = useO3();
  const show = () => held.o3.show(<AwaitingPage />);
  const choose = async (name: string) => {
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Patient' }), name);
  };

  function list(...awaiting: AwaitingSuggestion[]): void {
    const { clinic } = held.o3.server;
    clinic.awaiting = awaiting;
    awaiting.forEach(({ patient }) => clinic.consents.set(patient.uuid, granted()));
  }

  const ofTwo = () => {
    list(
      waiting('Karen Holm', { summary: 'The oldest', indicator: 'critical' }),
      waiting('Jens Friis', { summary: 'The next' }),
      waiting('Karen Holm', { summary: 'The newest', indicator: 'info' }),
    );
  };

  beforeEach(() => {
    window.history.replaceState({}, '', PAGE);
    held.o3.server.privileges = ['View AI Suggestions'];
  });
  afterEach(() => i18next.changeLanguage('en'));

  it('says how many of how many, and each in the server’s order: about whom, how pressing, what, since when', async () => {
    ofTwo();
    const { container } = show();

    expect(await screen.findByText('3 suggestions about 2 patients')).toBeVisible();
    const since = expect.stringMatching(/^24.*Nov.*2026/) as string;
    expect(rows()).toEqual([
      ['Karen Holm', 'Critical', `The oldest${LABEL}`, since],
      ['Jens Friis', 'Warning', `The next${LABEL}`, since],
      ['Karen Holm', 'Information', `The newest${LABEL}`, since],
    ]);
    await expectNoAxeViolations(container);
  });

  it('says 1 where there is one, and offers no choice then', async () => {
    list(waiting('Karen Holm'));
    show();

    expect(await screen.findByText('1 suggestion about 1 patient')).toBeVisible();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('says that more wait than it shows, and only then', async () => {
    list(waiting('Karen Holm'));
    const { unmount } = show();
    await screen.findByText('1 suggestion about 1 patient');
    expect(screen.queryByText(/^More patients wait/)).not.toBeInTheDocument();
    unmount();

    held.o3.server.clinic.moreWait = true;
    const { container } = show();
    expect(await screen.findByText(MORE)).toBeVisible();
    expect(screen.getByText('1 suggestion about 1 patient')).toBeVisible();
    await expectNoAxeViolations(container);
  });

  it('trust15_shows each with the label that the server gave it (S4)', async () => {
    list(waiting('Karen Holm', { label: 'AI-forslag – kun en støtte.' }), waiting('Jens Friis'));
    show();

    await screen.findByRole('table');
    expect(screen.getAllByText('AI-forslag – kun en støtte.')).toHaveLength(1);
    expect(screen.getAllByText(LABEL)).toHaveLength(1);
  });

  it('E6: says which was made outside this practice, and of no other', async () => {
    list(waiting('Karen Holm', { outside: true }), waiting('Jens Friis', { outside: false }));
    show();

    await screen.findByText('Made outside this practice');

    expect(rows().map(([, , suggestion]) => suggestion?.includes('Made outside this practice'))).toEqual([
      true,
      false,
    ]);
  });

  it('says which nobody decided in time, and that it still can be', async () => {
    list(waiting('Karen Holm', { status: 'UNREVIEWED' }), waiting('Jens Friis'));
    const { container } = show();

    await screen.findByRole('table');
    const unreviewed = 'Unreviewed: nobody decided in time. You still can.';
    expect(rows().map(([, , , since]) => since?.includes(unreviewed))).toEqual([true, false]);
    await expectNoAxeViolations(container);
  });

  it('trust19_decides nothing itself; it leads to the patient, and says so (S2)', async () => {
    ofTwo();
    show();

    const [link] = await screen.findAllByRole('link', { name: 'Karen Holm' });
    expect(link).toHaveAttribute('href', '/openmrs/spa/patient/p-Karen%20Holm/chart');
    expect(screen.getByText(/To decide, open the patient/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('X1: shows the patients without a name where the server gives none', async () => {
    const nameless = (uuid: string) => ({ ...waiting(uuid), patient: { uuid, display: '' } });
    list(nameless('p-1'), nameless('p-2'));
    const { container } = show();

    const links = await screen.findAllByRole('link', { name: 'Name not shown' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/openmrs/spa/patient/p-1/chart',
      '/openmrs/spa/patient/p-2/chart',
    ]);
    expect(choices()).toEqual(['All patients', 'Name not shown (1)', 'Name not shown (1)']);
    await expectNoAxeViolations(container);
  });

  it('says so where nothing waits', async () => {
    const { container } = show();

    expect(await screen.findByText('Nothing awaits your decision.')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await expectNoAxeViolations(container);
  });

  it('trust05_has nothing about a patient who no longer permits it (C6)', async () => {
    ofTwo();
    held.o3.server.clinic.consents.set('p-Karen Holm', denied('WITHDRAWN', 'WITHDRAWN'));
    show();

    expect(await screen.findByText('1 suggestion about 1 patient')).toBeVisible();
    expect(patients()).toEqual(['Jens Friis']);
  });

  it('trust05_does not show for a moment, on the way back, what was withdrawn meanwhile (C6)', async () => {
    ofTwo();
    held.o3.show(<ThereAndBack />);
    expect(await screen.findByText('The oldest')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Away' }));
    held.o3.server.clinic.consents.set('p-Karen Holm', denied('WITHDRAWN', 'WITHDRAWN'));

    const release = held.o3.server.hold(/suggestion/);
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('status', { name: 'Loading…' })).toBeVisible();
    expect(screen.queryByText('The oldest')).not.toBeInTheDocument();
    release();
    expect(await screen.findByText('The next')).toBeVisible();
  });

  describe('by patient', () => {
    it('offers each with a count, who has waited longest first', async () => {
      ofTwo();
      show();

      await screen.findByRole('table');
      expect(choices()).toEqual(['All patients', 'Karen Holm (2)', 'Jens Friis (1)']);
    });

    it('shows one, then another, then all again', async () => {
      ofTwo();
      const { container } = show();

      await choose('Karen Holm (2)');
      expect(await screen.findByText('2 suggestions about 1 patient')).toBeVisible();
      expect(patients()).toEqual(['Karen Holm', 'Karen Holm']);
      await expectNoAxeViolations(container);

      await choose('Jens Friis (1)');
      expect(await screen.findByText('1 suggestion about 1 patient')).toBeVisible();
      expect(patients()).toEqual(['Jens Friis']);

      await choose('All patients');
      expect(await screen.findByText('3 suggestions about 2 patients')).toBeVisible();
    });

    it('leaves the hand on the choice while the other part is read', async () => {
      ofTwo();
      show();
      const filter = await screen.findByRole('combobox', { name: 'Patient' });
      const release = held.o3.server.hold(/suggestion/);

      await choose('Jens Friis (1)');

      expect(screen.getByRole('status', { name: 'Loading…' })).toBeVisible();
      expect(filter).toHaveFocus();
      expect(choices()).toHaveLength(3);
      release();
      expect(await screen.findByText('1 suggestion about 1 patient')).toBeVisible();
      expect(filter).toHaveFocus();
      expect(filter).toHaveDisplayValue('Jens Friis (1)');
    });

    it('keeps the choice in the address, so that the way back from a patient leads there', async () => {
      ofTwo();
      const { unmount } = show();
      await choose('Jens Friis (1)');
      await screen.findByText('1 suggestion about 1 patient');
      unmount();

      show();
      expect(await screen.findByText('1 suggestion about 1 patient')).toBeVisible();
      expect(window.location.search).toBe('?patient=p-Jens+Friis');
      expect(screen.getByRole('combobox')).toHaveDisplayValue('Jens Friis (1)');
    });

    it('says so of one for whom nothing waits any more, and offers the others', async () => {
      list(waiting('Karen Holm'));
      window.history.replaceState({}, '', `${PAGE}?patient=p-gone`);
      const { container } = show();

      expect(await screen.findByText('Nothing about this patient awaits your decision.')).toBeVisible();
      expect(screen.getByRole('combobox')).toHaveDisplayValue('A patient for whom nothing waits');
      await expectNoAxeViolations(container);

      await choose('All patients');
      expect(await screen.findByText('1 suggestion about 1 patient')).toBeVisible();
    });
  });

  describe('page by page, as the server does', () => {
    const many = () => Array.from({ length: 60 }, () => waiting('Karen Holm'));

    it('shows fifty, then the rest, within the choice', async () => {
      list(...many(), waiting('Jens Friis'));
      show();
      await choose('Karen Holm (60)');

      await userEvent.click(await screen.findByRole('button', { name: 'Next 50' }));

      expect(await screen.findByText('51 to 60 of 60')).toBeVisible();
      expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
      expect(window.location.search).toBe('?patient=p-Karen+Holm&start=50');
    });

    it('begins another choice at its beginning', async () => {
      list(...many(), waiting('Jens Friis'));
      window.history.replaceState({}, '', `${PAGE}?start=50`);
      show();
      await screen.findByText('51 to 61 of 61');

      await choose('Karen Holm (60)');

      expect(await screen.findByText('1 to 50 of 60')).toBeVisible();
    });
  });

  describe('P1: in each of its states', () => {
    it('is drawn as loading until the server answers', async () => {
      ofTwo();
      const release = held.o3.server.hold(/suggestion/);
      const { container } = show();

      expect(screen.getByRole('status', { name: 'Loading…' })).toBeVisible();
      await expectNoAxeViolations(container);

      release();
      expect(await screen.findByRole('table')).toBeVisible();
    });

    it('X1: names the privilege that is lacking', async () => {
      held.o3.server.privileges = ['View AI Consent'];
      const { container } = show();

      const words = 'This needs the privilege “View AI Suggestions”, which you don’t have.';
      expect(await screen.findByText(words)).toBeVisible();
      await expectNoAxeViolations(container);
    });

    it('can be asked for again where the server failed', async () => {
      ofTwo();
      held.o3.server.fail(/suggestion/, 500);
      show();
      expect(await screen.findByText('The server failed (500).')).toBeVisible();
      expect(screen.queryByText('Nothing awaits your decision.')).not.toBeInTheDocument();

      held.o3.server.heal();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

      expect(await screen.findByRole('table')).toBeVisible();
    });

    it('says that it is offline, and keeps what it shows', async () => {
      ofTwo();
      const { container } = show();
      await screen.findByRole('table');

      const connected = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      act(() => void window.dispatchEvent(new Event('offline')));

      expect(await screen.findByText(/^You are offline/)).toBeVisible();
      expect(patients()).toHaveLength(3);
      await expectNoAxeViolations(container);
      connected.mockRestore();
    });
  });

  it.each([
    ['da', 'Venter på din afgørelse', '3 forslag om 2 patienter'],
    ['es', 'Esperan su decisión', '3 sugerencias sobre 2 pacientes'],
    ['fr', 'En attente de votre décision', '3 suggestions pour 2 patients'],
    ['pt', 'Aguardam a sua decisão', '3 sugestões sobre 2 pacientes'],
  ])('P5: speaks %s', async (language, title, counts) => {
    await i18next.changeLanguage(language);
    ofTwo();
    show();

    expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(await screen.findByText(counts)).toBeVisible();
  });
});

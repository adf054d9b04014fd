import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DenialReason, Renewal } from '@aisupport/core/api/contract';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import RenewalsPage from './renewals.page';

const PAGE = '/openmrs/spa/ai-support/renewals';

function due(name: string, part: Partial<Renewal> = {}): Renewal {
  const patient = { uuid: `p-${name}`, display: name };
  const expires = '2026-12-24T08:00:00.000000+00:00';
  return { patient, purpose: 'own-care', status: 'GRANTED', expires, ...part };
}

/** A grant that lapsed, or never counted. */
function noYes(display: string, status: Renewal['status'], reason: DenialReason): Renewal {
  const since = '2026-03-05T08:00:00.000000+00:00';
  return { patient: { uuid: 'p-no', display }, purpose: 'own-care', status, reason, since };
}

function cellsOf(name: string): string[] {
  const row = screen.getByRole('row', { name: new RegExp(`^${name}`) });
  return within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}

describe('C7: the list of whom to ask again', () => {
  const held = useO3();
  const list = (...renewals: Renewal[]) => (held.o3.server.clinic.renewals = renewals);
  const show = () => held.o3.show(<RenewalsPage />);

  beforeEach(() => {
    window.history.replaceState({}, '', PAGE);
    held.o3.server.privileges = ['Record AI Consent'];
  });
  afterEach(() => i18next.changeLanguage('en'));

  it('says who, for what, why and when', async () => {
    list(due('Karen Holm'), due('Jens Friis', { purpose: 'external-processing', status: 'EXPIRED' }));
    const { container } = show();

    expect(await screen.findByRole('table', { name: '1 to 2 of 2' })).toBeVisible();
    expect(cellsOf('Karen Holm')).toEqual([
      'Karen Holm',
      'AI in this practice',
      'The yes ends soon',
      expect.stringMatching(/^until 24.*Dec.*2026$/),
    ]);
    expect(cellsOf('Jens Friis')).toEqual([
      'Jens Friis',
      'A service outside the practice',
      'The yes has ended',
      expect.stringMatching(/^since 24.*Dec.*2026$/),
    ]);
    await expectNoAxeViolations(container);
  });

  it.each([
    ['LAPSED', 'LEAFLET_CHANGED', 'The leaflet has changed'],
    ['LAPSED', 'CAME_OF_AGE', 'The patient has come of age'],
    ['LAPSED', 'GUARDIANSHIP_ENDED', 'Whoever said yes no longer speaks for the patient'],
    ['LAPSED', 'MERGED', 'A record without a yes was merged in'],
    ['LAPSED', 'ATTRIBUTE_CHANGED', 'The yes was taken out at registration'],
    ['PENDING', 'PENDING_EVIDENCE', 'A yes from registration waits for its evidence'],
    ['LAPSED', 'UNREADABLE', 'The consent could not be read. Until it can, that means no.'],
  ] as const)('tells of %s for %s in plain words', async (status, reason, words) => {
    list(noYes('Karen Holm', status, reason));
    show();

    await screen.findByRole('table');
    expect(cellsOf('Karen Holm').slice(2)).toEqual([words, expect.stringMatching(/^since 0?5.*Mar.*2026$/)]);
  });

  it('leads to the patient’s chart, where the answer is recorded', async () => {
    list(due('Karen Holm'));
    show();

    const link = await screen.findByRole('link', { name: 'Karen Holm' });
    expect(link).toHaveAttribute('href', '/openmrs/spa/patient/p-Karen%20Holm/chart');
  });

  it('X1: shows the patient without a name where the server gives none', async () => {
    list({ ...due('x'), patient: { uuid: 'p-1', display: '' } });
    const { container } = show();

    const link = await screen.findByRole('link', { name: 'Name not shown' });
    expect(link).toHaveAttribute('href', '/openmrs/spa/patient/p-1/chart');
    await expectNoAxeViolations(container);
  });

  it('says so where nobody is to be asked', async () => {
    const { container } = show();

    expect(await screen.findByText('Nobody needs to be asked again now.')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await expectNoAxeViolations(container);
  });

  describe('page by page, as the server does', () => {
    const many = Array.from({ length: 120 }, (_, place) => due(`No. ${place + 1};`));

    it('shows fifty, then the next fifty, and those before', async () => {
      list(...many);
      show();
      expect(await screen.findByText('1 to 50 of 120')).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Previous 50' })).not.toBeInTheDocument();

      await userEvent.click(screen.getByRole('button', { name: 'Next 50' }));
      await userEvent.click(await screen.findByRole('button', { name: 'Next 50' }));
      expect(await screen.findByText('101 to 120 of 120')).toBeVisible();
      expect(cellsOf('No. 120;')[0]).toBe('No. 120;');
      expect(screen.queryByRole('button', { name: 'Next 50' })).not.toBeInTheDocument();

      await userEvent.click(screen.getByRole('button', { name: 'Previous 50' }));
      expect(await screen.findByText('51 to 100 of 120')).toBeVisible();
    });

    it('begins the next page at its top, for the keyboard as well', async () => {
      list(...many);
      show();

      await userEvent.click(await screen.findByRole('button', { name: 'Next 50' }));

      expect(await screen.findByText('51 to 100 of 120')).toBeVisible();
      expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    });

    it('keeps the page in the address, so that the way back from a patient leads there', async () => {
      list(...many);
      const { unmount } = show();
      await userEvent.click(await screen.findByRole('button', { name: 'Next 50' }));
      unmount();

      show();
      expect(await screen.findByText('51 to 100 of 120')).toBeVisible();
      expect(window.location.pathname + window.location.search).toBe(`${PAGE}?start=50`);
    });

    it('finds the way back from a page that has become empty', async () => {
      list(...many.slice(0, 30));
      window.history.replaceState({}, '', `${PAGE}?start=100`);
      const { container } = show();

      expect(await screen.findByText('This page is empty now. The one before is not.')).toBeVisible();
      await expectNoAxeViolations(container);
      await userEvent.click(screen.getByRole('button', { name: 'Previous 50' }));

      expect(await screen.findByText('1 to 30 of 30')).toBeVisible();
    });

    it.each(['-50', 'x', '1.5', '1e99'])(
      'takes no start from the address that is none: %s',
      async (start) => {
        list(...many);
        window.history.replaceState({}, '', `${PAGE}?start=${start}`);
        show();

        expect(await screen.findByText('1 to 50 of 120')).toBeVisible();
      },
    );
  });

  describe('P1: in each of its states', () => {
    it('is drawn as loading until the server answers', async () => {
      list(due('Karen Holm'));
      const release = held.o3.server.hold(/renewal/);
      const { container } = show();

      expect(screen.getByRole('status', { name: 'Loading…' })).toBeVisible();
      await expectNoAxeViolations(container);

      release();
      expect(await screen.findByRole('link', { name: 'Karen Holm' })).toBeVisible();
    });

    it('X1: names the privilege that is lacking', async () => {
      held.o3.server.privileges = ['View AI Consent'];
      const { container } = show();

      const words = 'This needs the privilege “Record AI Consent”, which you don’t have.';
      expect(await screen.findByText(words)).toBeVisible();
      await expectNoAxeViolations(container);
    });

    it('can be asked for again where the server failed', async () => {
      list(due('Karen Holm'));
      held.o3.server.fail(/renewal/, 500);
      show();
      expect(await screen.findByText('The server failed (500).')).toBeVisible();

      held.o3.server.heal();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

      expect(await screen.findByRole('link', { name: 'Karen Holm' })).toBeVisible();
    });

    it('says that it is offline, and keeps what it shows', async () => {
      list(due('Karen Holm'));
      const { container } = show();
      await screen.findByRole('link', { name: 'Karen Holm' });

      const connected = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      act(() => void window.dispatchEvent(new Event('offline')));

      expect(await screen.findByText(/^You are offline/)).toBeVisible();
      expect(screen.getByRole('link', { name: 'Karen Holm' })).toBeVisible();
      await expectNoAxeViolations(container);
      connected.mockRestore();
    });
  });

  it.each([
    ['da', 'AI-samtykke der skal fornys'],
    ['es', 'Consentimientos de IA por renovar'],
    ['fr', 'Consentements IA à renouveler'],
    ['pt', 'Consentimentos de IA a renovar'],
  ])('P5: speaks %s', async (language, title) => {
    await i18next.changeLanguage(language);
    show();

    expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
});

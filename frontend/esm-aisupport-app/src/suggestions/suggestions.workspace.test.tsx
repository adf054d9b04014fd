import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { launchWorkspace2, Workspace2 } from '@openmrs/esm-framework';
import { type mutate, useSWRConfig } from 'swr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ALL_PRIVILEGES,
  aSuggestion,
  denied,
  granted,
  PATIENT,
  severalSuggestions,
} from '@aisupport/core/fake/data';
import { consentKey } from '../api/keys';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import SuggestionsWorkspace from './suggestions.workspace';

type Props = React.ComponentProps<typeof SuggestionsWorkspace>;
type Mutate = typeof mutate;

const RUN = /POST aisupport\/run/;
const LIST = /GET aisupport\/suggestion/;

describe('P1: the workspace in the side rail', () => {
  const held = useO3();
  const saved: { mutate: Mutate | undefined } = { mutate: undefined };

  beforeEach(() => {
    localStorage.clear();
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted());
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function CacheOfO3(): null {
    saved.mutate = useSWRConfig().mutate;
    return null;
  }

  function show(props: Partial<Props> = {}) {
    const all = {
      workspaceProps: null,
      groupProps: { patientUuid: PATIENT.uuid, visitContext: { uuid: 'v-today' } },
      ...props,
    } as Props;
    return held.o3.show(
      <>
        <CacheOfO3 />
        <SuggestionsWorkspace {...all} />
      </>,
    );
  }

  /** What O3's forms do after a save. */
  const saveForm = (patient = PATIENT.uuid) =>
    act(async () => {
      await saved.mutate?.(
        (key) =>
          typeof key === 'string' &&
          key.includes('/ws/rest/v1/encounter') &&
          key.includes(`patient=${patient}`),
      );
    });

  const readUntilDone = async () => {
    await waitFor(
      () => {
        expect(screen.queryByText('Reading the record…')).not.toBeInTheDocument();
        expect(held.o3.server.count(LIST)).toBeGreaterThan(1);
      },
      { timeout: 4000 },
    );
  };

  it('asks the engines on opening, for the visit and before any form is saved', async () => {
    held.o3.server.clinic.findings = severalSuggestions();

    show();

    expect(await screen.findByText('Reading the record…')).toBeVisible();
    expect(await screen.findByText(/Stop metformin/, {}, { timeout: 3000 })).toBeVisible();
    expect(held.o3.server.bodies(RUN)).toEqual([{ patient: PATIENT.uuid, visit: 'v-today' }]);
  });

  it('asks for the encounter that the workspace was launched for', async () => {
    show({ workspaceProps: { encounterUuid: 'e-today' } });

    await waitFor(() => {
      expect(held.o3.server.bodies(RUN)).toEqual([
        { patient: PATIENT.uuid, visit: 'v-today', encounter: 'e-today' },
      ]);
    });
  });

  it('P6: says why nothing is computed, computes nothing, and offers to record a consent', async () => {
    held.o3.server.clinic.consents.set(PATIENT.uuid, denied('NOT_RECORDED', 'NO_RECORD'));

    const { container } = show();

    expect(
      await screen.findByText(/The patient has not been asked\. Nothing is computed\. Care is the same/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Record consent' }));
    expect(launchWorkspace2).toHaveBeenCalledWith('aisupport-consent-workspace');
    expect(held.o3.server.count(RUN)).toBe(0);
    await expectNoAxeViolations(container);
  });

  it('P6: offers nobody to record who may not', async () => {
    held.o3.server.privileges = ALL_PRIVILEGES.filter((one) => one !== 'Record AI Consent');
    held.o3.server.clinic.consents.set(
      PATIENT.uuid,
      denied('REFUSED', 'REFUSED', '2026-05-04T09:00:00.000000+02:00'),
    );

    show();

    expect(await screen.findByText(/The patient said no on 04-May-2026/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Record consent' })).not.toBeInTheDocument();
  });

  it('S9: shows three open ones at first, the most severe first, and the rest at one click', async () => {
    held.o3.server.clinic.suggestions = severalSuggestions();

    show();
    await readUntilDone();

    expect(screen.getAllByRole('article')).toHaveLength(3);
    expect(within(screen.getAllByRole('article')[0] as HTMLElement).getByText('Critical')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
    expect(screen.getAllByRole('article')).toHaveLength(5);
    expect(screen.getByRole('button', { name: 'Show fewer' })).toHaveAttribute('aria-expanded', 'true');
  });

  it('trust19_offers nowhere to decide on more than one', async () => {
    held.o3.server.clinic.suggestions = severalSuggestions();

    show();
    await readUntilDone();

    const cards = screen.getAllByRole('article');
    for (const card of cards) {
      expect(within(card).getAllByRole('button', { name: /accept|reject/i })).toHaveLength(2);
    }
    expect(screen.getAllByRole('button', { name: /accept|reject/i })).toHaveLength(2 * cards.length);
    expect(screen.queryByRole('button', { name: /all/i })).not.toBeInTheDocument();
  });

  it('says what could not be judged, and that silence is no reassurance', async () => {
    held.o3.server.clinic.engineRun = {
      missing: [{ rule: 'r1', label: 'Statin after infarction', inputs: ['LDL', 'age'] }],
      dataQuality: ['Weight of 7 kg was not used'],
    };

    const { container } = show();

    expect(
      await screen.findByText(
        'No suggestion from the rules that could be judged. This is not reassurance.',
        { selector: 'p:not([role])' },
        { timeout: 3000 },
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByText('1 rule could not be judged'));
    expect(screen.getByText(/Unknown is not reassurance/)).toBeVisible();
    expect(screen.getByText('Statin after infarction: LDL, age')).toBeVisible();
    await userEvent.click(screen.getByText('1 value was not used'));
    expect(screen.getByText('Weight of 7 kg was not used')).toBeVisible();
    await expectNoAxeViolations(container);
  });

  it('P4: tells a screen reader the number once, when the run ends', async () => {
    held.o3.server.clinic.findings = severalSuggestions();

    show();

    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await waitFor(
      () => {
        expect(screen.getByRole('status')).toHaveTextContent(/^5 suggestions$/);
      },
      { timeout: 3000 },
    );
  });

  describe('a saved form', () => {
    it('P1: has the engines asked again, and what the GP is typing stays', async () => {
      held.o3.server.clinic.suggestions = [aSuggestion({ uuid: 's-dose' })];
      show();
      await readUntilDone();
      await userEvent.click(screen.getByRole('button', { name: 'Edit wording' }));
      await userEvent.type(screen.getByRole('textbox'), ' today');
      const typed = screen.getByRole('textbox');
      held.o3.server.clinic.findings = [
        aSuggestion({ uuid: 's-new', summary: 'Check potassium', indicator: 'critical' }),
      ];

      await saveForm();

      expect(await screen.findByText('Check potassium', {}, { timeout: 3000 })).toBeVisible();
      expect(held.o3.server.count(RUN)).toBe(2);
      expect(screen.getByRole('textbox')).toBe(typed);
      expect(typed).toHaveValue('Review the metformin dose: kidney function is reduced today');
      expect(typed).toHaveFocus();
    });

    it('of another patient asks nobody', async () => {
      show();
      await readUntilDone();

      await saveForm('p-other');

      expect(held.o3.server.count(RUN)).toBe(1);
    });

    it('while the engines read has them read once more', async () => {
      held.o3.server.clinic.pollsUntilDone = 2;
      show();
      await screen.findByText('Reading the record…');
      await waitFor(() => {
        expect(held.o3.server.count(RUN)).toBe(1);
      });

      await saveForm();
      await saveForm();

      await waitFor(
        () => {
          expect(held.o3.server.count(RUN)).toBe(2);
        },
        { timeout: 5000 },
      );
    });

    it('does nothing a window does by getting the focus, or a line by coming back', async () => {
      show();
      await readUntilDone();

      await act(async () => {
        window.dispatchEvent(new Event('focus'));
        document.dispatchEvent(new Event('visibilitychange'));
        window.dispatchEvent(new Event('online'));
        await Promise.resolve();
      });

      expect(held.o3.server.count(RUN)).toBe(1);
    });
  });

  describe('a consent that changes elsewhere', () => {
    const again = () =>
      act(async () => {
        await saved.mutate?.(consentKey(PATIENT.uuid));
      });

    it('C5: takes the suggestions away at once when it is withdrawn', async () => {
      held.o3.server.clinic.suggestions = severalSuggestions();
      show();
      await readUntilDone();
      held.o3.server.clinic.record({ patient: PATIENT.uuid, purpose: 'own-care', decision: 'WITHDRAW' });

      await again();

      expect(await screen.findByText(/The patient withdrew on/)).toBeVisible();
      expect(screen.queryByText(/Stop metformin/)).not.toBeInTheDocument();
    });

    it('P6: asks the engines as soon as it is given', async () => {
      held.o3.server.clinic.consents.set(PATIENT.uuid, denied('NOT_RECORDED', 'NO_RECORD'));
      held.o3.server.clinic.findings = severalSuggestions();
      show();
      await screen.findByText(/The patient has not been asked/);
      held.o3.server.clinic.consents.set(PATIENT.uuid, granted({ event: 'ev-9' }));

      await again();

      expect(await screen.findByText(/Stop metformin/, {}, { timeout: 3000 })).toBeVisible();
    });

    it('trust02_does not believe a yes that the server takes back', async () => {
      held.o3.server.clinic.consents.set(PATIENT.uuid, denied('NOT_RECORDED', 'NO_RECORD'));
      show();
      await screen.findByText(/The patient has not been asked/);

      await act(async () => {
        await saved.mutate?.(
          consentKey(PATIENT.uuid),
          { patient: PATIENT, purposes: [granted({ event: 'ev-9' })] },
          false,
        );
      });

      await waitFor(() => {
        expect(held.o3.server.count(/GET aisupport\/consent/)).toBeGreaterThan(2);
      });
      expect(screen.getByText(/The patient has not been asked/)).toBeVisible();
      expect(held.o3.server.count(RUN)).toBe(0);
    });

    it('C5: is learned from a refused decision, too', async () => {
      held.o3.server.clinic.suggestions = [aSuggestion({ uuid: 's-dose' })];
      show();
      await readUntilDone();
      held.o3.server.clinic.consents.set(
        PATIENT.uuid,
        denied('WITHDRAWN', 'WITHDRAWN', '2026-08-01T09:00:00.000000+02:00'),
      );

      await userEvent.click(screen.getByRole('button', { name: 'Accept' }));

      expect(await screen.findByText(/The patient withdrew on 01-Aug-2026/)).toBeVisible();
    });
  });

  describe('hidden for today', () => {
    it('P2: computes nothing, says so, and comes back with one click', async () => {
      const { container } = show();
      await readUntilDone();

      await userEvent.click(screen.getByRole('button', { name: 'Hide for today' }));

      expect(screen.getByText('You have hidden AI support for today. Nothing is computed.')).toBeVisible();
      await saveForm();
      expect(held.o3.server.count(RUN)).toBe(1);
      await expectNoAxeViolations(container);
      await userEvent.click(screen.getByRole('button', { name: 'Show AI panel' }));
      await waitFor(() => {
        expect(held.o3.server.count(RUN)).toBe(2);
      });
    });

    it('P2: still is when the workspace is opened again', async () => {
      const { unmount } = show();
      await readUntilDone();
      await userEvent.click(screen.getByRole('button', { name: 'Hide for today' }));
      unmount();

      show();

      expect(await screen.findByText(/You have hidden AI support/)).toBeVisible();
      expect(held.o3.server.count(RUN)).toBe(1);
    });
  });

  describe('engines that hang', () => {
    it('P3: show their progress, hide nothing that is there, and can be cancelled', async () => {
      held.o3.server.clinic.pollsUntilDone = Infinity;
      held.o3.server.clinic.suggestions = [aSuggestion({ uuid: 's-dose' })];
      const { container } = show();

      expect(await screen.findByRole('button', { name: 'Accept' })).toBeVisible();
      expect(screen.getByText('Reading the record…')).toBeVisible();
      await expectNoAxeViolations(container);
      await waitFor(() => {
        expect(held.o3.server.count(RUN)).toBe(1);
      });
      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));

      expect(await screen.findByText('Cancelled. Nothing was judged.')).toBeVisible();
      expect(held.o3.server.clinic.runStatuses()).toEqual(['CANCELLED']);
      expect(screen.getByRole('button', { name: 'Ask again' })).toBeVisible();
    });

    it('P4: leave the focus in the panel when the button that was pressed is gone', async () => {
      held.o3.server.clinic.pollsUntilDone = Infinity;
      show();
      await screen.findByText('Reading the record…');
      await waitFor(() => {
        expect(held.o3.server.count(RUN)).toBe(1);
      });

      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      await screen.findByText('Cancelled. Nothing was judged.');

      expect(screen.getByRole('region', { name: 'AI support' })).toHaveFocus();
    });
  });

  it('trust16_takes no focus while it opens, reads and lists', async () => {
    held.o3.server.clinic.findings = severalSuggestions();

    show();
    await readUntilDone();

    expect(document.body).toHaveFocus();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it.each([
    ['a failing server', 500, 'INTERNAL', 'The server failed (500).'],
    [
      'a missing privilege',
      403,
      'NOT_AUTHORIZED',
      'This needs the privilege “Request AI Suggestions”, which you don’t have.',
    ],
    ['what is not set up', 503, 'NOT_CONFIGURED', /AI support is not set up fully here, so nothing was read/],
  ])('tells of %s when it asks, and lets ask again', async (_, status, code, words) => {
    held.o3.server.fail(RUN, status, code);
    const { container } = show();

    expect(await screen.findByText(words)).toBeVisible();
    await expectNoAxeViolations(container);
    held.o3.server.heal();
    held.o3.server.clinic.findings = severalSuggestions();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText(/Stop metformin/, {}, { timeout: 3000 })).toBeVisible();
  });

  it('tells of an engine that failed, by name', async () => {
    held.o3.server.clinic.runStatus = 'FAILED';

    show();

    expect(await screen.findByText('guidelines did not finish.', {}, { timeout: 3000 })).toBeVisible();
    expect(screen.getByText(/What they would have said is unknown/)).toBeVisible();
  });

  it('says that the session is over', async () => {
    held.o3.server.authenticated = false;

    show();

    expect(await screen.findByText('Your session is over.')).toBeVisible();
  });

  it('says that there is no connection, and starts when it is back', async () => {
    const connected = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    held.o3.server.down = true;
    const { container } = show();

    expect(await screen.findByText('The server can’t be reached.')).toBeVisible();
    expect(screen.getByText(/You are offline/)).toBeVisible();
    await expectNoAxeViolations(container);
    held.o3.server.heal();
    connected.mockReturnValue(true);
    act(() => {
      window.dispatchEvent(new Event('online'));
    });

    expect(screen.queryByText(/You are offline/)).not.toBeInTheDocument();
    await waitFor(() => {
      expect(held.o3.server.count(RUN)).toBe(1);
    });
  });

  it('trust21_shows no suggestion to whoever may see only the consent', async () => {
    held.o3.server.privileges = ['View AI Consent', 'Record AI Consent'];
    held.o3.server.clinic.suggestions = severalSuggestions();

    show();

    expect(await screen.findByText('Your role sees the consent, not the suggestions.')).toBeVisible();
    expect(held.o3.server.count(LIST)).toBe(0);
    expect(screen.queryByText(/metformin/i)).not.toBeInTheDocument();
  });

  it('lists without asking for whoever may only read', async () => {
    held.o3.server.privileges = ['View AI Consent', 'View AI Suggestions'];
    held.o3.server.clinic.suggestions = severalSuggestions();

    show();

    expect(await screen.findByText('You may read suggestions, but not ask for new ones.')).toBeVisible();
    expect(await screen.findByText(/Stop metformin/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
  });

  it('P2: has O3 ask before wording is lost that was typed and not sent', async () => {
    held.o3.server.clinic.suggestions = [aSuggestion({ uuid: 's-dose' })];
    show();
    await readUntilDone();
    const unsaved = () => vi.mocked(Workspace2).mock.lastCall?.[0].hasUnsavedChanges;
    expect(unsaved()).toBe(false);

    await userEvent.click(screen.getByRole('button', { name: 'Edit wording' }));
    expect(unsaved()).toBe(false);
    await userEvent.type(screen.getByRole('textbox'), '!');

    expect(unsaved()).toBe(true);
  });
});

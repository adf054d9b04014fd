import { act, screen, waitFor } from '@testing-library/react';
import { ActionMenuButton2, useLayoutType } from '@openmrs/esm-framework';
import { beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { aSuggestion, denied, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { hideToday, showAgain } from '@aisupport/core/state/hidden-today';
import { useO3 } from '../../test/o3';
import { listenToWire } from '../../test/written';
import { useAtWork } from './at-work';
import SuggestionsButton from './suggestions-button.extension';

const group = { patientUuid: PATIENT.uuid, visitContext: null };

describe('P1: the icon in the side rail', () => {
  const held = useO3();
  let fetched: MockInstance<typeof fetch>;

  beforeEach(() => {
    fetched = vi.spyOn(globalThis, 'fetch');
    localStorage.clear();
    vi.mocked(useLayoutType).mockReturnValue('small-desktop');
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted());
    held.o3.server.clinic.suggestions = severalSuggestions();
  });

  const show = () => held.o3.show(<SuggestionsButton groupProps={group} />);
  const label = () => vi.mocked(ActionMenuButton2).mock.lastCall?.[0].label;
  const badge = () => vi.mocked(ActionMenuButton2).mock.lastCall?.[0].tagContent;
  const listed = () =>
    waitFor(() => {
      expect(held.o3.server.count(/GET aisupport\/suggestion/)).toBe(1);
    });

  const lists = () =>
    fetched.mock.calls
      .map(([address]) => address as string)
      .filter((address) => address.includes('aisupport/suggestion'));

  it('P4: says in words how many wait, and asks no engine', async () => {
    show();

    await waitFor(() => {
      expect(label()).toBe('AI support: 5 suggestions await your decision');
    });
    expect(screen.getByText('5')).toBeVisible();
    expect(held.o3.server.count(/POST/)).toBe(0);
  });

  it('counts an unreviewed one, but none that is decided', async () => {
    held.o3.server.clinic.suggestions = [
      aSuggestion({ uuid: 's-1', status: 'UNREVIEWED' }),
      aSuggestion({ uuid: 's-2', status: 'SUPERSEDED' }),
    ];

    show();

    await waitFor(() => {
      expect(label()).toBe('AI support: 1 suggestion awaits your decision');
    });
  });

  it('A4: says that nobody looks at what it counts, so that nothing counts as seen', async () => {
    show();
    await listed();

    expect(lists()).toEqual([expect.stringContaining('silent=true')]);
  });

  it('opens the workspace', async () => {
    show();
    await listed();

    expect(vi.mocked(ActionMenuButton2).mock.lastCall?.[0].workspaceToLaunch).toEqual({
      workspaceName: 'aisupport-suggestions-workspace',
    });
  });

  it('has no badge without consent', async () => {
    held.o3.server.clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED'));

    show();
    await listed();

    expect(badge()).toBeNull();
    expect(label()).toBe('AI support');
  });

  it('P2: loses its badge while hidden for today, and finds it again', async () => {
    show();
    await waitFor(() => {
      expect(badge()).not.toBeNull();
    });

    act(() => {
      hideToday(held.o3.server.clinic.me.uuid);
    });
    expect(badge()).toBeNull();
    act(() => {
      showAgain(held.o3.server.clinic.me.uuid);
    });

    await waitFor(() => {
      expect(badge()).not.toBeNull();
    });
  });

  it('trust21_is not there for whoever may see only the consent', () => {
    held.o3.server.privileges = ['View AI Consent'];

    const { container } = show();

    expect(container).toBeEmptyDOMElement();
    expect(held.o3.server.calls).toEqual([]);
  });

  it('says nothing when the list can’t be had: the chart goes on', async () => {
    held.o3.server.fail(/suggestion/, 500);

    show();
    await listed();

    expect(label()).toBe('AI support');
    expect(badge()).toBeNull();
  });

  it('P4: writes only the name below the icon on a tablet, and the words beside the number', async () => {
    vi.mocked(useLayoutType).mockReturnValue('tablet');

    show();

    expect(await screen.findByText('5 suggestions await your decision')).toBeInTheDocument();
    expect(label()).toBe('AI support');
  });

  describe('when a form was saved while no workspace is open', () => {
    const RUN = /POST aisupport\/run/;
    let goesOver: (path: string) => void;

    beforeEach(() => {
      goesOver = listenToWire();
      held.o3.server.clinic.suggestions = [];
      held.o3.server.clinic.findings = [aSuggestion({ uuid: 's-new' })];
    });

    it('has the engines asked, once, and counts what they found', async () => {
      show();
      await listed();

      act(() => {
        goesOver('rest/v1/encounter');
      });

      await waitFor(
        () => {
          expect(label()).toBe('AI support: 1 suggestion awaits your decision');
        },
        { timeout: 5_000 },
      );
      expect(held.o3.server.count(RUN)).toBe(1);
      expect(lists().length).toBeGreaterThan(2);
      expect(lists().filter((address) => !address.includes('silent=true'))).toEqual([]);
    });

    it('trust01_asks nothing of a record that AI may not read', async () => {
      held.o3.server.clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED'));
      show();
      await listed();

      act(() => {
        goesOver('rest/v1/encounter');
      });
      await settled();

      expect(held.o3.server.count(RUN)).toBe(0);
    });

    it('P2: asks nothing while hidden for today', async () => {
      hideToday(held.o3.server.clinic.me.uuid);
      show();

      act(() => {
        goesOver('rest/v1/encounter');
      });
      await settled();

      expect(held.o3.server.count(RUN)).toBe(0);
    });

    it('leaves it to the workspace where that is open', async () => {
      function Workspace(): null {
        useAtWork(PATIENT.uuid);
        return null;
      }
      held.o3.show(<Workspace />);
      show();
      await listed();

      act(() => {
        goesOver('rest/v1/encounter');
      });
      await settled();

      expect(held.o3.server.count(RUN)).toBe(0);
    });

    const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  });
});

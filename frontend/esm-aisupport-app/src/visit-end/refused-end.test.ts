import {
  getSessionStore,
  launchWorkspace2,
  showSnackbar,
  type SnackbarDescriptor,
} from '@openmrs/esm-framework';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useO3 } from '../../test/o3';
import { listenToWire } from '../../test/written';
import { tellRefusedEnds, tellWhy } from './refused-end';

const HELD = 'This visit can’t be ended yet: 1 AI suggestion is undecided: «Look at the potassium».';
const VISIT = 'rest/v1/visit/v-1';

describe('S7: why a visit stays open', () => {
  const held = useO3();
  let goesOver: ReturnType<typeof listenToWire>;
  let stop: () => void;

  beforeEach(() => {
    goesOver = listenToWire();
    stop = tellRefusedEnds();
    held.o3.server.clinic.heldVisits.set('v-1', HELD);
    vi.mocked(getSessionStore).mockReturnValue({
      getState: () => ({ loaded: true, session: { user: { uuid: 'u' } } }),
    } as never);
    window.history.pushState({}, '', '/openmrs/spa/patient/p-1/chart/Patient%20Summary');
  });

  afterEach(() => {
    stop();
  });

  const told = async (): Promise<SnackbarDescriptor> => {
    await vi.waitFor(() => {
      expect(showSnackbar).toHaveBeenCalledOnce();
    });
    return vi.mocked(showSnackbar).mock.calls[0]?.[0] as SnackbarDescriptor;
  };

  it('is said in the words of the server, and stays until it is read', async () => {
    goesOver(VISIT, 400);

    expect(await told()).toMatchObject({ kind: 'warning', subtitle: HELD, autoClose: false });
  });

  it('leads to the suggestions', async () => {
    goesOver(VISIT, 400);

    (await told()).onActionButtonClick?.();

    expect(launchWorkspace2).toHaveBeenCalledExactlyOnceWith('aisupport-suggestions-workspace');
  });

  it('trust21_leads nobody there who may not see suggestions', async () => {
    held.o3.server.privileges = ['View AI Consent'];

    goesOver(VISIT, 400);

    expect((await told()).actionButtonLabel).toBeUndefined();
  });

  it('leads nowhere from outside a chart', async () => {
    window.history.pushState({}, '', '/openmrs/spa/home');

    goesOver(VISIT, 400);

    expect((await told()).actionButtonLabel).toBeUndefined();
  });

  it.each([
    ['a visit that was saved', VISIT, 200],
    ['one that broke otherwise', VISIT, 500],
    ['a search', 'rest/v1/visit?patient=p', 400],
    ['a reading', `${VISIT}?v=full`, 400],
  ])('the server is not asked after %s', (_, path, status) => {
    goesOver(path, status);

    expect(held.o3.server.count(/visit-end/)).toBe(0);
  });

  it.each([
    [
      'was refused for another reason',
      () => {
        held.o3.server.clinic.heldVisits.clear();
      },
    ],
    [
      'cannot be asked about',
      () => {
        held.o3.server.fail(/visit-end/, 500);
      },
    ],
  ])('nothing is added where a visit %s', async (_, arrange) => {
    arrange();

    await tellWhy('v-1');

    expect(held.o3.server.count(/visit-end/)).toBe(1);
    expect(showSnackbar).not.toHaveBeenCalled();
  });
});

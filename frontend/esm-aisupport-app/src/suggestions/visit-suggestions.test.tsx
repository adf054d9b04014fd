import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useOnVisible, type Visit } from '@openmrs/esm-framework';
import { useEffect, useRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Suggestion } from '@aisupport/core/api/contract';
import { aSuggestion, denied, granted, LABEL, PATIENT } from '@aisupport/core/fake/data';
import { hideToday } from '@aisupport/core/state/hidden-today';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import VisitSuggestions from './visit-suggestions.extension';

const visit = {
  uuid: 'v-may',
  startDatetime: '2026-05-04T08:00:00.000+0000',
  stopDatetime: '2026-05-04T09:00:00.000+0000',
  encounters: [{ uuid: 'e-may' }],
} as unknown as Visit;

describe('P1: the tab in the visit summary', () => {
  const held = useO3();

  beforeEach(() => {
    localStorage.clear();
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted());
    vi.mocked(useOnVisible).mockImplementation(useSeenAtOnce);
  });

  function useSeenAtOnce(seen: () => void): ReturnType<typeof useOnVisible> {
    useEffect(seen, [seen]);
    return useRef() as ReturnType<typeof useOnVisible>;
  }

  it('trust21_reads nothing for a tab that nobody looks at', () => {
    vi.mocked(useOnVisible).mockImplementation(() => useRef() as ReturnType<typeof useOnVisible>);

    show();

    expect(held.o3.server.calls).toEqual([]);
  });

  const show = () => held.o3.show(<VisitSuggestions patientUuid={PATIENT.uuid} visit={visit} />);

  function decided(uuid: string, at: string, encounter: string): Suggestion {
    return aSuggestion({
      uuid,
      summary: `Summary of ${uuid}`,
      encounter,
      status: 'REJECTED',
      decision: {
        uuid: `d-${uuid}`,
        outcome: 'REJECTED',
        by: { uuid: 'u-other', display: 'Dr. Berg' },
        at,
        undoableUntil: at,
      },
    });
  }

  it('shows what was decided in that visit and in no other, with label, name and time, and asks no engine', async () => {
    held.o3.server.clinic.suggestions = [
      decided('s-encounter', '2026-05-06T10:00:00.000000+00:00', 'e-may'),
      decided('s-meanwhile', '2026-05-04T08:30:00.000000+00:00', 'e-april'),
      decided('s-other', '2026-06-01T08:30:00.000000+00:00', 'e-june'),
    ];

    const { container } = show();

    expect(await screen.findByText('Summary of s-encounter')).toBeVisible();
    expect(screen.getByText('Summary of s-meanwhile')).toBeVisible();
    expect(screen.queryByText('Summary of s-other')).not.toBeInTheDocument();
    expect(screen.getAllByText(/^Rejected by Dr. Berg, 0[46]-May-2026/)).toHaveLength(2);
    expect(screen.getAllByText(LABEL, { selector: 'article > div > p' })).toHaveLength(2);
    expect(held.o3.server.count(/POST/)).toBe(0);
    await expectNoAxeViolations(container);
  });

  it('lets decide there on what is still open for the patient', async () => {
    held.o3.server.clinic.suggestions = [aSuggestion({ uuid: 's-open' })];
    show();
    const card = await screen.findByRole('article');

    await userEvent.click(within(card).getByRole('button', { name: 'Accept' }));

    expect(await within(card).findByText(/^Accepted by Dr. Lind/)).toBeVisible();
    expect(held.o3.server.count(/POST aisupport\/run/)).toBe(0);
  });

  it('says that nothing was decided, and does not call silence reassuring', async () => {
    show();

    expect(await screen.findByText('Nothing was decided in this visit.')).toBeVisible();
    expect(screen.getByText(/Nothing was judged just now\. This is not reassurance/)).toBeVisible();
  });

  it('P6: without consent says why, and still shows what was decided', async () => {
    held.o3.server.clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED'));
    held.o3.server.clinic.suggestions = [decided('s-encounter', '2026-05-04T08:30:00.000000+00:00', 'e-may')];

    const { container } = show();

    expect(await screen.findByText('Summary of s-encounter')).toBeVisible();
    expect(screen.getByText(/The patient said no/)).toBeVisible();
    expect(screen.queryByText('Open for this patient')).not.toBeInTheDocument();
    await expectNoAxeViolations(container);
  });

  it('P2: shows nothing while hidden for today but the way back', async () => {
    hideToday(held.o3.server.clinic.me.uuid);
    held.o3.server.clinic.suggestions = [aSuggestion({ uuid: 's-open' })];
    show();

    await userEvent.click(await screen.findByRole('button', { name: 'Show AI panel' }));

    expect(await screen.findByRole('article')).toBeVisible();
  });

  it('tells of a failing list, and tries again', async () => {
    held.o3.server.fail(/GET aisupport\/suggestion/, 500);
    show();
    expect(await screen.findByText('The server failed (500).')).toBeVisible();

    held.o3.server.heal();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Nothing was decided in this visit.')).toBeVisible();
  });
});

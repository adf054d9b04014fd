import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ConsentEvent } from '@aisupport/core/api/contract';
import { PATIENT } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../../test/o3';
import { History } from './history';

const AT = '2026-05-04T09:12:00.000000+02:00';
const NYGAARD = { uuid: 'u-nygaard', display: 'Astrid Nygaard' };

function anEvent(part: Partial<ConsentEvent> & { readonly uuid: string }): ConsentEvent {
  return {
    patient: PATIENT.uuid,
    purpose: 'own-care',
    decision: 'REFUSE',
    automatic: false,
    includesSensitive: false,
    recordedBy: NYGAARD,
    recordedAt: AT,
    effectiveAt: AT,
    ...part,
  };
}

const GRANT = anEvent({
  uuid: 'ev-grant',
  decision: 'GRANT',
  includesSensitive: true,
  givenBy: { role: 'GUARDIAN', name: "Anne O'Brien", relationship: 'mother' },
  method: 'WRITTEN',
  leaflet: { version: '2', language: 'da', sha256: 'abc' },
  expiresAt: '2028-05-04T09:12:00.000000+02:00',
  note: 'Signed at the desk',
});

describe('the history of consent', () => {
  const held = useO3();
  const printer = { leaflet: vi.fn(), consent: vi.fn(), frame: null };
  const user = userEvent.setup();

  const show = (...events: ConsentEvent[]) =>
    held.o3.show(<History patientUuid={PATIENT.uuid} events={events} printer={printer} />);
  const only = () => screen.getByRole('listitem');

  it('says that nothing has been recorded yet', async () => {
    const { container } = show();

    expect(screen.getByText('Nothing has been recorded yet.')).toBeVisible();
    await expectNoAxeViolations(container);
  });

  it('C3: tells who said what, for what, how, after which leaflet, and who recorded it', async () => {
    const { container } = show(GRANT);

    expect(only()).toHaveTextContent('AI in this practice');
    expect(only()).toHaveTextContent("Anne O'Brien (mother, guardian) said yes.");
    expect(only()).toHaveTextContent(
      'In writing · Leaflet version 2, Danish · Valid until 04-May-2028 · sensitive topics included',
    );
    expect(only()).toHaveTextContent('Note: Signed at the desk');
    expect(only()).toHaveTextContent('Recorded by Astrid Nygaard, 04-May-2026');
    await expectNoAxeViolations(container);
  });

  it.each([
    [{ decision: 'REFUSE' }, 'A no was recorded.'],
    [{ decision: 'REFUSE', givenBy: { role: 'PATIENT' } }, 'The patient said no.'],
    [{ decision: 'WITHDRAW' }, 'The consent was withdrawn.'],
    [{ decision: 'EXPIRE' }, 'The consent expired.'],
    [{ decision: 'LAPSE', reason: 'LEAFLET_CHANGED' }, 'The consent ended: the leaflet had changed.'],
    [{ decision: 'LAPSE', reason: 'CAME_OF_AGE' }, 'The guardian’s yes ended: the patient had come of age.'],
    [{ decision: 'LAPSE', reason: 'MERGED' }, 'The consent ended: two records became one.'],
    [{ decision: 'LAPSE', reason: 'UNREADABLE' }, 'The consent ended (UNREADABLE).'],
    [{ decision: 'IMPORT', reason: 'REFUSED' }, 'A no came from registration.'],
    [
      { decision: 'IMPORT', reason: 'PENDING_EVIDENCE' },
      'A yes came from registration, without its evidence.',
    ],
    [{ decision: 'MOON' as 'GRANT' }, 'MOON (–)'],
  ] as const)('C3: tells %o as a sentence', (part, words) => {
    show(anEvent({ uuid: 'ev', ...part }));

    expect(only()).toHaveTextContent(words);
  });

  it('C6: calls what the system wrote by itself so, and names nobody', () => {
    const event = { ...anEvent({ uuid: 'ev', decision: 'WITHDRAW', automatic: true }) };
    delete (event as Partial<ConsentEvent> & { recordedBy?: unknown }).recordedBy;

    show(event);

    expect(only()).toHaveTextContent('the patient’s attribute was set to no');
    expect(only()).toHaveTextContent('Written by the system itself, 04-May-2026');
    expect(only()).not.toHaveTextContent('Recorded by');
  });

  it('C7: says what was said for a record that was merged into this one', () => {
    show(anEvent({ uuid: 'ev', patient: 'p-other' }));

    expect(only()).toHaveTextContent('Said for a record that was merged into this one');
  });

  it('C3: a correction leads to what it corrects, and back', async () => {
    show(anEvent({ uuid: 'ev-correct', decision: 'CORRECT', corrects: GRANT.uuid }), GRANT);
    const [correction, wrong] = screen.getAllByRole('listitem');
    expect(wrong).toHaveTextContent('Recorded in error');

    await user.click(screen.getByRole('button', { name: 'Show that entry' }));
    await waitFor(() => {
      expect(wrong).toHaveFocus();
    });

    await user.click(screen.getByRole('button', { name: 'Show the correction' }));
    await waitFor(() => {
      expect(correction).toHaveFocus();
    });
  });

  it('is folded when long, and unfolded as far as somebody wants', async () => {
    show(...Array.from({ length: 8 }, (_, index) => anEvent({ uuid: `ev-${index}` })));
    expect(screen.getAllByRole('listitem')).toHaveLength(5);

    await user.click(screen.getByRole('button', { name: 'Show 3 earlier entries' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(8);

    await user.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
  });

  it('prints a yes, and nothing else', async () => {
    show(GRANT, anEvent({ uuid: 'ev-no' }));

    await user.click(within(screen.getByRole('list')).getByRole('button', { name: 'Print this consent' }));

    expect(printer.consent).toHaveBeenCalledExactlyOnceWith(GRANT);
  });
});

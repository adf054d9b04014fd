import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { launchWorkspace2 } from '@openmrs/esm-framework';
import { useSWRConfig } from 'swr';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Purpose } from '@aisupport/core/api/contract';
import { aSuggestion, COMPANY, denied, granted, OUTSIDE, PATIENT } from '@aisupport/core/fake/data';
import { consentKey } from '../../api/keys';
import { expectNoAxeViolations, useO3 } from '../../../test/o3';
import { Suggestions } from '../suggestions.component';

const FOLD = 'Ask an engine outside this practice';
const place = { patient: PATIENT.uuid, visit: undefined, encounter: undefined };

describe('E6: an engine outside the practice', () => {
  const held = useO3();
  let heardElsewhere: () => Promise<unknown>;

  beforeEach(() => {
    localStorage.clear();
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted());
    held.o3.server.clinic.outside = [OUTSIDE];
  });

  function agreed(...purposes: Purpose[]): void {
    for (const purpose of purposes) {
      held.o3.server.clinic.consents.set(`${PATIENT.uuid} ${purpose}`, granted({ purpose }));
    }
  }

  function Elsewhere(): null {
    const { mutate } = useSWRConfig();
    heardElsewhere = () => mutate(consentKey(PATIENT.uuid));
    return null;
  }

  /** Opens the screen and the fold, once the engines of this server are done. */
  async function show() {
    const { container } = held.o3.show(
      <>
        <Elsewhere />
        <Suggestions place={place} noteDraft={() => undefined} />
      </>,
    );
    await userEvent.click(await screen.findByText(FOLD));
    await waitFor(
      () => {
        expect(screen.queryByText('Reading the record…')).not.toBeInTheDocument();
      },
      { timeout: 4000 },
    );
    return container;
  }

  const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  const outsideRuns = () =>
    held.o3.server.bodies(/POST .*run/).filter((body) => 'engines' in (body as object));

  it('is nowhere on the screen where there is none', async () => {
    held.o3.server.clinic.outside = [];
    held.o3.show(<Suggestions place={place} noteDraft={() => undefined} />);

    await screen.findByText(/This is not reassurance/, undefined, { timeout: 4000 });

    expect(screen.queryByText(FOLD)).not.toBeInTheDocument();
  });

  it('says before anything leaves what would, to whom, and what stays', async () => {
    agreed('external-processing');
    const container = await show();
    expect(
      screen.getByText(
        'Second look by A made-up university, at cds.university.example. Not a commercial company.',
      ),
    ).toBeVisible();

    await click('Ask Second look');

    const told = screen.getByRole('group', { name: 'Send this to cds.university.example?' });
    expect(
      within(told)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'the age in years, from 90 on as “90 or more”',
      'the sex',
      'what is recorded of these, with dates: HbA1c, Potassium',
    ]);
    expect(told).toHaveTextContent('Name, numbers, address and date of birth stay here.');
    expect(screen.getByText('Send this to cds.university.example?')).toHaveFocus();
    await expectNoAxeViolations(container);
    expect(outsideRuns()).toEqual([]);
  });

  it('is sent nothing by “Don’t send” or Escape, and the focus is where it was', async () => {
    agreed('external-processing');
    await show();
    await click('Ask Second look');

    await click('Don’t send');

    expect(screen.getByRole('button', { name: 'Ask Second look' })).toHaveFocus();
    await click('Ask Second look');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Send and ask' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Ask Second look' })).toHaveFocus();
    expect(outsideRuns()).toEqual([]);
  });

  it('is asked once, and what it adds is a card that says where it is from and what was sent', async () => {
    agreed('external-processing');
    const engine = { id: OUTSIDE.id, version: '1', rule: 'second-look' };
    held.o3.server.clinic.outsideFindings = [aSuggestion({ uuid: 's-out', engine })];
    held.o3.server.clinic.payload = JSON.stringify({
      hook: 'patient-view',
      prefetch: { patient: { resourceType: 'Patient', gender: 'female' } },
    });
    const container = await show();
    await click('Ask Second look');

    await userEvent.dblClick(screen.getByRole('button', { name: 'Send and ask' }));

    const card = await screen.findByRole('article', { name: /Review the metformin dose/ }, { timeout: 4000 });
    expect(outsideRuns()).toEqual([{ patient: PATIENT.uuid, engines: [OUTSIDE.id] }]);
    expect(within(card).getByText('From Second look, outside this practice')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Second look added 1 suggestion.');
    expect(held.o3.server.count(/run\/.*\/sent/)).toBe(0); // looking is audited, so nobody looks unasked
    await userEvent.click(within(card).getByText('What was sent'));
    expect(await within(card).findByText(/^To cds.university.example, 05-Aug-2026/)).toBeVisible();
    expect(within(card).getByText('Sex: female')).toBeVisible();
    expect(within(card).getByText('The ids in it were made up for this one time.')).not.toBeVisible();
    await userEvent.click(within(card).getByText('Letter by letter'));
    expect(within(card).getByText(/"resourceType": "Patient"/)).toBeVisible();
    await expectNoAxeViolations(container);
  });

  it('C1: without a yes its button can’t be pressed, says why, and leads to where it is recorded', async () => {
    agreed('external-processing');
    held.o3.server.clinic.outside = [COMPANY];
    const container = await show();

    expect(screen.getByRole('button', { name: 'Ask Company model' })).toBeDisabled();
    const engine = screen.getByRole('group', { name: /^Company model by/ });
    expect(engine).toHaveTextContent(
      'Needs the patient’s yes to data for commercial companies. The patient has not been asked.',
    );
    await expectNoAxeViolations(container);
    await userEvent.click(within(engine).getByRole('button', { name: 'Consent' }));
    expect(launchWorkspace2).toHaveBeenCalledWith('aisupport-consent-workspace');
  });

  it('C1: a yes that was recorded beside it counts at once', async () => {
    await show();
    expect(screen.getByRole('button', { name: 'Ask Second look' })).toBeDisabled();
    agreed('external-processing');

    await heardElsewhere();

    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Ask Second look' })).toBeEnabled();
    });
  });

  it('C1: a no that came in between is said there, and the cards stay', async () => {
    agreed('external-processing');
    held.o3.server.clinic.findings = [aSuggestion({ uuid: 's-1' })];
    await show();
    await click('Ask Second look');
    const no = { ...denied('REFUSED', 'REFUSED'), purpose: 'external-processing' as const };
    held.o3.server.clinic.consents.set(`${PATIENT.uuid} external-processing`, no);

    await click('Send and ask');

    expect(await screen.findByText('The consent does not permit this any more.')).toBeVisible();
    expect(await screen.findByText(/The patient said no\./)).toBeVisible();
    expect(screen.queryByText('AI support is off.')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Accept' })).toBeVisible();
  });

  it('E5: that fails costs only its own part, in plain words, and can be asked again', async () => {
    agreed('external-processing');
    held.o3.server.clinic.outsideRun = { status: 'FAILED', error: 'The engine failed.' };
    await show();
    await click('Ask Second look');

    await click('Send and ask');

    expect(
      await screen.findByText('Second look did not finish: The engine failed.', undefined, { timeout: 4000 }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Ask Second look' })).toBeEnabled();
  });

  it('P3: that is slow can be cancelled', async () => {
    agreed('external-processing');
    const { clinic } = held.o3.server;
    await show();
    clinic.pollsUntilDone = 1000;
    await click('Ask Second look');
    await click('Send and ask');
    expect(screen.getByText('Second look is being asked…')).toBeVisible();

    await click('Cancel');

    expect(await screen.findByText('Second look: cancelled.')).toBeVisible();
    expect(clinic.runStatuses()).toEqual(['COMPLETED', 'CANCELLED']);
  });

  it('asked by an ordinary run, as the practice may have it, is told of with what was sent', async () => {
    const { clinic } = held.o3.server;
    clinic.outside = [{ ...OUTSIDE, startsByItself: true }];
    const part = { version: '1', status: 'COMPLETED', proposed: 0, missing: [], dataQuality: [] } as const;
    clinic.engineRun = { ...part, engine: OUTSIDE.id };

    await show();
    await userEvent.click(await screen.findByText('What was sent to Second look'));

    expect(await screen.findByText(/^To cds.university.example, 05-Aug-2026/)).toBeVisible();
  });

  it('whose copy can’t be read any more is said plainly', async () => {
    agreed('external-processing');
    held.o3.server.clinic.sentUnreadable = true;
    await show();
    await click('Ask Second look');
    await click('Send and ask');

    await userEvent.click(await screen.findByText('What was sent', undefined, { timeout: 4000 }));

    expect(
      await screen.findByText('The copy can’t be read: its key is gone, or it was changed.'),
    ).toBeVisible();
  });
});

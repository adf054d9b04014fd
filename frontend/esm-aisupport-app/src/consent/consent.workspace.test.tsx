import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Workspace2, type Workspace2DefinitionProps } from '@openmrs/esm-framework';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DENIAL_REASONS } from '@aisupport/core/api/contract';
import { denied, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import ConsentWorkspace from './consent.workspace';

const user = userEvent.setup();

type Props = Workspace2DefinitionProps<object, object, { patientUuid: string }>;

describe('the consent workspace', () => {
  const held = useO3();

  function show() {
    const props = { groupProps: { patientUuid: PATIENT.uuid }, workspaceProps: null } as unknown as Props;
    return held.o3.show(<ConsentWorkspace {...props} />);
  }

  const click = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  const choose = async (name: string) => user.click(await screen.findByRole('radio', { name }));
  const server = () => held.o3.server;
  const ownCare = () => screen.findByRole('group', { name: 'AI in this practice' });

  beforeEach(() => {
    sessionStorage.clear();
  });

  describe('the state of each purpose', () => {
    it('C1: names five purposes, each with its own answer', async () => {
      server().clinic.consents.set(PATIENT.uuid, granted());

      const { container } = show();

      expect(await screen.findByRole('button', { name: 'AI in this practice Yes' })).toBeVisible();
      for (const other of [
        'A service outside the practice Not asked',
        'Statistics about the support Not asked',
        'Data to develop AI, public or non-commercial Not asked',
        'Data to commercial companies Not asked',
      ]) {
        expect(screen.getByRole('button', { name: other })).toBeVisible();
      }
      await expectNoAxeViolations(container);
    });

    it('trust07_says who receives data, where and for how long', async () => {
      show();

      const section = within(await ownCare());
      expect(await section.findByText('Nobody outside this practice')).toBeVisible();
      expect(section.getByText('Denmark')).toBeVisible();
      expect(section.getByText('10 years, as the rest of the record')).toBeVisible();
    });

    it.each(DENIAL_REASONS)('trust02_%s is said in words, and as a no', async (reason) => {
      server().clinic.consents.set(PATIENT.uuid, denied('GRANTED', reason));

      show();

      const section = within(await ownCare());
      expect(section.getByText(/^AI support is off\. .+ Nothing is computed/)).toBeVisible();
      expect(section.queryByText(new RegExp(reason))).not.toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'AI in this practice No' })).toBeVisible();
    });

    it('C1: a yes to a service outside is none while own care is not permitted', async () => {
      server().clinic.consents.set(`${PATIENT.uuid} external-processing`, {
        ...granted(),
        purpose: 'external-processing',
      });

      show();
      await click(/A service outside the practice No/);

      expect(
        screen.getByText(
          'The patient said yes, but it counts only together with a yes to AI in this practice.',
        ),
      ).toBeVisible();
    });

    it('C2: what cannot be read is told as a no, with a way to try again', async () => {
      server().fail(/consent/, 500);
      const { container } = show();

      expect(
        await screen.findByText('The consent could not be read. Until it can, that means no.'),
      ).toBeVisible();
      expect(screen.getByText('The server failed (500).')).toBeVisible();
      await expectNoAxeViolations(container);

      server().heal();
      await click('Try again');

      expect(await screen.findByRole('button', { name: /AI in this practice/ })).toBeVisible();
    });

    it.each([
      [404, 'NOT_FOUND', 'The server does not know this record; it may have been removed.'],
      [503, 'NOT_CONFIGURED', /AI support is not set up fully here/],
      [401, 'NOT_AUTHENTICATED', 'Your session is over.'],
      [403, 'NOT_AUTHORIZED', 'This needs the privilege “View AI Consent”, which you don’t have.'],
    ] as const)('P6: says what %s %s means', async (status, code, words) => {
      server().fail(/consent/, status, code);

      show();

      expect(await screen.findByText(words)).toBeVisible();
    });

    it('P6: says that it is offline', async () => {
      server().down = true;

      show();

      expect(await screen.findByText('The server can’t be reached.')).toBeVisible();
    });

    it('C7: of somebody who has died nothing is asked, and the history stays', async () => {
      server().clinic.consents.set(PATIENT.uuid, denied('GRANTED', 'DECEASED'));

      show();

      const section = within(await ownCare());
      expect(section.getByText(/The patient has died/)).toBeVisible();
      expect(section.queryByRole('button', { name: 'Record consent' })).not.toBeInTheDocument();
      expect(section.queryByRole('button', { name: 'Withdraw' })).not.toBeInTheDocument();
      expect(screen.getByRole('heading', { name: 'History' })).toBeVisible();
    });
  });

  describe('who may what', () => {
    it('X1: who may only view sees state and history without buttons to record, and is told why', async () => {
      server().privileges = ['View AI Consent'];
      server().clinic.consents.set(PATIENT.uuid, granted());

      const { container } = show();

      expect(
        await screen.findByText(
          'You may read the consent, but not record it: that needs the privilege “Record AI Consent”.',
        ),
      ).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Withdraw' })).not.toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Record consent' })).not.toBeInTheDocument();
      await expectNoAxeViolations(container);
    });

    it('trust21_a receptionist records, withdraws and undoes, and the server is asked for nothing but consent', async () => {
      server().privileges = ['View AI Consent', 'Record AI Consent'];
      server().clinic.suggestions = severalSuggestions();
      server().clinic.consents.set(PATIENT.uuid, granted());

      show();
      await click('Withdraw');
      await click('Undo');

      expect(await screen.findAllByText('Undone. What stood before stands again.')).not.toHaveLength(0);
      expect(screen.queryByText(/Suggestions that were removed/)).not.toBeInTheDocument();
      expect(server().count(/suggestion|run|engine/)).toBe(0);
    });
  });

  describe('withdrawing', () => {
    beforeEach(() => {
      server().clinic.consents.set(PATIENT.uuid, granted());
      server().clinic.suggestions = severalSuggestions();
    });

    it('trust05_is one action without a reason, and says what it did', async () => {
      server().clinic.shared = [{ recipient: 'Nordic AI, Sweden', at: '2026-06-02T08:00:00.000000+00:00' }];
      const { container } = show();

      await click('Withdraw');

      const section = within(await ownCare());
      expect(await section.findByText(/The patient withdrew on/)).toBeVisible();
      expect(section.getByText(/5 undecided suggestions were removed\./)).toBeVisible();
      expect(section.getByText(/This has left the practice already and can’t be recalled:/)).toBeVisible();
      expect(section.getByText(/Nordic AI, Sweden/)).toBeVisible();
      expect(server().bodies(/POST .*consent/)).toEqual([
        { decision: 'WITHDRAW', patient: PATIENT.uuid, purpose: 'own-care' },
      ]);
      await expectNoAxeViolations(container);
    });

    it('P4: is told to a screen reader once, and keyboard focus stays in the section', async () => {
      show();

      await click('Withdraw');

      await waitFor(() => {
        expect(screen.getByRole('status')).toHaveTextContent('The consent is withdrawn.');
      });
      const section = within(await ownCare());
      expect(section.getByText(/The patient withdrew on/)).toHaveFocus();
    });

    it('C5: can be undone by whoever recorded it, and what stood before stands again', async () => {
      show();
      await click('Withdraw');

      await click('Undo');

      const section = within(await ownCare());
      expect(await section.findByText(/^Yes since/)).toBeVisible();
      expect(section.getByText('Undone. What stood before stands again.')).toBeVisible();
      expect(section.getByText('Suggestions that were removed don’t come back by themselves.')).toBeVisible();
    });

    it('C5: an undo that came too late says what stands now', async () => {
      show();
      await click('Withdraw');
      await screen.findByRole('button', { name: 'Undo' });
      server().clinic.book.record(
        { patient: PATIENT.uuid, purpose: 'own-care', decision: 'REFUSE' },
        { uuid: 'u-other', display: 'Dr. Other' },
      );

      await click('Undo');

      const section = within(await ownCare());
      expect(
        await section.findByText('Not undone: somebody recorded something newer. This is what stands now.'),
      ).toBeVisible();
      expect(section.getByText(/The patient said no on/)).toBeVisible();
      expect(section.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    });

    it('C5: one that failed says that the consent still stands', async () => {
      show();
      await screen.findByRole('button', { name: 'Withdraw' });
      server().fail(/POST .*consent/, 500);

      await click('Withdraw');

      expect(
        await screen.findByText('The withdrawal was not saved. The consent still stands.'),
      ).toBeVisible();
      expect(screen.getByRole('button', { name: 'Withdraw' })).toBeVisible();
    });
  });

  describe('recording', () => {
    const openForm = async () => {
      const shown = show();
      const section = within(await ownCare());
      await user.click(await section.findByRole('button', { name: 'Record consent' }));
      await screen.findByRole('heading', { name: 'Record consent: AI in this practice' });
      await screen.findByText('Read the leaflet: AI support in your practice');
      return shown;
    };
    const unsaved = () => vi.mocked(Workspace2).mock.lastCall?.[0].hasUnsavedChanges;

    it('P2: no answer is chosen beforehand, and sensitive topics are off', async () => {
      const { container } = await openForm();
      await choose('Yes');

      const chosen = screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked);
      expect(chosen.map((radio) => radio.id)).toEqual(['aisupport-field-decision-GRANT']);
      await expectNoAxeViolations(container);
    });

    it('trust13_sends a yes with its evidence, and the tag’s state follows', async () => {
      await openForm();
      await choose('Yes');
      await choose('The patient');
      await choose('Spoken');
      await click('Save');

      const section = within(await ownCare());
      expect(await section.findByText(/^Yes since .* Sensitive topics are left out\.$/)).toBeVisible();
      expect(section.getByText('The consent is recorded.')).toBeVisible();
      expect(server().bodies(/POST .*consent/)).toEqual([
        {
          decision: 'GRANT',
          patient: PATIENT.uuid,
          purpose: 'own-care',
          givenBy: { role: 'PATIENT' },
          method: 'SPOKEN',
          includesSensitive: false,
          leaflet: { version: '2026-08', language: 'en' },
        },
      ]);
    });

    it('C3: a yes without its evidence is not sent, and each field says what it needs', async () => {
      const { container } = await openForm();
      await choose('Yes');
      await choose('A guardian');
      await click('Save');

      for (const words of ['Give the name.', 'Give the relationship.', 'Say how it was given.']) {
        expect(screen.getByText(words)).toBeVisible();
      }
      expect(server().count(/POST/)).toBe(0);
      await waitFor(() => {
        expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
      });
      await expectNoAxeViolations(container);
    });

    it('C3: a no needs nothing more than itself', async () => {
      await openForm();
      await choose('No');
      await click('Save');

      expect(await within(await ownCare()).findByText(/The patient said no on/)).toBeVisible();
      expect(server().bodies(/POST .*consent/)).toEqual([
        { decision: 'REFUSE', patient: PATIENT.uuid, purpose: 'own-care' },
      ]);
    });

    it('C7: a minor’s own yes is refused at its field, and nothing is lost', async () => {
      server().clinic.book.minors.add(PATIENT.uuid);
      await openForm();
      await choose('Yes');
      await choose('The patient');
      await choose('Spoken');
      await user.type(screen.getByRole('textbox', { name: /Note/ }), 'at the desk');
      await click('Save');

      expect(await screen.findByText('The patient is a minor: only a guardian can say yes.')).toBeVisible();
      expect(screen.getByRole('textbox', { name: /Note/ })).toHaveValue('at the desk');
      expect(screen.getByRole('radio', { name: 'Spoken' })).toBeChecked();
    });

    it('C4: a leaflet that changed meanwhile is shown anew before a yes to it is taken', async () => {
      await openForm();
      await choose('Yes');
      await choose('The patient');
      await choose('Spoken');
      server().clinic.book.leafletVersion = '2026-11';
      await click('Save');

      expect(
        await screen.findByText(
          'The leaflet has changed meanwhile. The new one is shown: tell it, then save again.',
        ),
      ).toBeVisible();
      expect(await screen.findByText('Version 2026-11, English')).toBeInTheDocument();
      await click('Save');
      expect(await within(await ownCare()).findByText(/^Yes since/)).toBeVisible();
    });

    it('P6: a server that cannot be reached loses nothing that was typed', async () => {
      await openForm();
      await choose('Yes');
      await choose('The patient');
      await choose('In writing');
      server().down = true;
      await click('Save');

      expect(await screen.findByText('The server can’t be reached.')).toBeVisible();
      server().heal();
      await click('Save');
      expect(await within(await ownCare()).findByText(/^Yes since/)).toBeVisible();
    });

    it('O3 is told of unsaved changes as long as there are any', async () => {
      await openForm();
      expect(unsaved()).toBe(false);
      await choose('Yes');
      expect(unsaved()).toBe(true);

      await click('Close without saving');

      expect(unsaved()).toBe(false);
      expect(server().count(/POST/)).toBe(0);
    });

    it('trust03_a yes to one purpose is none to another, and the form says so of a service outside', async () => {
      show();
      await click(/A service outside the practice/);
      const item = screen.getByRole('group', { name: 'A service outside the practice' });
      await user.click(within(item).getByRole('button', { name: 'Record consent' }));

      expect(
        await screen.findByText(
          'This yes permits nothing by itself: it counts only together with a yes to AI in this practice.',
        ),
      ).toBeVisible();
      await screen.findByText(/^Read the leaflet:/);
      await choose('Yes');
      await choose('The patient');
      await choose('Spoken');
      await click('Save');

      await waitFor(() => {
        expect(server().bodies(/POST .*consent/)).toMatchObject([{ purpose: 'external-processing' }]);
      });
      expect(await screen.findByRole('button', { name: 'AI in this practice Not asked' })).toBeVisible();
      expect(await screen.findByRole('button', { name: 'A service outside the practice No' })).toBeVisible();
    });
  });

  describe('ending a yes that nobody took back', () => {
    const grantBy = (role: 'PATIENT' | 'PROXY') =>
      server().clinic.record({
        patient: PATIENT.uuid,
        purpose: 'own-care',
        decision: 'GRANT',
        givenBy: { role, ...(role === 'PROXY' && { name: "Anne O'Brien", relationship: 'daughter' }) },
        method: 'SPOKEN',
        leaflet: { version: '2026-08', language: 'en' },
      });

    it('C3: a yes recorded in error is corrected with a note, and what stood before stands again', async () => {
      grantBy('PATIENT');
      const { container } = show();
      await click('It was recorded in error');
      await expectNoAxeViolations(container);

      await click('Correct');
      expect(screen.getByText('Say what was recorded in error.')).toBeVisible();
      expect(server().count(/POST/)).toBe(0);

      await user.type(screen.getByRole('textbox', { name: 'What was wrong?' }), 'Another patient');
      await click('Correct');

      const section = within(await ownCare());
      expect(await section.findByText(/The patient has not been asked\./)).toBeVisible();
      expect(section.getByText('Corrected. What stood before stands again.')).toBeVisible();
      expect(server().bodies(/POST .*consent/)).toMatchObject([
        { decision: 'CORRECT', corrects: 'ev-1', note: 'Another patient' },
      ]);
    });

    it('C3: if somebody recorded something newer meanwhile, that is told and nothing typed is lost', async () => {
      grantBy('PATIENT');
      show();
      await click('It was recorded in error');
      const field = screen.getByRole('textbox', { name: 'What was wrong?' });
      await user.type(field, 'Another patient');
      server().fail(/POST .*consent/, 409, 'CONFLICT');

      await click('Correct');

      expect(await screen.findByText(/Somebody else changed this meanwhile\./)).toBeVisible();
      expect(field).toHaveValue('Another patient');
    });

    it('C7: a proxy who no longer speaks for the patient ends the yes', async () => {
      grantBy('PROXY');
      show();
      await click('No longer speaks for the patient');
      expect(screen.getByText("Anne O'Brien no longer speaks for the patient")).toBeVisible();

      await click('End the yes');

      const section = within(await ownCare());
      expect(await section.findByText(/Whoever said yes no longer speaks for the patient\./)).toBeVisible();
      expect(server().bodies(/POST .*consent/)).toMatchObject([
        { decision: 'LAPSE', reason: 'GUARDIANSHIP_ENDED' },
      ]);
    });

    it('C7: of a patient’s own yes nobody can say that', async () => {
      grantBy('PATIENT');
      show();

      expect(await screen.findByRole('button', { name: 'It was recorded in error' })).toBeVisible();
      expect(
        screen.queryByRole('button', { name: 'No longer speaks for the patient' }),
      ).not.toBeInTheDocument();
    });
  });
});

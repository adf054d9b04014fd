import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Suggestion } from '@aisupport/core/api/contract';
import { aSuggestion, evidence, granted, LABEL, PATIENT } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../../test/o3';
import { Suggestions } from '../suggestions.component';

const DECISION = /POST aisupport\/suggestion\/.*\/decision/;
const COLLEAGUE = { uuid: 'u-other', display: 'Dr. Berg' };
const place = { patient: PATIENT.uuid, visit: undefined, encounter: undefined };

describe('S3: the card of a suggestion', () => {
  const held = useO3();

  beforeEach(() => {
    localStorage.clear();
    held.o3.server.privileges = held.o3.server.privileges.filter((one) => one !== 'Request AI Suggestions');
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted());
  });

  async function show(part: Partial<Suggestion> = {}) {
    held.o3.server.clinic.suggestions = [aSuggestion({ uuid: 's-dose', ...part })];
    const { container } = held.o3.show(<Suggestions place={place} noteDraft={() => undefined} />);
    await screen.findByRole('article');
    return container;
  }

  const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

  it('trust22_says what it rests on, with date, value, stance, source and limits', async () => {
    const container = await show();

    const speaksFor = screen.getByRole('list', { name: 'Speaks for it' });
    expect(within(speaksFor).getByRole('link', { name: 'Creatinine: 148 µmol/L' })).toHaveAttribute(
      'href',
      `/openmrs/spa/patient/${PATIENT.uuid}/chart/results`,
    );
    expect(speaksFor).toHaveTextContent('21-Jul-2026');
    expect(within(speaksFor).getByRole('link', { name: /Metformin/ })).toHaveAttribute(
      'href',
      `/openmrs/spa/patient/${PATIENT.uuid}/chart/orders`,
    );
    expect(screen.getByRole('list', { name: 'Speaks against it' })).toHaveTextContent(
      'Creatinine: 92 µmol/L 12-Nov-2025',
    );
    expect(screen.getByRole('link', { name: /KDIGO 2022 Diabetes in CKD/ })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );
    expect(screen.getByText(/Kidney Int 2022/)).not.toBeVisible(); // one click away, see E4
    expect(screen.getAllByText(/A single value may mislead/)[0]).toBeVisible();
    await expectNoAxeViolations(container);
  });

  it('trust22_says that no record is cited where there is none', async () => {
    await show({ evidence: [] });

    expect(screen.getByText('No record cited')).toBeVisible();
  });

  it.each([
    ['5085AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'vitals-and-biometrics'],
    ['790AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'results'],
    [undefined, 'results'],
  ])('S3: leads from an observation of %s to %s, where O3 shows it', async (concept, page) => {
    const record = { type: 'obs', uuid: 'o-1', ...(concept !== undefined && { concept }) } as const;
    await show({ evidence: [evidence('Measured', '158', '2026-07-21', { record })] });

    expect(screen.getByRole('link', { name: 'Measured: 158' })).toHaveAttribute(
      'href',
      `/openmrs/spa/patient/${PATIENT.uuid}/chart/${page}`,
    );
  });

  it('S3: writes a record plainly that O3 has no page for', async () => {
    await show({
      evidence: [evidence('Age', '67', '2026-07-21', { record: { type: 'patient', uuid: 'p' } })],
    });

    expect(screen.getByText('Age: 67')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Age/ })).not.toBeInTheDocument();
  });

  it('trust22_marks in a note what it was read by (S3)', async () => {
    await show({ evidence: [evidence('Note', 'Tired. «Burning <b>when» passing urine.', '2026-07-21')] });

    expect(screen.getByText('“Burning <b>when”', { selector: 'mark' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Note: Tired. “Burning <b>when” passing urine.' })).toBeVisible();
  });

  it('E4: names the rule, and not the concept that it speaks of', async () => {
    await show({ engine: { id: 'note-coding', version: '1', rule: 'note-coding:111633AAAA' } });

    expect(
      screen.getByText(/About the engine note-coding 1, rule note-coding, and its source/),
    ).toBeVisible();
  });

  it('X3: links to no address that could run something', async () => {
    await show({ source: { label: 'Trap', url: 'javascript:alert(1)', citation: 'None' } });

    expect(screen.queryByRole('link', { name: /Trap/ })).not.toBeInTheDocument();
  });

  it('trust15_bears the label of the data in words, open and decided', async () => {
    await show({ label: 'Reworded: only support.' });
    expect(screen.getByText('Reworded: only support.', { selector: 'article > div > p' })).toBeVisible();

    await click('Accept');

    await screen.findByText(/^Accepted by Dr. Lind/);
    expect(screen.getByText('Reworded: only support.', { selector: 'article > div > p' })).toBeVisible();
  });

  it('S3: tells the urgency in words beside its colour', async () => {
    await show({ indicator: 'critical' });

    expect(screen.getByText('Critical')).toBeVisible();
  });

  it('E4: explains itself at Carbon’s AI sign, and leads to the engine’s source card', async () => {
    const container = await show();

    await userEvent.click(screen.getByRole('button', { name: /AI – what stands behind it/ }));
    expect(screen.getByText('guidelines 1.0.0, rule egfr-metformin')).toBeInTheDocument();
    await click('About the engine');

    expect(await screen.findByText('The aisupport project')).toBeVisible();
    expect(screen.getByText(/Kidney Int 2022/)).toBeVisible();
    expect(screen.getByText('Knows only what is coded in the record')).toBeVisible();
    expect(screen.getByText('Rule to be reviewed by 30-Jun-2027')).toBeVisible();
    expect(screen.getByText('This version of the rule is of 30-Jun-2026')).toBeVisible();
    expect(screen.getByText('Of the person it uses: sex, date of birth')).toBeVisible();
    expect(screen.getByText('It does not use: race, language')).toBeVisible();
    expect(screen.getByText(/^About the engine guidelines/)).toHaveFocus();
    await expectNoAxeViolations(container);
  });

  it('E4: asks for the source card only when it is opened', async () => {
    await show();

    expect(held.o3.server.count(/GET aisupport\/engine\/guidelines/)).toBe(0);
  });

  it('P2: gives accept and reject the same weight, and chooses neither beforehand', async () => {
    await show();

    const [accept, reject] = ['Accept', 'Reject'].map((name) => screen.getByRole('button', { name }));
    expect(accept?.className).toBe(reject?.className);
    expect(screen.getByLabelText('Reason for rejecting (optional)')).toHaveValue('');
  });

  it('S1: accepts with one click, says by whom and when, and P4: puts the focus on what replaced the button', async () => {
    const container = await show();

    await click('Accept');

    const said = await screen.findByText(/^Accepted by Dr. Lind, \d\d-/);
    expect(said).toHaveFocus();
    expect(held.o3.server.bodies(DECISION)).toEqual([{ outcome: 'ACCEPTED', version: 0 }]);
    expect(screen.queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
    await expectNoAxeViolations(container);
  });

  it('S1: sends the GP’s own wording', async () => {
    await show();
    await click('Edit wording');
    const field = screen.getByLabelText('Your wording, kept with your acceptance');
    await userEvent.clear(field);
    await userEvent.type(field, 'Halve the dose');

    await click('Accept');

    expect(await screen.findByText(/^Accepted with edits by/)).toBeVisible();
    expect(screen.getByText('Wording: Halve the dose')).toBeVisible();
    expect(held.o3.server.bodies(DECISION)).toEqual([
      { outcome: 'ACCEPTED', version: 0, text: 'Halve the dose' },
    ]);
  });

  it('S5: rejects with one click and no reason', async () => {
    await show();

    await click('Reject');

    expect(await screen.findByText(/^Rejected by Dr. Lind/)).toBeVisible();
    expect(held.o3.server.bodies(DECISION)).toEqual([{ outcome: 'REJECTED', version: 0 }]);
  });

  it('S5: shows the reasons in the server’s order, under what they are about', async () => {
    await show();
    await screen.findByRole('option', { name: 'The patient declines' });

    const texts = (options: HTMLElement[]) => options.map(({ textContent }) => textContent);
    const inGroup = (name: string) =>
      texts(within(screen.getByRole('group', { name })).getAllByRole('option'));
    const wishes = inGroup('The patient’s wishes');
    const outcome = inGroup('What may come of it');
    const record = inGroup('The record');
    expect(wishes).toEqual(['The patient declines']);
    expect(outcome).toEqual(['The benefit outweighs the risk']);
    expect(record).toEqual(['The data it rests on is wrong', 'Not supported by the record']);
    const all = texts(screen.getAllByRole('option'));
    expect(all).toEqual(['No reason chosen', ...wishes, ...outcome, ...record]);
  });

  it('S5: rejects a critical one only with a reason, and sends nothing before', async () => {
    const container = await show({ indicator: 'critical' });
    const reason = await screen.findByLabelText('Reason for rejecting (required, critical)');

    await click('Reject');

    expect(screen.getByText(/Choose a reason first: this suggestion is critical/)).toBeVisible();
    expect(reason).toHaveFocus();
    expect(held.o3.server.count(DECISION)).toBe(0);
    await expectNoAxeViolations(container);
    await screen.findByRole('option', { name: 'The patient declines' });
    await userEvent.selectOptions(reason, 'patient-declines');
    await click('Reject');
    expect(await screen.findByText('Reason: The patient declines')).toBeVisible();
  });

  it('S2: makes one request of two fast clicks', async () => {
    await show();
    const release = held.o3.server.hold(DECISION);
    const accept = screen.getByRole('button', { name: 'Accept' });

    await userEvent.dblClick(accept);

    expect(screen.getByText('Saving…')).toBeVisible();
    expect(screen.queryByText(/Accepted by/)).not.toBeInTheDocument();
    release();
    expect(await screen.findByText(/Accepted by/)).toBeVisible();
    expect(held.o3.server.count(DECISION)).toBe(1);
  });

  it('S2: shows what a colleague decided first, and that nothing of one’s own was saved', async () => {
    const container = await show();
    await click('Edit wording');
    await userEvent.type(screen.getByRole('textbox'), '!');
    held.o3.server.clinic.settle('s-dose', { outcome: 'REJECTED' }, COLLEAGUE);

    await click('Accept');

    expect(await screen.findByText('A colleague decided first. Nothing of yours was saved.')).toBeVisible();
    expect(screen.getByText(/^Rejected by Dr. Berg/)).toBeVisible();
    expect(screen.getByText(/^Your wording, not saved: Review the metformin dose.*!$/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    await expectNoAxeViolations(container);
  });

  it('keeps what was prepared when the server could not save it', async () => {
    await show();
    await screen.findByRole('option', { name: 'The data it rests on is wrong' });
    await userEvent.selectOptions(screen.getByLabelText(/Reason for rejecting/), 'wrong-data');
    held.o3.server.fail(DECISION, 500);

    await click('Reject');

    expect(await screen.findByText('The server failed (500).')).toBeVisible();
    expect(screen.getByLabelText(/Reason for rejecting/)).toHaveValue('wrong-data');
    expect(screen.getByRole('button', { name: 'Reject' })).toHaveFocus();
  });

  it('S1: undoes for the same GP, as long as it is possible', async () => {
    await show();
    await click('Reject');
    expect(await screen.findByText(/^possible until/)).toBeVisible();

    await click('Undo');

    expect(await screen.findByRole('button', { name: 'Accept' })).toBeVisible();
    expect(screen.getByRole('heading', { name: /Review the metformin dose/ })).toHaveFocus();
  });

  it('S1: offers no undo once its time is over', async () => {
    await show({
      status: 'REJECTED',
      decision: {
        uuid: 'd',
        outcome: 'REJECTED',
        by: held.o3.server.clinic.me,
        at: '2026-01-05T09:00:00.000000+01:00',
        undoableUntil: '2026-01-05T09:10:00.000000+01:00',
      },
    }).catch(() => undefined);
    await userEvent.click(await screen.findByText('Decided (1)'));

    expect(screen.getByText(/^Rejected by Dr. Lind, 05-Jan-2026/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  it('S1: can still be decided after its time', async () => {
    await show({ status: 'UNREVIEWED' });

    expect(screen.getByText('Unreviewed: nobody decided in time. You still can.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reject' })).toBeVisible();
  });

  it('S8: says that newer data replaced it when the decision comes too late', async () => {
    await show();
    const [one] = held.o3.server.clinic.suggestions;
    held.o3.server.clinic.suggestions = [{ ...(one as Suggestion), status: 'SUPERSEDED', version: 1 }];

    await click('Accept');

    expect(await screen.findByText('Newer data replaced this suggestion.')).toBeVisible();
    expect(screen.getByText(/This suggestion changed meanwhile\. Nothing was saved/)).toBeVisible();
  });

  it('draws a status that only a newer server knows as it came, and lets nobody decide on it', async () => {
    held.o3.server.onExchange = () => undefined; // the contract of today has no such word
    await show({ status: 'PARKED' as Suggestion['status'] });

    expect(screen.getByText('Status: PARKED')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
  });

  it('X1: says what is missing to whoever is no provider', async () => {
    held.o3.server.provider = null;

    await show();

    expect(screen.getByText('Deciding needs a provider account linked to your user.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
  });

  it('P4: can be decided with the keyboard alone', async () => {
    await show();
    const accept = screen.getByRole('button', { name: 'Accept' });

    for (let presses = 0; presses < 30 && !accept.matches(':focus'); presses++) {
      await userEvent.tab();
    }
    expect(accept).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    await waitFor(() => {
      expect(screen.getByText(/^Accepted by/)).toBeVisible();
    });
  });

  it('S4: shows the label that the server sends by default', async () => {
    await show();

    expect(screen.getByText(LABEL, { selector: 'article > div > p' })).toBeVisible();
  });
});

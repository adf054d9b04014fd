import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Suggestion } from '@aisupport/core/api/contract';
import type { Encounter } from '@openmrs/esm-framework';
import { aDiagnosis, aSuggestion, granted, PATIENT } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../../test/o3';
import { Suggestions } from '../suggestions.component';

const DECISION = /POST aisupport\/suggestion\/.*\/decision/;
const ON_THE_LIST = 'Diabetes mellitus: On the problem list, as provisional';
const IN_AN_ENCOUNTER = 'Diabetes mellitus: Diagnosis in an encounter, as provisional';
const WHICH = 'Encounter that it goes into';
const VITALS: Encounter = {
  uuid: 'e-vitals',
  encounterDatetime: '2026-11-29T09:30:00.000+0100',
  encounterType: { uuid: 't-1', display: 'Vitals' },
};
const CONSULTATION: Encounter = {
  uuid: 'e-consultation',
  encounterDatetime: '2026-11-29T09:12:00.000+0100',
  encounterType: { uuid: 't-2', display: 'Consultation' },
  form: { uuid: 'f', name: 'Visit note' },
};

describe('S6: accepting can write into the chart', () => {
  const held = useO3();

  beforeEach(() => {
    localStorage.clear();
    held.o3.server.privileges = held.o3.server.privileges.filter((one) => one !== 'Request AI Suggestions');
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted());
  });

  const place = { patient: PATIENT.uuid, visit: undefined, encounter: undefined };
  const drawn = (encounters: readonly Encounter[]) => (
    <Suggestions place={place} encounters={encounters} noteDraft={() => undefined} />
  );

  async function show(suggestion: Suggestion, ...encounters: readonly Encounter[]) {
    held.o3.server.clinic.suggestions = [suggestion];
    const { container } = held.o3.show(drawn(encounters));
    await screen.findByRole('article');
    return container;
  }

  const box = (name: string) => screen.getByRole('checkbox', { name });
  const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

  it('trust14_shows what could be written, ticks nothing, and writes nothing unless asked', async () => {
    const container = await show(aDiagnosis({ uuid: 's-1' }));

    expect(box(ON_THE_LIST)).not.toBeChecked();
    expect(box('Plan note')).not.toBeChecked();
    await expectNoAxeViolations(container);
    await click('Accept');

    await screen.findByText(/^Accepted by Dr. Lind/);
    expect(held.o3.server.bodies(DECISION)).toEqual([{ outcome: 'ACCEPTED', version: 0 }]);
  });

  it('trust14_writes what was ticked, as it was proposed, and says so after the server did', async () => {
    const container = await show(aDiagnosis({ uuid: 's-1' }));
    await userEvent.click(box(ON_THE_LIST));
    expect(screen.getByLabelText('As it will be written')).toHaveValue('Diabetes mellitus');
    await expectNoAxeViolations(container);

    await click('Accept');

    expect(await screen.findByText('Written: On the problem list, as provisional')).toBeVisible();
    expect(held.o3.server.bodies(DECISION)).toEqual([
      { outcome: 'ACCEPTED', version: 0, apply: [{ kind: 'CONDITION' }] },
    ]);
    await expectNoAxeViolations(container);
  });

  it('sends the GP’s own words, and says that they are not coded', async () => {
    await show(aDiagnosis({ uuid: 's-1' }));
    await userEvent.click(box(ON_THE_LIST));
    const text = screen.getByLabelText('As it will be written');
    await userEvent.clear(text);
    await userEvent.type(text, 'Steroid diabetes');
    expect(screen.getByText('In your words it is written as free text, without a code.')).toBeVisible();

    await click('Accept');

    await screen.findByText(/^Written:/);
    expect(held.o3.server.bodies(DECISION)).toEqual([
      { outcome: 'ACCEPTED', version: 0, apply: [{ kind: 'CONDITION', text: 'Steroid diabetes' }] },
    ]);
  });

  it('leaves out what was ticked and unticked', async () => {
    await show(aDiagnosis({ uuid: 's-1' }));
    await userEvent.click(box(ON_THE_LIST));
    await userEvent.click(box(ON_THE_LIST));

    await click('Accept');

    await screen.findByText(/^Accepted by Dr. Lind/);
    expect(held.o3.server.bodies(DECISION)).toEqual([{ outcome: 'ACCEPTED', version: 0 }]);
  });

  it('says why there can be no diagnosis without an encounter', async () => {
    await show(aDiagnosis({ uuid: 's-1' }));

    expect(box(IN_AN_ENCOUNTER)).toBeDisabled();
    expect(screen.getByText('it belongs to an encounter, and there was none')).toBeVisible();
    expect(screen.queryByText(/It goes into/)).not.toBeInTheDocument();
  });

  it('says which encounter the diagnosis goes into once it is wanted, and sends it', async () => {
    const container = await show(aDiagnosis({ uuid: 's-1' }), VITALS);
    expect(screen.queryByText(/It goes into/)).not.toBeInTheDocument();

    await userEvent.click(box(IN_AN_ENCOUNTER));
    expect(screen.getByText(/^It goes into: Vitals, 29.*Nov.*2026/)).toBeVisible();
    expect(screen.queryByRole('combobox', { name: WHICH })).not.toBeInTheDocument();
    await expectNoAxeViolations(container);
    await click('Accept');

    await screen.findByText(/^Written: Diagnosis in an encounter/);
    expect(held.o3.server.bodies(DECISION)).toEqual([
      { outcome: 'ACCEPTED', version: 0, apply: [{ kind: 'DIAGNOSIS' }], encounter: 'e-vitals' },
    ]);
  });

  it('lets the GP choose among several, of which the newest is chosen', async () => {
    const container = await show(aDiagnosis({ uuid: 's-1' }), VITALS, CONSULTATION);
    expect(screen.queryByRole('combobox', { name: WHICH })).not.toBeInTheDocument();
    await userEvent.click(box(IN_AN_ENCOUNTER));
    const choice = screen.getByRole('combobox', { name: WHICH });
    expect(choice).toHaveValue('e-vitals');
    await expectNoAxeViolations(container);

    await userEvent.selectOptions(
      choice,
      screen.getByRole('option', { name: /^Consultation, Visit note, 29/ }),
    );
    await click('Accept');

    await screen.findByText(/^Written: Diagnosis in an encounter/);
    expect(held.o3.server.bodies(DECISION)).toMatchObject([{ encounter: 'e-consultation' }]);
  });

  it('keeps to the encounter that was shown, though another comes', async () => {
    held.o3.server.clinic.suggestions = [aDiagnosis({ uuid: 's-1' })];
    const { rerender } = render(drawn([CONSULTATION]));
    await screen.findByRole('article');
    await userEvent.click(box(IN_AN_ENCOUNTER));

    rerender(drawn([VITALS, CONSULTATION]));
    expect(screen.getByRole('combobox', { name: WHICH })).toHaveValue('e-consultation');
    await click('Accept');

    await screen.findByText(/^Written: Diagnosis in an encounter/);
    expect(held.o3.server.bodies(DECISION)).toMatchObject([{ encounter: 'e-consultation' }]);
  });

  it('names no encounter where nothing goes into one', async () => {
    await show(aDiagnosis({ uuid: 's-1' }), VITALS);
    await userEvent.click(box(ON_THE_LIST));

    await click('Accept');

    await screen.findByText(/^Written: On the problem list/);
    expect(held.o3.server.bodies(DECISION)[0]).not.toHaveProperty('encounter');
  });

  it('says why something can’t be written, before and after', async () => {
    const [condition, ...others] = aDiagnosis({ uuid: 's-1' }).applicable;
    const known = { ...condition, obstacle: 'ALREADY_RECORDED' } as Suggestion['applicable'][number];
    await show(aDiagnosis({ uuid: 's-1', applicable: [known, ...others] }));
    await click('Write into the chart');

    expect(box(ON_THE_LIST)).toBeDisabled();
    expect(screen.getByText('it is there already')).toBeVisible();
  });

  it('P2: keeps a plan note out of sight until it is asked for', async () => {
    await show(aSuggestion({ uuid: 's-1', summary: 'See again' }));
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();

    await click('Write into the chart');
    await userEvent.click(box('Plan note'));
    await userEvent.type(screen.getByLabelText('As it will be written'), ' in a week');
    await click('Accept');

    await screen.findByText('Written: Plan note');
    expect(held.o3.server.bodies(DECISION)).toEqual([
      { outcome: 'ACCEPTED', version: 0, apply: [{ kind: 'PLAN_NOTE', text: 'See again in a week' }] },
    ]);
  });

  it('trust14_writes the note that was shown, whatever else was put in other words', async () => {
    await show(aSuggestion({ uuid: 's-1', summary: 'See again' }));
    await click('Write into the chart');
    await userEvent.click(box('Plan note'));
    await click('Edit wording');
    await userEvent.type(screen.getByLabelText('Your wording, kept with your acceptance'), ' soon');

    await click('Accept');

    await screen.findByText('Written: Plan note');
    expect(held.o3.server.bodies(DECISION)).toEqual([
      {
        outcome: 'ACCEPTED',
        version: 0,
        text: 'See again soon',
        apply: [{ kind: 'PLAN_NOTE', text: 'See again' }],
      },
    ]);
  });

  it('trust14_writes nothing in place of words that were emptied', async () => {
    await show(aDiagnosis({ uuid: 's-1' }));
    await userEvent.click(box(ON_THE_LIST));
    await userEvent.clear(screen.getByLabelText('As it will be written'));

    await click('Accept');

    await screen.findByText(/^Accepted by Dr. Lind/);
    expect(held.o3.server.bodies(DECISION)).toEqual([{ outcome: 'ACCEPTED', version: 0 }]);
  });

  it('offers nothing where the practice has set nothing up', async () => {
    const applicable = [{ kind: 'PLAN_NOTE', text: 'See again', obstacle: 'NOT_CONFIGURED' }] as const;
    await show(aSuggestion({ uuid: 's-1', applicable }));

    expect(screen.queryByRole('button', { name: 'Write into the chart' })).not.toBeInTheDocument();
  });

  it('says that undo took it back', async () => {
    await show(aDiagnosis({ uuid: 's-1' }));
    await userEvent.click(box(ON_THE_LIST));
    await click('Accept');
    await screen.findByText(/^Written:/);

    await click('Undo');

    expect(await screen.findByText('Taken back: On the problem list, as provisional')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Accept' })).toBeVisible();
  });

  it.each([
    ['CHANGED', 'somebody has changed it since'],
    ['GONE', 'somebody has removed or replaced it since'],
    ['NO_PRIVILEGE', 'your account may not write this'],
  ] as const)('says that undo left it, since %s', async (reason, words) => {
    const applied = [{ kind: 'CONDITION', status: 'KEPT', reason, record: 'r' }] as const;
    await show(aDiagnosis({ uuid: 's-1', applied }));

    expect(screen.getByText(`Not taken back: On the problem list, as provisional (${words})`)).toBeVisible();
  });

  it.each([
    ['medication', true],
    ['test', true],
    ['diagnosis', false],
    ['follow-up', false],
  ] as const)('says of a %s that nothing was ordered: %s', async (kind, said) => {
    await show(aSuggestion({ uuid: 's-1', kind }));

    await click('Accept');

    await screen.findByText(/^Accepted by Dr. Lind/);
    const words = screen.queryByText('Nothing was ordered or prescribed. That is still yours to do.');
    expect(words !== null).toBe(said);
  });
});

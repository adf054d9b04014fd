import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { NOTHING_YET, OF_SOME_WEEKS, STATISTICS } from '@aisupport/core/fake/statistics';
import { COVERAGE, STATUS } from '@aisupport/core/fake/installation';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import StatisticsPage from './statistics.page';

/** From keys and from screen readers. */
const isHidden = (plot: HTMLElement) =>
  plot.getAttribute('aria-hidden') === 'true' && plot.hasAttribute('inert');

// The library measures what it draws, which nothing here can. What it is given is looked at in a browser.
vi.mock('./plots', () => ({ default: ({ of }: { of: string }) => `plot of ${of}` }));

describe('A4: what becomes of suggestions', () => {
  const held = useO3();
  const show = () => held.o3.show(<StatisticsPage />);
  let fetched: MockInstance<typeof fetch>;
  const asked = () => fetched.mock.calls.map(([address]) => address as string);

  beforeEach(() => {
    held.o3.server.privileges = ['Manage AI Support'];
    fetched = vi.spyOn(globalThis, 'fetch');
  });

  it('tells of each rule what became of it, and of the engine what that adds up to', async () => {
    show();

    const table = await screen.findByRole('table', { name: 'What became of them' });
    const rows = within(table).getAllByRole('row').slice(1);
    const texts = (row: HTMLElement) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(rows.map((row) => texts(row).join(' '))).toEqual([
      'Metformin and kidney function 24 1.0 24 20 1 1 0 2 0 0 0 95 %',
      'FIB-4 index 31 1.2 30 2 0 20 3 0 4 2 1 9 %',
      'Guideline rules, all of these 55 1.3 54 22 1 21 3 2 4 2 1 52 %',
    ]);
  });

  it('P4: has no axe violations', async () => {
    const { container } = show();
    await screen.findAllByText(/^plot of/);

    await expectNoAxeViolations(container);
  }, 20_000);

  it('says in words which rule is worth a look, with its numbers and where the line is', async () => {
    show();

    const hasty = await screen.findByText(/^Metformin and kidney function: 95 % of 22 decisions accepted it/);
    expect(hasty).toHaveTextContent('The time is known of 22 decisions: half of these came within 1.3 s');
    expect(hasty).toHaveTextContent('from 20 decisions with a known time on, where 95 % or more accept');
    expect(screen.getByText(/^FIB-4 index: 20 of 22 decisions rejected it/)).toBeVisible();
  });

  it('names rules of few patients, and no number of theirs', async () => {
    show();

    expect(
      await screen.findByText('Fewer than 5 patients, or none: Lithium monitoring; Note coding.'),
    ).toBeVisible();
    expect(screen.queryByRole('row', { name: /Lithium/ })).not.toBeInTheDocument();
  });

  it('has for each plot a table with the same, and no plot that keys or a screen reader meet', async () => {
    show();

    const names = [
      'What became of them',
      'How long deciding took',
      'Acceptance over time',
      'Why they were rejected',
    ];
    for (const name of names) {
      expect(await screen.findByRole('table', { name })).toBeVisible();
    }
    const plots = await screen.findAllByText(/^plot of/);
    expect(plots.map(({ textContent }) => textContent)).toEqual([
      'plot of outcomes',
      'plot of acceptance',
      'plot of reasons',
    ]);
    expect(plots.filter(isHidden)).toEqual(plots);
    expect(screen.getByRole('table', { name: 'Why they were rejected' })).toHaveTextContent(
      'FIB-4 indexDoes not apply to this patient12FIB-4 indexNo reason given6',
    );
  });

  it('asks again when the filter is applied, and not while it is typed', async () => {
    show();
    const form = within(await screen.findByRole('form', { name: 'What to show' }));
    fireEvent.change(form.getByLabelText('From'), { target: { value: '2026-11-02' } });
    await userEvent.selectOptions(form.getByLabelText('Engine or rule'), 'FIB-4 index');
    expect(asked()).toHaveLength(1);

    await userEvent.click(form.getByRole('button', { name: 'Show' }));

    await waitFor(() => {
      expect(asked()).toHaveLength(2);
    });
    expect(asked()[1]).toContain('from=2026-11-02&engine=guidelines&rule=fib4');
  });

  it('refuses a period that ends before it begins', async () => {
    show();
    const form = within(await screen.findByRole('form', { name: 'What to show' }));
    fireEvent.change(form.getByLabelText('From'), { target: { value: '2026-11-09' } });
    fireEvent.change(form.getByLabelText('To'), { target: { value: '2026-11-02' } });

    fireEvent.click(form.getByRole('button', { name: 'Show' }));

    expect(form.getByText('Choose a day that is not before the first.')).toBeVisible();
    expect(asked()).toHaveLength(1);
  });

  it('says so where there is nothing to tell yet', async () => {
    held.o3.server.installation = { coverage: COVERAGE, status: STATUS, statistics: NOTHING_YET };
    const { container } = show();

    expect(await screen.findByText(/^There is nothing to show yet\./)).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await expectNoAxeViolations(container);
  });

  it('says of chosen weeks that nothing can be told of them alone, and not how few patients there were', async () => {
    held.o3.server.installation = { coverage: COVERAGE, status: STATUS, statistics: OF_SOME_WEEKS };
    show();

    expect(await screen.findByText(/^Nothing can be told of these weeks alone/)).toBeVisible();
    expect(screen.getByText(/^Of these weeks alone nothing can be told of: Metformin/)).toBeVisible();
    expect(screen.queryByText(/Fewer than/)).not.toBeInTheDocument();
    expect(screen.queryByText(/nothing to show yet/)).not.toBeInTheDocument();
  });

  it('names the rule where all numbers of an engine over time are of that one', async () => {
    held.o3.server.installation = {
      coverage: COVERAGE,
      status: STATUS,
      statistics: {
        ...STATISTICS,
        rules: STATISTICS.rules.filter(({ rule }) => rule === 'fib4'),
      },
    };
    show();

    const table = await screen.findByRole('table', { name: 'Acceptance over time' });
    expect(within(table).getAllByRole('cell', { name: 'FIB-4 index' })).not.toHaveLength(0);
    expect(within(table).queryByRole('cell', { name: 'Guideline rules' })).not.toBeInTheDocument();
  });

  it('X1: names the privilege to whoever lacks it, and shows nothing', async () => {
    held.o3.server.privileges = ['View AI Suggestions'];
    show();

    expect(await screen.findByRole('alert')).toHaveTextContent('Manage AI Support');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Download as CSV' })).not.toBeInTheDocument();
  });
});

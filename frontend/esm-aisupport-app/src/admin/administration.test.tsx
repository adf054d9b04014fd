import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '@aisupport/core/api/contract';
import { COVERAGE, STATUS } from '@aisupport/core/fake/installation';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import Administration from './administration.page';

async function open(tab: string): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('tab', { name: tab }));
  return screen.getByRole('tabpanel', { name: tab });
}

function rowOf(panel: HTMLElement, text: string): HTMLElement {
  return within(panel).getByRole('row', { name: new RegExp(`^${text}`) });
}

describe('the administrators’ page', () => {
  const held = useO3();
  const show = () => held.o3.show(<Administration />);

  beforeEach(() => {
    held.o3.server.privileges = ['Manage AI Support', 'View AI Suggestions'];
  });

  it('C7: leads those who may record consent to the list of whom to ask again', async () => {
    held.o3.server.privileges = ['Manage AI Support', 'View AI Suggestions', 'Record AI Consent'];
    show();

    const link = await screen.findByRole('link', { name: 'AI consent to renew' });
    expect(link).toHaveAttribute('href', '/openmrs/spa/ai-support/renewals');
  });

  it('X1: leads nobody to a list that the server would refuse', async () => {
    show();

    expect(await screen.findByText('1 check needs your attention.')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'AI consent to renew' })).not.toBeInTheDocument();
  });

  describe('O2: the status, for administrators', () => {
    it('names what is missing first, with what to do', async () => {
      const { container } = show();

      expect(await screen.findByText('1 check needs your attention.')).toBeVisible();
      const [, first] = within(screen.getByRole('table', { name: 'Checks' })).getAllByRole('row');
      expect(first).toHaveTextContent('Guard of aisupport_audit');
      expect(first).toHaveTextContent('missing: run CREATE TRIGGER aisupport_audit');
      await expectNoAxeViolations(container);
    });

    it('says so where everything is in place and nothing failed', async () => {
      const checks = [{ check: 'Roles', ok: true, detail: 'in place' }];
      held.o3.server.installation = {
        coverage: COVERAGE,
        status: { ...STATUS, checks, recentFailures: [] },
      };

      const { container } = show();

      expect(await screen.findByText('Everything is in place.')).toBeVisible();
      expect(screen.getByText('No engine and no rule has failed.')).toBeVisible();
      await expectNoAxeViolations(container);
    });

    it('lists the newest failures with their rule', async () => {
      show();

      const table = await screen.findByRole('table', { name: 'Newest failures' });
      expect(table).toHaveTextContent('It took longer than 10 s');
      expect(table).toHaveTextContent('clinic-bp');
    });
  });

  describe('E4: the engines, for administrators', () => {
    it('shows each source card whole', async () => {
      show();
      const panel = await open('Engines and rules');

      const card = within(await within(panel).findByRole('article', { name: 'Guideline rules' }));
      for (const text of [
        'The aisupport project',
        '1.0.0',
        'on this server',
        'Points out where a guideline may apply',
        'Support for GPs in primary care; not for emergencies',
        'Knows only what is coded in the record',
        'Unit tests against the published examples',
        'MPL-2.0',
      ]) {
        expect(card.getByText(text)).toBeVisible();
      }
      await expectNoAxeViolations(panel);
    });

    it('names inputs as the mapping does, and as the engine does where the mapping has no name', async () => {
      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText('age, sex, Serum creatinine, Metformin')).toBeVisible();
    });

    it('calls a review that is due overdue', async () => {
      useRule({ reviewDate: '2026-01-31', reviewDue: true });

      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText(/^Overdue since 31.*Jan.*2026$/)).toBeVisible();
    });

    it('shows a review that is not due as a plain date', async () => {
      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText(/^By 30.*Jun.*2027$/)).toBeVisible();
      expect(within(panel).queryByText(/Overdue/)).not.toBeInTheDocument();
    });

    it('X3: links a source only where a click can do nothing but open a page', async () => {
      useRule({ url: 'javascript:alert(1)' });

      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText(/KDIGO 2022/)).toBeVisible();
      expect(within(panel).queryByRole('link')).not.toBeInTheDocument();
    });

    it('opens a source in a tab of its own, and says so', async () => {
      useRule({ url: 'https://example.org/kdigo' });

      show();
      const panel = await open('Engines and rules');

      const link = await within(panel).findByRole('link', { name: /https:\/\/example\.org\/kdigo/ });
      expect(link).toHaveAttribute('target', '_blank');
      expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
      expect(within(panel).getByText(/opens in a new tab/)).toBeVisible();
    });

    it('says of a rule that this site does not use that it is switched off', async () => {
      useRule({ switchedOff: true });

      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText('switched off here')).toBeVisible();
      await expectNoAxeViolations(panel);
    });

    it('says of a rule that waits for a choice what there is to choose', async () => {
      useRule({ switchedOff: true, lacksVariant: 'The region has to be chosen.' });

      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText('off until a variant is chosen')).toBeVisible();
      expect(within(panel).getByText(/The region has to be chosen\./)).toBeVisible();
      expect(within(panel).queryByText('switched off here')).not.toBeInTheDocument();
      await expectNoAxeViolations(panel);
    });

    it('names the variant that this site chose', async () => {
      useRule({ version: '1-esc2024', variant: 'ESC 2024' });

      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText('Variant: ESC 2024')).toBeVisible();
      expect(within(panel).getByText(/, version 1-esc2024$/)).toBeVisible();
    });

    function useRule(change: Partial<Engine['rules'][number]>) {
      const { engine } = held.o3.server;
      held.o3.server.engine = { ...engine, rules: engine.rules.map((rule) => ({ ...rule, ...change })) };
    }
  });

  describe('O2: the dictionary, for administrators', () => {
    it('says of each rule whether it can be judged, and what it lacks', async () => {
      show();
      const panel = await open('Dictionary');

      await within(panel).findByRole('table', { name: 'Rules that this dictionary can supply' });
      expect(rowOf(panel, 'Metformin and kidney function')).toHaveTextContent(/noMetformin$/);
      expect(rowOf(panel, 'Raised clinic blood pressure')).toHaveTextContent(/yes$/);
      await expectNoAxeViolations(panel);
    });

    it('says of a rule that is switched off neither yes nor no', async () => {
      const rules = COVERAGE.rules.map((rule) => ({ ...rule, canFire: false, switchedOff: true }));
      held.o3.server.installation = { status: STATUS, coverage: { ...COVERAGE, rules } };

      show();
      const panel = await open('Dictionary');

      await within(panel).findByRole('table', { name: 'Rules that this dictionary can supply' });
      expect(rowOf(panel, 'Raised clinic blood pressure')).toHaveTextContent(/switched off here$/);
      expect(rowOf(panel, 'Raised clinic blood pressure')).not.toHaveTextContent(/\b(yes|no)\b/);
    });

    it('says of a rule that waits for a choice what there is to choose', async () => {
      const rules = COVERAGE.rules.map((rule) => ({
        ...rule,
        canFire: false,
        switchedOff: true,
        lacksVariant: 'The region has to be chosen.',
      }));
      held.o3.server.installation = { status: STATUS, coverage: { ...COVERAGE, rules } };

      show();
      const panel = await open('Dictionary');

      await within(panel).findByRole('table', { name: 'Rules that this dictionary can supply' });
      expect(rowOf(panel, 'Raised clinic blood pressure')).toHaveTextContent(
        /off until a variant is chosen The region has to be chosen\.$/,
      );
    });

    it('says which concept stands for an input, by which code', async () => {
      show();
      const panel = await open('Dictionary');

      expect(await within(panel).findByText('Serum creatinine (umol/L) (CIEL 790, umol/L)')).toBeVisible();
    });

    describe('for how many patients', () => {
      async function count(): Promise<HTMLElement> {
        const panel = await open('Dictionary');
        await userEvent.click(await within(panel).findByRole('button', { name: 'Count patients' }));
        return panel;
      }

      it('A1: counts when somebody asks for it, and never with the page', async () => {
        show();
        const panel = await open('Dictionary');
        await within(panel).findByRole('button', { name: 'Count patients' });

        expect(held.o3.server.count(/coverage\/patients/)).toBe(0);

        await userEvent.click(within(panel).getByRole('button', { name: 'Count patients' }));
        await within(panel).findByText('Patients who permit it: 212');
        expect(held.o3.server.count(/coverage\/patients/)).toBe(1);
      });

      it('tells the number for each required input, and of a small one only that it is small', async () => {
        show();
        const panel = await count();

        const table = await within(panel).findByRole('table', { name: /^Counted / });
        expect(table).toHaveTextContent('Metformin: not in this dictionary; Serum creatinine: 87');
        expect(table).toHaveTextContent('Systolic blood pressure: fewer than 5');
        await expectNoAxeViolations(panel);
      });

      it('C10: says that a sensitive topic was not counted', async () => {
        show();
        const panel = await count();

        const table = await within(panel).findByRole('table', { name: /^Counted / });
        expect(table).toHaveTextContent('Hypertension: not counted, a sensitive topic');
      });

      it('P1: says why it can’t, and tries again', async () => {
        held.o3.server.fail(/coverage\/patients/, 500);
        show();
        const panel = await count();
        expect(await within(panel).findByText('The server failed (500).')).toBeVisible();

        held.o3.server.heal();
        await userEvent.click(within(panel).getByRole('button', { name: 'Try again' }));

        expect(await within(panel).findByText('Patients who permit it: 212')).toBeVisible();
      });
    });

    it('tells of an empty mapping instead of drawing an empty table', async () => {
      held.o3.server.installation = {
        status: STATUS,
        coverage: { ...COVERAGE, inputs: [], rules: [] },
      };

      show();
      const panel = await open('Dictionary');

      expect(await within(panel).findByText('The mapping names no inputs.')).toBeVisible();
      expect(within(panel).getByText('No engine here has rules.')).toBeVisible();
      await expectNoAxeViolations(panel);
    });
  });

  describe('P1: a part that can’t be read', () => {
    it('is drawn as loading until the server answers', async () => {
      const release = held.o3.server.hold(/status/);
      const { container } = show();

      expect(screen.getAllByRole('status', { name: 'Loading…' })[0]).toBeVisible();
      await expectNoAxeViolations(container);

      release();
      expect(await screen.findByText('1 check needs your attention.')).toBeVisible();
    });

    it('X1: names the privilege that is lacking', async () => {
      held.o3.server.privileges = ['View AI Suggestions'];

      const { container } = show();

      const words = 'This needs the privilege “Manage AI Support”, which you don’t have.';
      expect((await screen.findAllByText(words))[0]).toBeVisible();
      await expectNoAxeViolations(container);
    });

    it('E4: shows the engines to whoever manages AI support and may see no suggestion', async () => {
      held.o3.server.privileges = ['Manage AI Support'];

      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText(held.o3.server.engine.developer)).toBeVisible();
    });

    it('leaves the other parts alone where one fails', async () => {
      held.o3.server.fail(/engine/, 500);

      show();
      const panel = await open('Engines and rules');

      expect(await within(panel).findByText('The server failed (500).')).toBeVisible();
      expect(await within(await open('Status')).findByText('1 check needs your attention.')).toBeVisible();
    });

    it('can be asked for again', async () => {
      held.o3.server.fail(/status/, 500);
      show();
      expect(await screen.findByText('The server failed (500).')).toBeVisible();

      held.o3.server.heal();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

      expect(await screen.findByText('1 check needs your attention.')).toBeVisible();
    });

    it('says that the server is out of reach', async () => {
      held.o3.server.down = true;

      show();

      expect((await screen.findAllByText('The server can’t be reached.'))[0]).toBeVisible();
    });
  });
});

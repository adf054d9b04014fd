import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { COVERAGE, STATUS } from '@aisupport/core/fake/installation';
import { OUTSIDE_ENGINE, OutsideBook } from '@aisupport/core/fake/outside-engines';
import { Refusal } from '@aisupport/core/fake/refusal';
import { expectNoAxeViolations, useO3 } from '../../../test/o3';
import Administration from '../administration.page';

const NAME = OUTSIDE_ENGINE.display;
const ADD = { name: 'Add an engine outside' };

describe('E5, E6: engines outside, for administrators', () => {
  const held = useO3();
  let book: OutsideBook;

  beforeEach(() => {
    held.o3.server.privileges = ['Manage AI Support'];
    book = new OutsideBook([OUTSIDE_ENGINE]);
    held.o3.server.installation = { coverage: COVERAGE, status: STATUS, outside: book };
  });

  /** The part of the page, and the engine's own where there is one. */
  async function show() {
    held.o3.show(<Administration />);
    await userEvent.click(screen.getByRole('tab', { name: 'Engines outside' }));
    const panel = screen.getByRole('tabpanel', { name: 'Engines outside' });
    await within(panel).findByRole('button', ADD);
    return panel;
  }
  async function showEngine() {
    const panel = await show();
    return within(panel).getByRole('article', { name: NAME });
  }
  const click = async (name: string | RegExp) => {
    await userEvent.click(screen.getByRole('button', { name }));
  };
  const posted = (below: string) =>
    held.o3.server.bodies(new RegExp(`^POST aisupport/outsideengine${below}$`));

  describe('what stands', () => {
    it('says so where there is none', async () => {
      book.engines = [];

      const panel = await show();

      expect(within(panel).getByText('There is none: nothing leaves the practice.')).toBeVisible();
      await expectNoAxeViolations(screen.getByRole('tabpanel', { name: 'Engines outside' }));
    });

    it('says whose it is, where, what it gets, what its server asks for, and how it did lately', async () => {
      const engine = await showEngine();

      for (const text of [
        'Example Heart Ltd, a commercial company',
        'https://cds.example.org/r4, statin, patient-view',
        'in the runtime property aisupport.outside.secret.statins-abroad',
        'Serum creatinine, age in years',
        /^labs: Observation\?patient=/,
        '12 calls, failed: 2; half of the answers within 340 ms',
      ]) {
        expect(within(engine).getByText(text)).toBeVisible();
      }
      await expectNoAxeViolations(screen.getByRole('tabpanel', { name: 'Engines outside' }));
    });

    it.each([
      [{ enabled: true }, 'on', 'It is asked only where a GP asks it, for patients who permit it.'],
      [{ enabled: true, startsByItself: true }, 'on', /^It is asked whenever the engines are/],
      [{ enabled: true, obstacle: 'Not allowed.' }, 'on, but can’t be called', /now: Not allowed\.$/],
      [
        { enabled: true, leftAlone: true },
        'on, but left alone for a while',
        /because it failed several times/,
      ],
      [{ lookedAt: false, wants: [] }, 'off', /Have its server looked at before you switch it on/],
      [{}, 'off', 'Nothing is sent to it.'],
    ])('tells of %j in words', async (state, tag, words) => {
      book.engines = [{ ...OUTSIDE_ENGINE, ...state }];

      const engine = await showEngine();

      expect(within(engine).getByText(tag)).toBeVisible();
      expect(within(engine).getByText(words)).toBeVisible();
    });

    it('E5: says when a setting stops all of them, and that this counts more than a switch', async () => {
      book.stopped = true;
      book.engines = [{ ...OUTSIDE_ENGINE, enabled: true }];

      const panel = await show();

      expect(within(panel).getByText('All of them are stopped')).toBeVisible();
      expect(within(panel).getByText(/aisupport\.outside\.enabled is false/)).toBeVisible();
      expect(within(panel).getByText('stopped')).toBeVisible();
    });

    it('X2: says what of the runtime properties needs mending', async () => {
      book.problems = ['The runtime property aisupport.egress.keys is missing.'];

      const panel = await show();

      expect(within(panel).getByText('The runtime property aisupport.egress.keys is missing.')).toBeVisible();
    });

    it('X3: shows a hostile name as the text that it is', async () => {
      const hostile = '<img src=x onerror="alert(1)">&amp;';
      book.engines = [{ ...OUTSIDE_ENGINE, display: hostile, developer: hostile, wants: [`x: ${hostile}`] }];

      const panel = await show();

      expect(
        within(panel).getByRole('heading', { name: new RegExp(`^${hostile.slice(0, 8)}`) }),
      ).toHaveTextContent(hostile);
      expect(within(panel).queryByRole('img')).not.toBeInTheDocument();
    });
  });

  describe('looking at its server', () => {
    it('says that it answered and what it asks for', async () => {
      book.engines = [{ ...OUTSIDE_ENGINE, lookedAt: false, wants: [] }];
      const engine = await showEngine();
      expect(within(engine).getByRole('button', { name: `Switch on ${NAME}` })).toBeDisabled();

      await click(`Look at the server of ${NAME}`);

      expect(await within(engine).findByText(/^Its server answered as it should/)).toBeVisible();
      expect(within(engine).getByText(/^labs: Observation/)).toBeVisible();
      expect(within(engine).getByRole('button', { name: `Switch on ${NAME}` })).toBeEnabled();
      expect(posted('/statins-abroad/look')).toEqual([{}]);
    });

    it('says why it did not', async () => {
      book.look = () => {
        throw refusal('url', 'The engine’s certificate is not trusted.');
      };
      const engine = await showEngine();

      await click(`Look at the server of ${NAME}`);

      expect(await within(engine).findByText('The engine’s certificate is not trusted.')).toBeVisible();
      expect(within(engine).queryByText(/answered as it should/)).not.toBeInTheDocument();
      await expectNoAxeViolations(screen.getByRole('article', { name: NAME }));
    });

    it('asks once, however often it is clicked', async () => {
      await show();
      const release = held.o3.server.hold(/look$/);

      await click(`Look at the server of ${NAME}`);
      await click(`Look at the server of ${NAME}`);
      release();

      expect(await screen.findByText(/^Its server answered/)).toBeVisible();
      expect(posted('/statins-abroad/look')).toHaveLength(1);
    });
  });

  describe('switching', () => {
    it('E6: says before it is switched on what goes, to whom, and for which patients', async () => {
      await show();

      await click(`Switch on ${NAME}`);

      const question = screen.getByRole('group', { name: `Switch on ${NAME}?` });
      expect(question).toHaveTextContent('What goes: Serum creatinine, age in years.');
      expect(question).toHaveTextContent(
        'To whom: Example Heart Ltd, a commercial company, at cds.example.org.',
      );
      expect(question).toHaveTextContent(
        /AI in this practice, to a service outside it, and to data for commercial companies/,
      );
      expect(screen.getByRole('heading', { name: `Switch on ${NAME}?` })).toHaveFocus();
      expect(question).toHaveTextContent(
        /in Iceland, data kept: Thirty days\. A yes from before that does not cover it/,
      );
      expect(posted('/statins-abroad/switch')).toEqual([]);
      await expectNoAxeViolations(question);
    });

    it('is on once that is confirmed, and the focus goes back to what can be done', async () => {
      const engine = await showEngine();

      await click(`Switch on ${NAME}`);
      await click('Switch on');

      expect(await within(engine).findByText('on')).toBeVisible();
      expect(posted('/statins-abroad/switch')).toEqual([{ on: true, version: 3 }]);
      await waitFor(() => {
        expect(within(engine).getByRole('button', { name: `Look at the server of ${NAME}` })).toHaveFocus();
      });
    });

    it('stays off where it is not', async () => {
      const engine = await showEngine();

      await click(`Switch on ${NAME}`);
      await click('Leave it off');

      expect(within(engine).getByText('off')).toBeVisible();
      expect(posted('/statins-abroad/switch')).toEqual([]);
    });

    it('E5: is off at one click', async () => {
      book.engines = [{ ...OUTSIDE_ENGINE, enabled: true }];
      const engine = await showEngine();

      await click(`Switch off ${NAME}`);

      expect(await within(engine).findByText('off')).toBeVisible();
      expect(posted('/statins-abroad/switch')).toEqual([{ on: false, version: 3 }]);
    });

    it('E5: is off at one click, whatever a colleague changed meanwhile', async () => {
      book.engines = [{ ...OUTSIDE_ENGINE, enabled: true }];
      const engine = await showEngine();
      book.becomes(OUTSIDE_ENGINE.id, 3, { developer: 'Somebody else' });

      await click(`Switch off ${NAME}`);

      expect(await within(engine).findByText('off')).toBeVisible();
    });

    it('shows what a colleague changed meanwhile, and switches nothing on that was not read', async () => {
      const engine = await showEngine();
      await click(`Switch on ${NAME}`);
      book.becomes(OUTSIDE_ENGINE.id, 3, { developer: 'Somebody else' });

      await click('Switch on');

      expect(await within(engine).findByText(/^Somebody else changed it meanwhile/)).toBeVisible();
      expect(within(engine).getByText(/To whom: Somebody else/)).toBeVisible();
      expect(book.one(OUTSIDE_ENGINE.id).enabled).toBe(false);
    });

    it('says what is missing to whoever may not', async () => {
      await show();
      held.o3.server.privileges = [];

      await click(`Switch on ${NAME}`);
      await click('Switch on');

      expect(await screen.findAllByText(/needs the privilege “Manage AI Support”/)).not.toHaveLength(0);
      expect(book.one(OUTSIDE_ENGINE.id).enabled).toBe(false);
    });
  });

  describe('the last calls', () => {
    it('are asked for only where somebody unfolds them, and hold no content', async () => {
      const engine = await showEngine();
      expect(held.o3.server.count(/calls$/)).toBe(0);

      await userEvent.click(within(engine).getByText(`Last calls of ${NAME}`));

      const table = await within(engine).findByRole('table', { name: 'Last calls' });
      expect(within(table).getByRole('row', { name: /answered 310 ms 2048/ })).toBeVisible();
      expect(
        within(table).getByRole('row', { name: /failed 10\.0 s The engine did not answer/ }),
      ).toBeVisible();
      await expectNoAxeViolations(screen.getByRole('article', { name: NAME }));
    });

    it('tells of what was not sent', async () => {
      book.calls = [{ at: '2026-03-02T08:30:00.000+00:00', outcome: 'DENIED', detail: 'Stopped.' }];
      const engine = await showEngine();

      await userEvent.click(within(engine).getByText(`Last calls of ${NAME}`));

      expect(await within(engine).findByText('not sent')).toBeVisible();
    });
  });
});

function refusal(field: string, message: string): Refusal {
  return Refusal.of(field, 'notFound', message);
}

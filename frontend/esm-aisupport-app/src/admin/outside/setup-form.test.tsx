import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { COVERAGE, STATUS } from '@aisupport/core/fake/installation';
import { OUTSIDE_ENGINE, OutsideBook } from '@aisupport/core/fake/outside-engines';
import { Refusal } from '@aisupport/core/fake/refusal';
import { expectNoAxeViolations, useO3 } from '../../../test/o3';
import { Answered } from '../../shared/answered';
import { OutsideView } from './outside.component';
import { useOutsideEngines } from './use-outside-engines';

const NAME = OUTSIDE_ENGINE.display;

function Page(): React.JSX.Element {
  return <Answered answer={useOutsideEngines()}>{(list) => <OutsideView list={list} />}</Answered>;
}

describe('E5, E6: setting up an engine outside', () => {
  const held = useO3();
  let book: OutsideBook;

  beforeEach(() => {
    held.o3.server.privileges = ['Manage AI Support'];
    book = new OutsideBook([OUTSIDE_ENGINE]);
    held.o3.server.installation = { coverage: COVERAGE, status: STATUS, outside: book };
  });

  async function open(button: string): Promise<HTMLElement> {
    held.o3.show(<Page />);
    await userEvent.click(await screen.findByRole('button', { name: button }));
    return screen.getByRole('form');
  }
  const add = () => open('Add an engine outside');
  const change = () => open(`Change ${NAME}`);
  const write = async (label: string, text: string) => {
    const field = screen.getByLabelText(label);
    await userEvent.clear(field);
    await userEvent.paste(text); // clearing focuses it; a key at a time takes long
  };
  const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
  const tick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const posted = (below = '') => held.o3.server.bodies(new RegExp(`^POST aisupport/outsideengine${below}$`));

  it('sends what was filled in, and a new engine stands in the list, off', async () => {
    await add();
    await write('Name', 'Kidney helper');
    await write('Short id', 'kidney-helper');
    await write('Who makes it', 'A university');
    await choose('No');
    await write('Country', 'Norway');
    await write('How long it keeps data', 'A week');
    await choose('A service of CDS Hooks');
    await write('Address of its server', ' https://cds.example.org ');
    await write('Id of the service', 'kidneys');
    await choose('patient-view');
    await tick('Serum creatinine');
    await tick('The sex');

    await save();

    const engine = within(await screen.findByRole('article', { name: 'Kidney helper' }));
    expect(engine.getByText('off')).toBeVisible();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(posted()).toEqual([
      {
        id: 'kidney-helper',
        name: 'Kidney helper',
        developer: 'A university',
        commercial: false,
        country: 'Norway',
        retention: 'A week',
        inputs: ['creatinine'],
        tellsAge: false,
        tellsSex: true,
        startsByItself: false,
        endpoint: {
          protocol: 'CDS_HOOKS',
          url: 'https://cds.example.org',
          service: 'kidneys',
          hook: 'patient-view',
        },
      },
    ]);
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Add an engine outside' })).toHaveFocus();
    });
  });

  it('asks of a language model for its model, and for nothing of CDS Hooks', async () => {
    await add();
    await choose('A language model (chat completions)');

    expect(screen.getByLabelText('Model')).toBeVisible();
    expect(screen.queryByLabelText('Id of the service')).not.toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'patient-view' })).not.toBeInTheDocument();
  });

  it('C1: chooses nothing beforehand, neither that nobody earns by it nor what it gets', async () => {
    const form = await add();

    for (const choice of [...within(form).getAllByRole('radio'), ...within(form).getAllByRole('checkbox')]) {
      expect(choice).not.toBeChecked();
    }
  });

  it('asks for what is missing before anything is sent, and leads to the first of it', async () => {
    const form = await add();
    await choose('A service of CDS Hooks');

    await save();

    expect(within(form).getAllByText('Fill this in.')).toHaveLength(9);
    expect(posted()).toEqual([]);
    await waitFor(() => {
      expect(screen.getByLabelText('Name')).toHaveFocus();
    });
    await expectNoAxeViolations(form);
  });

  it('takes a complaint away as soon as its field is changed', async () => {
    await add();
    await save();

    await write('Name', 'K');

    expect(screen.getByLabelText('Name')).toBeValid();
    expect(screen.getByLabelText('Short id')).toHaveAccessibleDescription('Fill this in.');
  });

  it('X2: asks for no secret and says where one goes', async () => {
    const form = await add();
    await write('Short id', 'kidney-helper');

    expect(form).toHaveTextContent('as aisupport.outside.secret.kidney-helper.');
    expect(form).toHaveTextContent('aisupport.outside.hosts');
    expect(within(form).queryByLabelText(/secret/i)).not.toBeInTheDocument();
  });

  it('E6: says that what is not ticked is not sent', async () => {
    expect(await add()).toHaveTextContent(/What is not ticked is not sent, whatever its server asks for\./);
  });

  it('sets what the server finds wrong at its field, and keeps what was filled in', async () => {
    book.change = () => {
      throw new Refusal(400, 'BAD_REQUEST', 'Mend the fields.', {
        fieldErrors: {
          url: [{ code: 'malformed', message: 'Write it as https://host/path.' }],
          'endpoint.service': [{ code: 'malformed', message: 'Use the id that its server lists.' }],
        },
      });
    };
    const form = await change();
    await write('Address of its server', 'cds.example.org');

    await save();

    await waitFor(() => {
      expect(screen.getByLabelText('Address of its server')).toHaveAccessibleDescription(
        'Write it as https://host/path.',
      );
    });
    expect(screen.getByLabelText('Id of the service')).toHaveAccessibleDescription(
      'Use the id that its server lists.',
    );
    expect(screen.getByLabelText('Address of its server')).toHaveValue('cds.example.org');
    expect(screen.getByLabelText('Address of its server')).toHaveFocus();
    expect(form).toHaveTextContent('Nothing was saved yet. What to change is said above.');
    await expectNoAxeViolations(form);
  });

  it('says that a change switches it off until its server was looked at', async () => {
    expect(await change()).toHaveTextContent(
      /What you change switches it off\. Have its server looked at again/,
    );
  });

  it('changes the engine as it was read, with what was filled in before', async () => {
    await change();
    await write('Name', 'Statins elsewhere');

    await save();

    expect(await screen.findByRole('article', { name: 'Statins elsewhere' })).toBeVisible();
    const {
      developer,
      commercial,
      country,
      retention,
      inputs,
      tellsAge,
      tellsSex,
      startsByItself,
      endpoint,
      version,
    } = OUTSIDE_ENGINE;
    expect(posted('/statins-abroad')).toEqual([
      {
        ...{ version, name: 'Statins elsewhere', developer, commercial, country, retention, inputs },
        ...{ tellsAge, tellsSex, startsByItself, endpoint },
      },
    ]);
    expect(screen.queryByLabelText('Short id')).not.toBeInTheDocument();
  });

  it('overwrites nothing that a colleague changed meanwhile, also where the list was read anew', async () => {
    const form = await change();
    book.becomes(OUTSIDE_ENGINE.id, 3, { developer: 'Somebody else' });
    await write('Name', 'Mine');

    await save();
    expect(await within(form).findByText(/^Somebody else changed it meanwhile/)).toBeVisible();
    await save();

    expect(await within(form).findByText(/^Somebody else changed it meanwhile/)).toBeVisible();
    expect(book.one(OUTSIDE_ENGINE.id).display).toBe(NAME);
    expect(posted('/statins-abroad')).toHaveLength(2);
  });

  it('saves once, however often it is clicked', async () => {
    await change();
    const release = held.o3.server.hold(/^POST/);

    await save();
    await userEvent.click(screen.getByRole('button', { name: 'Saving…' }));
    release();

    await waitFor(() => {
      expect(screen.queryByRole('form')).not.toBeInTheDocument();
    });
    expect(posted('/statins-abroad')).toHaveLength(1);
  });

  it('lets an input be taken out that the mapping no longer has', async () => {
    book.engines = [{ ...OUTSIDE_ENGINE, inputs: ['creatinine', 'gone'] }];
    await change();

    await tick('gone');
    await save();

    await waitFor(() => {
      expect(posted('/statins-abroad')).toEqual([expect.objectContaining({ inputs: ['creatinine'] })]);
    });
  });

  it('keeps what was filled in where the server can’t be reached', async () => {
    await change();
    await write('Name', 'Mine');
    held.o3.server.down = true;

    await save();

    expect(await screen.findByText('The server can’t be reached.')).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('Mine');
  });

  it('leaves everything as it is where it is closed', async () => {
    await change();
    await write('Name', 'Mine');

    await userEvent.click(screen.getByRole('button', { name: 'Close without saving' }));

    expect(screen.getByRole('article', { name: NAME })).toBeVisible();
    expect(posted('/statins-abroad')).toEqual([]);
    expect(screen.getByRole('button', { name: `Look at the server of ${NAME}` })).toHaveFocus();
  });
});

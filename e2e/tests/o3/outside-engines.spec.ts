import { OutsideRoom, outsideService } from '../support/outside-room.js';
import { engineId, setup } from '../support/requests.js';
import { expect, test } from './desk.js';
import { OutsideEnginesPage } from './pages/outside-engines.js';

function room(id: string): OutsideRoom {
  const service = outsideService();
  test.skip(service === undefined, 'This server may not call the made-up engine.');
  return new OutsideRoom(service ?? '', id);
}

test('by keyboard alone an engine outside is added, looked at, switched on and off (E3, E5, E6, P4)', async ({
  page,
  world,
}) => {
  const id = engineId();
  const name = `Second look ${id}`;
  const server = room(id);
  const outside = await OutsideEnginesPage.open(page, world.url);

  await outside.fillIn({ id, name, url: server.cds });
  await outside.save();
  const engine = outside.engine(name);
  await expect(engine).toContainText('Have its server looked at before you switch it on.');
  await expect(outside.button(`Switch on ${name}`)).toBeDisabled();
  expect(await server.heard()).toEqual([]);

  await outside.button(`Look at the server of ${name}`).press('Enter');
  await expect(engine).toContainText('Nothing of any patient was sent.');
  await expect(engine).toContainText('Observation?patient={{context.patientId}}');

  await outside.button(`Switch on ${name}`).press('Enter');
  const question = engine.getByRole('group', { name: `Switch on ${name}?` });
  await expect(question.getByRole('heading')).toBeFocused();
  await expect(question).toContainText('What goes: Serum potassium, age in years.');
  await expect(question).toContainText('To whom: Made-up Support Ltd, a commercial company, at 127.0.0.1:');
  await expect(question).toContainText('data for commercial companies');
  await outside.button('Switch on', question).press('Enter');
  await expect(engine.getByText('It is asked only where a GP asks it')).toBeVisible();

  await outside.button(`Switch off ${name}`).press('Enter');
  await expect(engine.getByText('Nothing is sent to it.')).toBeVisible();
  expect(await server.asked()).toEqual([]);
});

test('what the server finds wrong stands at its field, and what was typed stays (P4)', async ({
  page,
  world,
}) => {
  const outside = await OutsideEnginesPage.open(page, world.url);
  await outside.fillIn({ id: 'Not An Id', name: '<b>Bold</b>', url: 'ftp://cds.invalid' });

  await outside.save();

  await expect(outside.form.getByLabel('Short id')).toHaveAccessibleDescription(
    /small letters, digits and hyphens/,
  );
  await expect(outside.form.getByLabel('Address of its server')).toHaveAccessibleDescription(
    /https:\/\/host\/path/,
  );
  await expect(outside.form.getByLabel('Short id')).toBeFocused();
  await expect(outside.form.getByLabel('Name')).toHaveValue('<b>Bold</b>');
});

test('a server that fails is told of in words (E5)', async ({ page, world, as }) => {
  const id = engineId();
  const server = room(id);
  await server.behave('fails');
  const endpoint = { protocol: 'CHAT', url: server.chat, model: 'any' };
  await as.administrator.post('/outsideengine', setup({ id, name: id, endpoint }));
  const outside = await OutsideEnginesPage.open(page, world.url);

  await outside.button(`Look at the server of ${id}`).press('Enter');

  await expect(outside.engine(id).getByRole('alert')).toContainText('The engine failed.');
  await expect(outside.button(`Switch on ${id}`)).toBeDisabled();
});

test('a GP is told what is missing, and sees no engine outside (X1)', async ({ chart, world }) => {
  await chart.page.goto(`${world.url}/spa/ai-support`);
  const main = chart.page.getByRole('main');

  await main.getByRole('tab', { name: 'Engines outside' }).click();

  await expect(main.getByRole('alert').filter({ visible: true })).toContainText('Manage AI Support');
  await expect(main.getByRole('button', { name: 'Add an engine outside' })).toHaveCount(0);
});

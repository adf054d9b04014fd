import { OutsideRoom, outsideService } from '../support/outside-room.js';
import { engineId } from '../support/requests.js';
import { expect, test } from './desk.js';
import { Looks, LONG } from './pages/looks.js';
import { OutsideEnginesPage } from './pages/outside-engines.js';

test('the page for engines outside violates no WCAG in any of its states (P4, E5)', async ({
  page,
  world,
}) => {
  test.setTimeout(LONG);
  const service = outsideService();
  test.skip(service === undefined, 'This server may not call the made-up engine.');
  const id = engineId();
  const name = `Second look ${id.slice(2, 8)}`;
  const looks = new Looks(page, true);
  const outside = await OutsideEnginesPage.open(page, world.url);

  await outside.button('Add an engine outside').press('Enter');
  await outside.save();
  await expect(outside.form.getByText('Fill this in.').first()).toBeVisible();
  await looks.areRight('administration-outside-missing', outside.form);
  await outside.button('Close without saving').press('Enter');

  await outside.fillIn({ id, name, url: new OutsideRoom(service ?? '', id).cds });
  await looks.areRight('administration-outside-form', outside.form);
  await outside.save();
  const engine = outside.engine(name);
  await outside.button(`Look at the server of ${name}`).press('Enter');
  await expect(engine).toContainText('Nothing of any patient was sent.');
  await looks.areRight('administration-outside-looked-at', engine);

  await outside.button(`Switch on ${name}`).press('Enter');
  await expect(engine.getByRole('group', { name: `Switch on ${name}?` })).toBeVisible();
  await looks.areRight('administration-outside-switch-on', engine);
  await outside.button('Leave it off').press('Enter');

  await engine.getByText(`Last calls of ${name}`).press('Enter');
  await expect(engine.getByText('not called yet').last()).toBeVisible();
  await looks.areRight('administration-outside-calls', engine);
});

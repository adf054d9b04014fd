import { readPatientFile } from '../../src/patients/file.js';
import { expect, test } from './desk.js';
import { FOLDER, FOR_DOCS } from './pages/pictures.js';
import { settle } from './pages/sight.js';

test('Karen Holm’s chart with what AI suggests beside it (the README’s picture)', async ({
  chart,
  practice,
}) => {
  test.skip(
    !FOR_DOCS,
    'Karen is there once, and another test asks her: npm run pictures has a sandbox of its own.',
  );
  const { page, suggestions } = chart;
  const karen = readPatientFile().patients.find(({ key }) => key === 'karen-holm');
  const patient = { uuid: karen?.uuid ?? '', name: 'Karen Holm' };
  await practice.grant(patient);
  await page.setViewportSize({ width: 1280, height: 740 });
  await chart.open(patient);

  await chart.openSuggestions();
  await suggestions.hasJudged();

  await expect(suggestions.open).toHaveCount(3);
  await expect(chart.railButton).toHaveAccessibleName(/3 suggestions await your decision/);
  await settle(page);
  // Without O3's list of pages on the left: what is said and what can be answered is to be seen at one glance.
  const clip = { x: 256, y: 0, width: 1024, height: 740 };
  await page.screenshot({ path: `${FOLDER}/chart-1280.png`, clip, animations: 'disabled' });
});

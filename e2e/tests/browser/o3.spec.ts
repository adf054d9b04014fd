import { expect, test } from '../support/test.js';

test.beforeEach(({ world }) => {
  test.skip(world.kind !== 'sandbox', "what is on a site's own pages is for the site to say");
});

test('P1: the sandbox begins with the login of O3, which says that it is a stand-in', async ({
  page,
  world,
}) => {
  await page.goto(`${world.url}/`);

  await expect(page).toHaveURL(`${world.url}/spa/login`);
  await expect(page.getByLabel('Username')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Stand-in for OpenMRS, with made-up patients' })).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveText(
    'Stand-in with made-up patients · not OpenMRS · not for care',
  );
});

test("P1: O3 asks nothing of any server but the sandbox's", async ({ page, world }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(world.url).origin) {
      elsewhere.push(request.url());
    }
  });

  await page.goto(`${world.url}/spa/login`);
  await expect(page.getByLabel('Username')).toBeVisible();

  expect(elsewhere).toEqual([]);
});

test('P1: who opens an address within O3 is asked to log in, not told that it is missing', async ({
  page,
  world,
}) => {
  const answer = await page.goto(`${world.url}/spa/system-administration`);

  expect(answer?.status()).toBe(200);
  await expect(page).toHaveURL(`${world.url}/spa/login`);
});

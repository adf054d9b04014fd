import { expect, test } from '../support/test.js';

const FOLDER = 'moduleResources/aisupport/o3';

/** Where a server has no O3, the .omod serves these files all the same. */
test('a browser asks anew for the files that name the pieces, after a minute at most, and keeps the pieces (O1)', async ({
  request,
  world,
}) => {
  const of = (file: string) => request.get(`${world.url}/${FOLDER}/${file}`);

  for (const [file, caching] of [
    ['importmap.json', 'max-age=60'],
    ['routes.registry.json', 'max-age=60'],
    ['esm-aisupport-app.js', 'no-cache'],
  ] as const) {
    const answer = await of(file);
    expect(answer.status(), file).toBe(200);
    expect(answer.headers()['cache-control'], file).toBe(caching);
  }
  const entry = await (await of('esm-aisupport-app.js')).text();
  const [, piece = '', hash = ''] = /\b(\d+):"([0-9a-f]{16})"/.exec(entry) ?? [];
  const kept = await of(`${piece}.${hash}.js`);
  expect(kept.status(), `${piece}.${hash}.js`).toBe(200);
  expect(kept.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a piece that is missing is not missing for a year (O1)', async ({ request, world }) => {
  const answer = await request.get(`${world.url}/${FOLDER}/1.0000000000000000.js`);

  expect(answer.status()).toBe(404);
  expect(answer.headers()['cache-control'] ?? '').not.toContain('immutable');
});

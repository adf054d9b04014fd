import { accountOf } from '../src/world/users.js';
import { Chart } from '../tests/o3/pages/chart.js';
import { test } from '../tests/support/test.js';
import { HungEngine } from './hung-engine.js';
import { keep, lines, print, type Round } from './report.js';
import { Scene } from './scene.js';
import { seeded, shuffled } from './statistics.js';
import { VARIANTS } from './variants.js';
import { type Measured, Visit } from './visit.js';

const ROUNDS = Number(process.env['AISUPPORT_BENCH_ROUNDS'] ?? 40);
const WARM_UP = Math.min(2, ROUNDS);

test('the chart of O3 with and without the module (P3, C8)', async ({ context, people, practice, world }) => {
  const engine = HungEngine.installed();
  if (!engine) {
    console.log('This server has no engine that hangs on demand: that variant is left out.');
  }
  const variants = VARIANTS.filter(({ hungEngine }) => !hungEngine || engine);
  const scenes: Scene[] = [];
  for (const variant of variants) {
    scenes.push(await Scene.set(variant, people, practice));
  }
  const page = await context.newPage();
  await new Chart(page, world.url).logIn(accountOf('clinician'));
  await page.close();

  const random = seeded(Date.now());
  const rounds: Round[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const measured: Record<string, Measured> = {};
    for (const scene of shuffled(scenes, random)) {
      measured[scene.variant.name] = await scene.during(engine, () =>
        Visit.measure(context, world.url, scene.variant, scene.patients),
      );
    }
    if (round >= 0) {
      rounds.push(measured);
      // Each time, so that a run that is broken off was not for nothing.
      keep('target/bench', world.url, lines(variants, rounds), rounds);
    }
    console.log(round < 0 ? 'Warming up' : `Round ${round + 1} of ${ROUNDS}`);
  }
  print(lines(variants, rounds), rounds.length);
});

import { ConsentLife } from '../support/own-care.js';
import { NO, NONSENSE, Outside, UNDECIDED, YES } from '../support/outside.js';
import { expect, test } from '../support/test.js';
import { type Way, WAYS } from '../support/ways.js';

const ENDINGS = {
  No: { decision: 'WITHDRAW', status: 'WITHDRAWN' },
  Undecided: { decision: 'LAPSE', status: 'LAPSED' },
  nonsense: { decision: 'LAPSE', status: 'LAPSED' },
  nothing: { decision: 'LAPSE', status: 'LAPSED' },
} as const;
type Ending = keyof typeof ENDINGS;
const CHANGED = { reason: 'ATTRIBUTE_CHANGED' };
const PENDING = { status: 'PENDING', permitted: false, reason: 'PENDING_EVIDENCE' };

function changeTo(ending: Ending, { write, remove }: Way) {
  const values = { No: NO, Undecided: UNDECIDED, nonsense: NONSENSE };
  return ending === 'nothing' ? remove : write?.(values[ending]);
}

// Each way is one group, in order, since some need a setting while they run.
for (const way of WAYS) {
  test.describe(`through ${way.name}`, () => {
    test.describe.configure({ mode: 'default' });
    let undo: (() => Promise<void>) | undefined;

    test.beforeAll(async ({ openmrs, world }) => {
      if (!way.only || way.only === world.kind) {
        undo = await way.prepare?.(new Outside(openmrs.administrator, world));
      }
    });

    test.afterAll(async () => {
      await undo?.();
    });

    test.beforeEach(({ world }) => {
      test.skip(way.only !== undefined && way.only !== world.kind, `only a ${way.only} OpenMRS has it`);
    });

    for (const ending of Object.keys(ENDINGS) as Ending[]) {
      const change = changeTo(ending, way);
      if (!change) {
        continue;
      }
      test(`trust02_${ending}_over_a_yes_denies_at_once_and_ends_it_exactly_once (C2, C6)`, async ({
        as,
        openmrs,
        people,
        practice,
        world,
      }) => {
        const patient = await people.someone();
        const life = new ConsentLife(practice, patient);
        await practice.grant(patient);
        expect((await life.now()).state.permitted).toBe(true);

        await change(new Outside(openmrs.administrator, world), patient);

        await life.isDenied(as.clinician);
        const { decision, status } = ENDINGS[ending];
        const { state, events } = await life.comesTo([decision, 'GRANT']);
        expect(state).toMatchObject({ status, permitted: false, event: events[0]?.uuid });
        expect(events[0]).toMatchObject({ automatic: true, ...(decision === 'LAPSE' && CHANGED) });
        expect(events[0]).not.toHaveProperty('recordedBy');
        await life.isDenied(as.clinician);
        expect((await life.now()).events).toHaveLength(2);
      });
    }

    const { write } = way;
    if (!write) {
      return;
    }

    test('Yes over a yes changes nothing, and No after it withdraws once (C6)', async ({
      openmrs,
      people,
      practice,
      world,
    }) => {
      const patient = await people.someone([]);
      const life = new ConsentLife(practice, patient);
      const outside = new Outside(openmrs.administrator, world);
      await practice.grant(patient);

      await write(YES)(outside, patient);
      const { state, events } = await life.now();
      expect(state).toMatchObject({ status: 'GRANTED', permitted: true });
      expect(events).toHaveLength(1);

      await write(NO)(outside, patient);
      await life.comesTo(['WITHDRAW', 'GRANT']);
    });

    test('trust02_yes_after_a_withdrawal_permits_nothing_until_somebody_records_it (C2, C6)', async ({
      as,
      openmrs,
      people,
      practice,
      world,
    }) => {
      const patient = await people.someone();
      const life = new ConsentLife(practice, patient);
      await practice.grant(patient);
      await practice.withdraw(patient);

      await write(YES)(new Outside(openmrs.administrator, world), patient);

      await life.isDenied(as.clinician);
      const { state, events } = await life.comesTo(['IMPORT', 'WITHDRAW', 'GRANT']);
      expect(state).toMatchObject(PENDING);
      expect(events[0]).toMatchObject({ automatic: true });
      await life.isDenied(as.clinician);

      await practice.grant(patient);
      expect((await life.now()).state).toMatchObject({ status: 'GRANTED', permitted: true });
      expect((await as.clinician.post('/run', { patient: patient.uuid })).status).toBe(202);
      await life.comesTo(['GRANT', 'IMPORT', 'WITHDRAW', 'GRANT'], { permitted: true });
    });
  });
}

import { Database, databaseAddress } from '../support/database.js';
import { A_SWEEP_LATER, ConsentLife, nobodyIsOnTheWay } from '../support/own-care.js';
import { NO, NONSENSE, Outside, UNDECIDED, YES } from '../support/outside.js';
import type { Patient } from '../support/people.js';
import { expect, test } from '../support/test.js';

interface Change {
  readonly what: string;
  readonly change: (database: Database, patient: Patient) => Promise<void>;
  readonly ending: 'WITHDRAW' | 'LAPSE';
}

interface Case extends Change {
  readonly patient: Patient;
  readonly life: ConsentLife;
}

const CHANGES: readonly Change[] = [
  { what: 'No', change: (database, patient) => database.write(patient, NO), ending: 'WITHDRAW' },
  { what: 'Undecided', change: (database, patient) => database.write(patient, UNDECIDED), ending: 'LAPSE' },
  { what: 'nonsense', change: (database, patient) => database.write(patient, NONSENSE), ending: 'LAPSE' },
  { what: 'nothing', change: (database, patient) => database.remove(patient), ending: 'LAPSE' },
  {
    what: 'a second answer',
    change: (database, patient) => database.addBeside(patient, NO),
    ending: 'LAPSE',
  },
];

test.describe('past the platform, by SQL', () => {
  test.skip(!databaseAddress(), 'AISUPPORT_DATABASE says no mariadb://user:password@host:port/schema');
  test.setTimeout(150_000);

  test('trust02_whatever_is_written_over_a_yes_denies_at_once_and_ends_it_by_the_next_sweep (C2, C6)', async ({
    as,
    openmrs,
    people,
    practice,
    world,
  }) => {
    const cases: Case[] = [];
    for (const one of CHANGES) {
      const patient = await people.someone();
      await practice.grant(patient);
      cases.push({ ...one, patient, life: new ConsentLife(practice, patient) });
    }
    await nobodyIsOnTheWay(new Outside(openmrs.administrator, world), practice, await people.someone([]));

    await Database.with(async (database) => {
      for (const { what, change, patient, life } of cases) {
        await test.step(what, async () => {
          await change(database, patient);
          await life.isDenied(as.clinician);
        });
      }
    });

    for (const { ending, life } of cases) {
      const { events } = await life.comesTo([ending, 'GRANT'], { within: A_SWEEP_LATER });
      expect(events[0]).toMatchObject({ automatic: true });
      await life.isDenied(as.clinician);
    }
  });

  test('trust02_a_yes_after_a_withdrawal_permits_nothing_before_or_after_the_sweep (C2, C6)', async ({
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
    await nobodyIsOnTheWay(new Outside(openmrs.administrator, world), practice, await people.someone([]));

    await Database.with((database) => database.write(patient, YES));

    await life.isDenied(as.clinician);
    const { state } = await life.comesTo(['IMPORT', 'WITHDRAW', 'GRANT'], { within: A_SWEEP_LATER });
    expect(state).toMatchObject({ status: 'PENDING', permitted: false, reason: 'PENDING_EVIDENCE' });
    await life.isDenied(as.clinician);
    await practice.grant(patient);
    expect((await life.now()).state).toMatchObject({ status: 'GRANTED', permitted: true });
  });
});

import { ConsentAttribute } from '../support/attribute.js';
import { NORMAL } from '../support/people.js';
import { refused } from '../support/refused.js';
import { expect, test } from '../support/test.js';

const YES = '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e01';
const NO = '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e02';
const UNDECIDED = '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e03';

test.describe('the person attribute mirrors the ledger, and the gate believes neither alone (C6)', () => {
  test('it says yes after a grant, no after a withdrawal', async ({ openmrs, people, practice, world }) => {
    const patient = await people.someone([]);
    const attribute = new ConsentAttribute(openmrs.administrator, world, patient);
    expect(await attribute.value()).toBeUndefined();

    await practice.grant(patient);
    expect(await attribute.value()).toBe(YES);

    await practice.withdraw(patient);
    expect(await attribute.value()).toBe(NO);
  });

  for (const [what, change] of [
    ['changed to no', (attribute: ConsentAttribute) => attribute.set(NO)],
    ['changed to undecided', (attribute: ConsentAttribute) => attribute.set(UNDECIDED)],
    ['deleted', (attribute: ConsentAttribute) => attribute.delete()],
  ] as const) {
    test(`trust02_${what.replaceAll(' ', '_')}_from_outside_it_denies_at_once (C2)`, async ({
      as,
      openmrs,
      people,
      practice,
      world,
    }) => {
      const patient = await people.someone();
      const [suggestion] = await practice.suggested(patient);

      await change(new ConsentAttribute(openmrs.administrator, world, patient));

      const run = await as.clinician.post('/run', { patient: patient.uuid });
      // The ledger may have taken note already, a moment after the change.
      refused(run, 403, /^CONSENT_(MIRROR_DIFFERS|WITHDRAWN|ATTRIBUTE_CHANGED)$/);
      expect((await practice.overview(patient)).purposes[0]).toMatchObject({
        permitted: false,
        reason: expect.stringMatching(/^(MIRROR_DIFFERS|WITHDRAWN|ATTRIBUTE_CHANGED)$/),
      });
      const left = (await practice.suggestions(patient)).results;
      expect(left.filter(({ status }) => status !== 'WITHDRAWN')).toEqual([]);
      const one = await as.clinician.get<{ status?: string }>(`/suggestion/${suggestion.uuid}`);
      expect(one.status === 404 || one.body.status === 'WITHDRAWN', one.text).toBe(true);
    });
  }

  test('trust02_a_yes_written_from_outside_permits_nothing (C2)', async ({
    as,
    openmrs,
    people,
    practice,
    world,
  }) => {
    const patient = await people.someone(NORMAL);

    await new ConsentAttribute(openmrs.administrator, world, patient).set(YES);

    const run = await as.clinician.post('/run', { patient: patient.uuid });
    refused(run, 403, /^CONSENT_(NO_RECORD|PENDING_EVIDENCE)$/);
    expect((await practice.audit(patient)).map(({ kind }) => kind)).not.toContain('ENGINE_CALL_INTENT');
  });
});

import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { denied, granted, PATIENT } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import ConsentTag from './consent-tag.extension';

describe('C6: the tag in the patient banner', () => {
  const held = useO3();

  const show = () => held.o3.show(<ConsentTag patientUuid={PATIENT.uuid} />);

  it('says that nobody has asked yet', async () => {
    const { container } = show();

    expect(await screen.findByText('AI support: not asked')).toBeVisible();
    await expectNoAxeViolations(container);
  });

  it('says yes only where the gate would', async () => {
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted());

    show();

    expect(await screen.findByText('AI support: yes')).toBeVisible();
  });

  it('trust02_calls a grant that the gate does not take a no', async () => {
    held.o3.server.clinic.consents.set(PATIENT.uuid, {
      ...granted(),
      permitted: false,
      reason: 'MIRROR_DIFFERS',
    });

    show();

    expect(await screen.findByText('AI support: no')).toBeVisible();
  });

  it('says no after a refusal', async () => {
    held.o3.server.clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED'));

    show();

    expect(await screen.findByText('AI support: no')).toBeVisible();
  });

  it('trust02_calls what cannot be read off, and never yes', async () => {
    held.o3.server.fail(/consent/, 500);

    show();

    expect(await screen.findByText('AI support: off, consent could not be read')).toBeVisible();
  });
});

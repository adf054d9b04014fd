import { launchWorkspace2 } from '@openmrs/esm-framework';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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

  it('P1: opens the consent workspace in the chart, by keyboard too, and tells more on focus', async () => {
    held.o3.server.clinic.consents.set(PATIENT.uuid, granted({ includesSensitive: true }));
    const user = userEvent.setup();
    const { container } = held.o3.show(
      <ConsentTag patientUuid={PATIENT.uuid} renderedFrom="patient-chart" />,
    );
    const tag = await screen.findByRole('button', { name: 'AI support: yes' });

    await user.tab();
    expect(tag).toHaveFocus();
    expect(tag).toHaveAccessibleDescription(
      'Yes since 04-May-2026, expires 04-May-2028. Sensitive topics are included.',
    );
    await user.keyboard('{Enter}');

    expect(launchWorkspace2).toHaveBeenCalledExactlyOnceWith('aisupport-consent-workspace');
    await expectNoAxeViolations(container);
  });

  it('P2: is plain text in search results, where there is no workspace to open', async () => {
    show();

    expect(await screen.findByText('AI support: not asked')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

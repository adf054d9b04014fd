import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { navigate } from '@openmrs/esm-framework';
import { describe, expect, it, vi } from 'vitest';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import AdministrationCard from './administration-card.extension';

describe('the card of the system administration', () => {
  const held = useO3();

  it('O2: leads from the system administration to the module’s page, without leaving the shell', async () => {
    vi.stubGlobal('getOpenmrsSpaBase', () => '/openmrs/spa/');
    const { container } = held.o3.show(<AdministrationCard />);

    const link = screen.getByRole('link', { name: /AI support/ });
    expect(link).toHaveAttribute('href', '/openmrs/spa/ai-support');
    await userEvent.click(link);

    expect(navigate).toHaveBeenCalledWith({ to: '/openmrs/spa/ai-support' });
    await expectNoAxeViolations(container);
  });
});

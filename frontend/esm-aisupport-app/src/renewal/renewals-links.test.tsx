import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import routes from '../routes.json';
import { RenewalsHomeLink, RenewalsMenuLink } from './renewals-links.extension';

const LIST = 'ai-support/renewals';

describe('C7: the ways to the list of whom to ask again', () => {
  const held = useO3();

  it.each([
    ['the app menu', RenewalsMenuLink],
    ['the home page', RenewalsHomeLink],
  ])('%s has one', async (_, Link) => {
    const { container } = held.o3.show(<Link />);

    const link = screen.getByRole('link', { name: 'AI consent to renew' });
    expect(link).toHaveAttribute('href', `/openmrs/spa/${LIST}`);
    await expectNoAxeViolations(container);
  });

  it('X1: shows them to those who may read it', () => {
    const links = routes.extensions.filter(({ component }) => /^renewals/.test(component));
    expect(links.map(({ privileges }) => privileges)).toEqual([['Record AI Consent'], ['Record AI Consent']]);
  });

  // The shell asks of a route whether the address begins with it; the administrators' page must not answer for the list.
  it.each([
    ['ai-support', true],
    ['ai-support/', true],
    [LIST, false],
  ])('%s is the administrators’ page: %s', (path, expected) => {
    const administration = routes.pages.find(({ component }) => component === 'administration');
    expect(new RegExp(administration?.routeRegex ?? 'none').test(path)).toBe(expected);
    expect(routes.pages.find(({ component }) => component === 'renewals')?.route).toBe(LIST);
  });
});

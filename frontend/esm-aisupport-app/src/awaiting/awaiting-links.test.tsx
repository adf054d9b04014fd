import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import routes from '../routes.json';
import { AwaitingHomeLink, AwaitingMenuLink } from './awaiting-links.extension';

const LIST = 'ai-support/awaiting';

describe('S7: the ways to the list of what awaits a decision', () => {
  const held = useO3();

  it.each([
    ['the app menu', AwaitingMenuLink],
    ['the home page', AwaitingHomeLink],
  ])('%s has one', async (_, Link) => {
    const { container } = held.o3.show(<Link />);

    const link = screen.getByRole('link', { name: 'AI suggestions awaiting your decision' });
    expect(link).toHaveAttribute('href', `/openmrs/spa/${LIST}`);
    await expectNoAxeViolations(container);
  });

  it('X1: shows them to those who may read it', () => {
    const links = routes.extensions.filter(({ component }) => /^awaiting/.test(component));
    expect(links.map(({ slot, privileges }) => [slot, privileges])).toEqual([
      ['app-menu-slot', ['View AI Suggestions']],
      ['homepage-dashboard-slot', ['View AI Suggestions']],
    ]);
  });

  it('has an address that no other page of ours answers for', () => {
    const answering = routes.pages.filter(({ route, routeRegex }) =>
      routeRegex === undefined ? LIST.startsWith(route) : new RegExp(routeRegex).test(LIST),
    );
    expect(answering.map(({ component }) => component)).toEqual(['awaiting']);
  });
});

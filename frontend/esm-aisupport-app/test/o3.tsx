import {
  getDefaultsFromConfigSchema,
  type Session,
  useConfig,
  useSession,
  userHasAccess,
} from '@openmrs/esm-framework';
import { render, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import React from 'react';
import { SWRConfig } from 'swr';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { holdAgainstContract } from '@aisupport/core/fake/contract';
import { FakeServer } from '@aisupport/core/fake/server';
import { configSchema } from '../src/config-schema';

/** O3 around one component: a server in memory that is held against openapi.yaml, a user, and a cache of its own. */
export class O3 {
  readonly server = new FakeServer();
  readonly violations: unknown[] = [];

  constructor() {
    this.server.onExchange = (exchange) => {
      try {
        holdAgainstContract(exchange);
      } catch (violation) {
        this.violations.push(violation);
      }
    };
    vi.stubGlobal('fetch', this.server.fetch);
    vi.stubGlobal('openmrsBase', '/openmrs');
    vi.stubGlobal('getOpenmrsSpaBase', () => '/openmrs/spa/');
    vi.mocked(useConfig).mockReturnValue(getDefaultsFromConfigSchema(configSchema));
    vi.mocked(useSession).mockReturnValue(this.session());
    vi.mocked(userHasAccess).mockImplementation((wanted) =>
      [wanted].flat().every((privilege) => this.server.privileges.includes(privilege)),
    );
  }

  show(element: React.JSX.Element): RenderResult {
    return render(
      <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>{element}</SWRConfig>,
    );
  }

  private session(): Session {
    const { uuid, display } = this.server.clinic.me;
    const user = { uuid, display, privileges: [], roles: [] } as unknown as NonNullable<Session['user']>;
    return { authenticated: true, sessionId: 's', user };
  }
}

/** A fresh O3 for each test, which ends with a look at what went over the wire. */
export function useO3(): { readonly o3: O3 } {
  const held = {} as { o3: O3 };
  beforeEach(() => {
    held.o3 = new O3();
  });
  afterEach(() => {
    expect(held.o3.violations).toEqual([]);
  });
  return held;
}

export async function expectNoAxeViolations(container: Element): Promise<void> {
  const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

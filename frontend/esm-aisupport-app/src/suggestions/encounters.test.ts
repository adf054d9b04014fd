import { describe, expect, it } from 'vitest';
import type { Encounter, Visit } from '@openmrs/esm-framework';
import { encountersFor, encountersOf } from './encounters';

const at = (uuid: string, encounterDatetime?: string): Encounter =>
  ({ uuid, encounterDatetime }) as Encounter;
const MORNING = at('morning', '2026-11-29T09:12:00.000+0100');
const NOON = at('noon', '2026-11-29T11:30:00.000+0000');
const DATELESS = at('dateless');

function visit(part: Partial<Visit>): Visit {
  return { uuid: 'v', startDatetime: '2026-11-29T09:00:00.000+0100', stopDatetime: null, ...part } as Visit;
}

const uuids = (encounters: readonly Encounter[]) => encounters.map(({ uuid }) => uuid);

describe('S6: the encounters that a diagnosis can be written into', () => {
  it('are those of the visit, the newest first', () => {
    const encounters = [MORNING, DATELESS, NOON];
    expect(uuids(encountersOf(visit({ encounters })))).toEqual(['noon', 'morning', 'dateless']);
  });

  it('are none without a visit, without encounters, or once the visit is over', () => {
    expect(encountersOf(null)).toEqual([]);
    expect(encountersOf(visit({}))).toEqual([]);
    const over = { encounters: [NOON], stopDatetime: '2026-11-29T13:00:00.000+0100' };
    expect(encountersOf(visit(over))).toEqual([]);
  });

  it('are the one that the workspace was opened for, as far as it is known', () => {
    const now = visit({ encounters: [MORNING, NOON] });
    expect(encountersFor('morning', now)).toEqual([MORNING]);
    expect(encountersFor('of-another-visit', now)).toEqual([{ uuid: 'of-another-visit' }]);
    expect(uuids(encountersFor(undefined, now))).toEqual(['noon', 'morning']);
  });
});

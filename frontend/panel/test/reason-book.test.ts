import { describe, expect, it } from 'vitest';
import { Client } from '@aisupport/core/api/client';
import { REASONS } from '@aisupport/core/fake/data';
import { ReasonBook } from '@aisupport/core/state/reason-book';

/** The book is filled by hand here; nobody is asked. */
const SILENT = new Client(() => Promise.reject(new Error('Nobody is to be asked.')));

function book(...codes: readonly [code: string, group?: string][]): ReasonBook {
  const made = new ReasonBook(SILENT, () => undefined);
  made.list = codes.map(([code, group]) => ({
    code,
    display: code,
    ...(group !== undefined && { group: { code: group, display: group } }),
  }));
  return made;
}

const asText = ({ groups }: ReasonBook) =>
  groups.map(({ group, reasons }) => `${group?.code ?? ''}: ${reasons.map(({ code }) => code).join(' ')}`);

describe('S5: the groups of the reasons', () => {
  it('stand where their first reason does, with all that is theirs', () => {
    expect(asText(book(['b', 'two'], ['a', 'one'], ['c', 'two']))).toEqual(['two: b c', 'one: a']);
  });

  it('may be missing, as from a server that does not know them yet', () => {
    expect(asText(book(['a'], ['b'], ['c', 'one']))).toEqual([': a b', 'one: c']);
  });

  it('lose no reason', () => {
    const made = book();
    made.list = REASONS;
    expect(made.groups.flatMap(({ reasons }) => reasons)).toHaveLength(REASONS.length);
  });
});

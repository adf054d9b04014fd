import { describe, expect, it } from 'vitest';
import { seconds } from './statistics-words';
import { distinctLabels } from './told';

const english = (_key: string, text: string, values?: Readonly<Record<string, string | number>>) =>
  text.replace('{{number}}', String(values?.number));

describe('A4: numbers and names of what becomes of suggestions', () => {
  it('keeps two rules of one name apart in a plot', () => {
    const labels = distinctLabels([
      { id: 'guidelines/renal', label: 'Kidney function' },
      { id: 'outside/renal', label: 'Kidney function' },
      { id: 'guidelines/fib4', label: 'FIB-4 index' },
    ]);

    expect([...labels.values()]).toEqual([
      'Kidney function (guidelines/renal)',
      'Kidney function (outside/renal)',
      'FIB-4 index',
    ]);
  });

  it.each([
    ['en', '1,301.0 s'],
    ['da', '1.301,0 s'],
  ])('writes times as %s does, with one decimal', (language, written) => {
    expect(seconds(1_301_000, english, language)).toBe(written);
  });
});

import { describe, expect, it } from 'vitest';
import da from '../../translations/da.json';
import { reasonGroupWords, reasonWords } from './reason-words';

const danish = (key: string) => (da as Readonly<Record<string, string>>)[key] ?? '';

describe('P5: the reasons for rejecting', () => {
  it('are said in the reader’s language and not in the server’s', () => {
    expect(reasonWords('wrong-data', 'The data it rests on is wrong', danish)).toBe(
      'De data, det bygger på, er forkerte',
    );
  });

  it('stay as the server says them where nobody knew the code here', () => {
    expect(reasonWords('of-a-newer-server', 'Superseded by a trial', danish)).toBe('Superseded by a trial');
    expect(reasonWords('toString', 'A word of JavaScript', danish)).toBe('A word of JavaScript');
  });

  it('stand under what they are about, in the reader’s language where it is known', () => {
    expect(reasonGroupWords('record', 'The record', danish)).toBe('Journalen');
    expect(reasonGroupWords('of-a-newer-server', 'The weather', danish)).toBe('The weather');
  });
});

import { expect, test } from 'vitest';
import { jsonText } from '@aisupport/core/api/json-text';

test('what the GP typed arrives as typed, whatever the server does to characters in between', () => {
  const words = { text: 'K < 3.5 && Na > 150 – "sæt" 😀 \\u003c &lt;', list: [null, 1.5, true] };

  const written = jsonText(words);

  expect(written).toMatch(/^[\u0020-\u007e]*$/);
  expect(written).not.toMatch(/[<>&]/);
  expect(JSON.parse(written)).toEqual(words);
});

import { describe, expect, it } from 'vitest';
import { base } from '../src/styles/base';
import { card } from '../src/styles/card';

function colour(name: string): string {
  const found = new RegExp(`${name}:[^;]*?(#[0-9a-f]{6})`).exec(base.cssText + card.cssText);
  return found?.[1] ?? '';
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const tones = [...card.cssText.matchAll(/--tone: (#[0-9a-f]{6})/g)].map((match) => match[1] ?? '');
const grounds = [colour('--ground'), colour('--off'), colour('--marked'), '#fff1f1'];

describe('P4: contrast', () => {
  it.each(grounds)('of text, quiet text and errors on %s is at least 4.5', (ground) => {
    for (const name of ['--text', '--quiet', '--bad']) {
      expect(contrast(colour(name), ground), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of the indicators and the brand on white is at least 4.5', () => {
    expect(tones).toHaveLength(3);
    for (const tone of [...tones, colour('--brand')]) {
      expect(contrast(tone, colour('--ground')), tone).toBeGreaterThanOrEqual(4.5);
    }
  });
});

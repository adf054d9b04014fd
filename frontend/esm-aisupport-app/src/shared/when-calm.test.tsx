import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCalm, whenCalm } from './when-calm';

let received: () => void = () => undefined;
let observing = false;

class Observer {
  static readonly supportedEntryTypes = ['resource'];

  constructor(callback: () => void) {
    received = callback;
  }

  observe(): void {
    observing = true;
  }

  disconnect(): void {
    observing = false;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('PerformanceObserver', Observer);
  observing = false;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function isCalm(asked: Promise<void>): Promise<boolean> {
  return Promise.race([asked.then(() => true), Promise.resolve().then(() => false)]);
}

describe('P3: what is ours waits for the chart', () => {
  it('while the page goes on receiving', async () => {
    const asked = whenCalm();
    for (let i = 0; i < 5; i++) {
      vi.advanceTimersByTime(499);
      received();
    }
    expect(await isCalm(asked)).toBe(false);

    vi.advanceTimersByTime(500);

    expect(await isCalm(asked)).toBe(true);
    expect(observing).toBe(false);
  });

  it('three seconds at the longest', async () => {
    const asked = whenCalm();
    for (let i = 0; i < 30; i++) {
      vi.advanceTimersByTime(100);
      received();
    }

    expect(await isCalm(asked)).toBe(true);
  });

  it('three seconds in all where the code comes first and then what it shows; the next chart has its own', async () => {
    const restless = (milliseconds: number): void => {
      for (let i = 0; i < milliseconds / 100; i++) {
        vi.advanceTimersByTime(100);
        received();
      }
    };
    const code = whenCalm();
    restless(1_000);
    vi.advanceTimersByTime(500);
    expect(await isCalm(code)).toBe(true);

    const { result, rerender } = renderHook(({ patient }) => useCalm(patient), {
      initialProps: { patient: 'p-1' },
    });
    act(() => {
      restless(1_400);
    });
    expect(result.current).toBe(false);
    act(() => {
      restless(100);
    });
    expect(result.current).toBe(true);

    rerender({ patient: 'p-2' });
    act(() => {
      restless(2_900);
    });
    expect(result.current).toBe(false);
    act(() => {
      restless(100);
    });
    expect(result.current).toBe(true);
  });

  it('not at all in a browser that can’t tell', async () => {
    vi.stubGlobal('PerformanceObserver', undefined);

    expect(await isCalm(whenCalm())).toBe(true);
  });

  it('anew for the next patient, and no longer once the chart is closed', () => {
    const { result, rerender, unmount } = renderHook(({ patient }) => useCalm(patient), {
      initialProps: { patient: 'p-1' },
    });
    expect(result.current).toBe(false);
    act(() => {
      vi.advanceTimersByTime(500);
    });
    expect(result.current).toBe(true);

    rerender({ patient: 'p-2' });
    expect(result.current).toBe(false);
    unmount();

    expect(observing).toBe(false);
  });
});

import { useState } from 'react';
import { problemOf } from '@aisupport/core/api/problem';
import type { Answer } from './use-answer';

/** Asks when somebody wants it and at no other time: what SWR keeps, it asks for again by itself. */
export function useWish<T>(ask: () => Promise<T>): {
  readonly answer: Answer<T> | undefined;
  readonly wish: () => void;
} {
  const [answer, setAnswer] = useState<Answer<T>>();
  const wish = () => {
    setAnswer({ kind: 'loading' });
    ask().then(
      (value) => {
        setAnswer({ kind: 'known', value });
      },
      (error: unknown) => {
        setAnswer({ kind: 'failed', problem: problemOf(error), again: wish });
      },
    );
  };
  return { answer, wish };
}

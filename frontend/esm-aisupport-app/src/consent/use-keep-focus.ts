import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

interface KeepFocus<T extends HTMLElement> {
  /** Where the focus goes when the control that had it is gone. */
  readonly refuge: RefObject<T>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * When an update takes away the control that the user stands on, the focus would fall to the top of the page. A focus
 * that is elsewhere is never touched (P2).
 */
export function useKeepFocus<T extends HTMLElement>(): KeepFocus<T> {
  const refuge = useRef<T>(null);
  const stoodOn = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (stoodOn.current && !stoodOn.current.isConnected) {
      stoodOn.current = null;
      if (document.activeElement === document.body || document.activeElement === null) {
        refuge.current?.focus();
      }
    }
  });
  return {
    refuge,
    onFocus: ({ target }) => {
      stoodOn.current = target;
    },
    onBlur: ({ relatedTarget }) => {
      // Some browsers blur what is being removed; that is no leaving.
      if (relatedTarget) {
        stoodOn.current = null;
      }
    },
  };
}

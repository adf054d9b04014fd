import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * When an update takes away the control that the user stands on, the focus would fall back to the top of the page.
 * It goes to the first refuge there is; a focus that is elsewhere is never touched (P2).
 */
export function useKeepFocus<E extends HTMLElement>(...refuges: readonly string[]): RefObject<E> {
  const within = useRef<E>(null);
  const stoodOn = useRef<Element>();
  useEffect(() => {
    const root = within.current;
    const enter = ({ target }: FocusEvent): void => {
      stoodOn.current = target as Element;
    };
    const leave = ({ target }: FocusEvent): void => {
      // A control that is taken away is left, too; only one that is still there was left on purpose.
      queueMicrotask(() => {
        if (stoodOn.current === target && stoodOn.current.isConnected) {
          stoodOn.current = undefined;
        }
      });
    };
    root?.addEventListener('focusin', enter);
    root?.addEventListener('focusout', leave);
    return () => {
      root?.removeEventListener('focusin', enter);
      root?.removeEventListener('focusout', leave);
    };
  }, []);
  useLayoutEffect(() => {
    if (stoodOn.current && !stoodOn.current.isConnected) {
      stoodOn.current = undefined;
      const found = refuges.map((refuge) => within.current?.querySelector<HTMLElement>(refuge));
      (found.find(Boolean) ?? within.current)?.focus();
    }
  });
  return within;
}

import { type RefObject, useLayoutEffect } from 'react';

/**
 * The reader's place when a workspace comes and goes. Opened or brought back by a button, reading goes on inside it, not
 * dozens of stops further on; closed or put away, the focus is on that button again. Whoever is typing is left alone (P2).
 * While it is away the shell only makes it zero wide: inert, it is no stop of the keyboard and says nothing.
 */
export function useWorkspacePlace(root: RefObject<HTMLElement>): void {
  useLayoutEffect(() => (root.current ? follow(root.current) : undefined), [root]);
}

function follow(place: HTMLElement): () => void {
  const workspace = workspaceOf(place);
  const pressedOutside = (): HTMLElement | undefined => {
    const active = document.activeElement;
    const button = active instanceof HTMLElement && active.matches('button, a[href], [role=button]');
    return button && !workspace.contains(active) ? active : undefined;
  };
  let opener = pressedOutside();
  let inside = false;
  const noteFocus = ({ target }: FocusEvent): void => {
    inside = workspace.contains(target as Node);
  };
  const come = (): void => {
    place.inert = false;
    opener = pressedOutside() ?? opener;
    if (opener === document.activeElement) {
      place.focus({ preventScroll: true });
    }
  };
  const go = (): void => {
    // The shell takes the workspace away before it says so; the focus is nowhere then.
    const lost = inside && document.activeElement === document.body;
    if ((lost || workspace.contains(document.activeElement)) && opener?.isConnected) {
      opener.focus({ preventScroll: true });
    }
  };
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting) {
      come();
    } else {
      go();
      place.inert = true;
    }
  });
  document.addEventListener('focusin', noteFocus);
  observer.observe(place);
  return () => {
    document.removeEventListener('focusin', noteFocus);
    observer.disconnect();
    go();
  };
}

/** With the header that the shell gives it, whose buttons close it and put it away. */
function workspaceOf(place: HTMLElement): Element {
  return place.closest(':has(> header)') ?? place;
}

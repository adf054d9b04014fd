import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useRef, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useWorkspacePlace } from './use-workspace-place';

let seen: (isIntersecting: boolean) => void;

/** The shell around it: an icon that opens, a header whose buttons put away and close, and a field of somebody else's form. */
function Shell(): React.JSX.Element {
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
  };
  return (
    <>
      <input aria-label="Note" onKeyDown={show} />
      <button onClick={show}>Icon</button>
      {open && (
        <div data-testid="workspace">
          <header>
            <button>Hide</button>
            <button
              onClick={() => {
                setOpen(false);
              }}
            >
              Close
            </button>
          </header>
          <Place />
        </div>
      )}
    </>
  );
}

function Place(): React.JSX.Element {
  const place = useRef<HTMLElement>(null);
  useWorkspacePlace(place);
  return (
    <section ref={place} tabIndex={-1} aria-label="Place">
      <button>Inside</button>
    </section>
  );
}

describe('P4: the reader’s place in a workspace', () => {
  const user = userEvent.setup();
  const button = (name: string) => screen.getByRole('button', { name });
  const place = () => screen.getByRole('region', { name: 'Place', hidden: true });

  beforeEach(() => {
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
          seen = (isIntersecting) => {
            act(() => {
              tell([{ isIntersecting }]);
            });
          };
        }
        observe = vi.fn();
        disconnect = vi.fn();
      },
    );
  });

  it('is inside once it was opened by a button, and on that button once it is closed', async () => {
    render(<Shell />);
    await user.click(button('Icon'));
    seen(true);
    expect(place()).toHaveFocus();

    await user.click(button('Close'));

    expect(button('Icon')).toHaveFocus();
  });

  it('is on that button also when the shell took the workspace away before it said so', () => {
    vi.spyOn(document.body, 'focus').mockReturnValue(); // React tries it; a browser's body takes no focus
    render(<button>Icon</button>);
    const workspace = document.body.appendChild(document.createElement('div'));
    workspace.append(document.createElement('header'));
    const root = workspace.appendChild(document.createElement('div'));
    button('Icon').focus();
    const { unmount } = render(<Place />, { container: root });
    seen(true);
    expect(place()).toHaveFocus();

    workspace.remove();
    unmount();

    expect(button('Icon')).toHaveFocus();
  });

  it('is no stop of the keyboard and silent while it is put away, and comes back with the focus', async () => {
    render(<Shell />);
    await user.click(button('Icon'));
    seen(true);
    await user.click(button('Hide'));

    seen(false);
    expect(place().inert).toBe(true);
    expect(button('Icon')).toHaveFocus();

    seen(true);
    expect(place().inert).toBe(false);
    expect(place()).toHaveFocus();
  });

  it('P2: leaves whoever is typing alone, when it comes and when it goes', async () => {
    render(<Shell />);
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'x');
    seen(true);
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus();

    seen(false);

    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus();
  });
});

import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lateWorkspace } from './late-workspace';

function Suggestions({ patient }: { readonly patient: string }): React.JSX.Element {
  return <p>Suggestions for {patient}</p>;
}

describe('P3: a workspace whose code comes late', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is itself where its code can be had', async () => {
    const { default: Workspace } = await lateWorkspace(() => Promise.resolve({ default: Suggestions }))();

    expect(Workspace).toBe(Suggestions);
  });

  it('says that its code is missing, tries again on a click, and then shows itself', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const load = vi.fn().mockRejectedValue(new Error('Loading chunk 117 failed'));
    const { default: Workspace } = await lateWorkspace<{ patient: string }>(load)();
    render(<Workspace patient="Karen Holm" />);
    expect(screen.getByText(/could not be loaded/)).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText(/could not be loaded/)).toBeVisible();
    load.mockResolvedValue({ default: Suggestions });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Suggestions for Karen Holm')).toBeVisible();
  });

  it('comes by itself when the connection is back', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const load = vi.fn().mockRejectedValueOnce(new Error('Loading chunk 117 failed'));
    load.mockResolvedValue({ default: Suggestions });
    const { default: Workspace } = await lateWorkspace<{ patient: string }>(load)();
    render(<Workspace patient="Karen Holm" />);

    online.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));

    expect(await screen.findByText('Suggestions for Karen Holm')).toBeVisible();
  });
});

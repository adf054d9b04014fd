import type { Announcement, Denied, PanelState, Permitted } from './model';

/** What the panel shows now. Once it is left, nothing changes it any more. */
export class Stage {
  state: PanelState = { kind: 'loading' };
  announcement: Announcement = { kind: 'nothing' };
  private undoTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly left: AbortSignal,
    private readonly changed: () => void,
  ) {
    left.addEventListener('abort', () => {
      clearTimeout(this.undoTimer);
    });
  }

  put(state: PanelState): void {
    if (!this.left.aborted) {
      this.state = state;
      this.endUndoInTime();
      this.changed();
    }
  }

  announce(announcement: Announcement): void {
    this.announcement = announcement;
    this.changed();
  }

  patchPermitted(part: Partial<Omit<Permitted, 'kind'>>): void {
    if (this.state.kind === 'permitted') {
      this.put({ ...this.state, ...part });
    }
  }

  patchDenied(part: Partial<Omit<Denied, 'kind'>>): void {
    if (this.state.kind === 'denied') {
      this.put({ ...this.state, ...part });
    }
  }

  /** The undo button goes when its time is over. */
  private endUndoInTime(): void {
    clearTimeout(this.undoTimer);
    if (this.state.kind === 'denied' && this.state.undo) {
      this.undoTimer = setTimeout(() => {
        this.patchDenied({ undo: undefined });
      }, this.state.undo.until - Date.now());
    }
  }
}

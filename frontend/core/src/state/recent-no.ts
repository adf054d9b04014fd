// Kept for the tab, so that a reload does not take the undo away; by the event's uuid, which names no patient.

const TEN_MINUTES_MS = 600_000;

// Storage may be full or forbidden; then it holds until the page is left.
const memory = new Map<string, string>();

/** Counted from the answer on this computer's clock, which may differ from the server's. */
export function rememberNo(user: string, event: string): void {
  const until = String(Date.now() + TEN_MINUTES_MS);
  memory.set(key(user, event), until);
  try {
    sessionStorage.setItem(key(user, event), until);
  } catch {
    // The memory has it.
  }
}

/** Until when this user can take back that no, in milliseconds of the epoch; absent when that is over. */
export function undoableUntil(user: string, event: string): number | undefined {
  const until = Number(read(key(user, event)) ?? 0);
  return until > Date.now() ? until : undefined;
}

export function forgetNo(user: string, event: string): void {
  memory.delete(key(user, event));
  try {
    sessionStorage.removeItem(key(user, event));
  } catch {
    // What could not be stored need not be removed.
  }
}

function key(user: string, event: string): string {
  return `aisupport.undo.${user}.${event}`;
}

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

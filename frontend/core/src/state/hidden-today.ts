// Per user, because practices share computers; for the browser's own day, because that is the GP's day.

// Storage may be full or forbidden; then it holds until the page is left.
const memory = new Map<string, string>();
const watchers = new Set<() => void>();

/** Tells when somebody hides or shows, for screens of more than one part. Ends with what it returns. */
export function watchHidden(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

export function isHiddenToday(user: string): boolean {
  return read(key(user)) === today();
}

export function hideToday(user: string): void {
  try {
    localStorage.setItem(key(user), today());
  } catch {
    memory.set(key(user), today());
  }
  tell();
}

export function showAgain(user: string): void {
  memory.delete(key(user));
  try {
    localStorage.removeItem(key(user));
  } catch {
    // What could not be stored need not be removed.
  }
  tell();
}

function tell(): void {
  watchers.forEach((changed) => {
    changed();
  });
}

function key(user: string): string {
  return `aisupport.hidden.${user}`;
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;
}

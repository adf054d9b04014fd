import type { Client } from '../api/client';
import type { OverrideReason } from '../api/contract';

/** The coded reasons for rejecting, as the server words them. They are loaded once, when first wanted. */
export class ReasonBook {
  list: readonly OverrideReason[] = [];
  failed = false;
  private wanted = false;

  constructor(
    private readonly client: Client,
    private readonly changed: () => void,
  ) {}

  want(): void {
    if (!this.wanted) {
      this.wanted = true;
      void this.load();
    }
  }

  async load(): Promise<void> {
    try {
      this.list = (await this.client.engines()).overrideReasons;
      this.failed = false;
    } catch {
      // Rejecting works without; the card of a critical one says that the reasons are missing.
      this.failed = true;
    }
    this.changed();
  }

  display(code: string): string {
    return this.list.find((reason) => reason.code === code)?.display ?? code;
  }
}

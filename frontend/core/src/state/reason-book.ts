import type { Client } from '../api/client';
import type { OverrideReason, ReasonGroup } from '../api/contract';

/** Reasons that stand together; without a group where the server names none. */
export interface GroupedReasons {
  readonly group: ReasonGroup | undefined;
  readonly reasons: readonly OverrideReason[];
}

/** The coded reasons for rejecting, as the server words them. They are loaded once, when first wanted. */
export class ReasonBook {
  list: readonly OverrideReason[] = [];
  failed = false;
  private wanted = false;

  constructor(
    private readonly client: Pick<Client, 'engines'>,
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

  /** In the server's order: each group stands where its first reason does. */
  get groups(): readonly GroupedReasons[] {
    const codes = [...new Set(this.list.map(({ group }) => group?.code))];
    return codes.map((code) => {
      const reasons = this.list.filter(({ group }) => group?.code === code);
      return { group: reasons[0]?.group, reasons };
    });
  }

  display(code: string): string {
    return this.list.find((reason) => reason.code === code)?.display ?? code;
  }
}

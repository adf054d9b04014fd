import type { LitElement, ReactiveController } from 'lit';

/**
 * When an update takes away the control that the user stands on, the focus would fall back to the top of the page.
 * It goes to the first refuge there is; a focus that is elsewhere is never touched (P2).
 */
export class KeepFocus implements ReactiveController {
  private stoodOn: Element | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly refuges: readonly string[],
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.stoodOn = this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    if (this.stoodOn && !this.stoodOn.isConnected) {
      const found = this.refuges.map((refuge) => this.host.shadowRoot?.querySelector<HTMLElement>(refuge));
      found.find(Boolean)?.focus();
    }
    this.stoodOn = null;
  }
}

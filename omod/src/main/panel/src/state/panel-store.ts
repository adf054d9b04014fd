import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { showAgain } from './hidden-today';
import type { PanelState, Place } from './model';
import { Opening } from './opening';

/** Opens the panel for a place and abandons what was open before, so that no answer reaches another patient. */
export class PanelStore implements ReactiveController {
  private current: Opening | undefined;
  private place: Place | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.current?.close();
    this.current = undefined;
    this.place = undefined;
  }

  get opening(): Opening | undefined {
    return this.current;
  }

  get state(): PanelState {
    return this.current?.state ?? { kind: 'loading' };
  }

  /** True when it is another place than before. */
  openAt(place: Place): boolean {
    if (this.place && samePlace(this.place, place)) {
      return false;
    }
    this.place = place;
    this.reopen();
    return true;
  }

  reopen(): void {
    this.current?.close();
    this.current = undefined;
    if (this.place?.patient) {
      this.current = new Opening(this.place, () => {
        this.host.requestUpdate();
      });
      void this.current.start();
    }
    this.host.requestUpdate();
  }

  show(): void {
    if (this.current) {
      showAgain(this.current.access.user);
      this.reopen();
    }
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.base === b.base && a.patient === b.patient && a.encounter === b.encounter && a.visit === b.visit;
}

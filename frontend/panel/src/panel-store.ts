import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Client } from '@aisupport/core/api/client';
import { over } from '@aisupport/core/api/http';
import { showAgain } from '@aisupport/core/state/hidden-today';
import type { PanelState, Place } from '@aisupport/core/state/model';
import { Opening } from '@aisupport/core/state/opening';

/** Where the element stands: a place, and OpenMRS's context path. */
export interface Spot extends Place {
  readonly base: string;
}

/** Opens the panel for a place and abandons what was open before, so that no answer reaches another patient. */
export class PanelStore implements ReactiveController {
  private current: Opening | undefined;
  private place: Spot | undefined;

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
  openAt(place: Spot): boolean {
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
      this.current = new Opening(this.place, new Client(over(this.place.base)), () => {
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

function samePlace(a: Spot, b: Spot): boolean {
  return a.base === b.base && a.patient === b.patient && a.encounter === b.encounter && a.visit === b.visit;
}

import { useEffect, useState, useSyncExternalStore } from 'react';
import { isHiddenToday, showAgain, watchHidden } from '@aisupport/core/state/hidden-today';
import type { PanelState, Place } from '@aisupport/core/state/model';
import { Opening } from '@aisupport/core/state/opening';
import { client } from '../api/o3-client';

/** Holds one opening for React, and leaves the one before, so that no answer reaches another patient. */
export class OpeningStore {
  opening: Opening | undefined;
  private again: () => void = () => undefined;
  private version = 0;
  private readonly listeners = new Set<() => void>();

  open(place: Place, asks: boolean): () => void {
    this.again = () => {
      this.close();
      this.opening = new Opening(place, client, this.tell, asks);
      void this.opening.start();
      this.tell();
    };
    this.again();
    const unwatch = watchHidden(() => {
      this.hiddenOrShown();
    });
    return () => {
      unwatch();
      this.close();
    };
  }

  get state(): PanelState {
    return this.opening?.state ?? { kind: 'loading' };
  }

  reopen(): void {
    this.again();
  }

  show(): void {
    if (this.opening) {
      showAgain(this.opening.access.user);
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly seen = (): number => this.version;

  private close(): void {
    this.opening?.close();
    this.opening = undefined;
  }

  /** Hidden in one part of the screen, it is hidden in all. */
  private hiddenOrShown(): void {
    const hidden = isHiddenToday(this.opening?.access.user ?? '');
    if (hidden && this.state.kind !== 'hidden') {
      this.opening?.hide();
    } else if (!hidden && this.state.kind === 'hidden') {
      this.reopen();
    }
  }

  private readonly tell = (): void => {
    this.version += 1;
    this.listeners.forEach((listener) => {
      listener();
    });
  };
}

/** The consent and the suggestions of one place for as long as the component is there. */
export function useOpening({ patient, visit, encounter }: Place, asks: boolean): OpeningStore {
  const [store] = useState(() => new OpeningStore());
  useEffect(() => store.open({ patient, visit, encounter }, asks), [store, patient, visit, encounter, asks]);
  useSyncExternalStore(store.subscribe, store.seen);
  return store;
}

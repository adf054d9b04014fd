import { MANAGE, type Send } from './client';

/** Of the protocols that an engine outside may speak; a newer server may know another. */
export type OutsideProtocol = 'CDS_HOOKS' | 'CHAT';

export interface OutsideEndpoint {
  readonly protocol: OutsideProtocol;
  readonly url: string;
  /** Of CDS Hooks only, like the next. */
  readonly service?: string;
  readonly hook?: string;
  /** Of chat only. */
  readonly model?: string;
}

/** What an administrator says of an engine outside. Its secret is none of it: that stands in the runtime properties. */
interface Setup {
  readonly developer: string;
  readonly commercial: boolean;
  /** As patients are told, like the next. */
  readonly country: string;
  readonly retention: string;
  readonly inputs: readonly string[];
  readonly tellsAge: boolean;
  readonly tellsSex: boolean;
  readonly startsByItself: boolean;
  readonly endpoint: OutsideEndpoint;
}

export interface OutsideEngine extends Setup {
  readonly id: string;
  readonly display: string;
  readonly version: number;
  readonly enabled: boolean;
  readonly lookedAt: boolean;
  /** What its server asks for, as that puts it. */
  readonly wants: readonly string[];
  /** Why it can't be called just now. */
  readonly obstacle?: string;
  /** Not called for a while, after failures or because it asked for that. */
  readonly leftAlone: boolean;
  readonly hasSecret: boolean;
  readonly lately: {
    readonly calls: number;
    readonly failed: number;
    /** Of those that were answered. */
    readonly medianMillis?: number;
  };
}

export interface OutsideInput {
  readonly id: string;
  readonly label: string;
}

export interface OutsideEngineList {
  readonly results: readonly OutsideEngine[];
  /** A setting stops them all. */
  readonly stopped: boolean;
  /** What of the runtime properties needs mending. */
  readonly problems: readonly string[];
  /** What they may be given. */
  readonly inputs: readonly OutsideInput[];
}

export interface OutsideEngineSetup extends Setup {
  readonly name: string;
}

export interface OutsideCall {
  readonly at: string;
  readonly outcome: string;
  readonly millis?: number;
  /** Of the answer. */
  readonly bytes?: number;
  readonly detail?: string;
}

/** The paths for whoever manages engines outside. Writes are always carried through. */
export class OutsideEngines {
  constructor(private readonly send: Send) {}

  all(): Promise<OutsideEngineList> {
    return this.get('');
  }

  calls(id: string): Promise<{ readonly results: readonly OutsideCall[] }> {
    return this.get(`${below(id)}/calls`);
  }

  add(id: string, setup: OutsideEngineSetup): Promise<OutsideEngine> {
    return this.post('', { id, ...setup });
  }

  /** The version is the one that the user saw. */
  change(id: string, version: number, setup: OutsideEngineSetup): Promise<OutsideEngine> {
    return this.post(below(id), { version, ...setup });
  }

  /** Has its server asked what it offers; sends nothing of any patient. */
  look(id: string): Promise<OutsideEngine> {
    return this.post(`${below(id)}/look`, {});
  }

  switchTo(id: string, on: boolean, version: number): Promise<OutsideEngine> {
    return this.post(`${below(id)}/switch`, { on, version });
  }

  /** Off is off, whatever somebody changed meanwhile. */
  async switchOff(id: string): Promise<OutsideEngine | undefined> {
    const found = (await this.all()).results.find((engine) => engine.id === id);
    return found && this.switchTo(id, false, found.version);
  }

  private get<T>(path: string): Promise<T> {
    return this.send({ method: 'GET', path: `aisupport/outsideengine${path}`, privilege: MANAGE });
  }

  private post<T>(path: string, body: unknown): Promise<T> {
    return this.send({ method: 'POST', path: `aisupport/outsideengine${path}`, privilege: MANAGE, body });
  }
}

function below(id: string): string {
  return `/${encodeURIComponent(id)}`;
}

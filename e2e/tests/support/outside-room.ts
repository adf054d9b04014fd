import type { Behaviour, Heard } from '../../src/outside/service.js';

const SERVICE = 'AISUPPORT_OUTSIDE';

/** Absent on a server that may not call the made-up service: one that the suite didn't start, unless somebody says where it is. */
export function outsideService(env = process.env): string | undefined {
  return env[SERVICE];
}

/** Where a test's own engine outside is, by its id. */
export class OutsideRoom {
  constructor(
    private readonly service: string,
    private readonly name: string,
  ) {}

  /** The address of its CDS Hooks services. */
  get cds(): string {
    return `${this.service}/room/${this.name}`;
  }

  /** The address of its chat completions. */
  get chat(): string {
    return `${this.cds}/v1`;
  }

  async behave(behaviour: Behaviour): Promise<void> {
    const address = `${this.service}/behaviour/${this.name}`;
    const { ok } = await fetch(address, { method: 'PUT', body: JSON.stringify(behaviour) });
    if (!ok) {
      throw new Error('The made-up service is gone');
    }
  }

  /** All that came, the oldest first. */
  async heard(): Promise<readonly Heard[]> {
    return (await (await fetch(`${this.service}/heard/${this.name}`)).json()) as Heard[];
  }

  /** What came to it about patients, and nothing else. */
  async asked(): Promise<readonly Heard[]> {
    return (await this.heard()).filter(
      ({ method, path }) => method === 'POST' && !path.endsWith('/feedback'),
    );
  }
}

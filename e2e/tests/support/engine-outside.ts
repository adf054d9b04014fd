import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { HOOK, MODEL, SERVICE } from '../../src/outside/answers.js';
import type { Role } from '../../src/world/users.js';
import type { Api } from './api.js';
import { OutsideRoom, outsideService } from './outside-room.js';

interface Standing {
  readonly version: number;
}

type Protocol = 'CDS_HOOKS' | 'CHAT';

/** An engine outside of one test's own, set up as an administrator does; never removed, so it is switched off afterwards. */
export class EngineOutside {
  readonly id = `e2e-${randomUUID().slice(0, 8)}`;
  readonly name = `Second look ${this.id.slice(-8)}`;
  readonly room: OutsideRoom;

  constructor(
    private readonly administrator: Api,
    service: string,
    private readonly protocol: Protocol,
    private readonly commercial: boolean,
  ) {
    this.room = new OutsideRoom(service, this.id);
  }

  /** Who receives what is sent. */
  get recipient(): string {
    return new URL(this.room.cds).host;
  }

  async switchOn(): Promise<void> {
    await this.post('', {
      id: this.id,
      name: this.name,
      developer: 'Made-up Support Ltd',
      commercial: this.commercial,
      country: 'Denmark',
      retention: 'Not kept',
      inputs: ['hba1c', 'potassium'],
      tellsAge: true,
      tellsSex: true,
      startsByItself: false,
      endpoint:
        this.protocol === 'CHAT'
          ? { protocol: 'CHAT', url: this.room.chat, model: MODEL }
          : { protocol: 'CDS_HOOKS', url: this.room.cds, service: SERVICE, hook: HOOK },
    });
    await this.switchTo(true);
  }

  async switchOff(): Promise<void> {
    await this.switchTo(false);
  }

  private async switchTo(on: boolean): Promise<void> {
    const { version } = await this.post(`/${this.id}/look`, {});
    await this.post(`/${this.id}/switch`, { on, version });
  }

  private async post(path: string, body: unknown): Promise<Standing> {
    const {
      status,
      text,
      body: standing,
    } = await this.administrator.post<Standing>(`/outsideengine${path}`, body);
    expect([200, 201], text).toContain(status);
    return standing;
  }
}

interface Kind {
  readonly protocol?: Protocol;
  readonly commercial?: boolean;
}

/** A fixture: tests with an engine outside are skipped on a server that may not call one of ours. */
export function engineOutside({ protocol = 'CDS_HOOKS', commercial = false }: Kind = {}) {
  return async (
    { as }: { readonly as: Readonly<Record<Role, Api>> },
    use: (engine: EngineOutside) => Promise<void>,
    testInfo: { skip(when: boolean, why: string): void },
  ): Promise<void> => {
    const service = outsideService();
    testInfo.skip(
      service === undefined,
      'This server may not call the made-up engine: set AISUPPORT_OUTSIDE.',
    );
    const engine = new EngineOutside(as.administrator, service ?? '', protocol, commercial);
    await engine.switchOn();
    await use(engine);
    await engine.room.behave('answers');
    await engine.switchOff();
  };
}

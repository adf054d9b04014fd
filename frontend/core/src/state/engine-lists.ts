import type { Client } from '../api/client';
import type { Engine, EngineList } from '../api/contract';

/** The engines of this installation, asked for once by all who want them; after a failure, anew. */
export class EngineLists {
  private asked: Promise<EngineList> | undefined;
  private known: EngineList | undefined;

  constructor(private readonly client: Client) {}

  engines(): Promise<EngineList> {
    this.asked ??= this.ask();
    return this.asked;
  }

  /** As far as they are known by now; one that was switched off is not among them. */
  get(id: string): Engine | undefined {
    return this.known?.results.find((engine) => engine.id === id);
  }

  private async ask(): Promise<EngineList> {
    try {
      this.known = await this.client.engines();
      return this.known;
    } catch (thrown) {
      this.asked = undefined;
      throw thrown;
    }
  }
}

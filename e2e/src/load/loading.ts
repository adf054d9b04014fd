import type { Calendar } from '../patients/calendar.js';
import type { PatientFile } from '../patients/file.js';
import type { Json, OpenmrsRest } from '../rest/openmrs.js';
import type { Tally } from './tally.js';

interface Stored {
  readonly uuid: string;
}

/** What every part of the loader needs: the server, the file, and which key stands for which UUID there. */
export class Loading {
  private readonly uuids = new Map<string, string>();

  constructor(
    readonly rest: OpenmrsRest,
    readonly file: PatientFile,
    readonly calendar: Calendar,
    readonly tally: Tally,
  ) {}

  known(kind: string, key: string, uuid: string): void {
    this.uuids.set(`${kind} ${key}`, uuid);
  }

  uuid(kind: string, key: string): string {
    const uuid = this.uuids.get(`${kind} ${key}`);
    if (!uuid) {
      throw new Error(`The file names the ${kind} ${key}, which the server does not have`);
    }
    return uuid;
  }

  concept(key: string): string {
    return this.uuid('concept', key);
  }

  async has(resource: string, uuid: string): Promise<boolean> {
    return (await this.rest.find<Stored>(`${resource}/${uuid}`)) !== undefined;
  }

  /** Makes it under the file's UUID unless it is there. */
  async ensure(resource: string, uuid: string, body: () => Json, kind = resource): Promise<void> {
    if (await this.has(resource, uuid)) {
      this.tally.found(kind);
      return;
    }
    const made = await this.rest.post<Stored>(resource, { uuid, ...body() });
    if (made.uuid !== uuid) {
      throw new Error(`The server gave a ${kind} the UUID ${made.uuid} instead of ${uuid}`);
    }
    this.tally.made(kind);
  }
}

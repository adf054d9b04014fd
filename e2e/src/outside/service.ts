import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { cards, completion, discovery, models, SERVICE } from './answers.js';

/** Answers, answers late (once it is told to behave otherwise), answers 500, answers what is no JSON, or hangs up. */
export type Behaviour = 'answers' | 'holds' | 'fails' | 'garbage' | 'nothing';

/** A request as it came in. */
export interface Heard {
  readonly method: string;
  /** Below the room. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What one test sees of the service: its own behaviour, and what was heard there. */
class Room {
  behaviour: Behaviour = 'answers';
  readonly heard: Heard[] = [];
  private held: (() => void)[] = [];

  hold(): Promise<void> {
    return new Promise((go) => this.held.push(go));
  }

  letGo(): void {
    const held = this.held;
    this.held = [];
    held.forEach((go) => {
      go();
    });
  }
}

/**
 * A made-up company's server that speaks CDS Hooks 2.0 and the chat completions of the OpenAI API, on any free port of this machine. Each
 * engine has a room of its own, `/room/NAME`, so that tests side by side neither see nor disturb each other. Other processes learn what
 * was heard there by `GET /heard/NAME`, and say how it should behave by `PUT /behaviour/NAME`.
 */
export class OutsideService {
  private readonly rooms = new Map<string, Room>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => {
        response.destroy();
      });
    });
  }

  /** @param port any free one, unless it is given */
  static async start(port = 0): Promise<OutsideService> {
    const service = new OutsideService();
    await new Promise<void>((listening) => {
      service.server.listen(port, '127.0.0.1', listening);
    });
    return service;
  }

  /** As an allowed host is written in the runtime properties. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** All that was ever sent to it, whichever engine it was meant for. */
  get everything(): readonly Heard[] {
    return [...this.rooms.values()].flatMap(({ heard }) => heard);
  }

  async stop(): Promise<void> {
    this.rooms.forEach((room) => {
      room.letGo();
    });
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind = '', name = '', ...below] = (request.url ?? '').split('/');
    const room = this.room(name);
    const body = await text(request);
    if (kind === 'heard') {
      json(response, 200, room.heard);
    } else if (kind === 'behaviour') {
      room.behaviour = JSON.parse(body) as Behaviour;
      room.letGo();
      json(response, 200, {});
    } else if (kind === 'room') {
      const heard = {
        method: request.method ?? '',
        path: `/${below.join('/')}`,
        headers: request.headers,
        body,
      };
      room.heard.push(heard);
      await answer(room, heard, response);
    } else {
      json(response, 404, {});
    }
  }

  private room(name: string): Room {
    const room = this.rooms.get(name) ?? new Room();
    this.rooms.set(name, room);
    return room;
  }
}

async function answer(room: Room, heard: Heard, response: ServerResponse): Promise<void> {
  while (room.behaviour === 'holds') {
    await room.hold();
  }
  switch (room.behaviour) {
    case 'answers':
      usual(heard, response);
      break;
    case 'fails':
      json(response, 500, { error: 'made up' });
      break;
    case 'garbage':
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('<html>{"cards": [');
      break;
    case 'nothing':
      response.destroy();
      break;
  }
}

function usual({ method, path, body }: Heard, response: ServerResponse): void {
  switch (`${method} ${path}`) {
    case 'GET /cds-services':
      json(response, 200, discovery());
      break;
    case `POST /cds-services/${SERVICE}`:
      json(response, 200, cards(JSON.parse(body)));
      break;
    case `POST /cds-services/${SERVICE}/feedback`:
      json(response, 200, {});
      break;
    case 'GET /v1/models':
      json(response, 200, models());
      break;
    case 'POST /v1/chat/completions':
      json(response, 200, completion(JSON.parse(body)));
      break;
    default:
      json(response, 404, { error: 'no such service' });
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

// A consumer as they are: it refuses a share of what it is told, answers slowly, and is restarted now and then. It counts by itself what it was
// told and in what order; a repeat of what it has taken is no news to it.

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudEvent } from '@throughline/contract';
import { Webhook } from 'standardwebhooks';

export interface ConsumerTroubles {
  /** 0 up to 1. */
  refuses: number;
  /** Whether what was refused once may be refused again. */
  again: boolean;
  slowMs: number;
  chance: () => number;
}

export interface Counted {
  /** Different events taken. */
  taken: number;
  calls: number;
  refused: number;
  repeats: number;
  /** Taken before an earlier one of the same contact. */
  outOfOrder: number;
  forged: number;
  restarts: number;
}

export class Consumer {
  readonly counted: Counted = { taken: 0, calls: 0, refused: 0, repeats: 0, outOfOrder: 0, forged: 0, restarts: 0 };
  private readonly troubles: ConsumerTroubles;
  private readonly taken = new Set<string>();
  private readonly tried = new Set<string>();
  private readonly next = new Map<string, number>();
  private webhook: Webhook | undefined;
  private server: Server | undefined;
  private port = 0;

  constructor(troubles: ConsumerTroubles) {
    this.troubles = troubles;
  }

  /** Answers where it listens: the same place after a restart. */
  async start(): Promise<string> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => this.hear(body, request.headers as Record<string, string>, response));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.port}/`;
  }

  trust(secret: string): void {
    this.webhook = new Webhook(secret);
  }

  /** Whoever is being answered is cut off: some of it was taken, and nobody heard. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }

  async restart(downMs: number): Promise<void> {
    await this.stop();
    this.counted.restarts += 1;
    await new Promise((resolve) => setTimeout(resolve, downMs));
    await this.start();
  }

  private hear(body: string, headers: Record<string, string>, response: ServerResponse): void {
    const { counted, troubles } = this;
    counted.calls += 1;
    try {
      this.webhook?.verify(body, headers);
    } catch {
      counted.forged += 1;
    }
    const id = headers['webhook-id'] ?? '';
    const refuses = (troubles.again || !this.tried.has(id)) && troubles.chance() < troubles.refuses;
    this.tried.add(id);
    const answer = () => {
      if (refuses) counted.refused += 1;
      else this.take(JSON.parse(body) as CloudEvent);
      if (!response.destroyed) response.writeHead(refuses ? 500 : 200).end();
    };
    setTimeout(answer, troubles.chance() ** 3 * troubles.slowMs);
  }

  private take({ id, subject = '', data }: CloudEvent): void {
    const { counted } = this;
    if (this.taken.has(id)) {
      counted.repeats += 1;
      return;
    }
    this.taken.add(id);
    counted.taken += 1;
    const expected = this.next.get(subject) ?? 0;
    if (data.n !== expected) counted.outOfOrder += 1;
    this.next.set(subject, expected + 1);
  }
}

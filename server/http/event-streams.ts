// Streams of events, open for as long as somebody listens. Each reads on from where it is, whenever something was appended: what a slow listener
// has not taken stays in the database, not in memory.

import { once } from 'node:events';
import type { PortfolioId } from '@throughline/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../db/connect.ts';
import { sequenceOf, toCloudEvent } from '../events/rules-envelope.ts';
import { eventsAfter, eventsChannel } from '../events/store.ts';
import { limits } from '../limits.ts';
import { masked, masks } from './masked.ts';

interface Listening {
  portfolioId: PortfolioId;
  /** Of the last that was told. */
  position: number;
  /** Whether backend ids may be told. */
  accounts: boolean;
}

export interface EventStreams {
  full(): boolean;
  open(request: FastifyRequest, reply: FastifyReply, listening: Listening): void;
  close(): Promise<void>;
}

const heartbeatMs = 15_000;
/** As often as it looks where nothing was rung: a notification may be lost with its connection. */
const lookAgainMs = 1_000;

export async function eventStreams(db: Database, report: (error: unknown) => void): Promise<EventStreams> {
  const open = new Set<{ wake: () => void; end: () => void }>();
  const subscription = await db.listen(eventsChannel, () => {
    for (const stream of open) stream.wake();
  });
  return {
    full: () => open.size >= limits.eventListeners,
    open: (request, reply, listening) => {
      const response = reply.raw;
      const cookies = reply.getHeader('set-cookie');
      reply.hijack();
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        ...(cookies !== undefined && { 'set-cookie': cookies as string | string[] }),
      });
      response.write(': welcome\n\n');
      const hides = masks(request);
      let rouse = () => {};
      let woken = false;
      const stream = {
        wake: () => {
          woken = true;
          rouse();
        },
        end: () => response.end(),
      };
      const rest = () =>
        new Promise<void>((resolve) => {
          if (woken) return resolve();
          const timer = setTimeout(resolve, lookAgainMs);
          rouse = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      const heart = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
      open.add(stream);
      response.on('close', () => {
        open.delete(stream);
        clearInterval(heart);
        rouse();
      });
      const run = async () => {
        let { position } = listening;
        while (open.has(stream)) {
          woken = false;
          const rows = await eventsAfter(db, listening.portfolioId, { after: position, limit: limits.liveBatch });
          for (const row of rows) {
            const event = toCloudEvent(row, listening);
            const data = JSON.stringify(hides ? masked(event) : event);
            const taken = response.write(`id: ${sequenceOf(row.position)}\nevent: ${row.type}\ndata: ${data}\n\n`);
            if (!taken && open.has(stream)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
          }
          position = rows.at(-1)?.position ?? position;
          if (rows.length === 0) await rest();
        }
      };
      run().catch((error) => {
        report(error);
        response.end();
      });
    },
    close: async () => {
      await subscription.unlisten();
      for (const stream of open) stream.end();
    },
  };
}

// Server-sent events: what the desk should look at again. The cursor is the event's id, so a browser that reconnects resumes.

import type { ServerResponse } from 'node:http';
import type { Change } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { after, type ChangeRow, changesChannel, latestCursor, reaches } from '../changes/store.ts';
import type { Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { sentence } from '../words/sentence.ts';
import { actorOf, type Guard } from './auth.ts';
import { ProblemError } from './problems.ts';

const lookAgainMs = 200;
const heartbeatMs = 15_000;

interface Listener {
  response: ServerResponse;
  portfolios: readonly PortfolioId[] | 'all';
  /** A person's, or a key's. */
  actorId: string;
  cursor: string;
  /** Rows that came while it was still catching up; null once it has. */
  waiting: ChangeRow[] | null;
}

export interface Live {
  listeners(): number;
  /** Something that is over in seconds, to whoever listens now and may see this portfolio; in the words for each of them. */
  tell(portfolioId: string, wordsFor: (actorId: string) => string): void;
  close(): Promise<void>;
}

export async function liveDoor(plain: FastifyInstance, { db, guard }: { db: Database; guard: Guard }): Promise<Live> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const listeners = new Set<Listener>();
  let cursor = await latestCursor(db);
  let looking = false;
  let failing = false;

  /** One look for all listeners, whoever woke us; a change hidden behind an older transaction is found at a later look. */
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (
        let rows = await after(db, cursor, limits.liveBatch);
        rows.length > 0;
        rows = await after(db, cursor, limits.liveBatch)
      ) {
        cursor = rows.at(-1)?.cursor ?? cursor;
        for (const listener of listeners) listener.waiting ? listener.waiting.push(...rows) : send(listener, rows);
      }
      failing = false;
    } catch (error) {
      // Once per outage: it looks again several times a second.
      if (!failing) app.log.warn({ event: 'live_look_failed', error: error instanceof Error ? error.name : 'unknown' });
      failing = true;
    } finally {
      looking = false;
    }
  }

  const subscription = await db.listen(changesChannel, () => void look());
  const clock = setInterval(() => void look(), lookAgainMs);
  const heart = setInterval(() => {
    for (const { response } of listeners) response.write(': still here\n\n');
  }, heartbeatMs);

  app.get(
    '/api/v1/live',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Live'],
        summary: 'Server-sent events: what changed',
        querystring: z.object({
          after: z.string().optional().describe('Where to begin, as `liveFrom` of `/me` says it.'),
        }),
      },
    },
    async (request, reply) => {
      if (listeners.size >= limits.liveListeners)
        throw new ProblemError(503, 'too_many_listeners', sentence('problem.too_many_listeners'));
      // A browser that resumes says what it heard last; its address still says where it once began.
      const known = request.headers['last-event-id'] ?? request.query.after;
      const resumes = typeof known === 'string' && (await reaches(db, known));
      const listener: Listener = {
        response: reply.raw,
        portfolios: actorOf(request).portfolios,
        actorId: actorOf(request).id,
        cursor: resumes ? known : await latestCursor(db),
        waiting: [],
      };
      const cookies = reply.getHeader('set-cookie');
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        ...(cookies !== undefined && { 'set-cookie': cookies as string | string[] }),
      });
      reply.raw.write(known !== undefined && !resumes ? 'event: reset\ndata: {}\n\n' : ': welcome\n\n');
      listeners.add(listener);
      reply.raw.on('close', () => listeners.delete(listener));
      await catchUp(db, listener);
    },
  );

  return {
    listeners: () => listeners.size,
    tell: (portfolioId, wordsFor) => {
      for (const { response, portfolios, actorId } of listeners)
        if (portfolios === 'all' || portfolios.some((id) => id === portfolioId)) response.write(wordsFor(actorId));
    },
    close: async () => {
      clearInterval(clock);
      clearInterval(heart);
      await subscription.unlisten();
      for (const { response } of listeners) response.end();
    },
  };
}

async function catchUp(db: Database, listener: Listener): Promise<void> {
  for (
    let rows = await after(db, listener.cursor, limits.liveBatch);
    rows.length > 0;
    rows = await after(db, listener.cursor, limits.liveBatch)
  )
    send(listener, rows);
  const came = listener.waiting ?? [];
  listener.waiting = null;
  send(listener, came);
}

function send(listener: Listener, rows: readonly ChangeRow[]): void {
  const { portfolios, actorId } = listener;
  const own = rows.filter(
    (row) =>
      isAfter(row.cursor, listener.cursor) &&
      (portfolios === 'all' || portfolios.includes(row.portfolioId)) &&
      (row.kind !== 'mention' || row.subjectId === actorId),
  );
  const last = rows.at(-1)?.cursor;
  const text = own
    .map((row) => `id: ${row.cursor}\nevent: change\ndata: ${JSON.stringify(changeOf(row))}\n\n`)
    .join('');
  if (text !== '') listener.response.write(text);
  if (last && isAfter(last, listener.cursor)) listener.cursor = last;
}

function changeOf(row: ChangeRow): Change {
  return { kind: row.kind, id: row.subjectId, ...(row.contactId && { contactId: row.contactId }) };
}

function isAfter(a: string, b: string): boolean {
  const [txA = '0', idA = '0'] = a.split('.');
  const [txB = '0', idB = '0'] = b.split('.');
  return BigInt(txA) > BigInt(txB) || (txA === txB && BigInt(idA) > BigInt(idB));
}

// Who is in a thread now: desks say it every few seconds, and hear over the live stream when it changes.

import { type Presence, Problem, SayPresence, Presence as Shape } from '@throughline/contract';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { announce, presenceChannel, readBeat } from '../presence/channel.ts';
import { forget, hear, type Presences, presentIn } from '../presence/rules-presence.ts';
import { threadPlace } from '../views/thread-place.ts';
import { actorOf, type Guard } from './auth.ts';
import type { Live } from './live.ts';
import { notFound } from './problems.ts';

interface Parts {
  db: Database;
  guard: Guard;
  live: Live;
}

const sweepMs = 1_000;

export async function presenceDoor(plain: FastifyInstance, { db, guard, live }: Parts): Promise<() => Promise<void>> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const presences: Presences = new Map();
  const present = (conversationId: string, actorId: string): Presence => ({
    conversationId,
    people: presentIn(presences, conversationId, actorId),
  });
  const tell = ({ conversationId, portfolioId }: { conversationId: string; portfolioId: string }) =>
    live.tell(
      portfolioId,
      (actorId) => `event: presence\ndata: ${JSON.stringify(present(conversationId, actorId))}\n\n`,
    );
  const subscription = await db.listen(presenceChannel, (text) => {
    const beat = text === undefined ? undefined : readBeat(text);
    if (beat && hear(presences, beat, { now: Date.now(), forgetMs: limits.presenceForgetMs })) tell(beat);
  });
  const clock = setInterval(() => {
    for (const one of forget(presences, Date.now())) tell(one);
  }, sweepMs);

  app.post(
    '/api/v1/conversations/:id/presence',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Live'],
        summary: 'You have a thread open, or are writing in it',
        description: 'Say it again every ten seconds; what is not said again is forgotten. Answers who else is there.',
        params: z.object({ id: z.uuid() }),
        body: SayPresence,
        response: { 200: Shape, '4xx': Problem },
      },
    },
    async (request) => {
      const { id: userId, name, portfolios } = actorOf(request);
      const thread = await threadPlace(db, portfolios, request.params.id);
      if (!thread) throw notFound('conversation');
      const { portfolioId, conversationId } = thread;
      await announce(db, { portfolioId, conversationId, userId, name, ...request.body });
      return present(conversationId, userId);
    },
  );

  return async () => {
    clearInterval(clock);
    await subscription.unlisten();
  };
}

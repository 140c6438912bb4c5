// For those who run the place: parked items and business numbers.

import { BusinessNumber, ListOrphans, ListParked, Orphan, Parked, Problem, page } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { replayParked } from '../../flows/replay-parked.ts';
import { parkedPage } from '../../inbox/store.ts';
import { listNumbers } from '../../views/business-numbers.ts';
import { listOrphans } from '../../views/orphans.ts';
import { pageOf, readCursor } from '../../views/paging.ts';
import { retell } from '../../words/say.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

const params = z.object({ id: z.uuid() });

export const operations: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, wakeInbox }) => {
  app.get(
    '/business-numbers',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Business numbers'],
        summary: 'Numbers of ours',
        response: { 200: page(BusinessNumber), '4xx': Problem },
      },
    },
    async (request) => {
      return { data: await listNumbers(db, actorOf(request).portfolios), next: null };
    },
  );

  app.get(
    '/parked',
    {
      ...guard('parked:read'),
      schema: {
        tags: ['Parked'],
        summary: 'Webhook items that could not be applied',
        querystring: ListParked,
        response: { 200: page(Parked), '4xx': Problem },
      },
    },
    async (request) => {
      const { limit, state, cursor } = request.query;
      const after = readCursor<[string, string]>(cursor, ['time', 'id']);
      const before = after && { at: after[0], id: after[1] };
      const rows = await parkedPage(db, { portfolios: actorOf(request).portfolios, state, before, limit: limit + 1 });
      return pageOf(
        rows,
        limit,
        (last) => [last.parkedAt.toISOString(), last.id],
        (row) => ({
          ...row,
          receivedAt: row.receivedAt.toISOString(),
          parkedAt: row.parkedAt.toISOString(),
          detail: retell(viewerOf(request), row.detail),
        }),
      );
    },
  );

  app.get(
    '/orphans',
    {
      ...guard('parked:read'),
      schema: {
        tags: ['Parked'],
        summary: 'Receipts for messages that were not sent here',
        querystring: ListOrphans,
        response: { 200: page(Orphan), '4xx': Problem },
      },
    },
    async (request) => await listOrphans(db, viewerOf(request), request.query),
  );

  app.post(
    '/parked/:id/replay',
    {
      ...guard('parked:replay'),
      schema: {
        tags: ['Parked'],
        summary: 'Put a parked item through the door again',
        params,
        response: { 202: z.object({ id: z.uuid(), state: z.literal('replayed') }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const actor = actorOf(request);
      const outcome = await inTransaction(db, async (tx) => {
        const replayed = await replayParked(tx, id, actor.portfolios);
        if (replayed === 'replayed')
          await noteAct(tx, actor, { act: 'parked_replayed', subject: { kind: 'parked', id } });
        return replayed;
      });
      if (outcome === 'unknown') throw notFound('parked');
      if (outcome === 'replayed_before')
        throw new ProblemError(409, 'already_replayed', sentence('problem.already_replayed'));
      wakeInbox();
      return reply.code(202).send({ id, state: 'replayed' as const });
    },
  );
};

// The work on conversations: queues, and whose they are until when.

import {
  ChangedWork,
  ChangeManyWork,
  ChangeWork,
  ConversationDetail,
  Problem,
  QueueCounts,
} from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction } from '../../db/connect.ts';
import { type ChangeOutcome, changeWork, type WorkChange } from '../../flows/change-work.ts';
import { conversationDetail } from '../../views/conversation-detail.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { queueCounts } from '../../views/queues.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { personIn } from '../person.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

const params = z.object({ id: z.uuid() });

export const work: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  app.get(
    '/queues',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Work'],
        summary: 'How many conversations stand in each queue',
        response: { 200: QueueCounts, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { portfolios, scopes } = actor;
      return await queueCounts(db, { portfolios, me: personIn(actor)?.id, reviews: scopes.has('reviews:read') });
    },
  );

  app.patch(
    '/conversations/:id',
    {
      ...guard('conversations:manage'),
      schema: {
        tags: ['Work'],
        summary: 'Assign, snooze, resolve, reopen or rank a conversation',
        description: 'What is left out stays as it is. The same again changes nothing.',
        params,
        body: ChangeWork,
        response: { 200: ConversationDetail, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params;
      if (!(await conversationById(db, viewerOf(request), id))) throw notFound('conversation');
      await change(actor, [id], request.body);
      const found = await conversationById(db, viewerOf(request), id);
      if (!found) throw notFound('conversation');
      return await conversationDetail(db, found, tools.clock());
    },
  );

  app.post(
    '/conversations/work',
    {
      ...guard('conversations:manage'),
      schema: {
        tags: ['Work'],
        summary: 'The same for many conversations at once',
        description: 'What is left out stays as it is. The same again changes nothing.',
        body: ChangeManyWork,
        response: { 200: ChangedWork, '4xx': Problem },
      },
    },
    async (request) => {
      const { conversations, ...body } = request.body;
      return { changed: await change(actorOf(request), conversations, body) };
    },
  );

  async function change(actor: Actor, ids: readonly string[], body: ChangeWork): Promise<number> {
    const { snoozedUntil, ...rest } = body;
    const wanted: WorkChange = { ...rest, ...(snoozedUntil && { snoozedUntil: Date.parse(snoozedUntil) }) };
    const by = { id: personIn(actor)?.id ?? null, name: actor.name };
    const changing = { ids, portfolios: actor.portfolios, change: wanted, by };
    const outcome = await inTransaction(db, (tx) => changeWork(tx, changing, tools));
    if (outcome.kind !== 'changed') throw refusal(outcome);
    return outcome.count;
  }
};

function refusal({ kind }: Exclude<ChangeOutcome, { kind: 'changed' }>): ProblemError {
  switch (kind) {
    case 'no_such_assignee':
      return new ProblemError(422, kind, sentence('problem.no_such_assignee'));
    case 'no_such_team':
      return new ProblemError(422, kind, sentence('problem.no_such_team'));
    case 'snooze_out_of_range':
      return new ProblemError(422, kind, sentence('problem.snooze_out_of_range'));
  }
}

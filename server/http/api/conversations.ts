// Threads: list, read, answer.

import {
  Conversation,
  ConversationDetail,
  ListConversations,
  ListItems,
  type MessageItem as Message,
  MessageItem,
  Problem,
  page,
  SendReply,
  StartConversation,
  type TimelineItem as TimelineItemShape,
  TimelinePage,
} from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction, type Transaction } from '../../db/connect.ts';
import { markRead } from '../../flows/mark-read.ts';
import { sendReply } from '../../flows/send-reply.ts';
import { showTyping } from '../../flows/show-typing.ts';
import { type StartOutcome, startConversation } from '../../flows/start-conversation.ts';
import { usableNumber } from '../../views/business-numbers.ts';
import { conversationDetail } from '../../views/conversation-detail.ts';
import { type ConversationFound, conversationById, listConversations } from '../../views/conversation-list.ts';
import { messageById, timeline, timelineAround } from '../../views/timeline.ts';
import { sentence } from '../../words/sentence.ts';
import { type Viewer, within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { messageProblem } from '../message-problems.ts';
import { personIn } from '../person.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
export const conversations: FastifyPluginAsyncZod<ApiDoor> = async (
  app,
  { db, tools, policy, guard, wakeSender, mediaUrl, wakeErrands, wakeMedia },
) => {
  const find = async (id: string, viewer: Viewer): Promise<ConversationFound> => {
    const found = await conversationById(db, viewer, id);
    if (!found) throw notFound('conversation');
    return found;
  };
  const detail = (found: ConversationFound) => conversationDetail(db, found, tools.clock());

  app.get(
    '/conversations',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Conversations'],
        summary: 'List threads, by queue and order',
        querystring: ListConversations,
        response: { 200: page(Conversation), '4xx': Problem },
      },
    },
    async (request) => {
      const { id: userId } = actorOf(request);
      return await listConversations(db, viewerOf(request), { ...request.query, userId });
    },
  );

  app.get(
    '/conversations/:id',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Conversations'],
        summary: 'One thread, and where a reply in it will go',
        params,
        response: { 200: ConversationDetail, '4xx': Problem },
      },
    },
    async (request) => detail(await find(request.params.id, viewerOf(request))),
  );

  app.get(
    '/conversations/:id/messages',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Conversations'],
        summary: 'Messages, calls and notices, in timeline order',
        params,
        querystring: ListItems,
        response: { 200: TimelinePage, '4xx': Problem },
      },
    },
    async (request) => {
      const found = await find(request.params.id, viewerOf(request));
      const { around, at, limit, cursor } = request.query;
      const jumps = cursor === undefined && (around !== undefined || at !== undefined);
      const answer = jumps
        ? await timelineAround(db, found, { around, at, limit })
        : await timeline(db, found, request.query);
      if (!answer) throw notFound('message');
      return { ...answer, data: answer.data.map((item) => linked(item, (id) => mediaUrl(found.portfolioId, id))) };
    },
  );

  app.post(
    '/conversations/:id/messages',
    {
      ...guard('conversations:reply'),
      schema: {
        tags: ['Messages'],
        summary: 'Reply in a thread',
        params,
        headers: idempotency,
        body: SendReply,
        response: { 202: MessageItem, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const content = request.body;
      const sending = {
        conversationId: id,
        portfolios: actor.portfolios,
        content,
        author: actor.name,
        agent: personIn(actor),
      };
      const message = await once(db, { request, asks: { id, content } }, (tx) =>
        queuedMessage(tx, viewerOf(request), sendReply(tx, sending, tools)),
      );
      wakeSender();
      if (message.media) wakeMedia();
      return reply.code(202).send(message);
    },
  );

  app.post(
    '/messages',
    {
      ...guard('messages:start'),
      schema: {
        tags: ['Messages'],
        summary: 'Begin a conversation, by phone',
        headers: idempotency,
        body: StartConversation,
        response: { 202: MessageItem, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { from, to, ...content } = request.body;
      const number = await usableNumber(db, actor.portfolios, from);
      if (!number)
        throw new ProblemError(422, 'number_unknown', sentence('problem.number_unknown'), {
          errors: [
            {
              field: 'from',
              problem: sentence('field.business_number'),
            },
          ],
        });
      const start = { from: number, to, content, author: actor.name, agent: personIn(actor) };
      const message = await once(db, { request, asks: request.body }, (tx) =>
        queuedMessage(tx, viewerOf(request), startConversation(tx, start, { policy, tools })),
      );
      wakeSender();
      return reply.code(202).send(message);
    },
  );

  app.post(
    '/conversations/:id/read',
    {
      ...guard('conversations:manage'),
      schema: {
        tags: ['Conversations'],
        summary: 'Mark as read',
        description: 'The customer sees it too, unless the policy says otherwise.',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { portfolioId, conversation } = await find(request.params.id, viewerOf(request));
      const { id, contactId, businessNumber } = conversation;
      const read = { id, contactId, phoneNumberId: businessNumber.id };
      if (await inTransaction(db, (tx) => markRead(tx, portfolioId, read, tools))) wakeErrands();
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/conversations/:id/typing',
    {
      ...guard('conversations:reply'),
      schema: {
        tags: ['Conversations'],
        summary: 'Show the customer that somebody is writing',
        description:
          'For 25 seconds, or until the answer; ask again while writing goes on. Shown together with blue ticks, so not where the policy leaves those out.',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const asked = { conversationId: request.params.id, portfolios: actorOf(request).portfolios };
      const outcome = await inTransaction(db, (tx) => showTyping(tx, asked, tools));
      if (outcome.kind === 'no_conversation' || outcome.kind === 'window_closed') throw messageProblem(outcome);
      if (outcome.kind === 'owed') wakeErrands();
      return reply.code(204).send(null);
    },
  );
};

/** With a link to its file, where it has one that is here. */
function linked<Item extends TimelineItemShape>(item: Item, urlOf: (mediaId: string) => string): Item {
  if (item.kind !== 'message' || item.media?.state !== 'ready') return item;
  return { ...item, media: { ...item.media, url: urlOf(item.media.id) } };
}

async function queuedMessage(tx: Transaction, viewer: Viewer, work: Promise<StartOutcome>): Promise<Message> {
  const outcome = await work;
  if (outcome.kind !== 'queued') throw messageProblem(outcome);
  const found = await conversationById(tx, within(viewer, outcome.portfolioId), outcome.conversationId);
  const queued = found && (await messageById(tx, found, outcome.messageId));
  if (!queued) throw new Error('A message just queued is not there.');
  return queued;
}

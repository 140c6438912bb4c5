// Sending: how it goes, and what a person decides about single messages: send again, take back.

import { MessageItem, Problem, page, Sending } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { type ResendOutcome, resendMessage } from '../../flows/resend-message.ts';
import { undoMessage } from '../../flows/undo-message.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { sending as sendingView } from '../../views/sending.ts';
import { messageById } from '../../views/timeline.ts';
import { sentence } from '../../words/sentence.ts';
import { within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { messageProblem } from '../message-problems.ts';
import { personIn } from '../person.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid(), messageId: z.uuid() });

export const sending: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeSender }) => {
  app.get(
    '/sending',
    {
      ...guard('sending:read'),
      schema: {
        tags: ['Messages'],
        summary: 'How sending goes, by business number',
        response: { 200: page(Sending), '4xx': Problem },
      },
    },
    async (request) => ({ data: await sendingView(db, viewerOf(request)), next: null }),
  );

  app.post(
    '/conversations/:id/messages/:messageId/resend',
    {
      ...guard('conversations:reply'),
      schema: {
        tags: ['Messages'],
        summary: 'Send again what failed or was lost',
        description:
          'Makes a new message; the old one stays, and shows what becomes of it should word of it come after all. For a message whose fate is unknown the person who asks decides that a second copy is better than none.',
        params,
        headers: idempotency,
        response: { 202: MessageItem, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id, messageId } = request.params;
      const asking = {
        conversationId: id,
        messageId,
        portfolios: actor.portfolios,
        author: actor.name,
        agent: personIn(actor),
      };
      const message = await once(db, { request, asks: { id, messageId, resend: true } }, async (tx) => {
        const outcome = await resendMessage(tx, asking, tools);
        if (outcome.kind !== 'queued') throw resendProblem(outcome);
        const found = await conversationById(
          tx,
          within(viewerOf(request), outcome.portfolioId),
          outcome.conversationId,
        );
        const queued = found && (await messageById(tx, found, outcome.messageId));
        if (!queued) throw new Error('A message just queued is not there.');
        return queued;
      });
      wakeSender();
      return reply.code(202).send(message);
    },
  );

  app.delete(
    '/conversations/:id/messages/:messageId',
    {
      ...guard('conversations:reply'),
      schema: {
        tags: ['Messages'],
        summary: 'Take back a message that is still queued',
        description: 'One that was held for that (`delayMs`) leaves no trace in the thread.',
        params,
        response: { 200: MessageItem, '4xx': Problem },
      },
    },
    async (request) => {
      const { id, messageId } = request.params;
      const found = await conversationById(db, viewerOf(request), id);
      const message = found && (await messageById(db, found, messageId));
      if (!found || message?.conversationId !== found.conversation.id) throw notFound('message');
      if (message.status === 'cancelled') return message;
      const place = { id: messageId, conversationId: found.conversation.id };
      const outcome = await inTransaction(db, (tx) => undoMessage(tx, found.portfolioId, place, tools));
      if (outcome === 'too_late') throw new ProblemError(409, 'not_queued', sentence('problem.not_queued'));
      const now = await messageById(db, found, messageId);
      if (!now) throw notFound('message');
      return now;
    },
  );
};

function resendProblem(outcome: Exclude<ResendOutcome, { kind: 'queued' }>): ProblemError {
  switch (outcome.kind) {
    case 'no_message':
      return notFound('message');
    case 'resent_before':
      return new ProblemError(409, 'resent_before', sentence('problem.resent_before', { id: outcome.as }));
    case 'too_early':
      return new ProblemError(409, 'word_may_come', sentence('problem.word_may_come', { at: new Date(outcome.at) }), {
        allowed: ['wait'],
      });
    case 'not_lost':
      return new ProblemError(409, 'not_lost', sentence('problem.not_lost', { status: outcome.status }));
    default:
      return messageProblem(outcome);
  }
}

// Asking people for their number.

import { AskNumber, NumberRequest, Problem, page } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AskingOutcome, askNumber } from '../../flows/ask-number.ts';
import { contactById } from '../../views/contacts.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { askingWords, requestShownById, requestsShown } from '../../views/number-asking.ts';
import { sentence } from '../../words/sentence.ts';
import { within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { messageProblem } from '../message-problems.ts';
import { personIn } from '../person.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });

export const numberRequests: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeSender }) => {
  app.post(
    '/conversations/:id/number-requests',
    {
      ...guard('conversations:reply'),
      schema: {
        tags: ['Conversations'],
        summary: 'Ask the person for their number',
        description:
          'In the open window by a message with the share button, outside it by a template that has one. Nobody is asked while an answer is awaited, nor twice within 30 days.',
        params,
        headers: idempotency,
        body: AskNumber,
        response: { 202: NumberRequest, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const { text, template } = request.body;
      const asking = {
        conversationId: id,
        portfolios: actor.portfolios,
        text,
        template,
        author: actor.name,
        agent: personIn(actor),
      };
      const asks = { call: 'number-request', id, body: request.body };
      const made = await once(db, { request, asks }, async (tx) => {
        const outcome = await askNumber(tx, asking, tools);
        if (outcome.kind !== 'asked') throw refusal(outcome);
        const { portfolioId, requestId } = outcome;
        const found = await conversationById(tx, within(viewerOf(request), portfolioId), id);
        const contactId = found?.conversation.contactId ?? '';
        const shown = await requestShownById(tx, portfolioId, { id: requestId, contactId });
        if (!shown) throw new Error('A question just asked is not there.');
        return shown;
      });
      wakeSender();
      return reply.code(202).send(made);
    },
  );

  app.get(
    '/contacts/:id/number-requests',
    {
      ...guard('contacts:read'),
      schema: {
        tags: ['Contacts'],
        summary: 'When this person was asked for their number, and what came of it',
        params,
        response: { 200: page(NumberRequest), '4xx': Problem },
      },
    },
    async (request) => {
      const found = await contactById(db, viewerOf(request), request.params.id);
      if (!found) throw notFound('contact');
      return { data: await requestsShown(db, found), next: null };
    },
  );
};

function refusal(outcome: Exclude<AskingOutcome, { kind: 'asked' }>): ProblemError {
  switch (outcome.kind) {
    case 'no_conversation':
    case 'needs_phone':
      return messageProblem(outcome);
    case 'refused':
      return messageProblem(outcome.refusal);
    case 'may_not': {
      const { why, again } = outcome.asking;
      const text = askingWords(outcome.asking, undefined);
      const detail =
        again === null
          ? sentence('asking.refused', { why: text })
          : sentence('asking.refused.again', { why: text, again: new Date(again) });
      return new ProblemError(409, why ?? 'may_not_ask', detail);
    }
  }
}

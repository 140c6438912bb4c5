// Ready answers: take one, keep one.

import { CannedReply, ListCannedReplies, Problem, page, SaveCannedReply } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { addCanned, changeCanned, noteUse, removeCanned, type Saving } from '../../canned-replies/store.ts';
import { inTransaction } from '../../db/connect.ts';
import { cannedFor, listCanned, type Taker } from '../../views/canned-replies.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Canned replies'];

export const cannedReplies: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const saving = (actor: Actor, id: string, body: z.infer<typeof SaveCannedReply>): Saving => {
    const { scope, teamId, shortcut, title, body: text } = body;
    if (scope !== 'me' && !actor.scopes.has('canned-replies:manage')) throw notForEverybody();
    const ownerId = scope === 'me' ? actor.id : null;
    return { id, scope, teamId, ownerId, shortcut, title, body: text, by: actor.name, at: tools.clock() };
  };
  const toChange = async (actor: Actor, id: string) => {
    const canned = await cannedFor(db, takerOf(actor), id);
    if (!canned) throw notFound('canned reply');
    if (!canned.mayChange) throw notForEverybody();
    return canned;
  };

  app.get(
    '/canned-replies',
    {
      ...guard('canned-replies:read'),
      schema: {
        tags,
        summary: 'Ready answers you can take, those taken often first',
        description: `Placeholders are filled by whoever takes one: ${placeholders}.`,
        querystring: ListCannedReplies,
        response: { 200: page(CannedReply), '4xx': Problem },
      },
    },
    async (request) => ({ data: await listCanned(db, takerOf(actorOf(request)), request.query), next: null }),
  );

  app.post(
    '/canned-replies',
    {
      ...guard('canned-replies:write'),
      schema: {
        tags,
        summary: 'Keep a ready answer',
        headers: idempotency,
        body: SaveCannedReply,
        response: { 201: CannedReply, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const one = saving(actor, tools.newId(), request.body);
      const kept = await once(db, { request, asks: { canned: request.body } }, async (tx) => {
        if (!(await addCanned(tx, one))) throw taken(one.shortcut);
        const now = await cannedFor(tx, { ...takerOf(actor), manages: true }, one.id);
        if (!now) throw new Error('A canned reply just kept is not there.');
        return now;
      });
      return reply.code(201).send(kept);
    },
  );

  app.put(
    '/canned-replies/:id',
    {
      ...guard('canned-replies:write'),
      schema: {
        tags,
        summary: 'Change a ready answer',
        params,
        body: SaveCannedReply,
        response: { 200: CannedReply, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = await toChange(actor, request.params.id);
      const one = saving(actor, id, request.body);
      if (!(await inTransaction(db, (tx) => changeCanned(tx, one)))) throw taken(one.shortcut);
      return await toChange(actor, id);
    },
  );

  app.delete(
    '/canned-replies/:id',
    {
      ...guard('canned-replies:write'),
      schema: { tags, summary: 'Remove a ready answer', params, response: { 204: z.null(), '4xx': Problem } },
    },
    async (request, reply) => {
      const { id } = await toChange(actorOf(request), request.params.id);
      await inTransaction(db, (tx) => removeCanned(tx, id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/canned-replies/:id/used',
    {
      ...guard('canned-replies:read'),
      schema: {
        tags,
        summary: 'You took it into an answer',
        description: 'What is taken often comes first.',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await cannedFor(db, takerOf(actorOf(request)), id))) throw notFound('canned reply');
      await inTransaction(db, (tx) => noteUse(tx, { id, at: tools.clock() }));
      return reply.code(204).send(null);
    },
  );
};

const placeholders =
  '{{contact.name}}, {{contact.identifier}}, {{contact.phone}}, {{agent.name}}, {{business.name}}, {{business.number}}; {{contact.name|there}} says what stands in where it is not known';

function takerOf(actor: Actor): Taker {
  return {
    userId: actor.id,
    manages: actor.scopes.has('canned-replies:manage'),
    writes: actor.scopes.has('canned-replies:write'),
  };
}

function taken(shortcut: string): ProblemError {
  return new ProblemError(409, 'shortcut_taken', sentence('problem.shortcut_taken', { shortcut }), {
    errors: [{ field: 'shortcut', problem: sentence('field.other_shortcut') }],
  });
}

function notForEverybody(): ProblemError {
  return new ProblemError(403, 'shared_reply', sentence('problem.shared_reply'), { allowed: ['scope_me'] });
}

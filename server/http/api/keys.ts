// API keys: which there are, made and ended.

import { CreateKey, Key, KeyCreated, Problem, page } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createKey, keyById, keyShown, listKeys, revokeKey } from '../../access/keys.ts';
import { inTransaction, type Reader } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { whichPortfolio } from '../../views/policy.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';

const tags = ['API keys'];

export const keys: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, tools }) => {
  const now = () => new Date(tools.clock());
  const shown = async (reader: Reader, id: string) => {
    const row = await keyById(reader, id);
    if (!row) throw notFound('key');
    return keyShown(row, now());
  };

  app.get(
    '/keys',
    {
      ...guard('keys:read'),
      schema: {
        tags,
        summary: 'Every key ever made, the ended ones too; never the keys themselves',
        response: { 200: page(Key), '4xx': Problem },
      },
    },
    async () => ({ data: (await listKeys(db)).map((row) => keyShown(row, now())).toReversed(), next: null }),
  );

  app.post(
    '/keys',
    {
      ...guard('keys:manage'),
      schema: {
        tags,
        summary: 'Make a key; it is in this answer and nowhere else',
        description:
          'Takes no Idempotency-Key: an answer kept for repeating would be a second place where the key can be read.',
        body: CreateKey,
        response: { 201: KeyCreated, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, role, portfolios: named, expiresAt } = request.body;
      if (actor.portfolios !== 'all' && named === undefined) throw beyond();
      const found = await Promise.all((named ?? []).map((id) => whichPortfolio(db, actor.portfolios, id)));
      const portfolios = found.map((one) => {
        if (one.kind !== 'found') throw beyond();
        return one.portfolioId;
      });
      if (expiresAt !== undefined && Date.parse(expiresAt) <= tools.clock())
        throw new ProblemError(422, 'already_over', sentence('problem.already_over'), {
          errors: [{ field: 'expiresAt', problem: sentence('field.ahead') }],
        });
      const made = await inTransaction(db, async (tx) => {
        const { id, key } = await createKey(tx, {
          name,
          role,
          ...(named !== undefined && { portfolios }),
          ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }),
        });
        await noteAct(tx, actor, {
          act: 'key_created',
          subject: { kind: 'key', id, name },
          detail: {
            role,
            portfolios: named === undefined ? 'all' : String(portfolios.length),
            expiresAt: expiresAt ?? null,
          },
        });
        return { key: await shown(tx, id), secret: key };
      });
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  app.delete(
    '/keys/:id',
    {
      ...guard('keys:manage'),
      schema: {
        tags,
        summary: 'End a key; within seconds it is refused everywhere',
        params: z.object({ id: z.uuid() }),
        response: { 200: Key, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params;
      return await inTransaction(db, async (tx) => {
        const { name } = await shown(tx, id);
        if (await revokeKey(tx, id))
          await noteAct(tx, actor, { act: 'key_revoked', subject: { kind: 'key', id, name } });
        return await shown(tx, id);
      });
    },
  );
};

function beyond(): ProblemError {
  return new ProblemError(422, 'portfolio_unknown', sentence('problem.key_portfolios'), {
    errors: [{ field: 'portfolios', problem: sentence('field.own_portfolios') }],
  });
}

// Webhooks: made, changed, paused, tested; their secrets; what became of their deliveries, and telling again.

import {
  ChangeSubscription,
  CreateSubscription,
  Delivery,
  ListDeliveries,
  Problem,
  page,
  Replay,
  Replayed,
  Subscription,
  SubscriptionCreated,
} from '@throughline/contract';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction, type Transaction } from '../../db/connect.ts';
import {
  beginSubscription,
  changeSubscription,
  stopSubscription,
  testSubscription,
} from '../../flows/change-subscription.ts';
import { noteAct } from '../../flows/note-act.ts';
import { replayDeliveries, type WhatToReplay } from '../../flows/replay-deliveries.ts';
import { limits } from '../../limits.ts';
import { newSecret } from '../../subscriptions/secrets.ts';
import {
  removeSubscription,
  rotateSecret,
  type SubscriptionRow,
  subscriptionById,
  subscriptionsOf,
} from '../../subscriptions/store.ts';
import { listDeliveries, subscriptionView } from '../../views/subscriptions.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf, may } from '../auth.ts';
import { masks } from '../masked.ts';
import { notFound, ProblemError } from '../problems.ts';
import { assertMayBeCalled } from './addresses.ts';
import type { ApiDoor } from './door.ts';
import { portfolioOf } from './events.ts';
import { idempotency, once } from './once.ts';

const tags = ['Webhooks'];
const params = z.object({ id: z.uuid() });

export const subscriptions: FastifyPluginAsyncZod<ApiDoor> = async (
  app,
  { db, tools, guard, wakeEvents, networks },
) => {
  const found = async (request: FastifyRequest, id: string) => {
    const row = await subscriptionById(db, actorOf(request).portfolios, id);
    if (!row) throw notFound('subscription');
    return row;
  };
  /** Locked, and written down under the name of who changes it. */
  const changing = async <T>(
    request: FastifyRequest,
    id: string,
    work: (tx: Transaction, row: SubscriptionRow, actor: Actor) => Promise<T>,
  ): Promise<T> => {
    const actor = actorOf(request);
    const answer = await inTransaction(db, async (tx) => {
      const row = await subscriptionById(tx, actor.portfolios, id, { lock: true });
      if (!row) throw notFound('subscription');
      return await work(tx, row, actor);
    });
    wakeEvents();
    return answer;
  };
  const assertUrl = (url: string) => assertMayBeCalled(url, networks);
  /** Nobody has delivered elsewhere what they may not see themselves. */
  const assertSees = (request: FastifyRequest, accounts: boolean) => {
    if (accounts && !may(actorOf(request), 'identity:read'))
      throw new ProblemError(403, 'accounts_not_yours', sentence('problem.accounts_not_yours'));
    if (masks(request)) throw new ProblemError(403, 'numbers_masked', sentence('problem.numbers_masked'));
  };
  const now = () => new Date(tools.clock());

  app.get(
    '/subscriptions',
    {
      ...guard('subscriptions:read'),
      schema: { tags, summary: 'Every webhook', response: { 200: page(Subscription), '4xx': Problem } },
    },
    async (request) => {
      const rows = await subscriptionsOf(db, actorOf(request).portfolios);
      return { data: await Promise.all(rows.map((row) => subscriptionView(db, row))), next: null };
    },
  );

  app.post(
    '/subscriptions',
    {
      ...guard('subscriptions:manage'),
      schema: {
        tags,
        summary: 'Have what happens from now on delivered to an address; the secret is in this answer and nowhere else',
        description:
          'Takes no Idempotency-Key: an answer kept for repeating would be a second place where the secret can be read.',
        body: CreateSubscription,
        response: { 201: SubscriptionCreated, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, url, types, accounts, portfolio } = request.body;
      assertUrl(url);
      assertSees(request, accounts);
      const portfolioId = await portfolioOf(db, actor, portfolio);
      const secret = newSecret();
      const id = tools.newId();
      const made = await inTransaction(db, async (tx) => {
        if ((await subscriptionsOf(tx, [portfolioId])).length >= limits.subscriptions)
          throw new ProblemError(422, 'too_many_subscriptions', sentence('problem.too_many_subscriptions'));
        await beginSubscription(tx, { portfolioId, id, name, url, types, accounts, secret, at: now() }, actor);
        const row = await subscriptionById(tx, [portfolioId], id);
        if (!row) throw notFound('subscription');
        return await subscriptionView(tx, row);
      });
      wakeEvents();
      return reply.code(201).header('cache-control', 'no-store').send({ subscription: made, secret });
    },
  );

  app.get(
    '/subscriptions/:id',
    {
      ...guard('subscriptions:read'),
      schema: { tags, summary: 'One webhook', params, response: { 200: Subscription, '4xx': Problem } },
    },
    async (request) => await subscriptionView(db, await found(request, request.params.id)),
  );

  app.patch(
    '/subscriptions/:id',
    {
      ...guard('subscriptions:manage'),
      schema: {
        tags,
        summary: 'Change name, address, or what is told',
        params,
        body: ChangeSubscription,
        response: { 200: Subscription, '4xx': Problem },
      },
    },
    async (request) => {
      const { url, accounts } = request.body;
      if (url !== undefined) assertUrl(url);
      if (accounts !== undefined || url !== undefined) assertSees(request, accounts ?? false);
      return await changing(request, request.params.id, async (tx, row, actor) => {
        // Whoever sends it elsewhere sends along what it has.
        if (url !== undefined) assertSees(request, accounts ?? row.accounts);
        return await subscriptionView(tx, await changeSubscription(tx, row, request.body, actor));
      });
    },
  );

  app.delete(
    '/subscriptions/:id',
    {
      ...guard('subscriptions:manage'),
      schema: {
        tags,
        summary: 'Delete a webhook, with all that waits for it',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      await changing(request, request.params.id, async (tx, row, actor) => {
        await stopSubscription(tx, row, now());
        await removeSubscription(tx, row);
        const subject = { kind: 'webhook' as const, id: row.id, name: row.name };
        await noteAct(tx, actor, { act: 'webhook_deleted', portfolio: row.portfolioId, subject });
      });
      return reply.code(204).send(null);
    },
  );

  for (const [verb, state, summary] of [
    ['pause', 'paused', 'Stop delivering for now; what happens waits, for as long as events are kept'],
    ['resume', 'active', 'Go on delivering where it stopped, also after it was disabled'],
  ] as const)
    app.post(
      `/subscriptions/:id/${verb}`,
      {
        ...guard('subscriptions:manage'),
        schema: { tags, summary, params, response: { 200: Subscription, '4xx': Problem } },
      },
      async (request) =>
        await changing(request, (request.params as { id: string }).id, async (tx, row, actor) =>
          subscriptionView(tx, await changeSubscription(tx, row, { state }, actor)),
        ),
    );

  app.post(
    '/subscriptions/:id/rotate',
    {
      ...guard('subscriptions:manage'),
      schema: {
        tags,
        summary: 'Make another secret; for a day the one of before signs along',
        params,
        response: { 200: SubscriptionCreated, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const secret = newSecret();
      const subscription = await changing(request, request.params.id, async (tx, row, actor) => {
        await rotateSecret(tx, row, { secret, until: new Date(tools.clock() + limits.secretOverlapMs) });
        const subject = { kind: 'webhook' as const, id: row.id, name: row.name };
        await noteAct(tx, actor, { act: 'webhook_secret_rotated', portfolio: row.portfolioId, subject });
        const after = await subscriptionById(tx, [row.portfolioId], row.id);
        return await subscriptionView(tx, after ?? row);
      });
      return reply.header('cache-control', 'no-store').send({ subscription, secret });
    },
  );

  app.post(
    '/subscriptions/:id/test',
    {
      ...guard('subscriptions:manage'),
      schema: {
        tags,
        summary: 'Deliver a subscription.tested, as any event; what becomes of it is among the deliveries',
        params,
        response: { 202: z.object({ sent: z.literal(true) }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      await changing(request, request.params.id, async (tx, row) => {
        if (row.state !== 'active') throw new ProblemError(409, 'not_active', sentence('problem.not_active'));
        testSubscription(tx, row, tools.clock());
      });
      return reply.code(202).send({ sent: true as const });
    },
  );

  app.get(
    '/subscriptions/:id/deliveries',
    {
      ...guard('subscriptions:read'),
      schema: {
        tags,
        summary:
          'What became of each delivery, newest first. Those that were taken are kept for 7 days, the others for 30',
        params,
        querystring: ListDeliveries,
        response: { 200: page(Delivery), '4xx': Problem },
      },
    },
    async (request) => await listDeliveries(db, await found(request, request.params.id), request.query),
  );

  app.post(
    '/subscriptions/:id/replay',
    {
      ...guard('subscriptions:manage'),
      schema: {
        tags,
        summary: 'Deliver again: deliveries, events, or all of a time',
        description: 'An event keeps its id when it is delivered again. Up to 10,000 at once.',
        headers: idempotency,
        params,
        body: Replay,
        response: { 202: Replayed, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const { id } = request.params;
      const actor = actorOf(request);
      const answer = await once(db, { request, asks: { do: 'replay', id, ...body } }, async (tx) => {
        const row = await subscriptionById(tx, actor.portfolios, id, { lock: true });
        if (!row) throw notFound('subscription');
        const replayed = await replayDeliveries(tx, row, meant(body));
        await noteAct(tx, actor, {
          act: 'webhook_replayed',
          portfolio: row.portfolioId,
          subject: { kind: 'webhook', id, name: row.name },
          detail: { events: replayed.count },
        });
        return replayed;
      });
      wakeEvents();
      return reply.code(202).send(answer);
    },
  );
};

function meant({ deliveries, events, from, until, dead }: z.infer<typeof Replay>): WhatToReplay {
  if (deliveries) return { kind: 'deliveries', ids: deliveries };
  if (events) return { kind: 'events', ids: events };
  return { kind: 'time', from: new Date(from ?? 0), until: new Date(until ?? 0), dead: dead ?? false };
}

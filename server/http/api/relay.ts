// Integrations: other systems that speak Meta's own format. Made, changed, paused, asked whether they are there; their secrets; what each was told,
// with what was written anew in it.

import { randomBytes } from 'node:crypto';
import {
  ChangeIntegration,
  CreateIntegration,
  Integration,
  IntegrationCreated,
  IntegrationSecret,
  IntegrationToken,
  ListRelayDeliveries,
  Problem,
  page,
  RelayDelivery,
  Replayed,
  ReplayRelayed,
  Verified,
  VerifyIntegration,
} from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction, type Transaction } from '../../db/connect.ts';
import {
  type BothHalves,
  bothHalves,
  changeIntegration,
  endIntegration,
  makeIntegration,
  replaceIntegrationToken,
  rotateIntegrationSecret,
} from '../../flows/change-integration.ts';
import { noteAct } from '../../flows/note-act.ts';
import { replayDeliveries } from '../../flows/replay-deliveries.ts';
import { limits } from '../../limits.ts';
import { numbersOf } from '../../numbers/store.ts';
import { integrationById, integrationsOf, newToken, noteVerified } from '../../relay/store.ts';
import { judgeUrl } from '../../subscriptions/rules-networks.ts';
import { newSecret } from '../../subscriptions/secrets.ts';
import { subscriptionById, subscriptionsOf } from '../../subscriptions/store.ts';
import { integrationView, listRelayed } from '../../views/relay.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { masks } from '../masked.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { portfolioOf } from './events.ts';
import { idempotency, once } from './once.ts';

const tags = ['Relay'];
const params = z.object({ id: z.uuid() });
/** Of all times. */
const atTheEnd = new Date('9999-12-31');
const noKey =
  'Takes no Idempotency-Key: an answer kept for repeating would be a second place where the secret can be read.';

export const relay: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeEvents, networks, ask }) => {
  const found = async (request: FastifyRequest, id: string): Promise<BothHalves> => {
    const subscription = await subscriptionById(db, actorOf(request).portfolios, id, { purpose: 'relay' });
    const integration = subscription && (await integrationById(db, subscription));
    if (!integration) throw notFound('integration');
    return { subscription, integration };
  };
  const changing = async <T>(
    request: FastifyRequest,
    work: (tx: Transaction, both: BothHalves, actor: Actor) => Promise<T>,
  ): Promise<T> => {
    const actor = actorOf(request);
    const { id } = request.params as z.infer<typeof params>;
    const answer = await inTransaction(db, async (tx) => {
      const both = await bothHalves(tx, actor.portfolios, id);
      if (!both) throw notFound('integration');
      return await work(tx, both, actor);
    });
    wakeEvents();
    return answer;
  };
  const again = async (tx: Transaction, { subscription: { portfolioId, id } }: BothHalves) => {
    const subscription = await subscriptionById(tx, [portfolioId], id, { purpose: 'relay' });
    const integration = await integrationById(tx, { portfolioId, id });
    if (!subscription || !integration) throw notFound('integration');
    return await integrationView(tx, { subscription, integration });
  };
  const assertUrl = (url: string) => {
    const verdict = judgeUrl(url, networks);
    if (verdict.kind === 'ok') return;
    const problem = sentence(`problem.url_refused.${verdict.kind}`);
    throw new ProblemError(422, 'url_refused', problem, { errors: [{ field: 'url', problem }] });
  };
  /** Nobody has numbers delivered elsewhere that they may not see themselves. */
  const assertSees = (request: FastifyRequest) => {
    if (masks(request)) throw new ProblemError(403, 'numbers_masked', sentence('problem.numbers_masked'));
  };
  const assertNumbers = async (portfolioId: PortfolioId, named: readonly string[] | null | undefined) => {
    if (!named) return;
    const known = new Set((await numbersOf(db, portfolioId)).map(({ phoneNumberId }) => phoneNumberId));
    if (named.some((id) => !known.has(id))) throw notFound('business number');
  };
  const now = () => new Date(tools.clock());

  app.get(
    '/relay/integrations',
    {
      ...guard('relay:read'),
      schema: { tags, summary: 'Every integration', response: { 200: page(Integration), '4xx': Problem } },
    },
    async (request) => {
      const { portfolios } = actorOf(request);
      const rows = new Map((await integrationsOf(db, portfolios)).map((one) => [one.id, one]));
      const subscriptions = await subscriptionsOf(db, portfolios, 'relay');
      const data = subscriptions.flatMap((subscription) => {
        const integration = rows.get(subscription.id);
        return integration ? [integrationView(db, { subscription, integration })] : [];
      });
      return { data: await Promise.all(data), next: null };
    },
  );

  app.post(
    '/relay/integrations',
    {
      ...guard('relay:manage'),
      schema: {
        tags,
        summary: 'Make an integration; its access token and its secret are in this answer and nowhere else',
        description: noKey,
        body: CreateIntegration,
        response: { 201: IntegrationCreated, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { portfolio, ...asked } = request.body;
      assertUrl(asked.url);
      assertSees(request);
      const portfolioId = await portfolioOf(db, actor, portfolio);
      await assertNumbers(portfolioId, asked.numbers);
      const [token, secret, id] = [newToken(), newSecret(), tools.newId()];
      const integration = await inTransaction(db, async (tx) => {
        if ((await subscriptionsOf(tx, [portfolioId], 'relay')).length >= limits.integrations)
          throw new ProblemError(422, 'too_many_integrations', sentence('problem.too_many_integrations'));
        await makeIntegration(tx, { portfolioId, id, ...asked }, { token, secret, actor, at: now() });
        const both = await bothHalves(tx, [portfolioId], id);
        if (!both) throw notFound('integration');
        return await integrationView(tx, both);
      });
      wakeEvents();
      return reply.code(201).header('cache-control', 'no-store').send({ integration, token, secret });
    },
  );

  app.get(
    '/relay/integrations/:id',
    {
      ...guard('relay:read'),
      schema: { tags, summary: 'One integration', params, response: { 200: Integration, '4xx': Problem } },
    },
    async (request) => await integrationView(db, await found(request, request.params.id)),
  );

  app.patch(
    '/relay/integrations/:id',
    {
      ...guard('relay:manage'),
      schema: {
        tags,
        summary: 'Change name, address, numbers, or what stands in the places of numbers',
        params,
        body: ChangeIntegration,
        response: { 200: Integration, '4xx': Problem },
      },
    },
    async (request) => {
      const { body } = request;
      if (body.url !== undefined) assertUrl(body.url);
      if (body.url !== undefined || body.mode !== undefined) assertSees(request);
      return await changing(request, async (tx, both, actor) => {
        await assertNumbers(both.subscription.portfolioId, body.numbers);
        await changeIntegration(tx, both, body, actor);
        return await again(tx, both);
      });
    },
  );

  app.delete(
    '/relay/integrations/:id',
    {
      ...guard('relay:manage'),
      schema: {
        tags,
        summary: 'Remove an integration, with all that waits for it',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      await changing(request, async (tx, both, actor) => await endIntegration(tx, both, actor));
      return reply.code(204).send(null);
    },
  );

  for (const [verb, state, summary] of [
    [
      'pause',
      'paused',
      'Tell it nothing for now, and take nothing from it; webhooks wait for as long as they are kept',
    ],
    ['resume', 'active', 'Go on telling it where it stopped, also after it was disabled'],
  ] as const)
    app.post(
      `/relay/integrations/:id/${verb}`,
      {
        ...guard('relay:manage'),
        schema: { tags, summary, params, response: { 200: Integration, '4xx': Problem } },
      },
      async (request) =>
        await changing(request, async (tx, both, actor) => {
          await changeIntegration(tx, both, { state }, actor);
          return await again(tx, both);
        }),
    );

  app.post(
    '/relay/integrations/:id/rotate',
    {
      ...guard('relay:manage'),
      schema: {
        tags,
        summary: 'Make another secret; where it is refused, the one of before is tried for a day',
        description: noKey,
        params,
        response: { 200: IntegrationSecret, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const secret = newSecret();
      const integration = await changing(request, async (tx, both, actor) => {
        const until = new Date(tools.clock() + limits.secretOverlapMs);
        await rotateIntegrationSecret(tx, both, { secret, until, actor });
        return await again(tx, both);
      });
      return reply.header('cache-control', 'no-store').send({ integration, secret });
    },
  );

  app.post(
    '/relay/integrations/:id/token',
    {
      ...guard('relay:manage'),
      schema: {
        tags,
        summary: 'Make another access token; the one of before opens nothing any more',
        description: noKey,
        params,
        response: { 200: IntegrationToken, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const token = newToken();
      const integration = await changing(request, async (tx, both, actor) => {
        await replaceIntegrationToken(tx, both, { token, actor });
        return await again(tx, both);
      });
      return reply.header('cache-control', 'no-store').send({ integration, token });
    },
  );

  app.post(
    '/relay/integrations/:id/verify',
    {
      ...guard('relay:manage'),
      schema: {
        tags,
        summary: 'Ask its address with a verify token, as Meta does, and see whether it answers the challenge',
        params,
        body: VerifyIntegration,
        response: { 200: Verified, '4xx': Problem },
      },
    },
    async (request) => {
      const { subscription } = await found(request, request.params.id);
      const challenge = String(randomBytes(6).readUIntBE(0, 6));
      const url = new URL(subscription.url);
      url.searchParams.set('hub.mode', 'subscribe');
      url.searchParams.set('hub.challenge', challenge);
      url.searchParams.set('hub.verify_token', request.body.verifyToken);
      const { failure, status, text } = await ask(url.href);
      const verified = failure === null && text.trim() === challenge;
      if (verified) await changing(request, async (tx) => await noteVerified(tx, subscription, now()));
      return { verified, failure: verified ? null : (failure ?? ('other_answer' as const)), status };
    },
  );

  app.get(
    '/relay/integrations/:id/deliveries',
    {
      ...guard('relay:read'),
      schema: {
        tags,
        summary: 'What it was told, newest first, and which places were written anew and why',
        params,
        querystring: ListRelayDeliveries,
        response: { 200: page(RelayDelivery), '4xx': Problem },
      },
    },
    async (request) => {
      const { subscription } = await found(request, request.params.id);
      return await listRelayed(db, subscription, request.query);
    },
  );

  app.post(
    '/relay/integrations/:id/replay',
    {
      ...guard('relay:manage'),
      schema: {
        tags,
        summary: 'Tell it again: what was given up, or these',
        description: 'Up to 10,000 at once, each as things stand then. What is kept no more is not told.',
        headers: idempotency,
        params,
        body: ReplayRelayed,
        response: { 202: Replayed, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const { deliveries } = request.body;
      const answer = await once(db, { request, asks: { do: 'relay-replay', id, deliveries } }, async (tx) => {
        const both = await bothHalves(tx, actor.portfolios, id);
        if (!both) throw notFound('integration');
        const { subscription } = both;
        const replayed = await replayDeliveries(
          tx,
          subscription,
          deliveries
            ? { kind: 'deliveries', ids: deliveries }
            : { kind: 'time', from: new Date(0), until: atTheEnd, dead: true },
        );
        const subject = { kind: 'integration' as const, id, name: subscription.name };
        const detail = { events: replayed.count };
        await noteAct(tx, actor, {
          act: 'integration_replayed',
          portfolio: subscription.portfolioId,
          ...{ subject, detail },
        });
        return replayed;
      });
      wakeEvents();
      return reply.code(202).send(answer);
    },
  );
};

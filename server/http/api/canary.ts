// The canary: whether a made-up customer goes through other systems, and what each made of them.

import { Canary, CanaryRun, ListCanaryRuns, Problem, page, RunCanary, SetCanary } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { sendCanary } from '../../flows/begin-canary.ts';
import { setCanary } from '../../flows/set-canary.ts';
import { canariesIn, canaryRuns, canaryRunView, canaryView } from '../../views/canary.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { portfolioOf } from './events.ts';
import { idempotency, once } from './once.ts';

const tags = ['Readiness'];
const params = z.object({ id: z.uuid() });

export const canary: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeCanary }) => {
  app.get(
    '/readiness/canary',
    {
      ...guard('readiness:read'),
      schema: {
        tags,
        summary: 'Of each portfolio, whether a made-up customer goes through other systems, and how it went',
        response: { 200: page(Canary), '4xx': Problem },
      },
    },
    async (request) => ({ data: await canariesIn(db, actorOf(request).portfolios, tools.clock()), next: null }),
  );

  app.put(
    '/readiness/canary',
    {
      ...guard('readiness:manage'),
      schema: {
        tags,
        summary: 'Choose whether, when and through which systems the made-up customer goes',
        description:
          'Each day a customer who does not exist, with a username and no number, goes through every webhook and every integration, and through the feed where it is chosen: they write, take another username, get another account, and are erased. Whoever does not want them in their data passes over events with `synthetic`, and calls with the header `X-Throughline-Synthetic`.',
        body: SetCanary,
        response: { 200: Canary, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { portfolio, ...change } = request.body;
      const portfolioId = await portfolioOf(db, actor, portfolio);
      return await inTransaction(db, async (tx) => {
        const after = await setCanary(tx, portfolioId, { change, actor, now: tools.clock() });
        if (after === 'no_such_zone')
          throw new ProblemError(422, 'invalid_request', sentence('problem.no_such_zone'), {
            errors: [{ field: 'zone', problem: sentence('problem.no_such_zone') }],
          });
        return await canaryView(tx, after, tools.clock());
      });
    },
  );

  app.get(
    '/readiness/canary/runs',
    {
      ...guard('readiness:read'),
      schema: {
        tags,
        summary: 'The latest times it went through, with what each system made of it',
        querystring: ListCanaryRuns,
        response: { 200: page(CanaryRun), '4xx': Problem },
      },
    },
    async (request) => {
      const portfolioId = await portfolioOf(db, actorOf(request), request.query.portfolio);
      return { data: await canaryRuns(db, portfolioId, tools.clock()), next: null };
    },
  );

  app.post(
    '/readiness/canary/runs',
    {
      ...guard('readiness:manage'),
      schema: {
        tags,
        summary: 'Send the made-up customer through now, whether or not they go each day',
        headers: idempotency,
        body: RunCanary,
        response: { 202: CanaryRun, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const portfolioId = await portfolioOf(db, actor, request.body.portfolio);
      const run = await once(db, { request, asks: request.body }, async (tx) => {
        const begun = await sendCanary(tx, portfolioId, { actor, tools });
        if (begun.kind === 'running') throw new ProblemError(409, 'canary_running', sentence('problem.canary_running'));
        if (begun.kind === 'nobody') throw new ProblemError(422, 'nobody_told', sentence('problem.nobody_told'));
        const shown = await canaryRunView(tx, [portfolioId], { id: begun.run.id, now: tools.clock() });
        if (!shown) throw notFound('canary_run');
        return shown;
      });
      wakeCanary();
      return reply.code(202).send(run);
    },
  );

  app.get(
    '/readiness/canary/runs/:id',
    {
      ...guard('readiness:read'),
      schema: {
        tags,
        summary: 'One time it went through, step by step',
        params,
        response: { 200: CanaryRun, '4xx': Problem },
      },
    },
    async (request) => {
      const { portfolios } = actorOf(request);
      const run = await canaryRunView(db, portfolios, { id: request.params.id, now: tools.clock() });
      if (!run) throw notFound('canary_run');
      return run;
    },
  );
};

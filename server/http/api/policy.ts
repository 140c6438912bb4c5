// What a deployment chose about who is who.

import { Policy, Problem, SetPolicy } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { noteAct } from '../../flows/note-act.ts';
import { setPolicy } from '../../flows/set-policy.ts';
import { policyView, whichPortfolio } from '../../views/policy.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const querystring = z.object({
  portfolio: z.string().max(64).optional().describe('Which portfolio; may be left out where there is only one.'),
});

export const policies: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, policy, guard }) => {
  const which = async (actor: Pick<Actor, 'portfolios'>, named: string | undefined) => {
    const found = await whichPortfolio(db, actor.portfolios, named);
    if (found.kind === 'unknown') throw notFound('portfolio');
    if (found.kind === 'several')
      throw new ProblemError(422, 'portfolio_needed', sentence('problem.portfolio_needed'), {
        errors: [{ field: 'portfolio', problem: sentence('field.portfolio') }],
      });
    return found.portfolioId;
  };

  app.get(
    '/policy',
    {
      ...guard('policy:read'),
      schema: {
        tags: ['Who is who'],
        summary: 'How readily people are taken for one person, with reasons',
        querystring,
        response: { 200: Policy, '4xx': Problem },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return await policyView(db, { viewer, portfolioId: await which(viewer, request.query.portfolio) }, policy);
    },
  );

  app.put(
    '/policy',
    {
      ...guard('policy:write'),
      schema: {
        tags: ['Who is who'],
        summary: 'Choose; everybody is decided again in the background',
        querystring,
        headers: idempotency,
        body: SetPolicy,
        response: { 200: Policy, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const portfolioId = await which(actor, request.query.portfolio);
      const chosen = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined));
      return await once(db, { request, asks: { call: 'policy', portfolioId, chosen } }, async (tx) => {
        await setPolicy(tx, portfolioId, { chosen, actor }, tools);
        const changed = Object.entries(chosen).map(([name, value]) => `${name}: ${value}`);
        await noteAct(tx, actor, { act: 'policy_changed', portfolio: portfolioId, detail: { changed } });
        return await policyView(tx, { viewer: viewerOf(request), portfolioId }, policy);
      });
    },
  );
};

// What a deployment chose about who is who.

import { Policy, Problem, SetPolicy } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { noteAct } from '../../flows/note-act.ts';
import { setPolicy } from '../../flows/set-policy.ts';
import { policyView, whichPortfolio } from '../../views/policy.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const querystring = z.object({
  portfolio: z.string().max(64).optional().describe('Which portfolio; may be left out where there is only one.'),
});

export const policies: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, policy, guard }) => {
  const which = async (actor: Actor, named: string | undefined) => {
    const found = await whichPortfolio(db, actor.portfolios, named);
    if (found.kind === 'unknown') throw notFound('portfolio');
    if (found.kind === 'several')
      throw new ProblemError(422, 'portfolio_needed', 'There are several portfolios: say which one.', {
        errors: [{ field: 'portfolio', problem: 'must be the id of a portfolio' }],
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
    async (request) => await policyView(db, await which(actorOf(request), request.query.portfolio), policy),
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
        return await policyView(tx, portfolioId, policy);
      });
    },
  );
};

// How long things are kept: for administrators, in figures.

import { Problem, Retention, RetentionPreview, SetRetention } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction } from '../../db/connect.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { chooseRetention } from '../../flows/choose-retention.ts';
import { previewRetention } from '../../flows/preview-retention.ts';
import { retentionOf } from '../../privacy/retention.ts';
import { whichPortfolio } from '../../views/policy.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';

const querystring = z.object({
  portfolio: z.string().max(64).optional().describe('Which portfolio; may be left out where there is only one.'),
});

export const retentionDoor: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
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
    '/retention',
    {
      ...guard('policy:write'),
      schema: {
        tags: ['Privacy'],
        summary: 'How long things are kept',
        querystring,
        response: { 200: Retention, '4xx': Problem },
      },
    },
    async (request) => await retentionOf(db, await which(actorOf(request), request.query.portfolio)),
  );

  app.post(
    '/retention/dry-run',
    {
      ...guard('policy:write'),
      schema: {
        tags: ['Privacy'],
        summary: 'What such a choice would delete now, counted; nothing is',
        querystring,
        body: SetRetention,
        response: { 200: RetentionPreview, '4xx': Problem },
      },
    },
    async (request) => {
      const portfolioId = await which(actorOf(request), request.query.portfolio);
      return await inSnapshot(db, (tx) => previewRetention(tx, portfolioId, request.body, tools));
    },
  );

  app.put(
    '/retention',
    {
      ...guard('policy:write'),
      schema: {
        tags: ['Privacy'],
        summary: 'Choose how long things are kept. What has had its time is deleted within minutes, for good',
        querystring,
        body: SetRetention,
        response: { 200: Retention, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const portfolioId = await which(actor, request.query.portfolio);
      return await inTransaction(db, (tx) => chooseRetention(tx, { portfolioId, chosen: request.body, actor }, tools));
    },
  );
};

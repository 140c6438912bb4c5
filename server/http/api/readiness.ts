// Readiness: what audits of other systems found, handed in and looked at.

import {
  KeepReadinessRun,
  Problem,
  page,
  ReadinessDetail,
  ReadinessIntegration,
  ReadinessReader,
  ReadinessRun,
} from '@throughline/contract';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { limits } from '../../limits.ts';
import { htmlReport } from '../../readiness/report/html.ts';
import { countsOf, detailView, integrationsIn, reportOf, runView } from '../../readiness/rules-runs.ts';
import { forgetIntegration, integrationsOf, keepRun, latestRuns, runById } from '../../readiness/store.ts';
import { readersOf } from '../../views/readers.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { portfolioOf } from './events.ts';
import { idempotency, once } from './once.ts';

const tags = ['Readiness'];
const params = z.object({ id: z.uuid() });

export const readiness: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const found = async (request: FastifyRequest, id: string) => {
    const row = await runById(db, actorOf(request).portfolios, id);
    if (!row) throw notFound('readiness_run');
    return row;
  };

  app.get(
    '/readiness',
    {
      ...guard('readiness:read'),
      schema: {
        tags,
        summary: 'Every system that was audited, with its latest audits',
        response: { 200: page(ReadinessIntegration), '4xx': Problem },
      },
    },
    async (request) => ({ data: integrationsIn(await latestRuns(db, actorOf(request).portfolios)), next: null }),
  );

  app.get(
    '/readiness/readers',
    {
      ...guard('readiness:read'),
      schema: {
        tags,
        summary: 'Webhooks and systems behind the relay: how each takes people without a number',
        description:
          'By the newest 5,000 deliveries of each. What somebody makes of an event they took is not known here, nor what readers of the feed and of exports do.',
        response: { 200: page(ReadinessReader), '4xx': Problem },
      },
    },
    async (request) => ({ data: await readersOf(db, actorOf(request).portfolios), next: null }),
  );

  app.post(
    '/readiness/runs',
    {
      ...guard('readiness:manage'),
      schema: {
        tags,
        summary: 'Hand in what an audit found',
        headers: idempotency,
        body: KeepReadinessRun,
        response: { 201: ReadinessRun, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { integration, at, portfolio, ...kept } = request.body;
      const portfolioId = await portfolioOf(db, actor, portfolio);
      const run = await once(db, { request, asks: request.body }, async (tx) => {
        const { count, known } = await integrationsOf(tx, portfolioId, integration);
        if (!known && count >= limits.readinessIntegrations)
          throw new ProblemError(422, 'too_many_systems', sentence('problem.too_many_systems'));
        const row = {
          portfolioId,
          id: tools.newId(),
          integration,
          kind: kept.kind,
          at: new Date(at),
          ...countsOf(request.body),
        };
        await keepRun(tx, { ...row, createdAt: new Date(tools.clock()), by: actor.id, found: kept });
        return runView(row);
      });
      return reply.code(201).send(run);
    },
  );

  app.get(
    '/readiness/runs/:id',
    {
      ...guard('readiness:read'),
      schema: {
        tags,
        summary: 'An audit with what it found',
        params,
        response: { 200: ReadinessDetail, '4xx': Problem },
      },
    },
    async (request) => detailView(await found(request, request.params.id)),
  );

  app.get(
    '/readiness/runs/:id/report',
    {
      ...guard('readiness:read'),
      schema: {
        tags,
        summary: 'An audit as a page to hand over, in English',
        params,
        response: { 200: z.string().describe('text/html, complete in itself'), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const row = await found(request, request.params.id);
      return reply
        .type('text/html; charset=utf-8')
        .header('content-disposition', 'attachment; filename="readiness.html"')
        .send(htmlReport(reportOf(row), row.integration, row.at));
    },
  );

  app.delete(
    '/readiness/runs/:id/integration',
    {
      ...guard('readiness:manage'),
      schema: {
        tags,
        summary: 'Take a system away, with all its audits',
        description: 'Named by one of its audits, since names may have any letters.',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { portfolioId, integration } = await found(request, request.params.id);
      await inTransaction(db, (tx) => forgetIntegration(tx, portfolioId, integration));
      return reply.code(204).send(null);
    },
  );
};

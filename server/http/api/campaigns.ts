// Campaigns: put together, checked, started, watched.

import {
  type AuditAct,
  Campaign,
  CampaignCourse,
  CampaignRow,
  CampaignSettings,
  ChangeCampaign,
  CreateCampaign,
  ListCampaignRows,
  ListCampaigns,
  Problem,
  page,
} from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { mayDo } from '../../campaigns/rules-state.ts';
import { type CampaignRecord, campaignById, choose, create, remove, settingsOf } from '../../campaigns/store.ts';
import { inTransaction, type Transaction } from '../../db/connect.ts';
import { changeCampaign } from '../../flows/change-campaign.ts';
import { noteAct } from '../../flows/note-act.ts';
import { type Steer, steerCampaign } from '../../flows/steer-campaign.ts';
import { usableNumber } from '../../views/business-numbers.ts';
import { campaignCourse } from '../../views/campaign-course.ts';
import { listRows } from '../../views/campaign-rows.ts';
import { campaignProblems, campaignView, listCampaigns } from '../../views/campaigns.ts';
import { whichPortfolio } from '../../views/policy.ts';
import { sentence } from '../../words/sentence.ts';
import type { Viewer } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { sendCsv } from '../csv.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import { incomplete, wrongState } from './campaign-problems.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Campaigns'];
const steers = ['check', 'start', 'pause', 'resume', 'cancel'] as const satisfies readonly Steer[];
const summaries: Readonly<Record<Steer, string>> = {
  check: 'Look at every row: who can be reached, by what, and why not',
  start: 'Start, at its time where it has one; a scheduled one starts now',
  pause: 'Hand over nothing more, and take back what has not gone out yet',
  resume: 'Go on with a paused one',
  cancel: 'End it, and take back what has not gone out yet',
};

const acts = {
  start: 'campaign_started',
  pause: 'campaign_paused',
  resume: 'campaign_resumed',
  cancel: 'campaign_canceled',
} as const satisfies Record<Exclude<Steer, 'check'>, AuditAct>;
const about = ({ id, name, portfolioId }: CampaignRecord) => ({
  subject: { kind: 'campaign' as const, id, name },
  portfolio: portfolioId,
});

export const campaigns: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeCampaigns }) => {
  const view = async (reader: Parameters<typeof campaignView>[0], viewer: Viewer, id: string) => {
    const found = await campaignView(reader, viewer, id);
    if (!found) throw notFound('campaign');
    return found;
  };
  const locked = async (tx: Transaction, actor: Actor, id: string): Promise<CampaignRecord> => {
    const found = await campaignById(tx, actor.portfolios, id, true);
    if (!found) throw notFound('campaign');
    return found;
  };
  const numberOf = async (actor: Actor, from: string, portfolioId?: string) => {
    const number = await usableNumber(db, actor.portfolios, from);
    if (number && (portfolioId === undefined || number.portfolioId === portfolioId)) return number;
    throw new ProblemError(422, 'number_unknown', sentence('problem.number_unknown'), {
      errors: [
        {
          field: 'from',
          problem: sentence('field.business_number'),
        },
      ],
    });
  };

  app.get(
    '/campaigns',
    {
      ...guard('campaigns:read'),
      schema: {
        tags,
        summary: 'Campaigns, newest first',
        querystring: ListCampaigns,
        response: { 200: page(Campaign), '4xx': Problem },
      },
    },
    async (request) => await listCampaigns(db, viewerOf(request), request.query),
  );

  app.post(
    '/campaigns',
    {
      ...guard('campaigns:manage'),
      schema: {
        tags,
        summary: 'Begin one',
        headers: idempotency,
        body: CreateCampaign,
        response: { 201: Campaign, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, from } = request.body;
      const { portfolioId, phoneNumberId } = await numberOf(actor, from);
      const made = await once(db, { request, asks: { call: 'campaign', ...request.body } }, async (tx) => {
        const id = tools.newId();
        await create(tx, {
          portfolioId,
          id,
          name,
          phoneNumberId,
          createdBy: actor.name,
          createdAt: new Date(tools.clock()),
        });
        return await view(tx, viewerOf(request), id);
      });
      return reply.code(201).send(made);
    },
  );

  app.get(
    '/campaigns/:id',
    {
      ...guard('campaigns:read'),
      schema: {
        tags,
        summary: 'One, with its results as they are now',
        params,
        response: { 200: Campaign, '4xx': Problem },
      },
    },
    async (request) => await view(db, viewerOf(request), request.params.id),
  );

  app.patch(
    '/campaigns/:id',
    {
      ...guard('campaigns:manage'),
      schema: {
        tags,
        summary: 'Change it; other content makes it a draft again',
        params,
        headers: idempotency,
        body: ChangeCampaign,
        response: { 200: Campaign, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const { body } = request;
      return await once(db, { request, asks: { call: 'change campaign', id, body } }, async (tx) => {
        const campaign = await locked(tx, actor, id);
        if (body.from !== undefined) await numberOf(actor, body.from, campaign.portfolioId);
        const { phones } = viewerOf(request);
        const outcome = await changeCampaign(tx, campaign, { ...body, phones }, tools);
        if (outcome.kind === 'wrong_state') throw wrongState(campaign.state, outcome.field);
        if (outcome.kind === 'bad_time')
          throw new ProblemError(422, 'bad_time', outcome.problem, {
            errors: [{ field: 'schedule', problem: outcome.problem }],
          });
        return await view(tx, viewerOf(request), id);
      });
    },
  );

  app.delete(
    '/campaigns/:id',
    {
      ...guard('campaigns:manage'),
      schema: { tags, summary: 'Remove a draft', params, response: { 204: z.null(), '4xx': Problem } },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await inTransaction(db, async (tx) => {
        const campaign = await locked(tx, actor, request.params.id);
        if (!mayDo(campaign.state, 'delete')) throw wrongState(campaign.state);
        await remove(tx, campaign.portfolioId, campaign.id);
        await noteAct(tx, actor, { act: 'campaign_removed', ...about(campaign) });
      });
      return reply.code(204).send(null);
    },
  );

  for (const steer of steers)
    app.post(
      `/campaigns/:id/${steer}`,
      {
        ...guard('campaigns:manage'),
        schema: {
          tags,
          summary: summaries[steer],
          params,
          headers: idempotency,
          response: { 200: Campaign, '4xx': Problem },
        },
      },
      async (request) => {
        const actor = actorOf(request);
        const { id } = request.params as z.infer<typeof params>;
        const answer = await once(db, { request: request as never, asks: { call: steer, id } }, async (tx) => {
          const campaign = await locked(tx, actor, id);
          if (!mayDo(campaign.state, steer)) throw wrongState(campaign.state);
          const problems = steer === 'check' || steer === 'start' ? await campaignProblems(tx, campaign) : [];
          if (problems.length > 0) throw incomplete(problems);
          const outcome = await steerCampaign(tx, campaign, steer, tools);
          if (outcome.kind === 'wrong_state') throw wrongState(campaign.state);
          if (steer !== 'check') await noteAct(tx, actor, { act: acts[steer], ...about(campaign) });
          return await view(tx, viewerOf(request), id);
        });
        wakeCampaigns();
        return answer;
      },
    );

  const course = async (actor: Actor, id: string) => {
    const campaign = await campaignById(db, actor.portfolios, id);
    if (!campaign) throw notFound('campaign');
    return await campaignCourse(db, campaign, tools.clock());
  };
  app.get(
    '/campaigns/:id/course',
    {
      ...guard('campaigns:read'),
      schema: {
        tags,
        summary: 'What was sent, arrived, was read, failed and was answered over time',
        params,
        response: { 200: CampaignCourse, '4xx': Problem },
      },
    },
    async (request) => await course(actorOf(request), request.params.id),
  );
  app.get(
    '/campaigns/:id/course.csv',
    { ...guard('campaigns:read'), schema: { tags, summary: 'The same, as CSV', params } },
    async (request, reply) => {
      const { points } = await course(actorOf(request), request.params.id);
      return sendCsv(reply, 'campaign', [
        ['at', 'sent', 'delivered', 'read', 'failed', 'replied'],
        ...points.map(({ at, sent, delivered, read, failed, replied }) => [at, sent, delivered, read, failed, replied]),
      ]);
    },
  );

  app.get(
    '/campaigns/:id/rows',
    {
      ...guard('campaigns:read'),
      schema: {
        tags,
        summary: 'Its rows, each with what became of it',
        params,
        querystring: ListCampaignRows,
        response: { 200: page(CampaignRow), '4xx': Problem },
      },
    },
    async (request) => {
      const campaign = await campaignById(db, actorOf(request).portfolios, request.params.id);
      if (!campaign) throw notFound('campaign');
      return await listRows(db, { viewer: viewerOf(request), campaign }, request.query);
    },
  );

  const querystring = z.object({
    portfolio: z.string().max(64).optional().describe('Which portfolio; may be left out where there is only one.'),
  });
  const which = async (actor: Actor, named: string | undefined) => {
    const found = await whichPortfolio(db, actor.portfolios, named);
    if (found.kind === 'unknown') throw notFound('portfolio');
    if (found.kind === 'several')
      throw new ProblemError(422, 'portfolio_needed', sentence('problem.portfolio_needed'), {
        errors: [{ field: 'portfolio', problem: sentence('field.portfolio') }],
      });
    return found.portfolioId;
  };

  app.get(
    '/campaign-settings',
    {
      ...guard('campaigns:read'),
      schema: {
        tags,
        summary: 'What the portfolio chose about campaigns',
        querystring,
        response: { 200: CampaignSettings, '4xx': Problem },
      },
    },
    async (request) => await settingsOf(db, await which(actorOf(request), request.query.portfolio)),
  );

  app.put(
    '/campaign-settings',
    {
      ...guard('campaigns:manage'),
      schema: {
        tags,
        summary: 'Choose; campaigns that run go on by it',
        querystring,
        body: CampaignSettings,
        response: { 200: CampaignSettings, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const portfolioId = await which(actor, request.query.portfolio);
      const settings = request.body;
      await inTransaction(db, async (tx) => {
        await choose(tx, portfolioId, { settings, by: actor.name, at: new Date(tools.clock()) });
        const changed = Object.entries(settings).map(([name, value]) => `${name}: ${value}`);
        await noteAct(tx, actor, { act: 'campaign_settings_changed', portfolio: portfolioId, detail: { changed } });
      });
      return settings;
    },
  );
};

// Templates: what may be sent when the window is closed, how it will read, and how fresh our copy of Meta's list is.

import {
  ListTemplates,
  PreviewTemplate,
  Problem,
  page,
  Template,
  TemplatePreview,
  TemplateSync,
} from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { wantTemplateSync } from '../../flows/want-template-sync.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { reachOf } from '../../views/reply-route.ts';
import { listTemplates, previewOf, templateById, templateSync } from '../../views/templates.ts';
import { actorOf } from '../auth.ts';
import { notFound } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Templates'];

export const templates: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, wakeTemplates }) => {
  const find = async (id: string, actor: Actor) => {
    const found = await templateById(db, actor.portfolios, id);
    if (!found) throw notFound('template');
    return found;
  };

  app.get(
    '/templates',
    {
      ...guard('templates:read'),
      schema: {
        tags,
        summary: 'Templates by name and language; deleted ones only with status=deleted',
        querystring: ListTemplates,
        response: { 200: page(Template), '4xx': Problem },
      },
    },
    async (request) => await listTemplates(db, actorOf(request).portfolios, request.query),
  );

  app.get(
    '/templates/sync',
    {
      ...guard('templates:read'),
      schema: {
        tags,
        summary: 'When the templates were last listed at WhatsApp, and how that went',
        response: { 200: TemplateSync, '4xx': Problem },
      },
    },
    async (request) => await templateSync(db, actorOf(request).portfolios),
  );

  app.post(
    '/templates/sync',
    {
      ...guard('templates:manage'),
      schema: {
        tags,
        summary: 'List the templates at WhatsApp again, now',
        headers: idempotency,
        response: { 202: TemplateSync, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { portfolios } = actorOf(request);
      const answer = await once(db, { request, asks: { call: 'templates/sync' } }, async (tx) => {
        await wantTemplateSync(tx, portfolios);
        return await templateSync(tx, portfolios);
      });
      wakeTemplates();
      return reply.code(202).send(answer);
    },
  );

  app.get(
    '/templates/:id',
    {
      ...guard('templates:read'),
      schema: { tags, summary: 'One template', params, response: { 200: Template, '4xx': Problem } },
    },
    async (request) => (await find(request.params.id, actorOf(request))).view,
  );

  app.post(
    '/templates/:id/preview',
    {
      ...guard('templates:read'),
      schema: {
        tags,
        summary: 'How it will read with these values, and what WhatsApp would refuse; changes nothing',
        params,
        body: PreviewTemplate,
        response: { 200: TemplatePreview, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const found = await find(request.params.id, actor);
      const { values, conversation } = request.body;
      if (conversation === undefined) return previewOf(found, values);
      const thread = await conversationById(db, actor.portfolios, conversation);
      if (!thread) throw notFound('conversation');
      return previewOf(found, values, await reachOf(db, thread));
    },
  );
};

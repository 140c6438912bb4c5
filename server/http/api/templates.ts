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
import { wantTemplateSync } from '../../flows/want-template-sync.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { reachOf } from '../../views/reply-route.ts';
import { listTemplates, previewOf, templateById, templateSync } from '../../views/templates.ts';
import type { Viewer } from '../../words/viewer.ts';
import { notFound } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Templates'];

export const templates: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, wakeTemplates }) => {
  const find = async (id: string, viewer: Viewer) => {
    const found = await templateById(db, viewer, id);
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
    async (request) => await listTemplates(db, viewerOf(request), request.query),
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
    async (request) => await templateSync(db, viewerOf(request)),
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
      const viewer = viewerOf(request);
      const answer = await once(db, { request, asks: { call: 'templates/sync' } }, async (tx) => {
        await wantTemplateSync(tx, viewer.portfolios);
        return await templateSync(tx, viewer);
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
    async (request) => (await find(request.params.id, viewerOf(request))).view,
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
      const viewer = viewerOf(request);
      const found = await find(request.params.id, viewer);
      const { values, conversation } = request.body;
      if (conversation === undefined) return previewOf(found, values);
      const thread = await conversationById(db, viewer, conversation);
      if (!thread) throw notFound('conversation');
      return previewOf(found, values, await reachOf(db, thread));
    },
  );
};

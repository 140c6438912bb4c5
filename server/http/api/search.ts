// Looking for something: everything at once, and what was written with all its filters.

import { Problem, page, SearchAll, SearchAnswer, SearchHit, SearchMessages, SearchThread } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { may } from '../../access/permissions.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { searchMessages } from '../../views/message-search.ts';
import { searchAll } from '../../views/search.ts';
import { within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { notFound } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

const tags = ['Search'];

export const search: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard }) => {
  app.get(
    '/search',
    {
      ...guard('contacts:read'),
      schema: {
        tags,
        summary: 'People, threads and messages, the first few of each',
        querystring: SearchAll,
        response: { 200: SearchAnswer, '4xx': Problem },
      },
    },
    async (request) => {
      const threads = may(actorOf(request), 'conversations:read');
      return searchAll(db, viewerOf(request), { q: request.query.q, threads });
    },
  );

  app.get(
    '/search/messages',
    {
      ...guard('conversations:read'),
      schema: {
        tags,
        summary: 'Find messages by their words, newest first',
        querystring: SearchMessages,
        response: { 200: page(SearchHit), '4xx': Problem },
      },
    },
    async (request) => searchMessages(db, viewerOf(request), request.query),
  );

  app.get(
    '/conversations/:id/search',
    {
      ...guard('conversations:read'),
      schema: {
        tags,
        summary: 'Find messages of one thread by their words, newest first',
        params: z.object({ id: z.uuid() }),
        querystring: SearchThread,
        response: { 200: page(SearchHit), '4xx': Problem },
      },
    },
    async (request) => {
      const found = await conversationById(db, viewerOf(request), request.params.id);
      if (!found) throw notFound('conversation');
      const { viewer, portfolioId, conversation } = found;
      return searchMessages(db, within(viewer, portfolioId), { ...request.query, conversation: conversation.id });
    },
  );
};

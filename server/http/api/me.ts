// Who one is, what one may do, and from where one hears what changes.

import { Me, Problem } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { latestCursor } from '../../changes/store.ts';
import { actorOf } from '../auth.ts';
import type { ApiDoor } from './door.ts';

export const me: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard }) => {
  app.get(
    '/me',
    {
      ...guard(),
      schema: { tags: ['Access'], summary: 'Who you are and what you may do', response: { 200: Me, '4xx': Problem } },
    },
    async (request) => {
      const { id, name, email, role, scopes, lacks } = actorOf(request);
      const liveFrom = scopes.has('conversations:read') ? await latestCursor(db) : undefined;
      return { id, name, email, role, scopes: [...scopes], ...(lacks && { lacks }), ...(liveFrom && { liveFrom }) };
    },
  );
};

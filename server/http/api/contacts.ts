// People: search, one in full, and the whole identity for those who may see it.

import { Contact, Identity, ListContacts, Problem, page } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { contactById, listContacts } from '../../views/contacts.ts';
import { identityOf } from '../../views/identity.ts';
import { actorOf } from '../auth.ts';
import { notFound } from '../problems.ts';
import type { ApiDoor } from './door.ts';

const params = z.object({ id: z.uuid() });

export const contacts: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard }) => {
  const find = async (id: string, actor: Actor) => {
    const found = await contactById(db, actor.portfolios, id);
    if (!found) throw notFound('contact');
    return found;
  };

  app.get(
    '/contacts',
    {
      ...guard('contacts:read'),
      schema: {
        tags: ['Contacts'],
        summary: 'Find people by phone, username or name',
        querystring: ListContacts,
        response: { 200: page(Contact), '4xx': Problem },
      },
    },
    async (request) => listContacts(db, actorOf(request).portfolios, request.query),
  );

  app.get(
    '/contacts/:id',
    {
      ...guard('contacts:read'),
      schema: {
        tags: ['Contacts'],
        summary: 'One person; a retired id still answers',
        params,
        response: { 200: Contact, '4xx': Problem },
      },
    },
    async (request) => {
      const { contact } = await find(request.params.id, actorOf(request));
      return contact;
    },
  );

  app.get(
    '/contacts/:id/identity',
    {
      ...guard('identity:read'),
      schema: {
        tags: ['Contacts'],
        summary: 'The whole identity, with evidence and rules, backend ids included',
        params,
        response: { 200: Identity, '4xx': Problem },
      },
    },
    async (request) => identityOf(db, await find(request.params.id, actorOf(request))),
  );
};

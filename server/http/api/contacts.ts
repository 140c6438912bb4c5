// People: search, one in full, and the whole identity for those who may see it.

import { Contact, Identity, ListContacts, Problem, page } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contactById, listContacts } from '../../views/contacts.ts';
import { identityOf } from '../../views/identity.ts';
import type { Viewer } from '../../words/viewer.ts';
import { notFound } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

const params = z.object({ id: z.uuid() });

export const contacts: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard }) => {
  const find = async (id: string, viewer: Viewer) => {
    const found = await contactById(db, viewer, id);
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
    async (request) => listContacts(db, viewerOf(request), request.query),
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
      const { contact } = await find(request.params.id, viewerOf(request));
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
    async (request) => identityOf(db, await find(request.params.id, viewerOf(request))),
  );
};

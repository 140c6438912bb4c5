// People: search, one in full, and the whole identity for those who may see it.

import { Readable } from 'node:stream';
import { Contact, ContactFilter, Identity, ListContacts, Problem, page } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { csvLines } from '../../csv/line.ts';
import { inTransaction } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { contactById, listContacts } from '../../views/contacts.ts';
import { contactTable } from '../../views/contacts-export.ts';
import { identityOf } from '../../views/identity.ts';
import type { Viewer } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { maskedTable, masks } from '../masked.ts';
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
    '/contacts.csv',
    {
      ...guard('contacts:export'),
      schema: {
        tags: ['Contacts'],
        summary: 'The same people as a CSV file, with tags and fields',
        description: 'Everybody the filters let through, people without a number too. Noted in the audit log.',
        querystring: ContactFilter,
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const filters = Object.keys(request.query).filter((name) => name !== 'sort');
      await inTransaction(db, (tx) =>
        noteAct(tx, actor, { act: 'exported', detail: { what: 'contacts', format: 'csv', filters } }),
      );
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="contacts.csv"');
      reply.header('cache-control', 'no-store');
      const table = contactTable(db, viewerOf(request), request.query);
      return await reply.send(Readable.from(csvLines(masks(request) ? maskedTable(table) : table)));
    },
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

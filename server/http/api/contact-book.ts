// Meta's Contact Book: what is known of each portfolio's people, what was said of the setting, and having Meta forget somebody.

import { ContactBook, Errand, Problem, page, SetContactBook } from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { deleteFromContactBook } from '../../flows/delete-from-contact-book.ts';
import { noteAct } from '../../flows/note-act.ts';
import { setContactBook } from '../../flows/set-contact-book.ts';
import { contactBook, listContactBooks } from '../../views/contact-book.ts';
import { contactById } from '../../views/contacts.ts';
import { errandsShown } from '../../views/errands.ts';
import { whichPortfolio } from '../../views/policy.ts';
import { sentence } from '../../words/sentence.ts';
import type { Viewer } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Contact Book'];
const DeleteEntry = z.object({ reason: z.string().trim().min(3).max(500) }).meta({ id: 'DeleteEntry' });

export const contactBooks: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeErrands }) => {
  const find = async (id: string, viewer: Viewer) => {
    const found = await contactById(db, viewer, id);
    if (!found) throw notFound('contact');
    return found;
  };

  app.get(
    '/contact-book',
    {
      ...guard('contact-book:read'),
      schema: {
        tags,
        summary: 'What is known of each portfolio’s people, and advice',
        response: { 200: page(ContactBook), '4xx': Problem },
      },
    },
    async (request) => ({
      data: await listContactBooks(db, viewerOf(request), tools.clock()),
      next: null,
    }),
  );

  app.put(
    '/contact-book/:portfolioId',
    {
      ...guard('contact-book:write'),
      schema: {
        tags,
        summary: 'Say whether the Contact Book is on; Meta does not tell',
        params: z.object({ portfolioId: z.string().max(64) }),
        body: SetContactBook,
        response: { 200: ContactBook, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const which = await whichPortfolio(db, actor.portfolios, request.params.portfolioId);
      if (which.kind !== 'found') throw notFound('portfolio');
      const { portfolioId } = which;
      await inTransaction(db, async (tx) => {
        await setContactBook(tx, portfolioId, { ...request.body, actor }, tools);
        const { setting } = request.body;
        await noteAct(tx, actor, { act: 'contact_book_changed', portfolio: portfolioId, detail: { setting } });
      });
      const [book] = (await contactBook(db, { viewer: viewerOf(request), portfolioId }, tools.clock())) ?? [];
      if (!book) throw notFound('portfolio');
      return book;
    },
  );

  app.post(
    '/contacts/:id/contact-book/delete',
    {
      ...guard('contact-book:delete'),
      schema: {
        tags,
        summary: 'Have Meta forget this person’s number',
        description:
          'One call to Meta for each account of the person. What is known here stays. Meta goes on sending the number for up to 30 days after the last message or call with it, and remembers it again after the next.',
        params,
        headers: idempotency,
        body: DeleteEntry,
        response: { 202: page(Errand), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { viewer, portfolioId, contact } = await find(request.params.id, viewerOf(request));
      const { reason } = request.body;
      const asks = { call: 'contact-book-delete', id: contact.id, reason };
      const answer = await once(db, { request, asks }, async (tx) => {
        const deleting = { portfolioId, contactId: contact.id as ContactId, actor, reason };
        const outcome = await deleteFromContactBook(tx, deleting, tools);
        if (outcome.kind === 'no_account') throw noAccount();
        const { holders } = outcome;
        await noteAct(tx, actor, {
          act: 'contact_book_deleted',
          subject: { kind: 'contact', id: contact.id },
          portfolio: portfolioId,
        });
        return {
          data: await errandsShown(tx, { viewer, portfolioId }, { kind: 'delete_from_contact_book', holders }),
          next: null,
        };
      });
      wakeErrands();
      return reply.code(202).send(answer);
    },
  );

  app.get(
    '/contacts/:id/contact-book',
    {
      ...guard('contact-book:read'),
      schema: {
        tags,
        summary: 'What became of having Meta forget this person’s number',
        params,
        response: { 200: page(Errand), '4xx': Problem },
      },
    },
    async (request) => {
      const { viewer, portfolioId, holderIds: holders } = await find(request.params.id, viewerOf(request));
      return {
        data: await errandsShown(db, { viewer, portfolioId }, { kind: 'delete_from_contact_book', holders }),
        next: null,
      };
    },
  );
};

function noAccount(): ProblemError {
  return new ProblemError(409, 'no_account', sentence('problem.no_account'));
}

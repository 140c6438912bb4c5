// What people want of us: not to be written to, or not to be able to write.

import { BlockContact, Contact, Problem, SetPreference } from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Transaction } from '../../db/connect.ts';
import { type Blocking, type BlockingOutcome, blockContact } from '../../flows/block-contact.ts';
import { noteAct } from '../../flows/note-act.ts';
import { notePreference } from '../../flows/note-preference.ts';
import { usableNumber } from '../../views/business-numbers.ts';
import { type ContactFound, contactById } from '../../views/contacts.ts';
import { sentence } from '../../words/sentence.ts';
import { type Viewer, within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const described = (summary: string) => ({ tags: ['Contacts'], summary, params, headers: idempotency });
interface Asking {
  actor: Actor;
  viewer: Viewer;
}
type Wished = {
  params: { id: string };
  body: z.infer<typeof BlockContact>;
  headers: { 'idempotency-key'?: string | undefined };
};

export const reach: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeErrands }) => {
  const find = async (id: string, viewer: Viewer) => {
    const found = await contactById(db, viewer, id);
    if (!found) throw notFound('contact');
    return found;
  };

  app.post(
    '/contacts/:id/preferences',
    {
      ...guard('contacts:manage'),
      schema: {
        ...described('Note what this person said about being written to'),
        body: SetPreference,
        response: { 200: Contact, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const found = await find(request.params.id, viewerOf(request));
      const { portfolioId, contact } = found;
      const noting = { portfolioId, contactId: contact.id as ContactId, ...request.body, actor };
      const asks = { call: 'preference', id: contact.id, body: request.body };
      return await once(db, { request, asks }, async (tx) => {
        if ((await notePreference(tx, noting, tools)) === 'their_own_word')
          throw new ProblemError(409, 'their_own_word', sentence('problem.their_own_word'));
        return await shown(tx, found);
      });
    },
  );

  const wished = async (wish: Blocking['wish'], request: Wished, { actor, viewer }: Asking) => {
    const found = await find(request.params.id, viewer);
    const { portfolioId, contact } = found;
    const { businessNumber, reason } = request.body;
    const number = businessNumber === undefined ? undefined : await usableNumber(db, [portfolioId], businessNumber);
    if (businessNumber !== undefined && !number) throw numberUnknown();
    const contactId = contact.id as ContactId;
    const blocking = { portfolioId, contactId, wish, phoneNumberId: number?.phoneNumberId, reason, actor };
    const asks = { call: wish, id: contact.id, body: request.body };
    const answer = await once(db, { request, asks }, async (tx) => {
      const outcome = await blockContact(tx, blocking, tools);
      if (outcome !== 'owed') throw refusal(outcome);
      const act = wish === 'block' ? 'contact_blocked' : 'contact_unblocked';
      await noteAct(tx, actor, { act, subject: { kind: 'contact', id: contact.id }, portfolio: portfolioId });
      return await shown(tx, found);
    });
    wakeErrands();
    return answer;
  };

  app.post(
    '/contacts/:id/block',
    {
      ...guard('contacts:manage'),
      schema: {
        ...described('Block a person, on one number of ours or on all they have written to'),
        body: BlockContact,
        response: { 202: Contact, '4xx': Problem },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await wished('block', request, { actor: actorOf(request), viewer: viewerOf(request) })),
  );

  app.delete(
    '/contacts/:id/block',
    {
      ...guard('contacts:manage'),
      schema: {
        ...described('Unblock a person'),
        body: BlockContact,
        response: { 202: Contact, '4xx': Problem },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await wished('unblock', request, { actor: actorOf(request), viewer: viewerOf(request) })),
  );
};

async function shown(tx: Transaction, { viewer, portfolioId, contact }: ContactFound) {
  const found = await contactById(tx, within(viewer, portfolioId), contact.id);
  if (!found) throw new Error('A contact that was just changed is not there.');
  return found.contact;
}

function numberUnknown(): ProblemError {
  return new ProblemError(422, 'number_unknown', sentence('problem.number_unknown'), {
    errors: [
      {
        field: 'businessNumber',
        problem: sentence('field.business_number'),
      },
    ],
  });
}

function refusal(outcome: Exclude<BlockingOutcome, 'owed'>): ProblemError {
  switch (outcome) {
    case 'never_wrote':
      return new ProblemError(409, 'never_wrote', sentence('problem.never_wrote'));
    case 'address_lost':
      return new ProblemError(409, 'address_lost', sentence('problem.address_lost.block'));
    case 'not_blocked':
      return new ProblemError(409, 'not_blocked', sentence('problem.not_blocked'));
  }
}

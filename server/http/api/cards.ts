// Contact cards: read from a file, downloaded from a thread, kept with a person, handed on.

import { Card, CardsRead, Contact, Problem, page, ReadCards, SaveCard, SavedCard } from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readCards } from '../../cards/rules-read.ts';
import { writeCard } from '../../cards/rules-write.ts';
import { cardsKept } from '../../contacts/saved-cards.ts';
import { saveCard } from '../../flows/save-card.ts';
import { limits } from '../../limits.ts';
import { cardOfContact, cardsOfMessage } from '../../views/cards.ts';
import { contactById } from '../../views/contacts.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { sentence } from '../../words/sentence.ts';
import { type Viewer, within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { masked, masks } from '../masked.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const tags = ['Cards'];
const params = z.object({ id: z.uuid() });
const card = z.object({ id: z.uuid(), messageId: z.uuid(), card: z.string().regex(/^\d{1,3}$/, 'a number, from 0') });
const file = card.extend({ card: z.string().regex(/^\d{1,3}\.vcf$/, 'a number, from 0, and .vcf') });

export const cards: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, policy, guard }) => {
  const findContact = async (id: string, viewer: Viewer) => {
    const found = await contactById(db, viewer, id);
    if (!found) throw notFound('contact');
    return found;
  };
  const findCard = async (wanted: z.infer<typeof card>, viewer: Viewer) => {
    const found = await conversationById(db, viewer, wanted.id);
    if (!found) throw notFound('conversation');
    const place = Number.parseInt(wanted.card, 10);
    const one = (await cardsOfMessage(db, found, wanted.messageId))[place];
    if (!one) throw notFound('card');
    return { found, place, card: Card.parse(one) };
  };

  app.post(
    '/cards/read',
    {
      ...guard('conversations:reply'),
      bodyLimit: limits.cardBodyBytes,
      schema: {
        tags,
        summary: 'Read a .vcf file into cards that can be sent',
        body: ReadCards,
        response: { 200: CardsRead, '4xx': Problem },
      },
    },
    async (request) => readCards(request.body.vcard),
  );

  app.get(
    '/conversations/:id/messages/:messageId/cards/:card',
    {
      ...guard('conversations:read'),
      schema: {
        tags,
        summary: 'A card of a message, as 0.vcf, 1.vcf and so on: a vCard 4 made from what was read',
        params: file,
        response: { 200: z.string(), '4xx': Problem },
      },
    },
    async (request, reply) => vcf(request, reply, (await findCard(request.params, viewerOf(request))).card),
  );

  app.post(
    '/conversations/:id/messages/:messageId/cards/:card/save',
    {
      ...guard('conversations:manage'),
      schema: {
        tags,
        summary: 'Keep a card with a person: its numbers are claims, and join nobody',
        params: card,
        headers: idempotency,
        body: SaveCard,
        response: { 200: Contact, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { messageId } = request.params;
      const { found, place, card: kept } = await findCard(request.params, viewerOf(request));
      const { portfolioId, conversation } = found;
      const of = await findContact(request.body.contact ?? conversation.contactId, viewerOf(request));
      if (of.portfolioId !== portfolioId) throw otherPortfolio();
      const contactId = of.contact.id as ContactId;
      const saving = { portfolioId, contactId, messageId, place, card: kept, actor };
      const asks = { call: 'save-card', messageId, place, contactId };
      return await once(db, { request, asks }, async (tx) => {
        await saveCard(tx, saving, { policy, tools });
        const shown = await contactById(tx, within(viewerOf(request), portfolioId), contactId);
        if (!shown) throw new Error('A contact that was just changed is not there.');
        return shown.contact;
      });
    },
  );

  app.get(
    '/contacts/:id/cards',
    {
      ...guard('contacts:read'),
      schema: {
        tags,
        summary: 'Cards that were kept with a person',
        params,
        response: { 200: page(SavedCard), '4xx': Problem },
      },
    },
    async (request) => {
      const { portfolioId, holderIds } = await findContact(request.params.id, viewerOf(request));
      const kept = await cardsKept(db, portfolioId, holderIds);
      return { data: kept.map((one) => ({ ...one, at: one.at.toISOString() })), next: null };
    },
  );

  app.get(
    '/contacts/:id/card.vcf',
    {
      ...guard('contacts:read'),
      schema: {
        tags,
        summary: 'A person’s own card, with the number they show now',
        params,
        response: { 200: z.string(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { contact } = await findContact(request.params.id, viewerOf(request));
      return vcf(request, reply, cardOfContact(contact));
    },
  );
};

/** As a file, never as a page: whatever is on the card, no browser reads it as one. The name says nothing about anybody. */
function vcf(request: FastifyRequest, reply: FastifyReply, one: Card) {
  return reply
    .header('content-type', 'text/vcard; charset=utf-8')
    .header('content-disposition', 'attachment; filename="card.vcf"')
    .header('x-content-type-options', 'nosniff')
    .serializer((text: unknown) => String(text))
    .send(writeCard(masks(request) ? (masked(one) as Card) : one));
}

function otherPortfolio(): ProblemError {
  return new ProblemError(422, 'contact_unknown', sentence('problem.contact_unknown.portfolio'), {
    errors: [{ field: 'contact', problem: sentence('field.contact.same_portfolio') }],
  });
}

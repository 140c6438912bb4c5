// Customers' numbers by role: who sees them masked; and one person's shown in full, which is written down.

import { PhoneMasking, Problem, RevealedPhones, RevealPhones } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { maskedRoles } from '../../access/phone-masking.ts';
import { inTransaction } from '../../db/connect.ts';
import { setMaskedRoles } from '../../flows/mask-roles.ts';
import { revealPhones } from '../../flows/reveal-phones.ts';
import { contactById } from '../../views/contacts.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

const tags = ['Access'];

export const phones: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const revealing = guard('phones:reveal');
  app.get(
    '/phone-masking',
    {
      ...guard('phones:mask'),
      schema: {
        tags,
        summary: 'Which roles see customers’ numbers masked',
        response: { 200: PhoneMasking, '4xx': Problem },
      },
    },
    async () => ({ roles: await maskedRoles(db) }),
  );

  app.put(
    '/phone-masking',
    {
      ...guard('phones:mask'),
      schema: {
        tags,
        summary: 'Choose the roles that see customers’ numbers masked',
        description:
          'Holds within a second, for every answer those roles get. What customers wrote stays as they wrote it.',
        body: PhoneMasking,
        response: { 200: PhoneMasking, '4xx': Problem },
      },
    },
    async (request) => {
      const { roles } = request.body;
      await inTransaction(db, (tx) => setMaskedRoles(tx, { roles, actor: actorOf(request) }, tools));
      return { roles: await maskedRoles(db) };
    },
  );

  app.post(
    '/contacts/:id/reveal',
    {
      ...revealing,
      config: { ...revealing.config, phones: 'revealed' },
      schema: {
        tags: ['Contacts'],
        summary: 'Show this person’s numbers in full; it is written down who asked',
        params: z.object({ id: z.uuid() }),
        body: RevealPhones.optional(),
        response: { 200: RevealedPhones, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const found = await contactById(db, viewerOf(request), request.params.id);
      if (!found) throw notFound('contact');
      const { portfolioId, contact } = found;
      const revealing = { portfolioId, contactId: contact.id, actor, reason: request.body?.reason };
      const outcome = await inTransaction(db, (tx) => revealPhones(tx, revealing));
      if (outcome === 'too_many') throw new ProblemError(429, 'too_many_reveals', sentence('problem.too_many_reveals'));
      return { contactId: contact.id, phones: contact.phones.map(({ value, role }) => ({ value, role })) };
    },
  );
};

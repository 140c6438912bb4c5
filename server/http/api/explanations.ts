// Why somebody is taken for one person, in words.

import { Explain, Explanation, Problem } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inSnapshot } from '../../db/snapshot.ts';
import { contactById } from '../../views/contacts.ts';
import { explanationOf } from '../../views/explanation.ts';
import { notFound } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

export const explanations: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, policy }) => {
  app.get(
    '/contacts/:id/explanation',
    {
      ...guard('identity:explain'),
      schema: {
        tags: ['Contacts'],
        summary: 'Why this is taken for one person',
        description:
          'Decided again from all the evidence, under the policy in force now. With `asOf`, from what was known at that moment; with `with`, also why the two are one person, or why not.',
        params: z.object({ id: z.uuid() }),
        querystring: Explain,
        response: { 200: Explanation, '4xx': Problem },
      },
    },
    async (request) => {
      const { asOf, with: other } = request.query;
      const viewer = viewerOf(request);
      return await inSnapshot(db, async (tx) => {
        const find = async (id: string) => {
          const found = await contactById(tx, viewer, id);
          if (!found) throw notFound('contact');
          return { id, found };
        };
        const about = await find(request.params.id);
        const against = other === undefined ? undefined : await find(other);
        return await explanationOf(
          tx,
          { about, asOf: asOf === undefined ? undefined : Date.parse(asOf), with: against },
          policy,
        );
      });
    },
  );
};

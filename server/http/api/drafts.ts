// What somebody is writing and has not sent: theirs alone, in whatever browser they sign in.

import { Drafts, Problem, SaveDraft } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction } from '../../db/connect.ts';
import { type DraftKind, draftsOf, dropDraft, keepDraft } from '../../drafts/store.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { sentence } from '../../words/sentence.ts';
import type { Viewer } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { personIn } from '../person.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

const tags = ['Drafts'];
const params = z.object({ id: z.uuid() });

export const drafts: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const placeOf = async (actor: Actor, viewer: Viewer, id: string) => {
    const person = personIn(actor);
    if (!person) throw new ProblemError(403, 'people_only', sentence('problem.people_only'));
    const found = await conversationById(db, viewer, id);
    if (!found) throw notFound('conversation');
    return { portfolioId: found.portfolioId, place: { conversationId: found.conversation.id, userId: person.id } };
  };

  app.get(
    '/conversations/:id/drafts',
    {
      ...guard('conversations:reply'),
      schema: { tags, summary: 'What you were writing here', params, response: { 200: Drafts, '4xx': Problem } },
    },
    async (request) => {
      const { portfolioId, place } = await placeOf(actorOf(request), viewerOf(request), request.params.id);
      const kept = await draftsOf(db, portfolioId, place);
      const of = (kind: DraftKind) => {
        const one = kept.find((draft) => draft.kind === kind);
        return one ? { body: one.body, savedAt: one.savedAt.toISOString() } : null;
      };
      return { reply: of('reply'), note: of('note') };
    },
  );

  app.put(
    '/conversations/:id/drafts',
    {
      ...guard('conversations:reply'),
      schema: {
        tags,
        summary: 'Keep what you are writing',
        description: 'The same again changes nothing. Empty: it is gone, as it is when it was sent.',
        params,
        body: SaveDraft,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { portfolioId, place } = await placeOf(actorOf(request), viewerOf(request), request.params.id);
      const { kind, body } = request.body;
      await inTransaction(db, (tx) =>
        body === ''
          ? dropDraft(tx, portfolioId, { ...place, kind })
          : keepDraft(tx, portfolioId, { ...place, kind, body, at: tools.clock() }),
      );
      return reply.code(204).send(null);
    },
  );
};

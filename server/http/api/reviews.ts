// Questions about who is who: list them, answer them.

import { ListReviews, Problem, page, Review, SettleReview } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noteAct } from '../../flows/note-act.ts';
import { type SettleOutcome, settleReview } from '../../flows/settle-review.ts';
import { refusalWords } from '../../views/identity-change.ts';
import { listReviews, reviewById } from '../../views/reviews.ts';
import { sentence } from '../../words/sentence.ts';
import { within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

export const reviews: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, policy, guard }) => {
  app.get(
    '/reviews',
    {
      ...guard('reviews:read'),
      schema: {
        tags: ['Who is who'],
        summary: 'Questions a machine cannot answer, newest first',
        querystring: ListReviews,
        response: { 200: page(Review), '4xx': Problem },
      },
    },
    async (request) => await listReviews(db, viewerOf(request), request.query),
  );

  app.post(
    '/reviews/:id/settle',
    {
      ...guard('reviews:settle'),
      schema: {
        tags: ['Who is who'],
        summary: 'Answer a question; the answer can be taken back',
        params: z.object({ id: z.uuid() }),
        headers: idempotency,
        body: SettleReview,
        response: { 200: Review, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const viewer = viewerOf(request);
      const { id } = request.params;
      const { action, reason } = request.body;
      const found = await reviewById(db, viewer, id);
      // One that is gone may have been answered by this very call before: its key knows.
      const portfolioId = found?.portfolioId;
      return await once(db, { request, asks: { call: 'settle', id, body: request.body } }, async (tx) => {
        if (!found || !portfolioId) throw notFound('review');
        const saying = { portfolioId, actor, reason, dryRun: false, policy, tools };
        refuseIfNot(await settleReview(tx, { reviewId: id, answer: action }, saying));
        await noteAct(tx, actor, {
          act: 'review_settled',
          subject: { kind: 'review', id },
          portfolio: portfolioId,
          detail: { answer: action },
        });
        // Where the answer undoes what was asked about, the question itself is gone.
        const now = await reviewById(tx, within(viewer, portfolioId), id);
        return now?.review ?? { ...found.review, state: 'settled' as const, actions: [] };
      });
    },
  );
};

function refuseIfNot(outcome: SettleOutcome): void {
  switch (outcome.kind) {
    case 'no_review':
      throw notFound('review');
    case 'settled_before':
      throw new ProblemError(409, 'settled_before', sentence('problem.settled_before'));
    case 'not_offered':
      throw new ProblemError(422, 'action_not_offered', sentence('problem.action_not_offered'), {
        errors: [{ field: 'action', problem: `must be ${outcome.offered.join(' or ')}` }],
        allowed: [...outcome.offered],
      });
    case 'spoken': {
      const { refused } = outcome.spoken;
      if (refused) throw new ProblemError(409, refused.code, refusalWords(refused));
    }
  }
}

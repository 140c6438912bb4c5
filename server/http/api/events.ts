// What happened, for other systems: read on from a cursor, listened to, and the schemas of what is told.

import {
  AcknowledgedErasure,
  EventFeed,
  EventTypeName,
  eventTypes,
  eventVersion,
  ListEvents,
  Problem,
  StreamEvents,
} from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction, type Reader } from '../../db/connect.ts';
import { jsonSchemaOf, parseEventId, schemaUrl, sequenceOf, toCloudEvent } from '../../events/rules-envelope.ts';
import { eventsAfter, eventsAt, extentOf } from '../../events/store.ts';
import { acknowledgeErasure } from '../../flows/acknowledge-erasure.ts';
import { whichPortfolio } from '../../views/policy.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf, may } from '../auth.ts';
import type { EventStreams } from '../event-streams.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';

const tags = ['Events'];

/** @throws ProblemError where none is meant, or several may be. */
export async function portfolioOf(
  db: Reader,
  { portfolios }: Pick<Actor, 'portfolios'>,
  named: string | undefined,
): Promise<PortfolioId> {
  const found = await whichPortfolio(db, portfolios, named);
  if (found.kind === 'unknown') throw notFound('portfolio');
  if (found.kind === 'several')
    throw new ProblemError(422, 'portfolio_needed', sentence('problem.portfolio_needed'), {
      errors: [{ field: 'portfolio', problem: sentence('field.portfolio') }],
    });
  return found.portfolioId;
}

/** @throws ProblemError where what came after it is not kept any more, or where it is of another log. */
async function positionOf(db: Reader, portfolioId: PortfolioId, after: string | undefined): Promise<number> {
  const { forgotten, last } = await extentOf(db, portfolioId);
  if (after === undefined) return forgotten;
  if (after === 'latest') return last;
  const position = Number(after);
  if (position < forgotten || position > last)
    throw new ProblemError(410, 'cursor_gone', sentence('problem.cursor_gone'));
  return position;
}

export const events: FastifyPluginAsyncZod<ApiDoor & { streams: EventStreams }> = async (
  app,
  { db, tools, guard, streams },
) => {
  app.get(
    '/events',
    {
      ...guard('events:read'),
      schema: {
        tags,
        summary: 'What happened, in order, after a cursor',
        description:
          'Keep `next` and ask with it again: nothing is missed, and nothing is told twice. Events are kept for 30 days, or as long as the portfolio chose (`eventsDays` of `/retention`); a cursor older than the log is answered with 410 `cursor_gone`: read contacts anew, then go on from `latest`.',
        querystring: ListEvents,
        response: { 200: EventFeed, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { after, limit, type: types, portfolio } = request.query;
      const portfolioId = await portfolioOf(db, actor, portfolio);
      const from = await positionOf(db, portfolioId, after);
      const { last } = await extentOf(db, portfolioId);
      const rows = await eventsAfter(db, portfolioId, { after: from, limit: limit + 1, types });
      const shown = rows.slice(0, limit);
      const more = rows.length > limit;
      // Where the page has the last of them, so does everything of other types before it.
      const end = more ? (shown.at(-1)?.position ?? from) : Math.max(from, last, shown.at(-1)?.position ?? 0);
      return {
        data: shown.map((row) => toCloudEvent(row, { accounts: may(actor, 'identity:read') })),
        next: sequenceOf(end),
        more,
      };
    },
  );

  app.get(
    '/events/live',
    {
      ...guard('events:read'),
      schema: {
        tags,
        summary: 'Server-sent events: what happens, as it happens',
        description:
          'Each has its sequence as its id, so whoever reconnects with `Last-Event-ID` misses nothing. Without it, and without `after`, it begins with what is to come.',
        querystring: StreamEvents,
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const portfolioId = await portfolioOf(db, actor, request.query.portfolio);
      const known = request.headers['last-event-id'];
      const after = typeof known === 'string' && /^\d{1,20}$/.test(known) ? known : (request.query.after ?? 'latest');
      const position = await positionOf(db, portfolioId, after);
      if (streams.full()) throw new ProblemError(503, 'too_many_listeners', sentence('problem.too_many_listeners'));
      streams.open(request, reply, { portfolioId, position, accounts: may(actor, 'identity:read') });
    },
  );

  app.get(
    '/events/schemas',
    {
      ...guard('docs:read'),
      schema: {
        tags,
        summary: 'Every type of event there is, with its schema',
        response: {
          200: z.object({
            data: z.array(
              z.object({ type: EventTypeName, version: z.number().int(), dataschema: z.string(), path: z.string() }),
            ),
            next: z.null(),
          }),
          '4xx': Problem,
        },
      },
    },
    async () => ({
      data: eventTypes.map((type) => ({
        type,
        version: eventVersion,
        dataschema: schemaUrl(type),
        path: `/api/v1/events/schemas/${type}/${eventVersion}`,
      })),
      next: null,
    }),
  );

  app.get(
    '/events/schemas/:type/:version',
    {
      ...guard('docs:read'),
      schema: {
        tags,
        summary: 'The JSON Schema of what an event of this type says',
        params: z.object({ type: z.string(), version: z.string() }),
        response: { 200: z.record(z.string(), z.unknown()), '4xx': Problem },
      },
    },
    async (request) => {
      const { version } = request.params;
      const type = eventTypes.find((one) => one === request.params.type);
      if (!type || version !== String(eventVersion)) throw notFound('event_schema');
      return jsonSchemaOf(type) as Record<string, unknown>;
    },
  );

  app.post(
    '/events/:event/acknowledge',
    {
      ...guard('events:acknowledge'),
      schema: {
        tags,
        summary: 'Say that you have forgotten whom a contact.erased tells of',
        description:
          'For whoever reads events instead of having them delivered; a delivery is acknowledged by its answer. It is written down with the privacy request. To say it twice does no harm.',
        params: z.object({ event: z.string().max(60).describe('The id of the event.') }),
        querystring: z.object({ portfolio: z.string().max(64).optional() }),
        response: { 200: AcknowledgedErasure, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const portfolioId = await portfolioOf(db, actor, request.query.portfolio);
      const named = parseEventId(request.params.event);
      const row = named && (await eventsAt(db, portfolioId, [named.position])).get(named.position);
      if (!row || row.nonce !== named.nonce) throw notFound('event');
      if (row.type !== 'contact.erased')
        throw new ProblemError(422, 'nothing_to_acknowledge', sentence('problem.nothing_to_acknowledge'));
      const at = new Date(tools.clock());
      await inTransaction(db, (tx) => acknowledgeErasure(tx, row, { actor, at }));
      return { event: request.params.event, acknowledged: true, at: at.toISOString() };
    },
  );
};

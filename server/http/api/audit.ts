// Who did what: searched, and taken away as CSV or JSON Lines.

import { Readable } from 'node:stream';
import { AuditEntry, type AuditFilters, ExportAudit, ListAudit, Problem, page } from '@throughline/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type Cells, csvLines } from '../../csv/line.ts';
import { inTransaction } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { auditCells, auditColumns, everyEntry, listAudit } from '../../views/audit.ts';
import { actorOf } from '../auth.ts';
import type { ApiDoor } from './door.ts';

const tags = ['Audit'];

export const audit: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard }) => {
  app.get(
    '/audit',
    {
      ...guard('audit:read'),
      schema: {
        tags,
        summary: 'Who did what, newest first',
        description: 'Nothing here is ever changed or removed. Customers stand in it by their ids alone.',
        querystring: ListAudit,
        response: { 200: page(AuditEntry), '4xx': Problem },
      },
    },
    async (request) => await listAudit(db, actorOf(request).portfolios, request.query),
  );

  /** That it was taken away is an act too, and is written down before the first line leaves. */
  const download = async (
    { request, reply, filters }: { request: FastifyRequest; reply: FastifyReply; filters: AuditFilters },
    { format, type, lines }: { format: 'csv' | 'jsonl'; type: string; lines: typeof jsonLines },
  ) => {
    const actor = actorOf(request);
    const said = Object.entries(filters).filter(([, value]) => value !== undefined);
    await inTransaction(db, (tx) =>
      noteAct(tx, actor, {
        act: 'exported',
        detail: { what: 'audit_log', format, filters: said.map(([name]) => name) },
      }),
    );
    reply.header('content-type', type);
    reply.header('content-disposition', `attachment; filename="audit-log.${format}"`);
    reply.header('cache-control', 'no-store');
    return await reply.send(Readable.from(lines(everyEntry(db, { ...filters, portfolios: actor.portfolios }))));
  };

  app.get(
    '/audit.csv',
    {
      ...guard('audit:read'),
      schema: { tags, summary: 'All of it that is looked for, as CSV', querystring: ExportAudit },
    },
    async (request, reply) =>
      await download(
        { request, reply, filters: request.query },
        { format: 'csv', type: 'text/csv; charset=utf-8', lines: (entries) => csvLines(tableOf(entries)) },
      ),
  );

  app.get(
    '/audit.jsonl',
    {
      ...guard('audit:read'),
      schema: { tags, summary: 'All of it that is looked for, as JSON, one entry a line', querystring: ExportAudit },
    },
    async (request, reply) =>
      await download(
        { request, reply, filters: request.query },
        { format: 'jsonl', type: 'application/jsonl; charset=utf-8', lines: jsonLines },
      ),
  );
};

async function* jsonLines(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

async function* tableOf(entries: AsyncIterable<AuditEntry>): AsyncGenerator<Cells> {
  yield [...auditColumns];
  for await (const entry of entries) yield auditCells(entry);
}

// Exports: asked for, looked at, called off, taken away; and those made again and again.

import {
  ChangeExportSchedule,
  CreateExport,
  CreateExportSchedule,
  Export,
  ExportSchedule,
  ListExports,
  Problem,
  page,
} from '@throughline/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction } from '../../db/connect.ts';
import { contentTypes } from '../../exports/encode.ts';
import { type Asker, mayHave } from '../../exports/rules-allowed.ts';
import { fileNameOf } from '../../exports/rules-names.ts';
import { isRhythm, isZone, nextAfter } from '../../exports/rules-schedule.ts';
import {
  addSchedule,
  countSchedules,
  type ScheduleRow,
  scheduleById,
  schedulesOf,
  setNext,
} from '../../exports/schedules.ts';
import { addExport, countAtWork, type ExportRow, exportById, exportsOf, noteDownload } from '../../exports/store.ts';
import { cancelExport, dropSchedule } from '../../flows/drop-export-files.ts';
import { noteAct } from '../../flows/note-act.ts';
import { limits } from '../../limits.ts';
import { exportShown, scheduleShown } from '../../views/exports/shown.ts';
import { pageOf, readCursor } from '../../views/paging.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { masks } from '../masked.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { portfolioOf } from './events.ts';
import { idempotency, once } from './once.ts';

const tags = ['Exports'];
const params = z.object({ id: z.uuid() });

export const exports_: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, blobs, tools, guard, wakeExports }) => {
  const now = () => new Date(tools.clock());
  const found = async (request: FastifyRequest, id: string) => {
    const row = await exportById(db, actorOf(request).portfolios, id);
    if (!row) throw notFound('export');
    return row;
  };
  const shown = (request: FastifyRequest) => (row: ExportRow) => exportShown(row, askerOf(request));

  app.get(
    '/exports',
    {
      ...guard('exports:read'),
      schema: {
        tags,
        summary: 'Which files there are or were, newest first',
        querystring: ListExports,
        response: { 200: page(Export), '4xx': Problem },
      },
    },
    async (request) => {
      const { limit, cursor, schedule } = request.query;
      const after = readCursor<[string, string]>(cursor, ['time', 'id']);
      const listing = { scheduleId: schedule, after, limit: limit + 1 };
      const rows = await exportsOf(db, actorOf(request).portfolios, listing);
      return pageOf(rows, limit, (last) => [last.createdAt.toISOString(), last.id], shown(request));
    },
  );

  app.post(
    '/exports',
    {
      ...guard('exports:make'),
      schema: {
        tags,
        summary: 'Have a file made; ask for it again to see how far it is',
        headers: idempotency,
        body: CreateExport,
        response: { 202: Export, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const asked = wanted(request, request.body);
      const portfolioId = await portfolioOf(db, actor, request.body.portfolio);
      const { from, until } = request.body;
      const answer = await once(db, { request, asks: { path: '/exports', ...request.body } }, async (tx) => {
        if ((await countAtWork(tx, portfolioId)) >= limits.exportsAtOnce)
          throw new ProblemError(429, 'too_many_exports', sentence('problem.too_many_exports'));
        const key = { portfolioId, id: tools.newId() };
        await addExport(tx, {
          ...key,
          ...asked,
          from: from === null ? null : new Date(from),
          until: until === null ? null : new Date(until),
          scheduleId: null,
          ...madeBy(actor),
          createdAt: now(),
        });
        const detail = { what: `${asked.kind}_export`, format: asked.format, accounts: asked.accounts };
        await noteAct(tx, actor, { act: 'export_asked', portfolio: portfolioId, subject: subjectOf(key.id), detail });
        const row = await exportById(tx, [portfolioId], key.id);
        if (!row) throw notFound('export');
        return shown(request)(row);
      });
      wakeExports();
      return reply.code(202).send(answer);
    },
  );

  app.get(
    '/exports/:id',
    {
      ...guard('exports:read'),
      schema: { tags, summary: 'One file, and how far it is', params, response: { 200: Export, '4xx': Problem } },
    },
    async (request) => shown(request)(await found(request, request.params.id)),
  );

  app.post(
    '/exports/:id/cancel',
    {
      ...guard('exports:make'),
      schema: {
        tags,
        summary: 'Call it off; of one that is made, destroy the file',
        params,
        response: { 200: Export, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params;
      return await inTransaction(db, async (tx) => {
        const row = await exportById(tx, actor.portfolios, id, true);
        if (!row) throw notFound('export');
        if (['queued', 'running', 'ready'].includes(row.state)) {
          await cancelExport(tx, row, now());
          const about = { portfolio: row.portfolioId, subject: subjectOf(id), detail: { what: `${row.kind}_export` } };
          await noteAct(tx, actor, { act: 'export_cancelled', ...about });
        }
        const after = await exportById(tx, actor.portfolios, id);
        return shown(request)(after ?? row);
      });
    },
  );

  app.get(
    '/exports/:id/file',
    {
      ...guard('exports:read'),
      schema: {
        tags,
        summary: 'The file itself, while it waits for download; noted each time',
        description: 'CSV, JSON Lines or Parquet, as it was asked for.',
        params,
      },
    },
    async (request, reply) => {
      const row = await found(request, request.params.id);
      assertMayHave(request, row);
      const { object, store, key, size } = row;
      if (row.state !== 'ready' || object === null || store === null || key === null || size === null)
        throw new ProblemError(409, 'export_not_ready', sentence('problem.export_not_ready'));
      const blob = { portfolioId: row.portfolioId, object, store, key, size };
      const bytes = size === 0 ? Buffer.alloc(0) : await blobs.read(blob, { start: 0, end: size - 1 });
      if (!bytes) throw notFound('file');
      await inTransaction(db, async (tx) => {
        await noteDownload(tx, row);
        await noteAct(tx, actorOf(request), {
          act: 'exported',
          portfolio: row.portfolioId,
          subject: subjectOf(row.id),
          detail: { what: `${row.kind}_export`, format: row.format, rows: row.rowsDone },
        });
      });
      return await sendFile(reply, row, bytes);
    },
  );

  app.get(
    '/export-schedules',
    {
      ...guard('exports:read'),
      schema: {
        tags,
        summary: 'What is made again and again',
        response: { 200: page(ExportSchedule), '4xx': Problem },
      },
    },
    async (request) => {
      const rows = await schedulesOf(db, actorOf(request).portfolios);
      return { data: rows.map(scheduleShown), next: null };
    },
  );

  app.post(
    '/export-schedules',
    {
      ...guard('exports:make'),
      schema: {
        tags,
        summary: 'Have a file made every day, week or month',
        headers: idempotency,
        body: CreateExportSchedule,
        response: { 201: ExportSchedule, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, lastDays, every, day, clock, zone, keep } = request.body;
      const asked = wanted(request, request.body);
      if (!isZone(zone)) throw refusedField('zone', 'problem.no_such_zone');
      if (!isRhythm({ every, day })) throw refusedField('day', 'problem.no_such_rhythm');
      const portfolioId = await portfolioOf(db, actor, request.body.portfolio);
      const answer = await once(db, { request, asks: { path: '/export-schedules', ...request.body } }, async (tx) => {
        if ((await countSchedules(tx, portfolioId)) >= limits.exportSchedules)
          throw new ProblemError(422, 'too_many_schedules', sentence('problem.too_many_schedules'));
        const rhythm = { every, day, clock, zone };
        const row: ScheduleRow = {
          ...{ portfolioId, id: tools.newId(), name, ...asked, ...rhythm, lastDays, keep, paused: false },
          ...{ nextAt: new Date(nextAfter(rhythm, tools.clock())), ...madeBy(actor), createdAt: now() },
        };
        await addSchedule(tx, row);
        const detail = { what: `${asked.kind}_export`, format: asked.format, accounts: asked.accounts };
        const about = { portfolio: portfolioId, subject: scheduleSubject(row), detail };
        await noteAct(tx, actor, { act: 'export_schedule_created', ...about });
        return scheduleShown(row);
      });
      return reply.code(201).send(answer);
    },
  );

  app.patch(
    '/export-schedules/:id',
    {
      ...guard('exports:make'),
      schema: {
        tags,
        summary: 'Pause it, or go on',
        params,
        body: ChangeExportSchedule,
        response: { 200: ExportSchedule, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { paused } = request.body;
      return await inTransaction(db, async (tx) => {
        const row = await scheduleById(tx, actor.portfolios, request.params.id, true);
        if (!row) throw notFound('export_schedule');
        if (!paused) assertMayHave(request, row);
        const nextAt = paused ? null : new Date(nextAfter(row, tools.clock()));
        await setNext(tx, row, nextAt);
        const about = {
          portfolio: row.portfolioId,
          subject: scheduleSubject(row),
          detail: { state: paused ? 'paused' : 'active' },
        };
        await noteAct(tx, actor, { act: 'export_schedule_changed', ...about });
        return scheduleShown({ ...row, paused, nextAt });
      });
    },
  );

  app.delete(
    '/export-schedules/:id',
    {
      ...guard('exports:make'),
      schema: {
        tags,
        summary: 'Make it no more; its files are destroyed',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await inTransaction(db, async (tx) => {
        const row = await scheduleById(tx, actor.portfolios, request.params.id, true);
        if (!row) throw notFound('export_schedule');
        await dropSchedule(tx, row, now());
        const about = { portfolio: row.portfolioId, subject: scheduleSubject(row) };
        await noteAct(tx, actor, { act: 'export_schedule_deleted', ...about });
      });
      return reply.code(204).send(null);
    },
  );
};

function askerOf(request: FastifyRequest): Asker {
  return { scopes: actorOf(request).scopes, phones: masks(request) ? 'masked' : 'shown' };
}

/** What is asked for, where whoever asks may have it; numbers as they see them. */
function wanted(
  request: FastifyRequest,
  { kind, format, number, tag, accounts }: Pick<CreateExport, 'kind' | 'format' | 'number' | 'tag' | 'accounts'>,
) {
  const { phones, language } = viewerOf(request);
  if (kind === 'coverage' && tag !== null) throw refusedField('tag', 'problem.coverage_has_no_tags');
  if (kind === 'coverage' && accounts) throw refusedField('accounts', 'problem.coverage_has_no_accounts');
  assertMayHave(request, { kind, accounts, phones });
  return { kind, format, phoneNumberId: number, tagId: tag, accounts, phones, language };
}

function assertMayHave(request: FastifyRequest, one: Parameters<typeof mayHave>[1]): void {
  const verdict = mayHave(askerOf(request), one);
  if (verdict === 'yes') return;
  throw new ProblemError(403, 'export_not_yours', sentence(`problem.export_not_yours.${verdict}`));
}

function refusedField(
  field: string,
  key: `problem.${'no_such_zone' | 'no_such_rhythm' | 'coverage_has_no_tags' | 'coverage_has_no_accounts'}`,
): ProblemError {
  return new ProblemError(422, 'export_not_possible', sentence(key), { errors: [{ field, problem: sentence(key) }] });
}

const madeBy = ({ id, name }: Actor) => ({ createdBy: id, createdName: name });
const subjectOf = (id: string) => ({ kind: 'export' as const, id });
const scheduleSubject = ({ id, name }: ScheduleRow) => ({ kind: 'export_schedule' as const, id, name });

async function sendFile(reply: FastifyReply, row: ExportRow, bytes: Parameters<FastifyReply['send']>[0]) {
  reply.header('content-type', contentTypes[row.format]);
  reply.header('content-disposition', `attachment; filename="${fileNameOf({ ...row, at: row.createdAt })}"`);
  reply.header('content-length', row.size ?? 0);
  reply.header('cache-control', 'no-store');
  reply.header('x-content-type-options', 'nosniff');
  return await reply.send(bytes);
}

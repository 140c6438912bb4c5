// Imports: a list is taken in, its columns are named, it is looked at and carried out; each row says what became of it.

import { Readable } from 'node:stream';
import {
  ChangeImport,
  CreateImport,
  Import,
  type ImportMapping,
  ImportRow,
  ListImportRows,
  ListImports,
  Problem,
  page,
} from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Cells, csvLines } from '../../csv/line.ts';
import { FileRefused, type ReadFile, readFile } from '../../csv/read-file.ts';
import { inTransaction, type Transaction } from '../../db/connect.ts';
import { beginImport, contactFields } from '../../flows/begin-import.ts';
import { noteAct } from '../../flows/note-act.ts';
import { guessMapping } from '../../imports/rules-mapping.ts';
import { tableOf } from '../../imports/rules-rows.ts';
import { addRows, forgetRows, type ImportRecord, importById, importsOf, saveImport } from '../../imports/store.ts';
import { everyImportRow, importShown, listImportRows } from '../../views/imports.ts';
import { pageOf, readCursor } from '../../views/paging.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { masks } from '../masked.ts';
import { notFound, ProblemError } from '../problems.ts';
import { refusedFile } from './campaign-problems.ts';
import type { ApiDoor } from './door.ts';
import { portfolioOf } from './events.ts';
import { idempotency, once } from './once.ts';

const tags = ['Imports'];
const params = z.object({ id: z.uuid() });
const types = ['text/csv', 'text/plain', 'text/tab-separated-values', 'application/csv', 'application/octet-stream'];
const samples = 200;

export const imports: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, wakeImports }) => {
  // The body of a list stays a stream: whoever reads it counts its bytes.
  app.addContentTypeParser(types, (_request, body, done) => done(null, body));
  const may = guard('contacts:import');
  const now = () => new Date(tools.clock());
  /** Lists have numbers whole: whoever sees them masked would see them here. */
  const assertSees = (request: FastifyRequest) => {
    if (masks(request)) throw new ProblemError(403, 'import_masked', sentence('problem.import_masked'));
  };
  const found = async (request: FastifyRequest, id: string) => {
    assertSees(request);
    const one = await importById(db, actorOf(request).portfolios, id);
    if (!one) throw notFound('import');
    return one;
  };
  /** Locked, and only while it is in one of these states. */
  const changing = async (
    request: FastifyRequest,
    { id, states }: { id: string; states: readonly ImportRecord['state'][] },
    work: (tx: Transaction, one: ImportRecord) => Promise<ImportRecord>,
  ): Promise<Import> => {
    assertSees(request);
    const answer = await inTransaction(db, async (tx) => {
      const one = await importById(tx, actorOf(request).portfolios, id, true);
      if (!one) throw notFound('import');
      if (!states.includes(one.state)) throw new ProblemError(409, 'import_state', sentence('problem.import_state'));
      const after = await work(tx, one);
      await saveImport(tx, after);
      return await importShown(tx, after);
    });
    wakeImports();
    return answer;
  };

  const takeFile = async (request: FastifyRequest, name: string, portfolioId: PortfolioId): Promise<Import> => {
    const { body } = request;
    if (!(body instanceof Readable)) throw new ProblemError(400, 'invalid_request', sentence('csv.no_body'));
    const key = { portfolioId, id: tools.newId() };
    const blank: ImportMapping = { columns: [], country: null, byUsername: false, createTags: false };
    const began = await inTransaction(db, (tx) =>
      beginImport(tx, { ...key, name, mapping: blank, state: 'reading', actor: actorOf(request) }, tools),
    );
    let read: ReadFile;
    try {
      read = await readFile(body as AsyncIterable<Uint8Array>, (rows) =>
        inTransaction(db, (tx) => addRows(tx, key, rows)),
      );
    } catch (error) {
      await inTransaction(db, async (tx) => {
        await forgetRows(tx, key);
        await saveImport(tx, { ...began, state: 'cancelled', endedAt: now() });
      });
      throw error instanceof FileRefused ? refused(error) : error;
    }
    const first = read.first.slice(0, samples).map(({ cells }) => cells);
    return await inTransaction(db, async (tx) => {
      const mapping = guessMapping(read.headers, first, await contactFields(tx));
      const taken: ImportRecord = { ...began, state: 'mapping', headers: read.headers, rows: read.rows, mapping };
      await saveImport(tx, taken);
      return await importShown(tx, taken);
    });
  };

  const takeRows = async (request: FastifyRequest, portfolioId: PortfolioId): Promise<Import> => {
    const given = CreateImport.safeParse(request.body);
    if (!given.success) {
      const errors = given.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));
      throw new ProblemError(
        400,
        'invalid_request',
        errors.map(({ field, problem }) => `${field}: ${problem}`).join('; '),
        { errors },
      );
    }
    const { headers, mapping, rows } = tableOf(given.data);
    return await once(db, { request: request as never, asks: { path: '/imports', ...given.data } }, async (tx) => {
      const key = { portfolioId, id: tools.newId() };
      const making = { ...key, name: given.data.name, mapping, state: 'checking' as const, actor: actorOf(request) };
      const began = await beginImport(tx, making, tools);
      await addRows(tx, key, rows);
      const taken: ImportRecord = { ...began, headers, rows: rows.length, runs: !given.data.dryRun };
      await saveImport(tx, taken);
      return await importShown(tx, taken);
    });
  };

  app.post(
    '/imports',
    {
      ...may,
      schema: {
        tags,
        summary: 'Take a list of people in: rows as JSON, or a CSV file as the body',
        description:
          'JSON (`CreateImport`): it is looked at and, unless `dryRun` is set, carried out; idempotent by what it says and by key. CSV (Content-Type: text/csv): its columns are guessed; name them by PATCH, have it looked at, then carried out.',
        headers: idempotency,
        querystring: z.object({
          name: z.string().trim().min(1).max(200).default('contacts.csv'),
          portfolio: z.string().max(64).optional(),
        }),
        body: z.any().describe('CreateImport as JSON, or the bytes of a CSV file.'),
        response: { 201: Import, '4xx': Problem },
      },
    },
    async (request, reply) => {
      assertSees(request);
      const { name, portfolio } = request.query;
      const isList = request.body instanceof Readable;
      const named = isList ? portfolio : ((request.body as { portfolio?: string } | null)?.portfolio ?? portfolio);
      const portfolioId = await portfolioOf(db, actorOf(request), named);
      const answer = isList ? await takeFile(request, name, portfolioId) : await takeRows(request, portfolioId);
      wakeImports();
      return reply.code(201).send(answer);
    },
  );

  app.get(
    '/imports',
    {
      ...may,
      schema: {
        tags,
        summary: 'Every list, newest first',
        querystring: ListImports,
        response: { 200: page(Import), '4xx': Problem },
      },
    },
    async (request) => {
      assertSees(request);
      const { limit, cursor } = request.query;
      const after = readCursor<[string, string]>(cursor, ['time', 'id']);
      const rows = await importsOf(db, actorOf(request).portfolios, { after, limit: limit + 1 });
      const { data, next } = pageOf(
        rows,
        limit,
        (last) => [last.createdAt.toISOString(), last.id],
        (row) => row,
      );
      return { data: await Promise.all(data.map((one) => importShown(db, one))), next };
    },
  );

  app.get(
    '/imports/:id',
    {
      ...may,
      schema: { tags, summary: 'One list, and how far it is', params, response: { 200: Import, '4xx': Problem } },
    },
    async (request) => await importShown(db, await found(request, request.params.id)),
  );

  app.patch(
    '/imports/:id',
    {
      ...may,
      schema: {
        tags,
        summary: 'Say what its columns are; what was found before is forgotten',
        params,
        body: ChangeImport,
        response: { 200: Import, '4xx': Problem },
      },
    },
    async (request) =>
      await changing(request, { id: request.params.id, states: ['mapping', 'checked'] }, async (_tx, one) => {
        const { mapping } = request.body;
        assertWhole(mapping, one.headers.length);
        return { ...one, mapping, state: 'mapping', line: 0 };
      }),
  );

  for (const [verb, from, to, summary] of [
    ['check', ['mapping', 'checked'], 'checking', 'Look at every row and say what would be; nothing is changed'],
    ['run', ['checked'], 'running', 'Carry it out'],
  ] as const)
    app.post(
      `/imports/:id/${verb}`,
      { ...may, schema: { tags, summary, params, response: { 202: Import, '4xx': Problem } } },
      async (request, reply) => {
        const actor = actorOf(request);
        const answer = await changing(request, { id: request.params.id, states: from }, async (tx, one) => {
          if (verb === 'run')
            await noteAct(tx, actor, {
              act: 'contacts_imported',
              portfolio: one.portfolioId,
              subject: { kind: 'import', id: one.id },
              detail: { rows: one.rows },
            });
          return { ...one, state: to, line: 0 };
        });
        return reply.code(202).send(answer);
      },
    );

  app.post(
    '/imports/:id/cancel',
    {
      ...may,
      schema: {
        tags,
        summary: 'Stop it; what was carried out stays',
        params,
        response: { 200: Import, '4xx': Problem },
      },
    },
    async (request) =>
      await changing(
        request,
        { id: request.params.id, states: ['reading', 'mapping', 'checking', 'checked', 'running'] },
        async (_tx, one) => ({ ...one, state: 'cancelled', endedAt: now() }),
      ),
  );

  app.get(
    '/imports/:id/rows',
    {
      ...may,
      schema: {
        tags,
        summary: 'Its rows, each with what would be or became of it',
        params,
        querystring: ListImportRows,
        response: { 200: page(ImportRow), '4xx': Problem },
      },
    },
    async (request) => await listImportRows(db, await found(request, request.params.id), request.query),
  );

  app.get(
    '/imports/:id/report.csv',
    { ...may, schema: { tags, summary: 'The same of all rows, as CSV beside what they said', params } },
    async (request, reply) => {
      const one = await found(request, request.params.id);
      await inTransaction(db, (tx) =>
        noteAct(tx, actorOf(request), {
          act: 'exported',
          portfolio: one.portfolioId,
          subject: { kind: 'import', id: one.id },
          detail: { what: 'import_report', format: 'csv' },
        }),
      );
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="import-${one.id}.csv"`);
      reply.header('cache-control', 'no-store');
      return await reply.send(Readable.from(csvLines(report(one))));
    },
  );

  async function* report(one: ImportRecord): AsyncGenerator<Cells> {
    yield ['line', 'outcome', 'reason', 'double of line', 'contact', ...one.headers];
    for await (const { line, outcome, reason, ofLine, contactId, cells } of everyImportRow(db, one))
      yield [line, outcome, reason, ofLine, contactId, ...cells];
  }
};

function assertWhole({ columns }: ImportMapping, headers: number): void {
  const named = columns.flatMap((one) => (one ? ['field' in one ? one.field : one.kind] : []));
  const external = columns.filter((one) => one?.kind === 'external_id').length;
  if (columns.length === headers && new Set(named).size === named.length && external <= 1) return;
  const problem = sentence('problem.import_columns');
  throw new ProblemError(422, 'import_columns', problem, { errors: [{ field: 'mapping.columns', problem }] });
}

function refused(error: FileRefused): ProblemError {
  const { code } = error;
  if (code === 'file_too_large' || code === 'too_many_rows')
    return new ProblemError(code === 'file_too_large' ? 413 : 422, code, sentence('problem.import_too_long'));
  return refusedFile(error);
}

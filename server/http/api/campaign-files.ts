// A campaign's file in, its report out: both streamed, so that neither is ever whole in memory.

import { Readable } from 'node:stream';
import { CampaignFile, Problem } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mayDo } from '../../campaigns/rules-state.ts';
import { campaignById } from '../../campaigns/store.ts';
import { add, begin } from '../../campaigns/uploads.ts';
import { type Cells, csvLines } from '../../csv/line.ts';
import { FileRefused, readFile } from '../../csv/read-file.ts';
import { inTransaction } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { takeFile } from '../../flows/take-file.ts';
import { limits } from '../../limits.ts';
import { everyRow, type Watched } from '../../views/campaign-rows.ts';
import { fileIn } from '../../views/campaigns.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { masked, masks } from '../masked.ts';
import { notFound } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import { refusedFile, wrongState } from './campaign-problems.ts';
import type { ApiDoor } from './door.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Campaigns'];
/** What browsers call a CSV file, by system. */
const types = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/csv',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

export const campaignFiles: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  // The body stays a stream: whoever reads it counts its bytes.
  app.addContentTypeParser(types, (_request, body, done) => done(null, body));

  app.put(
    '/campaigns/:id/file',
    {
      ...guard('campaigns:manage'),
      bodyLimit: limits.campaignFileBytes,
      schema: {
        tags,
        summary: 'Upload its CSV file, as the body of the request; replaces the one before',
        description:
          'Up to 100 MB and 1,000,000 rows below a heading. Delimiter and encoding are recognized. Content-Type: text/csv.',
        params,
        querystring: z.object({
          name: z.string().trim().min(1).max(200).default('file.csv').describe('What the file is called.'),
        }),
        response: { 200: CampaignFile, '4xx': Problem },
      },
    },
    async (request) => {
      const { portfolios } = actorOf(request);
      const { id } = request.params;
      const campaign = await campaignById(db, portfolios, id);
      if (!campaign) throw notFound('campaign');
      if (!mayDo(campaign.state, 'edit')) throw wrongState(campaign.state, 'file');
      const upload = { portfolioId: campaign.portfolioId, campaignId: id, id: tools.newId() };
      await inTransaction(db, (tx) => begin(tx, upload));
      try {
        const read = await readFile(bytesOf(request.body), (rows) => inTransaction(db, (tx) => add(tx, upload, rows)));
        return await inTransaction(db, async (tx) => {
          const now = await campaignById(tx, portfolios, id, true);
          if (!now) throw notFound('campaign');
          const file = await takeFile(tx, now, { name: request.query.name, upload: upload.id, read });
          if (!file) throw wrongState(now.state, 'file');
          return fileIn(viewerOf(request), file);
        });
      } catch (error) {
        throw error instanceof FileRefused ? refusedFile(error) : error;
      }
    },
  );

  app.get(
    '/campaigns/:id/report.csv',
    {
      ...guard('campaigns:read'),
      schema: { tags, summary: 'Every row with what became of it, as CSV', params },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const campaign = await campaignById(db, actor.portfolios, request.params.id);
      if (!campaign) throw notFound('campaign');
      await inTransaction(db, (tx) =>
        noteAct(tx, actor, {
          act: 'exported',
          subject: { kind: 'campaign', id: campaign.id, name: campaign.name },
          portfolio: campaign.portfolioId,
          detail: { what: 'campaign_report', format: 'csv' },
        }),
      );
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="campaign-${campaign.id}.csv"`);
      reply.header('cache-control', 'no-store');
      const rows = reportOf({ viewer: viewerOf(request), campaign }, masks(request));
      return await reply.send(Readable.from(csvLines(rows)));
    },
  );

  async function* reportOf(watched: Watched, masking: boolean): AsyncGenerator<Cells> {
    yield reportColumns;
    for await (const whole of everyRow(db, watched)) {
      const row = masking ? (masked(whole) as typeof whole) : whole;
      const { line, phone, normalized, name, reach, state, reason, duplicateOf, at, contactId, conversationId } = row;
      yield [line, phone, normalized, name, reach, state, reason, duplicateOf, at, contactId, conversationId];
    }
  }
};

const reportColumns = [
  ...['line', 'written', 'number', 'name', 'reach', 'result', 'reason', 'sent in line', 'at', 'contact'],
  'conversation',
];

function bytesOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body instanceof Readable) return body as AsyncIterable<Uint8Array>;
  throw new FileRefused('file_empty', sentence('csv.no_body'));
}

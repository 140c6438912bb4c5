// Tables that are not long, sent as CSV.

import type { FastifyReply } from 'fastify';
import { type Cells, csvLine, csvMark } from '../csv/line.ts';

/** A whole table as a file. */
export function sendCsv(reply: FastifyReply, name: string, rows: readonly Cells[]) {
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  reply.header('cache-control', 'no-store');
  return reply.send(`${csvMark}${rows.map(csvLine).join('')}`);
}

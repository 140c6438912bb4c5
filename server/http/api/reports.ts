// What supervisors look at: the live board, coverage, response times; each table as CSV too.

import {
  Board,
  Coverage,
  type CoveragePoint,
  Problem,
  ReportCoverage,
  ReportResponses,
  type ResponseRow,
  Responses,
} from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Cells } from '../../csv/line.ts';
import { rangeOf, timeZoneHere } from '../../reports/rules-range.ts';
import { board } from '../../views/board.ts';
import type { Portfolios } from '../../views/portfolios.ts';
import { coverageReport, responseReport } from '../../views/reports.ts';
import { actorOf } from '../auth.ts';
import { sendCsv } from '../csv.ts';
import type { ApiDoor } from './door.ts';

const tags = ['Reports'];

export const reports: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const read = guard('reports:read');
  const moment = () => ({ now: tools.clock(), timeZone: timeZoneHere() });
  const coverage = (portfolios: Portfolios, query: ReportCoverage) =>
    coverageReport(db, portfolios, { range: rangeOf(query, moment()), query });
  const responses = (portfolios: Portfolios, query: ReportResponses) =>
    responseReport(db, portfolios, {
      range: rangeOf(query, moment()),
      query,
      now: new Date(tools.clock()).toISOString(),
    });

  app.get(
    '/reports/board',
    { ...read, schema: { tags, summary: 'How the work stands now', response: { 200: Board, '4xx': Problem } } },
    async (request) => await board(db, actorOf(request).portfolios, moment()),
  );
  app.get(
    '/reports/board.csv',
    { ...read, schema: { tags, summary: 'The same by person, as CSV' } },
    async (request, reply) => {
      const { agents } = await board(db, actorOf(request).portfolios, moment());
      const rows = agents.map(
        (one): Cells => [
          one.name,
          one.available ? 1 : 0,
          one.open,
          one.waiting,
          one.waitingSince,
          one.atRisk,
          one.breached,
          one.resolvedToday,
          one.repliesToday,
        ],
      );
      return sendCsv(reply, 'board', [agentColumns, ...rows]);
    },
  );
  app.get(
    '/reports/coverage',
    {
      ...read,
      schema: {
        tags,
        summary: 'Whom one still knows by number, day by day or week by week',
        querystring: ReportCoverage,
        response: { 200: Coverage, '4xx': Problem },
      },
    },
    async (request) => await coverage(actorOf(request).portfolios, request.query),
  );
  app.get(
    '/reports/coverage.csv',
    { ...read, schema: { tags, summary: 'The same, as CSV', querystring: ReportCoverage } },
    async (request, reply) => {
      const { points } = await coverage(actorOf(request).portfolios, request.query);
      return sendCsv(reply, 'coverage', [coverageColumns, ...points.map(coverageCells)]);
    },
  );
  app.get(
    '/reports/responses',
    {
      ...read,
      schema: {
        tags,
        summary: 'How long customers waited, by when the work began',
        querystring: ReportResponses,
        response: { 200: Responses, '4xx': Problem },
      },
    },
    async (request) => await responses(actorOf(request).portfolios, request.query),
  );
  app.get(
    '/reports/responses.csv',
    { ...read, schema: { tags, summary: 'The same, as CSV', querystring: ReportResponses } },
    async (request, reply) => {
      const { rows } = await responses(actorOf(request).portfolios, request.query);
      return sendCsv(reply, 'responses', [responseColumns, ...rows.map(responseCells)]);
    },
  );
};

const agentColumns = [
  'name',
  'available',
  'open',
  'waiting',
  'waiting_since',
  'at_risk',
  'breached',
  'resolved_today',
  'replies_today',
];
const coverageColumns = ['starts_on', 'people', 'number_visible', 'number_hidden', 'number_unknown', 'usernames'];
const responseColumns = [
  'key',
  'name',
  'began',
  'first_reply_median_s',
  'first_reply_p90_s',
  'reply_median_s',
  'reply_p90_s',
  'resolution_median_s',
  'resolution_p90_s',
  'promised',
  'late',
];

function coverageCells(one: CoveragePoint): Cells {
  return [one.startsOn, one.people, one.visible, one.hidden, one.unknown, one.usernames];
}

function responseCells(row: ResponseRow): Cells {
  const spreads = [row.firstReply, row.reply, row.resolution].flatMap((one) => [one?.median, one?.p90]);
  return [
    row.key,
    row.name,
    row.began,
    ...spreads.map((s) => (s === undefined ? null : Math.round(s))),
    row.promised,
    row.late,
  ];
}

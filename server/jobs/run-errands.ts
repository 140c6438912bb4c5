// Time's door to errands: claims what is due, calls Meta outside any transaction, records the answer. A call may be made twice; that
// harms nobody, so one whose answer was lost is simply made again.

import { buildErrand, type ErrandRequest, readErrandAnswer } from '@throughline/whatsapp';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { claimErrands, type DueErrand } from '../errands/store.ts';
import type { Figures } from '../figures.ts';
import { type ErrandOutcome, recordErrandOutcome } from '../flows/record-errand-outcome.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { callGraph, type GraphAccess, graphPath } from './graph.ts';

export interface RunningErrands {
  db: Database;
  graph: GraphAccess;
  tools: Tools;
  log: Logger;
  figures: Figures;
}

/** Makes what is due until nothing is. Answers how many calls were made. */
export async function runErrands(running: RunningErrands): Promise<number> {
  let total = 0;
  for (;;) {
    const due = await inTransaction(running.db, (tx) =>
      claimErrands(tx, {
        limit: limits.errandsAtOnce,
        lendMs: limits.errandLendMs,
        managedPerHour: limits.managedErrandsPerHour,
      }),
    );
    if (due.length === 0) return total;
    await Promise.all(due.map((errand) => run(running, errand)));
    total += due.length;
  }
}

async function run({ db, graph, tools, log, figures }: RunningErrands, errand: DueErrand): Promise<void> {
  const outcome = await call(graph, errand);
  const ended = await inTransaction(db, (tx) => recordErrandOutcome(tx, errand, outcome, tools));
  if (ended === 'done') figures.errandsDone += 1;
  if (ended === 'failed') figures.errandsFailed += 1;
  log.info({
    event: 'errand_answered',
    errand: errand.id,
    kind: errand.kind,
    outcome: ended,
    code: outcome.kind === 'refused' ? outcome.code : undefined,
  });
}

async function call(graph: GraphAccess, errand: DueErrand): Promise<ErrandOutcome> {
  const { method, edge, query, body } = buildErrand(requestOf(errand));
  const answer = await callGraph(graph, {
    method,
    path: graphPath(errand.phoneNumberId, edge),
    ...(query && { query }),
    ...(body && { body }),
    timeoutMs: limits.errandTimeoutMs,
  });
  if (answer.kind === 'answered') return readErrandAnswer(errand.kind, answer.status, answer.body);
  return { kind: answer.kind };
}

function requestOf({ kind, request }: DueErrand): ErrandRequest {
  switch (kind) {
    case 'mark_read':
    case 'typing':
      return { kind, wamid: request.wamid ?? '' };
    case 'block':
    case 'unblock':
      return { kind, user: request.bsuid ? { bsuid: request.bsuid } : { phone: request.phone ?? '' } };
    case 'delete_from_contact_book':
      return { kind, bsuid: request.bsuid ?? '' };
  }
}

// Time's door to the templates: asks Meta for all of each WhatsApp account, page by page, outside any transaction.
// Meta, "WhatsApp Business Account > Message Templates", read 2026-09.

import { explainError } from '@throughline/whatsapp';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { finishTemplateSync } from '../flows/finish-template-sync.ts';
import { saveTemplateListing } from '../flows/save-template-listing.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { claimSync, type SyncRun } from '../templates/syncs.ts';
import { callGraph, type GraphAccess, type GraphAnswer, graphPath } from './graph.ts';

export interface Syncing {
  db: Database;
  graph: GraphAccess;
  tools: Tools;
  log: Logger;
}

type Outcome = Parameters<typeof finishTemplateSync>[2];

/** One account whose turn it is. Answers how many: while there are any, the loop comes back at once. */
export async function syncTemplates({ db, graph, tools, log }: Syncing): Promise<number> {
  const run = await inTransaction(db, claimSync);
  if (!run) return 0;
  const outcome = await list({ db, graph, tools }, run);
  await inTransaction(db, (tx) => finishTemplateSync(tx, run, outcome, tools));
  log[outcome.kind === 'done' ? 'info' : 'warn']({
    event: outcome.kind === 'done' ? 'templates_synced' : 'templates_not_synced',
    portfolio: run.portfolioId,
    templates: outcome.kind === 'done' ? outcome.listed : undefined,
  });
  return 1;
}

/** Saved page by page, so that memory stays small; marked gone only after the last, so that a listing cut short takes nothing away. */
async function list({ db, graph, tools }: Omit<Syncing, 'log'>, run: SyncRun): Promise<Outcome> {
  if (graph.accessToken === '')
    return { kind: 'failed', problem: 'META_ACCESS_TOKEN is not set: templates cannot be listed.' };
  let listed = 0;
  let cursor: string | undefined;
  for (let page = 0; page < limits.templatePages; page += 1) {
    const answer = await callGraph(graph, {
      method: 'GET',
      path: graphPath(run.wabaId, 'message_templates'),
      query: { fields, limit: String(limits.templatesPerPage), ...(cursor !== undefined && { after: cursor }) },
      timeoutMs: limits.graphReadTimeoutMs,
    });
    const read = readPage(answer);
    if (read.kind === 'failed') return read;
    const last = read.next === undefined;
    listed += await inTransaction(db, (tx) => saveTemplateListing(tx, run, { page: read.data, last }, tools));
    if (last) return { kind: 'done', listed };
    cursor = read.next;
  }
  const most = limits.templatePages * limits.templatesPerPage;
  return {
    kind: 'failed',
    problem: `WhatsApp lists more than ${most} templates for one account; those beyond are not shown here.`,
  };
}

const fields =
  'id,name,language,status,category,components,parameter_format,quality_score,rejected_reason,previous_category';

type Read = { kind: 'page'; data: unknown[]; next: string | undefined } | { kind: 'failed'; problem: string };

function readPage(answer: GraphAnswer): Read {
  if (answer.kind === 'unreached')
    return { kind: 'failed', problem: 'WhatsApp could not be reached. It is tried again by itself.' };
  if (answer.kind === 'lost')
    return { kind: 'failed', problem: 'WhatsApp did not answer in time. It is tried again by itself.' };
  const body = (typeof answer.body === 'object' && answer.body !== null ? answer.body : {}) as {
    data?: unknown;
    error?: { code?: unknown };
    paging?: { next?: unknown; cursors?: { after?: unknown } };
  };
  if (typeof body.error?.code === 'number') return { kind: 'failed', problem: problemOf(body.error.code) };
  if (answer.status !== 200 || !Array.isArray(body.data))
    return {
      kind: 'failed',
      problem: `WhatsApp answered ${answer.status} without a list. It is tried again by itself.`,
    };
  const after = body.paging?.cursors?.after;
  const more = body.paging?.next !== undefined && typeof after === 'string' && body.data.length > 0;
  return { kind: 'page', data: body.data, next: more ? after : undefined };
}

function problemOf(code: number): string {
  const { agent, kind } = explainError(code);
  return kind === 'access'
    ? `${agent} To list templates it needs the permission whatsapp_business_management. (Code ${code})`
    : `${agent} (Code ${code})`;
}

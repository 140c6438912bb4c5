// Time's door to the sending half: claims what we owe Meta, calls the Graph API outside any transaction, records the answer.

import { readSendAnswer } from '@throughline/whatsapp';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { recordSendOutcome, type SendingOutcome } from '../flows/record-send-outcome.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { claim, type Due, lost } from '../outbound/store.ts';
import { callGraph, type GraphAccess, graphPath } from './graph.ts';

export interface Delivering {
  db: Database;
  graph: GraphAccess;
  tools: Tools;
  log: Logger;
}

/** Sends until nothing is due. Answers how many messages were called for. */
export async function deliverMessages(delivering: Delivering): Promise<number> {
  let total = 0;
  for (;;) {
    const due = await inTransaction(delivering.db, (tx) => claim(tx, limits.sendsAtOnce));
    if (due.length === 0) return total;
    await Promise.all(due.map((one) => deliver(delivering, one)));
    total += due.length;
  }
}

async function deliver({ db, graph, tools, log }: Delivering, due: Due): Promise<void> {
  await turn(due.phoneNumberId);
  const outcome = await call(graph, due);
  log.info({
    event: 'send_answered',
    message: due.messageId,
    outcome: outcome.kind,
    code: outcome.kind === 'refused' ? outcome.error.code : undefined,
  });
  await recordSurely({ db, tools, log }, due, outcome);
}

const recordAttempts = 5;

/** An answer of Meta's must not be lost to a passing trouble of the database: without it the message would stay "unknown". */
async function recordSurely(
  { db, tools, log }: Pick<Delivering, 'db' | 'tools' | 'log'>,
  due: Due,
  outcome: SendingOutcome,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(db, (tx) => recordSendOutcome(tx, due, outcome, tools));
    } catch (error) {
      log.warn({
        event: 'send_not_recorded',
        message: due.messageId,
        attempt,
        error: error instanceof Error ? error.name : 'unknown',
      });
      if (attempt === recordAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }
}

/** No retry here: a call that was cut off may have been heard, so it is `unknown`, and the status tells. */
async function call(graph: GraphAccess, due: Due): Promise<SendingOutcome> {
  const answer = await callGraph(graph, {
    method: 'POST',
    path: graphPath(due.phoneNumberId, due.endpoint),
    body: due.request,
    timeoutMs: limits.sendTimeoutMs,
  });
  switch (answer.kind) {
    case 'answered':
      return readSendAnswer(answer.status, answer.body);
    case 'unreached':
      return answer;
    case 'lost':
      return { kind: 'unknown', why: answer.why };
  }
}

/** The next moment each number may send: Meta's throughput per number, kept by this process for its own sends. */
const nextTurn = new Map<string, number>();

async function turn(phoneNumberId: string): Promise<void> {
  const now = Date.now();
  const at = Math.max(now, nextTurn.get(phoneNumberId) ?? 0);
  nextTurn.set(phoneNumberId, at + 1000 / limits.sendsPerSecondPerNumber);
  if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
}

/** Sends whose process died between calling and recording: whether they went out is not known, so they are never sent again. */
export async function settleLost({ db, tools, log }: Delivering): Promise<number> {
  return await inTransaction(db, async (tx) => {
    const left = await lost(tx, limits.sendLostAfterMs, limits.sendsAtOnce);
    for (const one of left) {
      const due: Due = {
        ...one,
        conversationId: '',
        phoneNumberId: '',
        endpoint: 'messages',
        request: {},
        attempts: limits.sendAttempts,
      };
      await recordSendOutcome(tx, due, { kind: 'unknown', why: 'the process sending it ended' }, tools);
      log.warn({ event: 'send_lost', message: one.messageId });
    }
    return left.length;
  });
}

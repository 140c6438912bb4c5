// What Meta answered to a send, recorded: accepted, refused, to be tried again, or not known.

import { type HolderId, replyAddress } from '@throughline/identity';
import { readdressed, type SendOutcome } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import { stateAround } from '../contacts/load.ts';
import { applyWords, recordAnswer, takeEarly } from '../conversations/statuses.ts';
import { threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type Due, finish, postpone } from '../outbound/store.ts';
import type { Tools } from './tools.ts';

/** `unreached`: no connection to Meta came about, so certainly nothing was sent. */
export type SendingOutcome = SendOutcome | { kind: 'unreached' };

export async function recordSendOutcome(
  tx: Transaction,
  due: Due,
  outcome: SendingOutcome,
  tools: Tools,
): Promise<void> {
  if ((outcome.kind === 'refused' || outcome.kind === 'unreached') && (await tryAgain(tx, due, outcome))) return;
  const { portfolioId, messageId } = due;
  const conversationId = await recordAnswer(tx, portfolioId, { messageId, at: tools.clock(), ...answerOf(outcome) });
  await finish(tx, portfolioId, messageId);
  // A status may have been faster than the answer it belongs to (R28).
  const early = outcome.kind === 'accepted' ? await takeEarly(tx, portfolioId, [outcome.wamid]) : [];
  await applyWords(tx, portfolioId, early);
  if (conversationId) await record(tx, portfolioId, [{ kind: 'conversation', subjectId: conversationId }]);
}

function answerOf(outcome: SendingOutcome) {
  switch (outcome.kind) {
    case 'accepted':
      return { wamid: outcome.wamid, status: 'accepted' as const, failure: null };
    case 'refused':
      return {
        wamid: null,
        status: 'failed' as const,
        failure: { code: outcome.error.code, title: outcome.error.title },
      };
    case 'unreached':
      return {
        wamid: null,
        status: 'failed' as const,
        failure: { code: null, title: 'WhatsApp could not be reached. Nothing was sent; try again later.' },
      };
    case 'unknown':
      return { wamid: null, status: 'unknown' as const, failure: null };
  }
}

/** Whether the message goes out once more: later where Meta was busy, to a newer address where the old one is out of date. */
async function tryAgain(
  tx: Transaction,
  due: Due,
  outcome: Extract<SendingOutcome, { kind: 'refused' | 'unreached' }>,
): Promise<boolean> {
  if (due.attempts >= limits.sendAttempts) return false;
  if (outcome.kind === 'unreached' || (outcome.retry === 'later' && outcome.explanation.retry === 'backoff')) {
    // Meta, "Throughput", read 2026-09: after a pair limit wait 4^n seconds.
    await postpone(tx, due, 1000 * 4 ** Math.min(due.attempts, 6));
    return true;
  }
  if (outcome.retry !== 'reresolve') return false;
  const request = await readdress(tx, due);
  if (!request) return false;
  await postpone(tx, { ...due, request }, 0);
  return true;
}

/** The same message to the address the person has now; undefined where that is the one just refused. */
async function readdress(tx: Transaction, due: Due): Promise<Record<string, unknown> | undefined> {
  const thread = await threadById(tx, [due.portfolioId], due.conversationId);
  const around = thread && (await stateAround(tx, due.portfolioId, thread.holderId as HolderId));
  const address = around && thread ? replyAddress(around.state, thread.holderId) : undefined;
  if (!address || address.kind === 'held') return undefined;
  const request = readdressed(due.request, address);
  return request.to === due.request.to && request.recipient === due.request.recipient ? undefined : request;
}

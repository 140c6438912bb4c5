// What became of sends, recorded together: accepted, refused, to be tried again, or not known.

import { type HolderId, type PortfolioId, replyAddress } from '@throughline/identity';
import { explainError, readdressed, type SendOutcome } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import { stateAround } from '../contacts/load.ts';
import { type Answer, applyWords, recordAnswers, takeEarly } from '../conversations/statuses.ts';
import { threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { afterRefusal, afterUnreached, type Tried } from '../outbound/rules-retry.ts';
import { type Due, finish, type Postponed, postpone, stillSending } from '../outbound/store.ts';
import type { Withheld } from './claim-sends.ts';
import { relayRefusals } from './relay-refusals.ts';
import { tellStatuses } from './tell-statuses.ts';
import type { Tools } from './tools.ts';

/**
 * `unreached`: no connection to Meta came about, so certainly nothing was sent. `withheld`: we did not call. `not_called`: nor did we
 * want to withhold it; it goes back to where it was.
 */
export type SendingOutcome =
  | SendOutcome
  | { kind: 'unreached' }
  | { kind: 'withheld'; why: Withheld }
  | { kind: 'not_called' };

export interface Sent {
  due: Due;
  outcome: SendingOutcome;
}

/** What a call came to, for whoever counts: `again` with what the message waits for now. */
export type Recorded = { kind: 'again'; waitsFor: string } | { kind: Answer['status'] };

export async function recordSendOutcome(
  tx: Transaction,
  due: Due,
  outcome: SendingOutcome,
  tools: Tools,
): Promise<void> {
  await recordSendOutcomes(tx, due.portfolioId, [{ due, outcome }], tools);
}

/**
 * All of one portfolio. Threads are locked before debts, as the inbound walk does. Answers what each came to, by message.
 */
export async function recordSendOutcomes(
  tx: Transaction,
  portfolioId: PortfolioId,
  sent: readonly Sent[],
  tools: Tools,
): Promise<Map<string, Recorded>> {
  const again = await toTryAgain(tx, portfolioId, sent, tools);
  const over = sent.filter(({ due }) => !again.has(due.messageId));
  const at = tools.clock();
  const answers = over.map(({ due, outcome }) => ({ messageId: due.messageId, at, ...answerOf(outcome) }));
  const { threads, changed: answered } = await recordAnswers(tx, portfolioId, answers);
  await relayRefusals(
    tx,
    portfolioId,
    answers.filter(({ status }) => status === 'failed').map(({ messageId }) => messageId),
  );
  await finish(tx, portfolioId, {
    ids: answers.map((one) => one.messageId),
    unresolved: answers.filter((one) => one.status === 'unknown').map((one) => one.messageId),
  });
  await postpone(tx, portfolioId, [...again.values()]);
  // Statuses may have been faster than the answer they belong to (R28).
  const early = await takeEarly(
    tx,
    portfolioId,
    answers.flatMap((one) => one.wamid ?? []),
  );
  const { changed: heard } = await applyWords(tx, portfolioId, early);
  tellStatuses(tx, portfolioId, [...answered, ...heard]);
  const waiting = sent.filter(({ due }) => (again.get(due.messageId)?.afterMs ?? 0) >= worthTellingMs);
  const changed = new Set([...threads.values(), ...waiting.map(({ due }) => due.conversationId)]);
  await record(
    tx,
    portfolioId,
    [...changed].map((subjectId) => ({ kind: 'conversation' as const, subjectId })),
  );
  return new Map<string, Recorded>([
    ...answers.map((one) => [one.messageId, { kind: one.status }] as const),
    ...[...again.values()].map((one) => [one.messageId, { kind: 'again', waitsFor: one.waitsFor }] as const),
  ]);
}

/** A wait shorter than this is over before a desk has drawn it. */
const worthTellingMs = 2_000;

function answerOf(outcome: SendingOutcome): Omit<Answer, 'messageId' | 'at'> {
  const failed = (code: number | null, title: string) =>
    ({ wamid: null, status: 'failed', failure: { code, title } }) as const;
  switch (outcome.kind) {
    case 'accepted':
      return { wamid: outcome.wamid, status: 'accepted', failure: null, held: outcome.heldForQuality ?? false };
    case 'refused':
      return failed(outcome.error.code, outcome.error.title);
    case 'unreached':
      return failed(null, 'WhatsApp could not be reached. Nothing was sent; try again later.');
    case 'withheld':
      return outcome.why === 'window_closed'
        ? failed(131047, 'The window closed before it could be sent')
        : failed(
            null,
            'It waited too long to be sent, so it was not sent at all. Send it again if it is still wanted.',
          );
    case 'not_called':
    case 'unknown':
      return { wamid: null, status: 'unknown', failure: null };
  }
}

/** Those that go out once more: later where Meta was busy, to a newer address where the old one is out of date. */
async function toTryAgain(
  tx: Transaction,
  portfolioId: PortfolioId,
  sent: readonly Sent[],
  tools: Tools,
): Promise<Map<string, Postponed>> {
  const again = new Map<string, Postponed>();
  const candidates = sent.filter(({ outcome }) => mayGoAgain.has(outcome.kind));
  if (candidates.length === 0) return again;
  // One that word has come of, or that was given up for lost, is not sent a second time.
  const sending = await stillSending(
    tx,
    portfolioId,
    candidates.map(({ due }) => due.messageId),
  );
  for (const one of candidates) {
    const later = sending.has(one.due.messageId) ? await nextTry(tx, one, tools) : undefined;
    if (later) again.set(one.due.messageId, later);
  }
  return again;
}

const mayGoAgain = new Set<SendingOutcome['kind']>(['refused', 'unreached', 'not_called']);

async function nextTry(tx: Transaction, { due, outcome }: Sent, tools: Tools): Promise<Postponed | undefined> {
  const { messageId, request } = due;
  const refusal = outcome.kind === 'refused' ? outcome.error.code : null;
  const later = { messageId, request, refusal, called: true };
  if (outcome.kind === 'not_called') return { ...later, afterMs: 0, waitsFor: 'turn', called: false };
  const tried: Tried = { ...due, spread: spreadOf(due, tools) };
  const verdict = refusal === null ? afterUnreached(tried) : afterRefusal(explainError(refusal), tried);
  switch (verdict.kind) {
    case 'end':
      return undefined;
    case 'again':
      return { ...later, afterMs: verdict.afterMs, waitsFor: verdict.waitsFor };
    case 'readdress': {
      const moved = await readdress(tx, due);
      return moved && { ...later, request: moved, afterMs: 0, waitsFor: 'turn' };
    }
  }
}

/** 0 up to 1, from the message and the attempt: messages refused together do not come back together. */
function spreadOf({ messageId, attempts }: Due, tools: Tools): number {
  return Buffer.from(tools.keyed(`spread/${messageId}/${attempts}`)).readUInt16BE(0) / 65_536;
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

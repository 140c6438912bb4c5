// Somebody here is writing an answer: the customer sees it, for some seconds. WhatsApp shows it together with blue ticks only, so
// where those are not to be seen, neither is this.

import type { PortfolioId } from '@throughline/identity';
import { newestHeard } from '../conversations/references.ts';
import { type ThreadRow, threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { oweErrands } from '../errands/store.ts';
import { choicesOf } from '../numbers/policy.ts';
import { type ReplyOutcome, windowClosed } from './send-reply.ts';
import type { Tools } from './tools.ts';

export type TypingOutcome =
  | { kind: 'owed' }
  | { kind: 'not_shown' }
  | Extract<ReplyOutcome, { kind: 'no_conversation' | 'window_closed' }>;

export async function showTyping(
  tx: Transaction,
  { conversationId, portfolios }: { conversationId: string; portfolios: readonly PortfolioId[] | 'all' },
  tools: Tools,
): Promise<TypingOutcome> {
  const thread = await threadById(tx, portfolios, conversationId);
  if (!thread) return { kind: 'no_conversation' };
  return windowClosed(thread, tools.clock()) ?? (await owe(tx, thread, tools));
}

async function owe(
  tx: Transaction,
  { portfolioId, id, phoneNumberId }: ThreadRow,
  tools: Tools,
): Promise<TypingOutcome> {
  const { readReceipts } = await choicesOf(tx, portfolioId);
  const message = readReceipts ? await newestHeard(tx, portfolioId, id) : undefined;
  if (!message) return { kind: 'not_shown' };
  const errand = { portfolioId, id: tools.newId(), kind: 'typing' as const, subjectId: id, phoneNumberId };
  await oweErrands(tx, [{ ...errand, request: { wamid: message.wamid } }]);
  return { kind: 'owed' };
}

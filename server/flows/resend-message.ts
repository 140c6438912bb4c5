// A message that failed, or of which nobody knows whether it went out, said again because a person decided so. It is a new message
// with checks of its own; the old one stays and goes on hearing its statuses.

import type { PortfolioId } from '@throughline/identity';
import { linkResent, sentMessage } from '../conversations/resending.ts';
import { mayResend, type ResendDecision } from '../conversations/rules-resend.ts';
import { keptOf, type Said } from '../conversations/rules-said.ts';
import { threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import type { Answerer } from './note-work.ts';
import { type ReplyOutcome, sendReply } from './send-reply.ts';
import type { Tools } from './tools.ts';

export interface Resend {
  conversationId: string;
  messageId: string;
  portfolios: readonly PortfolioId[] | 'all';
  author: string;
  agent?: Answerer | undefined;
}

export type ResendOutcome = ReplyOutcome | { kind: 'no_message' } | Exclude<ResendDecision, { kind: 'yes' }>;

export async function resendMessage(
  tx: Transaction,
  { conversationId, messageId, portfolios, author, agent }: Resend,
  tools: Tools,
): Promise<ResendOutcome> {
  // The thread's lock: of two who ask at the same time, the second finds the message sent again.
  const thread = await threadById(tx, portfolios, conversationId, true);
  if (!thread) return { kind: 'no_conversation' };
  const { portfolioId } = thread;
  const old = await sentMessage(tx, portfolioId, { conversationId: thread.id, id: messageId });
  if (!old) return { kind: 'no_message' };
  const decision = mayResend({ ...old, statusAt: old.statusAt?.getTime() ?? null }, tools.clock());
  if (decision.kind !== 'yes') return decision;
  const content = { ...saidIn(old.raw), ...(old.quotes && { replyTo: old.quotes }) };
  const reply = { conversationId: thread.id, portfolios: [portfolioId], content, author, agent };
  const outcome = await sendReply(tx, reply, tools);
  if (outcome.kind === 'queued') await linkResent(tx, portfolioId, { old: old.id, fresh: outcome.messageId });
  return outcome;
}

/** Messages from before there was more than text and templates hold what was said itself. */
function saidIn(raw: unknown): Said {
  return keptOf(raw)?.said ?? (raw as Said);
}

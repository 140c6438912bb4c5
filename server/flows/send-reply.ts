// A reply: window, address, message and debt in one commit. The address is the thread's own identity's, never "the contact's".

import { type Address, type PortfolioId, replyAddress } from '@throughline/identity';
import { windowClosesAt } from '@throughline/whatsapp';
import { type Contactability, contactability } from '../contacts/contactability.ts';
import { stateAround } from '../contacts/load.ts';
import type { Content } from '../conversations/rules-said.ts';
import { type ThreadRow, threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { dropDraft } from '../drafts/store.ts';
import { limits } from '../limits.ts';
import { type Composed, composeContent, type Refusal } from './compose-content.ts';
import type { Answerer } from './note-work.ts';
import { queueMessages } from './queue-messages.ts';
import type { Tools } from './tools.ts';

export type ReplyOutcome =
  | { kind: 'queued'; messageId: string; conversationId: string; portfolioId: PortfolioId }
  | { kind: 'no_conversation' }
  | { kind: 'window_closed'; closedAt: Date | null }
  | { kind: 'address_lost' }
  | { kind: 'needs_phone' }
  | { kind: 'blocked' }
  | { kind: 'marketing_stopped' }
  /** They asked that nothing be begun with them, and did not write within the window. */
  | { kind: 'do_not_contact' }
  | Refusal;

export interface Reply {
  conversationId: string;
  portfolios: readonly PortfolioId[] | 'all';
  content: Content;
  author: string;
  /** The author, where it is a person signed in here. */
  agent?: Answerer | undefined;
  /** Held for so long, that its author can take it back. */
  delayMs?: number;
}

export async function sendReply(
  tx: Transaction,
  { conversationId, portfolios, content, author, agent, delayMs = 0 }: Reply,
  tools: Tools,
): Promise<ReplyOutcome> {
  const thread = await threadById(tx, portfolios, conversationId, true);
  if (!thread) return { kind: 'no_conversation' };
  const closed = windowClosed(thread, tools.clock());
  if (closed && content.type !== 'template') return closed;
  const reach = await reachIn(tx, thread);
  if (reach?.blockedOn.has(thread.phoneNumberId)) return { kind: 'blocked' };
  // Their own messages are answered; with a template, out of the window, something would be begun.
  if (closed && reach?.doNotContact) return { kind: 'do_not_contact' };
  const address = await addressIn(tx, thread);
  if (!address) return { kind: 'address_lost' };
  const composed = await composeIn(tx, thread, content, tools);
  if ('refused' in composed) return composed.refused;
  if (composed.needsPhone && address.kind !== 'phone') return { kind: 'needs_phone' };
  if (composed.isMarketing && reach?.marketingStopped) return { kind: 'marketing_stopped' };
  const holdMs = heldFor(delayMs, thread, tools.clock());
  const outgoing = { thread, address, composed, author, agent, holdMs };
  const [messageId = ''] = await queueMessages(tx, thread.portfolioId, [outgoing], tools);
  if (agent && content.type !== 'reaction')
    await dropDraft(tx, thread.portfolioId, { conversationId: thread.id, userId: agent.id, kind: 'reply' });
  return { kind: 'queued', messageId, conversationId: thread.id, portfolioId: thread.portfolioId };
}

/** Not at all where the window would close over it: an answer that could not go any more is worse than one that went too soon. */
function heldFor(delayMs: number, { lastCustomerAt }: Pick<ThreadRow, 'lastCustomerAt'>, now: number): number {
  const most = Math.min(delayMs, limits.undoMostMs);
  if (most === 0 || !lastCustomerAt) return most;
  const leftMs = windowClosesAt(lastCustomerAt.getTime()) - now;
  return leftMs > 0 && leftMs < most + limits.undoClearOfWindowMs ? 0 : most;
}

/** Anything but a template may be sent only within 24 hours of the customer's last word. */
export function windowClosed(
  { lastCustomerAt }: Pick<ThreadRow, 'lastCustomerAt'>,
  now: number,
): Extract<ReplyOutcome, { kind: 'window_closed' }> | undefined {
  const closesAt = lastCustomerAt ? windowClosesAt(lastCustomerAt.getTime()) : null;
  if (closesAt !== null && now < closesAt) return undefined;
  return { kind: 'window_closed', closedAt: closesAt === null ? null : new Date(closesAt) };
}

/** What the person wants of us, whichever of their accounts said it. */
export async function reachIn(
  tx: Transaction,
  { portfolioId, holderId }: Pick<ThreadRow, 'portfolioId' | 'holderId'>,
): Promise<Contactability | undefined> {
  return (await contactability(tx, portfolioId, [holderId])).get(holderId);
}

/** Where a message in this thread goes now; undefined where no way to the person is known. */
export async function addressIn(
  tx: Transaction,
  { portfolioId, holderId }: Pick<ThreadRow, 'portfolioId' | 'holderId'>,
): Promise<Exclude<Address, { kind: 'held' }> | undefined> {
  const around = await stateAround(tx, portfolioId, holderId);
  const address = around && replyAddress(around.state, holderId);
  return address?.kind === 'held' ? undefined : address;
}

export function composeIn(
  tx: Transaction,
  thread: Pick<ThreadRow, 'portfolioId' | 'id' | 'phoneNumberId'>,
  content: Content,
  { clock }: Tools,
): Promise<Composed | { refused: Refusal }> {
  const { portfolioId, id: conversationId, phoneNumberId } = thread;
  const place = { portfolioId, conversationId, phoneNumberId };
  return composeContent(tx, place, content, { clock });
}

// A reply: window, address, message and debt in one commit. The address is the thread's own identity's, never "the contact's".

import { type Address, type PortfolioId, replyAddress, tieOf } from '@throughline/identity';
import { buildSend, windowClosesAt } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import { stateAround } from '../contacts/load.ts';
import { contactIdOf } from '../contacts/store.ts';
import { addMessages, type ThreadRow, tell, threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { owe } from '../outbound/store.ts';
import type { Tools } from './tools.ts';

export type Content =
  | { type: 'text'; text: { body: string } }
  | {
      type: 'template';
      template: { name: string; language: { code: string }; components?: Record<string, unknown>[] | undefined };
    };

export type ReplyOutcome =
  | { kind: 'queued'; messageId: string; conversationId: string; portfolioId: PortfolioId }
  | { kind: 'no_conversation' }
  | { kind: 'window_closed'; closedAt: Date | null }
  | { kind: 'address_lost' };

export interface Reply {
  conversationId: string;
  portfolios: readonly PortfolioId[] | 'all';
  content: Content;
  author: string;
}

export async function sendReply(
  tx: Transaction,
  { conversationId, portfolios, content, author }: Reply,
  tools: Tools,
): Promise<ReplyOutcome> {
  const thread = await threadById(tx, portfolios, conversationId, true);
  if (!thread) return { kind: 'no_conversation' };
  const closesAt = thread.lastCustomerAt ? windowClosesAt(thread.lastCustomerAt.getTime()) : null;
  const open = closesAt !== null && tools.clock() < closesAt;
  if (!open && content.type !== 'template')
    return { kind: 'window_closed', closedAt: closesAt === null ? null : new Date(closesAt) };
  const around = await stateAround(tx, thread.portfolioId, thread.holderId);
  const address = around ? replyAddress(around.state, thread.holderId) : { kind: 'held' as const };
  if (address.kind === 'held') return { kind: 'address_lost' };
  const messageId = await queue(tx, { thread, address, content, author }, tools);
  return { kind: 'queued', messageId, conversationId: thread.id, portfolioId: thread.portfolioId };
}

/** The message and what we owe Meta for it. Answers the message's id. */
export async function queue(
  tx: Transaction,
  { thread, address, content, author }: { thread: ThreadRow; address: Address; content: Content; author: string },
  tools: Tools,
): Promise<string> {
  const id = tools.newId();
  const at = tools.clock();
  const tie = tieOf(tools.keyed(id), {});
  const summary = content.type === 'text' ? content.text.body : `Template: ${content.template.name}`;
  await addMessages(tx, thread.portfolioId, [
    {
      id,
      conversationId: thread.id,
      phoneNumberId: thread.phoneNumberId,
      wamid: null,
      direction: 'out',
      at,
      tie,
      phone: address.kind === 'phone' ? address.phone : null,
      bsuid: address.kind === 'bsuid' ? address.bsuid : null,
      parent: null,
      type: content.type,
      body: content.type === 'text' ? content.text.body : null,
      summary,
      quotesWamid: null,
      targetWamid: null,
      emoji: null,
      raw: content,
      via: 'live',
      author,
      status: 'queued',
    },
  ]);
  await owe(tx, [
    {
      portfolioId: thread.portfolioId,
      messageId: id,
      conversationId: thread.id,
      phoneNumberId: thread.phoneNumberId,
      request: requestOf(content, address, id),
    },
  ]);
  const lastItem = { kind: 'message' as const, direction: 'out' as const, summary, status: 'queued', at, tie };
  await tell(tx, thread.portfolioId, [
    { conversationId: thread.id, createdAt: at, lastItemAt: at, lastCustomerAt: null, unread: 0, lastItem },
  ]);
  const contactId = await contactIdOf(tx, thread.portfolioId, thread.holderId);
  await record(tx, thread.portfolioId, [
    { kind: 'conversation', subjectId: thread.id, ...(contactId && { contactId }) },
  ]);
  return id;
}

/** The body for Meta. The message's own id goes along and comes back on statuses: the way to recognize a send whose answer was lost. */
export function requestOf(content: Content, address: Address, messageId: string): Record<string, unknown> {
  const said =
    content.type === 'text'
      ? { type: 'text' as const, body: content.text.body }
      : {
          type: 'template' as const,
          template: {
            name: content.template.name,
            language: content.template.language,
            ...(content.template.components && { components: content.template.components }),
          },
        };
  return { ...buildSend({ address, content: said, callbackData: messageId }) };
}

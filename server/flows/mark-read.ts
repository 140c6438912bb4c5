// Somebody has read a thread: nothing in it is new any more, on any desk, and the customer sees blue ticks where that was chosen.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { newestHeard } from '../conversations/references.ts';
import { clearUnread } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { oweErrands } from '../errands/store.ts';
import { choicesOf } from '../numbers/policy.ts';
import type { Tools } from './tools.ts';

export interface Read {
  id: string;
  contactId: string;
  phoneNumberId: string;
}

/** Answers whether WhatsApp is to be told. It takes the newest message for all before it. */
export async function markRead(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, contactId, phoneNumberId }: Read,
  tools: Tools,
): Promise<boolean> {
  if (!(await clearUnread(tx, portfolioId, id))) return false;
  await record(tx, portfolioId, [{ kind: 'conversation', subjectId: id, contactId }]);
  const { readReceipts } = await choicesOf(tx, portfolioId);
  const message = readReceipts ? await newestHeard(tx, portfolioId, id) : undefined;
  if (!message) return false;
  const errand = { portfolioId, id: tools.newId(), kind: 'mark_read' as const, subjectId: id, phoneNumberId };
  await oweErrands(tx, [{ ...errand, request: { wamid: message.wamid } }]);
  return true;
}

// Where a reply in this thread will go, in words an agent reads; the same choice the sending walk makes.

import type { ReplyRoute } from '@throughline/contract';
import { present, replyAddress } from '@throughline/identity';
import { stateAround } from '../contacts/load.ts';
import type { Reader } from '../db/connect.ts';
import type { ConversationFound } from './conversation-list.ts';

const reasons = {
  phone_live: 'phone',
  phone_hidden: 'hidden',
  phone_ended: 'number_moved',
  phone_doubted: 'number_moved',
} as const;

export async function replyRoute(
  db: Reader,
  { portfolioId, holderId, conversation }: ConversationFound,
  now: number,
): Promise<ReplyRoute> {
  const around = await stateAround(db, portfolioId, holderId);
  const holder = around?.state.holders.find((one) => one.id === holderId);
  if (!around || !holder) return { open: false, to: null, reason: null, held: 'address_lost' };
  const address = replyAddress(around.state, holderId);
  const to = present(around.state, holder).identifier;
  if (address.kind === 'held') return { open: false, to: null, reason: null, held: 'address_lost' };
  const open = conversation.windowClosesAt !== null && Date.parse(conversation.windowClosesAt) > now;
  const hidden = address.reason === 'phone_live' && holder.hiddenSince !== null;
  return { open, to, reason: hidden ? 'hidden' : reasons[address.reason], held: open ? null : 'window_closed' };
}

/** By what the person of this thread can be reached now. */
export async function reachOf(
  db: Reader,
  { portfolioId, holderId }: Pick<ConversationFound, 'portfolioId' | 'holderId'>,
): Promise<'phone' | 'account' | 'held'> {
  const around = await stateAround(db, portfolioId, holderId);
  const kind = around ? replyAddress(around.state, holderId).kind : 'held';
  return kind === 'bsuid' ? 'account' : kind;
}

// The contacts room, cards that were kept with people. Nothing on them is evidence of anything. See store.ts for what the room owns.

import type { Card } from '@throughline/contract';
import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';

export interface KeptCard {
  id: string;
  holderId: HolderId;
  messageId: string;
  /** Of the cards of its message. */
  place: number;
  phone: string | null;
  bsuid: string | null;
  card: Card;
  at: number;
  actor: { id: string; name: string };
}

/** A card of a message belongs to one person: kept again for another, it is that one's. */
export async function keepCard(tx: Transaction, portfolioId: PortfolioId, one: KeptCard): Promise<void> {
  await tx.sql`
    insert into saved_cards (portfolio_id, id, holder_id, message_id, place, phone, bsuid, card, at, actor_id, actor_name)
    values (${portfolioId}, ${one.id}, ${one.holderId}, ${one.messageId}, ${one.place}, ${one.phone}, ${one.bsuid},
            ${rowsOf([one.card])}::text::jsonb -> 0, ${timestamp(one.at)}::timestamptz, ${one.actor.id}, ${one.actor.name})
    on conflict (portfolio_id, message_id, place) do update set holder_id = excluded.holder_id, phone = excluded.phone,
      bsuid = excluded.bsuid, card = excluded.card, at = excluded.at, actor_id = excluded.actor_id, actor_name = excluded.actor_name`;
}

export async function cardsKept(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<{ id: string; card: Card; at: Date; by: string; messageId: string }[]> {
  return await db.sql<{ id: string; card: Card; at: Date; by: string; messageId: string }[]>`
    select id, card, at, actor_name as by, message_id as "messageId" from saved_cards
    where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[]) order by at desc, id limit 200`;
}

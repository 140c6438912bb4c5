// The events room, the canary: what a made-up customer is said to have done. It stands in the log like everything else, with a mark, and nothing of it
// is read from what is kept of people: there is nobody.

import type { EventType } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import type { EventRow } from './shapes.ts';
import { columns, eventsChannel, lockLog } from './store.ts';

export interface SyntheticEvent {
  type: EventType;
  contactId: string;
  conversationId: string | null;
  at: Date;
  data: Record<string, unknown>;
  accounts: string[] | null;
}

/** Written at the end of this transaction, in the order given. `told`: whether readers of the log are told, too. */
export function appendSynthetic(
  tx: Transaction,
  portfolioId: PortfolioId,
  { events, told }: { events: readonly SyntheticEvent[]; told: 'delivered' | 'read' },
): void {
  tx.atEnd(`events ${portfolioId}`, async (last) => {
    const rows = events.map((one, place) => ({ ...one, place }));
    await Promise.all([
      lockLog(last, portfolioId),
      last.sql`
        insert into events (portfolio_id, nonce, type, contact_id, conversation_id, at, data, accounts, synthetic)
        select ${portfolioId}, substr(gen_random_uuid()::text, 1, 8), r.type, r."contactId", r."conversationId", r.at, r.data, r.accounts, ${told}
        from json_to_recordset(${rowsOf(rows)}::text::json)
          as r (place int, type text, "contactId" uuid, "conversationId" uuid, at timestamptz, data jsonb, accounts text[])
        order by r.place`,
      last.sql`select pg_notify(${eventsChannel}, '')`,
    ]);
  });
}

/** In the order they were written, as far as they are kept. Plan: events_contact, a dozen rows. */
export async function syntheticOf(db: Reader, portfolioId: PortfolioId, contactId: string): Promise<EventRow[]> {
  return await db.sql<EventRow[]>`
    select ${columns} from events where portfolio_id = ${portfolioId} and contact_id = ${contactId} and synthetic is not null order by position`;
}

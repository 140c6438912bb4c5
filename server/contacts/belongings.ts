// The contacts room, what belongs to accounts: words on being written to, blocks, and cards that were kept. They came with identifiers or were said of an
// account, and go where those go. See store.ts for what the room owns.

import type { Bsuid, E164, HolderId, ParentBsuid, PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { partyOf } from './read-rows.ts';

type Kind = 'preference' | 'block' | 'card';

export interface Belonging {
  kind: Kind;
  key: string;
  at: number;
  party: ReturnType<typeof partyOf>;
  holderId: HolderId;
}

/** What these holders have. Read when a decision moved people. */
export async function belongingsOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Belonging[]> {
  const wanted = [...holders];
  const rows = await tx.sql<
    {
      kind: Kind;
      key: string;
      at: Date;
      phone: E164 | null;
      bsuid: Bsuid | null;
      parent: ParentBsuid | null;
      holderId: HolderId;
    }[]
  >`
    select 'preference' as kind, event_key as key, at, phone, bsuid, parent, holder_id as "holderId" from preferences
    where portfolio_id = ${portfolioId} and holder_id = any(${wanted}::uuid[])
    union all
    select 'block', id::text, at, phone, bsuid, null, holder_id from blocks
    where portfolio_id = ${portfolioId} and holder_id = any(${wanted}::uuid[])
    union all
    select 'card', id::text, at, phone, bsuid, null, holder_id from saved_cards
    where portfolio_id = ${portfolioId} and holder_id = any(${wanted}::uuid[])`;
  return rows.map(({ phone, bsuid, parent, ...row }) => ({
    ...row,
    at: row.at.getTime(),
    party: partyOf(phone, bsuid, parent),
  }));
}

export async function reownBelongings(
  tx: Transaction,
  portfolioId: PortfolioId,
  changed: readonly Pick<Belonging, 'kind' | 'key' | 'holderId'>[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = rowsOf(changed);
  await tx.sql`
    update preferences p set holder_id = r."holderId" from json_to_recordset(${rows}::text::json) as r (kind text, key text, "holderId" uuid)
    where r.kind = 'preference' and p.portfolio_id = ${portfolioId} and p.event_key = r.key`;
  await tx.sql`
    update blocks b set holder_id = r."holderId" from json_to_recordset(${rows}::text::json) as r (kind text, key text, "holderId" uuid)
    where r.kind = 'block' and b.portfolio_id = ${portfolioId} and b.id = case r.kind when 'block' then r.key::uuid end`;
  await tx.sql`
    update saved_cards s set holder_id = r."holderId" from json_to_recordset(${rows}::text::json) as r (kind text, key text, "holderId" uuid)
    where r.kind = 'card' and s.portfolio_id = ${portfolioId} and s.id = case r.kind when 'card' then r.key::uuid end`;
}

/** Of holders that turned out to be one. `moves`: rows of `{old, id}`. */
export async function moveBelongings(tx: Transaction, portfolioId: PortfolioId, moves: string): Promise<void> {
  await tx.sql`
    update preferences p set holder_id = r.id from json_to_recordset(${moves}::text::json) as r (old uuid, id uuid)
    where p.portfolio_id = ${portfolioId} and p.holder_id = r.old`;
  await tx.sql`
    update blocks b set holder_id = r.id from json_to_recordset(${moves}::text::json) as r (old uuid, id uuid)
    where b.portfolio_id = ${portfolioId} and b.holder_id = r.old`;
  await tx.sql`
    update saved_cards s set holder_id = r.id from json_to_recordset(${moves}::text::json) as r (old uuid, id uuid)
    where s.portfolio_id = ${portfolioId} and s.holder_id = r.old`;
}

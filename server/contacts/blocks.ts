// The contacts room, blocks: what was asked of Meta about whom, and what came of it. See store.ts for what the room owns.

import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import type { BlockWish } from './rules-blocks.ts';

export interface NewWish {
  id: string;
  holderId: HolderId;
  phoneNumberId: string;
  wish: BlockWish['wish'];
  at: number;
  phone: string | null;
  bsuid: string | null;
  actor: { id: string; name: string };
  reason: string;
}

export async function addWishes(tx: Transaction, portfolioId: PortfolioId, wishes: readonly NewWish[]): Promise<void> {
  if (wishes.length === 0) return;
  const rows = wishes.map(({ actor, ...one }) => ({
    ...one,
    at: timestamp(one.at),
    actorId: actor.id,
    actorName: actor.name,
  }));
  await tx.sql`
    insert into blocks (portfolio_id, id, holder_id, phone_number_id, wish, at, phone, bsuid, actor_id, actor_name, reason)
    select ${portfolioId}, id, "holderId", "phoneNumberId", wish, at, phone, bsuid, "actorId", "actorName", reason
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, "holderId" uuid, "phoneNumberId" text, wish text, at timestamptz, phone text, bsuid text, "actorId" text,
            "actorName" text, reason text)`;
}

/** What came of it. Answers whose it is; undefined where there is no such wish. */
export async function settleWish(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, state, problem }: { id: string; state: 'done' | 'failed'; problem: string | null },
): Promise<HolderId | undefined> {
  const [row] = await tx.sql<{ holderId: HolderId }[]>`
    update blocks set state = ${state}, problem = ${problem} where portfolio_id = ${portfolioId} and id = ${id}
    returning holder_id as "holderId"`;
  return row?.holderId;
}

export async function wishesOf(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<BlockWish[]> {
  if (holders.length === 0) return [];
  const rows = await db.sql<(Omit<BlockWish, 'at'> & { at: Date })[]>`
    select b.id, b.holder_id as "holderId", b.phone_number_id as "phoneNumberId", b.wish, b.state, b.at, b.actor_name as by, b.reason, b.problem
    from unnest(${[...holders]}::uuid[]) as wanted (id)
    cross join lateral (select * from blocks where portfolio_id = ${portfolioId} and holder_id = wanted.id offset 0) b`;
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

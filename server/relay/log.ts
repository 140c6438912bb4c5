// The relay room, its log: what integrations are to be told, in one order.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

/** A webhook of Meta's, or a message of an integration's that was refused after it had been answered for. */
export type ToTell = { inboxId: number } | { messageId: string };

/** Written at the end of this transaction, in the order given; `channel` is rung at its commit. */
export function log(
  tx: Transaction,
  portfolioId: PortfolioId,
  { tell, channel }: { tell: readonly ToTell[]; channel: string },
): void {
  if (tell.length === 0) return;
  tx.atEnd(`relay ${portfolioId}`, async (last) => {
    const rows = tell.map((one, place) => ({ ...one, place }));
    // The order of positions is the order of commits, so a reader passes over none; as in events/store.ts, with a number of its own.
    await Promise.all([
      last.sql`select pg_advisory_xact_lock(7470032, hashtext(${portfolioId}))`,
      last.sql`
        insert into relay_log (portfolio_id, inbox_id, message_id)
        select ${portfolioId}, r."inboxId", r."messageId"
        from json_to_recordset(${rowsOf(rows)}::text::json) as r (place int, "inboxId" bigint, "messageId" uuid) order by r.place`,
      last.sql`select pg_notify(${channel}, '')`,
    ]);
  });
}

export interface Logged {
  position: number;
  inboxId: number | null;
  messageId: string | null;
  at: Date;
}

export async function loggedAfter(
  db: Reader,
  portfolioId: PortfolioId,
  { after, limit }: { after: number; limit: number },
): Promise<Logged[]> {
  return await db.sql<Logged[]>`
    select position, inbox_id as "inboxId", message_id as "messageId", at from relay_log
    where portfolio_id = ${portfolioId} and position > ${after} order by position limit ${limit}`;
}

export async function loggedAt(
  db: Reader,
  portfolioId: PortfolioId,
  positions: readonly number[],
): Promise<Map<number, Logged>> {
  if (positions.length === 0) return new Map();
  const rows = await db.sql<Logged[]>`
    select position, inbox_id as "inboxId", message_id as "messageId", at from relay_log
    where portfolio_id = ${portfolioId} and position = any(${[...positions]}::bigint[])`;
  return new Map(rows.map((row) => [row.position, row]));
}

/** Where it ends. */
export async function endOfLog(db: Reader, portfolioId: PortfolioId): Promise<number> {
  const [row] = await db.sql<{ last: number }[]>`
    select coalesce(max(position), 0) as last from relay_log where portfolio_id = ${portfolioId}`;
  return row?.last ?? 0;
}

/** How much of it an address has not come to, up to `most`. */
export async function behindIn(
  db: Reader,
  portfolioId: PortfolioId,
  { position, most }: { position: number; most: number },
): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from (select from relay_log where portfolio_id = ${portfolioId} and position > ${position} limit ${most}) as l`;
  return row?.count ?? 0;
}

/** What stands here longer than webhooks are kept can be told to nobody. Answers how many went. */
export async function forgetLog(
  tx: Transaction,
  portfolioId: PortfolioId,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const rows = await tx.sql`
    delete from relay_log l using (
      select position from (select position, at from relay_log where portfolio_id = ${portfolioId} order by position limit ${limit}) as oldest
      where at < ${before}) as old
    where l.portfolio_id = ${portfolioId} and l.position = old.position`;
  return rows.count;
}

// The privacy room, erasures under way: whose rows are still to go, and how far it has come. The row goes with the last of them, since it says
// who they were.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import type { Subject } from '../subject.ts';

export interface Erasing {
  portfolioId: PortfolioId;
  id: string;
  subject: Subject;
  done: string[];
  counts: Record<string, number>;
}

export async function begin(
  tx: Transaction,
  { portfolioId, id, subject, at }: Pick<Erasing, 'portfolioId' | 'id' | 'subject'> & { at: number },
): Promise<void> {
  await tx.sql`
    insert into erasing (portfolio_id, id, subject, began_at)
    values (${portfolioId}, ${id}, ${rowsOf([subject])}::text::jsonb -> 0, ${new Date(at)}) on conflict do nothing`;
}

export async function underWay(db: Reader, portfolioId: PortfolioId, id: string): Promise<Erasing | undefined> {
  const [row] = await db.sql<Erasing[]>`
    select portfolio_id as "portfolioId", id, subject, done, counts from erasing where portfolio_id = ${portfolioId} and id = ${id}`;
  return row;
}

/** Rows that went in this very transaction, so that each is counted once, wherever a process dies. */
export async function count(
  tx: Transaction,
  { portfolioId, id }: Pick<Erasing, 'portfolioId' | 'id'>,
  rows: Readonly<Record<string, number>>,
): Promise<void> {
  await tx.sql`
    update erasing e set counts = e.counts || coalesce((
      select jsonb_object_agg(r.key, coalesce((e.counts ->> r.key)::bigint, 0) + r.value::bigint)
      from jsonb_each_text(${rowsOf([rows])}::text::jsonb -> 0) as r), '{}')
    where e.portfolio_id = ${portfolioId} and e.id = ${id}`;
}

export async function stepDone(
  tx: Transaction,
  { portfolioId, id }: Pick<Erasing, 'portfolioId' | 'id'>,
  step: string,
): Promise<void> {
  await tx.sql`update erasing set done = done || ${step}::text where portfolio_id = ${portfolioId} and id = ${id}`;
}

export async function end(tx: Transaction, { portfolioId, id }: Pick<Erasing, 'portfolioId' | 'id'>): Promise<void> {
  await tx.sql`delete from erasing where portfolio_id = ${portfolioId} and id = ${id}`;
}

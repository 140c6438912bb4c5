// The changes room: what the desk should look at again, in an order a reader can resume from. Owns changes.
// Promises: a cursor never skips a change, also where transactions commit out of order.

import type { PortfolioId } from '@throughline/identity';
import type { Database, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

export interface ChangeNote {
  /** mention: the subject is the person called, and nobody else is told. */
  kind:
    | 'conversation'
    | 'contact'
    | 'parked'
    | 'review'
    | 'template'
    | 'campaign'
    | 'mention'
    | 'canned_reply'
    | 'labels'
    | 'subscription'
    | 'canary'
    | 'privacy';
  subjectId: string;
  contactId?: string;
}

export interface ChangeRow {
  cursor: string;
  portfolioId: PortfolioId;
  kind: ChangeNote['kind'];
  subjectId: string;
  contactId: string | null;
}

export const changesChannel = 'throughline_changes';

/** Recorded in the transaction that made them; listeners are told when it commits, never before. */
export async function record(tx: Transaction, portfolioId: PortfolioId, notes: readonly ChangeNote[]): Promise<void> {
  if (notes.length === 0) return;
  await Promise.all([
    tx.sql`
      insert into changes (portfolio_id, kind, subject_id, contact_id)
      select ${portfolioId}, kind, "subjectId", "contactId"
      from json_to_recordset(${rowsOf(notes)}::text::json) as r (kind text, "subjectId" uuid, "contactId" uuid)`,
    tx.sql`select pg_notify(${changesChannel}, '')`,
  ]);
}

/**
 * Changes after the cursor (`txid.id`), oldest first, below the oldest transaction still running: a later look may find
 * earlier numbers otherwise, since sequence values become visible out of order.
 */
export async function after(db: Database, cursor: string, limit: number): Promise<ChangeRow[]> {
  const [txid, id] = cursor.split('.');
  return await db.sql<ChangeRow[]>`
    select txid::text || '.' || id::text as cursor, portfolio_id as "portfolioId", kind, subject_id as "subjectId", contact_id as "contactId"
    from changes
    where (txid, id) > (${txid ?? '0'}::text::xid8, ${id ?? '0'}::text::bigint) and txid < pg_snapshot_xmin(pg_current_snapshot())
    order by txid, id limit ${limit}`;
}

/** Where a reader that wants only what is new starts. */
export async function latestCursor(db: Database): Promise<string> {
  const [row] = await db.sql<{ cursor: string }[]>`
    select coalesce((select txid::text || '.' || id::text from changes where txid < pg_snapshot_xmin(pg_current_snapshot())
                     order by txid desc, id desc limit 1), '0.0') as cursor`;
  return row?.cursor ?? '0.0';
}

/** Whether the cursor is one of ours and everything after it is still kept. */
export async function reaches(db: Database, cursor: string): Promise<boolean> {
  const [txid, id] = cursor.split('.');
  // Bounded, so that the casts below cannot overflow.
  if (!/^\d{1,19}$/.test(txid ?? '') || !/^\d{1,18}$/.test(id ?? '')) return false;
  const [row] = await db.sql<{ ok: boolean }[]>`
    select coalesce((select txid::text::numeric <= ${txid ?? '0'}::text::numeric from changes order by txid, id limit 1), false)
           and ${txid ?? '0'}::text::numeric < pg_snapshot_xmax(pg_current_snapshot())::text::numeric as ok`;
  return row?.ok ?? false;
}

export async function forget(tx: Transaction, retentionHours: number, limit: number): Promise<number> {
  const rows = await tx.sql`
    delete from changes where (txid, id) in (
      select txid, id from changes where at < now() - ${retentionHours}::int * interval '1 hour' limit ${limit})`;
  return rows.count;
}

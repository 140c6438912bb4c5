// The campaigns room, uploads: rows on their way in, beside the ones that count, until they are whole.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

export interface UploadKey {
  portfolioId: PortfolioId;
  campaignId: string;
  id: string;
}

export async function begin(tx: Transaction, { portfolioId, campaignId, id }: UploadKey): Promise<void> {
  await tx.sql`
    insert into campaign_uploads (portfolio_id, id, campaign_id) values (${portfolioId}, ${id}, ${campaignId})`;
}

export interface NewRow {
  line: number;
  cells: readonly string[];
  /** Known beforehand where the row is a contact. */
  phone?: string;
  name?: string | null;
  holderId?: string;
  contactId?: string;
}

export async function add(tx: Transaction, upload: UploadKey, rows: readonly NewRow[]): Promise<void> {
  const { portfolioId, campaignId, id } = upload;
  await tx.sql`
    insert into campaign_rows (portfolio_id, upload_id, campaign_id, line, cells, phone, name, holder_id, contact_id)
    select ${portfolioId}, ${id}, ${campaignId}, r.line, r.cells, r.phone, r.name, r."holderId", r."contactId"
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (line int, cells text[], phone text, name text, "holderId" uuid, "contactId" uuid)`;
  await tx.sql`update campaign_uploads set touched_at = now() where portfolio_id = ${portfolioId} and id = ${id}`;
}

/** Rows nobody can come to any more: of uploads that were cut off, replaced, or whose campaign is gone. Answers how many went. */
export async function sweep(tx: Transaction, lostAfterMs: number, limit: number): Promise<number> {
  const [stale] = await tx.sql<{ portfolioId: PortfolioId; id: string }[]>`
    select u.portfolio_id as "portfolioId", u.id from campaign_uploads u
    where u.touched_at < now() - ${lostAfterMs}::int * interval '1 millisecond'
      and not exists (select from campaigns c where c.portfolio_id = u.portfolio_id and c.id = u.campaign_id and c.upload = u.id)
    limit 1 for update skip locked`;
  if (!stale) return 0;
  const rows = await tx.sql`
    delete from campaign_rows where portfolio_id = ${stale.portfolioId} and upload_id = ${stale.id}
      and line in (select line from campaign_rows where portfolio_id = ${stale.portfolioId} and upload_id = ${stale.id} limit ${limit})`;
  if (rows.count < limit)
    await tx.sql`delete from campaign_uploads where portfolio_id = ${stale.portfolioId} and id = ${stale.id}`;
  return rows.count;
}

// The campaigns room, rows: read and written a batch at a time, in the order of their lines.

import type { Reach } from '@throughline/contract';
import type { ContactId, HolderId, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

export interface RowsKey {
  portfolioId: PortfolioId;
  upload: string;
}

export interface RowToCheck {
  line: number;
  cells: string[];
  /** Of a contact. */
  phone: string | null;
  name: string | null;
  holderId: HolderId | null;
  contactId: ContactId | null;
}

export async function rowsAfter(
  db: Reader,
  { portfolioId, upload }: RowsKey,
  { line, limit }: { line: number; limit: number },
): Promise<RowToCheck[]> {
  return await db.sql<RowToCheck[]>`
    select line, cells, phone, name, holder_id as "holderId", contact_id as "contactId" from campaign_rows
    where portfolio_id = ${portfolioId} and upload_id = ${upload} and line > ${line} order by line limit ${limit}`;
}

export interface CheckedRow {
  line: number;
  phone: string | null;
  key: string | null;
  name: string | null;
  holderId: HolderId | null;
  contactId: ContactId | null;
  reach: Reach;
  why: string | null;
}

export async function saveChecked(
  tx: Transaction,
  { portfolioId, upload }: RowsKey,
  rows: readonly CheckedRow[],
): Promise<void> {
  await tx.sql`
    update campaign_rows c set phone = r.phone, key = r.key, name = r.name, holder_id = r."holderId", contact_id = r."contactId",
      reach = r.reach, why = r.why, duplicate_of = null
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (line int, phone text, key text, name text, "holderId" uuid, "contactId" uuid, reach text, why text)
    where c.portfolio_id = ${portfolioId} and c.upload_id = ${upload} and c.line = r.line`;
}

/**
 * Of rows with one number, and of rows with one person, only the first is sent to. Both in one statement each over all rows that
 * would be sent to: 100,000 in about half a second, sorted on disk where they are more.
 */
export async function markDuplicates(tx: Transaction, { portfolioId, upload }: RowsKey): Promise<void> {
  await tx.sql`
    update campaign_rows c set reach = 'duplicate_row', why = null, duplicate_of = f.first
    from (select line, first_value(line) over (partition by key order by line) as first from campaign_rows
          where portfolio_id = ${portfolioId} and upload_id = ${upload} and reach in ('phone', 'account') and key is not null) f
    where c.portfolio_id = ${portfolioId} and c.upload_id = ${upload} and c.line = f.line and f.first < f.line`;
  await tx.sql`
    update campaign_rows c set reach = 'duplicate_person', why = null, duplicate_of = f.first
    from (select line, first_value(line) over (partition by contact_id order by line) as first from campaign_rows
          where portfolio_id = ${portfolioId} and upload_id = ${upload} and reach in ('phone', 'account') and contact_id is not null) f
    where c.portfolio_id = ${portfolioId} and c.upload_id = ${upload} and c.line = f.line and f.first < f.line`;
}

/** Whether anybody at all would be written to. */
export async function anyReachable(db: Reader, { portfolioId, upload }: RowsKey): Promise<boolean> {
  const [row] = await db.sql<{ any: boolean }[]>`
    select exists (select from campaign_rows where portfolio_id = ${portfolioId} and upload_id = ${upload} and reach in ('phone', 'account')) as any`;
  return row?.any ?? false;
}

export interface RowToSend {
  line: number;
  cells: string[];
  phone: string | null;
  name: string | null;
  reach: 'phone' | 'account';
  holderId: HolderId | null;
  contactId: ContactId | null;
}

/** The next that are to be handed over. The caller holds the campaign's lock, so nobody else takes them. */
export async function nextToSend(
  tx: Transaction,
  { portfolioId, upload }: RowsKey,
  { line, limit }: { line: number; limit: number },
): Promise<RowToSend[]> {
  return await tx.sql<RowToSend[]>`
    select line, cells, phone, name, reach, holder_id as "holderId", contact_id as "contactId" from campaign_rows
    where portfolio_id = ${portfolioId} and upload_id = ${upload} and line > ${line} and stage = 'waiting' and reach in ('phone', 'account')
    order by line limit ${limit}`;
}

export interface HandedRow {
  line: number;
  messageId: string;
  holderId: HolderId;
  contactId: ContactId;
}

/** The row names its message in the transaction that owes it. */
export async function markQueued(
  tx: Transaction,
  { portfolioId, upload }: RowsKey,
  rows: readonly HandedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql`
    update campaign_rows c set stage = 'queued', message_id = r."messageId", holder_id = r."holderId", contact_id = r."contactId"
    from json_to_recordset(${rowsOf(rows)}::text::json) as r (line int, "messageId" uuid, "holderId" uuid, "contactId" uuid)
    where c.portfolio_id = ${portfolioId} and c.upload_id = ${upload} and c.line = r.line and c.stage = 'waiting'`;
}

/** Looked at once more just before sending, and not sent to after all. */
export async function markSkipped(
  tx: Transaction,
  { portfolioId, upload }: RowsKey,
  rows: readonly { line: number; reach: Reach; why: string | null; duplicateOf: number | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql`
    update campaign_rows c set reach = r.reach, why = r.why, duplicate_of = r."duplicateOf"
    from json_to_recordset(${rowsOf(rows)}::text::json) as r (line int, reach text, why text, "duplicateOf" int)
    where c.portfolio_id = ${portfolioId} and c.upload_id = ${upload} and c.line = r.line and c.stage = 'waiting'`;
}

/** To whom of these people this campaign has written already, and in which line. */
export async function writtenTo(
  db: Reader,
  { portfolioId, upload }: RowsKey,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, number>> {
  if (contacts.length === 0) return new Map();
  const rows = await db.sql<{ contactId: ContactId; line: number }[]>`
    select w.id as "contactId", c.line from unnest(${[...contacts]}::uuid[]) as w (id)
    cross join lateral (select line from campaign_rows where portfolio_id = ${portfolioId} and upload_id = ${upload} and contact_id = w.id
                          and stage <> 'waiting' limit 1) c`;
  return new Map(rows.map((row) => [row.contactId, row.line]));
}

/**
 * Rows whose message has left the sender's queue: sent, refused, or of unknown fate. Answers how many are still in it.
 * Reads the messages and what is owed for them; writes rows only.
 */
export async function settleQueued(tx: Transaction, { portfolioId, upload }: RowsKey): Promise<number> {
  await tx.sql`
    update campaign_rows c set stage = 'handed', sent_at = coalesce(o.claimed_at, m.status_at, m.at)
    from messages m left join outbound o on o.portfolio_id = m.portfolio_id and o.message_id = m.id
    where c.portfolio_id = ${portfolioId} and c.upload_id = ${upload} and c.stage = 'queued'
      and m.portfolio_id = c.portfolio_id and m.id = c.message_id and m.status <> 'queued'`;
  const [row] = await tx.sql<{ owed: number }[]>`
    select count(*)::int as owed from campaign_rows where portfolio_id = ${portfolioId} and upload_id = ${upload} and stage = 'queued'`;
  return row?.owed ?? 0;
}

/** Messages of this campaign that may still be in the sender's queue. */
export async function queuedMessages(db: Reader, { portfolioId, upload }: RowsKey): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select message_id as id from campaign_rows where portfolio_id = ${portfolioId} and upload_id = ${upload} and stage = 'queued'`;
  return rows.map((row) => row.id);
}

/** What was taken back waits again, for a message of its own. Answers the first line. */
export async function returnRows(
  tx: Transaction,
  { portfolioId, upload }: RowsKey,
  messageIds: readonly string[],
): Promise<number | undefined> {
  if (messageIds.length === 0) return undefined;
  const rows = await tx.sql<{ line: number }[]>`
    update campaign_rows set stage = 'waiting', message_id = null
    where portfolio_id = ${portfolioId} and upload_id = ${upload} and stage = 'queued' and message_id = any(${[...messageIds]}::uuid[])
    returning line`;
  return rows.length === 0 ? undefined : Math.min(...rows.map((row) => row.line));
}

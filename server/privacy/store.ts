// The privacy room: what people ask for about their own data, and what became of it. Owns privacy_requests, privacy_codes, privacy_acts,
// privacy_chain_ends, privacy_erasures, privacy_marks, privacy_erased_ids, privacy_dropped and privacy_settings. Promises: a request is in
// one state, changed by the rules alone; nothing here names anybody but the notes, and those go with the person.

import type {
  Correction,
  PrivacyCertificate,
  PrivacyKind,
  PrivacyLanguage,
  PrivacyLaw,
  PrivacyRefusal,
  PrivacyState,
} from '@throughline/contract';
import type { ContactId, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';

export interface Progress {
  step?: string;
  /** When the watermark was set; milliseconds. */
  erasedAt?: number;
  marks?: number;
  /** By the ids its errands are about. */
  contactBook?: { asked: string[]; since: number; done: number; failed: number; unanswered: number };
}

/** How far an archive has come that somebody takes. Milliseconds. */
export interface Download {
  state: 'making' | 'taken' | 'cut';
  done: number;
  total: number;
  at: number;
}

export interface RequestRow {
  portfolioId: PortfolioId;
  id: string;
  kind: PrivacyKind;
  law: PrivacyLaw;
  state: PrivacyState;
  contactId: ContactId;
  accountIds: ContactId[];
  receivedAt: Date;
  confirmBy: Date | null;
  confirmedAt: Date | null;
  dueAt: Date;
  extended: boolean;
  recordedBy: string;
  runBy: string | null;
  approvedBy: string | null;
  proof: 'code' | 'document' | 'other' | null;
  provenAt: Date | null;
  refusal: PrivacyRefusal | null;
  note: string | null;
  refusalNote: string | null;
  held: boolean;
  holdNote: string | null;
  reminded: 'soon' | 'late' | null;
  stateAt: Date;
  endedAt: Date | null;
  archiveUntil: Date | null;
  progress: Progress;
  certificate: PrivacyCertificate | null;
  corrections: Correction[];
  language: PrivacyLanguage | null;
  download: Download | null;
}

const columns = fragment`
  portfolio_id as "portfolioId", id, kind, law, state, contact_id as "contactId", account_ids as "accountIds",
  received_at as "receivedAt", confirm_by as "confirmBy", confirmed_at as "confirmedAt", due_at as "dueAt", extended,
  recorded_by as "recordedBy", run_by as "runBy", approved_by as "approvedBy", proof, proven_at as "provenAt", refusal, note,
  refusal_note as "refusalNote", held, hold_note as "holdNote", reminded, state_at as "stateAt", ended_at as "endedAt",
  archive_until as "archiveUntil", progress, certificate, corrections, language, download`;

export type NewRequest = Pick<
  RequestRow,
  | 'id'
  | 'kind'
  | 'law'
  | 'contactId'
  | 'accountIds'
  | 'receivedAt'
  | 'confirmBy'
  | 'dueAt'
  | 'recordedBy'
  | 'note'
  | 'corrections'
  | 'language'
>;

export async function addRequest(tx: Transaction, portfolioId: PortfolioId, one: NewRequest, now: Date): Promise<void> {
  await tx.sql`
    insert into privacy_requests (portfolio_id, id, kind, law, state, contact_id, account_ids, received_at, confirm_by, due_at,
                                  recorded_by, note, corrections, language, state_at)
    values (${portfolioId}, ${one.id}, ${one.kind}, ${one.law}, 'received', ${one.contactId}, ${one.accountIds}::uuid[],
            ${one.receivedAt}, ${one.confirmBy}, ${one.dueAt}, ${one.recordedBy}, ${one.note}, ${rowsOf(one.corrections)}::text::jsonb,
            ${one.language}, ${now})`;
}

type Portfolios = readonly PortfolioId[] | 'all';

const within = (portfolios: Portfolios) =>
  portfolios === 'all' ? fragment`true` : fragment`portfolio_id = any(${[...portfolios]}::text[])`;

/** `lock`: nobody else changes it until the transaction ends. */
export async function requestById(
  db: Reader,
  portfolios: Portfolios,
  id: string,
  lock = false,
): Promise<RequestRow | undefined> {
  const [row] = await db.sql<RequestRow[]>`
    select ${columns} from privacy_requests where ${within(portfolios)} and id = ${id} ${lock ? fragment`for update` : fragment``}`;
  return row;
}

export interface Wanted {
  portfolios: Portfolios;
  state: 'open' | 'ended' | undefined;
  kind: PrivacyKind | undefined;
  contact: string | undefined;
  after: [string, string] | undefined;
  limit: number;
}

/** Open ones by when they are due, ended ones the newest first. */
export async function requestsPage(
  db: Reader,
  { portfolios, state, kind, contact, after, limit }: Wanted,
): Promise<RequestRow[]> {
  const ended = state === 'ended';
  return await db.sql<RequestRow[]>`
    select ${columns} from privacy_requests
    where ${within(portfolios)}
      ${state === undefined ? fragment`` : fragment`and (ended_at is not null) = ${ended}`}
      ${kind === undefined ? fragment`` : fragment`and kind = ${kind}`}
      ${contact === undefined ? fragment`` : fragment`and contact_id = ${contact}::uuid`}
      ${
        after === undefined
          ? fragment``
          : state === 'open'
            ? fragment`and (due_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
            : fragment`and (received_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      }
    order by ${state === 'open' ? fragment`due_at, id` : fragment`received_at desc, id desc`} limit ${limit}`;
}

/** Of open requests: past their time, due before `soonBefore`, and waiting for the approval of somebody else than `actorId`. */
export async function dueCounts(
  db: Reader,
  portfolios: Portfolios,
  { now, soonBefore, actorId }: { now: Date; soonBefore: Date; actorId: string },
): Promise<{ late: number; soon: number; waiting: number }> {
  const [row] = await db.sql<{ late: number; soon: number; waiting: number }[]>`
    select count(*) filter (where due_at < ${now})::int as late,
           count(*) filter (where due_at >= ${now} and due_at < ${soonBefore})::int as soon,
           count(*) filter (where state = 'awaiting_approval' and run_by is distinct from ${actorId})::int as waiting
    from privacy_requests where ${within(portfolios)} and ended_at is null`;
  return row ?? { late: 0, soon: 0, waiting: 0 };
}

export async function openRequestCounts(
  db: Reader,
  portfolioId: PortfolioId,
  contactIds: readonly ContactId[],
): Promise<Map<ContactId, number>> {
  const rows = await db.sql<{ id: ContactId; count: number }[]>`
    select contact_id as id, count(*)::int as count from privacy_requests
    where portfolio_id = ${portfolioId} and contact_id = any(${[...contactIds]}::uuid[]) and ended_at is null group by contact_id`;
  return new Map(rows.map((row) => [row.id, row.count]));
}

type Key = Pick<RequestRow, 'portfolioId' | 'id'>;

export async function changeRequest(tx: Transaction, row: RequestRow): Promise<void> {
  const { portfolioId, id } = row;
  await tx.sql`
    update privacy_requests set state = ${row.state}, confirmed_at = ${row.confirmedAt}, due_at = ${row.dueAt}, extended = ${row.extended},
      run_by = ${row.runBy}, approved_by = ${row.approvedBy}, proof = ${row.proof}, proven_at = ${row.provenAt}, refusal = ${row.refusal},
      note = ${row.note}, refusal_note = ${row.refusalNote}, held = ${row.held}, hold_note = ${row.holdNote},
      corrections = ${rowsOf(row.corrections)}::text::jsonb, reminded = ${row.reminded}, state_at = ${row.stateAt}, ended_at = ${row.endedAt}, archive_until = ${row.archiveUntil}
    where portfolio_id = ${portfolioId} and id = ${id}`;
}

/** Of the archive; of nobody who was erased meanwhile. */
export async function noteDownload(tx: Transaction, { portfolioId, id }: Key, download: Download): Promise<void> {
  await tx.sql`
    update privacy_requests set download = ${rowsOf([download])}::text::jsonb -> 0
    where portfolio_id = ${portfolioId} and id = ${id} and archive_until is not null`;
}

export async function noteProgress(tx: Transaction, { portfolioId, id }: Key, progress: Progress): Promise<void> {
  await tx.sql`
    update privacy_requests set progress = ${rowsOf([progress])}::text::jsonb -> 0 where portfolio_id = ${portfolioId} and id = ${id}`;
}

export async function certify(
  tx: Transaction,
  { portfolioId, id }: Key,
  certificate: PrivacyCertificate,
): Promise<void> {
  await tx.sql`
    update privacy_requests set certificate = ${rowsOf([certificate])}::text::jsonb -> 0
    where portfolio_id = ${portfolioId} and id = ${id}`;
}

/** What was written about somebody goes with them; and whatever else was asked for them has nobody to be about. */
export async function forgetNotes(
  tx: Transaction,
  portfolioId: PortfolioId,
  { contactIds, except, now }: { contactIds: readonly string[]; except: string; now: Date },
): Promise<number> {
  const rows = await tx.sql`
    update privacy_requests set note = null, refusal_note = null, hold_note = null, archive_until = null, corrections = '[]', download = null,
      state = case when ended_at is null and id <> ${except} then 'cancelled' else state end,
      ended_at = case when ended_at is null and id <> ${except} then ${now}::timestamptz else ended_at end
    where portfolio_id = ${portfolioId}
      and (contact_id = any(${[...contactIds]}::uuid[]) or account_ids && ${[...contactIds]}::uuid[])`;
  return rows.count;
}

/** Lends an erasure to whoever goes on with it, the longest waiting first. `now` and `until` by the service's clock. */
export async function claimErasure(
  tx: Transaction,
  { now, until }: { now: Date; until: Date },
): Promise<RequestRow | undefined> {
  const [row] = await tx.sql<RequestRow[]>`
    update privacy_requests set state_at = ${until}
    where (portfolio_id, id) in (
      select portfolio_id, id from privacy_requests where state = 'running' and kind = 'erase' and state_at <= ${now}
      order by state_at limit 1 for update skip locked)
    returning ${columns}`;
  return row;
}

/** Comes up again at that time: to renew a lease, or to give it back. */
export async function comeBack(tx: Transaction, { portfolioId, id }: Key, at: Date): Promise<void> {
  await tx.sql`
    update privacy_requests set state_at = ${at} where portfolio_id = ${portfolioId} and id = ${id} and state = 'running'`;
}

/** Open requests that are due before then and nobody was told of at this urgency. */
export async function toRemind(
  tx: Transaction,
  { soonBefore, now, limit }: { soonBefore: Date; now: Date; limit: number },
): Promise<RequestRow[]> {
  return await tx.sql<RequestRow[]>`
    select ${columns} from privacy_requests
    where ended_at is null and due_at < ${soonBefore}
      and (reminded is null or (reminded = 'soon' and due_at < ${now}))
    order by due_at limit ${limit} for update skip locked`;
}

/** Records are kept for 24 months after their end (CCPA regulations, §7101), then go. */
export async function forgetRequests(tx: Transaction, endedBefore: Date, limit: number): Promise<number> {
  const rows = await tx.sql`
    delete from privacy_requests where (portfolio_id, id) in (
      select portfolio_id, id from privacy_requests where ended_at < ${endedBefore} limit ${limit})`;
  return rows.count;
}

export interface SettingsRow {
  fourEyes: boolean;
  law: PrivacyLaw;
}

export async function settingsOf(db: Reader, portfolioId: PortfolioId): Promise<SettingsRow> {
  const [row] = await db.sql<SettingsRow[]>`
    select four_eyes as "fourEyes", law from privacy_settings where portfolio_id = ${portfolioId}`;
  return row ?? { fourEyes: false, law: 'gdpr' };
}

export async function setSettings(
  tx: Transaction,
  portfolioId: PortfolioId,
  { fourEyes, law }: SettingsRow,
  now: Date,
): Promise<void> {
  await tx.sql`
    insert into privacy_settings (portfolio_id, four_eyes, law, changed_at) values (${portfolioId}, ${fourEyes}, ${law}, ${now})
    on conflict (portfolio_id) do update set four_eyes = excluded.four_eyes, law = excluded.law, changed_at = excluded.changed_at`;
}

// The errands room: calls to Meta that may be made twice without harm. Owns errands.
// Promises: what is owed is made, or ends as failed with a reason; of one series about one subject only the newest is made, in
// order; what is worth nothing any more is dropped; a caller that died gives its errands back.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { type ErrandKind, natureOf } from './rules-errands.ts';

export interface NewErrand {
  portfolioId: PortfolioId;
  id: string;
  kind: ErrandKind;
  /** Of ours: the thread, or the account concerned. */
  subjectId: string;
  phoneNumberId: string;
  /** What the call needs, as jobs/run-errands.ts reads it. May hold ids of Meta's: never shown. */
  request: Record<string, string>;
}

export interface DueErrand extends NewErrand {
  attempts: number;
}

/** In the caller's transaction, so that what is owed is owed exactly if what it follows from is so. */
export async function oweErrands(tx: Transaction, errands: readonly NewErrand[]): Promise<void> {
  if (errands.length === 0) return;
  const rows = errands.map((one) => {
    const { series, managed, worthMs } = natureOf(one.kind);
    return { ...one, series, managed, worthMs };
  });
  const text = rowsOf(rows);
  // Those not being called at this moment; one that is stays, and goes before its successor.
  await tx.sql`
    delete from errands e using json_to_recordset(${text}::text::json) as r ("portfolioId" text, "phoneNumberId" text, "subjectId" uuid, series text)
    where e.portfolio_id = r."portfolioId" and e.phone_number_id = r."phoneNumberId" and e.subject_id = r."subjectId" and e.series = r.series
      and e.state = 'waiting' and (e.lent_until is null or e.lent_until < now())`;
  await tx.sql`
    insert into errands (portfolio_id, id, kind, series, managed, phone_number_id, subject_id, request, expires_at)
    select "portfolioId", id, kind, series, managed, "phoneNumberId", "subjectId", request, now() + "worthMs" * interval '1 millisecond'
    from json_to_recordset(${text}::text::json)
      as r ("portfolioId" text, id uuid, kind text, series text, managed boolean, "phoneNumberId" text, "subjectId" uuid, request jsonb, "worthMs" int)`;
}

interface Claiming {
  limit: number;
  lendMs: number;
  /** Management calls a portfolio may make in an hour. */
  managedPerHour: number;
}

/**
 * Lends what is due to one caller, the first of each series. The pace is looked at once for all: at most `limit` calls more than
 * allowed are made. Commit before calling Meta.
 */
export async function claimErrands(tx: Transaction, { limit, lendMs, managedPerHour }: Claiming): Promise<DueErrand[]> {
  return await tx.sql<DueErrand[]>`
    with paced as materialized (
      select portfolio_id from errands where managed and called_at > now() - interval '1 hour'
      group by portfolio_id having count(*) >= ${managedPerHour}::int)
    update errands e set lent_until = now() + ${lendMs}::int * interval '1 millisecond', called_at = now(), attempts = attempts + 1
    where (e.portfolio_id, e.id) in (
      select d.portfolio_id, d.id from errands d
      where d.state = 'waiting' and d.not_before <= now() and (d.lent_until is null or d.lent_until < now())
        and (d.expires_at is null or d.expires_at > now())
        and not (d.managed and d.portfolio_id in (select portfolio_id from paced))
        and not exists (select from errands f where f.portfolio_id = d.portfolio_id and f.phone_number_id = d.phone_number_id
                          and f.subject_id = d.subject_id and f.series = d.series and f.state = 'waiting' and f.number < d.number
                          and (f.expires_at is null or f.expires_at > now()))
      order by d.not_before, d.number limit ${limit} for update skip locked)
    returning portfolio_id as "portfolioId", id, kind, subject_id as "subjectId", phone_number_id as "phoneNumberId", request, attempts`;
}

/** Whether something newer of its series waits by now. */
export async function isSuperseded(
  tx: Transaction,
  { portfolioId, id }: Pick<DueErrand, 'portfolioId' | 'id'>,
): Promise<boolean> {
  const [row] = await tx.sql<{ newer: boolean }[]>`
    select exists (select from errands f where f.portfolio_id = e.portfolio_id and f.phone_number_id = e.phone_number_id
                     and f.subject_id = e.subject_id and f.series = e.series and f.state = 'waiting' and f.number > e.number) as newer
    from errands e where e.portfolio_id = ${portfolioId} and e.id = ${id} for update`;
  return row?.newer ?? true;
}

export interface Ending {
  state: 'done' | 'failed';
  /** Meta's error code; null where there is none. */
  code: number | null;
  /** What Meta answered, in a sentence for people. */
  result: string;
  at: number;
}

/** It is over. What nobody asks about afterwards goes. */
export async function endErrand(
  tx: Transaction,
  { portfolioId, id, kind }: Pick<DueErrand, 'portfolioId' | 'id' | 'kind'>,
  { state, code, result, at }: Ending,
): Promise<void> {
  if (natureOf(kind).fleeting) await tx.sql`delete from errands where portfolio_id = ${portfolioId} and id = ${id}`;
  else
    await tx.sql`
      update errands set state = ${state}, code = ${code}, result = ${result}, done_at = ${timestamp(at)}::timestamptz, lent_until = null
      where portfolio_id = ${portfolioId} and id = ${id} and state = 'waiting'`;
}

export async function postponeErrand(
  tx: Transaction,
  { portfolioId, id }: Pick<DueErrand, 'portfolioId' | 'id'>,
  delayMs: number,
): Promise<void> {
  await tx.sql`
    update errands set not_before = now() + ${delayMs}::int * interval '1 millisecond', lent_until = null
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'waiting'`;
}

export interface ErrandRow {
  id: string;
  kind: ErrandKind;
  state: 'waiting' | 'done' | 'failed';
  owedAt: Date;
  doneAt: Date | null;
  result: string | null;
}

/** Those of a kind about these subjects, newest first. */
export async function errandsOf(
  db: Reader,
  portfolioId: PortfolioId,
  { kind, subjects, limit }: { kind: ErrandKind; subjects: readonly string[]; limit: number },
): Promise<ErrandRow[]> {
  return await db.sql<ErrandRow[]>`
    select id, kind, state, owed_at as "owedAt", done_at as "doneAt", result from errands
    where portfolio_id = ${portfolioId} and managed and kind = ${kind} and subject_id = any(${[...subjects]}::uuid[])
    order by owed_at desc, number desc limit ${limit}`;
}

/** What is worth nothing any more, and what was over long ago. */
export async function forgetErrands(tx: Transaction, days: number, limit: number): Promise<number> {
  const rows = await tx.sql`
    delete from errands where (portfolio_id, id) in (
      select portfolio_id, id from errands where state = 'waiting' and expires_at < now() - interval '1 minute'
      union all select portfolio_id, id from errands where state <> 'waiting' and done_at < now() - ${days}::int * interval '1 day'
      limit ${limit})`;
  return rows.count;
}

export async function errandDepth(db: Reader): Promise<{ waiting: number; oldestS: number }> {
  const [row] = await db.sql<{ waiting: number; oldestS: number }[]>`
    select count(*)::int as waiting, coalesce(extract(epoch from now() - min(owed_at)), 0)::float as "oldestS"
    from errands where state = 'waiting'`;
  return row ?? { waiting: 0, oldestS: 0 };
}

/** Of these subjects, whatever became of them. */
export async function dropErrands(
  tx: Transaction,
  portfolioId: PortfolioId,
  subjects: readonly string[],
): Promise<void> {
  await tx.sql`delete from errands where portfolio_id = ${portfolioId} and subject_id = any(${[...subjects]}::uuid[])`;
}

// An unsafe call made twice with one Idempotency-Key is done once: the second gets the first's answer.

import { createHash } from 'node:crypto';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

export type Begun = { kind: 'first' } | { kind: 'repeated'; answer: unknown } | { kind: 'other_request' };

/** In the transaction of the work itself: a second call with the key waits here until the first is done or undone. */
export async function begin(tx: Transaction, actor: string, key: string, request: unknown): Promise<Begun> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  const added = await tx.sql`
    insert into idempotency (actor, key, request_hash) values (${actor}, ${key}, ${hash}) on conflict do nothing returning key`;
  if (added.length > 0) return { kind: 'first' };
  const [known] = await tx.sql<{ hash: string; answer: unknown }[]>`
    select request_hash as hash, answer from idempotency where actor = ${actor} and key = ${key}`;
  return known?.hash === hash ? { kind: 'repeated', answer: known.answer } : { kind: 'other_request' };
}

export async function answered(tx: Transaction, actor: string, key: string, answer: object): Promise<void> {
  await tx.sql`update idempotency set answer = ${rowsOf([answer])}::text::jsonb -> 0 where actor = ${actor} and key = ${key}`;
}

export async function forgetKeys(tx: Transaction, hours: number): Promise<number> {
  const rows = await tx.sql`delete from idempotency where created_at < now() - ${hours}::int * interval '1 hour'`;
  return rows.count;
}

/** Answers that speak of somebody, by ids of ours or by what they are known by, in lower case. */
export async function forgetAnswersAbout(tx: Transaction, words: readonly string[]): Promise<number> {
  const rows = await tx.sql`
    delete from idempotency where exists (select from unnest(${[...words]}::text[]) as word where position(word in lower(answer::text)) > 0)`;
  return rows.count;
}

export async function countAnswersAbout(db: Reader, words: readonly string[]): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from idempotency
    where exists (select from unnest(${[...words]}::text[]) as word where position(word in lower(answer::text)) > 0)`;
  return row?.count ?? 0;
}

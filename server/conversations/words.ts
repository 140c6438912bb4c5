// The conversations room, the words messages are found by. See store.ts for what the room owns.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { wordsOf } from './rules-words.ts';

export interface Worded {
  id: string;
  at: number;
  type: string;
  body: string | null;
  summary: string;
}

/** What says nothing of its own. */
const silent = new Set(['reaction', 'revoke']);

/**
 * To those of these messages that are there. Only inserts: into the list an index of this kind keeps for later, which is why it costs
 * little while messages come in. Measured on the inbound walk: see docs/decisions/0035-search.md.
 */
export async function giveWords(tx: Transaction, portfolioId: PortfolioId, messages: readonly Worded[]): Promise<void> {
  const rows = messages.flatMap(({ id, at, type, body, summary }) => {
    const words = silent.has(type) ? [] : wordsOf(body ?? summary);
    return words.length === 0 ? [] : [{ id, at: timestamp(at), words }];
  });
  if (rows.length === 0) return;
  await tx.sql`
    insert into message_words (portfolio_id, message_id, at, words)
    select ${portfolioId}, r.id, r.at, array_to_tsvector(r.words)
    from json_to_recordset(${rowsOf(rows)}::text::json) as r (id uuid, at timestamptz, words text[])
    cross join lateral (select from messages where portfolio_id = ${portfolioId} and id = r.id offset 0) as there
    on conflict do nothing`;
}

/** Portfolios whose messages from before words were kept have not all been given theirs. */
export async function backlogs(db: Reader): Promise<PortfolioId[]> {
  const rows = await db.sql<{ id: PortfolioId }[]>`select portfolio_id as id from word_backlogs order by portfolio_id`;
  return rows.map((row) => row.id);
}

/** So many of them. False where that was the last. */
export async function workOffBacklog(tx: Transaction, portfolioId: PortfolioId, limit: number): Promise<boolean> {
  const [place] = await tx.sql<{ after: string }[]>`
    select after_id as after from word_backlogs where portfolio_id = ${portfolioId} for update skip locked`;
  if (!place) return false;
  const rows = await tx.sql<(Omit<Worded, 'at'> & { at: Date })[]>`
    select id, at, type, body, summary from messages
    where portfolio_id = ${portfolioId} and id > ${place.after} order by id limit ${limit}`;
  await giveWords(
    tx,
    portfolioId,
    rows.map((row) => ({ ...row, at: row.at.getTime() })),
  );
  const last = rows.at(-1);
  if (rows.length === limit && last) {
    await tx.sql`update word_backlogs set after_id = ${last.id} where portfolio_id = ${portfolioId}`;
    return true;
  }
  await tx.sql`delete from word_backlogs where portfolio_id = ${portfolioId}`;
  return false;
}

// The notes that called somebody: a queue, a count, and the threads they stand in.

import type { MentionItem } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Portfolios } from './portfolios.ts';

export interface MentionQuery {
  unread?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface MentionRow extends Omit<MentionItem, 'at'> {
  at: Date;
}

/** Newest first. A note deleted since calls nobody any more. */
export async function listMentions(db: Reader, who: { portfolios: Portfolios; userId: string }, query: MentionQuery) {
  const after = readCursor<[string, string]>(query.cursor, ['time', 'id']);
  const rows = await db.sql<MentionRow[]>`
    select n.id as "noteId", n.conversation_id as "conversationId", t.display_name as "contactName", n.text, n.author_name as author,
           m.at, m.read_at is not null as read
    from note_mentions m
    join notes n on n.portfolio_id = m.portfolio_id and n.id = m.note_id and n.deleted_at is null
    join conversations c on c.portfolio_id = n.portfolio_id and c.id = n.conversation_id
    join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
    join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
    where m.user_id = ${who.userId} and ${within(who.portfolios)}
      ${query.unread ? fragment`and m.read_at is null` : fragment``}
      ${after ? fragment`and (m.at, m.note_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
    order by m.at desc, m.note_id desc limit ${query.limit + 1}`;
  return pageOf(
    rows,
    query.limit,
    (last) => [last.at.toISOString(), last.noteId],
    (row) => ({ ...row, at: row.at.toISOString() }),
  );
}

export async function unreadMentions(
  db: Reader,
  { portfolios, userId }: { portfolios: Portfolios; userId: string },
): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from note_mentions m
    join notes n on n.portfolio_id = m.portfolio_id and n.id = m.note_id and n.deleted_at is null
    where m.user_id = ${userId} and m.read_at is null and ${within(portfolios)}`;
  return row?.count ?? 0;
}

/**
 * Whether a note calls this person in a thread: a condition on `conversations c`. `unread`: only what they have not seen.
 *
 * Plan: a walk of the person's own mentions by note_mentions_unread or _of, few against the threads there are.
 */
export function callsPerson(userId: string, { unread }: { unread: boolean }): Fragment {
  return fragment`(c.portfolio_id, c.id) in (
    select n.portfolio_id, n.conversation_id from note_mentions m
    join notes n on n.portfolio_id = m.portfolio_id and n.id = m.note_id and n.deleted_at is null
    where m.user_id = ${userId} ${unread ? fragment`and m.read_at is null` : fragment``})`;
}

function within(portfolios: Portfolios): Fragment {
  return portfolios === 'all' ? fragment`true` : fragment`m.portfolio_id = any(${[...portfolios]}::text[])`;
}

// The desk's list of threads, newest first; and one of them.

import type { Conversation } from '@throughline/contract';
import type { HolderId, PortfolioId } from '@throughline/identity';
import { windowClosesAt } from '@throughline/whatsapp';
import { currentContactId } from '../contacts/find.ts';
import { searchPatterns } from '../contacts/searching.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { summaryOf } from './accounts.ts';
import { withLastLines } from './last-lines.ts';
import { callsPerson } from './mentions.ts';
import { pageOf, readCursor } from './paging.ts';
import { type Portfolios, scopeOf } from './portfolios.ts';

export type { Portfolios };

export interface ConversationQuery {
  contact?: string | undefined;
  /** With commas between. */
  ids?: string | undefined;
  state?: 'open' | 'resolved' | undefined;
  hidden?: boolean | undefined;
  unread?: boolean | undefined;
  mentions?: boolean | undefined;
  q?: string | undefined;
  /** Who asks, for `mentions`. */
  userId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

export async function listConversations(db: Reader, portfolios: Portfolios, query: ConversationQuery) {
  const after = readCursor<[string, string]>(query.cursor, ['time', 'id']);
  const patterns = searchPatterns(query.q ?? '');
  const contact = query.contact ? await currentContactId(db, portfolios, query.contact) : undefined;
  if (query.contact && !contact) return { data: [], next: null };
  // The newest of each portfolio by its own index, then the newest of those: asked for all at once, PostgreSQL sorts every thread
  // there is (50,000: 400 ms and more to disk, against 2 ms).
  const rows = await db.sql<Row[]>`
    with found as materialized (
      select k.* from (${scopeOf(portfolios)}) p (portfolio_id)
      cross join lateral (
        select c.portfolio_id, c.id, c.last_item_at
        from conversations c
        join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
        join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
        where c.portfolio_id = p.portfolio_id
          ${contact ? fragment`and c.portfolio_id = ${contact.portfolioId} and h.contact_id = ${contact.id}` : fragment``}
          ${query.ids ? fragment`and c.id in (${current(portfolios, query.ids.split(','))})` : fragment``}
          ${query.state ? fragment`and c.state = ${query.state}` : fragment``}
          ${query.hidden === undefined ? fragment`` : fragment`and (t.hidden_since is not null) = ${query.hidden}`}
          ${query.unread ? fragment`and c.unread > 0` : fragment``}
          ${query.mentions && query.userId ? fragment`and ${callsPerson(query.userId, { unread: true })}` : fragment``}
          ${patterns.length > 0 ? fragment`and t.search like any (${patterns}::text[])` : fragment``}
          ${after ? fragment`and (c.last_item_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
        order by c.last_item_at desc, c.id desc limit ${query.limit + 1}) k
      order by k.last_item_at desc, k.id desc limit ${query.limit + 1})
    ${selection}
    join found f on f.portfolio_id = c.portfolio_id and f.id = c.id
    order by c.last_item_at desc, c.id desc`;
  return pageOf(
    await withLastLines(db, rows),
    query.limit,
    (last) => [last.lastItemAt.toISOString(), last.id],
    conversationOf,
  );
}

export interface ConversationFound {
  portfolioId: PortfolioId;
  holderId: HolderId;
  conversation: Conversation;
}

/** By its id, or by the id of a thread that went into it. */
export async function conversationById(
  db: Reader,
  portfolios: Portfolios,
  id: string,
): Promise<ConversationFound | undefined> {
  const rows = await db.sql<Row[]>`
    ${selection}
    where c.portfolio_id in (${scopeOf(portfolios)}) and c.id in (${current(portfolios, [id])})`;
  const [row] = await withLastLines(db, rows);
  return row && { portfolioId: row.portfolioId, holderId: row.holderId, conversation: conversationOf(row) };
}

interface Row {
  portfolioId: PortfolioId;
  id: string;
  holderId: HolderId;
  contactId: string;
  displayName: string;
  identifierKind: Conversation['contact']['identifier']['kind'];
  identifierValue: string;
  hidden: boolean;
  numberId: string;
  numberDisplay: string;
  numberName: string;
  state: Conversation['state'];
  lastCustomerAt: Date | null;
  lastItemAt: Date;
  lastItem: (NonNullable<Conversation['lastItem']> & { id?: string }) | null;
  waitingSince: Date | null;
  unread: number;
  mergedFrom: string[];
}

const selection = fragment`
    select c.portfolio_id as "portfolioId", c.id, c.holder_id as "holderId", t.id as "contactId", t.display_name as "displayName",
           t.identifier_kind as "identifierKind", t.identifier_value as "identifierValue", t.hidden_since is not null as hidden,
           n.phone_number_id as "numberId", n.display_phone as "numberDisplay", n.name as "numberName", c.state,
           c.last_customer_at as "lastCustomerAt", c.last_item_at as "lastItemAt", c.last_item as "lastItem",
           c.waiting_since as "waitingSince", c.unread,
           array(select a.retired_id from conversation_aliases a where a.portfolio_id = c.portfolio_id and a.conversation_id = c.id) as "mergedFrom"
    from conversations c
    join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
    join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
    join business_numbers n on n.portfolio_id = c.portfolio_id and n.phone_number_id = c.phone_number_id`;

/** These, or where one went into another, that one. Read once: as a condition on each thread, every one would be looked at. */
function current(portfolios: Portfolios, ids: readonly string[]) {
  return fragment`
    select coalesce(a.conversation_id, asked.id) from unnest(${[...ids]}::uuid[]) asked (id)
    left join conversation_aliases a on a.portfolio_id in (${scopeOf(portfolios)}) and a.retired_id = asked.id`;
}

function conversationOf(row: Row): Conversation {
  return {
    id: row.id,
    contactId: row.contactId,
    contact: summaryOf({ ...row, id: row.contactId }),
    businessNumber: { id: row.numberId, display: row.numberDisplay, name: row.numberName },
    state: row.state,
    windowClosesAt: row.lastCustomerAt ? new Date(windowClosesAt(row.lastCustomerAt.getTime())).toISOString() : null,
    lastItemAt: row.lastItemAt.toISOString(),
    lastItem: row.lastItem && {
      kind: row.lastItem.kind,
      direction: row.lastItem.direction,
      summary: row.lastItem.summary,
      status: row.lastItem.status,
    },
    waitingSince: row.waitingSince?.toISOString() ?? null,
    unread: row.unread,
    mergedFrom: row.mergedFrom,
  };
}

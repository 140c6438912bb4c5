// The conversations room: threads and what was said in them.
// Owns conversations, conversation_aliases, messages, message_words, word_backlogs, early_statuses; episodes and work_events, in work.ts; held_answers, in
// held-answers.ts.
// Promises: one message per wamid; a message keeps the identifiers it arrived with; statuses only move forward; a retired
// conversation id answers for ever.

import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';
import type { PlacedItem, Thread, ThreadPlan } from './rules-threads.ts';
import type { NewMessage, ThreadKey, ThreadNews } from './shapes.ts';
import { giveWords } from './words.ts';

const threadKey = (holderId: string, phoneNumberId: string) => `${holderId} ${phoneNumberId}`;

/** The thread of each holder and number, opened where there is none. Answers ids by "holder number". */
export async function openThreads(
  tx: Transaction,
  portfolioId: PortfolioId,
  keys: readonly ThreadKey[],
  newId: () => string,
): Promise<Map<string, string>> {
  const first = new Map<string, ThreadKey>();
  for (const key of keys) {
    const name = threadKey(key.holderId, key.phoneNumberId);
    const known = first.get(name);
    if (!known || key.at < known.at) first.set(name, key);
  }
  if (first.size === 0) return new Map();
  const rows = [...first.values()].map((key) => ({
    id: newId(),
    holder_id: key.holderId,
    phone_number_id: key.phoneNumberId,
    at: timestamp(key.at),
  }));
  const threads = await tx.sql<{ id: string; holder: string; number: string }[]>`
    with wanted as (
      select * from json_to_recordset(${rowsOf(rows)}::text::json) as r (id uuid, holder_id uuid, phone_number_id text, at timestamptz)
    ), opened as (
      insert into conversations (portfolio_id, id, holder_id, phone_number_id, created_at, last_item_at)
      select ${portfolioId}, id, holder_id, phone_number_id, at, at from wanted
      on conflict (portfolio_id, holder_id, phone_number_id) do nothing
      returning id, holder_id, phone_number_id
    )
    select id, holder_id as holder, phone_number_id as number from opened
    union all
    select c.id, c.holder_id, c.phone_number_id from conversations c join wanted w using (holder_id, phone_number_id)
    where c.portfolio_id = ${portfolioId}`;
  return new Map(threads.map((row) => [threadKey(row.holder, row.number), row.id]));
}

/** Answers the wamids that were new; a redelivered message changes nothing. */
export async function addMessages(
  tx: Transaction,
  portfolioId: PortfolioId,
  messages: readonly NewMessage[],
): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const rows = messages.map((one) => ({ ...one, at: timestamp(one.at) }));
  const adding = tx.sql<{ id: string }[]>`
    insert into messages (portfolio_id, id, conversation_id, phone_number_id, wamid, direction, at, tie, phone, bsuid, parent, type, body,
                          summary, quotes_wamid, target_wamid, emoji, raw, via, author, status)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, "conversationId" uuid, "phoneNumberId" text, wamid text, direction text, at timestamptz, tie text, phone text,
            bsuid text, parent text, type text, body text, summary text, "quotesWamid" text, "targetWamid" text, emoji text, raw jsonb,
            via text, author text, status text)
    on conflict do nothing returning id`;
  // Sent behind it, and given to those that were added.
  const [added] = await Promise.all([adding, giveWords(tx, portfolioId, messages)]);
  return new Set(added.map((row) => row.id));
}

/**
 * Takes news into the threads' summaries, whatever order it comes in: the newest item is shown, the newest word of the
 * customer opens the window, and a thread waits from the first customer message after our last one, or after it was settled. Answers
 * since when each waits, where it does.
 */
export async function tell(
  tx: Transaction,
  portfolioId: PortfolioId,
  news: readonly ThreadNews[],
): Promise<Map<string, number>> {
  if (news.length === 0) return new Map();
  const rows = news.map((one) => ({
    ...one,
    createdAt: timestamp(one.createdAt),
    lastItemAt: timestamp(one.lastItemAt),
    lastCustomerAt: one.lastCustomerAt === null ? null : timestamp(one.lastCustomerAt),
  }));
  const told = await tx.sql<{ id: string; waitingSince: Date | null }[]>`
    update conversations c set
      created_at = least(c.created_at, r."createdAt"),
      last_item = case when c.last_item is null or (r."lastItemAt", (r."lastItem" ->> 'tie') collate "C") >= (c.last_item_at, (c.last_item ->> 'tie') collate "C")
                       then r."lastItem" else c.last_item end,
      last_item_at = case when c.last_item is null then r."lastItemAt" else greatest(c.last_item_at, r."lastItemAt") end,
      last_customer_at = greatest(c.last_customer_at, r."lastCustomerAt"),
      unread = c.unread + r.unread,
      state = case when r.unread > 0 then 'open' else c.state end,
      snoozed_until = case when r.unread > 0 then null else c.snoozed_until end,
      waiting_since = (select min(m.at) from messages m where m.portfolio_id = c.portfolio_id and m.conversation_id = c.id
                         and m.direction = 'in' and m.via = 'live' and m.at > coalesce(c.settled_at, '-infinity')
                         and m.at > coalesce((select o.at from messages o where o.portfolio_id = c.portfolio_id and o.conversation_id = c.id
                                                and o.direction = 'out' and not o.undone order by o.at desc limit 1), '-infinity'))
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r ("conversationId" uuid, "createdAt" timestamptz, "lastItemAt" timestamptz, "lastCustomerAt" timestamptz, unread int, "lastItem" jsonb)
    where c.portfolio_id = ${portfolioId} and c.id = r."conversationId"
    returning c.id, c.waiting_since as "waitingSince"`;
  return new Map(told.flatMap((row) => (row.waitingSince ? [[row.id, row.waitingSince.getTime()]] : [])));
}

/** How many threads each of these holders has; those without any are left out. */
export async function threadCounts(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Map<HolderId, number>> {
  const rows = await db.sql<{ holderId: HolderId; count: number }[]>`
    select holder_id as "holderId", count(*)::int as count from conversations
    where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[]) group by holder_id`;
  return new Map(rows.map((row) => [row.holderId, row.count]));
}

/** The threads of these holders, by id: for whoever shows them. */
export async function threadIdsOf(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<{ id: string; holderId: HolderId }[]> {
  return await db.sql<{ id: string; holderId: HolderId }[]>`
    select id, holder_id as "holderId" from conversations
    where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[])`;
}

/** With which numbers of ours these holders have a thread in which they have written or called. */
export async function numbersWithThreads(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<{ holderId: HolderId; phoneNumberId: string }[]> {
  return await db.sql<{ holderId: HolderId; phoneNumberId: string }[]>`
    select holder_id as "holderId", phone_number_id as "phoneNumberId" from conversations
    where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[]) and last_customer_at is not null`;
}

/** Whose these threads are. */
export async function holdersOfThreads(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly string[],
): Promise<Map<string, HolderId>> {
  const rows = await db.sql<{ id: string; holderId: HolderId }[]>`
    select id, holder_id as "holderId" from conversations where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.holderId]));
}

/** The threads of these holders and every item in them, with the identifiers it arrived with. Read when a decision moved people. */
export async function threadsOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<{ threads: Thread[]; items: PlacedItem[] }> {
  const rows = await tx.sql<{ id: string; holderId: HolderId; phoneNumberId: string; createdAt: Date }[]>`
    select id, holder_id as "holderId", phone_number_id as "phoneNumberId", created_at as "createdAt"
    from conversations where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[])`;
  const ids = rows.map((row) => row.id);
  const items = await tx.sql<ItemRow[]>`
    select 'message' as kind, id, conversation_id, at, tie, phone, bsuid, parent from messages
    where portfolio_id = ${portfolioId} and conversation_id = any(${ids}::uuid[])`;
  return { threads: rows.map((row) => ({ ...row, createdAt: row.createdAt.getTime() })), items: items.map(placed) };
}

export interface ItemRow {
  kind: 'message' | 'call';
  id: string;
  conversation_id: string;
  at: Date;
  tie: string;
  phone: string | null;
  bsuid: string | null;
  parent: string | null;
}

export function placed(row: ItemRow): PlacedItem {
  return {
    kind: row.kind,
    id: row.id,
    threadId: row.conversation_id,
    position: { at: row.at.getTime(), tie: row.tie },
    ...(row.phone && { phone: row.phone }),
    ...(row.bsuid && { bsuid: row.bsuid }),
    ...(row.parent && { parent: row.parent }),
  } as PlacedItem;
}

/** Carries out the plan, but for calls: their room moves them between `prepare` and `retire`. */
export async function prepareThreads(tx: Transaction, portfolioId: PortfolioId, plan: ThreadPlan): Promise<void> {
  // A holder has one thread per number: a retiring one gives up its place first, under a holder id nobody has (its own id).
  const leaving = plan.retire.map((one) => one.id);
  if (leaving.length > 0)
    await tx.sql`update conversations set holder_id = id where portfolio_id = ${portfolioId} and id = any(${leaving}::uuid[])`;
  if (plan.repoint.length > 0)
    await tx.sql`
      update conversations c set holder_id = r."holderId" from json_to_recordset(${rowsOf(plan.repoint)}::text::json) as r (id uuid, "holderId" uuid)
      where c.portfolio_id = ${portfolioId} and c.id = r.id`;
  const created = plan.create.map((one) => ({ ...one, createdAt: timestamp(one.createdAt) }));
  if (created.length > 0)
    await tx.sql`
      insert into conversations (portfolio_id, id, holder_id, phone_number_id, created_at, last_item_at)
      select ${portfolioId}, id, "holderId", "phoneNumberId", "createdAt", "createdAt"
      from json_to_recordset(${rowsOf(created)}::text::json) as r (id uuid, "holderId" uuid, "phoneNumberId" text, "createdAt" timestamptz)`;
  const moves = plan.moves.filter((move) => move.kind === 'message');
  if (moves.length === 0) return;
  await takeUnreadAlong(tx, portfolioId, rowsOf(moves));
  await tx.sql`
      update messages m set conversation_id = r."threadId" from json_to_recordset(${rowsOf(moves)}::text::json) as r (id uuid, "threadId" uuid)
      where m.portfolio_id = ${portfolioId} and m.id = r.id`;
}

/** Of a thread with three unread messages, its three newest of the customer's are: those that move are unread where they go. */
async function takeUnreadAlong(tx: Transaction, portfolioId: PortfolioId, moves: string): Promise<void> {
  await tx.sql`
    with moves as (
      select * from json_to_recordset(${moves}::text::json) as r (id uuid, "threadId" uuid)
    ), leaving as (
      select distinct m.conversation_id as id from messages m join moves using (id) where m.portfolio_id = ${portfolioId}
    ), heard as (
      select m.id, m.conversation_id, row_number() over (partition by m.conversation_id order by m.at desc, m.tie desc) as place
      from messages m join leaving l on l.id = m.conversation_id
      where m.portfolio_id = ${portfolioId} and m.direction = 'in' and m.via = 'live'
    ), unread as (
      select h.conversation_id as origin, r."threadId" as target from heard h join moves r using (id)
      join conversations c on c.portfolio_id = ${portfolioId} and c.id = h.conversation_id and h.place <= c.unread
    ), sums as (
      select id, sum(n)::int as n from (select origin as id, -1 as n from unread union all select target, 1 from unread) s group by id
    )
    update conversations c set unread = c.unread + s.n from sums s where c.portfolio_id = ${portfolioId} and c.id = s.id`;
}

export async function retireThreads(tx: Transaction, portfolioId: PortfolioId, plan: ThreadPlan): Promise<void> {
  if (plan.retire.length === 0) return;
  const rows = rowsOf(plan.retire);
  await tx.sql`
    update conversation_aliases a set conversation_id = r.into from json_to_recordset(${rows}::text::json) as r (id uuid, "into" uuid)
    where a.portfolio_id = ${portfolioId} and a.conversation_id = r.id`;
  await tx.sql`
    insert into conversation_aliases (portfolio_id, retired_id, conversation_id)
    select ${portfolioId}, id, "into" from json_to_recordset(${rows}::text::json) as r (id uuid, "into" uuid)
    on conflict (portfolio_id, retired_id) do update set conversation_id = excluded.conversation_id`;
  await tx.sql`
    delete from conversations c using json_to_recordset(${rows}::text::json) as r (id uuid, "into" uuid)
    where c.portfolio_id = ${portfolioId} and c.id = r.id`;
}

/** Makes the summaries of these threads anew from their items. Calls are read, not written. */
export async function resummarize(tx: Transaction, portfolioId: PortfolioId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql`
    with items as (
      select conversation_id, at, tie, direction, via = 'live' as live, 'message' as kind, id, summary, status from messages
      where portfolio_id = ${portfolioId} and conversation_id = any(${[...ids]}::uuid[]) and not undone
      union all
      select conversation_id, greatest(at, answered_at, rejected_at, ended_at),
             case when coalesce(ended_at, rejected_at) is null then tie else tie || '~' end, direction, true, 'call', null,
             case when duration_s > 0 then 'Call' when coalesce(ended_at, rejected_at) is null then 'Incoming call' else 'Missed call' end,
             case when ended_at is not null then 'ended' when rejected_at is not null then 'rejected' when answered_at is not null then 'accepted' else 'ringing' end
      from calls
      where portfolio_id = ${portfolioId} and conversation_id = any(${[...ids]}::uuid[])
    ), sums as (
      select conversation_id, min(at) as first, max(at) as last, max(at) filter (where direction = 'in' and live) as customer,
             max(at) filter (where direction = 'out' and kind = 'message') as ours
      from items group by conversation_id
    )
    update conversations c set created_at = s.first, last_item_at = s.last, last_customer_at = s.customer,
      waiting_since = (select min(i.at) from items i where i.conversation_id = c.id and i.direction = 'in' and i.live and i.kind = 'message'
                         and i.at > coalesce(c.settled_at, '-infinity')
                         and i.at > coalesce(s.ours, '-infinity')),
      last_item = (select jsonb_build_object('kind', i.kind, 'id', i.id, 'direction', i.direction, 'summary', i.summary, 'status', i.status, 'tie', i.tie)
                   from items i where i.conversation_id = c.id order by i.at desc, i.tie desc limit 1)
    from sums s where c.portfolio_id = ${portfolioId} and c.id = s.conversation_id`;
}

/** Taken back before it was to go: the thread does not show it any more. */
export async function markUndone(tx: Transaction, portfolioId: PortfolioId, id: string): Promise<void> {
  await tx.sql`update messages set undone = true where portfolio_id = ${portfolioId} and id = ${id} and status = 'cancelled'`;
}

export interface ThreadRow {
  portfolioId: PortfolioId;
  id: string;
  holderId: HolderId;
  phoneNumberId: string;
  lastCustomerAt: Date | null;
}

/** One thread by its id or a retired one, locked against being joined away meanwhile where `lock` is set. */
export async function threadById(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
  lock = false,
): Promise<ThreadRow | undefined> {
  const all = portfolios === 'all';
  const [row] = await db.sql<ThreadRow[]>`
    select c.portfolio_id as "portfolioId", c.id, c.holder_id as "holderId", c.phone_number_id as "phoneNumberId", c.last_customer_at as "lastCustomerAt"
    from conversations c
    where (c.portfolio_id, c.id) in (
      select p.portfolio_id, coalesce(a.conversation_id, ${id}::uuid) from portfolios p
      left join conversation_aliases a on a.portfolio_id = p.portfolio_id and a.retired_id = ${id}
      where ${all} or p.portfolio_id = any(${all ? [] : [...portfolios]}::text[]))
    ${lock ? fragment`for no key update` : fragment``}`;
  return row;
}

/** Answers whether anything was unread. */
export async function clearUnread(tx: Transaction, portfolioId: PortfolioId, id: string): Promise<boolean> {
  const rows =
    await tx.sql`update conversations set unread = 0 where portfolio_id = ${portfolioId} and id = ${id} and unread > 0`;
  return rows.count > 0;
}

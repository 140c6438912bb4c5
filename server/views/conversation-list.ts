// The desk's list of threads, by queue and order; and one of them.

import type { Conversation, Priority } from '@throughline/contract';
import type { HolderId, PortfolioId } from '@throughline/identity';
import { windowClosesAt } from '@throughline/whatsapp';
import { currentContactId } from '../contacts/find.ts';
import type { Reader } from '../db/connect.ts';
import { fragment, literal } from '../db/sql.ts';
import type { Viewer } from '../words/viewer.ts';
import { summaryOf } from './accounts.ts';
import { labelConditions } from './conversation-filters.ts';
import { tagsOfConversations } from './labels.ts';
import { withLastLines } from './last-lines.ts';
import { type ListOrder, orders } from './list-orders.ts';
import { callsPerson } from './mentions.ts';
import { pageOf } from './paging.ts';
import { peopleSearch } from './people-search.ts';
import { type Portfolios, scopeOf } from './portfolios.ts';
import { rankOf, type WorkRow, workColumns, workJoins, workOf } from './work-parts.ts';

export type { Portfolios };

export interface ConversationQuery {
  contact?: string | undefined;
  /** With commas between. */
  ids?: string | undefined;
  state?: Conversation['state'] | undefined;
  hidden?: boolean | undefined;
  unread?: boolean | undefined;
  mentions?: boolean | undefined;
  work?: boolean | undefined;
  assignee?: string | undefined;
  team?: string | undefined;
  priority?: Priority | undefined;
  waiting?: boolean | undefined;
  q?: string | undefined;
  sort?: ListOrder | undefined;
  /** Who asks: for "me", and for mentions. */
  userId?: string | undefined;
  tag?: string[] | undefined;
  field?: string[] | undefined;
  limit: number;
  cursor?: string | undefined;
}

const steps = [26, 61, 101, 201];

/**
 * Each portfolio's first rows by its own index, then the first of those. At 50,000
 * conversations, 20,000 of them open: see the table in docs/decisions/0028-work-in-the-walk.md.
 */
export async function listConversations(db: Reader, viewer: Viewer, query: ConversationQuery) {
  const { portfolios } = viewer;
  const search = await peopleSearch(db, viewer, query.q);
  const labeled = await labelConditions(db, viewer, query);
  const contact = query.contact ? await currentContactId(db, portfolios, query.contact) : undefined;
  if (query.contact && !contact) return { data: [], next: null };
  const order = orders[query.sort ?? 'newest'];
  const most = query.limit + 1;
  // In steps, so that there are few statements, each planned once.
  const step = literal(steps.find((one) => one >= most) ?? most);
  const rows = await db.sql<Row[]>`
    ${columns}
    from (${scopeOf(portfolios)}) as p (portfolio_id)
    cross join lateral (
      select c.* from conversations c ${ofPeople(query) || search ? people : fragment``}
      where c.portfolio_id = p.portfolio_id
        ${query.ids ? fragment`and c.id in (${current(portfolios, query.ids.split(','))})` : fragment``}
        ${workIn(query)} ${peopleIn(query, contact)} ${search ? fragment`and ${search.matches}` : fragment``} ${labeled}
        ${order.beyond(query.cursor)}
      order by ${order.by} limit ${step}
    ) as c
    ${people} ${others}
    order by ${order.by} limit ${step}`;
  const page = rows.slice(0, most);
  const tagsOf = await tagsOfConversations(db, page);
  const listed = await withLastLines(db, viewer, page);
  return pageOf(listed, query.limit, order.place, (row) => conversationOf(row, tagsOf(row.id)));
}

function workIn({ state, unread, work, assignee, team, priority, waiting, mentions, userId }: ConversationQuery) {
  const person = assignee === 'me' ? userId : assignee;
  const whose =
    assignee === undefined
      ? fragment``
      : assignee === 'none'
        ? fragment`and c.assignee_id is null`
        : fragment`and c.assignee_id = ${person ?? null}::uuid`;
  return fragment`
      ${state ? stateIs[state] : fragment``} ${whose}
      ${work ? fragment`and c.episode_id is not null` : fragment``}
      ${unread ? fragment`and c.unread > 0` : fragment``}
      ${team ? fragment`and c.team_id = ${team}` : fragment``}
      ${priority ? fragment`and c.priority = ${rankOf(priority)}` : fragment``}
      ${waiting ? fragment`and c.waiting_since is not null` : fragment``}
      ${mentions && userId ? fragment`and ${callsPerson(userId, { unread: true })}` : fragment``}`;
}

/** Written out, so that the planner sees that an index of only these fits. */
const stateIs = {
  open: fragment`and c.state = 'open'`,
  snoozed: fragment`and c.state = 'snoozed' and c.snoozed_until is not null`,
  resolved: fragment`and c.state = 'resolved'`,
};

function ofPeople({ contact, hidden, tag, field }: ConversationQuery): boolean {
  return contact !== undefined || hidden !== undefined || tag !== undefined || field !== undefined;
}

function peopleIn({ hidden }: ConversationQuery, contact: { portfolioId: PortfolioId; id: string } | undefined) {
  return fragment`
      ${contact ? fragment`and c.portfolio_id = ${contact.portfolioId} and h.contact_id = ${contact.id}` : fragment``}
      ${hidden === undefined ? fragment`` : fragment`and (t.hidden_since is not null) = ${hidden}`}`;
}

export interface ConversationFound {
  /** Who asked for it: everything read of it is for them. */
  viewer: Viewer;
  portfolioId: PortfolioId;
  holderId: HolderId;
  conversation: Conversation;
}

/** By its id, or by the id of a thread that went into it. */
export async function conversationById(db: Reader, viewer: Viewer, id: string): Promise<ConversationFound | undefined> {
  const place = await placeOf(db, viewer.portfolios, id);
  if (!place) return undefined;
  const rows = await db.sql<Row[]>`
    ${columns} from conversations c ${people} ${others}
    where c.portfolio_id = ${place.portfolioId} and c.id = ${place.id}`;
  const [row] = await withLastLines(db, viewer, rows);
  if (!row) return undefined;
  const tagsOf = await tagsOfConversations(db, [row]);
  const { portfolioId, holderId } = row;
  return { viewer, portfolioId, holderId, conversation: conversationOf(row, tagsOf(row.id)) };
}

/**
 * Asked for by itself: by its key alone the row has a plan that PostgreSQL keeps. With this within it, the row was planned anew at every
 * call, which took ten times as long as reading it.
 */
async function placeOf(
  db: Reader,
  portfolios: Portfolios,
  id: string,
): Promise<{ portfolioId: PortfolioId; id: string } | undefined> {
  const [place] = await db.sql<{ portfolioId: PortfolioId; id: string }[]>`
    select c.portfolio_id as "portfolioId", c.id from (${scopeOf(portfolios)}) as p (portfolio_id)
    left join conversation_aliases a on a.portfolio_id = p.portfolio_id and a.retired_id = ${id}
    join conversations c on c.portfolio_id = p.portfolio_id and c.id = coalesce(a.conversation_id, ${id}::uuid)`;
  return place;
}

interface Row extends WorkRow {
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
  lastCustomerAt: Date | null;
  lastItemAt: Date;
  lastItem: (NonNullable<Conversation['lastItem']> & { id?: string }) | null;
  waitingSince: Date | null;
  unread: number;
  mergedFrom: string[];
}

const columns = fragment`
    select c.portfolio_id as "portfolioId", c.id, c.holder_id as "holderId", t.id as "contactId", t.display_name as "displayName",
           t.identifier_kind as "identifierKind", t.identifier_value as "identifierValue", t.hidden_since is not null as hidden,
           n.phone_number_id as "numberId", n.display_phone as "numberDisplay", n.name as "numberName", c.state,
           c.last_customer_at as "lastCustomerAt", c.last_item_at as "lastItemAt", c.last_item as "lastItem",
           c.waiting_since as "waitingSince", c.unread, ${workColumns},
           array(select a.retired_id from conversation_aliases a where a.portfolio_id = c.portfolio_id and a.conversation_id = c.id) as "mergedFrom"`;
const people = fragment`
    join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
    join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id`;
const others = fragment`
    join business_numbers n on n.portfolio_id = c.portfolio_id and n.phone_number_id = c.phone_number_id
    ${workJoins}`;

/** These, or where one went into another, that one. Read once: as a condition on each thread, every one would be looked at. */
function current(portfolios: Portfolios, ids: readonly string[]) {
  return fragment`
    select coalesce(a.conversation_id, asked.id) from unnest(${[...ids]}::uuid[]) asked (id)
    left join conversation_aliases a on a.portfolio_id in (${scopeOf(portfolios)}) and a.retired_id = asked.id`;
}

function conversationOf(row: Row, tags: Conversation['tags']): Conversation {
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
    ...workOf(row),
    tags,
  };
}

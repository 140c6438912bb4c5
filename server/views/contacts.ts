// People, as agents see them: the list, one in full, and the whole identity for those who may.

import type { Contact, ContactFilter } from '@throughline/contract';
import { type ContactId, emptyState, type HolderId, type PortfolioId } from '@throughline/identity';
import { wishesOf } from '../contacts/blocks.ts';
import { currentContactId } from '../contacts/find.ts';
import { statesOfContacts } from '../contacts/load.ts';
import { preferenceWords } from '../contacts/preferences.ts';
import { threadCounts } from '../conversations/store.ts';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { numbersOf } from '../numbers/store.ts';
import type { Viewer } from '../words/viewer.ts';
import { accountsIn, summaryOf } from './accounts.ts';
import { type ContactFilters, contactConditions } from './contact-filters.ts';
import { labelsOfContacts } from './labels.ts';
import { pageOf, readCursor } from './paging.ts';
import { peopleSearch } from './people-search.ts';
import { named } from './portfolios.ts';
import { blocksShown, wordsOn } from './reach.ts';
import { relatedOf } from './related.ts';

export type ContactQuery = Omit<ContactFilter, 'sort'> & {
  sort?: ContactFilter['sort'] | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** Where a page of each order ends. What was looked for by the last order begins with those who are exactly that (0), then the others (1). */
const orders = {
  last_seen: {
    cursor: ['rank', 'time', 'id'],
    order: fragment`order by v.last_seen_at desc, v.contact_id desc`,
    after: (at: string, id: string) => fragment`and (v.last_seen_at, v.contact_id) < (${at}::timestamptz, ${id}::uuid)`,
    end: (row: Row) => [row.lastSeenAt.toISOString(), row.id],
  },
  first_seen: {
    cursor: ['rank', 'time', 'id'],
    order: fragment`order by t.first_seen_at desc, t.id desc`,
    after: (at: string, id: string) => fragment`and (t.first_seen_at, t.id) < (${at}::timestamptz, ${id}::uuid)`,
    end: (row: Row) => [row.firstSeenAt.toISOString(), row.id],
  },
  name: byName(fragment`lower(t.display_name)`, (row) => row.sortName),
} as const;

/**
 * Who sees numbers masked sees those whose name is their number in no order among themselves, and none of it in a cursor: else a place in
 * the list would tell it. No index has this order, so a page of it reads and sorts all who fit.
 */
const maskedByName = byName(
  fragment`case when t.display_name ~ '^[-+0-9 ().\u00a0/]{7,}$' then '+' else lower(t.display_name) end`,
  (row) => (/^[-+0-9 ().\u00a0/]{7,}$/.test(row.displayName) ? '+' : row.sortName),
);

function byName(key: Fragment, keyOf: (row: Row) => string) {
  return {
    cursor: ['rank', 'text', 'id'],
    order: fragment`order by ${key} collate "C", t.id`,
    after: (name: string, id: string) => fragment`and (${key} collate "C", t.id) > (${name}::text, ${id}::uuid)`,
    end: (row: Row) => [keyOf(row), row.id],
  } as const;
}

const orderFor = ({ phones }: Viewer, sort: ContactFilter['sort']) =>
  sort === 'name' && phones === 'masked' ? maskedByName : orders[sort];

export async function listContacts(db: Reader, viewer: Viewer, query: ContactQuery) {
  const { q, sort = 'last_seen', limit, cursor, ...filters } = query;
  const rows = await contactPage(db, viewer, { q, sort, filters, limit, cursor });
  const people = new Map((await contactsOf(db, viewer, rows.slice(0, limit))).map((contact) => [contact.id, contact]));
  return pageOf(rows, limit, endIn(viewer, sort), (row) => people.get(row.id) as Contact);
}

interface Listing {
  q: string | undefined;
  sort: ContactFilter['sort'];
  filters: ContactFilters;
  limit: number;
  cursor?: string | undefined;
}

/** One row more than the limit, where there are. */
export async function contactPage(
  db: Reader,
  viewer: Viewer,
  { q, sort, filters, limit, cursor }: Listing,
): Promise<ContactRow[]> {
  const { cursor: shape, order, after } = orderFor(viewer, sort);
  const [from = 0, ...end] = readCursor<[number, string, string]>(cursor, shape) ?? [];
  const { portfolios } = viewer;
  const search = await peopleSearch(db, viewer, q);
  const ids = await named(db, portfolios);
  const [only] = ids;
  const own = only !== undefined && ids.length === 1 ? fragment`v.portfolio_id = ${only}` : among(ids);
  const where = fragment`where ${own} ${await contactConditions(db, viewer, filters)}`;
  const exactly = sort === 'last_seen' ? search?.exactly : undefined;
  const read = async (rank: 0 | 1, condition: Fragment, most: number) => {
    const rows = await db.sql<Row[]>`
      ${selection} ${where} ${condition} ${end.length === 2 && from === rank ? after(...end) : fragment``}
      ${order} limit ${most}`;
    return rows.map((row) => ({ ...row, rank }));
  };
  const exact = exactly && from === 0 ? await read(0, fragment`and ${exactly}`, limit + 1) : [];
  if (exact.length > limit) return exact;
  const matches = search ? fragment`and ${search.matches}` : fragment``;
  const others = exactly ? fragment`${matches} and not (${exactly})` : matches;
  return [...exact, ...(await read(1, others, limit + 1 - exact.length))];
}

/** Where a page ends whose last row is this one. */
export const endIn =
  (viewer: Viewer, sort: ContactFilter['sort']) =>
  (row: ContactRow): (string | number)[] => [row.rank, ...orderFor(viewer, sort).end(row)];

const among = (ids: readonly PortfolioId[]) => fragment`v.portfolio_id = any(${[...ids]}::text[])`;

export interface ContactFound {
  /** Who asked for them: everything read of them is for this one. */
  viewer: Viewer;
  portfolioId: PortfolioId;
  holderIds: HolderId[];
  contact: Contact;
}

/** By its id, or by the id of a contact that went into it. */
export async function contactById(db: Reader, viewer: Viewer, id: string): Promise<ContactFound | undefined> {
  const now = await currentContactId(db, viewer.portfolios, id);
  if (!now) return undefined;
  const [row] = await db.sql<Row[]>`
    ${selection} where t.portfolio_id = ${now.portfolioId} and t.id = ${now.id}`;
  const [contact] = row ? await contactsOf(db, viewer, [row]) : [];
  return row && contact && { viewer, portfolioId: row.portfolioId, holderIds: row.holderIds, contact };
}

export type ContactRow = Row & { rank: 0 | 1 };

interface Row {
  portfolioId: PortfolioId;
  id: ContactId;
  displayName: string;
  /** As the list by name orders them. */
  sortName: string;
  identifierKind: Contact['identifier']['kind'];
  identifierValue: string;
  username: string | null;
  profileName: string | null;
  phone: string | null;
  hiddenSince: Date | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  mergedFrom: string[];
  holderIds: HolderId[];
  questions: number;
}

const selection = fragment`
    select t.portfolio_id as "portfolioId", t.id, t.display_name as "displayName", lower(t.display_name) as "sortName", t.identifier_kind as "identifierKind",
           t.identifier_value as "identifierValue", t.username, t.profile_name as "profileName", t.phone, t.hidden_since as "hiddenSince",
           t.first_seen_at as "firstSeenAt", v.last_seen_at as "lastSeenAt",
           array(select h.own_contact_id from holders h
                 where h.portfolio_id = t.portfolio_id and h.contact_id = t.id and h.own_contact_id <> t.id
                 union select a.retired_id from contact_aliases a join holders h on h.portfolio_id = a.portfolio_id and h.own_contact_id = a.contact_id
                 where h.portfolio_id = t.portfolio_id and h.contact_id = t.id) as "mergedFrom",
           array(select h.id from holders h where h.portfolio_id = t.portfolio_id and h.contact_id = t.id order by h.last_at desc) as "holderIds",
           (select count(distinct r.id)::int from holders h
            join lateral (select id from reviews where portfolio_id = h.portfolio_id and holder_id = h.id and not settled
                          union all select id from reviews where portfolio_id = h.portfolio_id and other_id = h.id and not settled) r on true
            where h.portfolio_id = t.portfolio_id and h.contact_id = t.id) as questions
    from contacts t join contact_activity v on v.portfolio_id = t.portfolio_id and v.contact_id = t.id`;

/** In full, with the states they live in read once for all of them. */
async function contactsOf(db: Reader, viewer: Viewer, rows: readonly Row[]): Promise<Contact[]> {
  const parts = await Promise.all(
    [...Map.groupBy(rows, (row) => row.portfolioId)].map(async ([portfolioId, own]) => {
      const holders = own.flatMap((row) => row.holderIds);
      const [states, threads, words, wishes, numbers, labelsOf] = await Promise.all([
        statesOfContacts(
          db,
          portfolioId,
          own.map((row) => row.id),
        ),
        threadCounts(db, portfolioId, holders),
        preferenceWords(db, portfolioId, holders),
        wishesOf(db, portfolioId, holders),
        numbersOf(db, portfolioId),
        labelsOfContacts(db, portfolioId, holders),
      ]);
      const around = new Map(own.map((row) => [row.id, states.get(row.id)?.state ?? emptyState]));
      const related = await relatedOf(db, viewer.portfolios, portfolioId, around);
      return own.map((row) => ({
        ...contactOf(row, accountsIn(around.get(row.id) ?? emptyState, row.id, threads)),
        ...labelsOf(row.holderIds),
        ...wordsOn(
          viewer,
          words.filter((word) => row.holderIds.includes(word.holderId)),
        ),
        blocks: blocksShown(
          viewer,
          wishes.filter((wish) => row.holderIds.includes(wish.holderId)),
          numbers,
        ),
        related: related.get(row.id) ?? [],
      }));
    }),
  );
  return parts.flat();
}

type ReachFields = 'marketing' | 'preferences' | 'blocks' | 'tags' | 'values';

function contactOf(row: Row, accounts: Contact['accounts']): Omit<Contact, 'related' | ReachFields> {
  return {
    ...summaryOf({ ...row, hidden: row.hiddenSince !== null }),
    ...(row.phone && { phone: row.phone }),
    ...(row.username && { username: row.username }),
    ...(row.profileName && { profileName: row.profileName }),
    ...(row.hiddenSince && { numberHiddenSince: row.hiddenSince.toISOString() }),
    phones: accounts
      .flatMap((account) => account.phones)
      .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
    mergedFrom: row.mergedFrom,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    accounts,
    questions: row.questions,
  };
}

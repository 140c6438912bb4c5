// People, as agents see them: the list, one in full, and the whole identity for those who may.

import type { Contact } from '@throughline/contract';
import { type ContactId, emptyState, type HolderId, type PortfolioId } from '@throughline/identity';
import { wishesOf } from '../contacts/blocks.ts';
import { currentContactId } from '../contacts/find.ts';
import { statesOfContacts } from '../contacts/load.ts';
import { preferenceWords } from '../contacts/preferences.ts';
import { searchPatterns } from '../contacts/searching.ts';
import { threadCounts } from '../conversations/store.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { numbersOf } from '../numbers/store.ts';
import type { Viewer } from '../words/viewer.ts';
import { accountsIn, summaryOf } from './accounts.ts';
import { pageOf, readCursor } from './paging.ts';
import { blocksShown, wordsOn } from './reach.ts';
import { relatedOf } from './related.ts';

export async function listContacts(
  db: Reader,
  viewer: Viewer,
  query: { q?: string | undefined; limit: number; cursor?: string | undefined },
) {
  const { portfolios } = viewer;
  const after = readCursor<[string, string]>(query.cursor, ['time', 'id']);
  const patterns = searchPatterns(query.q ?? '');
  const rows = await db.sql<Row[]>`
    ${selection}
    where ${portfolios === 'all' ? fragment`true` : fragment`v.portfolio_id = any(${[...portfolios]}::text[])`}
      ${patterns.length > 0 ? fragment`and t.search like any (${patterns}::text[])` : fragment``}
      ${after ? fragment`and (v.last_seen_at, v.contact_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
    order by v.last_seen_at desc, v.contact_id desc limit ${query.limit + 1}`;
  const people = new Map(
    (await contactsOf(db, viewer, rows.slice(0, query.limit))).map((contact) => [contact.id, contact]),
  );
  return pageOf(
    rows,
    query.limit,
    (last) => [last.lastSeenAt.toISOString(), last.id],
    (row) => people.get(row.id) as Contact,
  );
}

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

interface Row {
  portfolioId: PortfolioId;
  id: ContactId;
  displayName: string;
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
    select t.portfolio_id as "portfolioId", t.id, t.display_name as "displayName", t.identifier_kind as "identifierKind",
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
      const [states, threads, words, wishes, numbers] = await Promise.all([
        statesOfContacts(
          db,
          portfolioId,
          own.map((row) => row.id),
        ),
        threadCounts(db, portfolioId, holders),
        preferenceWords(db, portfolioId, holders),
        wishesOf(db, portfolioId, holders),
        numbersOf(db, portfolioId),
      ]);
      const around = new Map(own.map((row) => [row.id, states.get(row.id)?.state ?? emptyState]));
      const related = await relatedOf(db, viewer.portfolios, portfolioId, around);
      return own.map((row) => ({
        ...contactOf(row, accountsIn(around.get(row.id) ?? emptyState, row.id, threads)),
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

type ReachFields = 'marketing' | 'preferences' | 'blocks';

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

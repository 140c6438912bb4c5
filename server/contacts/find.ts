// The contacts room, finding: people by what agents know of them.

import type { ContactId, HolderId, PhoneKey, PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The contact an id means now: itself, the one it went into, or the one people put it together with. */
export async function currentContactId(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
): Promise<{ portfolioId: PortfolioId; id: ContactId } | undefined> {
  if (!uuid.test(id)) return undefined;
  const all = portfolios === 'all';
  const own = all ? [] : [...portfolios];
  const [row] = await db.sql<{ portfolioId: PortfolioId; id: ContactId }[]>`
    select h.portfolio_id as "portfolioId", h.contact_id as id from holders h
    where (h.portfolio_id, h.own_contact_id) in (
      select p.portfolio_id, coalesce(a.contact_id, ${id}::uuid) from portfolios p
      left join contact_aliases a on a.portfolio_id = p.portfolio_id and a.retired_id = ${id}
      where ${all} or p.portfolio_id = any(${own}::text[]))
    limit 1`;
  return row;
}

/** The holder last heard of a contact. */
export async function holderOfContact(
  db: Reader,
  portfolioId: PortfolioId,
  id: ContactId,
): Promise<HolderId | undefined> {
  const current = await currentContactId(db, [portfolioId], id);
  if (!current) return undefined;
  const [row] = await db.sql<{ id: HolderId }[]>`
    select id from holders where portfolio_id = ${portfolioId} and contact_id = ${current.id} order by last_at desc, id limit 1`;
  return row?.id;
}

/** Whether anybody is known, or ever was, by this number. */
export async function wasEverHeld(db: Reader, portfolioId: PortfolioId, key: PhoneKey): Promise<boolean> {
  const [row] = await db.sql<{ held: boolean }[]>`
    select exists (select from leases where portfolio_id = ${portfolioId} and key = ${key}) as held`;
  return row?.held ?? false;
}

/** Who shows one of these usernames now, capitals aside; given in lower case. Plan: a look into holders_username for each. */
export async function holdersByUsername(
  db: Reader,
  portfolioId: PortfolioId,
  usernames: readonly string[],
): Promise<{ username: string; holderId: HolderId; contactId: ContactId }[]> {
  if (usernames.length === 0) return [];
  return await db.sql<{ username: string; holderId: HolderId; contactId: ContactId }[]>`
    select lower(username) as username, id as "holderId", contact_id as "contactId" from holders
    where portfolio_id = ${portfolioId} and username is not null and lower(username) = any(${[...usernames]}::text[])`;
}

/** The accounts, by the ids of the contacts they were born with, and the contact each belongs to now. */
export async function holdersBornAs(
  db: Reader,
  portfolioId: PortfolioId,
  accounts: readonly ContactId[],
): Promise<{ id: HolderId; accountId: ContactId; contactId: ContactId; lastAt: Date }[]> {
  return await db.sql<{ id: HolderId; accountId: ContactId; contactId: ContactId; lastAt: Date }[]>`
    select id, own_contact_id as "accountId", contact_id as "contactId", last_at as "lastAt" from holders
    where portfolio_id = ${portfolioId}
      and own_contact_id = any(${[...accounts]}::uuid[] || array(select contact_id from contact_aliases
                                 where portfolio_id = ${portfolioId} and retired_id = any(${[...accounts]}::uuid[])))
    order by last_at desc, id`;
}

/** Accounts nobody has heard of since, that are known by a name `account` recognizes. Reads the portfolio's names through. */
export async function holdersKnownBy(
  db: Reader,
  portfolioId: PortfolioId,
  { until, account }: { until: Date; account: (value: string) => boolean },
): Promise<HolderId[]> {
  const found: HolderId[] = [];
  const limit = 10_000;
  for (let after = ''; ; ) {
    const rows = await db.sql<{ value: string; holderId: HolderId; lastAt: Date }[]>`
      select n.value, n.holder_id as "holderId", h.last_at as "lastAt" from names n
      join holders h on h.portfolio_id = n.portfolio_id and h.id = n.holder_id
      where n.portfolio_id = ${portfolioId} and n.value > ${after} order by n.value limit ${limit}`;
    found.push(...rows.filter((row) => row.lastAt <= until && account(row.value)).map((row) => row.holderId));
    const last = rows.at(-1);
    if (!last || rows.length < limit) return found;
    after = last.value;
  }
}

/** The contacts these ids mean now, as `currentContactId`; those that mean nobody are left out. */
export async function currentContactIds(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly ContactId[],
): Promise<Map<ContactId, ContactId>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<{ asked: ContactId; id: ContactId }[]>`
    select w.id as asked, h.contact_id as id from unnest(${[...new Set(ids)]}::uuid[]) as w (id)
    left join contact_aliases a on a.portfolio_id = ${portfolioId} and a.retired_id = w.id
    cross join lateral (select contact_id from holders where portfolio_id = ${portfolioId}
                          and own_contact_id = coalesce(a.contact_id, w.id) limit 1) h`;
  return new Map(rows.map((row) => [row.asked, row.id]));
}

/** Every id that means one of these contacts: their own, those of accounts that are part of them, and those that went into them. */
export async function idsMeaning(
  db: Reader,
  portfolioId: PortfolioId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, ContactId>> {
  if (contacts.length === 0) return new Map();
  const rows = await db.sql<{ id: ContactId; contactId: ContactId }[]>`
    with own as (
      select w.id as contact_id, h.own_contact_id as id from unnest(${[...new Set(contacts)]}::uuid[]) as w (id)
      cross join lateral (select own_contact_id from holders where portfolio_id = ${portfolioId} and contact_id = w.id offset 0) h)
    select own.id, own.contact_id as "contactId" from own
    union select a.retired_id, own.contact_id from own
    join contact_aliases a on a.portfolio_id = ${portfolioId} and a.contact_id = own.id`;
  return new Map(rows.map((row) => [row.id, row.contactId]));
}

/** Everybody who is part of a contact. */
export async function holdersIn(db: Reader, portfolioId: PortfolioId, contactId: ContactId): Promise<HolderId[]> {
  const rows = await db.sql<{ id: HolderId }[]>`
    select id from holders where portfolio_id = ${portfolioId} and contact_id = ${contactId} order by last_at desc, id`;
  return rows.map((row) => row.id);
}

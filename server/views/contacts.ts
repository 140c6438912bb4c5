// People, as agents see them: the list, one in full, and the whole identity for those who may.

import type { Contact } from '@throughline/contract';
import { type HolderId, type PortfolioId, present, type State } from '@throughline/identity';
import { currentContactId } from '../contacts/find.ts';
import { stateAround } from '../contacts/load.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import type { Portfolios } from './conversation-list.ts';
import { pageOf, readCursor } from './paging.ts';
import { searchPatterns } from './searching.ts';
import { spokenPhone } from './words.ts';

export async function listContacts(
  db: Reader,
  portfolios: Portfolios,
  query: { q?: string | undefined; limit: number; cursor?: string | undefined },
) {
  const after = readCursor<[string, string]>(query.cursor, ['time', 'id']);
  const patterns = searchPatterns(query.q ?? '');
  const rows = await db.sql<Row[]>`
    ${selection}
    where ${portfolios === 'all' ? fragment`true` : fragment`v.portfolio_id = any(${[...portfolios]}::text[])`}
      ${patterns.length > 0 ? fragment`and t.search like any (${patterns}::text[])` : fragment``}
      ${after ? fragment`and (v.last_seen_at, v.contact_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
    order by v.last_seen_at desc, v.contact_id desc limit ${query.limit + 1}`;
  const people = new Map(
    await Promise.all(rows.slice(0, query.limit).map(async (row) => [row.id, await contactOf(db, row)] as const)),
  );
  return pageOf(
    rows,
    query.limit,
    (last) => [last.lastSeenAt.toISOString(), last.id],
    (row) => people.get(row.id) as Contact,
  );
}

export interface ContactFound {
  portfolioId: PortfolioId;
  holderIds: HolderId[];
  contact: Contact;
}

/** By its id, or by the id of a contact that went into it. */
export async function contactById(db: Reader, portfolios: Portfolios, id: string): Promise<ContactFound | undefined> {
  const now = await currentContactId(db, portfolios, id);
  if (!now) return undefined;
  const [row] = await db.sql<Row[]>`
    ${selection} where t.portfolio_id = ${now.portfolioId} and t.id = ${now.id}`;
  return row && { portfolioId: row.portfolioId, holderIds: row.holderIds, contact: await contactOf(db, row) };
}

interface Row {
  portfolioId: PortfolioId;
  id: string;
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
  marketing: 'stop' | 'resume' | null;
}

/** Marketing: the newest word of each account; a stop on any of them holds for the person, so that no merge widens a consent (C7). */
const selection = fragment`
    select t.portfolio_id as "portfolioId", t.id, t.display_name as "displayName", t.identifier_kind as "identifierKind",
           t.identifier_value as "identifierValue", t.username, t.profile_name as "profileName", t.phone, t.hidden_since as "hiddenSince",
           t.first_seen_at as "firstSeenAt", v.last_seen_at as "lastSeenAt",
           array(select h.own_contact_id from holders h
                 where h.portfolio_id = t.portfolio_id and h.contact_id = t.id and h.own_contact_id <> t.id
                 union select a.retired_id from contact_aliases a join holders h on h.portfolio_id = a.portfolio_id and h.own_contact_id = a.contact_id
                 where h.portfolio_id = t.portfolio_id and h.contact_id = t.id) as "mergedFrom",
           array(select h.id from holders h where h.portfolio_id = t.portfolio_id and h.contact_id = t.id order by h.last_at desc) as "holderIds",
           (select case when bool_or(w.value = 'stop') then 'stop' else max(w.value) end
            from (select distinct on (p.holder_id) p.value from preferences p join holders h on h.portfolio_id = p.portfolio_id and h.id = p.holder_id
                  where p.portfolio_id = t.portfolio_id and h.contact_id = t.id and p.category = 'marketing_messages'
                  order by p.holder_id, p.at desc) w) as marketing
    from contacts t join contact_activity v on v.portfolio_id = t.portfolio_id and v.contact_id = t.id`;

async function contactOf(db: Reader, row: Row): Promise<Contact> {
  const phones = (await Promise.all(row.holderIds.map((id) => phonesOf(db, row.portfolioId, id)))).flat();
  const hidden = row.hiddenSince !== null;
  const byPhone = row.identifierKind === 'phone' && row.displayName === row.identifierValue;
  return {
    id: row.id,
    displayName: byPhone ? spokenPhone(row.displayName) : row.displayName,
    identifier: { kind: row.identifierKind, value: row.identifierValue },
    numberHidden: hidden,
    ...(row.phone && { phone: row.phone }),
    ...(row.username && { username: row.username }),
    ...(row.profileName && { profileName: row.profileName }),
    ...(row.hiddenSince && { numberHiddenSince: row.hiddenSince.toISOString() }),
    phones,
    mergedFrom: row.mergedFrom,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    marketing: row.marketing === 'stop' ? 'stopped' : row.marketing === 'resume' ? 'resumed' : 'unset',
  };
}

async function phonesOf(db: Reader, portfolioId: PortfolioId, holderId: HolderId): Promise<Contact['phones']> {
  const around = await stateAround(db, portfolioId, holderId);
  const shown = around && phonesIn(around.state, holderId);
  return shown ?? [];
}

function phonesIn(state: State, holderId: HolderId): Contact['phones'] {
  const holder = state.holders.find((one) => one.id === holderId);
  if (!holder) return [];
  return present(state, holder).phones.map((phone) => ({
    value: phone.value,
    role: phone.role,
    from: new Date(phone.from).toISOString(),
    until: phone.until === null ? null : new Date(phone.until).toISOString(),
  }));
}

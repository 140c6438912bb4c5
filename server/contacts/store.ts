// The contacts room: who is who, as decided, and every piece of evidence it was decided from.
// Owns contacts, contact_aliases, neighborhoods, identifiers, evidence, evidence_runs, words, holders, names, leases, notices,
// reviews, preferences, blocks, saved_cards.
// Promises: evidence is never changed or lost, in rows or packed; a retired contact id answers for ever; what is stored is what the fold gave.

import { type ContactId, emptyState, type HolderId, isWord, type PortfolioId, type State } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { limits } from '../limits.ts';
import { moveBelongings } from './belongings.ts';
import { saveReviews } from './reviews.ts';
import { contactRow, evidenceRow, holderRow, leaseRow, nameRow, noticeId, noticeRow, wordRow } from './rows.ts';
import type { Settled } from './settled.ts';

/**
 * Saves what changed, set by set: the same number of statements for one person and for three hundred. What needs no answer is sent one
 * behind the other without waiting for it, and is done in that order: a connection answers in turn. (Waited for one by one, they cost a
 * small batch more time than their work does, most of all where both cores are busy.)
 */
export async function settle(
  tx: Transaction,
  portfolioId: PortfolioId,
  settled: readonly Settled[],
  newId: () => string,
): Promise<void> {
  const shown = settled.map((one) => (one.doubted ? { ...one, before: emptyState } : one));
  await Promise.all([
    ...saveNeighborhoods(tx, portfolioId, settled),
    saveEvidence(tx, portfolioId, settled),
    saveContacts(tx, portfolioId, shown),
    saveActivity(tx, portfolioId, shown),
    ...saveHolders(tx, portfolioId, settled),
    ...saveLeases(tx, portfolioId, settled),
    saveWords(tx, portfolioId, settled),
  ]);
  await saveNotices(tx, portfolioId, settled, newId);
  await saveReviews(tx, portfolioId, settled, newId);
  await retireContacts(tx, portfolioId, settled);
}

/** A statement under way. */
type Sent = Promise<unknown>;

function saveNeighborhoods(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Sent[] {
  const rows = settled.flatMap(({ id, after, evidence, decidedUnder: decided_under }) => {
    const { last } = after;
    return last ? [{ id, last_at: timestamp(last.at), last_tie: last.tie, loose: evidence.length, decided_under }] : [];
  });
  // What was decided under older rules and only folded on stays marked as such: part of it is still theirs.
  const saved = tx.sql`
    insert into neighborhoods (portfolio_id, id, last_at, last_tie, loose, crowded, decided_under)
    select ${portfolioId}, id, last_at, last_tie, loose, loose > ${limits.looseEvidence}::int, decided_under
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, last_at timestamptz, last_tie text, loose int, decided_under text)
    on conflict (portfolio_id, id) do update set last_at = excluded.last_at, last_tie = excluded.last_tie,
      loose = neighborhoods.loose + excluded.loose,
      crowded = neighborhoods.crowded or neighborhoods.loose + excluded.loose > ${limits.looseEvidence}::int`;
  const keys = settled.flatMap(({ id, identifiers, stored }) =>
    identifiers.flatMap((key) => (stored?.has(key) ? [] : [{ id, key }])),
  );
  const joined = settled.flatMap(({ id, absorbed }) => absorbed.map((old) => ({ id, old })));
  return [
    saved,
    ...(keys.length > 0 ? [addIdentifiers(tx, portfolioId, rowsOf(keys))] : []),
    ...(joined.length > 0 ? moveNeighborhoods(tx, portfolioId, rowsOf(joined)) : []),
    ...(settled.some((one) => one.refolded) ? [redecided(tx, portfolioId, settled)] : []),
  ];
}

function addIdentifiers(tx: Transaction, portfolioId: PortfolioId, keys: string): Sent {
  return tx.sql`
    insert into identifiers (portfolio_id, key, neighborhood_id)
    select ${portfolioId}, key, id from json_to_recordset(${keys}::text::json) as r (id uuid, key text)
    on conflict (portfolio_id, key) do nothing`;
}

function redecided(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Sent {
  const refolded = settled.filter((one) => one.refolded).map(({ id, decidedUnder }) => ({ id, decidedUnder }));
  return tx.sql`
    update neighborhoods n set decided_under = r."decidedUnder"
    from json_to_recordset(${rowsOf(refolded)}::text::json) as r (id uuid, "decidedUnder" text)
    where n.portfolio_id = ${portfolioId} and n.id = r.id and n.decided_under is distinct from r."decidedUnder"`;
}

function moveNeighborhoods(tx: Transaction, portfolioId: PortfolioId, joined: string): Sent[] {
  return [
    tx.sql`
    update identifiers t set neighborhood_id = r.id from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.neighborhood_id = r.old`,
    tx.sql`
    update evidence t set neighborhood_id = r.id from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.neighborhood_id = r.old`,
    tx.sql`
    update evidence_runs t set neighborhood_id = r.id from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.neighborhood_id = r.old`,
    tx.sql`
    update neighborhoods t set loose = t.loose + s.loose, crowded = t.crowded or s.crowded or t.loose + s.loose > ${limits.looseEvidence}::int,
      decided_under = case when t.decided_under = all(s.decided_under) then t.decided_under end
    from (select r.id, sum(o.loose)::int as loose, bool_or(o.crowded) as crowded, array_agg(o.decided_under) as decided_under
          from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
          join neighborhoods o on o.portfolio_id = ${portfolioId} and o.id = r.old group by r.id) as s
    where t.portfolio_id = ${portfolioId} and t.id = s.id`,
    tx.sql`
    update holders t set neighborhood_id = r.id from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.neighborhood_id = r.old`,
    tx.sql`
    update notices t set neighborhood_id = r.id from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.neighborhood_id = r.old`,
    tx.sql`
    update words t set neighborhood_id = r.id from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.neighborhood_id = r.old`,
    tx.sql`
    update reviews t set neighborhood_id = r.id from json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.neighborhood_id = r.old`,
    tx.sql`
    delete from neighborhoods t using json_to_recordset(${joined}::text::json) as r (id uuid, old uuid)
    where t.portfolio_id = ${portfolioId} and t.id = r.old`,
  ];
}

async function saveEvidence(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Promise<void> {
  const rows = settled.flatMap(({ id, evidence }) =>
    evidence.flatMap((one) => (isWord(one) ? [] : [evidenceRow(id, one)])),
  );
  await tx.sql`
    insert into evidence (portfolio_id, id, neighborhood_id, at, kind, said_by, phone, bsuid, parent, previous_phone, previous_bsuid,
                          previous_parent, name, username, no_username, detail, received_at)
    select ${portfolioId}, id, neighborhood_id, at, kind, said_by, phone, bsuid, parent, previous_phone, previous_bsuid,
           previous_parent, name, username, no_username, detail, coalesce(received_at, now())
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id text, neighborhood_id uuid, at timestamptz, kind text, said_by text, phone text, bsuid text, parent text,
            previous_phone text, previous_bsuid text, previous_parent text, name text, username text, no_username boolean,
            detail jsonb, received_at timestamptz)
    on conflict do nothing`;
}

/** Contacts first: holders point at them. One row a person, as agents see them. */
async function saveContacts(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Promise<void> {
  const rows = settled.flatMap(({ before, after }) =>
    [...new Set(after.holders.map((holder) => holder.contactId))].flatMap((id) => {
      const row = contactRow(after, id);
      return row && JSON.stringify(contactRow(before, id)) !== JSON.stringify(row) ? [row] : [];
    }),
  );
  if (rows.length === 0) return;
  await tx.sql`
    insert into contacts (portfolio_id, id, display_name, identifier_kind, identifier_value, username, profile_name, phone, hidden_since,
                          first_seen_at, search)
    select ${portfolioId}, id, display_name, identifier_kind, identifier_value, username, profile_name, phone, hidden_since,
           first_seen_at, search
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, display_name text, identifier_kind text, identifier_value text, username text, profile_name text, phone text,
            hidden_since timestamptz, first_seen_at timestamptz, search text)
    on conflict (portfolio_id, id) do update set
      display_name = excluded.display_name, identifier_kind = excluded.identifier_kind, identifier_value = excluded.identifier_value,
      username = excluded.username, profile_name = excluded.profile_name, phone = excluded.phone, hidden_since = excluded.hidden_since,
      first_seen_at = excluded.first_seen_at, search = excluded.search`;
}

async function saveActivity(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Promise<void> {
  const rows = settled.flatMap(({ before, after }) => {
    const touched = changed(before.holders, after.holders, (one) => one.id).map((one) => one.contactId);
    return [...new Set(touched)].map((id) => {
      const own = after.holders.filter((holder) => holder.contactId === id).map((holder) => holder.last.at);
      return { id, at: timestamp(Math.max(...own)) };
    });
  });
  await tx.sql`
    insert into contact_activity (portfolio_id, contact_id, last_seen_at)
    select ${portfolioId}, id, at from json_to_recordset(${rowsOf(rows)}::text::json) as r (id uuid, at timestamptz)
    on conflict (portfolio_id, contact_id) do update set last_seen_at = excluded.last_seen_at`;
}

function saveHolders(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Sent[] {
  const rows = settled.flatMap(({ id, before, after }) =>
    changed(before.holders, after.holders, (one) => one.id).map((one) => holderRow(id, one)),
  );
  const holders = tx.sql`
    insert into holders (portfolio_id, id, neighborhood_id, contact_id, born_at, born_tie, last_at, last_tie, heard_at, heard_tie,
                         stable_at, stable_tie, name, username, shows_phone, hidden_since, own_contact_id, parts, key_hash)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, neighborhood_id uuid, contact_id uuid, born_at timestamptz, born_tie text, last_at timestamptz, last_tie text,
            heard_at timestamptz, heard_tie text, stable_at timestamptz, stable_tie text, name text, username text, shows_phone text,
            hidden_since timestamptz, own_contact_id uuid, parts int, key_hash text)
    on conflict (portfolio_id, id) do update set
      neighborhood_id = excluded.neighborhood_id, contact_id = excluded.contact_id, born_at = excluded.born_at, born_tie = excluded.born_tie,
      last_at = excluded.last_at, last_tie = excluded.last_tie, heard_at = excluded.heard_at, heard_tie = excluded.heard_tie,
      stable_at = excluded.stable_at, stable_tie = excluded.stable_tie, name = excluded.name, username = excluded.username,
      shows_phone = excluded.shows_phone, hidden_since = excluded.hidden_since, own_contact_id = excluded.own_contact_id,
      parts = excluded.parts, key_hash = excluded.key_hash`;
  const names = settled.flatMap(({ before, after }) =>
    changed(before.names, after.names, (one) => one.value).map(nameRow),
  );
  const named = tx.sql`
    insert into names (portfolio_id, value, kind, holder_id, since_at, since_tie, until_at, until_tie, seen_at, seen_tie)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(names)}::text::json)
      as r (value text, kind text, holder_id uuid, since_at timestamptz, since_tie text, until_at timestamptz, until_tie text,
            seen_at timestamptz, seen_tie text)
    on conflict (portfolio_id, value) do update set
      holder_id = excluded.holder_id, since_at = excluded.since_at, since_tie = excluded.since_tie, until_at = excluded.until_at,
      until_tie = excluded.until_tie, seen_at = excluded.seen_at, seen_tie = excluded.seen_tie`;
  const gone = settled.flatMap(({ before, after }) =>
    before.holders.filter((old) => !after.holders.some((one) => one.id === old.id)).map((one) => one.id),
  );
  const lost = settled.flatMap(({ before, after }) =>
    before.names.filter((old) => !after.names.some((one) => one.value === old.value)).map((one) => one.value),
  );
  return [
    holders,
    named,
    ...(gone.length > 0
      ? [tx.sql`delete from holders where portfolio_id = ${portfolioId} and id = any(${gone}::uuid[])`]
      : []),
    ...(lost.length > 0
      ? [tx.sql`delete from names where portfolio_id = ${portfolioId} and value = any(${lost as string[]}::text[])`]
      : []),
  ];
}

/** Leases no longer true go first, then those that end, then those that are open: a number never has two open ones in between. */
function saveLeases(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Sent[] {
  const keyOf = ({ key, from }: State['leases'][number]) => `${key} ${from.at} ${from.tie}`;
  const lost = settled.flatMap(({ before, after }) => {
    const still = new Set(after.leases.map(keyOf));
    return before.leases.filter((lease) => !still.has(keyOf(lease))).map(leaseRow);
  });
  const rows = settled.flatMap(({ before, after }) => changed(before.leases, after.leases, keyOf).map(leaseRow));
  const ended = rows.filter((row) => row.until_at !== null);
  const open = rows.filter((row) => row.until_at === null);
  return [
    ...(lost.length > 0 ? [dropLeases(tx, portfolioId, rowsOf(lost))] : []),
    ...[ended, open].flatMap((some) => (some.length > 0 ? [upsertLeases(tx, portfolioId, some)] : [])),
  ];
}

function dropLeases(tx: Transaction, portfolioId: PortfolioId, lost: string): Sent {
  return tx.sql`
    delete from leases l using json_to_recordset(${lost}::text::json) as r (key text, from_at timestamptz, from_tie text)
    where l.portfolio_id = ${portfolioId} and l.key = r.key and l.from_at = r.from_at and l.from_tie = r.from_tie`;
}

function upsertLeases(tx: Transaction, portfolioId: PortfolioId, rows: ReturnType<typeof leaseRow>[]): Sent {
  return tx.sql`
    insert into leases (portfolio_id, key, from_at, from_tie, phone, holder_id, last_at, last_tie, heard_at, until_at, until_tie, ended, awaits_account, doubted)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (key text, from_at timestamptz, from_tie text, phone text, holder_id uuid, last_at timestamptz, last_tie text,
            heard_at timestamptz, until_at timestamptz, until_tie text, ended text, awaits_account boolean, doubted boolean)
    on conflict (portfolio_id, key, from_at, from_tie) do update set
      phone = excluded.phone, holder_id = excluded.holder_id, last_at = excluded.last_at, last_tie = excluded.last_tie,
      heard_at = excluded.heard_at, until_at = excluded.until_at, until_tie = excluded.until_tie, ended = excluded.ended,
      awaits_account = excluded.awaits_account, doubted = excluded.doubted`;
}

/** A fold from the first fact makes all notices anew; those that are no longer true go, the others keep their ids. */
async function saveNotices(
  tx: Transaction,
  portfolioId: PortfolioId,
  settled: readonly Settled[],
  newId: () => string,
): Promise<void> {
  const moves = settled.flatMap(({ retired }) => [...retired].map(([old, id]) => ({ old, id })));
  if (moves.length > 0) await moveHolderRows(tx, portfolioId, rowsOf(moves));
  const rows = settled.flatMap(({ id, notices }) =>
    notices.map((notice) => noticeRow(noticeId(notice, newId()), id, notice)),
  );
  const refolded = settled.filter((one) => one.refolded).map((one) => one.id);
  if (refolded.length > 0)
    await tx.sql`
      delete from notices n where portfolio_id = ${portfolioId} and neighborhood_id = any(${refolded}::uuid[])
        and not exists (select from json_to_recordset(${rowsOf(rows)}::text::json) as r (evidence_id text, type text, holder_id uuid)
                        where r.evidence_id = n.evidence_id and r.type = n.type and r.holder_id = n.holder_id)`;
  if (rows.length === 0) return;
  await tx.sql`
    insert into notices (portfolio_id, id, neighborhood_id, holder_id, evidence_id, at, tie, rule, type, fact)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, neighborhood_id uuid, holder_id uuid, evidence_id text, at timestamptz, tie text, rule text, type text, fact jsonb)
    on conflict (portfolio_id, evidence_id, type, holder_id) do update set
      neighborhood_id = excluded.neighborhood_id, at = excluded.at, tie = excluded.tie, rule = excluded.rule, fact = excluded.fact`;
}

async function saveWords(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Promise<void> {
  const rows = settled.flatMap(({ id, evidence }) => evidence.filter(isWord).map((word) => wordRow(id, word)));
  if (rows.length === 0) return;
  await tx.sql`
    insert into words (portfolio_id, neighborhood_id, id, at, kind, actor_id, actor_name, reason, detail)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (neighborhood_id uuid, id text, at timestamptz, kind text, actor_id text, actor_name text, reason text, detail jsonb)
    on conflict do nothing`;
}

async function moveHolderRows(tx: Transaction, portfolioId: PortfolioId, moves: string): Promise<void> {
  // What was told of two who are one now stands once: the survivor's own stays.
  await tx.sql`
    delete from notices n using (
      select o.id, row_number() over (partition by o.evidence_id, o.type, coalesce(r.id, o.holder_id) order by r.id is not null, o.id) as place
      from notices o left join json_to_recordset(${moves}::text::json) as r (old uuid, id uuid) on r.old = o.holder_id
      where o.portfolio_id = ${portfolioId}
        and o.holder_id in (select unnest(array[m.old, m.id]) from json_to_recordset(${moves}::text::json) as m (old uuid, id uuid))) as twin
    where n.portfolio_id = ${portfolioId} and n.id = twin.id and twin.place > 1`;
  await tx.sql`
    update notices n set holder_id = r.id from json_to_recordset(${moves}::text::json) as r (old uuid, id uuid)
    where n.portfolio_id = ${portfolioId} and n.holder_id = r.old`;
  await moveBelongings(tx, portfolioId, moves);
}

/**
 * A contact nobody belongs to any more stays an alias for ever (C6): of the contact its holder's successor was born with. Those that
 * people put together need none, since each holder keeps its own; taken apart, they are again what they were.
 */
async function retireContacts(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Promise<void> {
  const aliases = settled.flatMap(({ before, after, retired }) => {
    const born = new Set(after.holders.map((holder) => holder.ownContactId));
    return before.holders.flatMap((old) => {
      const heir = after.holders.find((holder) => holder.id === retired.get(old.id));
      return heir && !born.has(old.ownContactId) ? [{ retired: old.ownContactId, id: heir.ownContactId }] : [];
    });
  });
  const gone = settled.flatMap(({ before, after }) => {
    const live = new Set(after.holders.map((holder) => holder.contactId));
    return [...new Set(before.holders.map((holder) => holder.contactId))].filter((id) => !live.has(id));
  });
  if (aliases.length > 0) await saveAliases(tx, portfolioId, rowsOf(aliases));
  if (gone.length === 0) return;
  await tx.sql`delete from contact_activity where portfolio_id = ${portfolioId} and contact_id = any(${gone}::uuid[])`;
  await tx.sql`delete from contacts where portfolio_id = ${portfolioId} and id = any(${gone}::uuid[])`;
}

async function saveAliases(tx: Transaction, portfolioId: PortfolioId, aliases: string): Promise<void> {
  await tx.sql`
    update contact_aliases a set contact_id = r.id from json_to_recordset(${aliases}::text::json) as r (retired uuid, id uuid)
    where a.portfolio_id = ${portfolioId} and a.contact_id = r.retired`;
  await tx.sql`
    insert into contact_aliases (portfolio_id, retired_id, contact_id)
    select ${portfolioId}, retired, id from json_to_recordset(${aliases}::text::json) as r (retired uuid, id uuid)
    on conflict (portfolio_id, retired_id) do update set contact_id = excluded.contact_id`;
}

function changed<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): T[] {
  const old = new Map(before.map((one) => [keyOf(one), JSON.stringify(one)]));
  return after.filter((one) => old.get(keyOf(one)) !== JSON.stringify(one));
}

/** All accounts of the person who has this one. */
export async function holdersAround(db: Reader, portfolioId: PortfolioId, holderId: HolderId): Promise<HolderId[]> {
  const rows = await db.sql<{ id: HolderId }[]>`
    select o.id from holders h join holders o on o.portfolio_id = h.portfolio_id and o.contact_id = h.contact_id
    where h.portfolio_id = ${portfolioId} and h.id = ${holderId}`;
  return rows.map((row) => row.id);
}

/** Those of holders that are not there are left out. */
export async function contactIdsOf(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Map<HolderId, ContactId>> {
  const rows = await db.sql<{ holderId: HolderId; id: ContactId }[]>`
    select id as "holderId", contact_id as id from holders where portfolio_id = ${portfolioId} and id = any(${[...holders]}::uuid[])`;
  return new Map(rows.map((row) => [row.holderId, row.id]));
}

// Whom a request may be about. A username or a number that changed hands shows each of its holders with dates, each apart: the request is
// about the one whose identity is proven, and nobody is put together here.

import type { Contact, PrivacySubject } from '@throughline/contract';
import { type ContactId, parseE164, parseUsername, phoneKeyOf } from '@throughline/identity';
import { contactSearch } from '../contacts/searching.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import { openRequestCounts } from '../privacy/store.ts';
import type { Viewer } from '../words/viewer.ts';
import { type ContactFound, contactById, listContacts } from './contacts.ts';
import { callingCodesOf } from './people-search.ts';

export interface Looking {
  q: string;
  /** Whether whoever asks may name somebody by a backend id. It is in no answer. */
  backendIds: boolean;
}

export async function privacySubjects(
  db: Reader,
  viewer: Viewer,
  { q, backendIds }: Looking,
): Promise<PrivacySubject[]> {
  const found = new Map<string, PrivacySubject['held']>();
  const named = await contactById(db, viewer, q);
  if (named) found.set(named.contact.id, null);
  if (backendIds) for (const id of await heldAccount(db, viewer, q)) found.set(id, null);
  if (found.size === 0) {
    for (const [id, held] of await holdersOfName(db, viewer, q)) found.set(id, held);
    const { data } = await listContacts(db, viewer, { q, limit: limits.privacySubjects });
    const numbers = await numbersMeant(db, viewer, q);
    for (const contact of data) {
      const held = heldPhone(contact, q, numbers);
      if (held || !found.has(contact.id)) found.set(contact.id, held);
    }
  }
  const people = await Promise.all(
    [...found.keys()].slice(0, limits.privacySubjects).map((id) => contactById(db, viewer, id)),
  );
  return await inOrder(db, people, found);
}

export type OneSubject = { kind: 'one'; contactId: string } | { kind: 'nobody' } | { kind: 'several' };

/** Whom a phone or a username means today, where that is one person. `portfolio`: only there. */
export async function oneSubject(
  db: Reader,
  viewer: Viewer,
  { portfolio, ...looking }: Looking & { portfolio?: string | undefined },
): Promise<OneSubject> {
  const all = await privacySubjects(db, viewer, looking);
  const here = all.filter((one) => portfolio === undefined || one.portfolioId === portfolio);
  const now = here.filter(({ held }) => held?.now);
  const [only, ...others] = now.length > 0 ? now : here.filter(({ held }) => held === null);
  if (!only) return { kind: 'nobody' };
  return others.length > 0 ? { kind: 'several' } : { kind: 'one', contactId: only.contact.id };
}

/** Those whose it is now first, then those whose it was, then everybody else who was found. */
async function inOrder(
  db: Reader,
  people: readonly (ContactFound | undefined)[],
  held: ReadonlyMap<string, PrivacySubject['held']>,
): Promise<PrivacySubject[]> {
  const subjects = await Promise.all(
    people
      .flatMap((one) => one ?? [])
      .map(async ({ portfolioId, contact }): Promise<PrivacySubject> => {
        const { id, displayName, identifier, numberHidden, accounts, phones } = contact;
        const open = await openRequestCounts(db, portfolioId, [id as ContactId]);
        return {
          contact: { id, displayName, identifier, numberHidden },
          portfolioId,
          accounts,
          phones,
          held: held.get(id) ?? null,
          openRequests: open.get(id as ContactId) ?? 0,
        };
      }),
  );
  const rank = ({ held: one }: PrivacySubject) => (one === null ? 2 : one.now ? 0 : 1);
  return subjects.sort((a, b) => rank(a) - rank(b));
}

async function heldAccount(db: Reader, { portfolios }: Viewer, q: string): Promise<ContactId[]> {
  const all = portfolios === 'all';
  const rows = await db.sql<{ id: ContactId }[]>`
    select distinct h.contact_id as id from names n join holders h on h.portfolio_id = n.portfolio_id and h.id = n.holder_id
    where (${all} or n.portfolio_id = any(${all ? [] : [...portfolios]}::text[])) and n.value = ${q}`;
  return rows.map((row) => row.id);
}

/** Who has a username and who had it, with from when until when where that is known. */
async function holdersOfName(
  db: Reader,
  { portfolios }: Viewer,
  q: string,
): Promise<Map<ContactId, NonNullable<PrivacySubject['held']>>> {
  const username = parseUsername(q);
  if (!username) return new Map();
  const value = username.toLowerCase();
  const all = portfolios === 'all';
  const own = fragment`(${all} or h.portfolio_id = any(${all ? [] : [...portfolios]}::text[]))`;
  const rows = await db.sql<{ id: ContactId; now: boolean; from: Date | null; until: Date | null }[]>`
    select h.contact_id as id, true as now, null::timestamptz as until,
           (select max(n.at) from notices n where n.portfolio_id = h.portfolio_id and n.holder_id = h.id
              and n.type in ('username_adopted', 'username_changed') and lower(n.fact ->> 'username') = ${value}) as from
    from holders h where ${own} and lower(h.username) = ${value}
    union all
    select h.contact_id, false, max(e.at),
           (select max(n.at) from notices n where n.portfolio_id = h.portfolio_id and n.holder_id = h.id
              and n.type in ('username_adopted', 'username_changed') and lower(n.fact ->> 'username') = ${value})
    from notices e join holders h on h.portfolio_id = e.portfolio_id and h.id = e.holder_id
    where ${own} and e.type in ('username_changed', 'username_dropped') and lower(e.fact ->> 'from') = ${value}
    group by h.portfolio_id, h.id, h.contact_id
    order by now, until`;
  // Whoever has it now counts as having it, also where they had it before: the last row of each wins.
  return new Map(
    rows.map(({ id, now, from, until }) => [
      id,
      {
        what: 'username',
        value: username,
        now,
        from: from?.toISOString() ?? null,
        until: until?.toISOString() ?? null,
      },
    ]),
  );
}

/** The numbers somebody may mean by what they typed, as digits. */
async function numbersMeant(db: Reader, { portfolios }: Viewer, q: string): Promise<Set<string>> {
  const { exact } = contactSearch(q, await callingCodesOf(db, portfolios));
  return new Set(exact.flatMap((pattern) => /^%\n(\d+)\n%$/.exec(pattern)?.[1] ?? []));
}

function heldPhone(contact: Contact, q: string, numbers: ReadonlySet<string>): PrivacySubject['held'] {
  const own = contact.phones.find(({ value }) => {
    const phone = parseE164(value);
    return phone && (numbers.has(phone.slice(1)) || numbers.has(phoneKeyOf(phone).slice(1)));
  });
  if (!own) return null;
  const { role, from, until } = own;
  return { what: 'phone', value: q, now: role === 'current' || role === 'hidden', from, until };
}

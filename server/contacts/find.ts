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

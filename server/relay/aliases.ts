// The relay room, aliases: a number no network can dial for each person who needs one. It is bound to the contact it was made for; which contact
// that is by now, the contacts room says.

import { randomInt } from 'node:crypto';
import { type Alias, aliasCount, aliasFrom, type ContactId, type PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

interface AliasRow {
  alias: Alias;
  contactId: ContactId;
}

/** Oldest first. */
export async function aliasesBoundTo(
  db: Reader,
  portfolioId: PortfolioId,
  contacts: readonly ContactId[],
): Promise<AliasRow[]> {
  if (contacts.length === 0) return [];
  return await db.sql<AliasRow[]>`
    select alias, contact_id as "contactId" from relay_aliases
    where portfolio_id = ${portfolioId} and contact_id = any(${[...contacts]}::uuid[]) order by created_at, alias`;
}

/** Whom it was made for. */
export async function contactOfAlias(
  db: Reader,
  portfolioId: PortfolioId,
  alias: Alias,
): Promise<ContactId | undefined> {
  const [row] = await db.sql<{ id: ContactId }[]>`
    select contact_id as id from relay_aliases where portfolio_id = ${portfolioId} and alias = ${alias}`;
  return row?.id;
}

const randomDigits = 100_000;

/** One for each of these that has none. Drawn anew where the number was somebody's before: none is ever given twice. */
export async function makeAliases(
  tx: Transaction,
  portfolioId: PortfolioId,
  contacts: readonly ContactId[],
): Promise<void> {
  let without = [...new Set(contacts)];
  while (without.length > 0) {
    const rows = without.map((contactId) => ({ contactId, alias: draw() }));
    await tx.sql`
      insert into relay_aliases (portfolio_id, alias, contact_id)
      select ${portfolioId}, alias, "contactId" from json_to_recordset(${rowsOf(rows)}::text::json) as r (alias text, "contactId" uuid)
      order by "contactId" on conflict do nothing`;
    const made = new Set((await aliasesBoundTo(tx, portfolioId, without)).map(({ contactId }) => contactId));
    without = without.filter((id) => !made.has(id));
  }
}

function draw(): Alias {
  return aliasFrom(randomInt(aliasCount / randomDigits) * randomDigits + randomInt(randomDigits));
}

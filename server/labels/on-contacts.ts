// The labels room, what stands on people. Each tag and value is noted of every account the contact is made of at that moment, with an
// identifier of that account: joined, a person has what any of its accounts has; told apart, each keeps what was noted of it; and where
// late evidence moves an identifier to somebody else, what was noted of it goes along, like a message.

import type { Bsuid, E164, HolderId, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';

export interface Noting {
  id: string;
  holderId: HolderId;
  at: number;
  phone: string | null;
  bsuid: string | null;
  actor: { id: string; name: string };
}

const noted = ({ actor, at, ...one }: Noting) => ({
  ...one,
  at: timestamp(at),
  actorId: actor.id,
  actorName: actor.name,
});

export async function addContactTag(
  tx: Transaction,
  portfolioId: PortfolioId,
  tagId: string,
  notings: readonly Noting[],
): Promise<void> {
  await tx.sql`
    insert into contact_tags (portfolio_id, id, holder_id, tag_id, at, phone, bsuid, actor_id, actor_name)
    select ${portfolioId}, r.id, r."holderId", ${tagId}::uuid, r.at, r.phone, r.bsuid, r."actorId", r."actorName"
    from json_to_recordset(${rowsOf(notings.map(noted))}::text::json)
      as r (id uuid, "holderId" uuid, at timestamptz, phone text, bsuid text, "actorId" text, "actorName" text)
    where not exists (select from contact_tags t where t.portfolio_id = ${portfolioId} and t.holder_id = r."holderId" and t.tag_id = ${tagId}::uuid)`;
}

export async function removeContactTag(
  tx: Transaction,
  portfolioId: PortfolioId,
  tagId: string,
  holders: readonly HolderId[],
): Promise<void> {
  await tx.sql`
    delete from contact_tags where portfolio_id = ${portfolioId} and tag_id = ${tagId} and holder_id = any(${[...holders]}::uuid[])`;
}

/** `null` empties the field. */
export async function setContactValue(
  tx: Transaction,
  portfolioId: PortfolioId,
  { fieldId, value, search }: { fieldId: string; value: string | null; search: string },
  notings: readonly Noting[],
): Promise<void> {
  const holders = notings.map((one) => one.holderId);
  await tx.sql`
    delete from contact_values where portfolio_id = ${portfolioId} and field_id = ${fieldId} and holder_id = any(${holders}::uuid[])`;
  if (value === null) return;
  await tx.sql`
    insert into contact_values (portfolio_id, id, holder_id, field_id, value, search, at, phone, bsuid, actor_id, actor_name)
    select ${portfolioId}, r.id, r."holderId", ${fieldId}::uuid, ${value}, ${search}, r.at, r.phone, r.bsuid, r."actorId", r."actorName"
    from json_to_recordset(${rowsOf(notings.map(noted))}::text::json)
      as r (id uuid, "holderId" uuid, at timestamptz, phone text, bsuid text, "actorId" text, "actorName" text)`;
}

export interface ContactLabels {
  tags: { holderId: HolderId; tagId: string }[];
  /** Newest first: the first of a field counts. */
  values: { holderId: HolderId; fieldId: string; value: string }[];
}

export async function contactLabels(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<ContactLabels> {
  if (holders.length === 0) return { tags: [], values: [] };
  const [tags, values] = await Promise.all([
    db.sql<ContactLabels['tags']>`
      select holder_id as "holderId", tag_id as "tagId" from contact_tags
      where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[])`,
    db.sql<ContactLabels['values']>`
      select holder_id as "holderId", field_id as "fieldId", value from contact_values
      where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[]) order by at desc, id`,
  ]);
  return { tags, values };
}

/** Accounts of which a field says one of these values. */
export async function holdersByValue(
  db: Reader,
  portfolioId: PortfolioId,
  { fieldId, values }: { fieldId: string; values: readonly string[] },
): Promise<{ value: string; holderId: HolderId }[]> {
  if (values.length === 0) return [];
  return await db.sql<{ value: string; holderId: HolderId }[]>`
    select value, holder_id as "holderId" from contact_values
    where portfolio_id = ${portfolioId} and field_id = ${fieldId} and value collate "C" = any(${[...values]}::text[])`;
}

export interface LabelOwned {
  kind: 'tag' | 'value';
  id: string;
  holderId: HolderId;
  at: number;
  phone: E164 | null;
  bsuid: Bsuid | null;
}

/** What these accounts have, by which identifiers. Read when a decision moved people. */
export async function labelsOwnedBy(
  tx: Transaction,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<LabelOwned[]> {
  const wanted = [...holders];
  const rows = await tx.sql<(Omit<LabelOwned, 'at'> & { at: Date })[]>`
    select 'tag' as kind, id, holder_id as "holderId", at, phone, bsuid from contact_tags
    where portfolio_id = ${portfolioId} and holder_id = any(${wanted}::uuid[])
    union all
    select 'value', id, holder_id, at, phone, bsuid from contact_values
    where portfolio_id = ${portfolioId} and holder_id = any(${wanted}::uuid[])`;
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

export async function reownLabels(
  tx: Transaction,
  portfolioId: PortfolioId,
  changed: readonly Pick<LabelOwned, 'kind' | 'id' | 'holderId'>[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = rowsOf(changed);
  await tx.sql`
    update contact_tags t set holder_id = r."holderId" from json_to_recordset(${rows}::text::json) as r (kind text, id uuid, "holderId" uuid)
    where r.kind = 'tag' and t.portfolio_id = ${portfolioId} and t.id = r.id`;
  await tx.sql`
    update contact_values v set holder_id = r."holderId" from json_to_recordset(${rows}::text::json) as r (kind text, id uuid, "holderId" uuid)
    where r.kind = 'value' and v.portfolio_id = ${portfolioId} and v.id = r.id`;
}

/** Of accounts that turned out to be one. */
export async function followHolders(
  tx: Transaction,
  portfolioId: PortfolioId,
  moves: readonly { old: HolderId; id: HolderId }[],
): Promise<void> {
  if (moves.length === 0) return;
  const rows = rowsOf(moves);
  await tx.sql`
    update contact_tags t set holder_id = r.id from json_to_recordset(${rows}::text::json) as r (old uuid, id uuid)
    where t.portfolio_id = ${portfolioId} and t.holder_id = r.old`;
  await tx.sql`
    update contact_values v set holder_id = r.id from json_to_recordset(${rows}::text::json) as r (old uuid, id uuid)
    where v.portfolio_id = ${portfolioId} and v.holder_id = r.old`;
}

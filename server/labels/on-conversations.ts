// The labels room, what stands on threads. A thread that goes into another takes its tags and values along; of two values of one field
// the newer stands.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';

interface Noting {
  conversationId: string;
  at: number;
  actor: { id: string; name: string };
}

export async function addConversationTag(
  tx: Transaction,
  portfolioId: PortfolioId,
  tagId: string,
  { conversationId, at, actor }: Noting,
): Promise<void> {
  await tx.sql`
    insert into conversation_tags (portfolio_id, conversation_id, tag_id, at, actor_id, actor_name)
    values (${portfolioId}, ${conversationId}, ${tagId}, ${timestamp(at)}, ${actor.id}, ${actor.name})
    on conflict do nothing`;
}

export async function removeConversationTag(
  tx: Transaction,
  portfolioId: PortfolioId,
  tagId: string,
  conversationId: string,
): Promise<void> {
  await tx.sql`
    delete from conversation_tags where portfolio_id = ${portfolioId} and conversation_id = ${conversationId} and tag_id = ${tagId}`;
}

/** `null` empties the field. */
export async function setConversationValue(
  tx: Transaction,
  portfolioId: PortfolioId,
  { fieldId, value }: { fieldId: string; value: string | null },
  { conversationId, at, actor }: Noting,
): Promise<void> {
  if (value === null) {
    await tx.sql`
      delete from conversation_values
      where portfolio_id = ${portfolioId} and conversation_id = ${conversationId} and field_id = ${fieldId}`;
    return;
  }
  await tx.sql`
    insert into conversation_values (portfolio_id, conversation_id, field_id, value, at, actor_id, actor_name)
    values (${portfolioId}, ${conversationId}, ${fieldId}, ${value}, ${timestamp(at)}, ${actor.id}, ${actor.name})
    on conflict (portfolio_id, conversation_id, field_id) do update set
      value = excluded.value, at = excluded.at, actor_id = excluded.actor_id, actor_name = excluded.actor_name`;
}

export async function conversationTags(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly string[],
): Promise<{ conversationId: string; tagId: string }[]> {
  if (ids.length === 0) return [];
  return await db.sql<{ conversationId: string; tagId: string }[]>`
    select conversation_id as "conversationId", tag_id as "tagId" from conversation_tags
    where portfolio_id = ${portfolioId} and conversation_id = any(${[...ids]}::uuid[])`;
}

export async function conversationValues(
  db: Reader,
  portfolioId: PortfolioId,
  id: string,
): Promise<{ fieldId: string; value: string }[]> {
  return await db.sql<{ fieldId: string; value: string }[]>`
    select field_id as "fieldId", value from conversation_values
    where portfolio_id = ${portfolioId} and conversation_id = ${id}`;
}

/** `retired`: threads that go into others. */
export async function followRetired(
  tx: Transaction,
  portfolioId: PortfolioId,
  retired: readonly { id: string; into: string }[],
): Promise<void> {
  if (retired.length === 0) return;
  const rows = rowsOf(retired.map(({ id, into }) => ({ id, into })));
  await tx.sql`
    with gone as (
      delete from conversation_tags t using json_to_recordset(${rows}::text::json) as r (id uuid, "into" uuid)
      where t.portfolio_id = ${portfolioId} and t.conversation_id = r.id
      returning r."into", t.tag_id, t.at, t.actor_id, t.actor_name
    )
    insert into conversation_tags (portfolio_id, conversation_id, tag_id, at, actor_id, actor_name)
    select distinct on ("into", tag_id) ${portfolioId}, "into", tag_id, at, actor_id, actor_name from gone order by "into", tag_id, at
    on conflict do nothing`;
  await tx.sql`
    with gone as (
      delete from conversation_values v using json_to_recordset(${rows}::text::json) as r (id uuid, "into" uuid)
      where v.portfolio_id = ${portfolioId} and v.conversation_id = r.id
      returning r."into", v.field_id, v.value, v.at, v.actor_id, v.actor_name
    )
    insert into conversation_values (portfolio_id, conversation_id, field_id, value, at, actor_id, actor_name)
    select distinct on ("into", field_id) ${portfolioId}, "into", field_id, value, at, actor_id, actor_name from gone
    order by "into", field_id, at desc
    on conflict (portfolio_id, conversation_id, field_id) do update set
      value = excluded.value, at = excluded.at, actor_id = excluded.actor_id, actor_name = excluded.actor_name
    where excluded.at > conversation_values.at`;
}

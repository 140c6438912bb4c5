// What the bench sends: one template to each of many people, and the rows in which it is owed.

import type { StageDatabase } from './stage.ts';
import { ours } from './webhooks.ts';

export const accessToken = 'bench-access-token';

export function customerPhone(n: number): string {
  return `+1555${String(3_000_000 + n)}`;
}

export function bodyOf(person: number, callbackData: string): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    type: 'template',
    template: { name: 'bench', language: { code: 'en' } },
    to: customerPhone(person),
    biz_opaque_callback_data: callbackData,
  };
}

/** The number may send as fast as it can. A thread for each person. */
export async function fillThreads(db: StageDatabase, people: number): Promise<void> {
  await db.sql`
    insert into sending_lanes (portfolio_id, phone_number_id, rate, ceiling, learned_at)
    values (${ours.portfolioId}, ${ours.phoneNumberId}, 1000000, 1000000, now() + interval '1 day')`;
  await db.sql`
    insert into conversations (portfolio_id, id, holder_id, phone_number_id, created_at, last_item_at)
    select ${ours.portfolioId}, gen_random_uuid(), gen_random_uuid(), ${ours.phoneNumberId}, now(), now()
    from generate_series(1, ${people}::int)`;
  await db.sql`analyze`;
}

/** One message owed to each; nothing of it can be seen before all of it is there. Answers when that was, in milliseconds. */
export async function oweAll(db: StageDatabase, people: number): Promise<number> {
  const body = JSON.stringify(bodyOf(0, ''));
  await db.sql.unsafe(
    `with made as materialized (
       select id as conversation_id, gen_random_uuid() as id, (row_number() over (order by id) - 1)::int as person
       from conversations where portfolio_id = $1 order by id limit $2
     ), said as (
       insert into messages (portfolio_id, id, conversation_id, phone_number_id, direction, at, tie, type, summary, status)
       select $1, id, conversation_id, $3, 'out', now(), '1' || left(id::text, 21), 'template', 'Template: bench', 'queued' from made
     )
     insert into outbound (portfolio_id, message_id, conversation_id, phone_number_id, priority, request)
     select $1, id, conversation_id, $3, 2,
            $4::jsonb || jsonb_build_object('to', '+1555' || (3000000 + person), 'biz_opaque_callback_data', id)
     from made`,
    [ours.portfolioId, people, ours.phoneNumberId, body],
  );
  return performance.now();
}

// A town that has written very much: who they are comes by webhooks, every second without a number; the rest of what they said is written
// straight into the table of messages, as the walk of webhooks would have left it.

import { postWebhook } from '../../tests/support/webhooks.ts';
import type { StageDatabase } from '../bench/stage.ts';
import { waitUntilApplied } from '../bench/waiting.ts';
import { appSecret, ours, webhookOf } from '../bench/webhooks.ts';

export const people = 400;

interface Filling {
  service: string;
  /** With the first of each. */
  count: number;
}

export async function fillTown(db: StageDatabase, { service, count }: Filling): Promise<void> {
  for (let from = 0; from < people; from += 100) {
    const lines = Array.from({ length: 100 }, (_, n) => ({
      person: from + n,
      serial: `first-${from + n}`,
      at: Date.now() - 3_600_000,
    }));
    const status = await postWebhook(`${service}/webhooks/whatsapp`, hiding(webhookOf(lines)), appSecret);
    if (status !== 200) throw new Error(`The webhook was answered ${status}.`);
  }
  await waitUntilApplied(db);
  // Read once: it would be looked up again for each of a million.
  await db.sql`
    with town as materialized (
      select c.id, row_number() over (order by c.id) - 1 as place, f.phone, f.bsuid
      from conversations c
      cross join lateral (select phone, bsuid from messages where portfolio_id = c.portfolio_id and conversation_id = c.id limit 1) f)
    insert into messages (portfolio_id, id, conversation_id, phone_number_id, wamid, direction, at, tie, phone, bsuid, type, body, summary, raw,
                          status, author)
    select ${ours.portfolioId}, gen_random_uuid(), t.id, ${ours.phoneNumberId}, 'wamid.much' || n, d, at, '1' || n, t.phone, t.bsuid, 'text', body,
           body, jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', body)),
           case when d = 'out' then 'read' else 'received' end, case when d = 'out' then 'Maya' end
    from (select n, n % ${people}::int as place, case when n % 3 = 0 then 'out' else 'in' end as d,
                 date_trunc('second', now()) - interval '1 hour' - n * interval '4 seconds' as at,
                 'Message ' || n || '. ' || repeat('The bicycle that came on Tuesday has a wheel that is not quite round. ', (n * 7 % 11) % 6) as body
          from generate_series(1, ${count - people}::int) n) m
    join town t using (place)`;
  await db.sql`analyze`;
}

/** Every second person without a number, as Meta sends whoever hides it: with a username, and no phone anywhere. */
function hiding(webhook: Buffer): Buffer {
  const body = JSON.parse(webhook.toString('utf8'));
  const { contacts, messages } = body.entry[0].changes[0].value;
  for (let place = 1; place < contacts.length; place += 2) {
    delete contacts[place].wa_id;
    delete messages[place].from;
    contacts[place].profile.username = `town.${contacts[place].user_id.replace(/\D/g, '')}`;
  }
  return Buffer.from(JSON.stringify(body));
}

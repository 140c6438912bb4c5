// A desk with much in it: a thread for each of many people, one of them long, written straight into the conversations room's
// tables as the walk of a webhook would have left them.

import { id } from './fill-contacts.ts';
import type { StageDatabase } from './stage.ts';
import { type Line, ours } from './webhooks.ts';

/** The person whose thread is the long one: the first of `fillContacts`, whose thread is the newest. */
export const longPerson = { id: '00000000-0000-4000-8000-000000000001', n: 1 };

/** One after the other, the newest first: so that the list has an order to keep. */
const lastAt = `date_trunc('second', now()) - n * interval '20 seconds'`;
const opening = `'Is order ' || n || ' on its way?'`;

/** Threads of people 1 to `count`, each with its first message. */
export async function fillConversations(db: StageDatabase, count: number): Promise<void> {
  await db.sql.unsafe(`
    insert into conversations (portfolio_id, id, holder_id, phone_number_id, created_at, last_item_at, last_customer_at, waiting_since,
                               unread, episode_id, last_item)
    select '${ours.portfolioId}', case when n = ${longPerson.n} then '${longPerson.id}' else ${id('thread')} end, ${id('holder')},
           '${ours.phoneNumberId}', ${lastAt}, ${lastAt}, ${lastAt}, ${lastAt}, n % 3, ${id('episode')},
           jsonb_build_object('kind', 'message', 'direction', 'in', 'summary', ${opening}, 'status', 'received', 'id', ${id('message')})
    from generate_series(1, ${count}) n`);
  await db.sql.unsafe(`
    insert into episodes (portfolio_id, id, conversation_id, phone_number_id, began_at, began_by)
    select '${ours.portfolioId}', ${id('episode')}, c.id, '${ours.phoneNumberId}', c.created_at, 'customer'
    from generate_series(1, ${count}) n
    join conversations c on c.portfolio_id = '${ours.portfolioId}' and c.holder_id = ${id('holder')}`);
  await db.sql.unsafe(`
    insert into messages (portfolio_id, id, conversation_id, phone_number_id, wamid, direction, at, tie, type, body, summary, status)
    select '${ours.portfolioId}', ${id('message')}, c.id, '${ours.phoneNumberId}', 'wamid.first' || n, 'in', c.last_item_at, '1',
           'text', ${opening}, ${opening}, 'received'
    from generate_series(1, ${count}) n
    join conversations c on c.portfolio_id = '${ours.portfolioId}' and c.holder_id = ${id('holder')}`);
}

/** Of every length a message has: a word, a line, a paragraph. */
const words = `'Message ' || n || '. ' || repeat('The bicycle that came on Tuesday has a wheel that is not quite round. ', (n * 7 % 11) % 6)`;

/** What was said before in the long thread: `count` messages, theirs and ours, some minutes apart. */
export async function fillLongThread(db: StageDatabase, count: number): Promise<void> {
  await db.sql.unsafe(`
    insert into messages (portfolio_id, id, conversation_id, phone_number_id, wamid, direction, at, tie, type, body, summary, status, author)
    select '${ours.portfolioId}', ${id('long')}, '${longPerson.id}', '${ours.phoneNumberId}', 'wamid.long' || n,
           case when n % 3 = 0 then 'out' else 'in' end, now() - interval '1 hour' - n * interval '4 minutes', '1', 'text', ${words}, ${words},
           case when n % 3 = 0 then 'read' else 'received' end, case when n % 3 = 0 then 'Ada' end
    from generate_series(1, ${count}) n`);
}

/** Another message of the person with the long thread. */
export function lineOfLongPerson(serial: string, at: number): Line {
  return { person: longPerson.n, serial, at, as: { phone: '12000000001', bsuid: 'US.1000000000000001' } };
}

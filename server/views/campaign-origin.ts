// Which campaign sent a message.

import type { MessageItem } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

type Origin = NonNullable<MessageItem['campaign']>;

/** Of these messages; those of no campaign are left out. Only templates of ours are looked for. */
export async function campaignsOf(
  db: Reader,
  portfolioId: PortfolioId,
  messages: readonly { id: string; direction: 'in' | 'out'; type: string }[],
): Promise<Map<string, Origin>> {
  const ids = messages.filter((one) => one.direction === 'out' && one.type === 'template').map((one) => one.id);
  if (ids.length === 0) return new Map();
  const rows = await db.sql<(Origin & { messageId: string })[]>`
    select r.message_id as "messageId", c.id, c.name from unnest(${ids}::uuid[]) as w (id)
    cross join lateral (select message_id, campaign_id from campaign_rows where portfolio_id = ${portfolioId} and message_id = w.id offset 0) r
    join campaigns c on c.portfolio_id = ${portfolioId} and c.id = r.campaign_id`;
  return new Map(rows.map(({ messageId, ...origin }) => [messageId, origin]));
}

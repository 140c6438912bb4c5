// The privacy room, how long things are kept, as a portfolio chose it.

import type { Retention } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';

export const defaultRetention: Retention = {
  rawDays: limits.inboxRetentionDays,
  parkedDays: null,
  conversationsDays: null,
  filesDays: null,
  campaignsDays: null,
  eventsDays: limits.eventDays,
  deliveriesDays: limits.deliveredDays,
  inactiveDays: null,
};

export async function retentionOf(db: Reader, portfolioId: PortfolioId): Promise<Retention> {
  const [row] = await db.sql<Retention[]>`
    select raw_days as "rawDays", parked_days as "parkedDays", conversations_days as "conversationsDays", files_days as "filesDays",
           campaigns_days as "campaignsDays", events_days as "eventsDays", deliveries_days as "deliveriesDays",
           inactive_days as "inactiveDays"
    from retention where portfolio_id = ${portfolioId}`;
  return row ?? defaultRetention;
}

export async function setRetention(
  tx: Transaction,
  portfolioId: PortfolioId,
  { retention, by, at }: { retention: Retention; by: string; at: number },
): Promise<void> {
  const { rawDays, parkedDays, conversationsDays, filesDays, campaignsDays, eventsDays, deliveriesDays, inactiveDays } =
    retention;
  await tx.sql`
    insert into retention (portfolio_id, raw_days, parked_days, conversations_days, files_days, campaigns_days, events_days, deliveries_days,
                           inactive_days, changed_at, changed_by)
    values (${portfolioId}, ${rawDays}, ${parkedDays}, ${conversationsDays}, ${filesDays}, ${campaignsDays}, ${eventsDays}, ${deliveriesDays},
            ${inactiveDays}, ${new Date(at)}, ${by})
    on conflict (portfolio_id) do update set raw_days = excluded.raw_days, parked_days = excluded.parked_days,
      conversations_days = excluded.conversations_days, files_days = excluded.files_days, campaigns_days = excluded.campaigns_days,
      events_days = excluded.events_days, deliveries_days = excluded.deliveries_days, inactive_days = excluded.inactive_days,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`;
}

// What clocks would delete now, counted and left alone: by the statements the sweep deletes with.

import type { Retention, RetentionPreview } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { countInactive } from '../contacts/erasing.ts';
import type { Reader } from '../db/connect.ts';
import { countOutdated } from '../db/data-map/walk.ts';
import { limits } from '../limits.ts';
import { countOldOf } from '../media/sweeping.ts';
import { retentionOf } from '../privacy/retention.ts';
import { dataMap } from './data-map.ts';
import { countOldEvents } from './forget-events.ts';
import { dayMs, daysOf } from './sweep-outdated.ts';
import type { Tools } from './tools.ts';

type Clock = keyof Retention;

const clockOf: Partial<Record<string, Clock>> = {
  raw: 'rawDays',
  conversations: 'conversationsDays',
  campaigns: 'campaignsDays',
};

/** `chosen`: what would change; the rest counts as it is. Best in a snapshot. */
export async function previewRetention(
  db: Reader,
  portfolioId: PortfolioId,
  chosen: { [Name in Clock]?: Retention[Name] | undefined },
  { clock }: Pick<Tools, 'clock'>,
): Promise<RetentionPreview> {
  const given = Object.fromEntries(Object.entries(chosen).filter(([, days]) => days !== undefined));
  const retention: Retention = { ...(await retentionOf(db, portfolioId)), ...given };
  const before = (days: number) => new Date(clock() - days * dayMs);
  const counts: RetentionPreview['counts'] = {
    ...{ rawDays: 0, parkedDays: 0, conversationsDays: 0, filesDays: 0, campaignsDays: 0, inactiveDays: 0 },
    ...(await countOldEvents(db, portfolioId, { ...retention, now: clock(), limit: limits.eventsCounted })),
  };
  for (const [table, stated] of dataMap) {
    if (stated.rows === 'nobody' || !stated.outdated) continue;
    const days = daysOf(retention, stated.kept, table);
    const name = table === 'parked' ? 'parkedDays' : clockOf[stated.kept];
    if (days === null || !name) continue;
    counts[name] += await countOutdated(db, dataMap, { portfolioId, table, before: before(days) });
  }
  const { filesDays, inactiveDays } = retention;
  if (filesDays !== null) counts.filesDays = await countOldOf(db, portfolioId, before(filesDays));
  if (inactiveDays !== null)
    counts.inactiveDays = await countInactive(db, portfolioId, before(inactiveDays), limits.inactiveCounted);
  return { retention, counts };
}

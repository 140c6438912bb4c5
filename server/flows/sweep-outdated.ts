// What has had its time goes, by the clocks a portfolio chose and the statements of the data map: each class of tables by age, and people who
// have not been heard of for long by the walk that erases anybody.

import type { Retention } from '@throughline/contract';
import type { HolderId, PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { inactiveContacts } from '../contacts/erasing.ts';
import { forgetLastItems } from '../conversations/erasing.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import type { RetentionClass } from '../db/data-map/marks.ts';
import { eraseOutdated } from '../db/data-map/walk.ts';
import { limits } from '../limits.ts';
import { removeFilesOf } from '../media/erasing.ts';
import { sweepOldOf } from '../media/sweeping.ts';
import { retentionOf } from '../privacy/retention.ts';
import { dataMap } from './data-map.ts';
import type { Deciding } from './detach-identity.ts';
import { detachSubject, eraseDetached, forgetErasing } from './erase-subject.ts';

/** One portfolio, a bounded number of batches of each table. Answers rows by table, and people as `people`. */
export async function sweepOutdated(
  db: Database,
  portfolioId: PortfolioId,
  deciding: Deciding,
): Promise<Record<string, number>> {
  const retention = await retentionOf(db, portfolioId);
  const now = deciding.tools.clock();
  const swept: Record<string, number> = {};
  for (const [table, stated] of dataMap) {
    if (stated.rows === 'nobody' || !stated.outdated) continue;
    const days = daysOf(retention, stated.kept, table);
    if (days === null) continue;
    const before = new Date(now - days * dayMs);
    await sweepTable(db, { portfolioId, table, before }, swept);
  }
  const { filesDays, conversationsDays, inactiveDays } = retention;
  if (filesDays !== null)
    swept.media = await inTransaction(db, (tx) => sweepOldOf(tx, portfolioId, filesDays, limits.mediaSweepRows));
  if (conversationsDays !== null)
    await inTransaction(db, async (tx) => {
      const before = new Date(now - conversationsDays * dayMs);
      const emptied = await forgetLastItems(tx, portfolioId, before, limits.subjectEraseRows);
      await record(
        tx,
        portfolioId,
        emptied.map((subjectId) => ({ kind: 'conversation' as const, subjectId })),
      );
    });
  if (inactiveDays !== null) swept.people = await sweepInactive(db, portfolioId, deciding, inactiveDays);
  return swept;
}

export const dayMs = 86_400_000;

export function daysOf(retention: Retention, kept: RetentionClass, table: string): number | null {
  if (table === 'parked') return retention.parkedDays;
  switch (kept) {
    case 'raw':
      return retention.rawDays;
    case 'conversations':
      return retention.conversationsDays;
    case 'campaigns':
      return retention.campaignsDays;
    default:
      return null;
  }
}

async function sweepTable(
  db: Database,
  outdated: { portfolioId: PortfolioId; table: string; before: Date },
  swept: Record<string, number>,
): Promise<void> {
  const { portfolioId, table } = outdated;
  for (let batch = 0; batch < limits.sweepBatches; batch++) {
    const rows = await inTransaction(db, (tx) =>
      eraseOutdated(tx, dataMap, outdated, async (own, ids) =>
        table === 'messages' ? { media: await removeFilesOf(own, portfolioId, ids) } : {},
      ),
    );
    for (const [name, count] of Object.entries(rows)) swept[name] = (swept[name] ?? 0) + count;
    if ((rows[table] ?? 0) === 0) return;
  }
}

/** Each as if they had asked; without watermarks, since nothing of Meta's comes again after so long. */
async function sweepInactive(
  db: Database,
  portfolioId: PortfolioId,
  deciding: Deciding,
  days: number,
): Promise<number> {
  const before = new Date(deciding.tools.clock() - days * dayMs);
  const people = await inactiveContacts(db, portfolioId, before, limits.inactiveAtOnce);
  for (const holders of people) {
    const id = deciding.tools.newId();
    await inTransaction(db, (tx) => detachSubject(tx, { portfolioId, id, holders: holders as HolderId[] }, deciding));
    await eraseDetached(db, portfolioId, id);
    await inTransaction(db, (tx) => forgetErasing(tx, portfolioId, id));
  }
  return people.length;
}

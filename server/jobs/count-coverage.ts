// Time's door to the counts behind the charts: some periods of each portfolio at a time, the newest first, until all are there.

import { type Database, inTransaction } from '../db/connect.ts';
import type { Tools } from '../flows/tools.ts';
import { duePeriods, keepCoverage } from '../reports/coverage.ts';
import { timeZoneHere } from '../reports/rules-range.ts';
import { countCoverage, countedPortfolios } from '../views/coverage-counts.ts';

/** Answers how many periods were counted. */
export async function countDays({
  db,
  tools,
  timeZone = timeZoneHere(),
}: {
  db: Database;
  tools: Pick<Tools, 'clock'>;
  timeZone?: string;
}): Promise<number> {
  let counted = 0;
  for (const { portfolioId, since } of await countedPortfolios(db)) {
    const counting = { portfolioId, timeZone, now: tools.clock() };
    for (const period of await duePeriods(db, counting, since.getTime())) {
      const counts = await countCoverage(db, { portfolioId, timeZone, period });
      await inTransaction(db, (tx) => keepCoverage(tx, counting, { period, counts }));
      counted += 1;
    }
  }
  return counted;
}

// Time's door to the clocks of retention.

import type { Policy } from '@throughline/identity';
import type { Logger } from 'pino';
import type { Database } from '../db/connect.ts';
import { sweepOutdated } from '../flows/sweep-outdated.ts';
import type { Tools } from '../flows/tools.ts';
import { portfolioIds } from '../numbers/store.ts';

/** Every portfolio in its turn. Answers how many rows and people went: while there are any, the loop comes back at once. */
export async function sweepOutdatedOfAll({
  db,
  policy,
  tools,
  log,
}: {
  db: Database;
  policy: Policy;
  tools: Tools;
  log: Logger;
}): Promise<number> {
  let all = 0;
  for (const portfolioId of await portfolioIds(db)) {
    const swept = await sweepOutdated(db, portfolioId, { policy, tools });
    const rows = Object.values(swept).reduce((sum, count) => sum + count, 0);
    if (rows > 0) log.info({ event: 'outdated_swept', ...swept });
    all += rows;
  }
  return all;
}

// A long answer read a part at a time. The database keeps the place, so a row is read once and nothing is sorted again for each part.

import type { Transaction } from '../../db/connect.ts';
import type { Fragment } from '../../db/sql.ts';
import { limits } from '../../limits.ts';

/** One at a time in a transaction. Its rows are as they were when it began. */
export async function* inBatches<T extends object>(tx: Transaction, query: Fragment): AsyncGenerator<T[]> {
  await tx.sql`declare part no scroll cursor for ${query}`;
  for (;;) {
    const rows = await tx.sql.unsafe<T[]>(`fetch ${limits.exportBatch} from part`);
    if (rows.length === 0) break;
    yield rows;
  }
  await tx.sql`close part`;
}

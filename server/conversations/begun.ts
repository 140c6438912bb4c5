// The conversations room, for whoever writes to many at once: which of them have a thread.

import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

/** Who of these has a thread with this number of ours. */
export async function withThread(
  db: Reader,
  portfolioId: PortfolioId,
  { holders, phoneNumberId }: { holders: readonly HolderId[]; phoneNumberId: string },
): Promise<Set<HolderId>> {
  if (holders.length === 0) return new Set();
  const rows = await db.sql<{ id: HolderId }[]>`
    select w.id from unnest(${[...holders]}::uuid[]) as w (id)
    where exists (select from conversations where portfolio_id = ${portfolioId} and holder_id = w.id and phone_number_id = ${phoneNumberId} offset 0)`;
  return new Set(rows.map((row) => row.id));
}

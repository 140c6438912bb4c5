// A campaign was counted: what is other than before is kept for lists, and desks are told.

import { type CampaignRecord, saveResults } from '../campaigns/store.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';

export async function noteResults(
  tx: Transaction,
  { portfolioId, id }: Pick<CampaignRecord, 'portfolioId' | 'id'>,
  results: { groups: readonly object[]; replies: number },
): Promise<void> {
  if (await saveResults(tx, { portfolioId, id }, results))
    await record(tx, portfolioId, [{ kind: 'campaign', subjectId: id }]);
}

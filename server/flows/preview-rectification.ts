// What the corrections of a request would come to, found by carrying them out. The caller undoes it: see db/rehearsal.ts.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { requestById } from '../privacy/store.ts';
import type { Deciding } from './detach-identity.ts';
import { type Rectified, type Rectifying, rectifyPerson } from './rectify-person.ts';

export async function previewRectification(
  tx: Transaction,
  { portfolios, id, actor }: { portfolios: readonly PortfolioId[] | 'all'; id: string; actor: Rectifying['actor'] },
  deciding: Deciding,
): Promise<Rectified[]> {
  const request = await requestById(tx, portfolios, id);
  if (!request || request.endedAt !== null) return [];
  return await rectifyPerson(tx, request, { actor, deciding });
}

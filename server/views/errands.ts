// Errands to Meta as people read them.

import type { Errand } from '@throughline/contract';
import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import type { ErrandKind } from '../errands/rules-errands.ts';
import { errandsOf } from '../errands/store.ts';
import { retell } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';

/** Of a kind, about these accounts, newest first. */
export async function errandsShown(
  db: Reader,
  { viewer, portfolioId }: { viewer: Viewer; portfolioId: PortfolioId },
  { kind, holders }: { kind: ErrandKind; holders: readonly HolderId[] },
): Promise<Errand[]> {
  const rows = await errandsOf(db, portfolioId, { kind, subjects: holders, limit: 50 });
  return rows.map(({ id, kind: own, state, owedAt, doneAt, result }) => ({
    id,
    kind: own,
    state,
    at: owedAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    result: result === null ? null : retell(viewer, result),
  }));
}

// What a request would find, counted by the map that export and erasure walk. Nothing is changed.

import type { PrivacyPreview } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { holdersBornAs } from '../contacts/find.ts';
import type { Reader } from '../db/connect.ts';
import { isEnded, wantsApproval } from '../privacy/rules-requests.ts';
import { type RequestRow, requestById, settingsOf } from '../privacy/store.ts';
import type { Subject } from '../subject.ts';
import { expandSubject } from './expand-subject.ts';
import { countSubject } from './read-subject.ts';

/** Best in a snapshot. Undefined where there is no such request. */
export async function previewPrivacy(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
): Promise<PrivacyPreview | undefined> {
  const request = await requestById(db, portfolios, id);
  if (!request) return undefined;
  const counted = request.kind === 'rectify' ? [] : await countSubject(db, await subjectOf(db, request));
  const { fourEyes } = await settingsOf(db, request.portfolioId);
  return {
    requestId: id,
    counts: counted.map(({ table, rows, erase }) => ({ table, rows, erase })),
    total: counted.reduce((sum, { rows }) => sum + rows, 0),
    blocked: blockedBy(request, fourEyes),
    corrections: [],
  };
}

/** Whom a request is about, as they are now. */
export async function subjectOf(db: Reader, { portfolioId, accountIds }: RequestRow): Promise<Subject> {
  const holders = await holdersBornAs(db, portfolioId, accountIds);
  return await expandSubject(
    db,
    portfolioId,
    holders.map(({ id }) => id),
  );
}

function blockedBy({ kind, state, held, corrections }: RequestRow, fourEyes: boolean): PrivacyPreview['blocked'] {
  if (isEnded(state)) return ['ended'];
  return [
    ...(state === 'received' || state === 'verifying' ? (['not_verified'] as const) : []),
    ...(held && kind === 'erase' ? (['held'] as const) : []),
    ...(kind === 'rectify' && corrections.length === 0 ? (['no_corrections'] as const) : []),
    ...(fourEyes && wantsApproval(kind) ? (['needs_approval'] as const) : []),
  ];
}

// Somebody takes a person's data away: while it may be taken, and each time written down before the first byte leaves.

import type { PortfolioId } from '@throughline/identity';
import { type Author, append } from '../audit/store.ts';
import type { Transaction } from '../db/connect.ts';
import type { PrivacyActor } from '../privacy/acts.ts';
import { type RequestRow, requestById } from '../privacy/store.ts';
import { noteStep } from './privacy-steps.ts';
import type { Tools } from './tools.ts';

export type TakingOutcome = { kind: 'taken'; request: RequestRow } | { kind: 'no_request' } | { kind: 'not_ready' };

export async function takeArchive(
  tx: Transaction,
  { portfolios, id, actor }: { portfolios: readonly PortfolioId[] | 'all'; id: string; actor: Author & PrivacyActor },
  tools: Tools,
): Promise<TakingOutcome> {
  const request = await requestById(tx, portfolios, id, true);
  if (!request) return { kind: 'no_request' };
  const { kind, state, archiveUntil, portfolioId, contactId } = request;
  if (kind !== 'access' || state !== 'done' || !archiveUntil || archiveUntil.getTime() < tools.clock())
    return { kind: 'not_ready' };
  await noteStep(tx, request, { act: 'archive_downloaded', actor }, tools);
  await append(tx, {
    actor,
    act: 'exported',
    portfolio: portfolioId,
    subject: { kind: 'contact', id: contactId },
    detail: { what: 'privacy_archive', format: 'zip' },
  });
  return { kind: 'taken', request };
}

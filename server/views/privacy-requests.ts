// Requests about people's own data as whoever works on them sees them.

import type {
  PrivacyAct,
  PrivacyDueCounts,
  PrivacyRequest,
  PrivacyRequestDetail,
  PrivacySettings,
} from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { actorNames } from '../access/colleagues.ts';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { actsOf } from '../privacy/acts.ts';
import { codeOf } from '../privacy/codes.ts';
import { droppedIn } from '../privacy/marks.ts';
import { dueState, soonBefore } from '../privacy/rules-due.ts';
import {
  type Download,
  dueCounts,
  type RequestRow,
  requestById,
  requestsPage,
  settingsOf,
  type Wanted,
} from '../privacy/store.ts';
import type { Viewer } from '../words/viewer.ts';
import { contactById } from './contacts.ts';
import { pageOf, readCursor } from './paging.ts';
import { named } from './portfolios.ts';

export interface Seeing {
  viewer: Viewer;
  /** Whoever asks. */
  actorId: string;
  now: number;
}

export async function listPrivacyRequests(
  db: Reader,
  seeing: Seeing,
  { cursor, ...wanted }: Omit<Wanted, 'portfolios' | 'after'> & { cursor: string | undefined },
) {
  const rows = await requestsPage(db, {
    ...wanted,
    portfolios: seeing.viewer.portfolios,
    after: readCursor<[string, string]>(cursor, ['time', 'id']),
    limit: wanted.limit + 1,
  });
  const shown = new Map<string, PrivacyRequest>();
  for (const row of rows.slice(0, wanted.limit)) shown.set(row.id, await requestShown(db, seeing, row));
  const end = (row: RequestRow) => [(wanted.state === 'open' ? row.dueAt : row.receivedAt).toISOString(), row.id];
  return pageOf(rows, wanted.limit, end, (row) => shown.get(row.id) as PrivacyRequest);
}

export async function privacyDue(db: Reader, { viewer, actorId, now }: Seeing): Promise<PrivacyDueCounts> {
  return await dueCounts(db, viewer.portfolios, {
    now: new Date(now),
    soonBefore: new Date(soonBefore(now)),
    actorId,
  });
}

export async function privacyRequest(
  db: Reader,
  seeing: Seeing,
  id: string,
): Promise<PrivacyRequestDetail | undefined> {
  const row = await requestById(db, seeing.viewer.portfolios, id);
  if (!row) return undefined;
  const [shown, acts, code] = await Promise.all([
    requestShown(db, seeing, row),
    actsOf(db, row.portfolioId, id),
    codeOf(db, row.portfolioId, id),
  ]);
  const names = await actorNames(db, [...new Set(acts.flatMap(({ actorId }) => actorId ?? []))]);
  const counts = code && code.expiresAt.getTime() > seeing.now && row.state === 'verifying';
  return {
    ...shown,
    timeline: acts.map(
      (one): PrivacyAct => ({
        number: one.number,
        at: one.at.toISOString(),
        act: one.act,
        actor: {
          kind: one.actorKind as PrivacyAct['actor']['kind'],
          id: one.actorId,
          name: (one.actorId && names.get(one.actorId)) ?? null,
          role: one.actorRole,
        },
        detail: { ...one.detail },
      }),
    ),
    certificate: row.certificate,
    code: counts
      ? {
          sentAt: code.sentAt.toISOString(),
          expiresAt: code.expiresAt.toISOString(),
          attemptsLeft: Math.max(0, limits.privacyCodeTries - code.attempts),
        }
      : null,
  };
}

async function requestShown(db: Reader, { viewer, actorId, now }: Seeing, row: RequestRow): Promise<PrivacyRequest> {
  const found = await contactById(db, { ...viewer, portfolios: [row.portfolioId] }, row.contactId);
  const summary = found?.contact;
  const { step } = row.progress;
  return {
    id: row.id,
    portfolioId: row.portfolioId,
    kind: row.kind,
    law: row.law,
    state: row.state,
    subject: summary
      ? {
          id: summary.id,
          displayName: summary.displayName,
          identifier: summary.identifier,
          numberHidden: summary.numberHidden,
        }
      : null,
    contactId: row.contactId,
    accounts: row.accountIds,
    receivedAt: row.receivedAt.toISOString(),
    due: {
      at: row.dueAt.toISOString(),
      state: dueState({ dueAt: row.dueAt.getTime(), ended: row.endedAt !== null }, now),
      confirmBy: row.confirmedAt === null && row.endedAt === null ? (row.confirmBy?.toISOString() ?? null) : null,
      extended: row.extended,
    },
    held: row.held,
    holdNote: row.holdNote,
    note: row.note,
    proof: row.proof && row.provenAt ? { by: row.proof, at: row.provenAt.toISOString() } : null,
    refusal: row.refusal && { reason: row.refusal, note: row.refusalNote },
    progress: row.state === 'running' && step !== undefined ? { step } : null,
    corrections: row.corrections,
    language: row.language,
    download: row.download && downloadShown(row.download, now),
    archiveUntil: row.archiveUntil?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    mayApprove: row.state === 'awaiting_approval' && row.runBy !== actorId,
  };
}

function downloadShown({ done, total, at, ...kept }: Download, now: number): PrivacyRequest['download'] {
  // Of a process that died nobody hears any more.
  const state = kept.state === 'making' && now - at > limits.privacyDownloadIdleMs ? 'cut' : kept.state;
  const percent = state === 'taken' ? 100 : total === 0 ? 0 : Math.min(99, Math.floor((100 * done) / total));
  return { state, done, total, percent, at: new Date(at).toISOString() };
}

export async function privacySettings(db: Reader, portfolioId: PortfolioId): Promise<PrivacySettings> {
  const [settings, dropped, [own]] = await Promise.all([
    settingsOf(db, portfolioId),
    droppedIn(db, portfolioId),
    db.sql<{ name: string }[]>`select name from portfolios where portfolio_id = ${portfolioId}`,
  ]);
  return { portfolioId, name: own?.name ?? portfolioId, ...settings, dropped };
}

export async function allPrivacySettings(db: Reader, { portfolios }: Viewer): Promise<PrivacySettings[]> {
  const ids = await named(db, portfolios);
  return await Promise.all(ids.map((id) => privacySettings(db, id)));
}

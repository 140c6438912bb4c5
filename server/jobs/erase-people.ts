// Time's door to erasures: goes on with what was begun, a step at a time, each its own commit. A process that dies leaves the erasure where it
// was; whoever comes next goes on from there.

import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { refreshStatistics } from '../db/residue/scan.ts';
import { awaitsReceipts } from '../flows/await-receipts.ts';
import { type BeginningErasure, beginErasure } from '../flows/begin-erasure.ts';
import { eraseDetached, forgetErasing } from '../flows/erase-subject.ts';
import { finishErasure } from '../flows/finish-erasure.ts';
import { askContactBook, hearContactBook } from '../flows/forget-contact-book-entries.ts';
import { searchResidue } from '../flows/search-residue.ts';
import { limits } from '../limits.ts';
import { underWay } from '../privacy/erasing.ts';
import { claimErasure, comeBack, noteProgress, type Progress, type RequestRow } from '../privacy/store.ts';

export interface ErasingParts extends BeginningErasure {
  db: Database;
  log: Logger;
  wakeErrands: () => void;
}

const lookAgainMs = 1_000;

/** Goes on with one. Answers 0 where there is nothing to do before Meta has answered. */
export async function erasePeople(parts: ErasingParts): Promise<number> {
  const { db, deciding } = parts;
  const now = deciding.tools.clock();
  const request = await inTransaction(db, (tx) =>
    claimErasure(tx, { now: new Date(now), until: new Date(now + limits.erasureLendMs) }),
  );
  return request && (await goOn(parts, request)) ? 1 : 0;
}

async function goOn(parts: ErasingParts, request: RequestRow): Promise<boolean> {
  const { db, deciding, log } = parts;
  const { tools } = deciding;
  let progress = request.progress.step
    ? request.progress
    : await inTransaction(db, (tx) => beginErasure(tx, request, parts));
  const { portfolioId, id } = request;
  if (progress.step !== 'contact_book' && progress.step !== 'residue') {
    await eraseDetached(db, portfolioId, id, async (step) => {
      await inTransaction(db, async (tx) => {
        await comeBack(tx, request, new Date(tools.clock() + limits.erasureLendMs));
        await noteProgress(tx, request, { ...progress, step });
      });
    });
    progress = await inTransaction(db, (tx) => askContactBook(tx, request, progress, tools));
    parts.wakeErrands();
  }
  if (progress.step === 'contact_book') {
    const heard = await inTransaction(db, (tx) => hearContactBook(tx, request, progress, tools));
    if (heard.waiting) {
      await inTransaction(db, (tx) => comeBack(tx, request, new Date(tools.clock() + lookAgainMs)));
      return false;
    }
    progress = heard.progress;
  }
  if (await awaitsOthers(parts, request, progress)) {
    await inTransaction(db, (tx) => comeBack(tx, request, new Date(tools.clock() + lookAgainMs)));
    return false;
  }
  const erasing = await underWay(db, portfolioId, id);
  const residue = erasing
    ? await renewing(parts, request, () => searchResidue(db, erasing.subject))
    : { searched: 0, found: 0, places: [] };
  if (residue.found > 0) log.error({ event: 'erasure_left_residue', request: id, places: residue.places });
  await inTransaction(db, async (tx) => {
    await finishErasure(tx, request, { erasing, progress, residue }, tools);
    await forgetErasing(tx, portfolioId, id);
  });
  // What was written in them until now, PostgreSQL may have noted to plan by.
  await refreshStatistics(db, ['privacy_requests', 'erasing']);
  log.info({ event: 'erased', portfolio: portfolioId, request: id });
  return true;
}

/** Other systems are given a moment to say that they have forgotten; who says it later is shown with the request. */
async function awaitsOthers(
  { db, deciding }: ErasingParts,
  { portfolioId, id }: RequestRow,
  { erasedAt = 0 }: Progress,
): Promise<boolean> {
  if (deciding.tools.clock() - erasedAt >= limits.erasureReceiptsMs) return false;
  return await awaitsReceipts(db, portfolioId, id);
}

/** A long step keeps its lease: whoever thinks it dead would begin it a second time. */
async function renewing<T>(
  { db, deciding, log }: ErasingParts,
  request: RequestRow,
  work: () => Promise<T>,
): Promise<T> {
  const renew = () =>
    inTransaction(db, (tx) => comeBack(tx, request, new Date(deciding.tools.clock() + limits.erasureLendMs))).catch(
      (error: Error) => log.warn({ event: 'erasure_not_renewed', request: request.id, error: error.name }),
    );
  const timer = setInterval(renew, limits.erasureLendMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

// An erasure begins: in one commit, holding the portfolio's lane, who the person is goes, the watermark is set, and the ledger outside the
// database has it. Whatever comes from that moment on is about somebody new; whatever is older is dropped. Nothing fits in between.

import type { HolderId, PortfolioId } from '@throughline/identity';
import { callIdsSince } from '../calls/store.ts';
import { holdersBornAs } from '../contacts/find.ts';
import { wamidsSince } from '../conversations/wamids.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { service } from '../privacy/acts.ts';
import type { Ledger } from '../privacy/ledger.ts';
import { addErasure, type Erasure } from '../privacy/marks.ts';
import { watermarksOf } from '../privacy/rules-watermark.ts';
import { noteProgress, type Progress, type RequestRow } from '../privacy/store.ts';
import type { Subject } from '../subject.ts';
import type { Deciding } from './detach-identity.ts';
import { detachSubject } from './erase-subject.ts';
import { noteStep } from './privacy-steps.ts';
import type { Tools } from './tools.ts';

export interface BeginningErasure {
  deciding: Deciding;
  ledger: Ledger;
}

/** Answers how far it has come. Where nobody is left of whom it is about, they were erased by another request. */
export async function beginErasure(
  tx: Transaction,
  request: RequestRow,
  { deciding, ledger }: BeginningErasure,
): Promise<Progress> {
  const { portfolioId, id, accountIds } = request;
  const { tools } = deciding;
  const holders = (await holdersBornAs(tx, portfolioId, accountIds)).map((holder) => holder.id);
  const erasure = await detachWithMark(tx, { portfolioId, id, holders, ledger }, deciding);
  const progress: Progress = {
    step: 'data',
    erasedAt: erasure?.erasedAt ?? tools.clock(),
    marks: erasure?.marks.length ?? 0,
  };
  await noteProgress(tx, request, progress);
  await noteStep(tx, request, { act: 'watermark_set', actor: service, detail: { marks: progress.marks ?? 0 } }, tools);
  return progress;
}

interface Detaching {
  portfolioId: PortfolioId;
  id: string;
  holders: readonly HolderId[];
  ledger: Ledger;
}

/** Undefined where none of them is there. */
export async function detachWithMark(
  tx: Transaction,
  { portfolioId, id, holders, ledger }: Detaching,
  deciding: Deciding,
): Promise<Erasure | undefined> {
  const detached = await detachSubject(tx, { portfolioId, id, holders }, deciding);
  if (!detached) return undefined;
  const erasure = await erasureOf(tx, { portfolioId, id, subject: detached.subject }, deciding.tools);
  // Before the commit: an entry too many is an erasure to be made again, one too few would be a person who comes back.
  await ledger.append(erasure);
  await addErasure(tx, erasure);
  return erasure;
}

/** Everything they are known by, hashed, and every id of ours that led to them. */
async function erasureOf(
  tx: Transaction,
  { portfolioId, id, subject }: { portfolioId: PortfolioId; id: string; subject: Subject },
  tools: Tools,
): Promise<Erasure> {
  const erasedAt = tools.clock();
  const { conversations, retiredConversations, contactIds, contacts, phones, bsuids, parents } = subject;
  const recent = { conversations, since: new Date(erasedAt - limits.erasedItemsMs) };
  const wamids = await wamidsSince(tx, portfolioId, recent);
  const calls = await callIdsSince(tx, portfolioId, recent);
  return {
    portfolioId,
    id,
    erasedAt,
    expiresAt: erasedAt + limits.erasureMarksMs,
    marks: watermarksOf({ phones, bsuids, parents, items: [...wamids, ...calls] }, erasedAt, tools.keyed),
    ids: [...new Set([...contactIds, ...contacts, ...conversations, ...retiredConversations])],
  };
}

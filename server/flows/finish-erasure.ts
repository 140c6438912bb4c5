// An erasure ends: what was written about the person in requests goes, its certificate is made, and desks are told to look again.

import type { PrivacyCertificate } from '@throughline/contract';
import { rulesVersion } from '@throughline/identity';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { type Receipt, receiptsOf } from '../events/receipts.ts';
import { limits } from '../limits.ts';
import { service } from '../privacy/acts.ts';
import type { Erasing } from '../privacy/erasing.ts';
import { sealCertificate } from '../privacy/rules-certificate.ts';
import { certify, changeRequest, forgetNotes, noteProgress, type Progress, type RequestRow } from '../privacy/store.ts';
import { noteStep } from './privacy-steps.ts';
import type { Tools } from './tools.ts';

interface Ending {
  /** Undefined where somebody else's request had erased them. */
  erasing: Erasing | undefined;
  progress: Progress;
  /** Counts of what the search for it found. */
  residue: { searched: number; found: number };
}

export async function finishErasure(
  tx: Transaction,
  request: RequestRow,
  { erasing, progress, residue }: Ending,
  tools: Tools,
): Promise<PrivacyCertificate> {
  const { portfolioId, id } = request;
  const now = new Date(tools.clock());
  const { contactIds = [], conversations = [] } = erasing?.subject ?? {};
  await forgetNotes(tx, portfolioId, { contactIds: [...contactIds, ...request.accountIds], except: id, now });
  const receipts = await receiptsOf(tx, portfolioId, id);
  const certificate = sealCertificate(
    certificateOf(request, { erasing, progress, residue, receipts }, now),
    tools.keyed,
  );
  await certify(tx, request, certificate);
  await noteProgress(tx, request, { step: 'done' });
  await changeRequest(tx, { ...request, note: null, holdNote: null, state: 'done', stateAt: now, endedAt: now });
  const rows = certificate.counts.reduce((sum, one) => sum + one.rows, 0);
  const detail = { rows, searched: residue.searched, found: residue.found };
  await noteStep(tx, request, { act: 'erased', actor: service, detail }, tools);
  await record(tx, portfolioId, [
    ...contactIds.map((one) => ({ kind: 'contact' as const, subjectId: one, contactId: one })),
    ...conversations.map((one) => ({ kind: 'conversation' as const, subjectId: one })),
  ]);
  return certificate;
}

function certificateOf(
  { portfolioId, id }: RequestRow,
  { erasing, progress, residue, receipts }: Ending & { receipts: readonly Receipt[] },
  now: Date,
): Omit<PrivacyCertificate, 'seal'> {
  const { contactBook, erasedAt = now.getTime(), marks = 0 } = progress;
  const { asked = [], done = 0, failed = 0, unanswered = 0 } = contactBook ?? {};
  return {
    schema: 1,
    requestId: id,
    portfolioId,
    erasedAt: new Date(erasedAt).toISOString(),
    finishedAt: now.toISOString(),
    rulesVersion: String(rulesVersion),
    counts: Object.entries(erasing?.counts ?? {})
      .filter(([, rows]) => rows > 0)
      .map(([table, rows]) => ({ table, rows }))
      .sort((a, b) => (a.table < b.table ? -1 : 1)),
    contactBook: { asked: asked.length, done, failed, unanswered },
    downstream: {
      told: receipts.length,
      acknowledged: receipts.filter(({ state }) => state === 'acknowledged').length,
      waiting: receipts.filter(({ state }) => state === 'waiting').length,
      failed: receipts.filter(({ state }) => state === 'failed').length,
    },
    residue: { searched: residue.searched, found: residue.found },
    marks,
    marksUntil: new Date(erasedAt + limits.erasureMarksMs).toISOString(),
  };
}

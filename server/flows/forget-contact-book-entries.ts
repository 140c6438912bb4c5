// Meta is asked to forget an erased person's number, and its answer is noted. The errands carry the account's id, which nothing else here
// knows any more: they go once they are answered, or once they have been waited for long enough.

import type { Transaction } from '../db/connect.ts';
import { dropErrands, errandsOf, oweErrands } from '../errands/store.ts';
import { limits } from '../limits.ts';
import { numbersOf } from '../numbers/store.ts';
import { service } from '../privacy/acts.ts';
import { underWay } from '../privacy/erasing.ts';
import { noteProgress, type Progress, type RequestRow } from '../privacy/store.ts';
import { noteStep } from './privacy-steps.ts';
import type { Tools } from './tools.ts';

const kind = 'delete_from_contact_book';

export async function askContactBook(
  tx: Transaction,
  request: RequestRow,
  progress: Progress,
  tools: Tools,
): Promise<Progress> {
  const { portfolioId } = request;
  const subject = (await underWay(tx, portfolioId, request.id))?.subject;
  const [number] = await numbersOf(tx, portfolioId);
  // Each is about an id of its own: one about the same would take the other's place.
  const asked = number && subject ? subject.bsuids.map((bsuid) => ({ bsuid, id: tools.newId() })) : [];
  await oweErrands(
    tx,
    asked.map(({ bsuid, id }) => ({
      portfolioId,
      id: tools.newId(),
      kind,
      subjectId: id,
      phoneNumberId: number?.phoneNumberId ?? '',
      request: { bsuid, reason: 'erasure' },
    })),
  );
  const contactBook = { asked: asked.map(({ id }) => id), since: tools.clock(), done: 0, failed: 0, unanswered: 0 };
  const next: Progress = { ...progress, step: 'contact_book', contactBook };
  await noteProgress(tx, request, next);
  await noteStep(tx, request, { act: 'contact_book_asked', actor: service, detail: { accounts: asked.length } }, tools);
  return next;
}

/** `waiting`: Meta has not answered to all of them yet. */
export async function hearContactBook(
  tx: Transaction,
  request: RequestRow,
  progress: Progress,
  tools: Tools,
): Promise<{ waiting: boolean; progress: Progress }> {
  const { portfolioId } = request;
  const { asked = [], since = 0 } = progress.contactBook ?? {};
  const errands = await errandsOf(tx, portfolioId, { kind, subjects: asked, limit: asked.length });
  const count = (state: string) => errands.filter((one) => one.state === state).length;
  const waiting = count('waiting') > 0 && tools.clock() - since < limits.contactBookAnswerMs;
  if (waiting) return { waiting, progress };
  await dropErrands(tx, portfolioId, asked);
  const answers = {
    done: count('done'),
    failed: count('failed'),
    unanswered: asked.length - count('done') - count('failed'),
  };
  const next: Progress = { ...progress, step: 'residue', contactBook: { asked, since, ...answers } };
  await noteProgress(tx, request, next);
  await noteStep(tx, request, { act: 'contact_book_answered', actor: service, detail: answers }, tools);
  return { waiting, progress: next };
}

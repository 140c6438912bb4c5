// What came of handing a file of ours to Meta: the messages that waited for it go out, or end with the reason.

import type { MetaError } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import { recordAnswers } from '../conversations/statuses.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type DueUpload, dropUpload, uploaded, uploadLater } from '../media/uploads.ts';
import { awaitingMedia, finish, mediaReady } from '../outbound/store.ts';
import { relayRefusals } from './relay-refusals.ts';
import { tellStatuses } from './tell-statuses.ts';
import type { Tools } from './tools.ts';

/** `refused`: Meta will not have it. `gone`: it is not here any more. `later`: another try may do. */
export type HandedOver =
  | { kind: 'uploaded'; metaId: string }
  | { kind: 'refused'; error: MetaError }
  | { kind: 'gone' }
  | { kind: 'later'; why: string };

/** Answers whether messages may go out now. */
export async function recordUpload(
  tx: Transaction,
  due: DueUpload,
  handed: HandedOver,
  { tools, chance }: { tools: Tools; chance: number },
): Promise<boolean> {
  switch (handed.kind) {
    case 'uploaded': {
      await uploaded(tx, due, handed.metaId);
      const { mediaId: id, phoneNumberId } = due;
      return (await mediaReady(tx, due.portfolioId, { id, phoneNumberId, metaId: handed.metaId })) > 0;
    }
    case 'refused':
      await endWaiting(tx, due, { code: handed.error.code, title: handed.error.title }, tools);
      return false;
    case 'gone':
      await endWaiting(tx, due, { code: null, title: gone }, tools);
      return false;
    case 'later':
      if (due.attempts >= limits.mediaUploadAttempts) {
        await endWaiting(tx, due, { code: null, title: unreachable }, tools);
        return false;
      }
      await uploadLater(tx, due, limits.mediaRetryMs * 2 ** Math.min(due.attempts - 1, 8) * (0.5 + chance / 2));
      return false;
  }
}

const gone = 'The file is no longer kept here, so it could not be sent. Upload it again and send it anew.';
const unreachable = 'The file could not be handed to WhatsApp in several tries. Nothing was sent; try again later.';

/** Every message that waited for this file fails; whoever wants the file again hands it over anew. */
async function endWaiting(
  tx: Transaction,
  due: DueUpload,
  failure: { code: number | null; title: string },
  tools: Tools,
): Promise<void> {
  const { portfolioId, mediaId: id, phoneNumberId } = due;
  await dropUpload(tx, due);
  const ids = await awaitingMedia(tx, portfolioId, { id, phoneNumberId });
  const at = tools.clock();
  const answers = ids.map((messageId) => ({ messageId, wamid: null, status: 'failed' as const, failure, at }));
  const { threads, changed: answered } = await recordAnswers(tx, portfolioId, answers);
  await relayRefusals(tx, portfolioId, ids);
  tellStatuses(tx, portfolioId, answered);
  await finish(tx, portfolioId, { ids });
  const changed = [...new Set(threads.values())];
  await record(
    tx,
    portfolioId,
    changed.map((subjectId) => ({ kind: 'conversation' as const, subjectId })),
  );
}

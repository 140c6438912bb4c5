// A message that is about to be owed shows a file of ours: may it, and has Meta the file already? For flows that send.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { lockFile, use } from '../media/files.ts';
import type { MediaType } from '../media/rules-types.ts';
import { wantUpload } from '../media/uploads.ts';

export interface Attaching {
  portfolioId: PortfolioId;
  messageId: string;
  /** The business number it goes out from: Meta keeps files by number. */
  phoneNumberId: string;
  mediaId: string;
  /** As what the message shows it. */
  type: MediaType;
  caption?: string | undefined;
}

/**
 * `attached`: `metaId` goes into the request; where it is absent the debt is owed with `awaitsMedia: mediaId`, and goes out once Meta
 * has the file. The others: nothing was written.
 */
export type AttachOutcome =
  | { kind: 'attached'; metaId?: string }
  | { kind: 'no_media' }
  | { kind: 'not_kept' }
  | { kind: 'other_type'; is: MediaType };

/** Call it in the transaction that writes the message and owes it: the file is locked from here, and no sweep takes it. */
export async function attachMedia(tx: Transaction, attaching: Attaching): Promise<AttachOutcome> {
  const { portfolioId, messageId, phoneNumberId, mediaId, type, caption = null } = attaching;
  const file = await lockFile(tx, portfolioId, mediaId);
  if (!file) return { kind: 'no_media' };
  if (file.state !== 'ready') return { kind: 'not_kept' };
  if (file.type !== type) return { kind: 'other_type', is: file.type };
  await use(tx, file, { messageId, caption });
  const metaId = await wantUpload(tx, { portfolioId, mediaId, phoneNumberId }, limits.uploadAtMetaMs);
  return metaId ? { kind: 'attached', metaId } : { kind: 'attached' };
}

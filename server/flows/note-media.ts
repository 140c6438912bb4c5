// A message came with a file: what Meta calls it is noted in the transaction that writes the message, so that it is fetched whatever
// happens next.

import type { PortfolioId } from '@throughline/identity';
import type { MessageContent } from '@throughline/whatsapp';
import type { Transaction } from '../db/connect.ts';
import { addArrived } from '../media/files.ts';
import type { Tools } from './tools.ts';

export interface WithContent {
  messageId: string;
  phoneNumberId: string;
  content: MessageContent;
}

export async function noteMedia(
  tx: Transaction,
  portfolioId: PortfolioId,
  messages: readonly WithContent[],
  tools: Tools,
): Promise<void> {
  const arrived = messages.flatMap(({ messageId, phoneNumberId, content }) => {
    if (!('mediaId' in content) || !content.mediaId) return [];
    const { type, mediaId, mimeType = null, filename = null, caption = null, voice = false, sha256 = null } = content;
    const claims = { claimedType: mimeType, declaredHash: sha256, filename, caption, voice };
    return [{ id: tools.newId(), messageId, phoneNumberId, metaId: mediaId, type, ...claims }];
  });
  await addArrived(tx, portfolioId, arrived);
}

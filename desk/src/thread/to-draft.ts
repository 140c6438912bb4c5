// A message that did not go, back to where it was written.

import type { Unsent } from '../api/outbox.ts';
import { returnFile } from './compose/attachments.ts';
import { returnToDraft } from './drafts.ts';
import { wordsOfContent } from './unsent-item.ts';

/** Words and files can be written on; what came from a form is written anew. */
export function mayReturn({ content, media }: Pick<Unsent, 'content' | 'media'>): boolean {
  return content.type === 'text' || media !== undefined;
}

export function toDraft(unsent: Unsent): void {
  const { conversationId, content, media } = unsent;
  if (!mayReturn(unsent)) return;
  if (media !== undefined) {
    returnFile(conversationId, media);
    if (media.caption !== undefined && media.caption !== '') returnToDraft(conversationId, media.caption);
  } else returnToDraft(conversationId, wordsOfContent(content));
}

// A tag is put on a thread or taken off, or a field of it is filled in.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { threadById } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { addConversationTag, removeConversationTag, setConversationValue } from '../labels/on-conversations.ts';
import type { Labeling } from './label-contact.ts';
import type { Tools } from './tools.ts';

export interface LabeledThread {
  portfolioId: PortfolioId;
  id: string;
  contactId: string;
  actor: { id: string; name: string };
}

/** False where the thread is gone by now. */
export async function labelConversation(
  tx: Transaction,
  { portfolioId, id, contactId, actor }: LabeledThread,
  labeling: Labeling,
  tools: Tools,
): Promise<boolean> {
  // Locked: joined into another meanwhile, it would leave its label behind.
  const thread = await threadById(tx, [portfolioId], id, true);
  if (!thread) return false;
  const noting = { conversationId: thread.id, at: tools.clock(), actor };
  if (labeling.kind === 'value') await setConversationValue(tx, portfolioId, labeling, noting);
  else if (labeling.on) await addConversationTag(tx, portfolioId, labeling.tagId, noting);
  else await removeConversationTag(tx, portfolioId, labeling.tagId, thread.id);
  await record(tx, portfolioId, [{ kind: 'conversation', subjectId: thread.id, contactId }]);
  return true;
}

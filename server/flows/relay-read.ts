// An integration has read a message, or is writing an answer to it: the customer sees it. It asked for that itself, so what was chosen for agents does
// not matter; nor does it make a thread read for them.

import { messagesNamed } from '../conversations/finding.ts';
import type { Transaction } from '../db/connect.ts';
import { oweErrands } from '../errands/store.ts';
import type { BusinessNumber } from '../numbers/store.ts';
import { isCanaryWamid } from '../readiness/canary/rules-person.ts';
import type { Tools } from './tools.ts';

export async function relayRead(
  tx: Transaction,
  { portfolioId, phoneNumberId }: BusinessNumber,
  { wamid, typing }: { wamid: string; typing: boolean },
  tools: Tools,
): Promise<'owed' | 'ended_here' | 'message_unknown'> {
  if (isCanaryWamid(wamid)) return 'ended_here';
  const [message] = await messagesNamed(tx, portfolioId, { wamids: [wamid], ids: [] });
  if (message?.direction !== 'in' || message.phoneNumberId !== phoneNumberId) return 'message_unknown';
  const kind = typing ? ('typing' as const) : ('mark_read' as const);
  const errand = { portfolioId, id: tools.newId(), kind, subjectId: message.conversationId, phoneNumberId };
  await oweErrands(tx, [{ ...errand, request: { wamid } }]);
  return 'owed';
}

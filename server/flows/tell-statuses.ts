// What became of messages of ours, told to other systems: that one was sent, once, and each status after that.

import type { PortfolioId } from '@throughline/identity';
import type { MessageStatus } from '../conversations/rules-status.ts';
import type { StatusChange } from '../conversations/statuses.ts';
import type { Transaction } from '../db/connect.ts';
import type { EventDraft } from '../events/shapes.ts';
import { append } from '../events/store.ts';

export function tellStatuses(tx: Transaction, portfolioId: PortfolioId, changes: readonly StatusChange[]): void {
  append(tx, portfolioId, changes.flatMap(eventsOf));
}

const unsent: ReadonlySet<MessageStatus> = new Set(['queued', 'unknown', 'failed', 'cancelled']);

function eventsOf({ id, conversationId, status, wasTaken, at }: StatusChange): EventDraft[] {
  const about = { at: Date.parse(at), conversationId, messageId: id, status };
  const isNewlySent = !wasTaken && !unsent.has(status);
  return [
    ...(isNewlySent ? [{ type: 'message.sent' as const, ...about }] : []),
    ...(status === 'accepted' || status === 'queued'
      ? []
      : [{ type: 'message.status' as const, ...about, data: { statusAt: at } }]),
  ];
}

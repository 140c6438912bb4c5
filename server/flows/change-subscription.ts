// Somebody changes a webhook, or stops it: it, what is written down of it, and what the desk shows are one commit.

import type { EventType } from '@throughline/contract';
import type { Actor } from '../access/actor.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { giveUpReceipts } from '../events/receipts.ts';
import { type SubscriptionRow, saveSubscription, subscriptionById } from '../subscriptions/store.ts';
import { noteAct } from './note-act.ts';

/** What is left out stays as it is. */
export interface SubscriptionChange {
  name?: string | undefined;
  url?: string | undefined;
  types?: EventType[] | null | undefined;
  accounts?: boolean | undefined;
  state?: 'active' | 'paused' | undefined;
}

/** The caller has its lock. */
export async function changeSubscription(
  tx: Transaction,
  before: SubscriptionRow,
  change: SubscriptionChange,
  actor: Actor,
): Promise<SubscriptionRow> {
  const { portfolioId, id } = before;
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: SubscriptionRow = { ...before, ...given };
  await saveSubscription(tx, after, before);
  await noteAct(tx, actor, {
    act: 'webhook_changed',
    portfolio: portfolioId,
    subject: { kind: 'webhook', id, name: after.name },
    detail: { what: Object.keys(given), state: after.state },
  });
  await record(tx, portfolioId, [{ kind: 'subscription', subjectId: id }]);
  return (await subscriptionById(tx, [portfolioId], id)) ?? after;
}

/** It is told nothing any more. */
export async function stopSubscription(tx: Transaction, { portfolioId, id }: SubscriptionRow, at: Date): Promise<void> {
  await giveUpReceipts(tx, portfolioId, { subscriptionId: id, at });
  await record(tx, portfolioId, [{ kind: 'subscription', subjectId: id }]);
}

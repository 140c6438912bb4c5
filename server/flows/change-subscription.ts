// Somebody changes a webhook, or stops it: it, what is written down of it, and what the desk shows are one commit.

import type { EventType } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Actor } from '../access/actor.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { giveUpReceipts } from '../events/receipts.ts';
import { append, extentOf } from '../events/store.ts';
import { addSubscription, type SubscriptionRow, saveSubscription, subscriptionById } from '../subscriptions/store.ts';
import { noteAct } from './note-act.ts';

export interface NewSubscription {
  portfolioId: PortfolioId;
  id: string;
  name: string;
  url: string;
  types: EventType[] | null;
  accounts: boolean;
  secret: string;
  at: Date;
}

/** It is told what happens from now on. */
export async function beginSubscription(tx: Transaction, one: NewSubscription, actor: Actor): Promise<void> {
  const { portfolioId, id, name, accounts } = one;
  const { last } = await extentOf(tx, portfolioId);
  await addSubscription(tx, { ...one, position: last, by: actor.id });
  await noteAct(tx, actor, {
    act: 'webhook_created',
    portfolio: portfolioId,
    subject: { kind: 'webhook', id, name },
    detail: { accounts },
  });
}

/** Something for it to take, that says of itself that nothing happened. */
export function testSubscription(tx: Transaction, { portfolioId, id }: SubscriptionRow, at: number): void {
  const data = { note: 'A test. Nothing happened.', subscriptionId: id };
  append(tx, portfolioId, [{ type: 'subscription.tested', at, data }]);
}

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

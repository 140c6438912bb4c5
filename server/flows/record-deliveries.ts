// What came of a round of deliveries to one address: each delivery's state and when its lane is tried again, how the address is, who has
// acknowledged an erasure, and, where nothing was taken for days, that it is told no more.

import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { giveUpReceipts, settleReceipt } from '../events/receipts.ts';
import type { EventRow } from '../events/shapes.ts';
import { hurry, saveTries, type Tried } from '../subscriptions/deliveries.ts';
import { failuresAfter, isGivenUp, isResting, restMs } from '../subscriptions/rules-retry.ts';
import { disable, type Health, type SubscriptionRow, saveHealth } from '../subscriptions/store.ts';
import type { Tools } from './tools.ts';

export interface Attempt extends Tried {
  /** Where it tells of an erasure. */
  erased: EventRow | undefined;
}

/** Answers how the address is now; undefined where it is told no more. */
export async function recordDeliveries(
  tx: Transaction,
  subscription: SubscriptionRow,
  attempts: readonly Attempt[],
  tools: Tools,
): Promise<Health | undefined> {
  const at = new Date(tools.clock());
  await saveTries(
    tx,
    subscription,
    attempts.map(({ erased: _, ...one }) => one),
  );
  await settleReceipts(tx, subscription, attempts, at);
  const health = healthAfter(subscription, attempts, at);
  await saveHealth(tx, subscription, health);
  if (isResting(subscription.failures) && health.failures === 0) await hurry(tx, subscription);
  const gone = attempts.some(({ failure }) => failure === 'gone');
  if (!gone && !isGivenUp(health.failingSince?.getTime() ?? null, at.getTime())) return health;
  await disable(tx, subscription, at);
  await giveUpReceipts(tx, subscription.portfolioId, { subscriptionId: subscription.id, at });
  await record(tx, subscription.portfolioId, [{ kind: 'subscription', subjectId: subscription.id }]);
  return undefined;
}

async function settleReceipts(
  tx: Transaction,
  { id, name, portfolioId }: SubscriptionRow,
  attempts: readonly Attempt[],
  at: Date,
): Promise<void> {
  for (const { erased, state } of attempts) {
    if (!erased?.contactId || (state !== 'delivered' && state !== 'dead')) continue;
    const of = { portfolioId, erasureId: String(erased.data.erasureId), contactId: erased.contactId };
    const settled = state === 'delivered' ? ('acknowledged' as const) : ('failed' as const);
    await settleReceipt(tx, of, { consumer: { kind: 'subscription', id, name }, state: settled, at });
  }
}

/** One that takes anything is well; one that takes nothing in a whole round, whoever it is about, is not. */
function healthAfter(before: Health, attempts: readonly Attempt[], at: Date): Health {
  const called = attempts.filter((one) => one.called);
  if (called.length === 0) return before;
  const lastFailure = called.findLast(({ failure }) => failure !== null)?.failure ?? before.lastFailure;
  if (called.some(({ state }) => state === 'delivered'))
    return { failures: 0, failingSince: null, restUntil: null, lastFailure, lastSuccessAt: at };
  const failures = failuresAfter(before.failures, called.length);
  const rest = restMs(failures);
  return {
    failures,
    failingSince: before.failingSince ?? at,
    restUntil: rest > 0 ? new Date(at.getTime() + rest) : null,
    lastFailure,
    lastSuccessAt: before.lastSuccessAt,
  };
}

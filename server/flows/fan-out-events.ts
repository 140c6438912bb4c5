// What happened since is put on the list of an address. In one transaction with how far the list has come: nothing twice, nothing left out.

import type { Transaction } from '../db/connect.ts';
import { eventIdOf } from '../events/rules-envelope.ts';
import { type EventHead, headsAfter } from '../events/store.ts';
import { limits } from '../limits.ts';
import { type NewDelivery, owe } from '../subscriptions/deliveries.ts';
import { isWanted, laneOf } from '../subscriptions/rules-lanes.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';

/** The caller holds the subscription. Answers how many events were looked at. */
export async function fanOutEvents(tx: Transaction, subscription: SubscriptionRow): Promise<number> {
  const { portfolioId, position } = subscription;
  const heads = await headsAfter(tx, portfolioId, { after: position, limit: limits.eventsAtOnce });
  const last = heads.at(-1);
  if (!last) return 0;
  const deliveries = heads.filter((head) => isWanted(head, subscription)).map(deliveryOf);
  await owe(tx, subscription, { deliveries, position: last.position });
  return heads.length;
}

export function deliveryOf(head: EventHead): NewDelivery {
  const { position, type } = head;
  return { position, type, eventId: eventIdOf(head), lane: laneOf(head) };
}

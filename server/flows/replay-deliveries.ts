// What was told is told again, to one address: deliveries by their ids, events by theirs, or all of a time. Each goes to the end of its lane, as
// something told again; what waits anyway is not put there twice.

import type { Transaction } from '../db/connect.ts';
import { parseEventId } from '../events/rules-envelope.ts';
import { headsOf } from '../events/store.ts';
import { limits } from '../limits.ts';
import { deadBetween, deliveriesNamed, type NewDelivery, owe } from '../subscriptions/deliveries.ts';
import { isWanted } from '../subscriptions/rules-lanes.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';
import { deliveryOf } from './fan-out-events.ts';

export type WhatToReplay =
  | { kind: 'deliveries'; ids: readonly string[] }
  | { kind: 'events'; ids: readonly string[] }
  | { kind: 'time'; from: Date; until: Date; dead: boolean };

export async function replayDeliveries(
  tx: Transaction,
  subscription: SubscriptionRow,
  what: WhatToReplay,
): Promise<{ count: number; more: boolean }> {
  const found = await whatIsMeant(tx, subscription, what);
  const deliveries = found.slice(0, limits.replayedAtOnce);
  await owe(tx, subscription, { deliveries, position: null, replayed: true });
  return { count: deliveries.length, more: found.length > limits.replayedAtOnce };
}

async function whatIsMeant(tx: Transaction, subscription: SubscriptionRow, what: WhatToReplay): Promise<NewDelivery[]> {
  const limit = limits.replayedAtOnce + 1;
  const { portfolioId } = subscription;
  switch (what.kind) {
    case 'deliveries': {
      const named = await deliveriesNamed(tx, subscription, what.ids);
      return named.filter(({ state }) => state !== 'waiting' && state !== 'dropped').map(({ state: _, ...one }) => one);
    }
    case 'events': {
      const ids = new Map(
        what.ids.flatMap((id) => {
          const parsed = parseEventId(id);
          return parsed ? [[parsed.position, parsed.nonce] as const] : [];
        }),
      );
      const heads = await headsOf(tx, portfolioId, { positions: [...ids.keys()] });
      return heads
        .filter((head) => ids.get(head.position) === head.nonce && isWanted(head, subscription))
        .map(deliveryOf);
    }
    case 'time': {
      const { from, until } = what;
      if (what.dead) return await deadBetween(tx, subscription, { from, until, limit });
      const heads = await headsOf(tx, portfolioId, { from, until, limit });
      // What it has not come to yet it will be told in any case.
      return heads
        .filter((head) => head.position <= subscription.position && isWanted(head, subscription))
        .map(deliveryOf);
    }
  }
}

// Time's door to other systems: takes addresses that are nobody's and delivers to each on its own, for as long as its lease is renewed.

import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import type { Network } from '../subscriptions/rules-networks.ts';
import { takeSubscriptions } from '../subscriptions/store.ts';
import { type Caller, openCaller } from './call-out.ts';
import { type Carrying, carry } from './carry-events.ts';

export interface DeliveringEvents {
  db: Database;
  tools: Tools;
  log: Logger;
  /** Private networks that may be reached all the same. */
  networks: readonly Network[];
  /** For tests that cannot wait: shorter times than those of the limits. */
  times?: { timeoutMs?: number; firstWaitMs?: number; leaseMs?: number };
}

export interface Courier {
  /** Takes what is nobody's. Answers how many addresses that were: it does not wait for them. */
  look(): Promise<number>;
  /** Something happened, or was changed. */
  wake(): void;
  ask: Caller['ask'];
  /** Begins nothing more, waits for what is under way a moment, and leaves the addresses to others. */
  close(): Promise<void>;
}

export function createCourier(delivering: DeliveringEvents): Courier {
  const { db, log, networks, times = {} } = delivering;
  const holder = randomUUID();
  const leaseMs = times.leaseMs ?? limits.deliveryLeaseMs;
  const caller = openCaller({
    allowed: networks,
    ...(times.timeoutMs !== undefined && { timeoutMs: times.timeoutMs }),
  });
  const carried = new Map<string, Carrying>();
  let closing = false;
  return {
    look: async () => {
      if (closing) return 0;
      const taking = { holder, leaseMs, held: [...carried.keys()] };
      const began = performance.now();
      const taken = await inTransaction(db, (tx) => takeSubscriptions(tx, taking));
      for (const subscription of taken) {
        const { id } = subscription;
        const one = carry({ ...delivering, caller, holder, leaseMs }, subscription, began);
        carried.set(id, one);
        one.finished
          .catch((error: unknown) =>
            log.error({
              event: 'subscription_failed',
              subscription: id,
              error: error instanceof Error ? error.name : 'unknown',
            }),
          )
          .finally(() => carried.delete(id));
      }
      return taken.length;
    },
    wake: () => {
      for (const one of carried.values()) one.wake();
    },
    ask: caller.ask,
    close: async () => {
      closing = true;
      await Promise.allSettled([...carried.values()].map((one) => one.stop()));
      await caller.close();
    },
  };
}

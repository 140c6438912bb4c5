// Deliveries to one address, held by this process alone, of events and of webhooks in Meta's format alike (freight.ts): what happened is put on its list, lanes that are due are gone along one delivery after
// the other, several lanes side by side, and what came of it is written down together.
//
// A process that cannot renew its lease in time ends its calls before the lease does, so that nothing of it arrives after what whoever holds the
// address next has delivered. A delivery of which nobody wrote down that it was taken is made again: at least once, in order.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { freightOf, type Parcel } from '../flows/freight.ts';
import { type Attempt, recordDeliveries } from '../flows/record-deliveries.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { type DueDelivery, dueDeliveries } from '../subscriptions/deliveries.ts';
import { redeliveryDelayMs, slotsFor } from '../subscriptions/rules-retry.ts';
import { openSecret } from '../subscriptions/secrets.ts';
import { releaseSubscription, renewSubscription, type SubscriptionRow } from '../subscriptions/store.ts';
import { newBell } from './bell.ts';
import type { CallAnswer, Caller } from './call-out.ts';

export interface CarryingParts {
  db: Database;
  tools: Tools;
  log: Logger;
  caller: Caller;
  holder: string;
  leaseMs: number;
  times?: { firstWaitMs?: number };
}

export interface Carrying {
  wake(): void;
  stop(): Promise<void>;
  /** Resolves when it is held no more. */
  finished: Promise<void>;
}

/** So long before its lease ends a process stops: a call that is ended takes a moment to be over. */
const marginMs = 500;
const lookAgainMs = 500;
/** Outcomes are gathered for this long. */
const gatherMs = 20;
const common = { 'content-type': 'application/json', 'user-agent': 'Throughline' };

/** `began`: by performance.now(), when the lease was asked for. */
export function carry(parts: CarryingParts, taken: SubscriptionRow, began: number): Carrying {
  const { db, tools, holder, leaseMs } = parts;
  const renewMs = (leaseMs / limits.deliveryLeaseMs) * limits.deliveryRenewMs;
  const freight = freightOf(taken);
  const bell = newBell();
  const lost = new AbortController();
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  let attempts: Attempt[] = [];
  let subscription = taken;
  let stopping = false;
  /** Whether the log is to be looked at. */
  let news = true;
  let renewed = began;
  let guard = guardFrom(began);

  function guardFrom(at: number): NodeJS.Timeout {
    return setTimeout(() => lost.abort(), Math.max(0, at + leaseMs - marginMs - performance.now()));
  }

  /** Everything this process writes about the address is written under its renewed lease, or not at all. */
  async function turn(): Promise<number> {
    const asked = performance.now();
    const recorded = attempts;
    attempts = [];
    const done = await inTransaction(db, async (tx) => {
      const held = await renewSubscription(tx, subscription, { holder, leaseMs });
      if (!held) return undefined;
      const health = recorded.length > 0 ? await recordDeliveries(tx, held, recorded, tools) : held;
      if (!health) return undefined;
      const seen = stopping ? 0 : await freight.fanOut(tx, held, tools);
      return { held: { ...held, ...health }, seen };
    });
    if (!done) {
      lost.abort();
      return 0;
    }
    subscription = done.held;
    renewed = asked;
    clearTimeout(guard);
    guard = guardFrom(asked);
    return done.seen;
  }

  async function dispatch(): Promise<void> {
    const resting = subscription.restUntil !== null && subscription.restUntil.getTime() > tools.clock();
    const free = slotsFor(subscription.failures) - busy.size;
    if (stopping || resting || free <= 0) return;
    const due = await dueDeliveries(db, subscription, {
      lanes: free,
      ofLane: limits.deliveriesOfLane,
      busy: [...busy],
    });
    if (due.length === 0) return;
    const parcels = await freight.load(db, subscription, due, tools);
    for (const [lane, own] of Map.groupBy(due, (one) => one.lane)) {
      busy.add(lane);
      const run = along(own, parcels).finally(() => {
        running.delete(run);
        done.push(lane);
        bell.ring();
      });
      running.add(run);
    }
  }

  /** Lanes that were gone along, busy until what came of it is written: until then the list says that they are due. */
  const done: string[] = [];

  /** One after the other; the first that is not taken holds up those behind it. */
  async function along(lane: readonly DueDelivery[], parcels: ReadonlyMap<number, Parcel>): Promise<void> {
    for (const delivery of lane) {
      if (stopping || lost.signal.aborted) return;
      const parcel = parcels.get(delivery.id);
      const attempt = parcel ? await deliver(delivery, parcel) : forgotten(delivery);
      if (!attempt) return;
      attempts.push(attempt);
      if (attempt.state === 'waiting') return;
    }
  }

  async function deliver(delivery: DueDelivery, parcel: Parcel): Promise<Attempt | undefined> {
    const at = new Date(tools.clock());
    const { failure, status, tookMs, retryAfterMs } = await callWith(parcel, at);
    if (failure !== null && lost.signal.aborted) return undefined;
    const againMs = failure === null ? null : delayOf(delivery, { at, retryAfterMs });
    const state = failure === null ? 'delivered' : againMs === null ? 'dead' : 'waiting';
    const { id, lane } = delivery;
    const { erased, rewrites } = parcel;
    const told = {
      id,
      lane,
      state,
      called: true,
      at: at.toISOString(),
      failure,
      status,
      tookMs,
      againMs,
      erased,
    } as const;
    return rewrites ? { ...told, rewrites } : told;
  }

  /** Signed anew at every try. Where the format has room for one signature and it is refused, once more with the secret of before. */
  async function callWith(parcel: Parcel, at: Date): Promise<CallAnswer> {
    const { url, secret, previousSecret, previousUntil } = subscription;
    const overlaps = previousSecret !== null && previousUntil !== null && previousUntil > at;
    const secrets = [secret, ...(overlaps ? [previousSecret] : [])].map((kept) => openSecret(db, subscription, kept));
    let answer: CallAnswer | undefined;
    for (const headers of freight.headers(parcel, { at, secrets })) {
      const out = { url, headers: { ...common, ...headers }, body: parcel.body, signal: lost.signal };
      answer = await parts.caller.call(out);
      if (answer.status !== 401 && answer.status !== 403) break;
    }
    if (!answer) throw new Error('A delivery was signed with nothing.');
    return answer;
  }

  function delayOf(
    { id, attempts: before, firstTriedAt }: DueDelivery,
    { at, retryAfterMs }: { at: Date; retryAfterMs: number | null },
  ): number | null {
    const now = at.getTime();
    const spread = Buffer.from(tools.keyed(`delivery ${id} ${before}`), 'base64url').readUInt16BE(0) / 0x10000;
    const wait = redeliveryDelayMs({
      attempts: before + 1,
      firstTriedAt: firstTriedAt?.getTime() ?? now,
      now,
      retryAfterMs,
      spread,
    });
    return wait === null
      ? null
      : Math.round((wait * (parts.times?.firstWaitMs ?? limits.deliveryFirstWaitMs)) / limits.deliveryFirstWaitMs);
  }

  function forgotten({ id, lane }: DueDelivery): Attempt {
    const at = new Date(tools.clock()).toISOString();
    return {
      id,
      lane,
      state: 'dropped',
      called: false,
      at,
      failure: null,
      status: null,
      tookMs: null,
      againMs: null,
      erased: undefined,
    };
  }

  const finished = (async () => {
    try {
      while (!lost.signal.aborted && !(stopping && busy.size === 0)) {
        const over = done.splice(0);
        const isDue: boolean = news || attempts.length > 0 || performance.now() - renewed > renewMs;
        news = false;
        const seen: number = isDue ? await turn() : 0;
        for (const lane of over) busy.delete(lane);
        if (lost.signal.aborted) break;
        await dispatch();
        news ||= seen > 0;
        if (news && !stopping) continue;
        await bell.wait(lookAgainMs);
        await sleep(gatherMs);
      }
      if (stopping && !lost.signal.aborted && attempts.length > 0) await turn();
    } finally {
      clearTimeout(guard);
      lost.abort();
      await Promise.all(running);
      // Paused and resumed, it need not wait for the lease to end; where it is another's by now nothing is changed.
      await inTransaction(db, (tx) => releaseSubscription(tx, subscription, holder)).catch(() => {});
    }
  })();

  return {
    wake: () => {
      news = true;
      bell.ring();
    },
    stop: async () => {
      stopping = true;
      bell.ring();
      const cut = setTimeout(() => lost.abort(), limits.closeGraceMs);
      await finished.catch(() => {});
      clearTimeout(cut);
    },
    finished,
  };
}

// Concurrent webhooks share one insert and one commit: while one commit is on its way to disk, the next group gathers.
//
// Why: a commit waits for the disk, so one commit a webhook caps the door at the disk's sync rate. Measured here beside the
// bare limit by `npm run bench`. Where requests find others under way, groups are given a moment to fill: of two webhooks each, the
// statements cost more than the webhooks. Whoever sends one after the other never waits for that.

import { setTimeout as sleep } from 'node:timers/promises';
import type { PortfolioId } from '@throughline/identity';
import type { Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type Arrival, put } from './store.ts';

/** Between the beginnings of two commits, in a crowd; and so many requests are enough for one at once. */
const gatherMs = 10;
const gatherRequests = 16;
/** It is one where a request finds itself among more than this, itself included, on average of the last dozen: alone it is 1. */
const crowdFrom = 1.4;
const weightOfLast = 1 / 12;

export interface GroupCommit {
  /** Resolves once everything given is on disk. Rejects when it could not be kept; then nothing of it was. */
  keep(arrivals: readonly Arrival[]): Promise<void>;
}

/** Thrown at once when too much is waiting already: better a 503 that Meta retries than memory without end. */
export class InboxFullError extends Error {}

interface Pending {
  arrivals: readonly Arrival[];
  bytes: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** `onKept` runs after each commit, to wake whoever drains: it is told whose lanes have something new. */
export function groupCommit(db: Database, onKept: (portfolios: ReadonlySet<PortfolioId>) => void): GroupCommit {
  let pending: Pending[] = [];
  let pendingBytes = 0;
  let busy = false;
  let underWay = 0;
  let crowd = 1;
  let begunAt = Number.NEGATIVE_INFINITY;

  async function commitGroups(): Promise<void> {
    busy = true;
    while (pending.length > 0) {
      const restMs = begunAt + gatherMs - performance.now();
      if (crowd > crowdFrom && pending.length < gatherRequests && restMs > 0) await sleep(restMs);
      begunAt = performance.now();
      const group = takeGroup();
      try {
        const portfolios = await put(
          db,
          group.flatMap((one) => one.arrivals),
        );
        for (const one of group) one.resolve();
        onKept(portfolios);
      } catch (error) {
        for (const one of group) one.reject(error);
      } finally {
        underWay -= group.length;
      }
    }
    busy = false;
  }

  function takeGroup(): Pending[] {
    let bytes = 0;
    let size = 0;
    for (const one of pending) {
      bytes += one.bytes;
      if (size > 0 && (bytes > limits.groupCommitBytes || size === limits.groupCommitRequests)) break;
      size += 1;
    }
    const group = pending.slice(0, size);
    pending = pending.slice(size);
    pendingBytes -= group.reduce((sum, one) => sum + one.bytes, 0);
    return group;
  }

  return {
    keep: (arrivals) =>
      new Promise<void>((resolve, reject) => {
        const bytes = arrivals.reduce((sum, one) => sum + one.body.length, 0);
        if (pendingBytes + bytes > limits.inboxBufferBytes) {
          reject(new InboxFullError('Too many webhooks are waiting to be written.'));
          return;
        }
        pending.push({ arrivals, bytes, resolve, reject });
        pendingBytes += bytes;
        underWay += 1;
        crowd += (underWay - crowd) * weightOfLast;
        if (!busy) void commitGroups();
      }),
  };
}

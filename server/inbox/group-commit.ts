// Concurrent webhooks share one insert and one commit: while one commit is on its way to disk, the next group gathers.
//
// Why: a commit waits for the disk, so one commit a webhook caps the door at the disk's sync rate. Measured here beside the
// bare limit by `npm run bench`.

import type { Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type Arrival, put } from './store.ts';

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

/** `onKept` runs after each commit, to wake whoever drains. */
export function groupCommit(db: Database, onKept: () => void): GroupCommit {
  let pending: Pending[] = [];
  let pendingBytes = 0;
  let busy = false;

  async function commitGroups(): Promise<void> {
    busy = true;
    while (pending.length > 0) {
      const group = takeGroup();
      try {
        await put(
          db,
          group.flatMap((one) => one.arrivals),
        );
        for (const one of group) one.resolve();
        onKept();
      } catch (error) {
        for (const one of group) one.reject(error);
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
        if (!busy) void commitGroups();
      }),
  };
}

// Time's door to the sending half: takes business numbers that have something due and are nobody's, and sends for each on its own.

import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Database, inTransaction } from '../db/connect.ts';
import { type Figures, noFigures } from '../figures.ts';
import { recordSendOutcomes } from '../flows/record-send-outcome.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { laneName, releaseLanes, takeLanes } from '../outbound/lanes.ts';
import { lost } from '../outbound/store.ts';
import { type LaneMemory, type LaneParts, noMemory, type RunningLane, runLane } from './deliver-lane.ts';
import type { GraphAccess } from './graph.ts';
import { outcomeRecorder } from './record-outcomes.ts';

export interface Delivering {
  db: Database;
  graph: GraphAccess;
  tools: Tools;
  log: Logger;
  figures?: Figures;
}

export interface Sender {
  /** Takes what may be taken and starts on it. Answers how many numbers that were: it does not wait for them. */
  look(): Promise<number>;
  /** Something was queued. */
  wake(): void;
  /** Resolves once no number is being sent for. Answers how many messages were called for since the last time. */
  idle(): Promise<number>;
  /** Claims nothing more, waits for what is under way, and leaves the numbers to others. */
  close(): Promise<void>;
}

export function createSender(delivering: Delivering): Sender {
  const figures = delivering.figures ?? noFigures();
  const { db } = delivering;
  const holder = randomUUID();
  const running = new Map<string, RunningLane>();
  const memories = new Map<string, LaneMemory>();
  let stopping = false;
  let called = 0;
  const recorder = outcomeRecorder({ ...delivering, figures });
  const parts: LaneParts = { ...delivering, figures, recorder, holder, isStopping: () => stopping };

  function remember(name: string): LaneMemory {
    const memory = memories.get(name) ?? noMemory();
    memories.set(name, memory);
    return memory;
  }

  async function look(): Promise<number> {
    const room = limits.lanesSending - running.size;
    if (stopping || room <= 0) return 0;
    const taking = { holder, running: [...running.keys()], leaseMs: limits.sendLeaseMs, limit: room };
    const taken = await inTransaction(db, (tx) => takeLanes(tx, taking));
    for (const lane of taken) {
      const name = laneName(lane);
      const run = runLane(parts, lane, remember(name));
      running.set(name, run);
      run.finished
        .then(
          (count) => {
            called += count;
          },
          (error: unknown) =>
            delivering.log.error({ event: 'lane_failed', error: error instanceof Error ? error.name : 'unknown' }),
        )
        .finally(() => running.delete(name));
    }
    return taken.length;
  }

  async function idle(): Promise<number> {
    while (running.size > 0) {
      await Promise.allSettled([...running.values()].map((run) => run.finished));
      // `finished` is told to others before the number is taken off the list.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const count = called;
    called = 0;
    return count;
  }

  return {
    look,
    idle,
    wake: () => {
      for (const run of running.values()) run.wake();
    },
    close: async () => {
      stopping = true;
      for (const run of running.values()) run.wake();
      await idle();
      await inTransaction(db, (tx) => releaseLanes(tx, holder));
    },
  };
}

/** Sends until nothing is due, and leaves the numbers to others. Answers how many messages were called for. */
export async function deliverMessages(delivering: Delivering): Promise<number> {
  const sender = createSender(delivering);
  let total = 0;
  try {
    while ((await sender.look()) > 0) {
      const called = await sender.idle();
      if (called === 0) break;
      total += called;
    }
    return total;
  } finally {
    await sender.close();
  }
}

/** Sends whose process died between calling and recording: whether they went out is not known, so they are never sent again. */
export async function settleLost({ db, tools, log }: Delivering): Promise<number> {
  return await inTransaction(db, async (tx) => {
    const left = await lost(tx, {
      afterMs: limits.sendLostAfterMs,
      leaseMs: limits.sendLeaseMs,
      limit: limits.outcomesAtOnce,
    });
    for (const portfolioId of new Set(left.map((due) => due.portfolioId))) {
      const sent = left
        .filter((due) => due.portfolioId === portfolioId)
        .map((due) => ({ due, outcome: { kind: 'unknown', why: 'the process sending it ended' } as const }));
      await recordSendOutcomes(tx, portfolioId, sent, tools);
    }
    for (const due of left) log.warn({ event: 'send_lost', message: due.messageId });
    return left.length;
  });
}

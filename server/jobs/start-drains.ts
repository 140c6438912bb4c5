// The loops that empty the inbox, and who of them is roused when something comes in: one that rests, not all, and it rouses the next once
// it has found a lane; none where what came is of a lane that one of them is at work on, which looks again by itself. In a flood of one
// portfolio's webhooks the others would otherwise look hundreds of times a second for lanes that are not there (measured: a twentieth of
// what the database did).

import { setTimeout as sleep } from 'node:timers/promises';
import type { PortfolioId } from '@throughline/identity';
import { limits } from '../limits.ts';
import { type Draining, drainLane } from './drain-inbox.ts';
import type { Loop } from './loop.ts';

type Start = (name: string, restMs: number, run: () => Promise<number>) => Loop;

/** Looked for in vain while another is at work: the lane may be another process's, which looks again by itself. */
const pauseMs = 50;
const restMs = 200;
/**
 * A batch of few costs nearly what one of many does, and in a flood one followed the other without end: they begin this far apart, as long as
 * another loop is free for other lanes. The first message after a rest never waits.
 */
const batchEveryMs = 75;
const smallBatch = 100;

/** Answers what is to be called when something has come in; with whose it is, where that is known. */
export function startDrains(draining: Draining, start: Start): (cameFor?: ReadonlySet<PortfolioId>) => void {
  const loops: Loop[] = [];
  const inWork = new Set<PortfolioId>();
  let foundNothingAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rouse = () => {
    const resting = loops.find((loop) => loop.isResting());
    if (resting) resting.wake();
    else for (const loop of loops) loop.wake();
  };
  const run = async (): Promise<number> => {
    const ours: PortfolioId[] = [];
    const begunAt = performance.now();
    try {
      const done = await drainLane({
        ...draining,
        taken: (id) => {
          ours.push(id);
          inWork.add(id);
          rouse();
        },
      });
      const breathMs = begunAt + batchEveryMs - performance.now();
      if (done > 0 && done < smallBatch && breathMs > 0 && loops.some((loop) => loop.isResting()))
        await sleep(breathMs);
      return done;
    } finally {
      for (const id of ours) inWork.delete(id);
      if (ours.length === 0) foundNothingAt = performance.now();
    }
  };
  for (let i = 0; i < limits.lanesAtOnce; i++) loops.push(start(`drain-inbox-${i}`, restMs, run));

  return (cameFor) => {
    if (timer || (cameFor && [...cameFor].every((id) => inWork.has(id)))) return;
    const waitMs = inWork.size > 0 ? foundNothingAt + pauseMs - performance.now() : 0;
    if (waitMs <= 0) return rouse();
    timer = setTimeout(() => {
      timer = undefined;
      rouse();
    }, waitMs);
  };
}

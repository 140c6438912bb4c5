// The loops that empty the inbox, and who of them is roused when something comes in: one that rests, not all, and it rouses the next once
// it has found a lane. In a flood of one portfolio's webhooks the others would otherwise look hundreds of times a second for lanes that are
// not there (measured: a twentieth of what the database did).

import { limits } from '../limits.ts';
import { type Draining, drainLane } from './drain-inbox.ts';
import type { Loop } from './loop.ts';

type Start = (name: string, restMs: number, run: () => Promise<number>) => Loop;

/** Looked for in vain while another is at work: what came since is most likely that one's, which looks again by itself. */
const pauseMs = 50;
const restMs = 200;

/** Answers what is to be called when something has come in. */
export function startDrains(draining: Draining, start: Start): () => void {
  const loops: Loop[] = [];
  let working = 0;
  let foundNothingAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rouse = () => {
    const resting = loops.find((loop) => loop.isResting());
    if (resting) resting.wake();
    else for (const loop of loops) loop.wake();
  };
  const run = async (): Promise<number> => {
    let found = false;
    try {
      return await drainLane({
        ...draining,
        taken: () => {
          found = true;
          working += 1;
          rouse();
        },
      });
    } finally {
      if (found) working -= 1;
      else foundNothingAt = performance.now();
    }
  };
  for (let i = 0; i < limits.lanesAtOnce; i++) loops.push(start(`drain-inbox-${i}`, restMs, run));

  return () => {
    if (timer) return;
    const waitMs = working > 0 ? foundNothingAt + pauseMs - performance.now() : 0;
    if (waitMs <= 0) return rouse();
    timer = setTimeout(() => {
      timer = undefined;
      rouse();
    }, waitMs);
  };
}

/**
 * Gathers what comes for a moment, and works it off in one go. The next batch waits until this one is done, and `rests` times as long
 * as it took: however fast changes come, asking takes half of the time at most, or a third, which leaves the server and the screen
 * theirs, and no question is broken off for its own repetition. One answer that was slow keeps nobody waiting for longer than `mostMs`.
 */
export function gathering<T>(
  pauseMs: number,
  work: (batch: T[]) => Promise<void>,
  rests = 1,
  mostMs = Number.POSITIVE_INFINITY,
): (one: T) => void {
  let waiting: T[] = [];
  let busy = false;
  let tookMs = 0;
  let endedAt = Number.NEGATIVE_INFINITY;
  const begin = () => {
    busy = true;
    const restMs = endedAt + Math.min(rests * tookMs, mostMs) - performance.now();
    setTimeout(run, Math.max(pauseMs, restMs));
  };
  const run = async () => {
    const batch = waiting;
    waiting = [];
    const began = performance.now();
    try {
      await work(batch);
    } finally {
      endedAt = performance.now();
      tookMs = endedAt - began;
      busy = false;
      if (waiting.length > 0) begin();
    }
  };
  return (one) => {
    waiting.push(one);
    if (!busy) begin();
  };
}

/**
 * Gathers what comes for a moment, and works it off in one go. The next batch waits until this one is done, so however fast
 * changes come, the server is asked no faster than it answers, and no question is broken off for its own repetition.
 */
export function gathering<T>(pauseMs: number, work: (batch: T[]) => Promise<void>): (one: T) => void {
  let waiting: T[] = [];
  let busy = false;
  const begin = () => {
    busy = true;
    setTimeout(async () => {
      const batch = waiting;
      waiting = [];
      try {
        await work(batch);
      } finally {
        busy = false;
        if (waiting.length > 0) begin();
      }
    }, pauseMs);
  };
  return (one) => {
    waiting.push(one);
    if (!busy) begin();
  };
}

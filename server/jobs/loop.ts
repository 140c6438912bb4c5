// A job that runs while there is something to do, and looks again when woken or after a pause.

import type { Logger } from 'pino';

export interface Loop {
  wake(): void;
  /** Waits to be woken. */
  isResting(): boolean;
  /** Resolves when the run in progress is over. */
  stop(): Promise<void>;
}

const failurePauseMs = 1_000;

/** `run` answers how much it did; after 0 the loop rests for `restMs` or until woken. A failure is logged and tried again. */
export function startLoop({
  name,
  run,
  restMs,
  log,
}: {
  name: string;
  run: () => Promise<number>;
  restMs: number;
  log: Logger;
}): Loop {
  let stopped = false;
  let woken = false;
  let resting = false;
  let rouse: (() => void) | undefined;

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function turn(): Promise<number> {
    try {
      return (await run()) > 0 ? 0 : restMs;
    } catch (error) {
      if (!stopped)
        log.error({
          event: 'job_failed',
          job: name,
          error: error instanceof Error ? error.name : 'unknown',
          stack: error instanceof Error ? error.stack : undefined,
        });
      return failurePauseMs;
    }
  }

  const finished = (async () => {
    while (!stopped) {
      woken = false;
      const ms = await turn();
      resting = true;
      if (ms > 0 && !woken && !stopped) await rest(ms);
      resting = false;
    }
  })();

  return {
    wake: () => {
      woken = true;
      rouse?.();
    },
    isResting: () => resting && !woken,
    stop: async () => {
      stopped = true;
      rouse?.();
      await finished;
    },
  };
}

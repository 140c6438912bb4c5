// For a loop that waits for the first of several things: something was rung, or the time is over.

export interface Bell {
  ring(): void;
  /** Resolves at the next ring, at once where it rang since the last waiting, or after `ms`. */
  wait(ms: number): Promise<void>;
}

export function newBell(): Bell {
  let rung = false;
  let rouse: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      rouse?.();
    },
    wait: async (ms) => {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          rouse = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      rouse = undefined;
      rung = false;
    },
  };
}

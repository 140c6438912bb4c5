// Waiting for what the service does by itself: bounded in time, and saying what did not come.

import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 15;

/** Looks again until `look` answers something other than undefined or false. @throws after `withinMs`, naming `what`. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 20_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error(`Waited ${withinMs} ms in vain: ${what}.`);
    await sleep(lookEveryMs);
  }
}

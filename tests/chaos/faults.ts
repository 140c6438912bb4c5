// What goes wrong in a chaos run, and how often. Seeded: the same seed plans the same accidents.

import type { Town } from '../support/town.ts';

type Fault = Parameters<Town['inject']>[0];

/** Chances of one send. Timeouts come before and after acceptance; a proxy answers HTML; Meta says too fast, and has trouble. */
export function faultsOf(seed: number, { slow }: { slow: boolean }): Fault[] {
  const rates: Fault[] = [
    { how: 'lost-request', chance: 0.015 },
    { how: 'lost-answer', chance: 0.015 },
    { how: 'html', http: 502, chance: 0.01 },
    { how: 'html', http: 503, done: true, chance: 0.01 },
    { how: 'answer', code: 130429, chance: 0.01 },
    { how: 'answer', code: 131056, chance: 0.01 },
    { how: 'answer', code: 131000, chance: 0.02 },
    { how: 'answer', code: 131026, chance: 0.01 },
    { how: 'status', code: 131049, chance: 0.01 },
    { how: 'slow', delayMs: 300, chance: 0.02 },
    // Longer than the sender waits: done at Meta, and the answer comes to nobody.
    ...(slow ? [{ how: 'slow', delayMs: 22_000, chance: 0.0005 } as const] : []),
  ];
  return rates.map((fault, n) => ({ ...fault, seed: `${seed}/${n}` }));
}

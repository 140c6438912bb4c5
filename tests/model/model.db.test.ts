// The service on a real database against a resolver that keeps everything in maps: random commands to both, and after each one they
// must agree. `npm test` runs it for some seconds from a fixed seed; `npm run model` for as long as wanted, from another one each time.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { expectWholeAgreement } from './agreement.ts';
import { commands } from './commands.ts';
import { Model } from './model.ts';
import { keyed, System } from './system.ts';

let fresh: FreshDatabase;
let system: System;

beforeAll(async () => {
  fresh = await freshDatabase();
  system = new System(fresh.url);
});

afterAll(async () => {
  await system.db.close();
  await fresh.drop();
});

/** Where none is given, what `npm test` does. `path` and `replayPath` are what a failure prints: they play it again, and nothing else. */
const asked = {
  seed: Number(process.env.THROUGHLINE_MODEL_SEED ?? 20_261_122),
  runs: Number(process.env.THROUGHLINE_MODEL_RUNS ?? 10_000),
  ms: Number(process.env.THROUGHLINE_MODEL_MS ?? 15_000),
  path: process.env.THROUGHLINE_MODEL_PATH,
  replayPath: process.env.THROUGHLINE_MODEL_REPLAY_PATH,
};
/** Of one seed; and how long these and making a failure among them small may take: the smallest found by then is shown. */
const runsAtOnce = 5;
const batchMs = 180_000;

const history = fc.commands([...commands], {
  maxCommands: 20,
  size: 'max',
  ...(asked.replayPath && { replayPath: asked.replayPath }),
});

describe('whatever is delivered, said, packed, decided again and cut off', () => {
  it(
    'leaves stored what the evidence comes to',
    async () => {
      const count = { runs: 0, commands: 0 };
      const property = fc.asyncProperty(history, async (all) => {
        const model = new Model(keyed);
        await system.open();
        await fc.asyncModelRun(() => ({ model, real: system }), all);
        await expectWholeAgreement(model, system);
        count.commands += model.commands;
        count.runs += 1;
      });
      const end = performance.now() + asked.ms;
      for (let seed = asked.seed; performance.now() < end && count.runs < asked.runs; seed++) {
        const numRuns = Math.min(runsAtOnce, asked.runs - count.runs);
        const details = await fc.check(property, {
          seed,
          numRuns,
          includeErrorInReport: true,
          plugins: [fc.interruptAfterTimeLimit(batchMs)],
          ...(asked.path && { path: asked.path, endOnFailure: true }),
        });
        if (details.failed) throw new Error(await fc.asyncDefaultReportMessage(details));
        if (asked.path) break;
        if ((seed - asked.seed) % 20 === 19) console.log(`${count.runs} runs, ${count.commands} commands`);
      }
      console.log(`${count.runs} runs, ${count.commands} commands, from seed ${asked.seed}`);
      expect(count.runs).toBeGreaterThan(0);
    },
    asked.ms + 2 * batchMs,
  );
});

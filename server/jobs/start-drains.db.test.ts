import type { PortfolioId } from '@throughline/identity';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { lockLog } from '../events/store.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, policy, silent } from '../testing/world.ts';
import type { Loop } from './loop.ts';
import { startDrains } from './start-drains.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

it('nobody looks for what came into a lane that is worked on; for any other somebody does', async () => {
  const world = await openWorld(db);
  await world.arrive(message({ bsuid: 'US.1' }, { at: 1, id: 'w1' }, text('hello')));
  const runs: (() => Promise<number>)[] = [];
  const wake = vi.fn();
  const start = (_name: string, _restMs: number, run: () => Promise<number>): Loop => {
    runs.push(run);
    return { wake, isResting: () => true, stop: async () => {} };
  };
  const cameIn = startDrains({ db, policy, tools: world.tools, log: silent }, start);
  const ours = new Set([world.portfolioId]);
  const others = new Set([...ours, 'another' as PortfolioId]);

  let work: Promise<number> | undefined;
  // Held up where it writes the log: the lane is taken, and not done with.
  await inTransaction(db, async (tx) => {
    await lockLog(tx, world.portfolioId);
    work = runs[0]?.();
    await vi.waitFor(() => expect(wake).toHaveBeenCalledTimes(1), { timeout: 10_000, interval: 5 });
    cameIn(ours);
    cameIn(new Set());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(wake).toHaveBeenCalledTimes(1);
    cameIn(others);
    await vi.waitFor(() => expect(wake).toHaveBeenCalledTimes(2), { timeout: 10_000, interval: 5 });
    cameIn();
    await vi.waitFor(() => expect(wake).toHaveBeenCalledTimes(3), { timeout: 10_000, interval: 5 });
  });

  expect(await work).toBe(1);
  cameIn(ours);
  await vi.waitFor(() => expect(wake).toHaveBeenCalledTimes(4), { timeout: 10_000, interval: 5 });
});

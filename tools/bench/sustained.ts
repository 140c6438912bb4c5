// The load the service is built for, for a while: door and drain together, how soon it answers and how far the drain lags.

import { type Child, startChild, startService } from './children.ts';
import type { Figure } from './figures.ts';
import type { LoadResult, LoadTask } from './generator.ts';
import type { Settings } from './settings.ts';
import type { Stage, StageDatabase } from './stage.ts';
import { waitUntilApplied } from './waiting.ts';
import { appSecret } from './webhooks.ts';

const connections = 64;
const people = 20_000;
const lookEveryMs = 250;
const warmingUp = 2_000;

export async function measureSustained(
  stage: Stage,
  settings: Settings,
  say: (line: string) => void,
): Promise<Figure[]> {
  const db = await stage.database();
  const bareDb = await stage.database();
  const generator = await startChild<LoadResult>('generator.ts');
  const bareDoor = await startChild('bare-door.ts', { DATABASE_URL: bareDb.url });
  try {
    const bare = await generator.ask(taskOf(bareDoor.greeting, 'bare', settings));
    await bareDoor.stop();
    say(`  bare door: p99 ${bare.p99Ms.toFixed(1)} ms`);
    const service = await startService(db.url, stage.home, appSecret);
    try {
      await warmUp(generator, db, taskOf(service.greeting, 'warm', settings));
      const lag = watchLag(db);
      const ours = await generator.ask(taskOf(service.greeting, 'ours', settings));
      const { left, oldestMs } = await lag.stop();
      const emptyMs = await waitUntilApplied(db);
      say(`  service: ${left} waiting at the end, empty after ${(emptyMs / 1000).toFixed(1)} s`);
      return figuresOf(ours, bare, { left, oldestMs, emptyMs }, settings);
    } finally {
      await service.stop();
    }
  } finally {
    await generator.stop();
    await bareDoor.stop();
    await db.close();
    await bareDb.close();
  }
}

/** People of its own; then statistics, as autovacuum makes them within a minute. */
async function warmUp(generator: Child<LoadResult>, db: StageDatabase, task: LoadTask): Promise<void> {
  const script = { ...task.script, count: warmingUp, firstPerson: 1_000_000 };
  await generator.ask({ ...task, script, seconds: 10 });
  await waitUntilApplied(db);
  await db.sql`analyze`;
}

function taskOf(url: string, name: string, { seconds, rate }: Settings): LoadTask {
  const script = { count: rate * seconds, people, name, startAt: Date.now(), perSecond: rate };
  // A service that cannot keep up is measured too: it gets half as long again to answer what was due.
  return { url, connections, script, seconds: seconds * 1.5, rate };
}

/** Looks at the inbox four times a second: how old the oldest webhook is that waits. */
function watchLag(db: StageDatabase) {
  const oldestMs: number[] = [];
  let left = 0;
  let stopped = false;
  const look = async () => {
    const [row] = await db.sql<{ waiting: number; ms: number }[]>`
      select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(received_at)) * 1000, 0)::float as ms
      from inbox where state = 'waiting'`;
    left = row?.waiting ?? 0;
    oldestMs.push(row?.ms ?? 0);
  };
  const done = (async () => {
    while (!stopped) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    await look();
  })();
  return {
    stop: async () => {
      stopped = true;
      await done;
      return { left, oldestMs };
    },
  };
}

function figuresOf(
  ours: LoadResult,
  bare: LoadResult,
  lag: { left: number; oldestMs: number[]; emptyMs: number },
  { rate, seconds }: Settings,
): Figure[] {
  const name = 'bare door at the same rate';
  const answered = (one: LoadResult) => [(one.acknowledged * 1000) / one.elapsedMs];
  const beside = (value: (one: LoadResult) => number[]) => ({
    values: value(ours),
    bare: { name, values: value(bare) },
  });
  const oldest = [...lag.oldestMs].sort((a, b) => a - b);
  const oldestP95 = oldest[Math.floor(oldest.length * 0.95)] ?? 0;
  const title = `${rate}/s for ${seconds} s`;
  return [
    // A hundredth of slack: the first and the last answer are not a whole number of periods apart.
    { name: `${title}: acknowledged`, unit: '/s', ...beside(answered), goal: { least: rate * 0.99 } },
    { name: '  refused', unit: 'webhooks', values: [ours.refused], goal: { most: 0 } },
    { name: '  acknowledged p50', unit: 'ms', ...beside((one) => [one.p50Ms]), goal: { most: 20 } },
    { name: '  acknowledged p99', unit: 'ms', ...beside((one) => [one.p99Ms]), goal: { most: 250 } },
    { name: '  oldest not applied, p95 of looks', unit: 'ms', values: [oldestP95], goal: { most: 500 } },
    { name: '  not applied at the end', unit: 'webhooks', values: [lag.left] },
    { name: '  from the end until all is applied', unit: 's', values: [lag.emptyMs / 1000], goal: { most: 1 } },
  ];
}

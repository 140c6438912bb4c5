// How many webhooks a second the door acknowledges durably, and how soon: three doors in turn on the same database server.
//
//   bare      node:http, signature, the same grouped insert
//   alone     the service's door, every route of it, with no job behind it
//   drained   the whole service, applying what it acknowledges on the same two cores

import { type Child, startChild, startService } from './children.ts';
import type { Figure } from './figures.ts';
import type { LoadResult, LoadTask } from './generator.ts';
import type { Settings } from './settings.ts';
import type { Stage } from './stage.ts';
import { waitUntilApplied } from './waiting.ts';
import { appSecret } from './webhooks.ts';

const connections = 64;
const people = 2_000;
/** More than any door here answers, so that a script never ends before its time. */
const mostPerSecond = 15_000;
const doors = ['bare', 'alone', 'drained'] as const;
type Door = (typeof doors)[number];

interface Loads {
  full: LoadResult[];
  paced: LoadResult[];
}

export async function measureDoor(stage: Stage, settings: Settings, say: (line: string) => void): Promise<Figure[]> {
  const generator = await startChild<LoadResult>('generator.ts');
  const db = await stage.database();
  const serviceDb = await stage.database();
  const open: Record<Door, Child<unknown>> = {
    bare: await startChild('bare-door.ts', { DATABASE_URL: db.url }),
    alone: await startChild('held-door.ts', { DATABASE_URL: db.url }),
    drained: await startService(serviceDb.url, stage.home, appSecret),
  };
  const empty: Record<Door, () => Promise<unknown>> = {
    bare: () => db.sql`truncate bare_inbox`,
    alone: () => db.sql`truncate inbox`,
    drained: () => waitUntilApplied(serviceDb),
  };
  const found: Record<Door, Loads> = {
    bare: { full: [], paced: [] },
    alone: { full: [], paced: [] },
    drained: { full: [], paced: [] },
  };
  try {
    await warmUp(generator, open, empty);
    // As autovacuum does within a minute.
    await serviceDb.sql`analyze`;
    for (let round = 0; round < settings.rounds; round += 1)
      for (const door of turned(doors, round)) {
        for (const [kind, rate] of kinds(settings.rate)) {
          const task = taskOf(open[door].greeting, `${door}-${round}-${kind}`, settings.doorSeconds, rate);
          found[door][kind].push(await loadOnce(generator, task));
          await empty[door]();
        }
        say(`  round ${round + 1}, door ${door}: ${Math.round(perSecond(found[door].full.at(-1)))}/s`);
      }
  } finally {
    for (const child of [generator, ...Object.values(open)]) await child.stop();
    await db.close();
    await serviceDb.close();
  }
  return figuresOf(found, settings.rate);
}

const kinds = (rate: number) =>
  [
    ['full', null],
    ['paced', rate],
  ] as const;

async function loadOnce(generator: Child<LoadResult>, task: LoadTask): Promise<LoadResult> {
  const result = await generator.ask(task);
  if (result.refused > 0) throw new Error(`${result.refused} webhooks were refused.`);
  return result;
}

const warmingUp = 3_000;

async function warmUp(
  generator: Child<LoadResult>,
  open: Record<Door, Child<unknown>>,
  empty: Record<Door, () => Promise<unknown>>,
): Promise<void> {
  for (const door of doors) {
    const task = taskOf(open[door].greeting, `warm-${door}`, 1, null);
    await loadOnce(generator, { ...task, script: { ...task.script, count: warmingUp } });
    await empty[door]();
  }
}

function taskOf(url: string, name: string, seconds: number, rate: number | null): LoadTask {
  const perSecond = rate ?? mostPerSecond;
  const script = { count: perSecond * seconds, people, name, startAt: Date.now(), perSecond };
  return { url, connections, script, seconds, rate };
}

function turned<T>(list: readonly T[], by: number): T[] {
  return list.map((_, index) => list[(index + by) % list.length] as T);
}

function perSecond(result: LoadResult | undefined): number {
  return result ? (result.acknowledged * 1000) / result.elapsedMs : Number.NaN;
}

function figuresOf(found: Record<Door, Loads>, rate: number): Figure[] {
  const figure = (
    what: string,
    unit: Figure['unit'],
    value: (loads: Loads) => number[],
    goal?: Figure['goal'],
  ): Figure[] =>
    (['alone', 'drained'] as const).map((door) => ({
      name: `${what}, ${door === 'alone' ? 'door alone (drain held)' : 'drain running'}`,
      unit,
      values: value(found[door]),
      bare: { name: 'node:http + HMAC + the same grouped insert', values: value(found.bare) },
      ...(goal && { goal }),
    }));
  return [
    ...figure('Durable acknowledgements', '/s', ({ full }) => full.map(perSecond), { least: 3_300 }),
    ...figure('  p50 at saturation', 'ms', ({ full }) => full.map((one) => one.p50Ms)),
    ...figure('  p99 at saturation', 'ms', ({ full }) => full.map((one) => one.p99Ms)),
    ...figure(`  p50 at ${rate}/s`, 'ms', ({ paced }) => paced.map((one) => one.p50Ms), { most: 20 }),
    ...figure(`  p99 at ${rate}/s`, 'ms', ({ paced }) => paced.map((one) => one.p99Ms), { most: 250 }),
  ];
}

// How many messages a second are fully applied: from the inbox to people, threads and messages, by the drain as it runs in
// the service; beside the same rows written to a second database with nothing decided (bare-rows.ts).

import { put } from '../../server/inbox/store.ts';
import { limits } from '../../server/limits.ts';
import { readBatches, writeBatches } from './bare-rows.ts';
import { type Child, startChild } from './children.ts';
import type { DrainResult } from './drain.ts';
import type { Figure } from './figures.ts';
import type { Settings } from './settings.ts';
import type { Stage, StageDatabase } from './stage.ts';
import { linesOf, ours, webhooksOf } from './webhooks.ts';

interface Mix {
  name: string;
  people: (messages: number) => number;
  perWebhook: number;
  /** First, unmeasured, everybody writes once. */
  known: boolean;
}

const mixes: readonly Mix[] = [
  { name: '2,000 people, one message a webhook', people: () => 2_000, perWebhook: 1, known: false },
  { name: 'all new people', people: (messages) => messages, perWebhook: 1, known: false },
  { name: 'all known people (second message of each)', people: (messages) => messages, perWebhook: 1, known: true },
  { name: '2,000 people, 1,000 messages a webhook', people: () => 2_000, perWebhook: 1_000, known: false },
];

const startAt = Date.UTC(2026, 0, 1);
const perSecond = 1_000;

export async function measureApply(stage: Stage, settings: Settings, say: (line: string) => void): Promise<Figure[]> {
  const figures = mixes.map<Figure>(({ name }) => ({
    name: `Messages fully applied: ${name}`,
    unit: '/s',
    values: [],
    bare: { name: 'the same rows, set-based', values: [] },
    goal: { least: 3_300 },
  }));
  for (let round = 0; round < settings.rounds; round += 1)
    for (const [index, mix] of mixes.entries()) {
      const { applied, bare, cpuShare } = await measureMix(stage, mix, settings.messages);
      figures[index]?.values.push(applied);
      figures[index]?.bare?.values.push(bare);
      say(
        `  round ${round + 1}, ${mix.name}: ${Math.round(applied)}/s, bare ${Math.round(bare)}/s, our process busy ${Math.round(cpuShare * 100)}%`,
      );
    }
  return figures;
}

async function measureMix(stage: Stage, mix: Mix, messages: number) {
  const [db, bareDb] = [await stage.database(), await stage.database()];
  const drain = await startChild<DrainResult>('drain.ts', { DATABASE_URL: db.url });
  try {
    // The drain's process warms up on people of its own, as a service that has run for a while.
    await fill(db, mix, { count: Math.min(2_000, messages), name: 'warm', from: startAt, firstPerson: 1_000_000 });
    await drain.ask({});
    // As autovacuum does within a minute: without statistics the planner takes every table for an empty one.
    await db.sql`analyze`;
    if (mix.known) {
      await fill(db, mix, { count: messages, name: 'first', from: startAt + 1_000_000 });
      await drain.ask({});
    }
    const before = await lastTransaction(db);
    await fill(db, mix, { count: messages, name: 'measured', from: startAt + 2_000_000 });
    const result = await drain.ask({});
    await assertApplied(db);
    const bareMs = await bareTime(db, bareDb, before);
    return {
      applied: (messages * 1000) / result.elapsedMs,
      bare: (messages * 1000) / bareMs,
      cpuShare: result.cpuMs / result.elapsedMs,
    };
  } finally {
    await stopAndDrop(drain, [db, bareDb]);
  }
}

async function bareTime(db: StageDatabase, bareDb: StageDatabase, before: number): Promise<number> {
  const batches = await readBatches(db, bareDb);
  await writeBatches(
    bareDb,
    batches.filter((batch) => batch.transaction <= before),
  );
  const measured = batches.filter((batch) => batch.transaction > before);
  const started = performance.now();
  await writeBatches(bareDb, measured);
  return performance.now() - started;
}

async function fill(
  db: StageDatabase,
  mix: Mix,
  { count, name, from, firstPerson = 0 }: { count: number; name: string; from: number; firstPerson?: number },
): Promise<void> {
  const people = mix.people(count);
  const lines = linesOf({ count, people, name, startAt: from, perSecond, firstPerson });
  const webhooks = webhooksOf(lines, mix.perWebhook);
  for (let index = 0; index < webhooks.length; index += limits.groupCommitRequests)
    await put(
      db,
      webhooks.slice(index, index + limits.groupCommitRequests).map((body) => ({ wabaId: ours.wabaId, body })),
    );
}

/** Every later transaction of the drain has a higher number. */
async function lastTransaction(db: StageDatabase): Promise<number> {
  const [row] = await db.sql<{ id: number }[]>`select pg_current_xact_id()::text::bigint as id`;
  return row?.id ?? 0;
}

async function assertApplied(db: StageDatabase): Promise<void> {
  const [row] = await db.sql<{ wrong: number }[]>`
    select count(*)::int as wrong from inbox where state <> 'done' or applied <> items`;
  if (row?.wrong !== 0) throw new Error(`${row?.wrong} webhooks of the bench were not applied.`);
}

async function stopAndDrop(drain: Child<DrainResult>, databases: StageDatabase[]): Promise<void> {
  await drain.stop();
  for (const db of databases) await db.close();
}

// An erasure that is killed wherever it is: 3 kills here, 200 with `npm run erasure`. However often, it ends as it would have.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HolderId } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { connect, type Database } from '../../server/db/connect.ts';
import { needlesOf } from '../../server/db/residue/forms.ts';
import { scanTables } from '../../server/db/residue/scan.ts';
import { expandSubject } from '../../server/flows/expand-subject.ts';
import { canariesOfAda, liveAda, plantCanaries, writeOfAda } from '../../server/testing/canaries.ts';
import { openWorld } from '../../server/testing/world.ts';
import { copyOf, type FreshDatabase, freshDatabase } from '../support/database.ts';

const wanted = Number(process.env.THROUGHLINE_ERASURE_KILLS ?? 3);
const isLong = process.env.THROUGHLINE_ERASURE_KILLS !== undefined;
const seed = Number(process.env.THROUGHLINE_ERASURE_SEED ?? 7);
/** Of one erasure: more would mean that few of them come far. */
const killsEach = 3;
const id = '00000000-0000-4000-8000-0000000000aa';

interface Life {
  origin: FreshDatabase;
  portfolioId: string;
  holders: string[];
  needles: ReturnType<typeof needlesOf>;
}

describe('an erasure that is killed', () => {
  it('goes on from wherever it was, to the same end', { timeout: isLong ? 7_200_000 : 300_000 }, async () => {
    const life = await begun();
    try {
      const undisturbed = await erased(life, 0, () => 0);
      expect(undisturbed.left).toEqual([]);
      const random = randomFrom(seed);
      const steps = new Map<string, number>();
      for (let kills = 0; kills < wanted; ) {
        const disturbed = await erased(life, Math.min(killsEach, wanted - kills), () => random() * undisturbed.tookMs);
        kills += disturbed.killedAt.length;
        for (const step of disturbed.killedAt) steps.set(step, (steps.get(step) ?? 0) + 1);
        expect(disturbed.left).toEqual([]);
        expect(disturbed.counts).toEqual(undisturbed.counts);
        expect(disturbed.tables).toEqual(undisturbed.tables);
        if (isLong) process.stderr.write(`${kills} kills, all to the same end\n`);
      }
      if (isLong) process.stderr.write(`Killed after: ${[...steps].map(([step, n]) => `${step} ${n}`).join(', ')}\n`);
    } finally {
      await life.origin.drop();
    }
  });
});

/** A life to be erased, in a database that is copied for each try. */
async function begun(): Promise<Life> {
  const origin = await freshDatabase();
  const db = connect(origin.url, { connections: 4 });
  try {
    const world = await openWorld(db);
    const { holders, main } = await liveAda(world);
    await writeOfAda(world, main);
    const subject = await expandSubject(db, world.portfolioId, holders as HolderId[]);
    const needles = needlesOf(canariesOfAda(await plantCanaries(world, subject)));
    return { origin, portfolioId: world.portfolioId, holders, needles };
  } finally {
    await db.close();
  }
}

interface End {
  tookMs: number;
  /** The last step that was done when it was killed. */
  killedAt: string[];
  counts: unknown;
  left: unknown[];
  tables: Record<string, string>;
}

async function erased(life: Life, kills: number, afterMs: () => number): Promise<End> {
  const database = await copyOf(life.origin);
  const db = connect(database.url, { connections: 2 });
  const killedAt: string[] = [];
  try {
    for (let kill = 0; kill < kills; kill++)
      if (await runAndKill(life, database.url, afterMs())) killedAt.push(await lastStep(db));
    const tookMs = await runToItsEnd(life, database.url);
    const [row] = await db.sql<{ counts: unknown }[]>`select counts from erasing where id = ${id}`;
    const { findings } = await scanTables(db, life.needles, { except: ['erasing'] });
    return { tookMs, killedAt, counts: row?.counts, left: findings, tables: await fingerprints(db) };
  } finally {
    await db.close();
    await database.drop();
  }
}

async function started({ portfolioId, holders }: Life, url: string): Promise<ChildProcess> {
  const file = join(import.meta.dirname, 'eraser.ts');
  const child = spawn(process.execPath, [file, url, portfolioId, id, JSON.stringify(holders)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  child.stdin?.write('go\n');
  return child;
}

/** Answers how long it took from where it was told to begin. */
async function runToItsEnd(life: Life, url: string): Promise<number> {
  const child = await started(life, url);
  const began = performance.now();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  return performance.now() - began;
}

/** Answers whether it was still at it. */
async function runAndKill(life: Life, url: string, afterMs: number): Promise<boolean> {
  const child = await started(life, url);
  const gone = once(child, 'exit');
  await Promise.race([pause(afterMs), gone]);
  const killed = child.kill('SIGKILL');
  await gone;
  return killed;
}

async function lastStep(db: Database): Promise<string> {
  const [row] = await db.sql<
    { step: string | null }[]
  >`select done[cardinality(done)] as step from erasing where id = ${id}`;
  return row ? (row.step ?? 'detach') : 'nothing';
}

/** What every table holds, but for when it was written. */
async function fingerprints(db: Database): Promise<Record<string, string>> {
  const tables = await db.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('changes', 'erasing') order by 1`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.sql.unsafe<{ hash: string | null }[]>(
      `select md5(string_agg(hash, '' order by hash)) as hash from (select md5((to_jsonb(t) - 'since' - 'settled_at')::text) as hash from "${name}" t) h`,
    );
    found[name] = row?.hash ?? '';
  }
  return found;
}

/** Park and Miller's generator: a seed tells which kills there were. */
function randomFrom(start: number): () => number {
  let state = start % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

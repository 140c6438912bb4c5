// An erasure that is killed wherever it is: 3 kills here, 200 with `npm run erasure`. However often, it ends as it would have, and the whole history
// of webhooks delivered anew brings nobody back.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrivacyCertificate } from '@throughline/contract';
import { type ContactId, defaultPolicy, type HolderId, type PortfolioId } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { connect, type Database, inTransaction } from '../../server/db/connect.ts';
import { needlesOf } from '../../server/db/residue/forms.ts';
import { scanTables } from '../../server/db/residue/scan.ts';
import { expandSubject } from '../../server/flows/expand-subject.ts';
import { missingErasures } from '../../server/flows/keep-ledger.ts';
import { takePrivacyStep } from '../../server/flows/privacy-steps.ts';
import { recordPrivacyRequest } from '../../server/flows/record-privacy-request.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import { put } from '../../server/inbox/store.ts';
import { drainInbox } from '../../server/jobs/drain-inbox.ts';
import { verifyActs } from '../../server/privacy/acts.ts';
import { openLedger } from '../../server/privacy/ledger.ts';
import { canariesOfAda, liveAda, plantCanaries, writeOfAda } from '../../server/testing/canaries.ts';
import { answering, type Graph, openGraph } from '../../server/testing/graph.ts';
import { epoch } from '../../server/testing/names.ts';
import { openWorld, policy, silent, type World } from '../../server/testing/world.ts';
import { copyOf, type FreshDatabase, freshDatabase } from '../support/database.ts';
import type { Task, Told } from './eraser.ts';

const wanted = Number(process.env.THROUGHLINE_ERASURE_KILLS ?? 3);
const isLong = process.env.THROUGHLINE_ERASURE_KILLS !== undefined;
const seed = Number(process.env.THROUGHLINE_ERASURE_SEED ?? 7);
/** Of one erasure: more would mean that few of them come far. */
const killsEach = 5;
/** A statement takes a millisecond or two: after this it has been answered. */
const mostAfterMs = 4;
const secret = 'a secret of the tests';
const erasedAt = epoch + 20 * 86_400_000;
const actor = { kind: 'operator' as const, id: 'operator' };

interface Life {
  origin: FreshDatabase;
  portfolioId: PortfolioId;
  request: string;
  needles: ReturnType<typeof needlesOf>;
  /** Every webhook there was. */
  history: { wabaId: string; body: Buffer }[];
  graph: Graph;
  home: string;
}

type Die = NonNullable<Task['die']>;

describe('an erasure that is killed', () => {
  it('goes on from wherever it was, to the same end', { timeout: isLong ? 7_200_000 : 300_000 }, async () => {
    const life = await begun();
    try {
      const undisturbed = await erased(life, []);
      expect(undisturbed).toMatchObject({
        left: [],
        missing: 0,
        chain: 'whole',
        certificate: { contactBook: { unanswered: 0 } },
      });
      const steps = new Map(undisturbed.told);
      const random = randomFrom(seed);
      const deck = deckOf([...steps.keys()], random);
      const killed = new Map([...steps.keys()].map((step) => [step, 0]));
      for (let kills = 0; kills < wanted; ) {
        const planned = Array.from({ length: Math.min(killsEach, wanted - kills) }, deck);
        const inOrder = [...steps.keys()].filter((step) => planned.includes(step));
        const disturbed = await erased(
          life,
          inOrder.map((step) => deathIn(step, steps.get(step) ?? 1, random)),
        );
        kills += disturbed.killedAt.length;
        for (const step of disturbed.killedAt) killed.set(step, (killed.get(step) ?? 0) + 1);
        const { told: _told, killedAt: _killedAt, ...end } = disturbed;
        expect(end).toEqual({ ...undisturbed, told: undefined, killedAt: undefined });
        if (isLong) process.stderr.write(`${kills} kills, all to the same end\n`);
      }
      if (isLong) process.stderr.write(tableOf(killed));
      if (wanted >= 5 * steps.size) expect([...killed].filter(([, times]) => times === 0)).toEqual([]);
    } finally {
      await life.graph.close();
      await life.origin.drop();
      rmSync(life.home, { recursive: true, force: true });
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
    const { portfolioId } = world;
    const subject = await expandSubject(db, portfolioId, holders as HolderId[]);
    const needles = needlesOf(canariesOfAda(await plantCanaries(world, subject)));
    const request = await requested(world, subject.contactIds as ContactId[]);
    const rows = await db.sql<
      { wabaId: string; body: Buffer }[]
    >`select waba_id as "wabaId", body from inbox order by id`;
    const home = mkdtempSync(join(tmpdir(), 'throughline-erasure-'));
    const graph = await openGraph();
    return { origin, portfolioId, request, needles, history: [...rows], graph, home };
  } finally {
    await db.close();
  }
}

async function requested({ db, portfolioId, tools }: World, ids: ContactId[]): Promise<string> {
  const [contactId] = ids;
  if (!contactId) throw new Error('she is nobody');
  return await inTransaction(db, async (tx) => {
    const recording = { portfolioId, contactId, accountIds: ids, kind: 'erase' as const, law: undefined, actor };
    const id = await recordPrivacyRequest(tx, { ...recording, receivedAt: undefined, note: undefined }, tools);
    for (const asked of [{ do: 'prove', by: 'document', note: 'seen' }, { do: 'run' }] as const)
      expect(
        await takePrivacyStep(tx, { portfolios: 'all', id, actor, asked }, { policy: defaultPolicy, tools }),
      ).toMatchObject({
        kind: 'taken',
      });
    return id;
  });
}

interface End {
  /** The steps it was killed at. */
  killedAt: string[];
  told: Told;
  certificate: Partial<Omit<PrivacyCertificate, 'residue'>> & { residue: number | undefined };
  /** Whether the chain of acts is whole, and the ledger in step. */
  chain: unknown;
  missing: number;
  left: unknown[];
  tables: Record<string, string>;
}

async function erased(life: Life, deaths: readonly Die[]): Promise<End> {
  const database = await copyOf(life.origin);
  const db = connect(database.url, { connections: 4 });
  const path = join(life.home, `${new URL(database.url).pathname.slice(1)}.jsonl`);
  const { portfolioId, request, graph } = life;
  const task = { url: database.url, graphUrl: graph.url, ledger: path, secret, request };
  let now = erasedAt;
  const next = (die: Die | undefined) => {
    now += 60_000;
    graph.next = Array.from({ length: 20 }, () => answering({ deleted: true }));
    return { ...task, now, die };
  };
  try {
    const killedAt: string[] = [];
    for (const die of deaths) if ((await runEraser(next(die))) === undefined) killedAt.push(die.step);
    const told = (await runEraser(next(undefined))) ?? [];
    const [row] = await db.sql<{ certificate: PrivacyCertificate }[]>`
      select certificate from privacy_requests where id = ${request}`;
    const {
      seal: _seal,
      erasedAt: _at,
      finishedAt: _end,
      marksUntil: _until,
      ...certificate
    } = row?.certificate ?? ({} as PrivacyCertificate);
    const keyed = toolsWith(secret).keyed;
    const { broken } = await verifyActs(db, portfolioId, keyed);
    const missing = (await missingErasures(db, openLedger(path))).length;
    const tables = await fingerprints(db);
    await replay(life, db, now);
    expect(without(await fingerprints(db), asDelivered)).toEqual(without(tables, asDelivered));
    const { findings } = await scanTables(db, life.needles);
    // How many rows were searched depends on what PostgreSQL has gathered of the columns by then.
    const found = { ...certificate, residue: certificate.residue?.found };
    return { told, killedAt, certificate: found, chain: broken ?? 'whole', missing, left: findings, tables };
  } finally {
    await db.close();
    await database.drop();
    rmSync(path, { force: true });
  }
}

/** What it told at its end; undefined where it was killed. */
async function runEraser(task: Task): Promise<Told | undefined> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'eraser.ts'), JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', '.cache', 'compiled') },
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const [code, signal] = await once(child, 'close');
  if (signal === 'SIGKILL') return undefined;
  expect(code).toBe(0);
  return JSON.parse(said) as Told;
}

/** Everything Meta ever sent, once more, an hour after the erasure. */
async function replay({ history }: Life, db: Database, now: number): Promise<void> {
  await put(db, history);
  await drainInbox({ db, policy, log: silent, tools: { ...toolsWith(secret), clock: () => now + 3_600_000 } });
}

/** What came, and how much of it was dropped. */
const asDelivered = ['inbox', 'privacy_dropped', 'lanes'];
/** Compared by what they come to: the certificate, the chain. `changes` is news for desks. */
const apart = ['changes', 'privacy_ledger', 'privacy_requests', 'privacy_acts', 'privacy_chain_ends'];

/** What every table holds, but for when it was written. */
async function fingerprints(db: Database): Promise<Record<string, string>> {
  const tables = await db.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname <> all(${apart}::text[]) order by 1`;
  const moments = ['since', 'settled_at', 'erased_at', 'until_at', 'expires_at'];
  // What is told of the end is drawn and numbered when it is told.
  const ofEvents: Readonly<Record<string, readonly string[]>> = { events: ['at', 'nonce', 'position'] };
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.sql.unsafe<{ hash: string | null }[]>(
      `select md5(string_agg(hash, '' order by hash)) as hash from (select md5((to_jsonb(t) - $1::text[])::text) as hash from "${name}" t) h`,
      [[...moments, ...(ofEvents[name] ?? [])]],
    );
    found[name] = row?.hash ?? '';
  }
  return found;
}

function without(tables: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !names.includes(name)));
}

/** Steps in random order, each once before any comes again. */
function deckOf(steps: readonly string[], random: () => number): () => string {
  let deck: string[] = [];
  return () => {
    if (deck.length === 0)
      deck = steps
        .map((step) => ({ step, place: random() }))
        .sort((a, b) => a.place - b.place)
        .map(({ step }) => step);
    return deck.pop() ?? '';
  };
}

/** At any of its statements: one time in three before it is sent, else while it is carried out. */
function deathIn(step: string, statements: number, random: () => number): Die {
  const statement = 1 + Math.floor(random() * statements);
  return { step, statement, afterMs: random() < 1 / 3 ? undefined : random() * mostAfterMs };
}

function tableOf(killed: ReadonlyMap<string, number>): string {
  const lines = [...killed].map(([step, times]) => `${String(times).padStart(5)}  ${step}\n`);
  return `Killed at:\n${lines.join('')}`;
}

/** Park and Miller's generator: a seed tells which kills there were. */
function randomFrom(start: number): () => number {
  let state = start % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

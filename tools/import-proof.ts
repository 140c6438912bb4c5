// npm run import-proof -- [--rows N] [--people N]: a list of 50,000 rows comes in beside 100,000 people by the command line, half of it about people
// who are found by their username. How many rows a second, at the beginning and at the end, and what it takes of memory.

import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fillContacts } from './bench/fill-contacts.ts';
import { benchKeyEnv } from './bench/keys.ts';
import { proveOnStage } from './bench/on-stage.ts';
import type { Stage, StageDatabase } from './bench/stage.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
/** It gets a heap of so much and no more: whoever needed more for more rows would be ended by it. */
const heapMb = 160;
/** Rows a second of the last quarter, to those of the first: less, and something reads more for each row the more there are. */
const leastShare = 0.5;
const lookEveryMs = 100;

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '50000' }, people: { type: 'string', default: '100000' } },
});
const [rows, people] = [Number(values.rows), Number(values.people)];
if (!Number.isInteger(rows) || !Number.isInteger(people) || rows < 2_000 || people < rows / 2) {
  say('Usage: npm run import-proof -- [--rows N] [--people N], N at least 2000, and people half as many as rows');
  process.exit(2);
}

await proveOnStage(say, proven);

async function proven({ home }: Stage, db: StageDatabase): Promise<boolean> {
  await fillContacts(db, people, say);
  await db.sql`
    update holders h set username = 'person.' || r.n
    from (select portfolio_id, id, row_number() over (order by id) as n from holders) r
    where h.portfolio_id = r.portfolio_id and h.id = r.id and r.n <= ${Math.ceil(rows / 2)}`;
  await db.sql`analyze`;
  const file = join(home, 'list.csv');
  await pipeline(Readable.from(lines()), createWriteStream(file));
  const first = await brought(db, { home, file });
  const again = await brought(db, { home, file });
  say(`${first.outcome}\n${again.outcome}`);
  return [first, again].every(({ isGood }) => isGood) && / unchanged/.test(again.outcome);
}

function* lines(): Generator<string> {
  yield 'phone,name,username,tags\r\n';
  for (let n = 1; n <= rows; n++)
    yield n % 2 === 0 ? `,,@Person.${n / 2},listed\r\n` : `+1${3_000_000_000 + n},Listed ${n},,"listed,new"\r\n`;
}

interface Brought {
  isGood: boolean;
  outcome: string;
}

/** The command, as somebody types it, with what it does looked at from outside. */
async function brought(db: StageDatabase, { home, file }: { home: string; file: string }): Promise<Brought> {
  const cli = join(import.meta.dirname, '../server/cli/main.ts');
  const args = ['import', file, '--by-username', '--create-tags', '--run'];
  const child = spawn(process.execPath, [cli, ...args], {
    env: {
      ...process.env,
      ...benchKeyEnv,
      DATABASE_URL: db.url,
      THROUGHLINE_HOME: home,
      THROUGHLINE_SECRET: 'of the proof alone, and long enough for it',
      NODE_OPTIONS: `--max-old-space-size=${heapMb}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let outcome = '';
  let problem = '';
  child.stdout.on('data', (piece: Buffer) => {
    outcome += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    problem = piece.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const looks: Look[] = [];
  let code: number | null | undefined;
  void ended.then((is) => {
    code = is;
  });
  let mostMb = 0;
  while (code === undefined) {
    const [now] = await db.sql<{ state: string; line: number }[]>`
      select state, line from imports order by created_at desc limit 1`;
    if (now) looks.push({ ...now, at: performance.now() });
    mostMb = Math.max(mostMb, residentMb(child.pid));
    await sleep(lookEveryMs);
  }
  if (code !== 0) throw new Error(`The command ended with ${code}: ${problem}`);
  const paces = ['checking', 'running'].flatMap((state) => paceOf(state, looks) ?? []);
  for (const { state, overall, first, last } of paces)
    say(`  ${state}: ${overall} rows/s (first quarter ${first}, last quarter ${last})`);
  say(`  resident at most ${Math.round(mostMb)} MB, with a heap of ${heapMb}`);
  return { isGood: paces.every(({ first, last }) => last >= first * leastShare), outcome: outcome.trim() };
}

interface Look {
  state: string;
  line: number;
  at: number;
}

/** Undefined where it was over between two looks. */
function paceOf(state: string, all: readonly Look[]) {
  const looks = all.filter((look) => look.state === state);
  const end = looks.at(-1)?.line ?? 0;
  const within = (from: number, to: number) => {
    const some = looks.filter(({ line }) => line >= end * from && line <= end * to);
    const [begin, last] = [some[0], some.at(-1)];
    return begin && last && last.at > begin.at
      ? Math.round(((last.line - begin.line) * 1_000) / (last.at - begin.at))
      : undefined;
  };
  const [overall, first, last] = [within(0, 1), within(0, 0.25), within(0.75, 1)];
  return overall && first && last ? { state, overall, first, last } : undefined;
}

function residentMb(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

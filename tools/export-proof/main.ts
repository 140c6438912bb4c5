// npm run export-proof -- [--messages N] [--formats csv,jsonl,parquet]: a million messages are exported in every format. What the
// service takes of memory is looked at all along; it is killed (-9) half way once; and each file is opened and counted.

import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Export, ExportFormat } from '@throughline/contract';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse';
import { readParquet } from 'parquet-wasm';
import { createKey } from '../../server/access/keys.ts';
import { inTransaction } from '../../server/db/connect.ts';
import { type Child, startService } from '../bench/children.ts';
import { proveOnStage } from '../bench/on-stage.ts';
import { courseOf, growthOf, sample } from '../bench/resident.ts';
import type { Stage, StageDatabase } from '../bench/stage.ts';
import { appSecret } from '../bench/webhooks.ts';
import { fillTown, people } from './fill.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
/**
 * The service gets a heap of so much and no more: whoever needed more for more rows would be ended by it. Left to itself, Node takes what it is
 * not asked to give back (seen: 388 MB after 25 s, 523 MB after 70 s, 527 MB at the end of 92 s), which says nothing of what is needed.
 */
const heapMb = 160;
/** Between a quarter of the messages and all of them: the noise of a garbage collector, and one row group of Parquet. */
const mostGrowthMb = 64;
const lookEveryMs = 100;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    formats: { type: 'string', default: 'csv,jsonl,parquet' },
  },
});
const count = Number(values.messages);
const formats = values.formats.split(',').flatMap((one) => ExportFormat.safeParse(one).data ?? []);
if (!Number.isInteger(count) || count < people * 2 || formats.length === 0) {
  say(`Usage: npm run export-proof -- [--messages N] [--formats csv,jsonl,parquet], N at least ${people * 2}`);
  process.exit(2);
}

await proveOnStage(say, proven);

async function proven({ home }: Stage, db: StageDatabase): Promise<boolean> {
  const start = () => startService(db.url, home, appSecret, { NODE_OPTIONS: `--max-old-space-size=${heapMb}` });
  let service = await start();
  const { key } = await inTransaction(db, (tx) => createKey(tx, { name: 'Proof', role: 'admin' }));
  say(`Filling ${people} threads with ${count} messages, half of the people without a number`);
  await fillTown(db, { service: service.greeting, count });
  // What filling took is not what exporting takes.
  await service.stop();
  service = await start();
  let isGood = true;
  for (const format of formats) {
    const sampling = sample(service);
    const began = performance.now();
    const made = await finished(service, key, (await asked(service, key, format)).id);
    const mb = sampling.end();
    const seconds = (performance.now() - began) / 1000;
    isGood = (await told({ service, key, home }, made, { mb, seconds })) && isGood;
  }
  isGood = (await killedHalfWay({ service, key, home }, start)) && isGood;
  return isGood;
}

interface Serving {
  service: Child<never>;
  key: string;
  home: string;
}

async function told(
  serving: Serving,
  made: Export,
  { mb, seconds }: { mb: number[]; seconds: number },
): Promise<boolean> {
  const { file, rows, hidden } = await counted(serving, made);
  const growth = growthOf(mb);
  const isGood = rows === count && hidden === Math.floor(count / 2) && growth <= mostGrowthMb;
  process.stdout.write(
    `${made.format}: ${rows} messages, ${hidden} of people without a number, in ${seconds.toFixed(1)} s, ${((await stat(file)).size / 1024 ** 2).toFixed(1)} MB. ` +
      `Memory of the service, whose heap may be ${heapMb} MB: ${courseOf(mb)}; ${Math.round(Math.max(...mb))} MB at most, ${Math.round(growth)} MB more after the first quarter: ` +
      `${isGood ? 'whole and bounded' : 'NOT whole, or NOT bounded'}.\n`,
  );
  return isGood;
}

/** Killed half way, and begun again by the next: the file is whole, once. */
async function killedHalfWay(serving: Serving, start: () => Promise<Child<never>>): Promise<boolean> {
  const { service, key } = serving;
  const { id } = await asked(service, key, 'jsonl');
  let at = 0;
  while (at < count / 2) {
    await sleep(lookEveryMs);
    const { state, rowsDone } = await ask<Export>(service, key, `/exports/${id}`);
    if (state === 'ready') break;
    at = rowsDone;
  }
  process.kill(service.pid, 'SIGKILL');
  await service.stop();
  const next = await start();
  const made = await finished(next, key, id);
  const { rows } = await counted({ ...serving, service: next }, made);
  process.stdout.write(
    `Killed after ${at} of them and begun again by another process: ${rows} messages, ${rows === count ? 'whole' : 'NOT whole'}.\n`,
  );
  return rows === count;
}

function asked(service: Child<never>, key: string, format: ExportFormat): Promise<Export> {
  return ask<Export>(service, key, '/exports', { kind: 'messages', format });
}

async function finished(service: Child<never>, key: string, id: string): Promise<Export> {
  for (;;) {
    const now = await ask<Export>(service, key, `/exports/${id}`);
    if (now.state === 'ready') return now;
    if (now.state !== 'queued' && now.state !== 'running')
      throw new Error(`The export is ${now.state}: ${now.problem}.`);
    await sleep(lookEveryMs);
  }
}

async function ask<T>({ greeting }: Child<never>, key: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${greeting}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function counted({ service, key, home }: Serving, { id, format }: Export) {
  const file = join(home, `${id}.${format}`);
  const answer = await fetch(`${service.greeting}/api/v1/exports/${id}/file`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!answer.ok || !answer.body) throw new Error(`The file answered ${answer.status}.`);
  await pipeline(Readable.fromWeb(answer.body as NodeStream), createWriteStream(file));
  return { file, ...(await countIn(format, file)) };
}

interface Counted {
  rows: number;
  hidden: number;
}

async function countIn(format: ExportFormat, file: string): Promise<Counted> {
  const found = { rows: 0, hidden: 0 };
  switch (format) {
    case 'csv': {
      const rows = createReadStream(file).pipe(parse({ bom: true, columns: true }));
      for await (const { phone } of rows as AsyncIterable<{ phone: string }>) add(found, phone === '');
      return found;
    }
    case 'jsonl':
      for await (const line of createInterface({ input: createReadStream(file) }))
        add(found, JSON.parse(line).phone === null);
      return found;
    case 'parquet': {
      const bytes = readParquet(await readFile(file), { columns: ['phone'] });
      const table = tableFromIPC(bytes.intoIPCStream());
      return { rows: table.numRows, hidden: table.getChild('phone')?.nullCount ?? 0 };
    }
  }
}

function add(found: Counted, hidden: boolean): void {
  found.rows += 1;
  if (hidden) found.hidden += 1;
}

// How many messages a second go out: through the whole service, beside a bare loop of fetch over the same bodies, in turns, against
// the pretend Meta in a process of its own. The number's rate is set so high that only the machine limits it.

import { readFileSync } from 'node:fs';
import type { BareResult } from './bare-fetch.ts';
import { type Child, startChild, startService } from './children.ts';
import { type Figure, quantile } from './figures.ts';
import { accessToken, fillThreads, oweAll } from './outbound-fill.ts';
import type { Settings } from './settings.ts';
import type { Stage, StageDatabase } from './stage.ts';
import { appSecret } from './webhooks.ts';

const lookEveryMs = 25;
const longestMs = 600_000;
const memoryNames = ['start', 'middle', 'end'] as const;

interface Sent {
  perSecond: number;
  p50: number;
  p99: number;
}

interface Parts {
  db: StageDatabase;
  meta: Child<unknown>;
  bare: Child<BareResult>;
  service: Child<never>;
  sends: number;
}

export async function measureOutbound(
  stage: Stage,
  settings: Settings,
  say: (line: string) => void,
): Promise<Figure[]> {
  const { sends, rounds } = settings;
  const db = await stage.database();
  await fillThreads(db, sends);
  const meta = await startChild<unknown>('pretend-meta.ts', { BENCH_PEOPLE: String(sends) });
  const bare = await startChild<BareResult>('bare-fetch.ts');
  const service = await startService(db.url, stage.home, appSecret, {
    META_GRAPH_URL: meta.greeting,
    META_ACCESS_TOKEN: accessToken,
  });
  const parts: Parts = { db, meta, bare, service, sends };
  const ours: Sent[] = [];
  const receipted: Sent[] = [];
  const bares: Sent[] = [];
  const memory: Record<(typeof memoryNames)[number], number[]> = { start: [], middle: [], end: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      // The first to run finds the other's connections and caches warm, so they take turns at it.
      const turns = [
        () => bareOnce(parts, round).then((one) => bares.push(one)),
        () => oursOnce(parts, memory).then((one) => ours.push(one)),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
      receipted.push(await withReceipts(parts));
      const speeds = [ours, receipted, bares].map((all) => `${Math.round(all.at(-1)?.perSecond ?? 0)}/s`);
      say(`  round ${round + 1}: ${speeds[0]}, with receipts ${speeds[1]}, bare ${speeds[2]}`);
    }
  } finally {
    for (const child of [service, bare, meta]) await child.stop();
    await db.close();
  }
  return figuresOf({ ours, receipted, bares, memory });
}

async function bareOnce({ bare, meta, sends }: Parts, round: number): Promise<Sent> {
  const { elapsedMs, callMs } = await bare.ask({ url: meta.greeting, sends, round: String(round) });
  return { perSecond: (sends * 1000) / elapsedMs, p50: quantile(callMs, 0.5), p99: quantile(callMs, 0.99) };
}

async function oursOnce(
  { db, service, sends }: Parts,
  memory?: Record<(typeof memoryNames)[number], number[]>,
): Promise<Sent> {
  await db.sql`update outbound set queued_at = now() - interval '2 days'`;
  memory?.start.push(residentMb(service.pid));
  const began = await oweAll(db, sends);
  let middle: number | undefined;
  for (let left = sends; left > 0; ) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    left = await owed(db);
    if (left <= sends / 2) middle ??= residentMb(service.pid);
    if (performance.now() - began > longestMs) throw new Error(`${left} messages of the bench are still not sent.`);
  }
  const elapsedMs = performance.now() - began;
  memory?.middle.push(middle ?? residentMb(service.pid));
  memory?.end.push(residentMb(service.pid));
  return { perSecond: (sends * 1000) / elapsedMs, ...(await quantilesOf(db, sends)) };
}

/** The same with two receipts for each message coming in meanwhile, which the service applies. */
async function withReceipts(parts: Parts): Promise<Sent> {
  const { meta, service, db } = parts;
  await meta.ask({ webhookUrl: `${service.greeting}/webhooks/whatsapp` });
  const sent = await oursOnce(parts);
  await meta.ask({ webhookUrl: null });
  const until = performance.now() + longestMs;
  for (let waiting = 1; waiting > 0 && performance.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const [row] = await db.sql<{ n: number }[]>`select count(*)::int as n from inbox where state = 'waiting'`;
    waiting = row?.n ?? 0;
  }
  return sent;
}

async function owed(db: StageDatabase): Promise<number> {
  const [row] = await db.sql<{ n: number }[]>`select count(*)::int as n from outbound where state <> 'done'`;
  return row?.n ?? 0;
}

/** From the claim to the record: the call and what is around it, in milliseconds. @throws where a message was not accepted. */
async function quantilesOf(db: StageDatabase, sends: number): Promise<Pick<Sent, 'p50' | 'p99'>> {
  const rows = await db.sql<{ ms: number; wamid: string | null }[]>`
    select (extract(epoch from m.status_at - o.claimed_at) * 1000)::float as ms, m.wamid
    from outbound o join messages m on m.portfolio_id = o.portfolio_id and m.id = o.message_id
    where o.queued_at > now() - interval '1 day'`;
  const accepted = rows.filter((row) => row.wamid !== null).length;
  if (accepted !== sends) throw new Error(`Of ${sends} messages ${accepted} were accepted.`);
  const ms = rows.map((row) => row.ms);
  return { p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) };
}

/** Linux tells it in kB; elsewhere it is not measured. */
function residentMb(pid: number): number {
  try {
    const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
}

function figuresOf(found: {
  ours: readonly Sent[];
  receipted: readonly Sent[];
  bares: readonly Sent[];
  memory: Record<(typeof memoryNames)[number], number[]>;
}): Figure[] {
  const { ours, receipted, bares, memory } = found;
  const speeds = (all: readonly Sent[]) => all.map((one) => one.perSecond);
  const loop = 'a loop of fetch';
  return [
    {
      name: 'Messages sent',
      unit: '/s',
      values: speeds(ours),
      bare: { name: loop, values: speeds(bares) },
      goal: { least: 500 },
    },
    {
      name: 'Messages sent, two receipts of each coming in',
      unit: '/s',
      values: speeds(receipted),
      bare: { name: loop, values: speeds(bares) },
    },
    ...(['p50', 'p99'] as const).map<Figure>((name) => ({
      name: `One send, ${name}`,
      unit: 'ms',
      values: ours.map((one) => one[name]),
      bare: { name: loop, values: bares.map((one) => one[name]) },
    })),
    ...memoryNames.map<Figure>((name) => ({
      name: `Memory of the service: ${name}`,
      unit: 'MB',
      values: memory[name],
    })),
  ];
}

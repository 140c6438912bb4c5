// Time's door to the inbound walk: takes lanes that have something waiting, some hundreds of webhooks at a time.
//
// One lane is one portfolio and one writer, which gives order and freedom from deadlock; lanes run side by side, on as many
// nodes as there are. A batch that fails is halved until one webhook is left that fails alone, that one is halved in the same
// way, and only the item that cannot be applied is parked: its siblings go on. Halved, not taken one by one: of a thousand, one
// that fails costs twenty more tries and not a thousand, while whoever is behind them waits.

import type { Policy, PortfolioId } from '@throughline/identity';
import { readWebhook, type WebhookItem } from '@throughline/whatsapp';
import type { Logger } from 'pino';
import { type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { parkedItem } from '../flows/entries.ts';
import { type Ground, groundOf, receiveEvents } from '../flows/receive-events.ts';
import { relayWebhooks } from '../flows/relay-webhooks.ts';
import type { Tools } from '../flows/tools.ts';
import {
  type Counts,
  claimLane,
  finish,
  type InboxRow,
  type Lane,
  lockLane,
  park,
  stillWaiting,
  unrouted,
  waiting,
} from '../inbox/store.ts';
import { limits } from '../limits.ts';

export interface Draining {
  db: Database;
  policy: Policy;
  tools: Tools;
  log: Logger;
  /** A lane is ours from now on, until this batch is over: others may have something waiting too. */
  taken?: (portfolioId: PortfolioId) => void;
}

/** Drains until nothing is waiting that nobody else works on. Answers how many webhooks were finished. */
export async function drainInbox(draining: Draining): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await drainLane(draining);
    if (done === 0) return total;
    total += done;
  }
}

/** One batch of one lane. 0 where there was none. */
export async function drainLane(draining: Draining): Promise<number> {
  const { db, log, taken } = draining;
  let failed: Batch | undefined;
  try {
    return await inTransaction(
      db,
      async (tx) => {
        const lane = await claimLane(tx);
        if (!lane) return 0;
        taken?.(lane.id);
        const [rows, ground] = await Promise.all([
          waiting(tx, lane.id, limits.laneBatch),
          groundOf(tx, lane.id, draining.policy),
        ]);
        failed = { lane, rows };
        await receive(tx, { ...draining, ground }, failed);
        return rows.length;
      },
      { plans: 'kept' },
    );
  } catch (error) {
    if (!failed || failed.rows.length === 0 || isPassing(error)) throw error;
    const { lane, rows } = failed;
    log.warn({ event: 'batch_failed', portfolio: lane.id, webhooks: rows.length, ...failureOf(error) });
    await inHalves(draining, failed);
    return rows.length;
  }
}

interface Batch {
  lane: Lane;
  rows: InboxRow[];
}

async function receive(
  tx: Transaction,
  reading: { ground: Ground; tools: Tools },
  { lane, rows }: Batch,
): Promise<void> {
  await receiveEvents(tx, lane.id, rows, reading);
  if (lane.relayed) relayWebhooks(tx, lane.id, rows);
}

/** What failed together, each half in a transaction of its own. */
async function inHalves(draining: Draining, { lane, rows }: Batch): Promise<void> {
  const [alone] = rows;
  if (!alone) return;
  if (rows.length === 1) return await takeApart(draining, lane, alone);
  for (const half of halvesOf(rows)) {
    try {
      await inLane(draining.db, { lane, rows: half }, async (tx, batch) => {
        const ground = await groundOf(tx, lane.id, draining.policy);
        await receive(tx, { ...draining, ground }, batch);
      });
    } catch (error) {
      if (isPassing(error)) throw error;
      await inHalves(draining, { lane, rows: half });
    }
  }
}

async function takeApart(draining: Draining, lane: Lane, row: InboxRow): Promise<void> {
  const { db } = draining;
  const items = readWebhook(parse(row.body));
  try {
    await inLane(db, { lane, rows: [row] }, async (tx) => {
      const total: Counts = { items: 0, applied: 0, repeated: 0, kept: 0, parked: 0, dropped: 0 };
      const ground = await groundOf(tx, lane.id, draining.policy);
      await applyPart(tx, draining, { lane, row, items, total, ground });
      await finish(tx, new Map([[row.id, total]]));
      if (lane.relayed) relayWebhooks(tx, lane.id, [row]);
    });
  } catch (error) {
    await setAside(draining, { lane, row }, error);
  }
}

interface Part {
  lane: Lane;
  ground: Ground;
  row: InboxRow;
  items: readonly WebhookItem[];
  /** What the items of the webhook came to; added to. */
  total: Counts;
}

/** Each half in a savepoint of its own; what fails alone is parked with the reason. */
async function applyPart(tx: Transaction, draining: Draining, part: Part): Promise<void> {
  const { lane, row, total, ground } = part;
  const { tools } = draining;
  for (const items of halvesOf(part.items)) {
    try {
      const counts = await tx.savepoint((inner) =>
        receiveEvents(inner, lane.id, [{ ...row, body: webhookOf(items) }], { ground, tools }),
      );
      add(total, counts.get(row.id));
    } catch (error) {
      if (isPassing(error)) throw error;
      const [item] = items;
      if (item && items.length === 1) await parkFailed(tx, draining, { lane, row, item, total }, error);
      else await applyPart(tx, draining, { ...part, items });
    }
  }
}

async function parkFailed(
  tx: Transaction,
  { tools, log }: Draining,
  { lane, row, item, total }: Pick<Part, 'lane' | 'row' | 'total'> & { item: WebhookItem },
  error: unknown,
): Promise<void> {
  log.error({ event: 'item_failed', portfolio: lane.id, kind: item.kind, ...failureOf(error) });
  const detail = `Applying it failed (${nameOf(error)}). Nothing else of its webhook was held up. Replay it after an update.`;
  await park(tx, lane.id, [parkedItem({ row, item }, { reason: 'failed', detail }, tools)]);
  add(total, { items: 1, applied: 0, repeated: 0, kept: 0, parked: 1, dropped: 0 });
}

/** One of a single element is that one. */
function halvesOf<T>(all: readonly T[]): T[][] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)].filter((half) => half.length > 0);
}

/** The items as one webhook, in their order. */
function webhookOf(items: readonly WebhookItem[]): Buffer {
  const envelopes = items.map(({ origin }) => origin.envelope());
  const [first] = envelopes;
  const whole = envelopes.length === 1 ? first : { ...(first as object), entry: envelopes.flatMap(entriesOf) };
  return Buffer.from(JSON.stringify(whole));
}

function entriesOf(envelope: unknown): unknown[] {
  return (envelope as { entry: unknown[] }).entry;
}

/** What cannot even be taken apart, such as nesting too deep to be written again, is parked whole: a lane never stands still. */
async function setAside(
  { db, tools, log }: Draining,
  { lane, row }: { lane: Lane; row: InboxRow },
  error: unknown,
): Promise<void> {
  if (isPassing(error)) throw error;
  log.error({ event: 'webhook_failed', portfolio: lane.id, ...failureOf(error) });
  const detail = `The webhook could not be taken apart (${nameOf(error)}). Kept whole, as it came; replay it after an update.`;
  const { wabaId, body, receivedAt } = row;
  await inLane(db, { lane, rows: [row] }, async (tx) => {
    await park(tx, lane.id, [
      { id: tools.newId(), inboxId: row.id, wabaId, field: null, reason: 'failed', detail, body, receivedAt },
    ]);
    await finish(tx, new Map([[row.id, { items: 1, applied: 0, repeated: 0, kept: 0, parked: 1, dropped: 0 }]]));
    if (lane.relayed) relayWebhooks(tx, lane.id, [row]);
  });
}

function add(total: Counts, more: Counts | undefined): void {
  if (more) for (const name of Object.keys(more) as (keyof Counts)[]) total[name] += more[name];
}

/** With those that still wait: between the batch that failed and this, another may have had the lane and worked them off. */
async function inLane(
  db: Database,
  { lane, rows }: Batch,
  work: (tx: Transaction, left: Batch) => Promise<void>,
): Promise<void> {
  await inTransaction(
    db,
    async (tx) => {
      await lockLane(tx, lane.id);
      const ids = await stillWaiting(
        tx,
        rows.map(({ id }) => id),
      );
      const left = rows.filter(({ id }) => ids.has(id));
      if (left.length > 0) await work(tx, { lane, rows: left });
    },
    { plans: 'kept' },
  );
}

/** Webhooks of WABAs nobody has connected, shown to supervisors once it is clear that nobody is about to. */
export async function parkUnrouted({ db, tools }: Draining): Promise<number> {
  return await inTransaction(db, async (tx) => {
    const rows = await unrouted(tx, limits.unroutedAfterMs, limits.laneBatch);
    const detail = (row: InboxRow) =>
      row.wabaId
        ? `WhatsApp Business account ${row.wabaId} is not connected. Connect it with \`throughline connect\`, then replay.`
        : 'It names no WhatsApp Business account. Kept as it came.';
    const items = rows.map((row) => ({
      id: tools.newId(),
      inboxId: row.id,
      wabaId: row.wabaId,
      field: null,
      reason: row.wabaId ? ('portfolio_unknown' as const) : ('not_readable' as const),
      detail: detail(row),
      body: row.body,
      receivedAt: row.receivedAt,
    }));
    await park(tx, null, items);
    return rows.length;
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return body.toString('utf8');
  }
}

/** The database's or network's trouble, not the data's: nothing is parked for it, the batch is tried again. */
export function isPassing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(CONNECT|CONNECTION|ECONN|EPIPE|ETIMEDOUT|08|40|53|55|57)/.test(code);
}

/** For the log: what failed and where in the program. Never the message: those quote values. */
function failureOf(error: unknown): { error: string; at: string | undefined } {
  const frames = error instanceof Error ? error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) : undefined;
  return { error: nameOf(error), at: frames?.slice(0, 12).join('\n') };
}

/** An error's name and SQL state, never its message: those quote values. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}`;
}

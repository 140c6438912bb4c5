// Time's door to the inbound walk: takes lanes that have something waiting, some hundreds of webhooks at a time.
//
// One lane is one portfolio and one writer, which gives order and freedom from deadlock; lanes run side by side, on as many
// nodes as there are. A batch that fails is tried webhook by webhook, a webhook that fails is taken apart, and only the item
// that cannot be applied is parked: its siblings go on.

import type { Policy, PortfolioId } from '@throughline/identity';
import { readWebhook } from '@throughline/whatsapp';
import type { Logger } from 'pino';
import { type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { parkedItem } from '../flows/entries.ts';
import { receiveEvents } from '../flows/receive-events.ts';
import { relayWebhooks } from '../flows/relay-webhooks.ts';
import type { Tools } from '../flows/tools.ts';
import { type Counts, claimLane, finish, type InboxRow, lockLane, park, unrouted, waiting } from '../inbox/store.ts';
import { limits } from '../limits.ts';

export interface Draining {
  db: Database;
  policy: Policy;
  tools: Tools;
  log: Logger;
  /** A lane is ours from now on: others may have something waiting too. */
  taken?: () => void;
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
export async function drainLane({ db, policy, tools, log, taken }: Draining): Promise<number> {
  let failed: Failed | undefined;
  try {
    return await inTransaction(db, async (tx) => {
      const lane = await claimLane(tx);
      if (!lane) return 0;
      taken?.();
      const { id: portfolioId, relayed } = lane;
      const rows = await waiting(tx, portfolioId, limits.laneBatch);
      failed = { portfolioId, rows, relayed };
      await receiveEvents(tx, portfolioId, rows, { policy, tools });
      if (relayed) relayWebhooks(tx, portfolioId, rows);
      return rows.length;
    });
  } catch (error) {
    if (!failed || failed.rows.length === 0 || isPassing(error)) throw error;
    log.warn({
      event: 'batch_failed',
      portfolio: failed.portfolioId,
      webhooks: failed.rows.length,
      error: nameOf(error),
    });
    return await oneByOne({ db, policy, tools, log }, failed);
  }
}

interface Failed {
  portfolioId: PortfolioId;
  rows: InboxRow[];
  relayed: boolean;
}

async function oneByOne(draining: Draining, { portfolioId, rows, relayed }: Failed): Promise<number> {
  for (const row of rows) {
    try {
      await inLane(draining.db, portfolioId, async (tx) => {
        await receiveEvents(tx, portfolioId, [row], draining);
        if (relayed) relayWebhooks(tx, portfolioId, [row]);
      });
    } catch (error) {
      if (isPassing(error)) throw error;
      await takeApart(draining, { portfolioId, relayed }, row).catch((worse) =>
        setAside(draining, { portfolioId, relayed, row }, worse),
      );
    }
  }
  return rows.length;
}

/** Each item in a savepoint of its own; what fails alone is parked with the reason. */
async function takeApart(
  draining: Draining,
  { portfolioId, relayed }: Omit<Failed, 'rows'>,
  row: InboxRow,
): Promise<void> {
  const { db, tools, log } = draining;
  const items = readWebhook(parse(row.body));
  await inLane(db, portfolioId, async (tx) => {
    const total: Counts = { items: 0, applied: 0, repeated: 0, kept: 0, parked: 0, dropped: 0 };
    for (const item of items) {
      const alone: InboxRow = { ...row, body: Buffer.from(JSON.stringify(item.origin.envelope())) };
      try {
        const counts = await tx.savepoint((inner) => receiveEvents(inner, portfolioId, [alone], draining));
        add(total, counts.get(row.id));
      } catch (error) {
        if (isPassing(error)) throw error;
        log.error({ event: 'item_failed', portfolio: portfolioId, kind: item.kind, error: nameOf(error) });
        const detail = `Applying it failed (${nameOf(error)}). Nothing else of its webhook was held up. Replay it after an update.`;
        await park(tx, portfolioId, [parkedItem({ row, item }, { reason: 'failed', detail }, tools)]);
        add(total, { items: 1, applied: 0, repeated: 0, kept: 0, parked: 1, dropped: 0 });
      }
    }
    await finish(tx, new Map([[row.id, total]]));
    if (relayed) relayWebhooks(tx, portfolioId, [row]);
  });
}

/** What cannot even be taken apart, such as nesting too deep to be written again, is parked whole: a lane never stands still. */
async function setAside(
  { db, tools, log }: Draining,
  { portfolioId, relayed, row }: Omit<Failed, 'rows'> & { row: InboxRow },
  error: unknown,
): Promise<void> {
  if (isPassing(error)) throw error;
  log.error({ event: 'webhook_failed', portfolio: portfolioId, error: nameOf(error) });
  const detail = `The webhook could not be taken apart (${nameOf(error)}). Kept whole, as it came; replay it after an update.`;
  const { wabaId, body, receivedAt } = row;
  await inLane(db, portfolioId, async (tx) => {
    await park(tx, portfolioId, [
      { id: tools.newId(), inboxId: row.id, wabaId, field: null, reason: 'failed', detail, body, receivedAt },
    ]);
    await finish(tx, new Map([[row.id, { items: 1, applied: 0, repeated: 0, kept: 0, parked: 1, dropped: 0 }]]));
    if (relayed) relayWebhooks(tx, portfolioId, [row]);
  });
}

function add(total: Counts, more: Counts | undefined): void {
  if (more) for (const name of Object.keys(more) as (keyof Counts)[]) total[name] += more[name];
}

function inLane(db: Database, portfolioId: PortfolioId, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  return inTransaction(db, async (tx) => {
    await lockLane(tx, portfolioId);
    await work(tx);
  });
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

/** An error's name and SQL state, never its message: those quote values. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}`;
}

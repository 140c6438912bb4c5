// The inbound walk, inside: some hundreds of webhooks of one portfolio, one transaction. Read, resolve, place, count.
// The caller holds the portfolio's lane.

import { firstReceived, type Policy, type PortfolioId } from '@throughline/identity';
import { readWebhook, type TemplateItem, type WebhookItem } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import { evidenceOf } from '../contacts/rules-evidence.ts';
import type { Transaction } from '../db/connect.ts';
import { type Applicable, fateOf } from '../inbox/rules-sorting.ts';
import { type Counts, finish, type InboxRow, type KeptItem, keep, type ParkedItem, park } from '../inbox/store.ts';
import { policyAndNumbersOf } from '../numbers/policy.ts';
import { hasMarks } from '../privacy/marks.ts';
import { applyTemplateNews } from './apply-template-news.ts';
import { dropErased } from './drop-erased.ts';
import { type Entry, parkedItem } from './entries.ts';
import { placeItems } from './place-items.ts';
import { startResolving } from './resolve-identities.ts';
import type { Tools } from './tools.ts';

/** What a portfolio's webhooks are read by. */
export interface Ground {
  numbers: ReadonlySet<string>;
  policy: Policy;
  /** Whether anybody was erased here. */
  marked: boolean;
}

export async function groundOf(tx: Transaction, portfolioId: PortfolioId, policy: Policy): Promise<Ground> {
  const [rules, marked] = await Promise.all([policyAndNumbersOf(tx, portfolioId, policy), hasMarks(tx, portfolioId)]);
  return { ...rules, numbers: new Set(rules.numbers.map(({ phoneNumberId }) => phoneNumberId)), marked };
}

/**
 * Answers what the items of each webhook came to.
 *
 * Here and below, what needs no answer is sent one behind the other without waiting for it: a connection answers in turn. Each wait costs a
 * small batch, on a busy machine, more than most statements do.
 */
export async function receiveEvents(
  tx: Transaction,
  portfolioId: PortfolioId,
  rows: readonly InboxRow[],
  { ground: { numbers, policy, marked }, tools }: { ground: Ground; tools: Tools },
): Promise<ReadonlyMap<number, Counts>> {
  const entries = rows.flatMap((row) => readRow(row).map((item) => ({ row, item })));
  const { live, dropped } = await dropErased(tx, portfolioId, { entries, marked, policy, tools });
  const { apply, templates, kept, parked } = sortOut(live, numbers, tools);

  const evidence = apply.flatMap(({ row, item }) => {
    const said = evidenceOf(item, tools.keyed);
    return said ? { ...said, receivedAt: row.receivedAt.getTime() } : [];
  });
  const { resolved, saved } = await startResolving(tx, portfolioId, firstReceived(evidence), policy, tools);
  const [placed] = await Promise.all([placeItems(tx, portfolioId, apply, { resolved, tools }), saved]);

  const news = await applyTemplateNews(tx, portfolioId, templates);

  const newlyKept = await keep(tx, portfolioId, onceKept(kept.map((one) => one.item)));
  await park(tx, portfolioId, [...parked.map((one) => one.item), ...placed.parked.map((one) => one.item)]);
  const changes = [
    ...placed.changes,
    ...(news.changed ? [{ kind: 'template' as const, subjectId: tools.newId() }] : []),
    ...(parked.length + placed.parked.length > 0 ? [{ kind: 'parked' as const, subjectId: tools.newId() }] : []),
    ...(resolved.asks ? [{ kind: 'review' as const, subjectId: tools.newId() }] : []),
  ];
  const tally = new Tally(rows);
  for (const { row } of dropped) tally.add(row, 'dropped');
  for (const { row, item } of kept) tally.add(row, newlyKept.delete(item.eventKey) ? 'kept' : 'repeated');
  for (const { row } of [...parked, ...placed.parked]) tally.add(row, 'parked');
  for (const [entry, count] of news.counts) tally.add(entry.row, count);
  for (const [entry, count] of placed.counts) tally.add(entry.row, count);
  await Promise.all([record(tx, portfolioId, changes), finish(tx, tally.counts)]);
  return tally.counts;
}

function readRow(row: InboxRow): WebhookItem[] {
  try {
    return readWebhook(JSON.parse(row.body.toString('utf8')));
  } catch (error) {
    const problem = `The body is not JSON (${error instanceof Error ? error.name : 'unknown'})`;
    const origin = { wabaId: row.wabaId ?? '', field: '', envelope: () => row.body.toString('utf8') };
    return [{ kind: 'unreadable', at: 0, origin, problem, value: null }];
  }
}

interface Sorted {
  apply: Entry<Applicable>[];
  templates: Entry<TemplateItem>[];
  kept: { row: InboxRow; item: KeptItem }[];
  parked: { row: InboxRow; item: ParkedItem }[];
}

function sortOut(entries: readonly Entry[], numbers: ReadonlySet<string>, tools: Tools): Sorted {
  const sorted: Sorted = { apply: [], templates: [], kept: [], parked: [] };
  for (const entry of entries) {
    const { row, item } = entry;
    const fate = fateOf(item, { numbers, receivedAt: row.receivedAt.getTime() });
    if (fate.kind === 'apply') sorted.apply.push({ row, item: fate.item });
    else if (fate.kind === 'template') sorted.templates.push({ row, item: fate.item });
    else if (fate.kind === 'keep') sorted.kept.push({ row, item: keptItem(entry) });
    else sorted.parked.push({ row, item: parkedItem(entry, fate, tools) });
  }
  return sorted;
}

function keptItem({ row, item }: Entry): KeptItem {
  const known = item.kind === 'other' || item.kind === 'app-contact' ? item : undefined;
  return {
    wabaId: row.wabaId,
    eventKey: known?.eventId ?? '',
    topic: item.kind === 'other' ? item.topic : item.origin.field,
    phoneNumberId: item.origin.phoneNumberId ?? null,
    at: item.at,
    value: item.kind === 'other' ? item.value : item.origin.envelope(),
  };
}

function onceKept(items: readonly KeptItem[]): KeptItem[] {
  return [...new Map(items.map((one) => [one.eventKey, one])).values()];
}

/** Counts per webhook; they must add up to its items, which the table checks. */
class Tally {
  readonly counts: Map<number, Counts>;

  constructor(rows: readonly InboxRow[]) {
    this.counts = new Map(
      rows.map((row) => [row.id, { items: 0, applied: 0, repeated: 0, kept: 0, parked: 0, dropped: 0 }]),
    );
  }

  add(row: InboxRow, count: Exclude<keyof Counts, 'items'>): void {
    const counts = this.counts.get(row.id);
    if (!counts) return;
    counts.items += 1;
    counts[count] += 1;
  }
}

// What comes late about somebody erased is dropped and counted, and what it came in is written again without it: by redelivery, replay or
// import nobody comes back. What is newer than the erasure is about somebody new, and goes on. What others say goes on too, without the cards
// that show them.

import { type Bsuid, type Evidence, identifiersOf, type Policy, type PortfolioId } from '@throughline/identity';
import { neighborhoodsOf } from '../contacts/load.ts';
import type { Transaction } from '../db/connect.ts';
import { type InboxRow, rewrite } from '../inbox/store.ts';
import { countDropped, marksAmong } from '../privacy/marks.ts';
import { isErased, type Signs, signsOf } from '../privacy/rules-marks.ts';
import type { Entry } from './entries.ts';
import { marksOfCards, withoutErasedCards } from './rules-shown-cards.ts';
import type { Tools } from './tools.ts';

interface Dropping {
  entries: readonly Entry[];
  /** Whether anybody was erased here at all. */
  marked: boolean;
  policy: Policy;
  tools: Tools;
}

/** What may be gone on with, and what was dropped. */
export async function dropErased(
  tx: Transaction,
  portfolioId: PortfolioId,
  { entries, marked, policy, tools }: Dropping,
): Promise<{ live: readonly Entry[]; dropped: readonly Entry[] }> {
  if (!marked) return { live: entries, dropped: [] };
  const signs = new Map(entries.map((entry) => [entry, signsOf(entry.item, tools.keyed)]));
  const shown = entries.flatMap(({ item }) => marksOfCards(item, tools.keyed));
  const marks = await marksAmong(tx, portfolioId, [...new Set([...[...signs.values()].flatMap(allMarks), ...shown])]);
  if (marks.size === 0) return { live: entries, dropped: [] };
  const others = await knownAccounts(tx, portfolioId, { signs: [...signs.values()], policy });
  const old = (entry: Entry) => {
    const own = signs.get(entry);
    return own !== undefined && isErased(own, entry.item.at, { marks, others });
  };
  const dropped = entries.filter(old);
  const bare = new Map<Entry, Entry>();
  for (const entry of entries) {
    const item = withoutErasedCards(entry.item, marks, tools.keyed);
    if (item) bare.set(entry, { ...entry, item });
  }
  if (dropped.length + bare.size === 0) return { live: entries, dropped };
  const live = entries.filter((entry) => !dropped.includes(entry)).map((entry) => bare.get(entry) ?? entry);
  await rewrite(tx, bodiesWithout([...dropped, ...bare.keys()], live));
  if (dropped.length > 0) await countDropped(tx, portfolioId, { items: dropped.length, now: tools.clock() });
  return { live, dropped };
}

function allMarks({ items, accounts, phones }: Signs): string[] {
  return [...items, ...accounts, ...phones];
}

/** Accounts somebody here is known by: whoever was erased is known by none. */
async function knownAccounts(
  tx: Transaction,
  portfolioId: PortfolioId,
  { signs, policy }: { signs: readonly Signs[]; policy: Policy },
): Promise<Set<string>> {
  const values = [...new Set(signs.flatMap((one) => one.values))];
  const keys = values.map((value) => ({ value, keys: identifiersOf(asked(value), policy) }));
  const known = await neighborhoodsOf(
    tx,
    portfolioId,
    keys.flatMap((one) => one.keys),
  );
  return new Set(keys.filter((one) => one.keys.some((key) => known.has(key))).map(({ value }) => value));
}

function asked(value: string): Evidence {
  return { kind: 'seen-together', id: '' as Evidence['id'], at: 0, by: 'customer', bsuid: value as Bsuid };
}

/** Each webhook that held something of theirs, as it would have been without. */
function bodiesWithout(touched: readonly Entry[], live: readonly Entry[]): { id: InboxRow['id']; body: Buffer }[] {
  const rows = [...new Set(touched.map(({ row }) => row))];
  const left = Map.groupBy(live, ({ row }) => row);
  return rows.map((row) => {
    const entry = (left.get(row) ?? []).flatMap(({ item }) => {
      const envelope = item.origin.envelope() as { entry?: unknown[] };
      return envelope.entry ?? [];
    });
    return { id: row.id, body: Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry })) };
  });
}

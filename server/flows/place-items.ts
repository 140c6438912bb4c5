// Items find their owners and threads: messages, calls, statuses and preferences, each set in one statement.

import { type PortfolioId, tieOf } from '@throughline/identity';
import { lockThreads } from '../conversations/locking.ts';
import { News } from '../conversations/rules-news.ts';
import { takeEarly } from '../conversations/statuses.ts';
import { workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { type Applicable, partyOf } from '../inbox/rules-sorting.ts';
import { type Entry, parkedItem } from './entries.ts';
import { noteWork } from './note-work.ts';
import { openThreads } from './open-threads.ts';
import { callOwners, callTie, placeCalls } from './place-calls.ts';
import { placeMessages } from './place-messages.ts';
import { placePreferences, placeStatuses, threadsOfStatuses } from './place-statuses.ts';
import type { Owned, Placed, Threaded, Writing } from './placing.ts';
import type { Resolved } from './resolve-identities.ts';
import { settleNumberRequests } from './settle-number-requests.ts';
import type { Tools } from './tools.ts';

interface Placing {
  resolved: Resolved;
  tools: Tools;
}

export async function placeItems(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  placing: Placing,
): Promise<Placed> {
  const { tools, resolved } = placing;
  const placed: Placed = { counts: new Map(), parked: [], changes: [] };
  const owned = await findOwners(tx, portfolioId, entries, { ...placing, placed });
  const keys = owned.map((one) => ({ holderId: one.holderId, phoneNumberId: one.number, at: one.item.at }));
  const threads = await openThreads(tx, portfolioId, keys, tools);
  const ids = [...new Set(threads.values())];
  const threadOf = (one: Owned) => threads.get(`${one.holderId} ${one.number}`) ?? '';
  const writing: Writing = { threadOf, news: new News(), placed, tools };
  const spokenOf = ids.length === 0 ? [] : await threadsOfStatuses(tx, portfolioId, entries, tools);
  // Those that get items and those that statuses are about, together: one set after the other could meet somebody who holds one of each.
  const locked = lockThreads(tx, portfolioId, [...new Set([...ids, ...spokenOf])]);
  const [before, echoed] = await Promise.all([
    workOf(tx, portfolioId, ids),
    placeMessages(tx, portfolioId, owned, writing),
    locked,
  ]);
  await placeCalls(tx, portfolioId, owned, writing);
  await noteWork(tx, portfolioId, writing.news.all(), { tools, before });
  // A status may have been faster than the echo of the message it belongs to.
  const early = await takeEarly(tx, portfolioId, echoed);
  const touched = await placeStatuses(tx, portfolioId, { entries, early }, placed, tools);
  await placePreferences(tx, portfolioId, entries, placing, placed);
  for (const entry of entries) if (entry.item.kind === 'rotation') placed.counts.set(entry, 'applied');

  const changed = new Set([...threads.values(), ...touched, ...resolved.changedThreads]);
  const fresh = owned.filter((one) => placed.counts.get(one.entry) === 'applied');
  for (const id of await settleNumberRequests(tx, portfolioId, { fresh, threads: changed }, tools)) changed.add(id);

  const holders = new Map(owned.map((one) => [threadOf(one), one.holderId]));
  for (const id of changed) {
    const holder = holders.get(id);
    const contactId = holder && resolved.contactOf(holder);
    placed.changes.push({ kind: 'conversation', subjectId: id, ...(contactId && { contactId }) });
  }
  for (const id of resolved.changedContacts) placed.changes.push({ kind: 'contact', subjectId: id, contactId: id });
  return placed;
}

/** Whose each item is, by the identifiers it came with. What nobody can be found for is parked: R2 leaves nothing to go by. */
async function findOwners(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  { resolved, tools, placed }: Placing & { placed: Placed },
): Promise<Owned[]> {
  const calls = await callOwners(tx, portfolioId, entries, { resolved, tools });
  return entries.flatMap((entry) => {
    const { row, item } = entry;
    if (item.kind === 'status' || item.kind === 'rotation' || item.kind === 'preference') return [];
    const tie = tieIn(item, tools);
    const holderId =
      item.kind === 'call' ? calls.get(item.callId) : resolved.holderOf(partyOf(item), { at: item.at, tie });
    if (holderId) return [{ row, item, entry, holderId, tie, number: item.origin.phoneNumberId ?? '' }];
    const detail = 'Its only identifier is a number of the business itself, which never identifies a customer.';
    placed.parked.push({ row, item: parkedItem(entry, { reason: 'no_identifier', detail }, tools) });
    return [];
  });
}

function tieIn(item: Threaded, tools: Tools): string {
  return item.kind === 'call' ? callTie(item, tools) : tieOf(tools.keyed(item.wamid), partyOf(item));
}

// Calls into their threads: one row a call, whose owner is whoever was there when it began.

import { type HolderId, type PortfolioId, tieOf } from '@throughline/identity';
import type { CallItem } from '@throughline/whatsapp';
import { addEvents, type CallNews, type CallOwner, knownEvents, ownersOf } from '../calls/store.ts';
import type { Transaction } from '../db/connect.ts';
import { append } from '../events/store.ts';
import type { Applicable } from '../inbox/rules-sorting.ts';
import type { Entry } from './entries.ts';
import type { Owned, Writing } from './placing.ts';
import type { Resolved } from './resolve-identities.ts';
import type { Tools } from './tools.ts';

/** Whose each call is, by the earliest event known of it: a number may change hands before its end is told. */
export async function callOwners(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  { resolved, tools }: { resolved: Resolved; tools: Tools },
): Promise<Map<string, HolderId | undefined>> {
  const items = entries.flatMap(({ item }) => (item.kind === 'call' ? [item] : []));
  const known = await ownersOf(tx, portfolioId, [...new Set(items.map((item) => item.callId))]);
  const calls = Map.groupBy(items, (item) => item.callId);
  return new Map([...calls].map(([id, events]) => [id, ownerOf(events, known.get(id), { resolved, tools })]));
}

function ownerOf(
  events: readonly CallItem[],
  known: CallOwner | undefined,
  { resolved, tools }: { resolved: Resolved; tools: Tools },
): HolderId | undefined {
  const first = events.reduce((a, b) => (b.at < a.at ? b : a));
  if (known && known.at <= first.at) return known.holderId;
  return resolved.holderOf(first.party, { at: first.at, tie: callTie(first, tools) });
}

/** A call keeps one place in the timeline whichever of its events came first. */
export function callTie({ callId }: CallItem, tools: Tools): string {
  return tieOf(tools.keyed(callId), {});
}

export async function placeCalls(
  tx: Transaction,
  portfolioId: PortfolioId,
  owned: readonly Owned[],
  { threadOf, news, placed, tools }: Writing,
): Promise<void> {
  const calls: CallNews[] = [];
  for (const one of owned) {
    const { item } = one;
    if (item.kind !== 'call') continue;
    const { party } = item;
    const direction = item.direction === 'from_customer' ? 'in' : 'out';
    calls.push({
      id: tools.newId(),
      conversationId: threadOf(one),
      phoneNumberId: one.number,
      callId: item.callId,
      direction,
      tie: one.tie,
      phone: party.phone ?? null,
      bsuid: party.bsuid ?? null,
      parent: party.parent ?? null,
      event: item.event,
      at: item.at,
      completed: item.completed ?? null,
      durationS: item.durationS ?? null,
    });
    placed.counts.set(one.entry, 'applied');
    news.call(threadOf(one), one.tie, direction, item);
  }
  const known = await knownEvents(tx, portfolioId, [...new Set(calls.map(({ callId }) => callId))]);
  await addEvents(tx, portfolioId, calls);
  const fresh = new Map(calls.map((call) => [`${call.callId} ${call.event}`, call]));
  append(
    tx,
    portfolioId,
    [...fresh].flatMap(([name, { at, conversationId, callId, event }]) =>
      known.has(name) ? [] : [{ type: 'call.updated', at, conversationId, callId, data: { event } }],
    ),
  );
}

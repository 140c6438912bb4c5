// Items find their threads: messages, calls, statuses and preferences, each set in one statement.

import { type HolderId, type PortfolioId, type Position, tieOf } from '@throughline/identity';
import { type CallItem, type EchoItem, type MessageItem, type StatusItem, summarize } from '@throughline/whatsapp';
import { addEvents, type CallNews } from '../calls/store.ts';
import type { ChangeNote } from '../changes/store.ts';
import { eventIdOf } from '../contacts/rules-evidence.ts';
import { savePreferences } from '../contacts/store.ts';
import { applyWords } from '../conversations/statuses.ts';
import { addMessages, type NewMessage, openThreads, type ThreadNews, tell } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { type Applicable, partyOf } from '../inbox/rules-sorting.ts';
import type { InboxRow, ParkedItem } from '../inbox/store.ts';
import type { BusinessNumber } from '../numbers/store.ts';
import { finish as finishSend } from '../outbound/store.ts';
import { type Entry, parkedItem } from './entries.ts';
import type { Resolved } from './resolve-identities.ts';
import type { Tools } from './tools.ts';

interface Placing {
  resolved: Resolved;
  numbers: readonly BusinessNumber[];
  tools: Tools;
}

export interface Placed {
  counts: Map<Entry<Applicable>, 'applied' | 'repeated' | 'kept'>;
  parked: { row: InboxRow; item: ParkedItem }[];
  changes: ChangeNote[];
}

type Threaded = MessageItem | EchoItem | CallItem;
interface Owned extends Entry<Threaded> {
  entry: Entry<Applicable>;
  holderId: HolderId;
  tie: string;
  number: string;
}

export async function placeItems(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  placing: Placing,
): Promise<Placed> {
  const placed: Placed = { counts: new Map(), parked: [], changes: [] };
  const owned = findOwners(entries, placing, placed);
  const threads = await openThreads(
    tx,
    portfolioId,
    owned.map((one) => ({ holderId: one.holderId, phoneNumberId: one.number, at: one.item.at })),
    placing.tools.newId,
  );
  const threadOf = (one: Owned) => threads.get(`${one.holderId} ${one.number}`) ?? '';
  const news = new News();
  await placeMessages(tx, portfolioId, owned, { threadOf, news, placed, tools: placing.tools });
  await placeCalls(tx, portfolioId, owned, { threadOf, news, placed, tools: placing.tools });
  await tell(tx, portfolioId, news.all());
  const touched = await placeStatuses(tx, portfolioId, entries, placed, placing.tools);
  await placePreferences(tx, portfolioId, entries, placing, placed);
  for (const entry of entries) if (entry.item.kind === 'rotation') placed.counts.set(entry, 'applied');

  const holders = new Map(owned.map((one) => [threadOf(one), one.holderId]));
  for (const id of new Set([...threads.values(), ...touched, ...placing.resolved.changedThreads])) {
    const holder = holders.get(id);
    const contactId = holder && placing.resolved.contactOf(holder);
    placed.changes.push({ kind: 'conversation', subjectId: id, ...(contactId && { contactId }) });
  }
  for (const id of placing.resolved.changedContacts)
    placed.changes.push({ kind: 'contact', subjectId: id, contactId: id });
  return placed;
}

/** Whose each item is, by the identifiers it came with. What nobody can be found for is parked: R2 leaves nothing to go by. */
function findOwners(entries: readonly Entry<Applicable>[], { resolved, tools }: Placing, placed: Placed): Owned[] {
  return entries.flatMap((entry) => {
    const { row, item } = entry;
    if (item.kind === 'status' || item.kind === 'rotation' || item.kind === 'preference') return [];
    const position = positionOf(item, tools);
    const holderId = resolved.holderOf(partyOf(item), position);
    if (holderId) return [{ row, item, entry, holderId, tie: position.tie, number: item.origin.phoneNumberId ?? '' }];
    const detail = 'Its only identifier is a number of the business itself, which never identifies a customer.';
    placed.parked.push({ row, item: parkedItem(entry, { reason: 'no_identifier', detail }, tools) });
    return [];
  });
}

/** A call keeps one place in the timeline whichever of its events came first. */
function positionOf(item: Threaded, tools: Tools): Position {
  if (item.kind === 'call') return { at: item.at, tie: tieOf(tools.keyed(item.callId), {}) };
  return { at: item.at, tie: tieOf(tools.keyed(item.wamid), partyOf(item)) };
}

interface Writing {
  threadOf: (one: Owned) => string;
  news: News;
  placed: Placed;
  tools: Tools;
}

async function placeMessages(
  tx: Transaction,
  portfolioId: PortfolioId,
  owned: readonly Owned[],
  { threadOf, news, placed, tools }: Writing,
): Promise<void> {
  const rows = new Map<string, { one: Owned; message: NewMessage }>();
  for (const one of owned)
    if (one.item.kind !== 'call') {
      const message = messageOf(one.item, threadOf(one), one, tools);
      rows.set(message.id, { one, message });
    }
  const added = await addMessages(
    tx,
    portfolioId,
    [...rows.values()].map(({ message }) => message),
  );
  for (const [id, { one, message }] of rows) {
    placed.counts.set(one.entry, added.has(id) ? 'applied' : 'repeated');
    if (added.has(id)) news.message(message);
  }
}

function messageOf(
  item: MessageItem | EchoItem,
  conversationId: string,
  { number, tie }: Owned,
  tools: Tools,
): NewMessage {
  const { content } = item;
  const party = partyOf(item);
  const incoming = item.kind === 'message';
  return {
    id: tools.newId(),
    conversationId,
    phoneNumberId: number,
    wamid: item.wamid,
    direction: incoming ? 'in' : 'out',
    at: item.at,
    tie,
    phone: party.phone ?? null,
    bsuid: party.bsuid ?? null,
    parent: party.parent ?? null,
    type: content.type,
    body: content.type === 'text' ? content.body : null,
    summary: summarize(content),
    quotesWamid: item.quotes ?? null,
    targetWamid: 'target' in content ? content.target : null,
    emoji: content.type === 'reaction' ? content.emoji : null,
    raw: content.raw,
    via: item.via,
    author: incoming ? null : 'WhatsApp Business app',
    status: incoming ? 'received' : (item.status ?? 'sent'),
  };
}

async function placeCalls(
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
    news.call(threadOf(one), item.at, direction, item);
  }
  await addEvents(tx, portfolioId, calls);
}

/** Answers the threads whose messages changed. */
async function placeStatuses(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  placed: Placed,
  tools: Tools,
): Promise<Set<string>> {
  const words = entries.flatMap((entry) =>
    entry.item.kind === 'status' ? [{ entry, word: wordOf(entry.item, tools) }] : [],
  );
  const outcome = await applyWords(
    tx,
    portfolioId,
    words.map(({ word }) => word),
  );
  for (const { entry, word } of words)
    placed.counts.set(
      entry,
      outcome.repeated.has(word.eventKey) ? 'repeated' : outcome.early.has(word.eventKey) ? 'kept' : 'applied',
    );
  for (const messageId of outcome.settled) await finishSend(tx, portfolioId, messageId);
  return outcome.conversations;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function wordOf(item: StatusItem, tools: Tools) {
  return {
    eventKey: tools.keyed(eventIdOf(item) ?? ''),
    wamid: item.wamid,
    messageId: item.callbackData && uuid.test(item.callbackData) ? item.callbackData : null,
    status: item.status,
    at: item.at,
    errors: item.errors,
  };
}

async function placePreferences(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  { resolved, tools }: Placing,
  placed: Placed,
): Promise<void> {
  const found = entries.flatMap((entry) => {
    const { row, item } = entry;
    if (item.kind !== 'preference') return [];
    const holderId = resolved.holderOf(item.from, { at: item.at, tie: tieOf(tools.keyed(item.eventId), item.from) });
    const { phone = null, bsuid = null, parent = null } = item.from;
    if (holderId)
      return [
        {
          entry,
          row: {
            eventKey: item.eventId,
            at: item.at,
            phone,
            bsuid,
            parent,
            holderId,
            category: item.category,
            value: item.value,
          },
        },
      ];
    placed.parked.push({
      row,
      item: parkedItem(entry, { reason: 'no_identifier', detail: 'It names nobody we may match.' }, tools),
    });
    return [];
  });
  const unique = [...new Map(found.map((one) => [one.row.eventKey, one])).values()];
  const fresh = await savePreferences(
    tx,
    portfolioId,
    unique.map((one) => one.row),
  );
  for (const { entry, row } of found) placed.counts.set(entry, fresh.delete(row.eventKey) ? 'applied' : 'repeated');
}

/** What a batch adds to each thread's summary. */
class News {
  private readonly threads = new Map<string, ThreadNews>();

  all(): ThreadNews[] {
    return [...this.threads.values()];
  }

  message({ conversationId, at, direction, via, summary, status }: NewMessage): void {
    const live = direction === 'in' && via === 'live';
    this.add(
      conversationId,
      at,
      { kind: 'message', direction, summary, status },
      { opens: live, unread: live ? 1 : 0 },
    );
  }

  call(conversationId: string, at: number, direction: 'in' | 'out', item: CallItem): void {
    const talked = (item.durationS ?? 0) > 0;
    const summary = talked
      ? 'Call'
      : item.event === 'ended' || item.event === 'rejected'
        ? 'Missed call'
        : 'Incoming call';
    this.add(
      conversationId,
      at,
      { kind: 'call', direction, summary, status: item.event },
      { opens: direction === 'in', unread: 0 },
    );
  }

  private add(
    conversationId: string,
    at: number,
    item: Omit<ThreadNews['lastItem'], 'at'>,
    { opens, unread }: { opens: boolean; unread: number },
  ): void {
    const known = this.threads.get(conversationId);
    const newest = !known || at >= known.lastItemAt;
    const customer = Math.max(known?.lastCustomerAt ?? Number.NEGATIVE_INFINITY, opens ? at : Number.NEGATIVE_INFINITY);
    this.threads.set(conversationId, {
      conversationId,
      createdAt: Math.min(known?.createdAt ?? at, at),
      lastItemAt: Math.max(known?.lastItemAt ?? at, at),
      lastCustomerAt: Number.isFinite(customer) ? customer : null,
      unread: (known?.unread ?? 0) + unread,
      lastItem: newest ? { ...item, at } : known.lastItem,
    });
  }
}

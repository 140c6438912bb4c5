// From "this changed" to fresh answers in the cache. The rows of lists and what was said in the open thread go side by side, each no
// faster than the server answers: a few changes ask for just those rows, a flood for the head of the list on the screen, which is where whatever
// has just moved is. What nobody looks at is only marked, and asked for when somebody does.

import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Change, Conversation, ConversationDetail, Page } from '@throughline/contract';
import { type ListQuery, withConversations, withHead } from './conversation-lists.ts';
import { gathering } from './gathering.ts';
import { conversationRows, keys, listHead } from './queries.ts';
import { togetherKeys } from './together.ts';
import { countAgain } from './work.ts';

const gatherMs = 50;
/** What is said in the open thread is waited for: only what comes in the same breath is gathered. */
const threadMs = 20;
/** What stands around the open thread (its window, whose it is, how much is unread): in a flood behind what is said in it. */
const detailRest = 4;
/** The list is the dearest question, and drawing it is too: in a flood it is asked a seventh of the time. */
const rowsMs = 100;
const rowsRest = 6;
/** It rests no longer than this for one answer that was slow. */
const rowsMostMs = 800;
/** Rows that are held further down, and which a flood has passed over: told again in their turn, out of the way of its head. */
const deeperMs = 1_000;
const deeperRest = 6;
/** Of somebody who has written, what stands beside the thread: told again soon, and never in the way of what they wrote. */
const peopleMs = 500;
const peopleRest = 3;
/** The board counts all that is open: often enough to be live, and no oftener. */
const boardMs = 2_000;
/** More rows than this in a moment: the head of the list is the shorter question. */
const floodAt = 30;
/** And of those held further down, so many are asked for at once; the server takes no more. */
const rowsAtOnce = 100;

type ListData = InfiniteData<Page<Conversation>, string | undefined>;

export function changeApplier(client: QueryClient, settled: (conversationId: string) => Promise<void>) {
  const deeper = gathering<string>(deeperMs, (ids) => refreshDeeper(client, new Set(ids)), deeperRest);
  const rows = gathering<string>(rowsMs, (ids) => refreshRows(client, [...new Set(ids)], deeper), rowsRest, rowsMostMs);
  const threads = gathering<string>(threadMs, (ids) => refreshThreads(client, new Set(ids), settled));
  const details = gathering<string>(gatherMs, (ids) => refreshDetails(client, new Set(ids)), detailRest);
  const others = gathering<Change>(gatherMs, async (changes) => {
    for (const kind of new Set(changes.map((change) => change.kind))) {
      const key = keyOf[kind];
      if (key) void client.invalidateQueries({ queryKey: key });
    }
    if (changes.some(({ kind }) => kind === 'review')) countAgain(client);
    const changed = new Set(changes.flatMap(({ kind, id }) => (kind === 'contact' ? [id] : [])));
    if (changed.size === 0) return;
    void peopleAgain(client, changed);
    for (const id of heldOf(client, changed)) {
      rows(id);
      threads(id);
      details(id);
    }
  });
  const people = gathering<string>(peopleMs, (ids) => peopleAgain(client, new Set(ids)), peopleRest);

  const board = gathering<void>(boardMs, () => client.invalidateQueries({ queryKey: keys.board }));

  return (change: Change) => {
    board();
    if (change.kind === 'conversation') {
      countAgain(client);
      rows(change.id);
      threads(change.id);
      details(change.id);
    }
    if (change.kind !== 'conversation') others(change);
    if (change.contactId && change.kind !== 'contact') people(change.contactId);
  };
}

const keyOf: Partial<Record<Change['kind'], readonly unknown[]>> = {
  parked: keys.parked,
  review: keys.reviews,
  template: keys.templates,
  campaign: keys.campaigns,
  mention: togetherKeys.mentions,
  canned_reply: togetherKeys.canned,
  labels: keys.labels,
  privacy: keys.privacy,
  subscription: keys.webhooks,
  canary: keys.readiness,
};

function peopleAgain(client: QueryClient, contacts: ReadonlySet<string>): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [kind, id] }) => aboutContacts.has(kind) && contacts.has(id as string),
  });
}

const aboutContacts = new Set<unknown>(
  [keys.contact(''), keys.threadsOf(''), keys.explanation('')].map(([kind]) => kind),
);

/** Puts one conversation as it is now into every place that shows it. */
export function place(client: QueryClient, detail: ConversationDetail): void {
  client.setQueryData(keys.conversation(detail.id), detail);
  placeRows(client, [detail]);
}

function placeRows(client: QueryClient, changed: Conversation[]): void {
  for (const [key, data] of client.getQueriesData<ListData>({ queryKey: keys.lists })) {
    if (data) client.setQueryData<ListData>(key, withConversations(data, changed, key[1] as ListQuery));
  }
}

/** In a flood the heads of the lists; what it has passed over is handed on. */
async function refreshRows(client: QueryClient, ids: string[], passedOver: (id: string) => void): Promise<void> {
  if (ids.length <= floodAt) return await askForRows(client, ids);
  const cache = client.getQueryCache();
  void client.invalidateQueries({ queryKey: keys.lists, refetchType: 'none' });
  const heads = new Set<string>();
  await Promise.all(
    cache.findAll({ queryKey: keys.lists, type: 'active' }).map(async ({ queryKey }) => {
      const head = await listHead(queryKey[1] as ListQuery).catch(() => undefined);
      if (!head) return;
      for (const { id } of head.data) heads.add(id);
      client.setQueryData<ListData>(queryKey, (held) => held && withHead(held, head.data));
    }),
  );
  for (const id of ids) if (!heads.has(id)) passedOver(id);
}

async function refreshDeeper(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const held = heldAmong(client, ids);
  for (let from = 0; from < held.length; from += rowsAtOnce)
    await askForRows(client, held.slice(from, from + rowsAtOnce));
}

async function askForRows(client: QueryClient, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  try {
    placeRows(client, (await conversationRows(ids)).data);
  } catch {
    await client.invalidateQueries({ queryKey: keys.lists });
  }
}

async function refreshThreads(
  client: QueryClient,
  ids: ReadonlySet<string>,
  settled: (id: string) => Promise<void>,
): Promise<void> {
  await Promise.all(
    heldFor(client, threadKind, ids).map(async (queryKey) => {
      // A reply being sent is shown already; asking before its answer would show it twice.
      await settled(queryKey[1] as string);
      await client.invalidateQueries({ queryKey, exact: true });
    }),
  );
}

async function refreshDetails(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  await Promise.all(
    heldFor(client, detailKind, ids).map((queryKey) => client.invalidateQueries({ queryKey, exact: true })),
  );
}

function heldFor(client: QueryClient, wanted: unknown, ids: ReadonlySet<string>): QueryKey[] {
  return client
    .getQueryCache()
    .findAll({ predicate: ({ queryKey: [kind, id] }) => kind === wanted && ids.has(id as string) })
    .map(({ queryKey }) => queryKey);
}

const [threadKind] = keys.thread('');
const [detailKind] = keys.conversation('');

function heldOf(client: QueryClient, contacts: ReadonlySet<string>): string[] {
  return contacts.size === 0 ? [] : heldRows(client, ({ contactId }) => contacts.has(contactId));
}

function heldAmong(client: QueryClient, ids: ReadonlySet<string>): string[] {
  return ids.size === 0 ? [] : heldRows(client, ({ id }) => ids.has(id));
}

/** Ids of the rows held that are meant, once each. */
function heldRows(client: QueryClient, isMeant: (row: Conversation) => boolean): string[] {
  const found = new Set<string>();
  for (const [, data] of client.getQueriesData<ListData>({ queryKey: keys.lists }))
    for (const page of data?.pages ?? []) for (const row of page.data) if (isMeant(row)) found.add(row.id);
  return [...found];
}

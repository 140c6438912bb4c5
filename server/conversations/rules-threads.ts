// Which thread an item belongs in, after a decision changed whose it is. Pure: items and threads in, a plan out.

import { type HolderId, holderOf, type Position, type State, type Whereabouts } from '@throughline/identity';

export interface Thread {
  id: string;
  holderId: HolderId;
  phoneNumberId: string;
  createdAt: number;
}

export interface PlacedItem extends Whereabouts {
  kind: 'message' | 'call';
  id: string;
  threadId: string;
  position: Position;
}

export interface ThreadPlan {
  create: Thread[];
  /** Threads that go on under another holder, keeping their id. */
  repoint: { id: string; holderId: HolderId }[];
  /** Threads that ended up empty, each with the one that took its items. */
  retire: { id: string; into: string }[];
  moves: { kind: 'message' | 'call'; id: string; threadId: string }[];
}

/**
 * Items keep the identifiers they arrived with; here they follow them. One thread per holder and number; where several come
 * together the oldest survives (R18), and an item whose owner is not to be found stays where it is.
 */
export function planThreads(
  threads: readonly Thread[],
  items: readonly PlacedItem[],
  state: State,
  newId: () => string,
): ThreadPlan {
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  const itemsOf = Map.groupBy(items, (item) => item.threadId);
  const targets = new Map<string, PlacedItem[]>();
  for (const item of items) {
    const thread = byId.get(item.threadId);
    if (!thread) continue;
    const holder = holderOf(state, item, item.position) ?? thread.holderId;
    const key = keyOf(holder, thread.phoneNumberId);
    targets.set(key, [...(targets.get(key) ?? []), item]);
  }
  const plan: ThreadPlan = { create: [], repoint: [], retire: [], moves: [] };
  const taken = new Set<string>();
  for (const [key, group] of targets) {
    const survivor = survivorOf(key, group, { byId, itemsOf, taken }) ?? fresh(key, group, newId, plan);
    taken.add(survivor);
    const thread = byId.get(survivor);
    const holderId = holderIn(key);
    if (thread && thread.holderId !== holderId) plan.repoint.push({ id: survivor, holderId });
    for (const item of group)
      if (item.threadId !== survivor) plan.moves.push({ kind: item.kind, id: item.id, threadId: survivor });
  }
  const origin = new Map(items.map((item) => [item.id, item.threadId]));
  const lastMove = new Map(plan.moves.map((move) => [origin.get(move.id), move.threadId]));
  for (const thread of threads) {
    const into = lastMove.get(thread.id);
    if (!taken.has(thread.id) && into) plan.retire.push({ id: thread.id, into });
  }
  return plan;
}

/** Whether every name and every phone's interval has the owner it had: then no item can have moved. */
export function sameOwners(before: State, after: State): boolean {
  const owners = (state: State) =>
    [
      ...state.names.map((name) => `${name.value} ${name.holderId}`),
      ...state.leases.map(
        ({ key, holderId, from, until }) => `${key} ${holderId} ${from.at} ${from.tie} ${until?.at} ${until?.tie}`,
      ),
    ].sort();
  return JSON.stringify(owners(before)) === JSON.stringify(owners(after));
}

interface Placing {
  byId: ReadonlyMap<string, Thread>;
  itemsOf: ReadonlyMap<string, PlacedItem[]>;
  taken: ReadonlySet<string>;
}

/** The oldest of the holder's own thread and those whose every item comes along. */
function survivorOf(key: string, group: readonly PlacedItem[], { byId, itemsOf, taken }: Placing): string | undefined {
  const members = new Set(group.map((item) => item.id));
  const whole = [...new Set(group.map((item) => item.threadId))].filter((id) =>
    (itemsOf.get(id) ?? []).every((item) => members.has(item.id)),
  );
  const own = [...byId.values()]
    .filter((thread) => keyOf(thread.holderId, thread.phoneNumberId) === key)
    .map((thread) => thread.id);
  return [...new Set([...own, ...whole])]
    .filter((id) => !taken.has(id))
    .sort((a, b) => (byId.get(a)?.createdAt ?? 0) - (byId.get(b)?.createdAt ?? 0) || (a < b ? -1 : 1))[0];
}

function fresh(key: string, group: readonly PlacedItem[], newId: () => string, plan: ThreadPlan): string {
  const thread: Thread = {
    id: newId(),
    holderId: holderIn(key),
    phoneNumberId: key.slice(key.indexOf(' ') + 1),
    createdAt: Math.min(...group.map((item) => item.position.at)),
  };
  plan.create.push(thread);
  return thread.id;
}

function keyOf(holderId: HolderId, phoneNumberId: string): string {
  return `${holderId} ${phoneNumberId}`;
}

function holderIn(key: string): HolderId {
  return key.slice(0, key.indexOf(' ')) as HolderId;
}

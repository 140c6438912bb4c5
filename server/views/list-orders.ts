// In which order conversations are listed, and how a page goes on where the last one ended.

import { type Fragment, fragment } from '../db/sql.ts';
import { readCursor } from './paging.ts';

export type ListOrder = 'newest' | 'waiting' | 'priority' | 'due';

interface Placed {
  id: string;
  lastItemAt: Date;
  waitingSince: Date | null;
  dueAt: Date | null;
  priority: number;
}

interface Order {
  by: Fragment;
  beyond: (cursor: string | undefined) => Fragment;
  place: (last: Placed) => (string | number)[];
}

/** Later than anything: where those stand that do not wait, or are promised nothing. */
const never = '9999-12-31T23:59:59.999Z';
const none = fragment``;
const waits = fragment`coalesce(c.waiting_since, ${never}::timestamptz)`;
const isDue = fragment`coalesce(c.due_at, ${never}::timestamptz)`;

const soonest = (key: Fragment, at: (last: Placed) => Date | null): Order => ({
  by: fragment`${key}, c.id`,
  beyond: (cursor) => {
    const after = readCursor<[string, string]>(cursor, ['time', 'id']);
    return after ? fragment`and (${key}, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : none;
  },
  place: (last) => [at(last)?.toISOString() ?? never, last.id],
});

export const orders: Readonly<Record<ListOrder, Order>> = {
  newest: {
    by: fragment`c.last_item_at desc, c.id desc`,
    beyond: (cursor) => {
      const after = readCursor<[string, string]>(cursor, ['time', 'id']);
      return after ? fragment`and (c.last_item_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : none;
    },
    place: (last) => [last.lastItemAt.toISOString(), last.id],
  },
  waiting: soonest(waits, (last) => last.waitingSince),
  due: soonest(isDue, (last) => last.dueAt),
  priority: {
    by: fragment`c.priority, c.last_item_at desc, c.id desc`,
    beyond: (cursor) => {
      const after = readCursor<[number, string, string]>(cursor, ['line', 'time', 'id']);
      if (!after) return none;
      const [rank, at, id] = after;
      return fragment`and (c.priority > ${rank}::int or (c.priority = ${rank}::int and (c.last_item_at, c.id) < (${at}::timestamptz, ${id}::uuid)))`;
    },
    place: (last) => [last.priority, last.lastItemAt.toISOString(), last.id],
  },
};

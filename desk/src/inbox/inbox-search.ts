// What the list shows, as the address says it: only what differs from the usual stands there. Pure.

import { type ListQuery, type Queue, queues, type Sort, sorts } from '../api/conversation-lists.ts';
import { filtersIn } from '../labels/field-filter.ts';

export interface InboxSearch {
  queue?: Queue;
  team?: string;
  sort?: Sort;
  unread?: boolean;
  /** Each `ID:VALUE`: labels/field-filter.ts. */
  field?: string[];
  q?: string;
  /** The message to go to in the open conversation. */
  at?: string;
}

type Shown = Omit<ListQuery, 'me'>;

/** Whatever else stands in an address is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const queue = queues.find((one) => one === search.queue);
  const sort = sorts.find((one) => one === search.sort);
  const field = filtersIn(search.field);
  return {
    ...(queue && { queue }),
    ...(sort && { sort }),
    ...(typeof search.team === 'string' && { team: search.team }),
    ...(search.unread === true && { unread: true }),
    ...(field && { field }),
    ...(typeof search.at === 'string' && { at: search.at }),
    ...(search.q !== undefined && search.q !== '' && { q: String(search.q) }),
  };
}

export function shownOf({ queue, team, q, sort, unread, field }: InboxSearch): Shown {
  return {
    queue: queue ?? 'everyone',
    team,
    q: q ?? '',
    sort: sort ?? 'newest',
    unread: unread ?? false,
    field: field ?? [],
  };
}

export function searchOf({ queue, team, q, sort, unread, field = [] }: Shown): InboxSearch {
  return {
    ...(queue === 'everyone' ? {} : { queue }),
    ...(queue === 'team' && team !== undefined ? { team } : {}),
    ...(q === '' ? {} : { q }),
    ...(sort === 'newest' ? {} : { sort }),
    ...(unread ? { unread } : {}),
    ...(field.length === 0 ? {} : { field: [...field] }),
  };
}

// Pages of the Graph API: `limit`, `after` and `before` in, `paging.cursors` and links out (Meta, "Paginated results", read 2026-09).

import type { Json } from './payloads.ts';

export interface Cursored {
  data: Json[];
  paging?: Json;
}

interface PageRequest<T> {
  query: URLSearchParams;
  /** Where the list is asked for, without the query. */
  url: string;
  keyOf: (item: T) => string;
}

const DEFAULT_LIMIT = 25;
const MOST = 1000;

export function page<T>(all: readonly T[], { query, url, keyOf }: PageRequest<T>, show: (item: T) => Json): Cursored {
  const asked = Number(query.get('limit') ?? DEFAULT_LIMIT);
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST) : DEFAULT_LIMIT;
  const indexOf = (cursor: string | null): number => {
    if (cursor === null) return -1;
    const key = Buffer.from(cursor, 'base64url').toString();
    return all.findIndex((item) => keyOf(item) === key);
  };
  const after = indexOf(query.get('after'));
  const before = indexOf(query.get('before'));
  const end = before >= 0 ? before : all.length;
  const start = before >= 0 ? Math.max(0, before - limit) : after + 1;
  const items = all.slice(start, Math.min(end, start + limit));
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return { data: [] };
  const cursors = { before: cursorOf(keyOf(first)), after: cursorOf(keyOf(last)) };
  const link = (name: 'after' | 'before'): string => {
    const rest = new URLSearchParams(query);
    for (const key of ['after', 'before', 'access_token']) rest.delete(key);
    rest.set('limit', String(limit));
    rest.set(name, cursors[name]);
    return `${url}?${rest}`;
  };
  return {
    data: items.map(show),
    paging: {
      cursors,
      ...(start + items.length < all.length ? { next: link('after') } : {}),
      ...(start > 0 ? { previous: link('before') } : {}),
    },
  };
}

const cursorOf = (key: string): string => Buffer.from(key).toString('base64url');

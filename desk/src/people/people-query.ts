// Which people are looked for: what stands in the address, as the server is asked for it. Pure.

import { filtersIn } from '../labels/field-filter.ts';

export const sorts = ['last_seen', 'first_seen', 'name'] as const;
export type Sort = (typeof sorts)[number];
export const who = ['hidden', 'phone', 'no_phone', 'username', 'stopped'] as const;
export type Who = (typeof who)[number];
export const seens = ['1', '7', '30', 'not_30', 'not_90'] as const;
export type Seen = (typeof seens)[number];

export interface PeopleSearch {
  q?: string;
  who?: Who;
  tag?: string;
  /** Each `ID:VALUE`: labels/field-filter.ts. */
  field?: string[];
  seen?: Seen;
  sort?: Exclude<Sort, 'last_seen'>;
}

/** The same with one part put, or left out. */
export function withPart<K extends keyof PeopleSearch>(
  search: PeopleSearch,
  part: K,
  value: PeopleSearch[K] | undefined,
): PeopleSearch {
  const { [part]: _before, ...rest } = search;
  return value === undefined ? rest : { ...rest, [part]: value };
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);
const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value));

export function readSearch(search: Record<string, unknown>): PeopleSearch {
  const sort = oneOf(sorts, search.sort);
  const read = {
    q: text(search.q),
    who: oneOf(who, search.who),
    tag: text(search.tag),
    field: filtersIn(search.field),
    seen: oneOf(seens, search.seen),
    sort: sort === 'last_seen' ? undefined : sort,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as PeopleSearch;
}

const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

/** `now`: to the hour, so that the question stays the same while somebody looks at the answer. */
export function peopleParams(search: PeopleSearch, now: number): Record<string, string | boolean | string[]> {
  const days = (count: number) => new Date(Math.floor(now / hourMs) * hourMs - count * dayMs).toISOString();
  const { q, tag, field, seen, sort } = search;
  return {
    ...(q !== undefined && { q }),
    ...(tag !== undefined && { tag }),
    ...(field !== undefined && { field }),
    ...(sort !== undefined && { sort }),
    ...(search.who === 'hidden' && { hidden: true }),
    ...(search.who === 'phone' && { hasPhone: true }),
    ...(search.who === 'no_phone' && { hasPhone: false }),
    ...(search.who === 'username' && { hasUsername: true }),
    ...(search.who === 'stopped' && { marketing: 'stopped' }),
    ...(seen?.startsWith('not_')
      ? { seenBefore: days(Number(seen.slice(4))) }
      : seen && { seenAfter: days(Number(seen)) }),
  };
}

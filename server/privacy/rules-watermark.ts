// What an erased person leaves behind so that nothing old comes back: keyed hashes, each with the time it was theirs.

import type { PhoneKey } from '@throughline/identity';
import type { Keyed } from './rules-chain.ts';
import { markOf, type Watermark } from './rules-marks.ts';

export interface KnownBy {
  readonly phones: readonly { readonly key: string; readonly from: string; readonly until: string }[];
  readonly bsuids: readonly string[];
  readonly parents: readonly string[];
  /** Meta's ids of messages and calls. */
  readonly items: readonly string[];
}

/**
 * A number only for as long as it was theirs: what is older or newer under it is somebody else's. `erasedAt` in milliseconds; open
 * ends are `-infinity` and `infinity`, as PostgreSQL has them.
 */
export function watermarksOf({ phones, bsuids, parents, items }: KnownBy, erasedAt: number, keyed: Keyed): Watermark[] {
  const always = (mark: string): Watermark => ({ mark, from: 0, until: erasedAt });
  const held = phones.map(({ key, from, until }) => ({
    mark: markOf.phone(key as PhoneKey, keyed),
    from: from === '-infinity' ? 0 : Date.parse(from),
    // The moment somebody else has it is theirs.
    until: until === 'infinity' ? erasedAt : Date.parse(until) - 1,
  }));
  return [
    ...held.filter(({ from, until }) => from <= until),
    ...[...bsuids, ...parents].map((value) => always(markOf.account(value, keyed))),
    ...items.map((id) => always(markOf.item(id, keyed))),
  ];
}

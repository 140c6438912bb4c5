// Who is who in one neighborhood: the accounts and eras, the names they are known by, the phones they have held.
//
// A neighborhood is everything connected by shared identifiers; evidence about one never changes another. The state is a
// value: the fold makes a new one, the store saves the difference.

import { type Anchor, compare, type Position, type Word } from './evidence.ts';
import type { Bsuid, E164, ParentBsuid, Username } from './identifiers.ts';
import { type PhoneKey, phoneKeyOf } from './phones.ts';

declare const holderId: unique symbol;
declare const contactId: unique symbol;
/** An account (a chain of BSUIDs) or an era (phone-only history of a number): whoever can hold a phone. */
export type HolderId = string & { readonly [holderId]: true };
/** The person agents see. Random, permanent; a retired one stays an alias. */
export type ContactId = string & { readonly [contactId]: true };

export interface Holder {
  id: HolderId;
  /** The person it belongs to: its own contact, or the one people put it together with. */
  contactId: ContactId;
  /** The contact it was born with: its own again when it is told apart. */
  ownContactId: ContactId;
  /** How many accounts and eras with a life of their own were found to be this one (R34). */
  parts: number;
  /** The earliest evidence of it: decides which side of a join survives. */
  born: Position;
  /** The last evidence of any kind. */
  last: Position;
  /** The last thing the person did; and since when what they show (username, phone or none) and who they are made of is the same. */
  heard: Position | null;
  stableSince: Position | null;
  name: string | null;
  username: Username | null;
  /** The phone the latest act of the person carried, in Meta's spelling; null where it carried none. */
  showsPhone: E164 | null;
  /** Since when the person's acts carry no phone. */
  hiddenSince: number | null;
  /** Meta's hash of the person's key, as last shown. */
  keyHash: string | null;
}

/** A BSUID or parent BSUID of an account. Retired ones (until set) still resolve: late webhooks carry them. */
export interface Name {
  kind: 'bsuid' | 'parent';
  value: Bsuid | ParentBsuid;
  holderId: HolderId;
  since: Position;
  until: Position | null;
  seen: Position;
}

/** An interval on one phone's timeline: who held it, from when, until when. At most one is open per phone. */
export interface Lease {
  key: PhoneKey;
  /** The spelling Meta sent last: what a reply goes to. */
  phone: E164;
  holderId: HolderId;
  from: Position;
  last: Position;
  /** The last time the person was heard on it; null where only we wrote. */
  heardAt: number | null;
  until: Position | null;
  /**
   * rotated: the person moved to another number. taken: another account has it. replaced: a second number appeared. gone: given up,
   * by somebody's word. rekeyed: the key behind the number changed.
   */
  ended: 'rotated' | 'taken' | 'replaced' | 'gone' | 'rekeyed' | null;
  /** Opened by a number change that named no BSUID: the first one seen on it belongs to the same account (R20). */
  awaitsAccount: boolean;
  /** A message of ours to this number reached another account: nobody's history moves by that, but replies do not go there (R27). */
  doubted: boolean;
}

export interface State {
  holders: Holder[];
  names: Name[];
  leases: Lease[];
  /** Everything people have said about who is who here, taken back or not. */
  words: readonly Word[];
  /** The last position folded in; null where nothing is known yet. */
  last: Position | null;
}

export const emptyState: State = { holders: [], names: [], leases: [], words: [], last: null };

/**
 * States of neighborhoods that turn out to be connected. They shared no identifier so far, so neither changes the other. Everything
 * in the order in which one fold of both would have met it, however it was read back: rules take the first that fits.
 */
export function union(states: readonly State[]): State {
  return {
    holders: states.flatMap((state) => state.holders).sort((a, b) => compare(a.born, b.born)),
    names: states.flatMap((state) => state.names).sort((a, b) => compare(a.since, b.since)),
    leases: states.flatMap((state) => state.leases).sort((a, b) => compare(a.from, b.from)),
    words: states.flatMap((state) => state.words),
    last: states.reduce<Position | null>((last, { last: own }) => later(last, own), null),
  };
}

export function later(a: Position | null, b: Position | null): Position | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) >= 0 ? a : b;
}

export function earlier(a: Position, b: Position): Position {
  return compare(a, b) <= 0 ? a : b;
}

/** An era has no name yet; an account has at least one. */
export function isEra(state: State, id: HolderId): boolean {
  return !state.names.some((name) => name.holderId === id);
}

export interface Whereabouts {
  phone?: E164;
  bsuid?: Bsuid;
  parent?: ParentBsuid;
}

/**
 * Whose an item is that arrived with these identifiers at this position: the account of its BSUID, else of its parent
 * BSUID, else whoever held the phone then. Every item is derived this way, so only evidence can change it.
 */
export function holderOf(state: State, party: Whereabouts, position: Position): HolderId | undefined {
  const named = (value: string) => state.names.find((name) => name.value === value)?.holderId;
  return (
    (party.bsuid && named(party.bsuid)) ??
    (party.parent && named(party.parent)) ??
    (party.phone && leaseAt(state, phoneKeyOf(party.phone), position)?.holderId)
  );
}

/** The last lease opened at or before the position, if it had not ended by then. */
export function leaseAt(state: State, key: PhoneKey, position: Position): Lease | undefined {
  const opened = state.leases.filter((lease) => lease.key === key && compare(lease.from, position) <= 0);
  const last = opened.sort((a, b) => compare(b.from, a.from))[0];
  return last && (last.until === null || compare(position, last.until) < 0) ? last : undefined;
}

/** Who an anchor means now; undefined where nobody does any more. */
export function holderAt(state: State, anchor: Anchor): HolderId | undefined {
  if (anchor.kind === 'phone') return leaseAt(state, phoneKeyOf(anchor.value), anchor)?.holderId;
  return state.names.find((name) => name.value === anchor.value)?.holderId;
}

/**
 * What to call a holder by in words that last: its first account id, else its first parent id, else its first number from when it had
 * it. Ids learned of one fact are equally old, and then the smaller one counts: states come in no order of their own.
 */
export function anchorOf(state: State, id: HolderId): Anchor | undefined {
  const names = state.names
    .filter((name) => name.holderId === id)
    .sort((a, b) => compare(a.since, b.since) || (a.value < b.value ? -1 : 1));
  const name = names.find(({ kind }) => kind === 'bsuid') ?? names[0];
  if (name) return { kind: name.kind, value: name.value } as Anchor;
  const [lease] = state.leases
    .filter((own) => own.holderId === id)
    .sort((a, b) => compare(a.from, b.from) || (a.key < b.key ? -1 : 1));
  return lease && { kind: 'phone', value: lease.phone, ...lease.from };
}

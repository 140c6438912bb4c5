// States as rows: the shapes json_to_recordset reads, in the order of the tables' columns.

import { createHash } from 'node:crypto';
import {
  type ContactId,
  type Evidence,
  type Holder,
  type Lease,
  type Name,
  type Notice,
  nameOf,
  type Position,
  type Presentation,
  phoneKeyOf,
  presentContact,
  type Review,
  type Rotated,
  type Run,
  type SeenTogether,
  type State,
  type Word,
} from '@throughline/identity';
import { timestamp } from '../db/rows.ts';
import { searchable } from '../folding.ts';
import type { NeighborhoodId } from './read-rows.ts';

const at = (position: Position | null) => (position ? timestamp(position.at) : null);
const tie = (position: Position | null) => position?.tie ?? null;
const time = (ms: number | null) => (ms === null ? null : timestamp(ms));

export function evidenceRow(neighborhood: NeighborhoodId, { id, at: happenedAt, receivedAt, kind, ...said }: Evidence) {
  const { columns, detail } = split(kind, said);
  return {
    id,
    neighborhood_id: neighborhood,
    at: timestamp(happenedAt),
    received_at: time(receivedAt ?? null),
    kind,
    ...columns,
    detail: Object.keys(detail).length > 0 ? detail : null,
  };
}

const bare = {
  said_by: null as string | null,
  phone: null as string | null,
  bsuid: null as string | null,
  parent: null as string | null,
  previous_phone: null as string | null,
  previous_bsuid: null as string | null,
  previous_parent: null as string | null,
  name: null as string | null,
  username: null as string | null,
  no_username: false,
};

/** The two common kinds have columns. What those have no room for, and all of any other kind, is the detail. */
function split(kind: Evidence['kind'], said: object): { columns: typeof bare; detail: object } {
  if (kind === 'seen-together') {
    const { by, phone, bsuid, parent, name, username, ...detail } = said as Omit<SeenTogether, 'id' | 'at' | 'kind'>;
    const ids = { phone: phone ?? null, bsuid: bsuid ?? null, parent: parent ?? null };
    const shown = { name: name ?? null, username: username ?? null, no_username: username === null };
    return { columns: { ...bare, said_by: by, ...ids, ...shown }, detail };
  }
  if (kind === 'rotated') {
    const { previous, current, ...detail } = said as Omit<Rotated, 'id' | 'at' | 'kind'>;
    const columns = {
      ...bare,
      phone: current.phone ?? null,
      bsuid: current.bsuid ?? null,
      parent: current.parent ?? null,
      previous_phone: previous.phone ?? null,
      previous_bsuid: previous.bsuid ?? null,
      previous_parent: previous.parent ?? null,
    };
    return { columns, detail };
  }
  return { columns: bare, detail: said };
}

export function runRow(id: string, neighborhood: NeighborhoodId, run: Run) {
  return {
    id,
    neighborhood_id: neighborhood,
    first_at: timestamp(run.first.at),
    first_tie: run.first.tie,
    last_at: timestamp(run.last.at),
    last_tie: run.last.tie,
    count: run.count,
    content: run.content,
    positions: Buffer.from(run.positions).toString('base64'),
  };
}

export function holderRow(neighborhood: NeighborhoodId, holder: Holder) {
  return {
    id: holder.id,
    neighborhood_id: neighborhood,
    contact_id: holder.contactId,
    born_at: timestamp(holder.born.at),
    born_tie: holder.born.tie,
    last_at: timestamp(holder.last.at),
    last_tie: holder.last.tie,
    heard_at: at(holder.heard),
    heard_tie: tie(holder.heard),
    stable_at: at(holder.stableSince),
    stable_tie: tie(holder.stableSince),
    name: holder.name,
    username: holder.username,
    shows_phone: holder.showsPhone,
    hidden_since: time(holder.hiddenSince),
    own_contact_id: holder.ownContactId,
    parts: holder.parts,
    key_hash: holder.keyHash,
  };
}

export function wordRow(neighborhood: NeighborhoodId, { kind, id, at: said, actor, reason, ...detail }: Word) {
  return {
    neighborhood_id: neighborhood,
    id,
    at: timestamp(said),
    kind,
    actor_id: actor.id,
    actor_name: actor.name,
    reason,
    detail,
  };
}

export function reviewRow(id: string, neighborhood: NeighborhoodId, review: Review, settled: boolean) {
  return {
    id,
    neighborhood_id: neighborhood,
    evidence_id: review.evidenceId,
    at: timestamp(review.at),
    tie: review.tie,
    rule: review.rule,
    type: review.type,
    holder_id: review.holderId,
    other_id: review.otherId,
    a: review.a,
    b: review.b,
    phone: review.phone,
    settled,
  };
}

export function nameRow(name: Name) {
  return {
    value: name.value,
    kind: name.kind,
    holder_id: name.holderId,
    since_at: timestamp(name.since.at),
    since_tie: name.since.tie,
    until_at: at(name.until),
    until_tie: tie(name.until),
    seen_at: timestamp(name.seen.at),
    seen_tie: name.seen.tie,
  };
}

export function leaseRow(lease: Lease) {
  return {
    key: lease.key,
    from_at: timestamp(lease.from.at),
    from_tie: lease.from.tie,
    phone: lease.phone,
    holder_id: lease.holderId,
    last_at: timestamp(lease.last.at),
    last_tie: lease.last.tie,
    heard_at: time(lease.heardAt),
    until_at: at(lease.until),
    until_tie: tie(lease.until),
    ended: lease.ended,
    awaits_account: lease.awaitsAccount,
    doubted: lease.doubted,
  };
}

/**
 * Several notices of one event have one place in event order; their ids decide between them, so they begin with a hash of
 * what they say and end in chance. (UUID version 8, RFC 9562: a layout of one's own.)
 */
export function noticeId(notice: Notice, chance: string): string {
  const hash = createHash('sha256').update(`${notice.evidenceId} ${notice.fact.type}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(12, 15)}-a${hash.slice(15, 18)}-${chance.slice(-12)}`;
}

export function noticeRow(id: string, neighborhood: NeighborhoodId, notice: Notice) {
  return {
    id,
    neighborhood_id: neighborhood,
    holder_id: notice.holderId,
    evidence_id: notice.evidenceId,
    at: timestamp(notice.at),
    tie: notice.tie,
    rule: notice.rule,
    type: notice.fact.type,
    fact: notice.fact,
  };
}

/** All contacts of a neighborhood, as agents see them. */
export function contactRowsOf(state: State): ContactRow[] {
  const ids = new Set(state.holders.map((holder) => holder.contactId));
  return [...ids].flatMap((id) => contactRow(state, id) ?? []);
}

export type ContactRow = NonNullable<ReturnType<typeof contactRow>>;

/** A contact as its people make it; undefined where none of them is here any more. */
export function contactRow(state: State, contactId: ContactId) {
  const shown = presentContact(state, contactId);
  if (!shown) return undefined;
  const holders = state.holders.filter((holder) => holder.contactId === contactId);
  return {
    id: contactId,
    display_name: shown.displayName,
    identifier_kind: shown.identifier.kind,
    identifier_value: shown.identifier.value,
    username: shown.username,
    profile_name: shown.name,
    phone: shown.phone,
    hidden_since: time(shown.hiddenSince),
    first_seen_at: timestamp(Math.min(...holders.map((holder) => holder.born.at))),
    search: searchTextOf(state, holders, shown),
  };
}

/** Everything a person may be looked for by, one a line, folded; phones as digits. Sorted: states come in no order of their own. */
function searchTextOf(state: State, holders: readonly Holder[], shown: Presentation): string {
  // Both spellings of a number that has two, so that either is found by either.
  const phones = shown.phones.flatMap(({ value }) => [value.slice(1), phoneKeyOf(value).slice(1)]);
  const words = holders.flatMap((holder) => [nameOf(state, holder), holder.username && `@${holder.username}`]);
  return [...new Set([...words, ...phones].flatMap((word) => (word ? [searchable(word)] : [])))].sort().join('\n');
}

// The contacts room, rows of its tables as the resolver's values. See rows.ts for the way back.

import type {
  Bsuid,
  ContactId,
  E164,
  Evidence,
  EvidenceId,
  Holder,
  HolderId,
  Lease,
  Name,
  ParentBsuid,
  PhoneKey,
  Position,
  RunContent,
  SeenTogether,
  Username,
  Word,
} from '@throughline/identity';

declare const neighborhoodId: unique symbol;
export type NeighborhoodId = string & { readonly [neighborhoodId]: true };

export interface HolderRow {
  id: HolderId;
  neighborhood_id: NeighborhoodId;
  contact_id: ContactId;
  born_at: Date;
  born_tie: string;
  last_at: Date;
  last_tie: string;
  heard_at: Date | null;
  heard_tie: string | null;
  stable_at: Date | null;
  stable_tie: string | null;
  name: string | null;
  username: Username | null;
  shows_phone: E164 | null;
  hidden_since: Date | null;
  own_contact_id: ContactId;
  parts: number;
  key_hash: string | null;
}

export interface WordRow {
  neighborhood_id: NeighborhoodId;
  id: EvidenceId;
  at: Date;
  kind: Word['kind'];
  actor_id: string;
  actor_name: string;
  reason: string;
  detail: object;
}

export interface NameRow {
  neighborhood_id: NeighborhoodId;
  kind: 'bsuid' | 'parent';
  value: Bsuid | ParentBsuid;
  holder_id: HolderId;
  since_at: Date;
  since_tie: string;
  until_at: Date | null;
  until_tie: string | null;
  seen_at: Date;
  seen_tie: string;
}

export interface LeaseRow {
  neighborhood_id: NeighborhoodId;
  key: PhoneKey;
  phone: E164;
  holder_id: HolderId;
  from_at: Date;
  from_tie: string;
  last_at: Date;
  last_tie: string;
  heard_at: Date | null;
  until_at: Date | null;
  until_tie: string | null;
  ended: Lease['ended'];
  awaits_account: boolean;
  doubted: boolean;
}

export interface RunRow {
  id: string;
  neighborhood_id: NeighborhoodId;
  first_at: Date;
  first_tie: string;
  last_at: Date;
  last_tie: string;
  count: number;
  content: RunContent;
  positions: Uint8Array;
}

export interface EvidenceRow {
  id: EvidenceId;
  neighborhood_id: NeighborhoodId;
  at: Date;
  received_at: Date;
  kind: Evidence['kind'];
  said_by: SeenTogether['by'];
  phone: E164 | null;
  bsuid: Bsuid | null;
  parent: ParentBsuid | null;
  previous_phone: E164 | null;
  previous_bsuid: Bsuid | null;
  previous_parent: ParentBsuid | null;
  name: string | null;
  username: Username | null;
  no_username: boolean;
  detail: object | null;
}

function place(at: Date | null, tie: string | null): Position | null {
  return at && tie !== null ? { at: at.getTime(), tie } : null;
}

export function holderOf(row: HolderRow): Holder {
  return {
    id: row.id,
    contactId: row.contact_id,
    born: { at: row.born_at.getTime(), tie: row.born_tie },
    last: { at: row.last_at.getTime(), tie: row.last_tie },
    heard: place(row.heard_at, row.heard_tie),
    stableSince: place(row.stable_at, row.stable_tie),
    name: row.name,
    username: row.username,
    showsPhone: row.shows_phone,
    hiddenSince: row.hidden_since?.getTime() ?? null,
    ownContactId: row.own_contact_id,
    parts: row.parts,
    keyHash: row.key_hash,
  };
}

export function wordOf(row: WordRow): Word {
  const said = {
    id: row.id,
    at: row.at.getTime(),
    actor: { id: row.actor_id, name: row.actor_name },
    reason: row.reason,
  };
  // What this room wrote it reads: the detail is the rest of the word, as `wordRow` left it.
  return { kind: row.kind, ...said, ...row.detail } as Word;
}

export function nameOf(row: NameRow): Name {
  return {
    kind: row.kind,
    value: row.value,
    holderId: row.holder_id,
    since: { at: row.since_at.getTime(), tie: row.since_tie },
    until: place(row.until_at, row.until_tie),
    seen: { at: row.seen_at.getTime(), tie: row.seen_tie },
  };
}

export function leaseOf(row: LeaseRow): Lease {
  return {
    key: row.key,
    phone: row.phone,
    holderId: row.holder_id,
    from: { at: row.from_at.getTime(), tie: row.from_tie },
    last: { at: row.last_at.getTime(), tie: row.last_tie },
    heardAt: row.heard_at?.getTime() ?? null,
    until: place(row.until_at, row.until_tie),
    ended: row.ended,
    awaitsAccount: row.awaits_account,
    doubted: row.doubted,
  };
}

export function evidenceOf(row: EvidenceRow): Evidence {
  const current = partyOf(row.phone, row.bsuid, row.parent);
  const base = { id: row.id, at: row.at.getTime(), receivedAt: row.received_at.getTime() };
  if (row.kind === 'rotated')
    return {
      ...base,
      kind: 'rotated',
      previous: partyOf(row.previous_phone, row.previous_bsuid, row.previous_parent),
      current,
      ...row.detail,
    };
  if (row.kind === 'seen-together')
    return {
      ...base,
      kind: 'seen-together',
      by: row.said_by,
      ...current,
      ...(row.name !== null && { name: row.name }),
      ...(row.username !== null ? { username: row.username } : row.no_username && { username: null }),
      ...row.detail,
    };
  // Of any other kind everything is in the detail, as it was written.
  return { ...base, kind: row.kind as string, ...row.detail } as unknown as Evidence;
}

export function partyOf(phone: E164 | null, bsuid: Bsuid | null, parent: ParentBsuid | null) {
  return { ...(phone && { phone }), ...(bsuid && { bsuid }), ...(parent && { parent }) };
}

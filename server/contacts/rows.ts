// States as rows: the shapes jsonb_to_recordset reads, in the order of the tables' columns.

import type { Evidence, Holder, Lease, Name, Notice, Position, Presentation } from '@throughline/identity';
import { timestamp } from '../db/rows.ts';
import type { NeighborhoodId } from './load.ts';

const at = (position: Position | null) => (position ? timestamp(position.at) : null);
const tie = (position: Position | null) => position?.tie ?? null;
const time = (ms: number | null) => (ms === null ? null : timestamp(ms));

export function evidenceRow(neighborhood: NeighborhoodId, evidence: Evidence) {
  const current = evidence.kind === 'rotated' ? evidence.current : evidence;
  const previous = evidence.kind === 'rotated' ? evidence.previous : {};
  const said = evidence.kind === 'seen-together' ? evidence : undefined;
  return {
    id: evidence.id,
    neighborhood_id: neighborhood,
    at: timestamp(evidence.at),
    kind: evidence.kind,
    said_by: said?.by ?? null,
    phone: current.phone ?? null,
    bsuid: current.bsuid ?? null,
    parent: current.parent ?? null,
    previous_phone: previous.phone ?? null,
    previous_bsuid: previous.bsuid ?? null,
    previous_parent: previous.parent ?? null,
    name: said?.name ?? null,
    username: said?.username ?? null,
    no_username: said?.username === null,
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
  };
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

export function contactRow(holder: Holder, shown: Presentation) {
  return {
    id: holder.contactId,
    display_name: shown.displayName,
    identifier_kind: shown.identifier.kind,
    identifier_value: shown.identifier.value,
    username: shown.username,
    profile_name: holder.name,
    phone: shown.phone,
    hidden_since: time(shown.hiddenSince),
    first_seen_at: timestamp(holder.born.at),
    last_seen_at: timestamp(holder.last.at),
    search: searchTextOf(holder, shown),
  };
}

/** Everything a person may be looked for by, one a line, in lower case; phones as digits. */
function searchTextOf(holder: Holder, shown: Presentation): string {
  const phones = shown.phones.map((phone) => phone.value.slice(1));
  const words = [holder.name, shown.username && `@${shown.username}`, ...phones];
  return [...new Set(words.filter((word) => !!word))].join('\n').toLowerCase();
}

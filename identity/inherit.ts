// Ids that outlive a fold. A fold from the first fact makes new ids; here the people in it take back the ids they had.

import { compare, type Position } from './evidence.ts';
import type { Resolution } from './resolution.ts';
import type { ContactId, HolderId, Lease, State } from './state.ts';
import type { Change } from './trace.ts';

/**
 * Gives every holder of the new state the id and contact of the previous holder it continues: the one that had its names,
 * else the one that held its phones at the same time; among several the earliest born. A previous id goes to one holder only;
 * those left over are retired into the holder that has what was theirs.
 */
export function inherit(previous: State, folded: Resolution): Resolution {
  const { state } = folded;
  const heirs = new Map<HolderId, HolderId>();
  const contacts = new Map<HolderId, ContactId>();
  const claimed = new Set<HolderId>();
  for (const holder of [...state.holders].sort((a, b) => compare(a.born, b.born))) {
    const origin = originsOf(previous, state, holder.id).find(({ id }) => !claimed.has(id));
    if (!origin) continue;
    claimed.add(origin.id);
    heirs.set(holder.id, origin.id);
    contacts.set(holder.id, origin.ownContactId);
  }
  const final = (id: HolderId) => heirs.get(id) ?? id;
  const renamed: State = {
    holders: state.holders.map((holder) => ({
      ...holder,
      id: final(holder.id),
      contactId: contacts.get(holder.id) ?? holder.ownContactId,
      ownContactId: contacts.get(holder.id) ?? holder.ownContactId,
    })),
    names: state.names.map((name) => ({ ...name, holderId: final(name.holderId) })),
    leases: state.leases.map((lease) => ({ ...lease, holderId: final(lease.holderId) })),
    words: state.words,
    last: state.last,
  };
  const follow = (id: HolderId): HolderId => final(folded.retired.get(id) ?? id);
  return {
    state: renamed,
    refolded: true,
    decisions: folded.decisions.map((decision) =>
      decision.holderId ? { ...decision, holderId: follow(decision.holderId) } : decision,
    ),
    notices: folded.notices.map((notice) => ({ ...notice, holderId: follow(notice.holderId) })),
    reviews: folded.reviews.map((review) => ({
      ...review,
      holderId: follow(review.holderId),
      otherId: review.otherId && follow(review.otherId),
    })),
    trace: folded.trace.map((traced) => ({ ...traced, change: renamedChange(traced.change, final) })),
    retired: retiredInto(previous, renamed, claimed),
  };
}

/** Holders that went into others on the way keep the ids of this fold: nobody ever knew them by another. */
function renamedChange(change: Change, final: (id: HolderId) => HolderId): Change {
  const named = { ...change, holderId: final(change.holderId) };
  return 'otherId' in named ? { ...named, otherId: final(named.otherId) } : named;
}

/** Previous holders this one continues, best first. */
function originsOf(previous: State, state: State, id: HolderId) {
  const names = new Set(state.names.filter((name) => name.holderId === id).map((name) => name.value));
  const leases = state.leases.filter((lease) => lease.holderId === id);
  const score = (candidate: HolderId) => {
    if (previous.names.some((name) => name.holderId === candidate && names.has(name.value))) return 2;
    return previous.leases.some((lease) => lease.holderId === candidate && leases.some((own) => overlaps(own, lease)))
      ? 1
      : 0;
  };
  return previous.holders
    .map((holder) => ({ holder, score: score(holder.id) }))
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score || compare(a.holder.born, b.holder.born) || (a.holder.id < b.holder.id ? -1 : 1))
    .map((candidate) => candidate.holder);
}

function retiredInto(previous: State, state: State, claimed: ReadonlySet<HolderId>): Map<HolderId, HolderId> {
  const retired = new Map<HolderId, HolderId>();
  for (const { id } of previous.holders) {
    if (claimed.has(id)) continue;
    const name = previous.names.find((own) => own.holderId === id);
    const lease = previous.leases.find((own) => own.holderId === id);
    const successor =
      state.names.find((now) => now.value === name?.value)?.holderId ??
      state.leases.find((now) => lease && overlaps(now, lease))?.holderId;
    if (successor) retired.set(id, successor);
  }
  return retired;
}

function overlaps(a: Lease, b: Lease): boolean {
  const before = (end: Position | null, start: Position) => end !== null && compare(end, start) <= 0;
  return a.key === b.key && !before(a.until, b.from) && !before(b.until, a.from);
}

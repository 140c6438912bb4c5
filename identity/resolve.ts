// The resolver: evidence in, people out. Two ways to the same answer: fold on from the stored state, or fold everything
// again where a fact arrived late. Both run the same step, so incremental work equals a rebuild.

import { Draft, type Ids } from './draft.ts';
import {
  byPosition,
  compare,
  type Evidence,
  type EvidenceId,
  type Position,
  positionOf,
  type SeenTogether,
} from './evidence.ts';
import { step } from './fold.ts';
import { inherit } from './inherit.ts';
import { phoneKeyOf } from './phones.ts';
import type { Policy } from './policy.ts';
import type { Resolution } from './resolution.ts';
import { emptyState, type Holder, type Lease, type State } from './state.ts';

export interface Rules {
  policy: Policy;
  ids: Ids;
}

/** Whether the neighborhood's whole history is needed: something arrived that is older than what was folded, and it matters. */
export function needsHistory(state: State, arrivals: readonly Evidence[]): boolean {
  const { last } = state;
  return (
    last !== null &&
    arrivals.some((evidence) => compare(positionOf(evidence), last) <= 0 && !isCovered(state, evidence))
  );
}

/** Folds arrivals onto the state. None may need history; late ones that change nothing are passed over. */
export function extend(state: State, arrivals: readonly Evidence[], { policy, ids }: Rules): Resolution {
  const draft = new Draft(state, policy, ids);
  const { last } = state;
  const fresh = arrivals.filter((evidence) => last === null || compare(positionOf(evidence), last) > 0);
  const decisions = inOrder(fresh).map((evidence) => step(draft, evidence));
  return { state: draft.state, decisions, notices: draft.notices, refolded: false, retired: draft.retired };
}

/**
 * Folds a neighborhood from its first fact. People keep the ids they had: every holder that shares a name or a phone's
 * interval with a previous one takes over its id and contact.
 */
export function refold(history: readonly Evidence[], previous: State, { policy, ids }: Rules): Resolution {
  const draft = new Draft(emptyState, policy, ids);
  const decisions = inOrder(history).map((evidence) => step(draft, evidence));
  return inherit(previous, {
    state: draft.state,
    decisions,
    notices: draft.notices,
    refolded: true,
    retired: draft.retired,
  });
}

function inOrder(evidence: readonly Evidence[]): Evidence[] {
  const once = new Map<EvidenceId, Evidence>(evidence.map((item) => [item.id, item]));
  return [...once.values()].sort(byPosition);
}

/**
 * A late observation that the fold would pass over without a trace: strictly inside what is known, and saying the same.
 * Redelivered backlogs are mostly this, so they cost no history.
 */
function isCovered(state: State, evidence: Evidence): boolean {
  if (evidence.kind !== 'seen-together' || evidence.by === 'business') return false;
  const position = positionOf(evidence);
  const inside = (from: Position, to: Position) => compare(from, position) < 0 && compare(position, to) < 0;

  const values = [evidence.bsuid, evidence.parent].filter((value) => value !== undefined);
  const names = values.map((value) => state.names.find((name) => name.value === value));
  if (names.some((name) => !name || name.until !== null || !inside(name.since, name.seen))) return false;

  const key = evidence.phone && phoneKeyOf(evidence.phone);
  const lease = key && state.leases.find((known) => known.key === key && inside(known.from, known.last));
  if (key && (!lease || lease.until !== null || lease.awaitsAccount || lease.phone !== evidence.phone)) return false;

  const holders = new Set([...names, lease].filter((owned) => !!owned).map(({ holderId }) => holderId));
  const holder = state.holders.find(({ id }) => holders.size === 1 && holders.has(id));
  if (!holder || (holder.stableSince && compare(holder.stableSince, position) >= 0)) return false;
  return evidence.by === 'status' || saysNothingNew(holder, evidence, lease || undefined, inside);
}

function saysNothingNew(
  holder: Holder,
  evidence: SeenTogether,
  lease: Lease | undefined,
  inside: (from: Position, to: Position) => boolean,
): boolean {
  const { stableSince, heard } = holder;
  if (!stableSince || !heard || !inside(stableSince, heard)) return false;
  if (lease && (lease.heardAt === null || lease.heardAt < evidence.at)) return false;
  const sameUsername = evidence.username === undefined || evidence.username === holder.username;
  const sameName = evidence.name === undefined || evidence.name === holder.name;
  return sameUsername && sameName && (evidence.phone ?? null) === holder.showsPhone;
}

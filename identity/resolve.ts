// The resolver: evidence in, people out. Two ways to the same answer: fold on from the stored state, or fold everything
// again where a fact arrived late. Both run the same step, so incremental work equals a rebuild.

import { cardsOf } from './cards.ts';
import { withContacts } from './contacts.ts';
import { Draft, type Ids } from './draft.ts';
import {
  byPosition,
  compare,
  type Evidence,
  type EvidenceId,
  type Observation,
  type Position,
  positionOf,
  type SeenTogether,
} from './evidence.ts';
import { step } from './fold.ts';
import { inherit } from './inherit.ts';
import type { Decision } from './notices.ts';
import { phoneKeyOf } from './phones.ts';
import type { Policy } from './policy.ts';
import type { Resolution } from './resolution.ts';
import { emptyState, type Holder, type HolderId, type Lease, type State } from './state.ts';
import { anchorsOf, isWord } from './words.ts';

export interface Rules {
  policy: Policy;
  ids: Ids;
}

/**
 * Whether the neighborhood's whole history is needed: something arrived that is older than what was folded, and it matters; or
 * people said something, which counts from the beginning.
 */
export function needsHistory(state: State, arrivals: readonly Evidence[]): boolean {
  const { last } = state;
  if (arrivals.some(isWord) || changesAnAnchor(state, arrivals)) return true;
  return (
    last !== null &&
    arrivals.some((evidence) => compare(positionOf(evidence), last) <= 0 && !isCovered(state, evidence))
  );
}

/** Something from before the moment a word speaks of: it may be about somebody else now. */
function changesAnAnchor({ words }: State, arrivals: readonly Evidence[]): boolean {
  const moments = words.flatMap(anchorsOf).filter((anchor) => anchor.kind === 'phone');
  return moments.some((moment) => arrivals.some((evidence) => compare(positionOf(evidence), moment) <= 0));
}

/** Folds arrivals onto the state. None may need history; late ones that change nothing are passed over. */
export function extend(state: State, arrivals: readonly Evidence[], { policy, ids }: Rules): Resolution {
  const draft = new Draft(state, policy, ids);
  const { last } = state;
  const fresh = arrivals.filter((evidence) => last === null || compare(positionOf(evidence), last) > 0);
  const decisions = inOrder(fresh).map((evidence) => step(draft, evidence));
  const told = new Set(cardsOf(state).map(({ evidenceId, holderId }) => `${evidenceId} ${holderId}`));
  // What was said of somebody before they were met stands in their timeline from now on.
  draft.notices.push(
    ...cardsOf(draft.state).filter(({ evidenceId, holderId }) => !told.has(`${evidenceId} ${holderId}`)),
  );
  return resolutionOf(draft, decisions, false);
}

/**
 * Folds a neighborhood from its first fact. People keep the ids they had: every holder that shares a name or a phone's
 * interval with a previous one takes over its id and contact.
 */
export function refold(history: readonly Evidence[], previous: State, { policy, ids }: Rules): Resolution {
  const words = new Map([...previous.words, ...history.filter(isWord)].map((word) => [word.id, word]));
  const draft = new Draft({ ...emptyState, words: [...words.values()] }, policy, ids);
  const decisions = inOrder(history).map((evidence) => step(draft, evidence));
  draft.notices.push(...cardsOf(draft.state));
  const resolution = inherit(previous, resolutionOf(draft, decisions, true));
  return { ...resolution, state: withContacts(resolution.state) };
}

function resolutionOf(
  { state, notices, reviews, trace, retired }: Draft,
  decisions: Decision[],
  refolded: boolean,
): Resolution {
  return {
    state: withContacts(state),
    decisions,
    notices: oneOfAKind(notices),
    reviews: oneOfAKind(reviews),
    trace,
    refolded,
    retired,
  };
}

/** One of a kind for each event and holder: where one event joins three, that is told once, by the rule that came last. */
function oneOfAKind<T extends { evidenceId: EvidenceId; holderId: HolderId; type?: string; fact?: { type: string } }>(
  all: readonly T[],
): T[] {
  return [
    ...new Map(all.map((one) => [`${one.evidenceId} ${one.type ?? one.fact?.type} ${one.holderId}`, one])).values(),
  ];
}

function inOrder(evidence: readonly Evidence[]): Observation[] {
  const once = new Map<EvidenceId, Observation>();
  for (const item of evidence) if (!isWord(item)) once.set(item.id, item);
  return [...once.values()].sort(byPosition);
}

/**
 * A late observation that the fold would pass over without a trace: strictly inside what is known, and saying the same.
 * Redelivered backlogs are mostly this, so they cost no history.
 */
function isCovered(state: State, evidence: Evidence): boolean {
  if (evidence.kind !== 'seen-together' || evidence.by === 'business' || evidence.sharedNumber) return false;
  const position = positionOf(evidence);
  const inside = (from: Position, to: Position) => compare(from, position) < 0 && compare(position, to) < 0;

  const values = [evidence.bsuid, evidence.parent].filter((value) => value !== undefined);
  const names = values.map((value) => state.names.find((name) => name.value === value));
  if (names.some((name) => !name || name.until !== null || !inside(name.since, name.seen))) return false;

  const key = evidence.phone && phoneKeyOf(evidence.phone);
  const lease = key && state.leases.find((known) => known.key === key && inside(known.from, known.last));
  if (key && (!lease || lease.until !== null || lease.awaitsAccount || lease.doubted || lease.phone !== evidence.phone))
    return false;

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
  const sameKey = evidence.keyHash === undefined || evidence.keyHash === holder.keyHash;
  return sameUsername && sameName && sameKey && (evidence.phone ?? null) === holder.showsPhone;
}

// Evidence: what one source said about identifiers at one event time. Append-only, idempotent, ordered by event.
//
// Meta redelivers for up to seven days, unordered and duplicated (Meta, "Webhooks overview", read 2026-09), so nothing
// here is decided by when it arrived: the same set of evidence means the same people, in whatever order it came.

import type { Bsuid, E164, ParentBsuid, Username } from './identifiers.ts';

declare const evidenceId: unique symbol;
/** A keyed hash of the event's own id: it makes redelivery harmless and breaks ties without knowing who came first. */
export type EvidenceId = string & { readonly [evidenceId]: true };

/** Identifiers of one person in one payload. Absent means hidden or unknown, never empty. */
export interface Party {
  phone?: E164;
  bsuid?: Bsuid;
  parent?: ParentBsuid;
}

/** What all evidence has. */
export interface Said {
  id: EvidenceId;
  /** Milliseconds since the epoch, Meta's clock. */
  at: number;
  /** When it arrived, in milliseconds, our clock. Decides nothing; only tells what was known when. */
  receivedAt?: number;
}

/** Several identifiers in one signed payload for one user, or one alone. */
export interface SeenTogether extends Party, Said {
  kind: 'seen-together';
  /**
   * customer: the person did something. status: word about a message of ours; it may teach a pair, never contradict one.
   * business: we wrote to the phone; it makes the number known, nothing more.
   */
  by: 'customer' | 'status' | 'business';
  name?: string;
  /** null: the payload shows that there is no username. Absent: it does not tell. */
  username?: Username | null;
}

/** Meta's word that one set of identifiers was replaced by another: a changed number. Either side may be partly unknown. */
export interface Rotated extends Said {
  kind: 'rotated';
  previous: Party;
  current: Party;
}

export type Evidence = SeenTogether | Rotated;

/** A place in event order. */
export interface Position {
  at: number;
  tie: string;
}

/**
 * Whole seconds tie often. A change of number stands before anything else of its second, since the first message from the
 * new number cannot be older; then come acts that carry a phone, then those that do not, since hiding a number is far
 * commoner than showing it again; further ties are broken by the keyed hash, never by arrival.
 */
export function positionOf(evidence: Evidence): Position {
  return { at: evidence.at, tie: evidence.kind === 'rotated' ? `0${evidence.id}` : tieOf(evidence.id, evidence) };
}

/** The tie of anything that arrived with these identifiers; `id` is the keyed hash of its own id. */
export function tieOf(id: string, { phone }: Party): string {
  return (phone ? '1' : '2') + id;
}

export function compare(a: Position, b: Position): number {
  return a.at - b.at || (a.tie < b.tie ? -1 : a.tie > b.tie ? 1 : 0);
}

export function byPosition(a: Evidence, b: Evidence): number {
  return compare(positionOf(a), positionOf(b));
}

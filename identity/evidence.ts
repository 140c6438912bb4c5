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
   * business: we wrote to the phone, or a list of ours names it; it makes the number known, nothing more.
   */
  by: 'customer' | 'status' | 'business';
  name?: string;
  /** null: the payload shows that there is no username. Absent: it does not tell. */
  username?: Username | null;
  /**
   * Meta's hash of the person's key, where the number has that check switched on. Another hash than before: the device, or the
   * person behind the account, may be another (Meta, "Phone numbers", identity change check, read 2026-09).
   */
  keyHash?: string;
  /**
   * The person answered a request for the number, and Meta vouches that it is their own (Meta, "Business-scoped user IDs",
   * contacts message with origin `contact_request`, revision 2026-06-29).
   */
  sharedNumber?: true;
}

/** Meta's word that one set of identifiers was replaced by another: a changed number. Either side may be partly unknown. */
export interface Rotated extends Said {
  kind: 'rotated';
  previous: Party;
  current: Party;
}

/** The number is given up, by somebody's word: what comes under it alone from now on is somebody else's. */
export interface Gone extends Said {
  kind: 'gone';
  phone: E164;
  told?: Told;
}

/** Somebody says that this number is the person's: an agent who was told, a forwarded card. Suggests, never joins. */
export interface Claimed extends Said {
  kind: 'claimed';
  phone: E164;
  about: Anchor;
  told?: Told;
}

/** Who of those who work here told us, and why. Decides nothing; kept so that it can be read later. */
export interface Told {
  actor: { id: string; name: string };
  reason?: string;
}

/**
 * Something an account or a number's history is held by, whatever its ids of ours become: one of its account ids, or a number at
 * a moment when it held that number.
 */
export type Anchor =
  | { kind: 'bsuid'; value: Bsuid }
  | { kind: 'parent'; value: ParentBsuid }
  | { kind: 'phone'; value: E164; at: number; tie: string };

/** By our clock. The id is random, never a hash of what it says, since the same may be said twice. */
interface Spoken extends Said {
  actor: { id: string; name: string };
  reason: string;
}

/** These two are one person. */
export interface Merge extends Spoken {
  kind: 'merge';
  a: Anchor;
  b: Anchor;
}

/** This one is somebody else than those it was together with. */
export interface Split extends Spoken {
  kind: 'split';
  a: Anchor;
  from: readonly Anchor[];
}

/** These two are never one person, whatever is seen later, until this is taken back. */
export interface NeverMerge extends Spoken {
  kind: 'never-merge';
  a: Anchor;
  b: Anchor;
}

/** An earlier word is taken back, as if it had never been said. Taking back an `undo` says the first one again. */
export interface Undo extends Spoken {
  kind: 'undo';
  word: EvidenceId;
  /** Whom the word was about, so that it is found with them. */
  about: readonly Anchor[];
}

/** Somebody looked at what the machine asked about, and it is right as it stands. */
export interface Settled extends Spoken {
  kind: 'settled';
  evidenceId: EvidenceId;
  about: readonly Anchor[];
}

/** What this person is called, by their own word: it stands before whatever name WhatsApp shows, now and later. */
export interface Rename extends Spoken {
  kind: 'rename';
  about: readonly Anchor[];
  name: string;
}

export type Word = Merge | Split | NeverMerge | Undo | Settled | Rename;

/** What is told from outside: everything but the words of the people who work here. */
export type Observation = SeenTogether | Rotated | Gone | Claimed;
export type Evidence = Observation | Word;

/** The identifiers it shows; of a change, those it leads to. None in what people say. */
export function partyIn(evidence: Evidence): Party {
  if (evidence.kind === 'rotated') return evidence.current;
  return evidence.kind === 'seen-together' ? evidence : {};
}

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
  return { at: evidence.at, tie: tieOfEvidence(evidence) };
}

function tieOfEvidence(evidence: Evidence): string {
  if (evidence.kind === 'rotated') return `0${evidence.id}`;
  // What people say, they say of what stands already.
  return evidence.kind === 'seen-together' ? tieOf(evidence.id, evidence) : `3${evidence.id}`;
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

// The fold: evidence in event order, one rule each. `step` is the rule table; everything it needs is in the draft.
//
// The table reads top to bottom: which identifiers the evidence carries, what is known of each, which rule follows.

import type { Draft } from './draft.ts';
import {
  type Claimed,
  compare,
  type Gone,
  type Observation,
  type Party,
  type Position,
  positionOf,
  type SeenTogether,
} from './evidence.ts';
import type { Decision, Outcome, Rule } from './notices.ts';
import { phoneKeyOf } from './phones.ts';
import { rotated, stillAwaits } from './rotations.ts';
import { anchorOf, type HolderId, holderAt, type Lease } from './state.ts';
import type { KeptApart } from './trace.ts';

/** Folds one piece of evidence into the draft, which must not hold anything later than it. */
export function step(draft: Draft, evidence: Observation): Decision {
  const position = positionOf(evidence);
  draft.begin(position);
  const outcome = decideOn(draft, evidence, position);
  if (outcome.holderId) keepOneNumber(draft, evidence, outcome.holderId, outcome.rule, position);
  draft.end(evidence, outcome.rule);
  return { evidenceId: evidence.id, at: evidence.at, ...outcome };
}

function decideOn(draft: Draft, evidence: Observation, position: Position): Outcome {
  if (draft.isErased(evidence)) return { rule: 'R31', ignored: 'erased' };
  switch (evidence.kind) {
    case 'seen-together':
      return seen(draft, evidence, position);
    case 'rotated':
      return rotated(draft, evidence, position);
    case 'gone':
      return gone(draft, evidence, position);
    case 'claimed':
      return claimed(draft, evidence);
  }
}

/**
 * R9: an account on a second number, or two accounts found to be one. A WhatsApp account has one number, so the one seen last
 * is it, and what was before has been given up without anybody's word.
 */
function keepOneNumber(draft: Draft, evidence: Observation, holder: HolderId, rule: Rule, position: Position): void {
  const [kept, ...others] = draft.openLeasesOf(holder).sort((a, b) => compare(b.last, a.last));
  for (const lease of others) {
    draft.close(lease, position, 'replaced');
    if (!kept) continue;
    draft.notice(evidence, holder, rule, { type: 'second_number', from: lease.phone, to: kept.phone });
    draft.review(evidence, rule, 'unattested_number_change', holder, { phone: kept.phone });
  }
}

function seen(draft: Draft, evidence: SeenTogether, position: Position): Outcome {
  const party = draft.admitted(evidence);
  if (!party.phone && !party.bsuid && !party.parent) return { rule: 'R2', ignored: 'blocked' };
  const outcome =
    evidence.by === 'status' ? statusWord(draft, evidence, party, position) : decide(draft, evidence, party, position);
  if (outcome.holderId && !outcome.ignored) draft.observe(outcome.holderId, evidence, party, position, outcome.rule);
  return outcome;
}

/** R27. A status teaches only what contradicts nothing: it must fit what is known, or be new to all. */
function statusWord(draft: Draft, evidence: SeenTogether, party: Party, position: Position): Outcome {
  const account = draft.named(party);
  const lease = party.phone && draft.openLease(phoneKeyOf(party.phone));
  if (account)
    return fits(draft, account, party, lease)
      ? attach(draft, account, party, position, 'R27')
      : contradiction(lease, account);
  if (!lease) return { rule: 'R27', ignored: 'nothing_known' };
  if (stillAwaits(draft, lease, position) && (party.bsuid || party.parent))
    return answersRotation(draft, evidence, lease, undefined, party, position) ?? contradiction(lease);
  const era = draft.isEra(lease.holderId);
  const adoptable = era && !draft.isQuiet(lease, position) && !draft.toldApart(lease.holderId, party);
  return adoptable ? attach(draft, lease.holderId, party, position, 'R27') : contradiction(lease);
}

/**
 * The number reached another account than the one we take it for. It moves nobody, but until the person shows the number again
 * replies do not go to it: they might reach a stranger.
 */
function contradiction(lease: Lease | undefined, account?: HolderId): Outcome {
  if (lease && lease.holderId !== account) lease.doubted = true;
  return { rule: 'R27', ignored: 'contradicts' };
}

function fits(draft: Draft, account: HolderId, { phone }: Party, lease: Lease | undefined): boolean {
  if (!phone || lease?.holderId === account) return true;
  return !lease && !draft.everHeld(phoneKeyOf(phone)) && draft.openLeasesOf(account).length === 0;
}

function decide(draft: Draft, evidence: SeenTogether, party: Party, position: Position): Outcome {
  if (party.phone && (party.bsuid || party.parent)) return pair(draft, evidence, party, position);
  if (party.phone) return phoneAlone(draft, evidence, party, position);
  const account = namedOrJoined(draft, evidence, party);
  if (account) return attach(draft, account.id, party, position, account.rule);
  return attach(draft, draft.born(position), party, position, 'R6');
}

function phoneAlone(draft: Draft, evidence: SeenTogether, party: Party, position: Position): Outcome {
  const key = phoneKeyOf(party.phone as NonNullable<Party['phone']>);
  const lease = draft.openLease(key);
  if (lease && draft.isEra(lease.holderId) && draft.isRekeyed(lease.holderId, evidence))
    return rekeyed(draft, evidence, lease, party, position);
  if (lease) return attach(draft, lease.holderId, party, position, 'R4');
  const era = draft.born(position);
  const before = draft.everHeld(key);
  if (before && evidence.by === 'customer')
    draft.notice(evidence, era, 'R5', { type: 'number_in_new_hands', phone: before.phone });
  return attach(draft, era, party, position, before ? 'R5' : 'R3');
}

/** R26: another key behind a number of which no account is known. It may be another person, so the history ends here. */
function rekeyed(draft: Draft, evidence: SeenTogether, lease: Lease, party: Party, position: Position): Outcome {
  const era = draft.born(position);
  draft.change({ type: 'kept_apart', holderId: era, otherId: lease.holderId, because: 'other_key' });
  draft.close(lease, position, 'rekeyed');
  draft.notice(evidence, era, 'R26', { type: 'number_in_new_hands', phone: lease.phone });
  const outcome = attach(draft, era, party, position, 'R26');
  draft.review(evidence, 'R26', 'recycled_number', era, { otherId: lease.holderId, phone: lease.phone });
  return outcome;
}

/** The number is nobody's from now on: what comes under it alone is somebody else's (R5). */
function gone(draft: Draft, evidence: Gone, position: Position): Outcome {
  const lease = draft.openLease(phoneKeyOf(evidence.phone));
  if (!lease) return { rule: 'R5', ignored: 'nothing_known' };
  draft.close(lease, position, 'gone');
  draft.notice(evidence, lease.holderId, 'R5', { type: 'number_given_up', phone: lease.phone });
  return { rule: 'R5', holderId: lease.holderId };
}

/** R24: a claim joins nobody. Where the number is another person's, somebody is asked whether the two are one. */
function claimed(draft: Draft, evidence: Claimed): Outcome {
  const about = holderAt(draft.state, evidence.about);
  const other = draft.openLease(phoneKeyOf(evidence.phone))?.holderId;
  if (!about || !other || about === other) return { rule: 'R24', ignored: 'claim' };
  draft.review(evidence, 'R24', 'claimed_number', about, { a: evidence.about, otherId: other, phone: evidence.phone });
  return { rule: 'R24', ignored: 'claim' };
}

/** Phone and BSUID together: the heart of the table. */
function pair(draft: Draft, evidence: SeenTogether, party: Party, position: Position): Outcome {
  const phone = party.phone as NonNullable<Party['phone']>;
  const lease = draft.openLease(phoneKeyOf(phone));
  const known = namedOrJoined(draft, evidence, party)?.id;
  const free: Rule = evidence.sharedNumber ? 'R22' : 'R9';

  if (!lease && known) return attach(draft, known, party, position, free);
  if (!lease) return newAccount(draft, evidence, party, position);
  if (lease.holderId === known) return attach(draft, known, party, position, free);

  if (draft.isEra(lease.holderId)) return metEra(draft, evidence, lease, known, party, position);

  if (stillAwaits(draft, lease, position) && (!known || draft.bornAfter(known, lease.from))) {
    const answered = answersRotation(draft, evidence, lease, known, party, position);
    if (answered) return answered;
  }
  return evidence.sharedNumber
    ? sharedAnothers(draft, evidence, lease, known, party, position)
    : taken(draft, evidence, lease, known, party, position, known ? 'R13' : 'R12');
}

/** R12, R13: the number shows up with another account. The lease moves from now on; what was before stays where it was. */
function taken(
  draft: Draft,
  evidence: SeenTogether,
  lease: Lease,
  known: HolderId | undefined,
  party: Party,
  position: Position,
  rule: Rule,
): Outcome {
  const taker = known ?? draft.born(position);
  draft.change({ type: 'kept_apart', holderId: taker, otherId: lease.holderId, because: 'other_account' });
  draft.notice(evidence, lease.holderId, rule, { type: 'number_released', phone: lease.phone });
  draft.close(lease, position, 'taken');
  if (!known) draft.notice(evidence, taker, rule, { type: 'number_in_new_hands', phone: lease.phone });
  const outcome = attach(draft, taker, party, position, rule);
  const type = rule === 'R23' ? 'conflicting_shared_number' : 'recycled_number';
  if (rule !== 'R13') draft.review(evidence, rule, type, taker, { otherId: lease.holderId, phone: lease.phone });
  return outcome;
}

/**
 * R23: a number Meta vouches for that another account had. It is the sender's from now on, since replies must not go to it any
 * more for the other one; whether the two are one person somebody has to say, unless the deployment lets the machine.
 */
function sharedAnothers(
  draft: Draft,
  evidence: SeenTogether,
  lease: Lease,
  known: HolderId | undefined,
  party: Party,
  position: Position,
): Outcome {
  const lone = draft.holdersOf(lease.key).size === 1;
  if (!draft.policy.joinOnSharedNumber || !lone) return taken(draft, evidence, lease, known, party, position, 'R23');
  if (!known && !draft.toldApart(lease.holderId, party)) return attach(draft, lease.holderId, party, position, 'R23');
  const survivor = known && draft.tryJoin(evidence, known, lease.holderId);
  if (!survivor) return taken(draft, evidence, lease, known, party, position, 'R23');
  draft.notice(evidence, survivor, 'R23', { type: 'conversations_joined', because: 'number_shared' });
  return attach(draft, survivor, party, position, 'R23');
}

/** R8, and R5 where the number was given up by somebody before. */
function newAccount(draft: Draft, evidence: SeenTogether, party: Party, position: Position): Outcome {
  const before = party.phone && draft.everHeld(phoneKeyOf(party.phone));
  const account = draft.born(position);
  if (before) draft.notice(evidence, account, 'R5', { type: 'number_in_new_hands', phone: before.phone });
  return attach(draft, account, party, position, before ? 'R5' : evidence.sharedNumber ? 'R22' : 'R8');
}

/**
 * R10, R14, R11, R22: the phone has a history of its own without any account. Adopted, unless something speaks against it: it was
 * quiet for too long, the key behind it is another, a person said no. Where Meta vouches for the number, quiet does not matter.
 */
function metEra(
  draft: Draft,
  evidence: SeenTogether,
  lease: Lease,
  known: HolderId | undefined,
  party: Party,
  position: Position,
): Outcome {
  const rule: Rule = evidence.sharedNumber ? 'R22' : known ? 'R14' : 'R10';
  const against = againstAdoption(draft, evidence, lease, known, party, position);
  if (!against) {
    if (!known) return attach(draft, lease.holderId, party, position, rule);
    const survivor = draft.tryJoin(evidence, known, lease.holderId);
    if (survivor) {
      draft.notice(evidence, survivor, rule, { type: 'conversations_joined', because: 'same_number' });
      return attach(draft, survivor, party, position, rule);
    }
  }
  const account = known ?? draft.born(position);
  const era = anchorOf(draft.state, lease.holderId);
  if (against) draft.change({ type: 'kept_apart', holderId: account, otherId: lease.holderId, because: against });
  draft.notice(evidence, lease.holderId, 'R11', { type: 'number_released', phone: lease.phone });
  draft.close(lease, position, 'taken');
  draft.notice(evidence, account, 'R11', { type: 'number_in_new_hands', phone: lease.phone });
  const outcome = attach(draft, account, party, position, 'R11');
  draft.review(evidence, 'R11', 'recycled_number', account, {
    otherId: lease.holderId,
    ...(era && { b: era }),
    phone: lease.phone,
  });
  return outcome;
}

function againstAdoption(
  draft: Draft,
  evidence: SeenTogether,
  lease: Lease,
  known: HolderId | undefined,
  party: Party,
  position: Position,
): KeptApart | undefined {
  if (draft.toldApart(lease.holderId, known ?? party)) return 'told_apart';
  if (draft.isRekeyed(lease.holderId, evidence)) return 'other_key';
  return !evidence.sharedNumber && draft.isQuiet(lease, position) ? 'quiet_too_long' : undefined;
}

/** R20, second half: a number change regenerates the BSUID, so the first one seen on the attested new number is the same account's. */
function answersRotation(
  draft: Draft,
  evidence: SeenTogether,
  lease: Lease,
  known: HolderId | undefined,
  party: Party,
  position: Position,
): Outcome | undefined {
  const account = lease.holderId;
  if (draft.toldApart(account, known ?? party)) return undefined;
  if (known && !draft.mayJoin(evidence, account, known)) return undefined;
  draft.retireNames(account, position);
  if (!known) return attach(draft, account, party, position, 'R20');
  const survivor = draft.join(account, known);
  draft.notice(evidence, survivor, 'R20', { type: 'conversations_joined', because: 'number_changed' });
  return attach(draft, survivor, party, position, 'R20');
}

/**
 * The account of the BSUID, or of its parent; joined where the two were apart (R15, and R16 where a rotation is missing). Where that
 * may not be, the BSUID decides alone, and the parent stays where it was.
 */
function namedOrJoined(draft: Draft, evidence: SeenTogether, party: Party): { id: HolderId; rule: Rule } | undefined {
  const own = party.bsuid && draft.holderNamed(party.bsuid);
  const above = party.parent && draft.holderNamed(party.parent);
  if (own && above && own !== above) return { id: joinedByParent(draft, evidence, own, above) ?? own, rule: 'R15' };
  if (own) return { id: own, rule: 'R7' };
  if (!above) return undefined;
  if (!party.bsuid) return { id: above, rule: 'R7' };
  if (draft.toldApart(above, party)) return undefined;
  if (!draft.hasBsuid(above)) return { id: above, rule: 'R15' };
  const before = anchorOf(draft.state, above);
  draft.review(evidence, 'R16', 'missing_rotation', above, {
    a: { kind: 'bsuid', value: party.bsuid },
    ...(before && { b: before }),
  });
  return { id: above, rule: 'R16' };
}

function joinedByParent(draft: Draft, evidence: SeenTogether, own: HolderId, above: HolderId): HolderId | undefined {
  // An account has one parent: under another one than before, the parent contradicts itself and joins nobody.
  if (draft.parentOf(own)) {
    draft.change({ type: 'kept_apart', holderId: own, otherId: above, because: 'other_parent' });
    draft.review(evidence, 'R15', 'conflicting_parent', own, { otherId: above });
    return undefined;
  }
  const survivor = draft.tryJoin(evidence, own, above);
  if (survivor) draft.notice(evidence, survivor, 'R15', { type: 'conversations_joined', because: 'same_parent' });
  return survivor;
}

/** Everything the party carries now belongs to the holder: names learned, lease added or extended. */
function attach(draft: Draft, holder: HolderId, party: Party, position: Position, rule: Rule): Outcome {
  draft.learn(holder, party, position);
  const named = party.bsuid !== undefined || party.parent !== undefined;
  const ends = party.phone && draft.openLease(phoneKeyOf(party.phone))?.until;
  if (party.phone && !ends) draft.hold(holder, party.phone, position, named ? false : undefined);
  return { rule, holderId: holder };
}

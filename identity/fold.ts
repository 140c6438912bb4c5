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
  type Rotated,
  type SeenTogether,
} from './evidence.ts';
import type { Decision, Rule } from './notices.ts';
import { phoneKeyOf } from './phones.ts';
import { strictAdoptionLimitMs } from './policy.ts';
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

type Outcome = Pick<Decision, 'rule' | 'holderId' | 'ignored'>;

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

/**
 * A number told of in a change waits for its account until WhatsApp itself would take it for recycled: then it may be somebody else's,
 * whatever the policy says of histories.
 */
function stillAwaits(draft: Draft, lease: Lease, position: Position): boolean {
  return lease.awaitsAccount && !draft.isQuiet(lease, position, strictAdoptionLimitMs);
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

/** R17 to R20: Meta's word that a person moved. */
function rotated(draft: Draft, evidence: Rotated, position: Position): Outcome {
  const previous = draft.admitted(evidence.previous);
  const current = draft.admitted(evidence.current);
  const before = holderBefore(draft, evidence, previous, position);
  const after = draft.named(current);
  if (!changes(previous, current)) return { rule: 'R17', ignored: 'no_change', ...(before && { holderId: before }) };
  if (!current.bsuid && !current.parent) return phonesOnly(draft, evidence, before, current, position);

  if (before && after && before !== after && !draft.mayJoin(evidence, before, after))
    return movedApart(draft, evidence, before, after, position);
  if (before && !after && draft.toldApart(before, current))
    return movedApart(draft, evidence, before, draft.born(position), position);
  if (!before && after && draft.toldApart(after, previous)) {
    const unknown = draft.born(position);
    draft.learn(unknown, namesOf(previous), position);
    return movedApart(draft, evidence, unknown, after, position);
  }

  // Meta tells every number of ours that knows the person, so the same change comes several times: only the first moves leases.
  const told = before !== undefined && before === after && isTold(draft, before, previous, current);
  const announced = before && announcedLease(draft, before, current);
  const leaving = before && !told && !announced ? draft.openLeasesOf(before) : [];
  const joined = before && after && before !== after;
  // The change may be told twice, once without saying who moved: nobody has spoken under the new ids then, and nothing is joined to see.
  const seenJoin = joined && draft.hasSpoken(before) && draft.hasSpoken(after);
  const account = joined ? draft.join(before, after) : (before ?? after ?? draft.born(position));
  const rule: Rule = joined ? 'R18' : before ? 'R17' : 'R19';
  draft.learn(account, namesOf(previous), position);
  draft.supersede(account, leftBehind(previous, current), position);
  draft.learn(account, namesOf(current), position);
  draft.revive(account, namesOf(current));
  draft.touch(account, position);
  if (announced) announced.awaitsAccount = false;
  const left = moveTo(draft, evidence, account, leaving, { ...current, rule }, position);
  if (seenJoin) draft.notice(evidence, account, rule, { type: 'conversations_joined', because: 'number_changed' });
  if (before && !told && !announced && !keepsNumber(previous, current))
    draft.notice(evidence, account, rule, {
      type: 'number_changed',
      ...(left && { from: left }),
      ...(current.phone && { to: current.phone }),
    });
  return { rule, holderId: account };
}

/** The number this change goes to, where it was told before by numbers alone: then this names the account it was waiting for. */
function announcedLease(draft: Draft, account: HolderId, { phone }: Party): Lease | undefined {
  const key = phone && phoneKeyOf(phone);
  return draft.openLeasesOf(account).find((lease) => lease.awaitsAccount && (!key || lease.key === key));
}

function keepsNumber(previous: Party, current: Party): boolean {
  return !!previous.phone && !!current.phone && phoneKeyOf(previous.phone) === phoneKeyOf(current.phone);
}

/** Meta says that one became the other, and a person says no, or it would be too much (R30, R34): each keeps what is its own. */
function movedApart(draft: Draft, evidence: Rotated, before: HolderId, after: HolderId, position: Position): Outcome {
  const current = draft.admitted(evidence.current);
  draft.supersede(before, leftBehind(evidence.previous, current), position);
  draft.learn(after, namesOf(current), position);
  moveTo(draft, evidence, after, draft.openLeasesOf(before), { ...current, rule: 'R17' }, position);
  return { rule: draft.toldApart(before, after) ? 'R30' : 'R34', holderId: after };
}

/**
 * Who moved: the account of the old ids. A number's own history is then the same person's, unless something speaks against it; and
 * where the old ids are new to us, whoever else holds the old number has lost it to them before.
 */
function holderBefore(draft: Draft, evidence: Rotated, previous: Party, position: Position): HolderId | undefined {
  const account = draft.named(previous);
  const lease = previous.phone && draft.openLease(phoneKeyOf(previous.phone));
  if (!lease || lease.holderId === account) return account;
  if (draft.isEra(lease.holderId)) {
    if (!draft.isQuiet(lease, position) && !draft.toldApart(lease.holderId, account ?? previous)) {
      if (!account) return lease.holderId;
      const survivor = draft.tryJoin(evidence, account, lease.holderId);
      if (survivor) draft.notice(evidence, survivor, 'R18', { type: 'conversations_joined', because: 'same_number' });
      if (survivor) return survivor;
    }
  } else {
    const named = previous.bsuid !== undefined || previous.parent !== undefined;
    if (!account && (!named || stillAwaits(draft, lease, position))) return lease.holderId;
    if (account) return account;
  }
  draft.notice(evidence, lease.holderId, 'R17', { type: 'number_released', phone: lease.phone });
  draft.close(lease, position, 'taken');
  return account;
}

function namesOf({ bsuid, parent }: Party): Party {
  return { ...(bsuid && { bsuid }), ...(parent && { parent }) };
}

/** Whether the account has what the change brings: a new id, or where that stays the same, the new number. */
function isTold(draft: Draft, account: HolderId, previous: Party, current: Party): boolean {
  const { bsuid, parent } = leftBehind(current, previous);
  const arrived = [bsuid, parent].filter((value) => value !== undefined);
  if (arrived.length > 0) return arrived.some((value) => draft.isCurrent(account, value));
  return current.phone !== undefined && draft.openLease(phoneKeyOf(current.phone))?.holderId === account;
}

/** The ids of before that are not among those of now: only these are no address any more. */
function leftBehind({ bsuid, parent }: Party, current: Party): Party {
  return {
    ...(bsuid && bsuid !== current.bsuid && { bsuid }),
    ...(parent && parent !== current.parent && { parent }),
  };
}

function changes(previous: Party, current: Party): boolean {
  return (
    (current.bsuid !== undefined && current.bsuid !== previous.bsuid) ||
    (current.parent !== undefined && current.parent !== previous.parent) ||
    (current.phone !== undefined && !keepsNumber(previous, current))
  );
}

/** R20, first half, the oldest wire form: only phones are named. */
function phonesOnly(
  draft: Draft,
  evidence: Rotated,
  holder: HolderId | undefined,
  current: Party,
  position: Position,
): Outcome {
  if (!holder || !current.phone) return { rule: 'R20', ignored: 'nothing_known' };
  const known = draft.openLease(phoneKeyOf(current.phone));
  if (known?.holderId === holder) return { rule: 'R20', holderId: holder, ignored: 'no_change' };
  draft.touch(holder, position);
  const awaits = !draft.isEra(holder);
  const left = moveTo(
    draft,
    evidence,
    holder,
    draft.openLeasesOf(holder),
    { ...current, rule: 'R20' },
    position,
    awaits,
  );
  draft.notice(evidence, holder, 'R20', { type: 'number_changed', ...(left && { from: left }), to: current.phone });
  return { rule: 'R20', holderId: holder };
}

/**
 * Closes the leases a person leaves and opens the one they move to. Whoever held that one until now keeps what came before:
 * it was somebody else's number then. Answers the number left, in the spelling last seen.
 */
function moveTo(
  draft: Draft,
  evidence: Rotated,
  account: HolderId,
  leaving: Lease[],
  { phone, rule }: Party & { rule: Rule },
  position: Position,
  awaitsAccount = false,
) {
  const key = phone && phoneKeyOf(phone);
  for (const lease of leaving) if (lease.key !== key) draft.close(lease, position, 'rotated');
  const target = key && draft.openLease(key);
  if (target && target.holderId !== account) {
    draft.notice(evidence, target.holderId, rule, { type: 'number_released', phone: target.phone });
    draft.close(target, position, 'taken');
  }
  if (phone) draft.hold(account, phone, position, awaitsAccount);
  return leaving.find((lease) => lease.key !== key)?.phone;
}

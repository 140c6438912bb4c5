// The fold: evidence in event order, one rule each. `step` is the rule table; everything it needs is in the draft.
//
// The table reads top to bottom: which identifiers the evidence carries, what is known of each, which rule follows.

import type { Draft } from './draft.ts';
import {
  compare,
  type Evidence,
  type Party,
  type Position,
  positionOf,
  type Rotated,
  type SeenTogether,
} from './evidence.ts';
import type { Decision, Rule } from './notices.ts';
import { phoneKeyOf } from './phones.ts';
import type { HolderId, Lease } from './state.ts';

/** Folds one piece of evidence into the draft, which must not hold anything later than it. */
export function step(draft: Draft, evidence: Evidence): Decision {
  const position = positionOf(evidence);
  draft.begin(position);
  const outcome = evidence.kind === 'rotated' ? rotated(draft, evidence, position) : seen(draft, evidence, position);
  if (outcome.holderId) keepOneNumber(draft, evidence, outcome.holderId, outcome.rule, position);
  return { evidenceId: evidence.id, at: evidence.at, ...outcome };
}

/**
 * R9: an account on a second number, or two accounts found to be one. A WhatsApp account has one number, so the one seen last
 * is it, and what was before has been given up without anybody's word.
 */
function keepOneNumber(draft: Draft, evidence: Evidence, holder: HolderId, rule: Rule, position: Position): void {
  const [kept, ...others] = draft.openLeasesOf(holder).sort((a, b) => compare(b.last, a.last));
  for (const lease of others) {
    draft.close(lease, position, 'replaced');
    if (kept) draft.notice(evidence, holder, rule, { type: 'second_number', from: lease.phone, to: kept.phone });
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
    return fits(draft, account, party, lease) ? attach(draft, account, party, position, 'R27') : contradicted;
  if (!lease) return { rule: 'R27', ignored: 'nothing_known' };
  if (lease.awaitsAccount && (party.bsuid || party.parent))
    return answersRotation(draft, evidence, lease, undefined, party, position);
  const adoptable = draft.isEra(lease.holderId) && !draft.isQuiet(lease, position);
  return adoptable ? attach(draft, lease.holderId, party, position, 'R27') : contradicted;
}

const contradicted: Outcome = { rule: 'R27', ignored: 'contradicts' };

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
  if (lease) return attach(draft, lease.holderId, party, position, 'R4');
  const era = draft.born(position);
  const before = draft.everHeld(key);
  if (before && evidence.by === 'customer')
    draft.notice(evidence, era, 'R5', { type: 'number_in_new_hands', phone: before.phone });
  return attach(draft, era, party, position, before ? 'R5' : 'R3');
}

/** Phone and BSUID together: the heart of the table. */
function pair(draft: Draft, evidence: SeenTogether, party: Party, position: Position): Outcome {
  const phone = party.phone as NonNullable<Party['phone']>;
  const lease = draft.openLease(phoneKeyOf(phone));
  const known = namedOrJoined(draft, evidence, party)?.id;

  if (!lease && known) return attach(draft, known, party, position, 'R9');
  if (!lease) return newAccount(draft, evidence, party, position);
  if (lease.holderId === known) return attach(draft, known, party, position, 'R9');

  if (draft.isEra(lease.holderId)) return metEra(draft, evidence, lease, known, party, position);

  if (lease.awaitsAccount && (!known || draft.bornAfter(known, lease.from)))
    return answersRotation(draft, evidence, lease, known, party, position);

  const taker = known ?? draft.born(position);
  const rule: Rule = known ? 'R13' : 'R12';
  draft.notice(evidence, lease.holderId, rule, { type: 'number_released', phone: lease.phone });
  draft.close(lease, position, 'taken');
  if (known) return attach(draft, taker, party, position, rule);
  draft.notice(evidence, taker, rule, { type: 'number_in_new_hands', phone });
  return attach(draft, taker, party, position, rule);
}

/** R8, and R5 where the number was given up by somebody before. */
function newAccount(draft: Draft, evidence: SeenTogether, party: Party, position: Position): Outcome {
  const before = party.phone && draft.everHeld(phoneKeyOf(party.phone));
  const account = draft.born(position);
  if (before) draft.notice(evidence, account, 'R5', { type: 'number_in_new_hands', phone: before.phone });
  return attach(draft, account, party, position, before ? 'R5' : 'R8');
}

/** R10, R14, R11: the phone has a history of its own without any account. Adopted, unless it was quiet for too long. */
function metEra(
  draft: Draft,
  evidence: SeenTogether,
  lease: Lease,
  known: HolderId | undefined,
  party: Party,
  position: Position,
): Outcome {
  if (!draft.isQuiet(lease, position)) {
    if (!known) return attach(draft, lease.holderId, party, position, 'R10');
    const survivor = draft.join(known, lease.holderId);
    draft.notice(evidence, survivor, 'R14', { type: 'conversations_joined', because: 'same_number' });
    return attach(draft, survivor, party, position, 'R14');
  }
  const account = known ?? draft.born(position);
  draft.notice(evidence, lease.holderId, 'R11', { type: 'number_released', phone: lease.phone });
  draft.close(lease, position, 'taken');
  draft.notice(evidence, account, 'R11', { type: 'number_in_new_hands', phone: lease.phone });
  return attach(draft, account, party, position, 'R11');
}

/** R20, second half: a number change regenerates the BSUID, so the first one seen on the attested new number is the same account's. */
function answersRotation(
  draft: Draft,
  evidence: SeenTogether,
  lease: Lease,
  known: HolderId | undefined,
  party: Party,
  position: Position,
): Outcome {
  const account = lease.holderId;
  draft.retireNames(account, position);
  if (!known) return attach(draft, account, party, position, 'R20');
  const survivor = draft.join(account, known);
  draft.notice(evidence, survivor, 'R20', { type: 'conversations_joined', because: 'number_changed' });
  return attach(draft, survivor, party, position, 'R20');
}

/** The account of the BSUID, or of its parent; joined where the two were apart (R15, and R16 where a rotation is missing). */
function namedOrJoined(draft: Draft, evidence: SeenTogether, party: Party): { id: HolderId; rule: Rule } | undefined {
  const own = party.bsuid && draft.holderNamed(party.bsuid);
  const parent = party.parent && draft.holderNamed(party.parent);
  if (own && parent && own !== parent) {
    const survivor = draft.join(own, parent);
    draft.notice(evidence, survivor, 'R15', { type: 'conversations_joined', because: 'same_parent' });
    return { id: survivor, rule: 'R15' };
  }
  if (own) return { id: own, rule: 'R7' };
  if (!parent) return undefined;
  if (!party.bsuid) return { id: parent, rule: 'R7' };
  return { id: parent, rule: draft.hasBsuid(parent) ? 'R16' : 'R15' };
}

/** Everything the party carries now belongs to the holder: names learned, lease added or extended. */
function attach(draft: Draft, holder: HolderId, party: Party, position: Position, rule: Rule): Outcome {
  draft.learn(holder, party, position);
  const named = party.bsuid !== undefined || party.parent !== undefined;
  if (party.phone) draft.hold(holder, party.phone, position, named ? false : undefined);
  return { rule, holderId: holder };
}

/** R17 to R20: Meta's word that a person moved. */
function rotated(draft: Draft, evidence: Rotated, position: Position): Outcome {
  const previous = draft.admitted(evidence.previous);
  const current = draft.admitted(evidence.current);
  const before = holderBefore(draft, previous, position);
  const after = draft.named(current);
  if (!changes(previous, current)) return { rule: 'R17', ignored: 'no_change', ...(before && { holderId: before }) };
  if (!current.bsuid && !current.parent) return phonesOnly(draft, evidence, before, current, position);

  // Meta tells every number of ours that knows the person, so the same change comes several times: only the first moves leases.
  const told = before !== undefined && before === after;
  const leaving = before && !told ? draft.openLeasesOf(before) : [];
  const joined = before && after && !told;
  // The change may be told twice, once without saying who moved: nobody has spoken under the new ids then, and nothing is joined to see.
  const seenJoin = joined && draft.hasSpoken(before) && draft.hasSpoken(after);
  const account = joined ? draft.join(before, after) : (before ?? after ?? draft.born(position));
  const rule: Rule = joined ? 'R18' : before ? 'R17' : 'R19';
  draft.learn(account, namesOf(previous), position);
  draft.supersede(account, previous, position);
  draft.learn(account, namesOf(current), position);
  const left = moveTo(draft, account, leaving, current, position);
  if (seenJoin) draft.notice(evidence, account, rule, { type: 'conversations_joined', because: 'number_changed' });
  if (before && !told)
    draft.notice(evidence, account, rule, {
      type: 'number_changed',
      ...(left && { from: left }),
      ...(current.phone && { to: current.phone }),
    });
  return { rule, holderId: account };
}

/** Who moved: the account of the old ids; an era of the old number is then the same person's, unless it was quiet for too long. */
function holderBefore(draft: Draft, previous: Party, position: Position): HolderId | undefined {
  const account = draft.named(previous);
  const lease = previous.phone && draft.openLease(phoneKeyOf(previous.phone));
  if (!account) return lease?.holderId;
  if (!lease || lease.holderId === account || !draft.isEra(lease.holderId)) return account;
  if (!draft.isQuiet(lease, position)) return draft.join(account, lease.holderId);
  draft.close(lease, position, 'taken');
  return account;
}

function namesOf({ bsuid, parent }: Party): Party {
  return { ...(bsuid && { bsuid }), ...(parent && { parent }) };
}

function changes(previous: Party, current: Party): boolean {
  return (
    (current.bsuid !== undefined && current.bsuid !== previous.bsuid) ||
    (current.parent !== undefined && current.parent !== previous.parent) ||
    (current.phone !== undefined && current.phone !== previous.phone)
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
  const left = moveTo(draft, holder, draft.openLeasesOf(holder), current, position, !draft.isEra(holder));
  draft.notice(evidence, holder, 'R20', { type: 'number_changed', ...(left && { from: left }), to: current.phone });
  return { rule: 'R20', holderId: holder };
}

/**
 * Closes the leases a person leaves and opens the one they move to. Whoever held that one until now keeps what came before:
 * it was somebody else's number then. Answers the number left, in the spelling last seen.
 */
function moveTo(
  draft: Draft,
  account: HolderId,
  leaving: Lease[],
  { phone }: Party,
  position: Position,
  awaitsAccount = false,
) {
  const key = phone && phoneKeyOf(phone);
  for (const lease of leaving) if (lease.key !== key) draft.close(lease, position, 'rotated');
  const target = key && draft.openLease(key);
  if (target && target.holderId !== account) draft.close(target, position, 'taken');
  if (phone) draft.hold(account, phone, position, awaitsAccount);
  return leaving.find((lease) => lease.key !== key)?.phone;
}

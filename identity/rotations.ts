// Changes of number: what Meta says of a person who moved, in whatever of its three forms. One part of the rule table.

import type { Draft } from './draft.ts';
import type { Party, Position, Rotated } from './evidence.ts';
import type { Outcome, Rule } from './notices.ts';
import { phoneKeyOf } from './phones.ts';
import { strictAdoptionLimitMs } from './policy.ts';
import type { HolderId, Lease } from './state.ts';

/** R17 to R20: Meta's word that a person moved. */
export function rotated(draft: Draft, evidence: Rotated, position: Position): Outcome {
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

/**
 * A number told of in a change waits for its account until WhatsApp itself would take it for recycled: then it may be somebody else's,
 * whatever the policy says of histories.
 */
export function stillAwaits(draft: Draft, lease: Lease, position: Position): boolean {
  return lease.awaitsAccount && !draft.isQuiet(lease, position, strictAdoptionLimitMs);
}

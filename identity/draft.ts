// A state being folded: look-ups and the few changes rules are made of. Lives for one fold; the state given is not touched.

import {
  type Anchor,
  compare,
  type Evidence,
  type Observation,
  type Party,
  type Position,
  positionOf,
  type SeenTogether,
  type Word,
} from './evidence.ts';
import type { Bsuid, E164, ParentBsuid } from './identifiers.ts';
import { identifiersOf } from './neighborhoods.ts';
import type { Notice, NoticeFact, Rule } from './notices.ts';
import { type PhoneKey, phoneKeyOf } from './phones.ts';
import type { Policy } from './policy.ts';
import { fillBlanks, mergeRegisters, observeCustomer } from './registers.ts';
import type { Review, ReviewType } from './reviews.ts';
import {
  anchorOf,
  type ContactId,
  earlier,
  type Holder,
  type HolderId,
  holderAt,
  isEra,
  type Lease,
  later,
  type State,
} from './state.ts';
import type { Change, Traced } from './trace.ts';
import { lastWordOn, standing } from './words.ts';

/** Makes ids for new holders and contacts. An argument, so that the fold has no randomness of its own. */
export interface Ids {
  holder: () => HolderId;
  contact: () => ContactId;
}

export class Draft {
  readonly state: State;
  readonly notices: Notice[] = [];
  readonly reviews: Review[] = [];
  readonly trace: Traced[] = [];
  /** Holders that ceased to be, each with the one that has what was theirs now. */
  readonly retired = new Map<HolderId, HolderId>();
  readonly policy: Policy;
  /** The place of the evidence being folded, and how much had been traced before it. */
  private now: Position | null = null;
  private tracedBefore = 0;
  private readonly ids: Ids;
  private readonly words: readonly Word[];

  constructor(state: State, policy: Policy, ids: Ids) {
    this.state = copyOf(state);
    this.policy = policy;
    this.ids = ids;
    this.words = standing(state.words);
  }

  /** R31: it names an id whose owner was erased, from before the erasure. Later, the id is somebody new (R32). */
  isErased(evidence: Observation): boolean {
    const { erased } = this.policy;
    return (
      erased.size > 0 && identifiersOf(evidence, this.policy).some((key) => evidence.at <= (erased.get(key) ?? -1))
    );
  }

  /** R2: values that never identify a customer are left out of matching. */
  admitted({ phone, bsuid, parent }: Party): Party {
    const usable = phone && !this.policy.blockedPhones.has(phoneKeyOf(phone));
    return { ...(usable && { phone }), ...(bsuid && { bsuid }), ...(parent && { parent }) };
  }

  holderNamed(value: Bsuid | ParentBsuid): HolderId | undefined {
    return this.state.names.find((name) => name.value === value)?.holderId;
  }

  /** The account of the BSUID, else of its parent, unless a person has said that these two are not the same. */
  named(party: Party): HolderId | undefined {
    const own = party.bsuid && this.holderNamed(party.bsuid);
    const above = party.parent && this.holderNamed(party.parent);
    return own ?? (above && this.toldApart(above, party) ? undefined : above);
  }

  /** Whether the id is the holder's, and no change has left it behind. */
  isCurrent(holder: HolderId, value: Bsuid | ParentBsuid): boolean {
    return this.state.names.some((name) => name.holderId === holder && name.value === value && name.until === null);
  }

  parentOf(holder: HolderId): ParentBsuid | undefined {
    const live = this.state.names.find(
      (name) => name.holderId === holder && name.kind === 'parent' && name.until === null,
    );
    return live?.value as ParentBsuid | undefined;
  }

  /** Whether the last word people have said on these two is that they are not one (R30). A machine never joins them then. */
  toldApart(holder: HolderId, other: HolderId | Party): boolean {
    if (this.words.length === 0) return false;
    const verdict = lastWordOn(this.words, (anchor) => {
      const means = this.means(anchor);
      if (means === holder) return 'one';
      if (typeof other === 'string') return means === other ? 'other' : undefined;
      return means === undefined && (anchor.value === other.bsuid || anchor.value === other.parent)
        ? 'other'
        : undefined;
    });
    return verdict === 'apart' || verdict === 'never';
  }

  hasBsuid(holder: HolderId): boolean {
    return this.state.names.some((name) => name.holderId === holder && name.kind === 'bsuid');
  }

  isEra(holder: HolderId): boolean {
    return isEra(this.state, holder);
  }

  /** Who holds the number now. What ended by a change of number in this very second is held to the end of it. */
  openLease(key: PhoneKey): Lease | undefined {
    const { now } = this;
    return this.state.leases.find(
      (lease) => lease.key === key && (lease.until === null || (now !== null && compare(now, lease.until) < 0)),
    );
  }

  openLeasesOf(holder: HolderId): Lease[] {
    return this.state.leases.filter((lease) => lease.holderId === holder && lease.until === null);
  }

  everHeld(key: PhoneKey): Lease | undefined {
    return this.state.leases.find((lease) => lease.key === key);
  }

  holdersOf(key: PhoneKey): Set<HolderId> {
    return new Set(this.state.leases.filter((lease) => lease.key === key).map((lease) => lease.holderId));
  }

  /** Another key than this holder showed before: another device, or another person. */
  isRekeyed(holder: HolderId, { keyHash }: SeenTogether): boolean {
    const known = this.holder(holder).keyHash;
    return keyHash !== undefined && known !== null && known !== keyHash;
  }

  /** Quiet for longer than a history may be adopted. Where only we wrote, our last message counts. */
  isQuiet(lease: Lease, { at }: Position, most = this.policy.adoptionLimitMs): boolean {
    return at - (lease.heardAt ?? lease.last.at) > Math.min(most, this.policy.adoptionLimitMs);
  }

  /** False for an account only told of: in a rotation, or by our own sends. */
  hasSpoken(holder: HolderId): boolean {
    return this.holder(holder).heard !== null;
  }

  bornAfter(holder: HolderId, position: Position): boolean {
    return earlier(this.holder(holder).born, position) === position;
  }

  born(position: Position): HolderId {
    const id = this.ids.holder();
    const contactId = this.ids.contact();
    this.change({ type: 'born', holderId: id });
    this.state.holders.push({
      id,
      contactId,
      ownContactId: contactId,
      parts: 1,
      born: position,
      last: position,
      heard: null,
      stableSince: null,
      name: null,
      username: null,
      showsPhone: null,
      hiddenSince: null,
      keyHash: null,
    });
    return id;
  }

  learn(holder: HolderId, { bsuid, parent }: Party, position: Position): void {
    if (bsuid) this.learnOne(holder, 'bsuid', bsuid, position);
    if (parent) this.learnOne(holder, 'parent', parent, position);
  }

  /** The ids a rotation leaves behind: kept, since late webhooks carry them, but never an address again. */
  supersede(holder: HolderId, { bsuid, parent }: Party, position: Position): void {
    for (const name of this.state.names)
      if (name.holderId === holder && (name.value === bsuid || name.value === parent)) name.until ??= position;
  }

  /** Ids that Meta names as current are, whatever was said of them before. */
  revive(holder: HolderId, { bsuid, parent }: Party): void {
    for (const name of this.state.names)
      if (name.holderId === holder && (name.value === bsuid || name.value === parent)) name.until = null;
  }

  touch(holder: HolderId, position: Position): void {
    this.holder(holder).last = position;
  }

  retireNames(holder: HolderId, position: Position): void {
    for (const name of this.state.names) if (name.holderId === holder) name.until ??= position;
  }

  /** Opens or extends the lease. `awaitsAccount` absent leaves it as it is. */
  hold(holder: HolderId, phone: E164, position: Position, awaitsAccount?: boolean): void {
    const key = phoneKeyOf(phone);
    const open = this.openLease(key);
    if (open) {
      open.phone = phone;
      open.last = position;
      open.until = null;
      open.ended = null;
      open.awaitsAccount = awaitsAccount ?? open.awaitsAccount;
      return;
    }
    this.change({ type: 'leased', holderId: holder, phone });
    this.state.leases.push({
      key,
      phone,
      holderId: holder,
      from: position,
      last: position,
      heardAt: null,
      until: null,
      ended: null,
      awaitsAccount: awaitsAccount ?? false,
      doubted: false,
    });
  }

  /** A change of number ends the old one with its second: what was written in it from the old number was written before. */
  close(lease: Lease, position: Position, ended: NonNullable<Lease['ended']>): void {
    lease.until = ended === 'rotated' ? { at: position.at, tie: '2~' } : position;
    lease.ended = ended;
    lease.awaitsAccount = false;
    this.change({ type: 'lease_ended', holderId: lease.holderId, phone: lease.phone, ended });
  }

  /**
   * Joins the two, unless a person has told them apart (R30) or too much would become one (R34): then undefined, they stay as
   * they are, and in the second case somebody is asked.
   */
  tryJoin(evidence: Observation, one: HolderId, other: HolderId): HolderId | undefined {
    return this.mayJoin(evidence, one, other) ? this.join(one, other) : undefined;
  }

  mayJoin(evidence: Observation, one: HolderId, other: HolderId): boolean {
    if (this.toldApart(one, other)) {
      this.change({ type: 'kept_apart', holderId: one, otherId: other, because: 'told_apart' });
      return false;
    }
    if (!this.isTooMuch(one, other)) return true;
    this.change({ type: 'kept_apart', holderId: one, otherId: other, because: 'too_many_parts' });
    this.review(evidence, 'R34', 'too_many_parts', one, { otherId: other });
    return false;
  }

  private isTooMuch(one: HolderId, other: HolderId): boolean {
    const { parts, phones } = this.policy.joinLimits;
    const keys = this.state.leases
      .filter(({ holderId }) => holderId === one || holderId === other)
      .map(({ key }) => key);
    return livesOf(this.holder(one)) + livesOf(this.holder(other)) > parts || new Set(keys).size > phones;
  }

  /** One of the two goes into the other: the earlier born survives, then the smaller id (C6). Answers the survivor. */
  join(one: HolderId, other: HolderId): HolderId {
    const [a, b] = [this.holder(one), this.holder(other)];
    const first =
      a.born.at === b.born.at && a.born.tie === b.born.tie ? a.id < b.id : earlier(a.born, b.born) === a.born;
    const [survivor, gone] = first ? [a, b] : [b, a];
    const [kept, lost] = [anchorOf(this.state, survivor.id), anchorOf(this.state, gone.id)];
    if (kept && lost) this.change({ type: 'joined', holderId: survivor.id, goneId: gone.id, a: kept, b: lost });
    survivor.parts = Math.max(1, livesOf(survivor) + livesOf(gone));
    mergeRegisters(survivor, gone);
    survivor.stableSince = this.now ?? survivor.stableSince;
    survivor.last = later(survivor.last, gone.last) ?? survivor.last;
    for (const owned of [...this.state.names, ...this.state.leases, ...this.notices, ...this.reviews])
      if (owned.holderId === gone.id) owned.holderId = survivor.id;
    for (const review of this.reviews) if (review.otherId === gone.id) review.otherId = survivor.id;
    this.state.holders.splice(this.state.holders.indexOf(gone), 1);
    for (const [id, into] of this.retired) if (into === gone.id) this.retired.set(id, survivor.id);
    this.retired.set(gone.id, survivor.id);
    return survivor.id;
  }

  observe(holder: HolderId, evidence: SeenTogether, party: Party, position: Position, rule: Rule): void {
    const observed = this.holder(holder);
    observed.last = position;
    const names = [party.bsuid, party.parent];
    for (const name of this.state.names)
      if (name.holderId === holder && names.includes(name.value as Bsuid & ParentBsuid)) name.seen = position;
    if (evidence.by === 'business') fillBlanks(observed, evidence);
    if (evidence.by !== 'customer') return;
    const lease = party.phone && this.openLease(phoneKeyOf(party.phone));
    if (lease) {
      lease.heardAt = evidence.at;
      lease.doubted = false;
    }
    if (this.isRekeyed(holder, evidence)) this.notice(evidence, holder, 'R25', { type: 'security_code_changed' });
    const facts = observeCustomer(observed, evidence, party, position);
    for (const fact of facts) this.notice(evidence, holder, rule, sharing(evidence, fact));
    if (evidence.sharedNumber && party.phone && !facts.some((fact) => fact.type === 'number_shown'))
      this.notice(evidence, holder, rule, { type: 'number_shared', phone: party.phone });
  }

  notice(evidence: Evidence, holderId: HolderId, rule: Rule, fact: NoticeFact): void {
    this.notices.push({ evidenceId: evidence.id, holderId, ...positionOf(evidence), rule, fact });
  }

  /** Asks people. `otherId`: the one who may be the same person. `b`: where it is not a holder's own anchor. */
  review(
    evidence: Observation,
    rule: Rule,
    type: ReviewType,
    holderId: HolderId,
    { otherId = null, a, b, phone = null }: { otherId?: HolderId | null; a?: Anchor; b?: Anchor; phone?: E164 | null },
  ): void {
    const about = a ?? anchorOf(this.state, holderId);
    if (!about) return;
    const other = b ?? (otherId && anchorOf(this.state, otherId)) ?? null;
    this.reviews.push({
      evidenceId: evidence.id,
      ...positionOf(evidence),
      rule,
      type,
      holderId,
      a: about,
      otherId,
      b: other,
      phone,
    });
  }

  begin(position: Position): void {
    this.now = position;
    this.state.last = later(this.state.last, position);
    this.tracedBefore = this.trace.length;
  }

  change(change: Change): void {
    this.trace.push({ evidenceId: '' as Evidence['id'], at: 0, tie: '', rule: 'R2', change });
  }

  /** What changed since `begin` was this evidence's doing, by this rule. */
  end(evidence: Observation, rule: Rule): void {
    for (const traced of this.trace.slice(this.tracedBefore))
      Object.assign(traced, { evidenceId: evidence.id, ...positionOf(evidence), rule });
  }

  /** Whom an anchor means at this moment of the fold; what comes later in time means nobody yet. */
  private means(anchor: Anchor): HolderId | undefined {
    if (anchor.kind === 'phone' && this.now && later(anchor, this.now) === anchor) return undefined;
    return holderAt(this.state, anchor);
  }

  private holder(id: HolderId): Holder {
    const found = this.state.holders.find((holder) => holder.id === id);
    if (!found) throw new Error('A rule named a holder that is not in the neighborhood.');
    return found;
  }

  private learnOne(holderId: HolderId, kind: 'bsuid' | 'parent', value: Bsuid | ParentBsuid, position: Position): void {
    const known = this.state.names.find((name) => name.value === value);
    if (known && known.holderId !== holderId) return;
    if (known) {
      known.seen = position;
      return;
    }
    this.change({ type: 'named', holderId, kind, value });
    this.state.names.push({ kind, value, holderId, since: position, until: null, seen: position });
  }
}

/** One that was only told of has had no life of its own to count. */
function livesOf({ parts, heard }: Holder): number {
  return heard === null && parts === 1 ? 0 : parts;
}

/** A number shown because it was asked for is told as that. */
function sharing(evidence: SeenTogether, fact: NoticeFact): NoticeFact {
  return evidence.sharedNumber && fact.type === 'number_shown' ? { type: 'number_shared', phone: fact.phone } : fact;
}

/** Positions are values and are replaced, never written to, so a copy of each record is enough. */
function copyOf({ holders, names, leases, words, last }: State): State {
  return {
    holders: holders.map((holder) => ({ ...holder })),
    names: names.map((name) => ({ ...name })),
    leases: leases.map((lease) => ({ ...lease })),
    words,
    last,
  };
}

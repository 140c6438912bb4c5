// A state being folded: look-ups and the few changes rules are made of. Lives for one fold; the state given is not touched.

import { type Evidence, type Party, type Position, positionOf, type SeenTogether } from './evidence.ts';
import type { Bsuid, E164, ParentBsuid } from './identifiers.ts';
import type { Notice, NoticeFact, Rule } from './notices.ts';
import { type PhoneKey, phoneKeyOf } from './phones.ts';
import type { Policy } from './policy.ts';
import { fillBlanks, mergeRegisters, observeCustomer } from './registers.ts';
import { type ContactId, earlier, type Holder, type HolderId, isEra, type Lease, later, type State } from './state.ts';

/** Makes ids for new holders and contacts. An argument, so that the fold has no randomness of its own. */
export interface Ids {
  holder: () => HolderId;
  contact: () => ContactId;
}

export class Draft {
  readonly state: State;
  readonly notices: Notice[] = [];
  /** Holders that ceased to be, each with the one that has what was theirs now. */
  readonly retired = new Map<HolderId, HolderId>();
  /** The place of the evidence being folded. */
  private now: Position | null = null;
  private readonly policy: Policy;
  private readonly ids: Ids;

  constructor(state: State, policy: Policy, ids: Ids) {
    this.state = copyOf(state);
    this.policy = policy;
    this.ids = ids;
  }

  /** R2: values that never identify a customer are left out of matching. */
  admitted({ phone, bsuid, parent }: Party): Party {
    const usable = phone && !this.policy.blockedPhones.has(phoneKeyOf(phone));
    return { ...(usable && { phone }), ...(bsuid && { bsuid }), ...(parent && { parent }) };
  }

  holderNamed(value: Bsuid | ParentBsuid): HolderId | undefined {
    return this.state.names.find((name) => name.value === value)?.holderId;
  }

  named({ bsuid, parent }: Party): HolderId | undefined {
    return (bsuid && this.holderNamed(bsuid)) ?? (parent && this.holderNamed(parent));
  }

  hasBsuid(holder: HolderId): boolean {
    return this.state.names.some((name) => name.holderId === holder && name.kind === 'bsuid');
  }

  isEra(holder: HolderId): boolean {
    return isEra(this.state, holder);
  }

  openLease(key: PhoneKey): Lease | undefined {
    return this.state.leases.find((lease) => lease.key === key && lease.until === null);
  }

  openLeasesOf(holder: HolderId): Lease[] {
    return this.state.leases.filter((lease) => lease.holderId === holder && lease.until === null);
  }

  everHeld(key: PhoneKey): Lease | undefined {
    return this.state.leases.find((lease) => lease.key === key);
  }

  /** Quiet for longer than a history may be adopted. Where only we wrote, our last message counts. */
  isQuiet(lease: Lease, { at }: Position): boolean {
    return at - (lease.heardAt ?? lease.last.at) > this.policy.adoptionLimitMs;
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
    this.state.holders.push({
      id,
      contactId: this.ids.contact(),
      born: position,
      last: position,
      heard: null,
      stableSince: null,
      name: null,
      username: null,
      showsPhone: null,
      hiddenSince: null,
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
      open.awaitsAccount = awaitsAccount ?? open.awaitsAccount;
      return;
    }
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
    });
  }

  close(lease: Lease, position: Position, ended: NonNullable<Lease['ended']>): void {
    lease.until = position;
    lease.ended = ended;
    lease.awaitsAccount = false;
  }

  /** One of the two goes into the other: the earlier born survives, then the smaller id (C6). Answers the survivor. */
  join(one: HolderId, other: HolderId): HolderId {
    const [a, b] = [this.holder(one), this.holder(other)];
    const first =
      a.born.at === b.born.at && a.born.tie === b.born.tie ? a.id < b.id : earlier(a.born, b.born) === a.born;
    const [survivor, gone] = first ? [a, b] : [b, a];
    mergeRegisters(survivor, gone);
    survivor.stableSince = this.now ?? survivor.stableSince;
    survivor.last = later(survivor.last, gone.last) ?? survivor.last;
    for (const owned of [...this.state.names, ...this.state.leases, ...this.notices])
      if (owned.holderId === gone.id) owned.holderId = survivor.id;
    this.state.holders.splice(this.state.holders.indexOf(gone), 1);
    for (const [id, into] of this.retired) if (into === gone.id) this.retired.set(id, survivor.id);
    this.retired.set(gone.id, survivor.id);
    return survivor.id;
  }

  observe(holder: HolderId, evidence: SeenTogether, party: Party, position: Position, rule: Rule): void {
    const observed = this.holder(holder);
    observed.last = position;
    const names = [party.bsuid, party.parent];
    for (const name of this.state.names) if (names.includes(name.value as Bsuid & ParentBsuid)) name.seen = position;
    if (evidence.by === 'business') fillBlanks(observed, evidence);
    if (evidence.by !== 'customer') return;
    const lease = party.phone && this.openLease(phoneKeyOf(party.phone));
    if (lease) lease.heardAt = evidence.at;
    for (const fact of observeCustomer(observed, evidence, party, position)) this.notice(evidence, holder, rule, fact);
  }

  notice(evidence: Evidence, holderId: HolderId, rule: Rule, fact: NoticeFact): void {
    this.notices.push({ evidenceId: evidence.id, holderId, ...positionOf(evidence), rule, fact });
  }

  begin(position: Position): void {
    this.now = position;
    this.state.last = later(this.state.last, position);
  }

  private holder(id: HolderId): Holder {
    const found = this.state.holders.find((holder) => holder.id === id);
    if (!found) throw new Error('A rule named a holder that is not in the neighborhood.');
    return found;
  }

  private learnOne(holderId: HolderId, kind: 'bsuid' | 'parent', value: Bsuid | ParentBsuid, position: Position): void {
    const known = this.state.names.find((name) => name.value === value);
    if (known) known.seen = position;
    else this.state.names.push({ kind, value, holderId, since: position, until: null, seen: position });
  }
}

/** Positions are values and are replaced, never written to, so a copy of each record is enough. */
function copyOf({ holders, names, leases, last }: State): State {
  return {
    holders: holders.map((holder) => ({ ...holder })),
    names: names.map((name) => ({ ...name })),
    leases: leases.map((lease) => ({ ...lease })),
    last,
  };
}

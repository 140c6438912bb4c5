// What is scored: something that takes webhooks in the order they arrive, says whose each item is, and where a reply goes.

import {
  type AddressChoice,
  type ContactId,
  type Evidence,
  type EvidenceId,
  emptyState,
  extend,
  group,
  type HolderId,
  holderOf,
  type IdentifierKey,
  identifiersOf,
  needsHistory,
  type Policy,
  partyIn,
  positionOf,
  refold,
  replyAddress,
  type State,
  union,
} from '@throughline/identity';

/** Of one portfolio. */
export interface Resolver {
  receive(batch: readonly Evidence[]): void;
  /** Whose this is, as known by now: a name that is the same for all of one person's items. */
  ownerOf(evidence: Evidence): string | undefined;
  /** Where a reply goes in the thread this item stands in. */
  addressFor(evidence: Evidence): AddressChoice;
}

interface Neighborhood {
  state: State;
  history: Evidence[];
}

/** Throughline, with maps where the service has tables. */
export class Throughline implements Resolver {
  private readonly known = new Map<IdentifierKey, Neighborhood>();
  private readonly told = new Set<EvidenceId>();
  private readonly policy: Policy;
  private made = 0;
  refolds = 0;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  receive(batch: readonly Evidence[]): void {
    const fresh = batch.filter(({ id }) => !this.told.has(id));
    for (const { id } of fresh) this.told.add(id);
    for (const { neighborhoods, arrivals, identifiers } of group(fresh, this.known, this.policy)) {
      const next = this.decide(neighborhoods, arrivals);
      const moved = neighborhoods.length > 1 ? next.history.flatMap((one) => identifiersOf(one, this.policy)) : [];
      for (const key of [...identifiers, ...moved]) this.known.set(key, next);
    }
  }

  ownerOf(evidence: Evidence): HolderId | undefined {
    const { state } = this.around(evidence) ?? {};
    const party = partyIn(evidence);
    return state && holderOf(state, party, positionOf(evidence));
  }

  addressFor(evidence: Evidence): AddressChoice {
    const { state } = this.around(evidence) ?? {};
    const holder = this.ownerOf(evidence);
    return state && holder ? replyAddress(state, holder) : { kind: 'held', reason: 'address_lost' };
  }

  private around(evidence: Evidence): Neighborhood | undefined {
    const [key] = identifiersOf(evidence, this.policy);
    return key === undefined ? undefined : this.known.get(key);
  }

  /** One neighborhood is changed in place: copying its history for each arrival is what would take the time. */
  private decide(touched: readonly Neighborhood[], arrivals: readonly Evidence[]): Neighborhood {
    const [only] = touched;
    const into =
      only && touched.length === 1
        ? only
        : { state: union(touched.map(({ state }) => state)), history: touched.flatMap(({ history }) => history) };
    if (touched.length === 0) into.state = emptyState;
    into.history.push(...arrivals);
    const late = needsHistory(into.state, arrivals);
    if (late) this.refolds += 1;
    into.state = (
      late ? refold(into.history, into.state, this.rules()) : extend(into.state, arrivals, this.rules())
    ).state;
    return into;
  }

  private rules() {
    return {
      policy: this.policy,
      ids: { holder: () => `h${++this.made}` as HolderId, contact: () => `c${++this.made}` as ContactId },
    };
  }
}

// What products do that were made for phone numbers, each in its simplest form. They decide when a webhook arrives and do
// not come back to it: the owner of an item stays what it was.

import {
  type AddressChoice,
  type Bsuid,
  type E164,
  type Evidence,
  type EvidenceId,
  identifiersOf,
  type Party,
  type Policy,
  partyIn,
  phoneKeyOf,
} from '@throughline/identity';
import type { Resolver } from './resolver.ts';

interface Card {
  name: string;
  phone?: E164;
  bsuid?: Bsuid;
}

abstract class OnArrival implements Resolver {
  private readonly owners = new Map<EvidenceId, Card>();
  protected readonly policy: Policy;
  private made = 0;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  receive(batch: readonly Evidence[]): void {
    for (const evidence of batch) {
      if (this.owners.has(evidence.id)) continue;
      const card = this.take(evidence);
      if (card) this.owners.set(evidence.id, card);
    }
  }

  ownerOf(evidence: Evidence): string | undefined {
    return this.owners.get(evidence.id)?.name;
  }

  addressFor(evidence: Evidence): AddressChoice {
    const card = this.owners.get(evidence.id);
    if (card?.phone) return { kind: 'phone', phone: card.phone, reason: 'phone_live' };
    return card?.bsuid
      ? { kind: 'bsuid', bsuid: card.bsuid, reason: 'phone_hidden' }
      : { kind: 'held', reason: 'address_lost' };
  }

  protected abstract take(evidence: Evidence): Card | undefined;

  protected newCard({ phone, bsuid }: Party): Card {
    this.made += 1;
    return { name: `card ${this.made}`, ...(phone && { phone }), ...(bsuid && { bsuid }) };
  }
}

/** The phone is the key; where a webhook has none, its account id is. Changes of number are not read. */
export class PhoneAsKey extends OnArrival {
  private readonly cards = new Map<string, Card>();

  protected override take(evidence: Evidence): Card | undefined {
    if (evidence.kind !== 'seen-together') return undefined;
    const key = evidence.phone ? phoneKeyOf(evidence.phone) : evidence.bsuid;
    if (!key) return undefined;
    const card = this.cards.get(key) ?? this.newCard(evidence.phone ? { phone: evidence.phone } : evidence);
    this.cards.set(key, card);
    return card;
  }
}

/** Each identifier is an alias of the card that had it first. What is new in a webhook becomes an alias of the card found. */
export class FirstAliasWins extends OnArrival {
  private readonly cards = new Map<string, Card>();

  protected override take(evidence: Evidence): Card {
    const keys = identifiersOf(evidence, this.policy);
    const party = evidence.kind === 'rotated' ? { ...evidence.previous, ...evidence.current } : partyIn(evidence);
    const card = keys.map((key) => this.cards.get(key)).find((found) => found !== undefined) ?? this.newCard(party);
    for (const key of keys) if (!this.cards.has(key)) this.cards.set(key, card);
    if (!card.phone && party.phone) card.phone = party.phone;
    if (!card.bsuid && party.bsuid) card.bsuid = party.bsuid;
    return card;
  }
}

/** Account ids before numbers; whatever comes moves all identifiers in it, and the address, to the card found. */
export class LastArrivalWins extends OnArrival {
  private readonly cards = new Map<string, Card>();

  protected override take(evidence: Evidence): Card {
    const keys = identifiersOf(evidence, this.policy);
    const accounts = keys.filter((key) => !key.startsWith('phone:'));
    const asked = accounts.length > 0 && evidence.kind !== 'rotated' ? accounts : keys;
    const party = partyIn(evidence);
    const card = asked.map((key) => this.cards.get(key)).find((found) => found !== undefined) ?? this.newCard(party);
    for (const key of keys) this.cards.set(key, card);
    if (party.phone) card.phone = party.phone;
    if (party.bsuid) card.bsuid = party.bsuid;
    return card;
  }
}

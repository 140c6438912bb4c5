// What should be: two portfolios with the same customers' identifiers, each with a resolver that keeps everything in maps.

import {
  type Anchor,
  anchorOf,
  defaultPolicy,
  type Evidence,
  type EvidenceId,
  type HolderId,
  holderOf,
  identifiersOf,
  isSettled,
  type Party,
  type Policy,
  type Position,
  parseE164,
  phoneKeyOf,
  type Review,
  replyAddress,
  type State,
  type Word,
} from '@throughline/identity';
import { Ledger } from '../../identity/ledger.testing.ts';
import { advance, type MessageStatus } from '../../server/conversations/rules-status.ts';
import { epoch } from '../../server/testing/names.ts';
import { type Act, type Fact, factOf, type Message, type StatusWord } from './facts.ts';

const daySeconds = 86_400;

export class Model {
  policy: Policy = defaultPolicy;
  /** How many have been carried out. */
  commands = 0;
  readonly sides: readonly [Side, Side];

  constructor(keyed: (eventId: string) => string) {
    this.sides = [new Side(keyed), new Side(keyed)];
  }

  /** Everybody decided again under another policy. */
  choose(policy: Policy): void {
    this.policy = policy;
    for (const side of this.sides) side.decideAgain(policy);
  }
}

export interface Happening {
  act: Act;
  /** Seconds since what happened before it. */
  after: number;
}

/** One portfolio. */
export class Side {
  ledger = new Ledger(blocking(defaultPolicy));
  policy = blocking(defaultPolicy);
  readonly evidence = new Map<EvidenceId, Evidence>();
  /** What came and could be placed, by the message's id. */
  readonly messages = new Map<string, Message>();
  readonly delivered: Fact[] = [];
  /** Happened, and not delivered yet. */
  readonly held: Fact[] = [];
  parked: Fact[] = [];
  readonly words: Word[] = [];
  readonly counts = { items: 0, parked: 0 };
  readonly ours: string[] = [];
  isThirdConnected = false;
  /** Every id of a person or a thread that was ever shown. */
  readonly shown = { contacts: new Set<string>(), threads: new Set<string>() };
  private readonly told = new Set<string>();
  private readonly heard = new Map<string, StatusWord[]>();
  private readonly first = new Map<string, MessageStatus>();
  private readonly keyed: (eventId: string) => string;
  /** Seconds after `epoch`. It begins years before, so that nothing in it is still to come. */
  private clock = -12 * 365 * daySeconds;
  private made = 0;

  constructor(keyed: (eventId: string) => string) {
    this.keyed = keyed;
  }

  get now(): number {
    return this.clock;
  }

  happen({ act, after }: Happening): Fact {
    const at = this.pass(after);
    const fact = factOf(act, { at, nth: ++this.made, keyed: this.keyed, ours: this.ours, told: this.told });
    if (fact.status) this.told.add(`${fact.status.wamid}/${fact.status.word}`);
    if (fact.message?.direction === 'out') this.ours.push(fact.message.key);
    return fact;
  }

  /** Never to the present: what happened in the future is not believed. */
  pass(seconds: number): number {
    this.clock = Math.min(this.clock + seconds, -2 * daySeconds);
    return this.clock;
  }

  /** These came together, each once or more. */
  receive(facts: readonly Fact[]): void {
    this.counts.items += facts.length;
    this.delivered.push(...facts.filter((fact) => !this.delivered.includes(fact)));
    const taken = facts.filter((fact) => {
      if (fact.parks !== 'always' && (fact.parks === null || this.isThirdConnected)) return true;
      this.counts.parked += 1;
      this.parked.push(fact);
      return false;
    });
    this.learn(
      facts.filter((fact) => fact.parks === 'always' || taken.includes(fact)).flatMap((fact) => fact.evidence ?? []),
    );
    for (const { message, status } of taken) {
      if (message) this.messages.set(message.key, message);
      if (message?.direction === 'out') this.first.set(message.key, 'sent');
      if (status) this.heard.set(status.wamid, [...(this.heard.get(status.wamid) ?? []), status.word]);
    }
  }

  learn(evidence: readonly Evidence[]): void {
    for (const one of evidence) if (!this.evidence.has(one.id)) this.evidence.set(one.id, one);
    this.ledger.receive(evidence);
  }

  say(word: Word): void {
    this.words.push(word);
    this.learn([word]);
  }

  /** An answer of ours went out. */
  answer(message: Message): void {
    this.messages.set(message.key, message);
    this.first.set(message.key, 'accepted');
  }

  decideAgain(policy: Policy): void {
    this.policy = blocking(policy);
    this.ledger = new Ledger(this.policy);
    this.ledger.receive([...this.evidence.values()]);
  }

  nextId(): EvidenceId {
    this.made += 1;
    return this.keyed(`told-${this.made}`) as EvidenceId;
  }

  /** What people say is said by our clock, a second after all else. */
  spoken() {
    const at = epoch + this.pass(1) * 1000;
    return { id: this.nextId(), at, actor: { id: 'u1', name: 'Sam' }, reason: 'asked them' };
  }

  statusOf(key: string): string {
    return (this.heard.get(key) ?? []).reduce<MessageStatus>(advance, this.first.get(key) ?? 'received');
  }

  /** Whose an item is that came with these identifiers: the account's, else whoever's the number was. */
  ownerOf({ phone, ...names }: Party, position: Position): { id: HolderId; state: State } | undefined {
    for (const party of [names, phone ? { phone } : {}]) {
      const evidence: Evidence = { kind: 'seen-together', by: 'business', id: '' as EvidenceId, at: 0, ...party };
      const state = identifiersOf(evidence, this.policy).length > 0 ? this.ledger.stateOf(evidence) : undefined;
      const id = state && holderOf(state, party, position);
      if (state && id) return { id, state };
    }
    return undefined;
  }

  /** Where a reply to whoever this message was from or to must go. */
  addressFor({ party, position }: Message): string {
    const owner = this.ownerOf(party, position);
    if (!owner) return 'nobody';
    const address = replyAddress(owner.state, owner.id);
    return address.kind === 'phone' ? address.phone : address.kind === 'bsuid' ? address.bsuid : 'held';
  }

  /** What people may be called by in a word: first what they are known by, then everything they ever held. */
  anchors(): Anchor[] {
    const states = this.ledger.all().map(({ state }) => state);
    const known = states.flatMap((state) => state.holders.flatMap(({ id }) => anchorOf(state, id) ?? []));
    const all = states.flatMap((state) => [
      ...state.names.map(({ kind, value }) => ({ kind, value }) as Anchor),
      ...state.leases.map(({ phone, from }): Anchor => ({ kind: 'phone', value: phone, ...from })),
    ]);
    return [...once(known), ...once(all)];
  }

  openReviews(): Review[] {
    return this.ledger
      .all()
      .flatMap(({ state, reviews }) => reviews.filter((review) => !isSettled(state, review)))
      .sort((a, b) => (a.evidenceId + a.type < b.evidenceId + b.type ? -1 : 1));
  }
}

function once(anchors: readonly Anchor[]): Anchor[] {
  const byText = new Map(anchors.map((anchor) => [JSON.stringify(anchor), anchor]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, anchor]) => anchor);
}

function blocking(policy: Policy): Policy {
  const own = ['+15550001111', '+15550003333', '+15550009999'].flatMap((phone) => parseE164(phone) ?? []);
  return { ...policy, blockedPhones: new Set(own.map(phoneKeyOf)) };
}

// What may happen next, at random: each command is plain values, so that a failure shrinks to the few that matter and can be read.

import {
  anchorsOf,
  defaultPolicy,
  type Evidence,
  type Policy,
  parseBsuid,
  parseE164,
  strictAdoptionLimitMs,
  tieOf,
  type Word,
} from '@throughline/identity';
import fc from 'fast-check';
import { expect } from 'vitest';
import { epoch } from '../../server/testing/names.ts';
import { expectAgreement, pictureOf, sameAnchor, withoutIds } from './agreement.ts';
import { type Act, businessNumbers, type Fact, partyOf } from './facts.ts';
import type { Happening, Model, Side } from './model.ts';
import { keyed, type System } from './system.ts';

type Command = fc.AsyncCommand<Model, System>;
type Where = 0 | 1;

abstract class Doing implements Command {
  /** Whom it may concern; the other side is compared at the end. */
  protected abstract readonly sides: readonly Where[];

  check(_model: Readonly<Model>): boolean {
    return true;
  }

  async run(model: Model, system: System): Promise<void> {
    await this.act(model, system);
    model.commands += 1;
    for (const i of this.sides) await expectAgreement(model, system, i);
  }

  abstract act(model: Model, system: System): Promise<void>;
  abstract toString(): string;
}

interface Delivery {
  /** One for each fact: they are delivered in the order of these. */
  ranks: readonly number[];
  batch: number;
  /** One webhook for each batch, as Meta does where much happens at once. */
  packed: boolean;
  /** The service is cut off while it applies the first batch. */
  cut: boolean;
}

/** Things happen, on one side or both at once; some are delivered now, in any order and any batches, and some are held back. */
class Happen extends Doing {
  protected readonly sides: readonly Where[];
  private readonly happenings: readonly Happening[];
  private readonly held: readonly boolean[];
  private readonly delivery: Delivery;

  constructor(where: readonly Where[], happenings: readonly Happening[], held: readonly boolean[], delivery: Delivery) {
    super();
    this.sides = where;
    this.happenings = happenings;
    this.held = held;
    this.delivery = delivery;
  }

  async act(model: Model, system: System): Promise<void> {
    const arrivals = this.sides.map((i) => {
      const side = sideOf(model, i);
      const facts = this.happenings.map((one) => side.happen(one));
      side.held.push(...facts.filter((_, nth) => this.held[nth]));
      return { i, facts: facts.filter((_, nth) => !this.held[nth]) };
    });
    await deliver(model, system, arrivals, this.delivery);
  }

  toString(): string {
    const acts = this.happenings.map(
      ({ act, after }, i) => `+${after}s ${inWords(act)}${this.held[i] ? ' (held)' : ''}`,
    );
    return `Happen(${this.sides.join('&')}: ${acts.join('; ')}${deliveryInWords(this.delivery)})`;
  }
}

/** What was held back comes: some of it, or all. */
class Release extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly count: number;
  private readonly delivery: Delivery;

  constructor(where: Where, count: number, delivery: Delivery) {
    super();
    this.sides = [where];
    this.where = where;
    this.count = count;
    this.delivery = delivery;
  }

  override check(model: Readonly<Model>): boolean {
    return sideOf(model, this.where).held.length > 0;
  }

  async act(model: Model, system: System): Promise<void> {
    const facts = sideOf(model, this.where).held.splice(0, this.count);
    await deliver(model, system, [{ i: this.where, facts }], this.delivery);
  }

  toString(): string {
    return `Release(${this.where}: ${this.count}${deliveryInWords(this.delivery)})`;
  }
}

/** Meta delivers again what it has delivered, alone or together with others. */
class Again extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly which: readonly number[];
  private readonly delivery: Delivery;

  constructor(where: Where, which: readonly number[], delivery: Delivery) {
    super();
    this.sides = [where];
    this.where = where;
    this.which = which;
    this.delivery = delivery;
  }

  override check(model: Readonly<Model>): boolean {
    return sideOf(model, this.where).delivered.length > 0;
  }

  async act(model: Model, system: System): Promise<void> {
    const { delivered } = sideOf(model, this.where);
    const facts = this.which.map((nth) => pick(delivered, nth));
    await deliver(model, system, [{ i: this.where, facts }], this.delivery);
  }

  toString(): string {
    return `Again(${this.where}: ${this.which.join(', ')}${deliveryInWords(this.delivery)})`;
  }
}

type Saying = 'merge' | 'split' | 'never-merge';

/** Somebody says who is who, and may take it back at once: then all must be as it was (I10). */
class Say extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly saying: Saying;
  private readonly about: readonly [number, number, number];
  private readonly andBack: boolean;

  constructor(where: Where, saying: Saying, about: readonly [number, number, number], andBack: boolean) {
    super();
    this.sides = [where];
    this.where = where;
    this.saying = saying;
    this.about = about;
    this.andBack = andBack;
  }

  override check(model: Readonly<Model>): boolean {
    return sideOf(model, this.where).anchors().length > 1;
  }

  async act(model: Model, system: System): Promise<void> {
    const side = sideOf(model, this.where);
    const before = this.andBack ? await pictureOf(side, system, this.where) : undefined;
    const word = this.word(side);
    await say(model, system, this.where, word);
    if (!before) return;
    const between = await pictureOf(side, system, this.where);
    await say(model, system, this.where, { kind: 'undo', ...side.spoken(), word: word.id, about: anchorsOf(word) });
    const after = await pictureOf(side, system, this.where);
    expect(withoutIds(after), 'I10').toEqual(withoutIds(before));
    // Where the word only put people together and moved none, the ids are what they were too.
    if (JSON.stringify(between.who) === JSON.stringify(before.who)) expect(after, 'I10').toEqual(before);
  }

  private word(side: Side): Word {
    const anchors = side.anchors();
    const [one, other, third] = this.about.map((nth) => pick(anchors, nth));
    if (!one || !other || !third) throw new Error('There is nobody to speak of.');
    const b = sameAnchor(one, other) ? pick(anchors, (this.about[0] ?? 0) + 1) : other;
    const said = side.spoken();
    if (this.saying === 'split')
      return { kind: 'split', ...said, a: one, from: sameAnchor(one, third) ? [b] : [b, third] };
    return { kind: this.saying, ...said, a: one, b };
  }

  toString(): string {
    return `Say(${this.where}: ${this.saying} ${this.about.join(', ')}${this.andBack ? ', and taken back' : ''})`;
  }
}

/** A word from before is taken back, or a taking back is. */
class TakeBack extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly nth: number;

  constructor(where: Where, nth: number) {
    super();
    this.sides = [where];
    this.where = where;
    this.nth = nth;
  }

  override check(model: Readonly<Model>): boolean {
    return sideOf(model, this.where).words.length > 0;
  }

  async act(model: Model, system: System): Promise<void> {
    const side = sideOf(model, this.where);
    const word = pick(side.words, this.nth);
    await say(model, system, this.where, { kind: 'undo', ...side.spoken(), word: word.id, about: anchorsOf(word) });
  }

  toString(): string {
    return `TakeBack(${this.where}: ${this.nth})`;
  }
}

/** Somebody looked at a question and leaves all as it is. */
class Settle extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly nth: number;

  constructor(where: Where, nth: number) {
    super();
    this.sides = [where];
    this.where = where;
    this.nth = nth;
  }

  override check(model: Readonly<Model>): boolean {
    return sideOf(model, this.where).openReviews().length > 0;
  }

  async act(model: Model, system: System): Promise<void> {
    const side = sideOf(model, this.where);
    const { evidenceId, a } = pick(side.openReviews(), this.nth);
    await say(model, system, this.where, { kind: 'settled', ...side.spoken(), evidenceId, about: [a] });
  }

  toString(): string {
    return `Settle(${this.where}: ${this.nth})`;
  }
}

/** What webhooks do not tell yet: numbers given up, claims, keys, and numbers that Meta vouches for. */
type Telling =
  | { kind: 'gone'; phone: string }
  | { kind: 'claimed'; phone: string; about: number }
  | { kind: 'keyed'; who: string }
  | { kind: 'shared'; who: string };

class Tell extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly telling: Telling;
  private readonly after: number;

  constructor(where: Where, telling: Telling, after: number) {
    super();
    this.sides = [where];
    this.where = where;
    this.telling = telling;
    this.after = after;
  }

  override check(model: Readonly<Model>): boolean {
    return this.telling.kind !== 'claimed' || sideOf(model, this.where).anchors().length > 0;
  }

  async act(model: Model, system: System): Promise<void> {
    const side = sideOf(model, this.where);
    const evidence = this.evidence(side);
    await system.say(this.where, [evidence], model.policy);
    side.learn([evidence]);
  }

  private evidence(side: Side): Evidence {
    const said = { at: epoch + side.pass(this.after) * 1000, id: side.nextId() };
    const { telling } = this;
    if (telling.kind === 'keyed' || telling.kind === 'shared') {
      const key =
        telling.kind === 'keyed' ? { keyHash: `key ${said.id.charCodeAt(0) % 2}` } : { sharedNumber: true as const };
      return { kind: 'seen-together', by: 'customer', ...said, ...partyOf(telling.who), ...key };
    }
    const { phone } = partyOf(telling.phone);
    if (!phone) throw new Error(`${telling.phone} is not a number.`);
    if (telling.kind === 'gone') return { kind: 'gone', ...said, phone };
    return { kind: 'claimed', ...said, phone, about: pick(side.anchors(), telling.about) };
  }

  toString(): string {
    return `Tell(${this.where}: +${this.after}s ${JSON.stringify(this.telling)})`;
  }
}

/** An agent answers in a thread; the answer belongs where it went to. */
class Answer extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly nth: number;

  constructor(where: Where, nth: number) {
    super();
    this.sides = [where];
    this.where = where;
    this.nth = nth;
  }

  override check(model: Readonly<Model>): boolean {
    return sideOf(model, this.where).messages.size > 0;
  }

  async act(model: Model, system: System): Promise<void> {
    const side = sideOf(model, this.where);
    const to = pick([...side.messages.values()], this.nth);
    const [thread] = await system.db.sql<{ id: string }[]>`
      select conversation_id as id from messages where portfolio_id = ${system.portfolio(this.where)} and wamid = ${to.key}`;
    const address = side.addressFor(to);
    const at = epoch + side.pass(1) * 1000;
    system.setClock(at);
    const wamid = `a${side.nextId()}`;
    const sent = await system.answer(this.where, thread?.id ?? '', wamid);
    expect(sent?.to ?? sent?.recipient ?? 'held', 'C1').toBe(address);
    if (!sent) return;
    const [phone, bsuid] = [sent.to && parseE164(sent.to), sent.recipient && parseBsuid(sent.recipient)];
    side.answer({
      key: wamid,
      direction: 'out',
      party: { ...(phone && { phone }), ...(bsuid && { bsuid }) },
      number: to.number,
      position: { at, tie: tieOf(keyed(sent.messageId), {}) },
    });
    side.ours.push(wamid);
  }

  toString(): string {
    return `Answer(${this.where}: ${this.nth})`;
  }
}

class Pack extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;

  constructor(where: Where) {
    super();
    this.sides = [where];
    this.where = where;
  }

  async act(_model: Model, system: System): Promise<void> {
    await system.pack(this.where);
  }

  toString(): string {
    return `Pack(${this.where})`;
  }
}

const policies = {
  default: defaultPolicy,
  strict: { ...defaultPolicy, adoptionLimitMs: strictAdoptionLimitMs },
  joining: { ...defaultPolicy, joinOnSharedNumber: true },
  few: { ...defaultPolicy, joinLimits: { parts: 2, phones: 2 } },
} satisfies Record<string, Policy>;

/** The deployment chooses otherwise, and everybody is decided again. */
class Choose extends Doing {
  protected readonly sides = [0, 1] as const;
  private readonly policy: keyof typeof policies;

  constructor(policy: keyof typeof policies) {
    super();
    this.policy = policy;
  }

  async act(model: Model, system: System): Promise<void> {
    model.choose(policies[this.policy]);
    expect(await system.decideAgain(model.policy), 'deciding again').toEqual([]);
  }

  toString(): string {
    return `Choose(${this.policy})`;
  }
}

class Restart extends Doing {
  protected readonly sides = [0, 1] as const;

  async act(_model: Model, system: System): Promise<void> {
    await system.restart();
  }

  toString(): string {
    return 'Restart()';
  }
}

/** Parked items go through the door again, where wanted after the number they were for was connected. */
class Replay extends Doing {
  protected readonly sides: readonly Where[];
  private readonly where: Where;
  private readonly connected: boolean;

  constructor(where: Where, connected: boolean) {
    super();
    this.sides = [where];
    this.where = where;
    this.connected = connected;
  }

  override check(model: Readonly<Model>): boolean {
    return sideOf(model, this.where).parked.length > 0;
  }

  async act(model: Model, system: System): Promise<void> {
    const side = sideOf(model, this.where);
    if (this.connected && !side.isThirdConnected) {
      await system.connectThird(this.where);
      side.isThirdConnected = true;
    }
    const again = side.parked;
    side.parked = [];
    await system.replayAll(this.where);
    await system.drain(model.policy);
    side.receive(again);
  }

  toString(): string {
    return `Replay(${this.where}${this.connected ? ', connected' : ''})`;
  }
}

async function deliver(
  model: Model,
  system: System,
  arrivals: readonly { i: Where; facts: readonly Fact[] }[],
  { ranks, batch, packed, cut }: Delivery,
): Promise<void> {
  const batches = arrivals.map(({ i, facts }) => {
    const inOrder = facts.map((fact, nth) => ({ fact, rank: ranks[nth] ?? 0 })).sort((a, b) => a.rank - b.rank);
    return { i, rest: inOrder.map(({ fact }) => fact) };
  });
  for (let first = true; batches.some(({ rest }) => rest.length > 0); first = false) {
    const now = batches.map(({ i, rest }) => ({ i, facts: rest.splice(0, batch) }));
    await Promise.all(
      now.map(({ i, facts }) => {
        const webhooks = facts.map(({ webhook }) => webhook as { entry: unknown[] });
        const one = { object: 'whatsapp_business_account', entry: webhooks.flatMap(({ entry }) => entry) };
        return system.arrive(i, packed && webhooks.length > 0 ? [one] : webhooks);
      }),
    );
    if (cut && first) await system.cut(model.policy);
    await system.drain(model.policy);
    for (const { i, facts } of now) sideOf(model, i).receive(facts);
  }
}

async function say(model: Model, system: System, where: Where, word: Word): Promise<void> {
  await system.say(where, [word], model.policy);
  sideOf(model, where).say(word);
}

function sideOf(model: Readonly<Model>, where: Where): Side {
  return model.sides[where];
}

function pick<T>(values: readonly T[], nth: number): T {
  const value = values[nth % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

function inWords(act: Act): string {
  switch (act.kind) {
    case 'writes':
      return `${act.who} writes${act.to > 0 ? ` to ${businessNumbers[act.to]}` : ''}`;
    case 'moves':
      return `${act.from} > ${act.to}`;
    case 'echo':
      return `we write to ${act.who}`;
    case 'status':
      return `${act.word} of ${act.of} to ${act.who}`;
  }
}

function deliveryInWords({ ranks, batch, packed, cut }: Delivery): string {
  return `, in the order of ${ranks.join(' ')}, by ${batch}${packed ? ', packed' : ''}${cut ? ', cut off' : ''}`;
}

const seconds = 1;
const days = 86_400 * seconds;
const after = fc.constantFrom(1, 0, 60, 1 * days, 40 * days, 50 * days, 200 * days, 380 * days);
const where: fc.Arbitrary<Where> = fc.constantFrom(0, 1);
const nth = fc.nat(11);

const phones = ['P1', 'P2', 'P3'];
const accounts = ['B1', 'B2', 'B3', 'B4'];
const [phone, account] = [fc.constantFrom(...phones), fc.constantFrom(...accounts)];
const both = fc.tuple(phone, account).map((words) => words.join(' '));
const parent = fc.constantFrom('PB91', 'PB92');
const shows = fc.constantFrom('', '', '', ' @ana', ' @bob', ' @-');
const party = fc.oneof(
  { weight: 4, arbitrary: phone },
  { weight: 4, arbitrary: account },
  { weight: 8, arbitrary: both },
  { weight: 1, arbitrary: parent },
  { weight: 2, arbitrary: fc.tuple(fc.oneof(account, both), parent).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: account.map((one) => `OWN ${one}`) },
);
const writes = fc
  .tuple(party, shows, fc.constantFrom<(0 | 1 | 2)[]>(0, 0, 0, 0, 1, 1, 2))
  .map(([who, shown, to]): Act => ({ kind: 'writes', who: who + shown, to }));
const nobodyWrites = fc.constant<Act>({ kind: 'writes', who: 'OWN', to: 0 });
/** Numbers only; the new account beside them; both accounts; and an account changed without any number shown. */
const moves = fc
  .tuple(
    fc.constantFrom(1, 2, 3, 4),
    fc.shuffledSubarray(phones, { minLength: 2 }),
    fc.shuffledSubarray(accounts, { minLength: 2 }),
  )
  .map(([generation, [p1, p2], [b1, b2]]): Act => {
    const forms: Record<number, [string, string]> = {
      1: [`${p1}`, `${p2}`],
      2: [`${p1}`, `${p2} ${b2}`],
      3: [`${p1} ${b1}`, `${p2} ${b2}`],
      4: [`${b1}`, `${b2}`],
    };
    const [from, to] = forms[generation] ?? ['', ''];
    return { kind: 'moves', from, to };
  });
const echoes = fc.tuple(party, fc.constantFrom<(0 | 1)[]>(0, 1)).map(([who, to]): Act => ({ kind: 'echo', who, to }));
const statuses = fc
  .tuple(party, nth, fc.constantFrom('sent', 'delivered', 'read', 'failed'))
  .map(([who, of, word]): Act => ({ kind: 'status', who, of, word }));
const act = fc.oneof(
  { weight: 12, arbitrary: writes },
  { weight: 4, arbitrary: moves },
  { weight: 2, arbitrary: echoes },
  { weight: 3, arbitrary: statuses },
  { weight: 1, arbitrary: nobodyWrites },
);
const happening = fc.record({ act, after });
const atMost = 5;
const delivery: fc.Arbitrary<Delivery> = fc.record({
  ranks: fc.array(fc.nat(9), { minLength: atMost, maxLength: atMost }),
  batch: fc.integer({ min: 1, max: atMost }),
  packed: fc.boolean(),
  cut: fc.constantFrom(false, false, false, false, true),
});

const happen = fc
  .tuple(
    fc.constantFrom<Where[][]>([0], [0], [1], [0, 1]),
    fc.array(happening, { minLength: 1, maxLength: atMost }),
    fc.array(fc.constantFrom(false, false, true), { minLength: atMost, maxLength: atMost }),
    delivery,
  )
  .map((all) => new Happen(...all));

const telling: fc.Arbitrary<Telling> = fc.oneof(
  fc.record({ kind: fc.constant('gone' as const), phone }),
  fc.record({ kind: fc.constant('claimed' as const), phone, about: nth }),
  fc.record({ kind: fc.constant('keyed' as const), who: both }),
  fc.record({ kind: fc.constant('shared' as const), who: both }),
  fc.record({ kind: fc.constant('keyed' as const), who: phone }),
);

const saying = fc
  .tuple(
    where,
    fc.constantFrom<Saying[]>('merge', 'merge', 'split', 'never-merge'),
    fc.tuple(nth, nth, nth),
    fc.constantFrom(false, false, true),
  )
  .map((all) => new Say(...all));

/** Weighted by how often each is drawn: people write more often than they are spoken of. */
export const commands = [
  happen,
  happen,
  happen,
  happen,
  happen,
  happen,
  fc.tuple(where, fc.integer({ min: 1, max: 4 }), delivery).map((all) => new Release(...all)),
  fc.tuple(where, fc.integer({ min: 1, max: 4 }), delivery).map((all) => new Release(...all)),
  fc.tuple(where, fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), delivery).map((all) => new Again(...all)),
  fc.tuple(where, fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), delivery).map((all) => new Again(...all)),
  saying,
  saying,
  fc.tuple(where, nth).map((all) => new TakeBack(...all)),
  fc.tuple(where, nth).map((all) => new Settle(...all)),
  fc.tuple(where, telling, after).map((all) => new Tell(...all)),
  fc.tuple(where, nth).map((all) => new Answer(...all)),
  where.map((one) => new Pack(one)),
  fc.constantFrom<(keyof typeof policies)[]>('default', 'strict', 'joining', 'few').map((one) => new Choose(one)),
  fc.constant(null).map(() => new Restart()),
  fc.tuple(where, fc.boolean()).map((all) => new Replay(...all)),
] satisfies fc.Arbitrary<Command>[];

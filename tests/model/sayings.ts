// People say who is who, and what webhooks do not tell; they answer, and take back what they said.

import { anchorsOf, type Evidence, parseBsuid, parseE164, tieOf, type Word } from '@throughline/identity';
import { expect } from 'vitest';
import { epoch } from '../../server/testing/names.ts';
import { pictureOf, sameAnchor, withoutIds } from './agreement.ts';
import { Doing, pick, say, sideOf, type Where } from './doing.ts';
import { partyOf } from './facts.ts';
import type { Model, Side } from './model.ts';
import { keyed, type System } from './system.ts';

export type Saying = 'merge' | 'split' | 'never-merge';

/** Somebody says who is who, and may take it back at once: then all must be as it was (I10). */
export class Say extends Doing {
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
export class TakeBack extends Doing {
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
export class Settle extends Doing {
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
export type Telling =
  | { kind: 'gone'; phone: string }
  | { kind: 'claimed'; phone: string; about: number }
  | { kind: 'keyed'; who: string }
  | { kind: 'shared'; who: string };

export class Tell extends Doing {
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
export class Answer extends Doing {
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

// WhatsApp delivers: what happens now, what was held back, and what it delivered before.

import { type Delivery, Doing, deliver, deliveryInWords, inWords, pick, sideOf, type Where } from './doing.ts';
import type { Happening, Model } from './model.ts';
import type { System } from './system.ts';

/** Things happen, on one side or both at once; some are delivered now, in any order and any batches, and some are held back. */
export class Happen extends Doing {
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
export class Release extends Doing {
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
export class Again extends Doing {
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

// What is done to the service itself: evidence packed, rules chosen, a restart, parked items replayed.

import { defaultPolicy, type Policy, strictAdoptionLimitMs } from '@throughline/identity';
import { expect } from 'vitest';
import { Doing, sideOf, type Where } from './doing.ts';
import type { Model } from './model.ts';
import type { System } from './system.ts';

export class Pack extends Doing {
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

export const policies = {
  default: defaultPolicy,
  strict: { ...defaultPolicy, adoptionLimitMs: strictAdoptionLimitMs },
  joining: { ...defaultPolicy, joinOnSharedNumber: true },
  few: { ...defaultPolicy, joinLimits: { parts: 2, phones: 2 } },
} satisfies Record<string, Policy>;

/** The deployment chooses otherwise, and everybody is decided again. */
export class Choose extends Doing {
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

export class Restart extends Doing {
  protected readonly sides = [0, 1] as const;

  async act(_model: Model, system: System): Promise<void> {
    await system.restart();
  }

  toString(): string {
    return 'Restart()';
  }
}

/** Parked items go through the door again, where wanted after the number they were for was connected. */
export class Replay extends Doing {
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

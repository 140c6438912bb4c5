// What all that may happen has in common: it is done on a side or both, and then the service must agree with the model.

import type { Word } from '@throughline/identity';
import type fc from 'fast-check';
import { expectAgreement } from './agreement.ts';
import { type Act, businessNumbers, type Fact } from './facts.ts';
import type { Model, Side } from './model.ts';
import type { System } from './system.ts';

export type Command = fc.AsyncCommand<Model, System>;
export type Where = 0 | 1;

export abstract class Doing implements Command {
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

export interface Delivery {
  /** One for each fact: they are delivered in the order of these. */
  ranks: readonly number[];
  batch: number;
  /** One webhook for each batch, as Meta does where much happens at once. */
  packed: boolean;
  /** The service is cut off while it applies the first batch. */
  cut: boolean;
}

export async function deliver(
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

export async function say(model: Model, system: System, where: Where, word: Word): Promise<void> {
  await system.say(where, [word], model.policy);
  sideOf(model, where).say(word);
}

export function sideOf(model: Readonly<Model>, where: Where): Side {
  return model.sides[where];
}

export function pick<T>(values: readonly T[], nth: number): T {
  const value = values[nth % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

export function inWords(act: Act): string {
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

export function deliveryInWords({ ranks, batch, packed, cut }: Delivery): string {
  return `, in the order of ${ranks.join(' ')}, by ${batch}${packed ? ', packed' : ''}${cut ? ', cut off' : ''}`;
}

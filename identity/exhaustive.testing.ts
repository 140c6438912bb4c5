// Every history there is, up to a length, over a small alphabet of facts; and every order in which it can arrive.

import { answerOf } from './comparison.testing.ts';
import type { Evidence, EvidenceId } from './evidence.ts';
import { apart, gone, moved, never, same, seen, status } from './given.testing.ts';
import { contacts, Ledger, notices, people, reviews } from './ledger.testing.ts';
import { defaultPolicy } from './policy.ts';
import { referenceAnswer } from './reference.testing.ts';

type Fact = (at: number) => Evidence;

/** Two numbers, three account ids, a parent; changes of number with ids and without; what people say. The first nine come again and again. */
export const alphabet: readonly Fact[] = [
  (at) => seen(at, 'P1'),
  (at) => seen(at, 'B1 PB1 @ana'),
  (at) => seen(at, 'P1 B1'),
  (at) => seen(at, 'P1 B2'),
  (at) => seen(at, 'B2 PB1'),
  (at) => moved(at, 'P1 B1', 'P2 B2'),
  (at) => moved(at, 'P1', 'P2'),
  (at) => same(at, 'B1', 'B2'),
  (at) => apart(at, 'B2', 'B1'),
  (at) => seen(at, 'P2 B2'),
  (at) => status(at, 'P1 B3'),
  (at) => never(at, 'P1@1', 'B1'),
  (at) => gone(at, 'P1'),
];

export interface Told {
  histories: number;
  arrivals: number;
  differences: string[];
}

/**
 * Runs every history of exactly `length` of the first `letters` facts, one a second, in every order of arrival, one by one. They can
 * be dealt out: this takes every `share.of`th from `share.own` on. Where `until` stops it early, what was run is spread over all.
 */
export function runEvery(
  length: number,
  letters: number,
  {
    share = { own: 0, of: 1 },
    until = () => false,
  }: { share?: { own: number; of: number }; until?: () => boolean } = {},
): Told {
  const told: Told = { histories: 0, arrivals: 0, differences: [] };
  const orders = permutations(Array.from({ length }, (_, i) => i));
  const all = letters ** length;
  for (let i = share.own; i < all && !until(); i += share.of) {
    const history = historyOf((i * stride) % all, length, letters);
    const inOrder = outcomeOf(history, orders[0] as number[]);
    const answer = JSON.stringify(answerOf(inOrder.ledger, history));
    told.histories += 1;
    if (answer !== JSON.stringify(referenceAnswer(history, defaultPolicy)))
      told.differences.push(`${spelling(history)}: the reference answers otherwise`);
    for (const order of orders) {
      told.arrivals += 1;
      if (outcomeOf(history, order).text !== inOrder.text)
        told.differences.push(`${spelling(history)}: otherwise when they arrive as ${order.map((i) => i + 1)}`);
    }
  }
  return told;
}

/** A prime that no number of histories has in it: steps of this length meet every history once. */
const stride = 7919;

/** The number written in the alphabet's base: each digit a fact. */
function historyOf(number: number, length: number, letters: number): Evidence[] {
  return Array.from({ length }, (_, i) => {
    const fact = alphabet[Math.floor(number / letters ** i) % letters] as Fact;
    return { ...fact(i + 1), id: `e${i}` as EvidenceId };
  });
}

function outcomeOf(history: Evidence[], order: readonly number[]): { ledger: Ledger; text: string } {
  const ledger = new Ledger();
  for (const i of order) ledger.receive([history[i] as Evidence]);
  return { ledger, text: JSON.stringify([people(ledger), contacts(ledger), notices(ledger), reviews(ledger)]) };
}

function spelling(history: readonly Evidence[]): string {
  return history.map((fact) => JSON.stringify({ ...fact, id: undefined })).join(' ');
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

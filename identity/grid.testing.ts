// The grid: what a piece of evidence carries, times what is known of it, times everything else that rules ask about.

import type { Evidence, EvidenceId } from './evidence.ts';
import { day, gone, moved, never, same, seen, shared } from './given.testing.ts';

type Kind = 'P1' | 'B1' | 'PB1';
/** The ids one holder is known by. */
type Block = readonly Kind[];

export interface Point {
  name: string;
  /** What is known before, and what people say of it. */
  setup: Evidence[];
  probe: Evidence;
}

const carried = ['P1', 'B1', 'PB1', 'P1 B1', 'P1 PB1', 'B1 PB1', 'P1 B1 PB1'];

/** Which of the three are known, and which of those are the same holder's: fifteen patterns. */
const found: readonly (readonly Block[])[] = [
  [],
  [['P1']],
  [['B1']],
  [['PB1']],
  [['P1', 'B1']],
  [['P1'], ['B1']],
  [['P1', 'PB1']],
  [['P1'], ['PB1']],
  [['B1', 'PB1']],
  [['B1'], ['PB1']],
  [['P1', 'B1', 'PB1']],
  [['P1', 'B1'], ['PB1']],
  [['P1', 'PB1'], ['B1']],
  [['P1'], ['B1', 'PB1']],
  [['P1'], ['B1'], ['PB1']],
];

/** What a holder has besides. */
const besides: Record<string, (block: Block, i: number) => Evidence[]> = {
  nothing: () => [],
  'another number': (block, i) => {
    const id = block.find((kind) => kind !== 'P1');
    return id ? [seen(5 + i, `P${4 + i} ${id}`)] : [seen(5, 'P4'), moved(6, 'P4', 'P1')];
  },
  'another account id': (block, i) => {
    if (block.includes('B1')) return [seen(3, 'B4'), moved(4, 'B4', 'B1')];
    return [seen(14 + i, `${block[0]} B${4 + i}`)];
  },
  'another parent': (block, i) => [seen(14 + i, `${block[0]} PB${4 + i}`)],
};

/** How the number stands in the end. */
const leases: Record<string, () => Evidence[]> = {
  open: () => [],
  rotated: () => [moved(30, 'P1', 'P7')],
  gone: () => [gone(30, 'P1')],
  taken: () => [seen(30, 'P1 B7')],
};

/** By whose word the evidence comes. */
const trusts: Record<string, (at: number, ids: string) => Evidence> = {
  customer: (at, ids) => seen(at, ids),
  status: (at, ids) => seen(at, ids, 'status'),
  business: (at, ids) => seen(at, ids, 'business'),
  'shared number': (at, ids) => shared(at, ids),
  'rotated from': (at, ids) => moved(at, ids, 'P9 B9'),
  'rotated to': (at, ids) => moved(at, 'P8 B8', ids),
};

/** Before the number's fate, after it, and after more than a year of silence. */
const ages: Record<string, number> = { older: 20, newer: 40, 'much newer': 400 * day };

/** What people say of the account and of whoever had the number. */
const words: Record<string, () => Evidence[]> = {
  'no words': () => [],
  'told apart': () => [never(50, 'B1', 'P1@16'), never(51, 'B1', 'PB1')],
  merged: () => [same(50, 'B1', 'P1@16')],
};

/** Either something besides, or words, and then at one time: more of it at once is left to chance, in the order test. */
const extras = [
  ...Object.keys(besides).map((name) => [name, 'no words'] as const),
  ['nothing', 'told apart'] as const,
  ['nothing', 'merged'] as const,
];

/** All points that differ. */
export function* points(): Generator<Point> {
  const met = new Set<string>();
  for (const [what, said] of extras)
    for (const blocks of found)
      for (const fate of Object.keys(leases))
        for (const ids of carried)
          for (const trust of Object.keys(trusts))
            for (const age of what === 'nothing' && said === 'no words' ? Object.keys(ages) : ['newer']) {
              const known = blocks.map((block) => block.join('=')).join(' / ') || 'nobody';
              const name = `${trust} ${ids}, ${age}; known ${known}, besides ${what}; ${fate}; ${said}`;
              const setup = setupOf(blocks, what, fate, said);
              const probe = trusts[trust]?.(ages[age] as number, ids) as Evidence;
              const point = { name, setup: setup.map(named), probe: { ...probe, id: 'e-probe' as EvidenceId } };
              const shape = JSON.stringify([point.setup, point.probe]);
              if (!met.has(shape)) yield point;
              met.add(shape);
            }
}

function setupOf(blocks: readonly Block[], what: string, fate: string, said: string): Evidence[] {
  const holders = blocks.flatMap((block, i) => [seen(10 + i, block.join(' ')), ...(besides[what]?.(block, i) ?? [])]);
  const knowsNumber = blocks.some((block) => block.includes('P1'));
  return [...holders, ...(knowsNumber ? (leases[fate]?.() ?? []) : []), ...(words[said]?.() ?? [])];
}

function named(evidence: Evidence, i: number): Evidence {
  return { ...evidence, id: `e${i}` as EvidenceId };
}

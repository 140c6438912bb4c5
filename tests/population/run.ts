// One town, one resolver: delivered in order of arrival with replies on the way, then shuffled into a second one, and scored.

import type { EvidenceId } from '@throughline/identity';
import { type Arrival, shuffled } from './delivery.ts';
import { historiesOf } from './histories.ts';
import type { Item } from './meta.ts';
import { type Reply, replyAlong } from './replies.ts';
import type { Resolver } from './resolver.ts';
import { type Accuracy, bCubed, endDifferently, falseMerges, type Labelled, pairwise, splits } from './scores.ts';
import type { TownSettings } from './settings.ts';
import type { Town } from './town.ts';

export interface Run {
  /** One resolver for each portfolio: identifiers mean something inside one only. */
  inOrder: Map<string, Resolver>;
  shuffled: Map<string, Resolver>;
  /** The scored items, each once. */
  items: Item[];
  labels: Labelled[];
  /** Items of each pair of people who were taken for one. */
  merged: { people: [string, string]; found: string }[];
  splitPeople: Map<string, Set<string>>;
  replies: Reply[];
  report: Report;
}

export interface Report {
  items: number;
  people: number;
  pairwise: Accuracy;
  bCubed: Accuracy;
  falselyMergedPairs: number;
  /** The same, where the webhooks came in an order that has nothing to do with time. */
  falselyMergedPairsShuffled: number;
  /** Replies within a day of the person's last message, and templates at any time after. */
  replies: Record<Reply['kind'], Record<Reply['outcome'], number>>;
  splitPeoplePer10000: number;
  /** 0 to 1. */
  historiesEndingDifferently: number;
}

const shuffledBatch = 20;

export function run(town: Town, settings: TownSettings, newResolver: () => Resolver): Run {
  const inOrder = new Map<string, Resolver>();
  const replies = replyAlong(town, settings, each(inOrder, newResolver));
  const other = new Map<string, Resolver>();
  deliverAll(shuffled(town.arrivals, settings), shuffledBatch, each(other, newResolver));

  const delivered = new Map<EvidenceId, Item>(town.arrivals.map(({ item }) => [item.evidence.id, item]));
  const items = [...delivered.values()].filter((item) => item.as === 'said');
  const ownerIn = (resolvers: Map<string, Resolver>, { portfolio, evidence }: Item) =>
    `${portfolio} ${resolvers.get(portfolio)?.ownerOf(evidence) ?? `nobody ${evidence.id}`}`;
  const labels = items.map((item) => ({ truth: truthOf(item), found: ownerIn(inOrder, item) }));
  const histories = historiesOf(delivered.values());
  const twice = items.map((item) => ({
    history: histories.get(item.evidence.id) ?? item.evidence.id,
    one: ownerIn(inOrder, item),
    other: ownerIn(other, item),
  }));
  const merged = falseMerges(labels);
  const splitPeople = splits(labels);
  const people = new Set(labels.map(({ truth }) => truth)).size;
  const report: Report = {
    items: items.length,
    people,
    pairwise: pairwise(labels),
    bCubed: bCubed(labels),
    falselyMergedPairs: merged.length,
    falselyMergedPairsShuffled: falseMerges(
      twice.map(({ other: found }, index) => ({ truth: labels[index]?.truth ?? '', found })),
    ).length,
    replies: { 'within-a-day': outcomes(replies, 'within-a-day'), template: outcomes(replies, 'template') },
    splitPeoplePer10000: (splitPeople.size * 10_000) / people,
    historiesEndingDifferently: endDifferently(twice),
  };
  return { inOrder, shuffled: other, items, labels, merged, splitPeople, replies, report };
}

/** A person is somebody anew in each portfolio. */
export function truthOf({ portfolio, stay }: Item): string {
  return `${portfolio} ${stay?.person.id ?? 'nobody'}`;
}

export function deliverAll(
  arrivals: readonly Arrival[],
  batch: number,
  resolverOf: (portfolio: string) => Resolver,
): void {
  for (const [portfolio, own] of Map.groupBy(arrivals, ({ item }) => item.portfolio))
    for (let index = 0; index < own.length; index += batch)
      resolverOf(portfolio).receive(own.slice(index, index + batch).map(({ item }) => item.evidence));
}

function each(resolvers: Map<string, Resolver>, newResolver: () => Resolver) {
  return (portfolio: string): Resolver => {
    const known = resolvers.get(portfolio) ?? newResolver();
    resolvers.set(portfolio, known);
    return known;
  };
}

function outcomes(replies: readonly Reply[], kind: Reply['kind']): Report['replies'][Reply['kind']] {
  const counts = { right: 0, wrong: 0, unforeseeable: 0, nobody: 0, held: 0 };
  for (const reply of replies) if (reply.kind === kind) counts[reply.outcome] += 1;
  return counts;
}

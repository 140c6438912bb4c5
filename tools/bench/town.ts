// The town with ground truth, resolved by Throughline and by the baselines: how many a second, and how right.

import { defaultPolicy } from '@throughline/identity';
import { FirstAliasWins, LastArrivalWins, PhoneAsKey } from '../../tests/population/baselines.ts';
import { mergeCauses, splitCauses } from '../../tests/population/causes.ts';
import { type Resolver, Throughline } from '../../tests/population/resolver.ts';
import { deliverAll, type Report, type Run, run } from '../../tests/population/run.ts';
import { today } from '../../tests/population/settings.ts';
import { buildTown, type Town } from '../../tests/population/town.ts';
import type { Figure } from './figures.ts';
import type { Settings } from './settings.ts';

const baselines: readonly { name: string; make: () => Resolver }[] = [
  { name: 'phone as key', make: () => new PhoneAsKey(defaultPolicy) },
  { name: 'first alias wins', make: () => new FirstAliasWins(defaultPolicy) },
  { name: 'last arrival wins', make: () => new LastArrivalWins(defaultPolicy) },
];
const throughline = () => new Throughline(defaultPolicy);

export function measureTown({ people, rounds }: Settings, say: (line: string) => void): Figure[] {
  const settings = { ...today, people };
  const town = buildTown(settings);
  const ours = run(town, settings, throughline);
  const others = baselines.map(({ name, make }) => ({ name, report: run(town, settings, make).report }));
  say(
    `  ${town.arrivals.length} webhooks of ${people} people in three years, ${ours.report.items} of them messages of theirs`,
  );
  sayCauses(town, ours, say);
  return [speedOf(town, rounds), ...scoresOf(town, ours, others)];
}

/** Beside it what a phone as key costs: a look-up in a map, and nothing decided. */
function speedOf(town: Town, rounds: number): Figure {
  const figure = {
    name: 'Resolved in memory, one webhook after the other',
    unit: '/s' as const,
    values: [] as number[],
    bare: { name: 'phone as key', values: [] as number[] },
  };
  for (let round = 0; round < rounds; round += 1) {
    figure.values.push(perSecond(town, throughline));
    figure.bare.values.push(perSecond(town, () => new PhoneAsKey(defaultPolicy)));
  }
  return figure;
}

function perSecond(town: Town, make: () => Resolver): number {
  const resolvers = new Map(town.items.map(({ portfolio }) => [portfolio, make()]));
  const started = performance.now();
  deliverAll(town.arrivals, 1, (portfolio) => resolvers.get(portfolio) ?? make());
  return (town.arrivals.length * 1000) / (performance.now() - started);
}

function scoresOf(town: Town, ours: Run, others: readonly { name: string; report: Report }[]): Figure[] {
  const score = (
    name: string,
    unit: Figure['unit'],
    pick: (report: Report) => number,
    goal?: Figure['goal'],
  ): Figure => ({
    name: `Town: ${name}`,
    unit,
    values: [pick(ours.report)],
    beside: others.map((other) => ({ name: other.name, values: [pick(other.report)] })),
    ...(goal && { goal }),
  });
  const avoidable = mergeCauses(town, ours, defaultPolicy).get('avoidable')?.length ?? 0;
  return [
    { name: 'Town: avoidable merges', unit: '', values: [avoidable], goal: { most: 0 } },
    score('pairs found that are true (precision)', '%', ({ pairwise }) => pairwise.precision * 100),
    score('true pairs that are found (recall)', '%', ({ pairwise }) => pairwise.recall * 100),
    score('B-cubed precision', '%', ({ bCubed }) => bCubed.precision * 100),
    score('B-cubed recall', '%', ({ bCubed }) => bCubed.recall * 100),
    score('pairs of people merged', '', (report) => report.falselyMergedPairs),
    score('pairs of people merged, shuffled', '', (report) => report.falselyMergedPairsShuffled),
    score('people split', 'of 10,000', (report) => report.splitPeoplePer10000),
    score('replies within a day to somebody else', '', ({ replies }) => strangers(replies['within-a-day']), {
      most: 0,
    }),
    score('templates later to somebody else', '', ({ replies }) => strangers(replies.template)),
    score('  of these though something had told', '', ({ replies }) => replies.template.wrong),
    score('histories that end differently, shuffled', '%', (report) => report.historiesEndingDifferently * 100, {
      most: 0,
    }),
  ];
}

function strangers({ wrong, unforeseeable }: Report['replies']['template']): number {
  return wrong + unforeseeable;
}

function sayCauses(town: Town, ours: Run, say: (line: string) => void): void {
  const list = (causes: Map<string, unknown[]>) =>
    [...causes].map(([cause, cases]) => `${cause} ${cases.length}`).join(', ');
  say(`  Merged by Throughline: ${list(mergeCauses(town, ours, defaultPolicy)) || 'nobody'}`);
  say(`  Split by Throughline: ${list(splitCauses(town, ours, defaultPolicy)) || 'nobody'}`);
}

// npm run regimen -- [--events 5] [--letters 9] [--minutes 60] [--runs 100000]: the long form of what identity/ is tested with.
//
// Random histories first, each in order and shuffled in batches; then every history of that many events over that many letters of the
// alphabet, in every order of arrival, for that long at most. Prints how many were run and differed, and ends with 1 where any did.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { answerOf } from '../identity/comparison.testing.ts';
import { alphabet, runEvery, type Told } from '../identity/exhaustive.testing.ts';
import { contacts, notices, people, reviews } from '../identity/ledger.testing.ts';
import { defaultPolicy } from '../identity/policy.ts';
import { referenceAnswer } from '../identity/reference.testing.ts';
import { fullDelivery, receiveAll } from '../tests/support/histories.ts';

interface Part {
  own: number;
  of: number;
  events: number;
  letters: number;
  endsAt: number;
  runs: number;
}

interface PartTold {
  every: Told;
  random: { runs: number; differences: string[] };
}

if (isMainThread) await main();
else parentPort?.postMessage(runPart(workerData as Part));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '5' },
      letters: { type: 'string', default: '9' },
      minutes: { type: 'string', default: '60' },
      runs: { type: 'string', default: '100000' },
    },
  });
  const [events, letters, runs] = [whole(values.events, 6), whole(values.letters, alphabet.length), whole(values.runs)];
  const startedAt = Date.now();
  const of = availableParallelism();
  const share = {
    of,
    events,
    letters,
    runs: Math.ceil(runs / of),
    endsAt: startedAt + Number(values.minutes) * 60_000,
  };
  const parts = await Promise.all(Array.from({ length: of }, (_, own) => inWorker({ ...share, own })));
  const sum = (count: (part: PartTold) => number) => parts.reduce((total, part) => total + count(part), 0);
  const [histories, differences] = [
    sum(({ every }) => every.histories),
    parts.flatMap(({ every, random }) => [...every.differences, ...random.differences]),
  ];
  const all = letters ** events;
  console.log(
    `${number(histories)} of ${number(all)} histories of ${events} events (${letters} kinds), ` +
      `${number(sum(({ every }) => every.arrivals))} orders of arrival`,
  );
  console.log(`${number(sum(({ random }) => random.runs))} random histories, in order and shuffled in batches`);
  for (const difference of differences.slice(0, 10)) console.log(`  ${difference}`);
  console.log(`${number(differences.length)} differences, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  if (differences.length > 0) process.exitCode = 1;
}

function whole(text: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= most) return value;
  process.stderr.write(`${text} is not a whole number from 1 to ${most}.\n`);
  process.exit(2);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function inWorker(part: Part): Promise<PartTold> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function runPart({ own, of, events, letters, endsAt, runs }: Part): PartTold {
  const random = runRandom(runs);
  const every = runEvery(events, letters, { share: { own, of }, until: () => Date.now() > endsAt });
  return { every, random };
}

function runRandom(runs: number): PartTold['random'] {
  const told = { runs: 0, differences: [] as string[] };
  fc.assert(
    fc.property(fullDelivery, ({ facts, arrivals, batch }) => {
      told.runs += 1;
      const inOrder = receiveAll(facts, facts.length);
      const shuffled = receiveAll(arrivals, batch);
      const text = (of: typeof inOrder) => JSON.stringify([people(of), contacts(of), notices(of), reviews(of)]);
      const same = JSON.stringify(answerOf(inOrder, facts)) === JSON.stringify(referenceAnswer(facts, defaultPolicy));
      if (!same || text(inOrder) !== text(shuffled)) told.differences.push(JSON.stringify({ arrivals, batch }));
    }),
    { numRuns: runs },
  );
  return told;
}

// `audit data`: our own readers, by what became of what they were told.

import type { ReadinessReader } from '@throughline/contract';
import { readersOf } from '../views/readers.ts';
import { type Call, UsageError, withDatabase } from './command.ts';

/** Answers the exit code: 1 where a reader breaks on people without a number, or was given numbers because it cannot live without. */
export async function auditData({ rest, print, say }: Call): Promise<number> {
  if (rest.length > 0) throw new UsageError('audit data takes no path: it looks at the readers of this Throughline.');
  const readers = await withDatabase(say, (db) => readersOf(db, 'all'));
  print(readers.length === 0 ? 'Nothing is told to anybody.' : readers.map(lineOf).join('\n'), { readers });
  return readers.some(({ verdict }) => verdict === 'breaks' || verdict === 'needs_number') ? 1 : 0;
}

const verdicts: Readonly<Record<ReadinessReader['verdict'], string>> = {
  breaks: 'breaks on people without a number',
  takes_both: 'takes both',
  needs_number: 'cannot live without a number: the relay gives it one',
  not_known: 'not known: it was told of too few people without a number, or gets what Meta sends as it is',
};

/** Of a system behind the relay nothing is counted: it is given what it can take. */
function lineOf({ name, withNumber, without, verdict, mode }: ReadinessReader): string {
  if (mode !== null) return `${name}: ${verdicts[verdict]}`;
  const told = ({ taken, troubled }: ReadinessReader['without']) => `${taken} taken, ${troubled} in trouble`;
  return `${name}: ${verdicts[verdict]}  (with a number ${told(withNumber)}; without ${told(without)})`;
}

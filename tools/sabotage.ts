// npm run sabotage [-- WORD]: plants every bug of tests/sabotage/bugs.ts, one at a time, and looks whether the test named catches it.
// With a word, only those whose file or sentence has it. Prints a table and "N of N caught"; ends with 1 where one was not.

import { type Bug, bugs } from '../tests/sabotage/bugs.ts';
import { occurrencesOf, runTests, tryBug, twoAtATime, type Verdict } from '../tests/sabotage/try-bug.ts';

const [word = ''] = process.argv.slice(2);
const chosen = bugs.filter(({ file, wrong }) => `${file} ${wrong}`.includes(word));
const verdicts = new Map<Bug, Verdict>();

const stale = chosen.filter((bug) => occurrencesOf(bug) !== 1);
for (const { file, wrong } of stale) console.log(`The text to change is not in ${file} exactly once: ${wrong}`);
if (stale.length > 0) process.exit(1);

const honest = await runTests([...new Set(chosen.map(({ caughtBy }) => caughtBy))]);
if (honest.verdict !== 'survived') {
  console.log(`${honest.said}\nThe tests do not pass without a bug, so they cannot tell of one.`);
  process.exit(1);
}

await twoAtATime(chosen, async (bug) => {
  const { verdict, said } = await tryBug(bug);
  verdicts.set(bug, verdict);
  console.log(row(bug, verdict));
  if (verdict === 'broken') console.log(said);
});

const caught = [...verdicts.values()].filter((verdict) => verdict === 'caught').length;
const missed = chosen.filter((bug) => verdicts.get(bug) !== 'caught');
if (missed.length > 0) console.log('\nNot caught:');
for (const bug of missed) console.log(row(bug, verdicts.get(bug) ?? 'broken'));
console.log(`\n${caught} of ${chosen.length} caught`);
if (chosen.length === 0 || caught < chosen.length) process.exitCode = 1;

function row({ file, wrong, caughtBy }: Bug, verdict: Verdict): string {
  return `${verdict.padEnd(8)}  ${file.padEnd(40)}  ${wrong}  (${caughtBy})`;
}

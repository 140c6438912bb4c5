// npm run model -- [--minutes M] [--runs N] [--seed S] [--path P --replay-path R]: the service against the model (tests/model) for as
// long as wanted, from another seed each time. A failure prints the seed and the paths that play it again.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    path: { type: 'string' },
    'replay-path': { type: 'string' },
  },
});
const numbers = [values.minutes, values.runs, values.seed].map(Number);
if (!numbers.every((value) => Number.isFinite(value) && value >= 0)) {
  console.error('Usage: npm run model -- [--minutes M] [--runs N] [--seed S] [--path P --replay-path R]');
  process.exit(2);
}
console.log(`Seed ${values.seed}, ${values.minutes} minutes, at most ${values.runs} runs.`);
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', root, '--project', 'db', 'tests/model'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      THROUGHLINE_MODEL_SEED: values.seed,
      THROUGHLINE_MODEL_RUNS: values.runs,
      THROUGHLINE_MODEL_MS: String(Number(values.minutes) * 60_000),
      ...(values.path && { THROUGHLINE_MODEL_PATH: values.path }),
      ...(values['replay-path'] && { THROUGHLINE_MODEL_REPLAY_PATH: values['replay-path'] }),
    },
  },
);
process.exitCode = status ?? 1;

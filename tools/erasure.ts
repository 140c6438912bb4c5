// npm run erasure -- [--kills N] [--seed S]: an erasure killed at 200 random moments (tests/erasure), each time to be gone on with to the same end.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
if (!Object.values(values).every((value) => Number.isInteger(Number(value)) && Number(value) > 0)) {
  console.error('Usage: npm run erasure -- [--kills N] [--seed S]');
  process.exit(2);
}
console.error(`Seed ${values.seed}.`);
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    ...['run', 'tests/erasure', '--root', root, '--project', 'db', '--disableConsoleIntercept'],
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, THROUGHLINE_ERASURE_KILLS: values.kills, THROUGHLINE_ERASURE_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;

// npm run chaos -- [--sends N] [--people N] [--kills N] [--seed S]: the sender while everything goes wrong (tests/chaos), 10,000 sends,
// judged against the pretend Meta's own record.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    sends: { type: 'string', default: '10000' },
    people: { type: 'string', default: '500' },
    kills: { type: 'string', default: '6' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
if (!Object.values(values).every((value) => Number.isInteger(Number(value)) && Number(value) >= 0)) {
  console.error('Usage: npm run chaos -- [--sends N] [--people N] [--kills N] [--seed S]');
  process.exit(2);
}
const env = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [`THROUGHLINE_CHAOS_${name.toUpperCase()}`, value]),
);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'tests/chaos', '--root', root, '--project', 'db', '--disableConsoleIntercept'],
  { stdio: 'inherit', env: { ...process.env, ...env } },
);
process.exitCode = status ?? 1;

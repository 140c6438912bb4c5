// npm run downstream -- [--events N] [--kills N]: 100,000 events to a consumer that refuses a fifth, answers slowly and is restarted, with the
// service killed in between (tests/downstream); the consumer counts what came, and in which order.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { events: { type: 'string', default: '100000' }, kills: { type: 'string', default: '5' } },
});
if (!Object.values(values).every((value) => Number.isInteger(Number(value)) && Number(value) >= 0)) {
  console.error('Usage: npm run downstream -- [--events N] [--kills N]');
  process.exit(2);
}
const env = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [`THROUGHLINE_DOWNSTREAM_${name.toUpperCase()}`, value]),
);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'tests/downstream', '--root', root, '--project', 'db', '--disableConsoleIntercept'],
  { stdio: 'inherit', env: { ...process.env, ...env } },
);
process.exitCode = status ?? 1;

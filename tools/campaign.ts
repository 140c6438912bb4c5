// npm run campaign -- [--rows N] [--kills N]: a campaign of 100,000 rows to a pretend town where people adopt usernames, change
// numbers, stop and are blocked half-way, and the service is killed (tests/campaign), judged against the pretend Meta's own record.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, kills: { type: 'string', default: '2' } },
});
if (!Object.values(values).every((value) => Number.isInteger(Number(value)) && Number(value) >= 0)) {
  console.error('Usage: npm run campaign -- [--rows N] [--kills N]');
  process.exit(2);
}
const env = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [`THROUGHLINE_CAMPAIGN_${name.toUpperCase()}`, value]),
);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'tests/journeys/large-campaign', '--root', root, '--project', 'db', '--disableConsoleIntercept'],
  { stdio: 'inherit', env: { ...process.env, ...env } },
);
process.exitCode = status ?? 1;

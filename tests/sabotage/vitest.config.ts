// The named tests, with one planted bug in the source as it is loaded. Nothing on disk is changed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Bug } from './bugs.ts';

const root = join(import.meta.dirname, '../..');
const { caughtBy, bug } = JSON.parse(process.env.THROUGHLINE_SABOTAGE ?? '{}') as { caughtBy: string[]; bug?: Bug };

const needsDatabase = caughtBy.some((file) => file.endsWith('.db.test.ts'));

export default defineConfig({
  root,
  // No cache: vitest keeps what it loaded by the text on disk, which a planted bug does not change.
  test: {
    include: caughtBy,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    bail: 1,
    fsModuleCache: false,
    globalSetup: needsDatabase ? ['tests/support/cluster.ts'] : [],
  },
  plugins: [
    {
      name: 'planted-bug',
      enforce: 'pre',
      load: (id) => {
        if (!bug || id.split('?')[0] !== join(root, bug.file)) return undefined;
        return readFileSync(join(root, bug.file), 'utf8').replace(bug.find, () => bug.put);
      },
    },
  ],
});

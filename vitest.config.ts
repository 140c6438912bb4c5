import { defineConfig } from 'vitest/config';

const everywhere = ['identity', 'whatsapp', 'simulator', 'contract', 'server', 'desk', 'tests', 'tools'];
const files = (suffix: string) => everywhere.map((folder) => `${folder}/**/*.${suffix}`);
const ignored = ['**/node_modules/**', '**/dist/**', '**/.throughline/**'];
const notOfTheDatabase = ['cut', 'kill', 'large-campaign', 'media-storage', 'shuffled', 'stop'].map(
  (name) => `tests/journeys/${name}.db.test.ts`,
);
const globalSetup = ['tests/support/cluster.ts'];

export default defineConfig({
  test: {
    // Two workers: the machines this must pass on have two cores, and the database wants its share of them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: files('test.ts'),
          exclude: [...ignored, '**/*.db.test.ts', 'desk/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'desk',
          include: ['desk/**/*.test.{ts,tsx}'],
          exclude: ignored,
          // The desk says nothing before a language is loaded.
          setupFiles: ['desk/src/words/english.testing.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'db',
          include: files('db.test.ts'),
          exclude: ignored,
          globalSetup,
          // Of a machine whose two cores are both at work.
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      {
        // The service promises to run on PostgreSQL 15 and up: the schema and the main walks are tried on the oldest too.
        test: {
          name: 'postgres-15',
          include: ['server/db/*.db.test.ts', 'tests/journeys/*.db.test.ts'],
          // What is about processes, files and order, not about what a database understands, is tried on one.
          exclude: [...ignored, ...notOfTheDatabase],
          globalSetup,
          env: { THROUGHLINE_TEST_PG: '15' },
          // Of a machine whose two cores are both at work.
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: files('e2e.ts'),
          exclude: ignored,
          globalSetup: [...globalSetup, 'tests/support/built-desk.ts'],
          // One at a time, after all else: a browser beside a busy database or another browser makes for tests that fail by the clock.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          // As long as a page is given for whatever else it is waited for.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

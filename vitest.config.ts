import { defineConfig } from 'vitest/config';

const everywhere = ['identity', 'whatsapp', 'simulator', 'contract', 'server', 'desk', 'tests', 'tools'];
const files = (suffix: string) => everywhere.map((folder) => `${folder}/**/*.${suffix}`);
const ignored = ['**/node_modules/**', '**/dist/**', '**/.throughline/**'];
/**
 * Left out of the tries on PostgreSQL 15: what is about processes, files, order or who somebody is, by statements that another
 * file of the same tries runs. A file stays in where it writes SQL of its own beyond looking, or is the first to use a room's tables.
 */
const notOfTheDatabase = [
  'cut', // connections that end
  'kill', // a process that ends
  'large-campaign', // the statements of `campaigns`, many times, and a kill
  'matrix', // the statements of `corpus` and `username`, for every set of identifiers
  'media-storage', // S3 and the disk
  'relay-kill', // the statements of `relay`, and a kill
  'shuffled', // the statements of `username`, in other orders
  'stop', // a service that ends
].map((name) => `tests/journeys/${name}.db.test.ts`);
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
          // They leave nothing behind in a module that another could find; one process reads each module once for all of them.
          isolate: false,
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
          // Two at a time were tried on two cores: each took half as long again, and one looked a moment too early.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          // As long as a page is given for whatever else it is waited for.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

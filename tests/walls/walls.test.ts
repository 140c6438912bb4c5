import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWalls, type Violation } from '../../tools/walls.ts';

const repository = join(import.meta.dirname, '../..');
const configuration: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
);

describe('the walls', () => {
  it('stand in this repository', () => {
    const { modules, violations } = checkWalls(repository);
    expect(modules).toBeGreaterThan(20);
    expect(violations).toEqual([]);
  });
});

/** rule -> the file that breaks it, and what it imports. */
const planted: Record<string, readonly [file: string, imports: string]> = {
  'no-circles': ['server/flows/a.ts', './b.ts'],
  'all-found': ['server/flows/lost.ts', './nowhere.ts'],
  'identity-alone': ['identity/clock.ts', 'node:fs'],
  'whatsapp-on-identity': ['whatsapp/reads.ts', 'node:fs'],
  'simulator-apart': ['simulator/reads.ts', '../whatsapp/index.ts'],
  'contract-on-zod': ['contract/reads.ts', '../identity/index.ts'],
  'contract-apart-from-its-client': ['contract/calls.ts', './client/call.ts'],
  'desk-on-contract': ['desk/reads.tsx', '../identity/index.ts'],
  'desk-without-schemas': ['desk/shapes.tsx', '../contract/index.ts'],
  'server-on-its-own': ['server/flows/plays.ts', '../../simulator/index.ts'],
  'no-product-on-tests': ['server/flows/tested.ts', './some.test.ts'],
  'main-is-the-top': ['server/http/starts.ts', '../main.ts'],
  'cli-is-the-top': ['server/flows/types.ts', '../cli/main.ts'],
  'doors-apart': ['server/http/rings.ts', '../jobs/drain.ts'],
  'doors-apart-too': ['server/jobs/rings.ts', '../http/door.ts'],
  'flows-below-doors': ['server/flows/asks.ts', '../views/screen.ts'],
  'views-below-doors': ['server/views/walks.ts', '../flows/some.ts'],
  'rooms-below-flows': ['server/contacts/walks.ts', '../flows/some.ts'],
  'rooms-apart': ['server/contacts/visits.ts', '../inbox/store.ts'],
  'db-at-the-bottom': ['server/db/rises.ts', '../contacts/store.ts'],
  'blobs-at-the-doors': ['server/flows/carries.ts', '../blobs/store.ts'],
  'blobs-on-their-own': ['server/blobs/visits.ts', '../contacts/store.ts'],
  'rules-are-pure': ['server/contacts/rules-of-reading.ts', '../db/connect.ts'],
};

const allowed: readonly (readonly [file: string, text: string])[] = [
  ['identity/index.ts', 'export const identity = 1;'],
  ['whatsapp/index.ts', "import 'node:crypto';\nexport { identity } from '../identity/index.ts';"],
  ['simulator/index.ts', "import 'node:http';\nexport {};"],
  ['contract/index.ts', "import 'zod';\nexport type Shape = 1;"],
  ['contract/client/call.ts', 'export {};'],
  ['desk/index.tsx', "import 'react';\nimport type { Shape } from '../contract/index.ts';\nexport type Own = Shape;"],
  ['server/main.ts', "import './http/door.ts';\nimport './jobs/drain.ts';\nexport {};"],
  ['server/cli/main.ts', "import '../main.ts';\nexport {};"],
  ['server/config.ts', 'export {};'],
  [
    'server/http/door.ts',
    "import '../flows/some.ts';\nimport '../views/screen.ts';\nimport '../inbox/store.ts';\nexport {};",
  ],
  ['server/jobs/drain.ts', "import '../flows/some.ts';\nexport {};"],
  [
    'server/flows/some.ts',
    "import '../contacts/store.ts';\nimport '../inbox/store.ts';\nimport 'fastify';\nexport {};",
  ],
  ['server/flows/some.test.ts', 'export {};'],
  ['server/flows/b.ts', "import './a.ts';\nexport {};"],
  [
    'server/views/screen.ts',
    "import type { Row } from '../contacts/store.ts';\nimport '../contacts/rules.ts';\nimport '../db/connect.ts';\nexport type Seen = Row;",
  ],
  [
    'server/contacts/store.ts',
    "import '../db/connect.ts';\nimport './rules.ts';\nimport '../../whatsapp/index.ts';\nexport type Row = 1;",
  ],
  ['server/contacts/rules.ts', "import '../../identity/index.ts';\nexport {};"],
  ['server/inbox/store.ts', "import '../db/connect.ts';\nexport {};"],
  ['server/blobs/store.ts', "import '../config.ts';\nexport {};"],
  ['server/db/connect.ts', "import 'pg';\nimport '../config.ts';\nexport {};"],
];

describe('the wall checker', () => {
  let folder: string;
  let found: Violation[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-walls-'));
    cpSync(join(repository, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, text] of allowed) plant(folder, file, text);
    for (const [file, imports] of Object.values(planted)) plant(folder, file, `import '${imports}';\nexport {};`);
    plant(folder, 'server/http/busy.ts', "import '../contacts/store.ts';\nimport '../inbox/store.ts';\nexport {};");
    found = checkWalls(folder).violations;
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has a planted violation for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual(configuration.forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(planted))('finds a violation of %s', (rule, [file]) => {
    expect(found.filter((violation) => violation.rule === rule).map(({ from }) => from)).toContain(file);
  });

  it('finds a door that calls two rooms', () => {
    expect(found).toContainEqual({ rule: 'one-room-per-door', from: 'server/http/busy.ts', to: 'contacts, inbox' });
  });

  it('lets pass what is allowed', () => {
    const innocent = allowed.map(([file]) => file).filter((file) => file !== 'server/flows/b.ts');
    expect(found.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });
});

function plant(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${text}\n`);
}

// How much script a browser is sent before an agent can work, counted from what was built.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildDesk } from './support/desk.ts';

const dist = join(import.meta.dirname, '..', 'desk', 'dist');
const budget = 200 * 1024;
/** Not in the page's own script, but nothing is drawn before they have come. */
const waitedFor = [/phones-/, /words-en-first-/];

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}

let chunks: Record<string, Chunk>;

beforeAll(async () => {
  await buildDesk();
  chunks = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
}, 60_000);

/** What these chunks need, themselves included. */
function needed(names: string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = chunks[name];
    if (!chunk || seen.has(name)) continue;
    seen.add(name);
    needed(chunk.imports ?? [], seen);
  }
  return seen;
}

const bytesOf = (names: Iterable<string>) =>
  [...new Set([...names].map((name) => chunks[name]?.file))].reduce(
    (sum, file) => sum + statSync(join(dist, `${file}.br`)).size,
    0,
  );

it('opens the desk with less than 200 KB of compressed script', () => {
  const entries = Object.keys(chunks).filter((name) => chunks[name]?.isEntry);
  const early = Object.keys(chunks).filter((name) => waitedFor.some((one) => one.test(chunks[name]?.file ?? '')));
  for (const one of waitedFor) expect(early.filter((name) => one.test(chunks[name]?.file ?? ''))).not.toEqual([]);
  const first = statSync(join(dist, 'first-paint.js.br')).size;
  const bytes = bytesOf(needed([...entries, ...early])) + first;
  expect(bytes).toBeGreaterThan(50 * 1024);
  expect(bytes).toBeLessThan(budget);
});

it('leaves every other screen to when somebody goes there', () => {
  const entries = Object.keys(chunks).filter((name) => chunks[name]?.isEntry);
  const first = needed(entries);
  const screens = Object.keys(chunks).filter((name) =>
    /(campaigns|parked|reviews|settings|templates)\/.*-screen/.test(name),
  );
  expect(screens.length).toBeGreaterThan(4);
  expect(screens.filter((name) => first.has(name))).toEqual([]);
});

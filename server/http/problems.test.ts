import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Obstacle } from '../privacy/rules-requests.ts';
import { en } from '../words/en/index.ts';

const server = join(import.meta.dirname, '..');
/** Those whose codes are put together. */
const obstacles: Record<Obstacle, true> = {
  ended: true,
  running: true,
  not_verified: true,
  already_verified: true,
  held: true,
  no_corrections: true,
  no_rectification: true,
  not_awaiting: true,
  same_person: true,
  already_extended: true,
  already_confirmed: true,
  not_running: true,
};
const ofCodes = ['not_sent', 'window_closed', 'needs_phone', 'address_lost', 'blocked'];

it('every problem that is answered has a title of its own, so that none is called by its code in English', () => {
  const files = globSync('**/*.ts', { cwd: server }).filter((name) => !name.endsWith('.test.ts'));
  const text = files.map((name) => readFileSync(join(server, name), 'utf8')).join('\n');
  const codes = [...text.matchAll(/ProblemError\(\s*\d{3},\s*'([a-z_]+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(100);
  codes.push(...Object.keys(obstacles).map((one) => `privacy_${one}`), ...ofCodes.map((one) => `privacy_code_${one}`));
  expect([...new Set(codes)].filter((code) => !Object.hasOwn(en, `title.${code}`))).toEqual([]);
});

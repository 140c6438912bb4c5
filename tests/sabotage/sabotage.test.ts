import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bugs } from './bugs.ts';
import { occurrencesOf, tryBug, twoAtATime } from './try-bug.ts';

const root = join(import.meta.dirname, '../..');
/** How many are really tried here; `npm run sabotage` tries them all. */
const tried = 6;
const limitMs = 120_000;

describe('planted bugs', () => {
  it('can each still be planted: the text stands in its file once, changes, and has a test to catch it', () => {
    for (const bug of bugs) {
      expect(occurrencesOf(bug), bug.wrong).toBe(1);
      expect(bug.put, bug.wrong).not.toBe(bug.find);
      expect(existsSync(join(root, bug.caughtBy)), bug.wrong).toBe(true);
    }
    expect(bugs.length).toBeGreaterThanOrEqual(45);
    expect(new Set(bugs.map(({ wrong }) => wrong)).size).toBe(bugs.length);
  });

  it(
    'are caught: a few of them, from all over the list',
    async () => {
      const few = Array.from({ length: tried }, (_, i) => bugs.at(Math.floor(((i + 0.5) * bugs.length) / tried)));
      const chosen = few.filter((bug) => bug !== undefined);
      const told: string[] = [];
      await twoAtATime(chosen, async (bug) => {
        const { verdict, said } = await tryBug(bug);
        told.push(verdict === 'broken' ? `${verdict}: ${bug.wrong}\n${said}` : `${verdict}: ${bug.wrong}`);
      });
      expect(told.sort()).toEqual(chosen.map(({ wrong }) => `caught: ${wrong}`).sort());
    },
    limitMs,
  );
});

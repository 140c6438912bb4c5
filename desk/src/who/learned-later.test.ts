import type { ExplanationStep } from '@throughline/contract';
import { expect, it } from 'vitest';
import { learnedLater } from './learned-later.ts';

const now = new Date(2026, 10, 22, 15, 30).getTime();
const day = (number: number) => new Date(2026, 10, number, 12).toISOString();
const step = (at: string, receivedAt: string | null) => ({ at, receivedAt }) as ExplanationStep;

it('tells when word of a step came on a later day, and is silent otherwise', () => {
  expect(learnedLater(step(day(3), day(6)), now)).toBe('known here since 6 Nov');
  expect(learnedLater(step(day(3), day(3)), now)).toBeUndefined();
  expect(learnedLater(step(day(3), null), now)).toBeUndefined();
  expect(learnedLater(step(day(6), day(3)), now)).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { verdictOn } from './rules-readers.ts';

const told = (taken: number, troubled: number) => ({ taken, troubled });

describe('what is known of a reader', () => {
  it.each([
    ['takes people with a number and refuses those without', told(100, 0), told(2, 8), null, 'breaks'],
    ['takes both', told(100, 2), told(10, 0), null, 'takes_both'],
    ['is in trouble with both alike', told(10, 90), told(1, 9), null, 'takes_both'],
    ['was hardly told of anybody without a number', told(100, 0), told(0, 4), null, 'not_known'],
    ['was told of nobody with a number, and takes nothing', told(0, 0), told(0, 9), null, 'breaks'],
    ['is given numbers by the relay', told(0, 0), told(0, 0), 'fill-phone', 'needs_number'],
    ['is given numbers that are nobody’s by the relay', told(0, 0), told(0, 0), 'stable-alias', 'needs_number'],
    ['gets webhooks from the relay as they are', told(0, 0), told(0, 0), 'as-is', 'not_known'],
  ] as const)('one that %s', (_, withNumber, without, mode, verdict) => {
    expect(verdictOn(withNumber, without, mode)).toBe(verdict);
  });
});

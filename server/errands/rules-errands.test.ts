import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { natureOf, retryDelayMs } from './rules-errands.ts';

describe('calling again', () => {
  it('comes later each time, up to a longest wait, and spread', () => {
    const latest = [1, 2, 3, 4, 5, 6, 7].map((attempts) => retryDelayMs('lost', attempts, 0.999) ?? 0);
    expect(latest).toEqual([...latest].sort((a, b) => a - b));
    expect(latest.at(-1)).toBeLessThanOrEqual(limits.errandLongestWaitMs);
    expect(retryDelayMs('backoff', 1, 0)).toBe(2_000);
    expect(retryDelayMs('backoff', 1, 0.5)).toBe(3_000);
  });

  it('ends after a number of times, and at once where asking again cannot help', () => {
    expect(retryDelayMs('lost', limits.errandAttempts - 1, 0)).not.toBeNull();
    expect(retryDelayMs('lost', limits.errandAttempts, 0)).toBeNull();
    expect(retryDelayMs('never', 1, 0)).toBeNull();
    expect(retryDelayMs('wait_a_day', 1, 0)).toBeNull();
    expect(retryDelayMs('reresolve', 1, 0)).toBeNull();
  });

  it('never lends an errand for less than its call may take', () => {
    expect(limits.errandLendMs).toBeGreaterThan(limits.errandTimeoutMs);
  });
});

it('has a block and its unblocking in one series, and what nobody asks about apart', () => {
  expect(natureOf('block').series).toBe(natureOf('unblock').series);
  expect(natureOf('typing').series).not.toBe(natureOf('mark_read').series);
  expect([natureOf('typing').managed, natureOf('mark_read').managed]).toEqual([false, false]);
});

import { describe, expect, it } from 'vitest';
import { attemptCounter } from './attempts.ts';

const rule = { window: 60, max: 2 };

function counting() {
  let nowMs = 0;
  const count = attemptCounter(() => new Date(nowMs));
  return {
    count: (key: string) => count(key, rule),
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
  };
}

describe('counting attempts', () => {
  it('allows as many as the rule says, then says when to come back', () => {
    const { count, pass } = counting();
    expect([count('a').allowed, count('a').allowed]).toEqual([true, true]);
    pass(20);
    expect(count('a')).toEqual({ allowed: false, retryAfter: 40 });
  });

  it('allows again once the window has passed, attempts in between notwithstanding', () => {
    const { count, pass } = counting();
    for (const _ of [1, 2, 3]) count('a');
    pass(59);
    expect(count('a').allowed).toBe(false);
    pass(1);
    expect(count('a').allowed).toBe(true);
  });

  it('counts each caller alone', () => {
    const { count } = counting();
    for (const _ of [1, 2, 3]) count('a');
    expect(count('b').allowed).toBe(true);
  });

  it('forgets the oldest caller rather than grow without end', () => {
    const { count } = counting();
    for (const _ of [1, 2]) count('first');
    for (let n = 0; n < 10_000; n += 1) count(`caller-${n}`);
    expect(count('first').allowed).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { allowance, type Pace, pacedUntil } from './rules-pace.ts';

const turn = { owed: 0, mostOwed: 2_000, batch: 250, catchUpMs: 5_000 };

/** Hands over whatever is allowed, looking every `everyMs`; answers how many in that time. */
function run(perMinute: number, { forMs, everyMs, start = 0 }: { forMs: number; everyMs: number; start?: number }) {
  let pace: Pace = { perMinute, pacedUntil: null };
  let sent = 0;
  for (let now = start; now < start + forMs; now += everyMs) {
    const { count } = allowance(pace, { ...turn, now });
    pace = { perMinute, pacedUntil: count > 0 ? pacedUntil(pace, count, { ...turn, now }) : pace.pacedUntil };
    sent += count;
  }
  return sent;
}

describe('the pace of a campaign', () => {
  it.each([1, 7, 60, 1_000, 60_000])(
    'of %i a minute is kept over ten minutes, however often one looks',
    (perMinute) => {
      for (const everyMs of [10, 250, 1_000]) {
        const sent = run(perMinute, { forMs: 600_000, everyMs });
        const most = Math.min(perMinute * 10, (600_000 / everyMs) * turn.batch);
        expect(sent).toBeGreaterThanOrEqual(Math.floor(most * 0.99));
        expect(sent).toBeLessThanOrEqual(perMinute * 10 + 1);
      }
    },
  );

  it('that was held up makes up for five seconds, not for an hour', () => {
    const pace = { perMinute: 600, pacedUntil: 0 };
    expect(allowance(pace, { ...turn, now: 3_600_000 })).toEqual({ count: 51, heldBy: 'pace' });
    const after = pacedUntil(pace, 51, { ...turn, now: 3_600_000 });
    expect(allowance({ perMinute: 600, pacedUntil: after }, { ...turn, now: 3_600_000 }).count).toBe(0);
  });

  it('leaves the sender no more than it should owe', () => {
    const pace = { perMinute: null, pacedUntil: null };
    expect(allowance(pace, { ...turn, now: 0 })).toEqual({ count: 250, heldBy: null });
    expect(allowance(pace, { ...turn, owed: 1_900, now: 0 })).toEqual({ count: 100, heldBy: null });
    expect(allowance(pace, { ...turn, owed: 2_000, now: 0 })).toEqual({ count: 0, heldBy: 'sender' });
  });
});

import { describe, expect, it } from 'vitest';
import { isPaused, type Pace, paceAfter, paceFrom, refilled, roomAfterMs, roomIn, spent } from './rules-pace.ts';

const standard = () => paceFrom({ ceiling: 80 }, 0);
const refused = (code: number, about: 'rate' | 'temporary' | 'account' | 'access' = 'rate') =>
  ({ kind: 'refused', code, about }) as const;

/** Sends all there is room for, at once when there is, until `untilMs`. */
function run(start: Pace, untilMs: number): { sent: number; pace: Pace } {
  let pace = start;
  let sent = 0;
  for (let now = start.at; now <= untilMs; now += 1) {
    pace = refilled(pace, now);
    const room = roomIn(pace);
    sent += room;
    pace = spent(pace, room);
  }
  return { sent, pace };
}

describe('the pace of a number', () => {
  it('is what its level allows, second after second', () => {
    const first = run(standard(), 10_000);
    expect(first.sent).toBeGreaterThanOrEqual(795);
    expect(first.sent).toBeLessThanOrEqual(801);
  });

  it('saves up a tenth of a second at most, so that no second holds more than its rate and that', () => {
    const rested = refilled(standard(), 3_600_000);
    expect(roomIn(rested)).toBe(8);
    expect(run(rested, 3_600_999).sent).toBeLessThanOrEqual(88);
  });

  it('comes down once for all the answers of one second, and climbs back by itself', () => {
    let pace = refilled(standard(), 1_000);
    for (let n = 0; n < 8; n += 1) pace = paceAfter(pace, refused(130429), 1_000 + n);
    expect(pace.rate).toBeCloseTo(56);
    expect(roomIn(pace)).toBe(0);
    expect(refilled(pace, 2_900).rate).toBeCloseTo(56);
    expect(refilled(pace, 4_000).rate).toBeGreaterThan(56);
    expect(refilled(pace, 20_000).rate).toBe(80);
  });

  it('finds the rate of a number that allows less than its level says', () => {
    // A number shared with the WhatsApp Business app takes 20 a second, whatever it answers.
    let pace = standard();
    let within = 0;
    const sentBySecond: number[] = [];
    for (let now = 0; now < 60_000; now += 10) {
      if (now % 1_000 === 0) {
        if (now > 0) sentBySecond.push(within);
        within = 0;
      }
      pace = refilled(pace, now);
      const room = roomIn(pace);
      pace = spent(pace, room);
      within += room;
      if (within > 20 && room > 0) pace = paceAfter(pace, refused(130429), now);
    }
    const late = sentBySecond.slice(20);
    const mean = late.reduce((sum, one) => sum + one, 0) / late.length;
    expect(mean).toBeGreaterThan(15);
    expect(mean).toBeLessThan(30);
  });

  it('never comes to a stop by slowing down', () => {
    let pace = standard();
    for (let now = 0; now < 100_000; now += 1_001) pace = paceAfter(pace, refused(130429), now);
    expect(pace.rate).toBeGreaterThanOrEqual(1);
  });

  it('says when to ask again: half a bucket later', () => {
    const empty = spent(refilled(standard(), 1_000), 8);
    expect(roomAfterMs(empty)).toBe(50);
  });

  it('climbs to a level that was raised', () => {
    const raised = { ...standard(), ceiling: 1_000 };
    expect(refilled(raised, 30_000).rate).toBe(1_000);
  });
});

describe('a pause', () => {
  it.each([
    ['during an upgrade of the number', refused(131057, 'temporary'), 'maintenance', 2_000],
    ['while Meta cannot be reached', { kind: 'unreached' } as const, 'unreachable', 1_000],
  ])('%s holds everything, longer each time, until something gets through', (_when, heard, why, firstMs) => {
    let pace = paceAfter(standard(), heard, 0);
    expect(pace.pause).toMatchObject({ until: firstMs, why });
    expect(isPaused(refilled(pace, firstMs - 1))).toBe(true);
    expect(roomIn(refilled(pace, firstMs - 1))).toBe(0);
    // What was under way meanwhile makes it no longer.
    expect(paceAfter(pace, heard, 10).pause.until).toBe(firstMs);
    pace = paceAfter(pace, heard, firstMs);
    expect(pace.pause.until).toBe(firstMs * 3);
    for (let n = 0; n < 10; n += 1) pace = paceAfter(pace, heard, pace.pause.until);
    expect(pace.pause.until - pace.at).toBe(30_000);
    const healed = paceAfter(pace, { kind: 'accepted' }, pace.pause.until);
    expect(paceAfter(healed, heard, 1e9).pause.until).toBe(1e9 + firstMs);
  });

  it.each([
    [131048, 'rate', 'messaging_limit'],
    [131031, 'account', 'account'],
    [190, 'access', 'account'],
  ] as const)('after %i holds what was begun and campaigns, not answers', (code, about, why) => {
    const pace = paceAfter(standard(), refused(code, about as 'account'), 0);
    expect(pace.begunPause.why).toBe(why);
    expect(pace.begunPause.until).toBeGreaterThan(0);
    expect(isPaused(pace)).toBe(false);
    expect(roomIn(refilled(pace, 1_000))).toBe(8);
  });

  it('is not made by a message Meta does not like', () => {
    const pace = paceAfter(standard(), { kind: 'refused', code: 131026, about: 'recipient' }, 0);
    expect(pace).toEqual(refilled(standard(), 0));
  });
});

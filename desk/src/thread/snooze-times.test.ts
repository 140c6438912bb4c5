import { describe, expect, it } from 'vitest';
import { presets } from './snooze-times.ts';

const times = (now: string) => presets(new Date(now)).map(({ id, at }) => `${id} ${at.getDay()} ${at.getHours()}`);

describe('when to come back', () => {
  it('is in three hours, tomorrow morning, or on Monday morning', () => {
    expect(times('2026-11-25T10:00:00')).toEqual(['hours 3 13', 'tomorrow 4 9', 'monday 1 9']);
    expect(times('2026-11-30T10:00:00').at(-1)).toBe('monday 1 9');
  });

  it('says Monday once on a Sunday', () => {
    expect(times('2026-11-29T10:00:00')).toEqual(['hours 0 13', 'tomorrow 1 9']);
  });
});

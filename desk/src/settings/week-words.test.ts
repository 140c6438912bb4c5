import { describe, expect, it } from 'vitest';
import { daysOf, usualWeek, weekOf } from './week-words.ts';

describe('a week of hours', () => {
  it('comes back as it was', () => {
    const week: typeof usualWeek = [...usualWeek.slice(0, 5), [[1320, 1800]], []];
    expect(weekOf(daysOf(week), week)).toEqual(week);
  });

  it('keeps the second shift of a day that was left alone', () => {
    const split: typeof usualWeek = [
      [
        [540, 720],
        [780, 1020],
      ],
      ...usualWeek.slice(1),
    ];
    expect(weekOf(daysOf(split), split)).toEqual(split);
  });

  it('takes a closing before the opening for one of the next day', () => {
    const [monday, ...rest] = daysOf(usualWeek);
    const night = weekOf([{ ...monday, isOpen: true, from: '22:00', until: '06:00' }, ...rest], usualWeek);
    expect(night[0]).toEqual([[1320, 1800]]);
  });
});

import { describe, expect, it } from 'vitest';
import { clockTicksTo, labelled, ticksTo } from './scale.ts';

describe('the steps of an axis', () => {
  it('are round, begin at nothing and reach the highest value', () => {
    expect(ticksTo(7)).toEqual([0, 2, 4, 6, 8]);
    expect(ticksTo(100)).toEqual([0, 25, 50, 75, 100]);
    expect(ticksTo(0.9)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(ticksTo(0)).toEqual([0, 1]);
  });

  it('are those of a clock where they are times', () => {
    expect(clockTicksTo(200)).toEqual([0, 60, 120, 180, 240]);
    expect(clockTicksTo(5 * 3600)).toEqual([0, 3600, 7200, 10_800, 14_400, 18_000]);
    expect(clockTicksTo(10 * 86_400).at(-1)).toBeGreaterThanOrEqual(10 * 86_400);
  });
});

describe('the labels along the bottom', () => {
  it('are as many as there is room for, and the last is always there', () => {
    expect(labelled(5, 10)).toEqual([0, 1, 2, 3, 4]);
    expect(labelled(30, 5)).toEqual([5, 11, 17, 23, 29]);
  });
});

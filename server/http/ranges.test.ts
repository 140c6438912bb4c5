import { describe, expect, it } from 'vitest';
import { rangeOf } from './ranges.ts';

describe('the part of a file that is asked for', () => {
  it.each([
    [undefined, { kind: 'whole' }],
    ['', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['items=0-1', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['bytes=5-2', { kind: 'whole' }],
    ['bytes=0-', { kind: 'part', start: 0, end: 99 }],
    ['bytes=10-19', { kind: 'part', start: 10, end: 19 }],
    ['bytes=90-1000', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-5', { kind: 'part', start: 95, end: 99 }],
    ['bytes=-500', { kind: 'part', start: 0, end: 99 }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=999999999999999-', { kind: 'unsatisfiable' }],
    ['bytes=9999999999999999-', { kind: 'whole' }],
  ])('of 100 bytes, %j is %j', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });
});

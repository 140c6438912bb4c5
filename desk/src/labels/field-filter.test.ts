import { describe, expect, it } from 'vitest';
import { filtersIn, readFilters, readRange, writeFilters, writeRange } from './field-filter.ts';

const [size, since] = ['0b4ad1d3-9a35-4d20-8a5e-0d4dfb1a9d21', '6f7a1a86-4f5b-4b1d-9f3b-2f1f0b6a7c11'];

describe('a filter by fields', () => {
  it('is the same in the address as in the form, texts with colons included', () => {
    const chosen = new Map([
      [size, 'a: b'],
      [since, writeRange('2026-01-01', '')],
    ]);
    const written = writeFilters(chosen);
    expect(written).toEqual([`${size}:a: b`, `${since}:2026-01-01..`]);
    expect(readFilters(written)).toEqual(chosen);
  });

  it('leaves out what asks for nothing', () => {
    expect(
      writeFilters(
        new Map([
          [size, ' '],
          [since, writeRange('', '')],
        ]),
      ),
    ).toEqual([]);
  });

  it('takes one value for a range of itself, and a side that is left out for open', () => {
    expect(readRange('7')).toEqual(['7', '7']);
    expect(readRange('..7')).toEqual(['', '7']);
    expect(readRange('3..')).toEqual(['3', '']);
  });

  it('reads one or several from an address, and nothing that is none', () => {
    expect(filtersIn(`${size}:gold`)).toEqual([`${size}:gold`]);
    expect(filtersIn([`${size}:gold`, 7, 'x'])).toEqual([`${size}:gold`]);
    expect(filtersIn(undefined)).toBeUndefined();
  });
});

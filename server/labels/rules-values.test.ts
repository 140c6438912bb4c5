import type { Field } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { readValue, searchedValue, toldValue, writtenValue } from './rules-values.ts';

const [gold, old] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const field = (kind: Field['kind']): Field => ({
  id: '00000000-0000-4000-8000-00000000000f',
  subject: 'contact',
  name: 'Level',
  kind,
  choices: [
    { id: gold, label: 'Gold', archived: false },
    { id: old, label: 'Old', archived: true },
  ],
  required: false,
  place: 0,
  archived: false,
});

describe('a value of a field', () => {
  it.each([
    ['text', 'Acme', 'Acme'],
    ['number', 12.5, '12.5'],
    ['date', '2024-02-29', '2024-02-29'],
    ['yes_no', false, 'false'],
    ['choice', gold, gold],
  ] as const)('that fits a %s is kept and told as it came', (kind, given, kept) => {
    expect(readValue(field(kind), given)).toEqual({ kind: 'value', value: kept });
    expect(toldValue(field(kind), kept)).toBe(given);
  });

  it.each([
    ['text', 5],
    ['number', '5'],
    ['number', Number.NaN],
    ['date', '2023-02-29'],
    ['date', '29.2.2024'],
    ['yes_no', 'true'],
    ['choice', 'Gold'],
    ['choice', old],
  ] as const)('that does not fit a %s is refused: %s', (kind, given) => {
    expect(readValue(field(kind), given).kind).toBe('wrong');
  });

  it('of nothing empties it', () => {
    expect(readValue(field('number'), null)).toEqual({ kind: 'empty' });
    expect(readValue(field('text'), '')).toEqual({ kind: 'empty' });
  });

  it('is written for people by its label, an archived one too', () => {
    expect(writtenValue(field('choice'), old)).toBe('Old');
    expect(writtenValue(field('yes_no'), 'false')).toBe('no');
  });

  it('is found by what somebody wrote, a number in it by its digits', () => {
    expect(searchedValue(field('text'), 'José@Example.com')).toBe('jose@example.com');
    expect(searchedValue(field('text'), '+1 555 200-0001').split('\n')).toContain('15552000001');
    expect(searchedValue(field('choice'), gold)).toBe('');
  });
});

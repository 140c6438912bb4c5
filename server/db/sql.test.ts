import { describe, expect, it } from 'vitest';
import { type Fragment, fragment, type Parameter, statementOf } from './sql.ts';

const sql = (strings: TemplateStringsArray, ...parameters: readonly (Parameter | Fragment)[]) =>
  statementOf(strings, parameters);

describe('a statement', () => {
  it('carries its parameters apart from its text', () => {
    expect(sql`select ${"'; drop table inbox; --"}, ${7} where true`).toMatchObject({
      text: 'select $1, $2 where true',
      values: ["'; drop table inbox; --", '7'],
    });
  });

  it('numbers the parameters of its fragments as they stand, in fragments of fragments too', () => {
    const inner = fragment`b = ${'two'} ${fragment``}`;
    const outer = fragment`(${inner} or c = ${3})`;
    expect(sql`select ${1} where ${outer} and d = ${'four'}`).toMatchObject({
      text: 'select $1 where (b = $2  or c = $3) and d = $4',
      values: ['1', 'two', '3', 'four'],
    });
  });

  it('has one name for one text, wherever it was put together, and another for another', () => {
    const named = (value: string, more: boolean) => sql`select ${value} ${more ? fragment`limit 1` : fragment``}`.name;
    expect(named('a', true)).toBe(named('b', true));
    expect(named('a', true)).not.toBe(named('a', false));
    expect(sql`select ${1} limit 1`.name).toBe(named('a', true));
    // PostgreSQL cuts names at 63 bytes.
    expect(named('a', true).length).toBeLessThan(63);
  });

  it('is read anew where a fragment stands in the same place as a value did', () => {
    const either = (what: Parameter | Fragment) => sql`select ${what}`;
    expect(either('a')).toMatchObject({ text: 'select $1', values: ['a'] });
    expect(either(fragment`now()`)).toMatchObject({ text: 'select now()', values: [] });
    expect(either('b')).toMatchObject({ text: 'select $1', values: ['b'] });
  });
});

describe('a parameter', () => {
  it.each<[string, Parameter, unknown]>([
    ['null', null, null],
    ['a text', 'é', 'é'],
    ['a number', 1.5, '1.5'],
    ['a large number', 9_007_199_254_740_993n, '9007199254740993'],
    ['a boolean', false, 'false'],
    ['a time', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['bytes', Buffer.from('a'), Buffer.from('a')],
    ['a list', ['a', null, 'c'], ['a', null, 'c']],
    ['a list of numbers', [1, 2], ['1', '2']],
    ['a list of lists', [[true], [null]], [['true'], [null]]],
  ])('may be %s', (_what, parameter, value) => {
    expect(sql`select ${parameter}`.values).toEqual([value]);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['undefined within a list', ['a', undefined]],
    ['an object', { a: 1 }],
    ['a list of objects', [{ a: 1 }]],
    ['a function', () => 1],
    ['a time that is none', new Date(Number.NaN)],
  ])('may not be %s', (_what, parameter) => {
    expect(() => sql`select ${parameter as Parameter}`).toThrow();
  });
});

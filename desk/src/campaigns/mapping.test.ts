import type { TemplateSlot } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { guessedMapping, suggested, unfilled } from './mapping.ts';

const column = (index: number, header: string, guess: 'phone' | 'name' | 'username' | 'other') => ({
  index,
  header,
  guess,
  samples: [],
});
const slot = (key: string, required = true): TemplateSlot => ({
  key,
  kind: 'text',
  label: key,
  example: null,
  required,
});

describe('what the columns of a list are', () => {
  it('is taken from what they look like', () => {
    const columns = [column(0, 'Name', 'name'), column(1, 'Mobile', 'phone'), column(2, 'Order', 'other')];
    expect(guessedMapping({ columns })).toEqual({ phone: 1, name: 0, values: {} });
  });

  it('is left to people where none looks like numbers', () => {
    expect(guessedMapping({ columns: [column(0, 'Name', 'name')] })).toBeUndefined();
  });
});

describe('what fills the places of a template', () => {
  const columns = [column(0, 'Mobile', 'phone'), column(1, 'Full name', 'name'), column(2, 'Order No.', 'other')];

  it('is the column of the same name, and names for the first place', () => {
    const slots = [slot('body.1'), slot('body.order_no'), slot('body.2'), slot('button.0', false)];
    expect(suggested(slots, { columns }, { phone: 0, values: {} })).toEqual({
      'body.1': { column: 1 },
      'body.order_no': { column: 2 },
    });
  });

  it('never changes what somebody chose, nor takes one column twice', () => {
    const chosen = { phone: 0, values: { 'body.first_name': { column: 1 } } };
    expect(suggested([slot('body.first_name'), slot('body.name')], { columns }, chosen)).toEqual({});
  });

  it('is missing where a place has neither a column nor a text', () => {
    const slots = [slot('body.1'), slot('body.2'), slot('body.3'), slot('button.0', false)];
    const mapping = { phone: 0, values: { 'body.1': { column: 1 }, 'body.2': { text: ' ' } } };
    expect(unfilled(slots, mapping).map(({ key }) => key)).toEqual(['body.2', 'body.3']);
    expect(unfilled(slots, null)).toHaveLength(3);
  });
});

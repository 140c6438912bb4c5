import type { Field } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { fieldValue, guessMapping, readRow } from './rules-mapping.ts';

const field = (kind: Field['kind'], name: string): Field => ({
  ...{ id: `id of ${name}`, subject: 'contact', name, kind, required: false, archived: false, place: 0 },
  choices: kind === 'choice' ? [{ id: 'gold', label: 'Gold', archived: false }] : [],
});
const fields = [field('text', 'CRM ID'), field('date', 'Birthday')];

describe('the columns of a list', () => {
  const kinds = (headers: string[], ...rows: string[][]) =>
    guessMapping(headers, rows, fields).columns.map((one) => one?.kind ?? null);

  it.each([
    [
      ['Nombre', 'Teléfono móvil', 'Etiquetas'],
      ['name', 'phone', 'tags'],
    ],
    [
      ['Full name', 'WhatsApp', 'Opt-out'],
      ['name', 'phone', 'opt_out'],
    ],
    [
      ['Name', 'Handynummer', 'Newsletter'],
      ['name', 'phone', 'opt_in'],
    ],
    [
      ['CRM ID', 'birthday', 'Username', 'Username'],
      ['external_id', 'field', 'username', null],
    ],
    [
      ['Notes', 'Price'],
      [null, null],
    ],
  ])('are guessed by their heads: %j', (headers, guessed) => expect(kinds(headers)).toEqual(guessed));

  it('are guessed by what stands in them where a head says nothing', () => {
    expect(kinds(['A', 'B', 'C'], ['12', '+351 912 000 001', '@ana.p'], ['7', '912000002', '@rui'])).toEqual([
      null,
      'phone',
      'username',
    ]);
  });

  it('say nothing where a cell is empty, and the last word of both wishes is no', () => {
    const mapping = guessMapping(['Phone', 'Tags', 'Opt-in', 'Opt-out'], [], []);
    expect(readRow(mapping, ['', 'VIP; VIP ,Lisbon', 'yes', 'yes'])).toMatchObject({
      phone: null,
      tags: ['VIP', 'Lisbon'],
      marketing: false,
    });
    expect(readRow(mapping, ['1', '', 'maybe', 'no']).marketing).toBeUndefined();
  });
});

describe('a cell', () => {
  it.each<[Field['kind'], string, unknown]>([
    ['number', '12,5', 12.5],
    ['number', 'twelve', undefined],
    ['date', '28.11.2026', '2026-11-28'],
    ['date', '28/11/2026', '2026-11-28'],
    ['date', '11/28/2026', '2026-11-28'],
    ['date', '05/06/2026', undefined],
    ['date', '2026-1-3', '2026-01-03'],
    ['yes_no', 'Sim', true],
    ['yes_no', 'perhaps', undefined],
    ['choice', 'gold', 'gold'],
    ['choice', 'silver', undefined],
  ])('of a field of %s: %j is %j', (kind, cell, value) => expect(fieldValue(field(kind, 'x'), cell)).toBe(value));
});

import { expect, it } from 'vitest';
import { givenValues, isFilled, languageName, momentOf } from './template-words.ts';

it('names languages as people do, and leaves what it does not know', () => {
  expect(languageName('en_US')).toBe('American English');
  expect(languageName('pt_BR')).toBe('Brazilian Portuguese');
  expect(languageName('not a language')).toBe('not a language');
});

it('sends no empty values', () => {
  expect(givenValues({ 'body.1': 'Ana', 'body.2': '  ' })).toEqual({ 'body.1': 'Ana' });
});

it('is filled where every place that must be has something in it', () => {
  const slot = { kind: 'text', label: 'Body', example: null } as const;
  const slots = [
    { ...slot, key: 'body.1', required: true },
    { ...slot, key: 'button.0', required: false },
  ];
  expect(isFilled(slots, { 'body.1': 'Ana' })).toBe(true);
  expect(isFilled(slots, { 'body.1': ' ' })).toBe(false);
});

it('reads a moment from a field of the browser', () => {
  expect(momentOf('')).toBe('');
  expect(momentOf('2026-12-01T09:30')).toBe(new Date(2026, 11, 1, 9, 30).toISOString());
});

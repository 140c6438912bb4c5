// What may stand in a field, as it is kept (one text) and as it is told. Pure.

import type { Field, FieldValue } from '@throughline/contract';
import { folded, searchable } from '../folding.ts';
import { type Sentence, sentence } from '../words/sentence.ts';

export type ReadValue = { kind: 'value'; value: string } | { kind: 'empty' } | { kind: 'wrong'; problem: Sentence };

/** `given` as somebody sent it. */
export function readValue({ kind, choices }: Field, given: string | number | boolean | null): ReadValue {
  if (given === null || given === '') return { kind: 'empty' };
  switch (kind) {
    case 'text':
      return typeof given === 'string' ? kept(given) : wrong('field.is_text');
    case 'number':
      return typeof given === 'number' && Number.isFinite(given) ? kept(String(given)) : wrong('field.is_number');
    case 'date':
      return typeof given === 'string' && isDate(given) ? kept(given) : wrong('field.is_day');
    case 'yes_no':
      return typeof given === 'boolean' ? kept(String(given)) : wrong('field.is_yes_no');
    case 'choice': {
      const offered = choices.some(({ id, archived }) => id === given && !archived);
      return offered ? kept(String(given)) : wrong('field.is_choice');
    }
  }
}

/** What it stands for; null where it does not fit the field, which only a hand in the database could have made. */
export function toldValue({ kind }: Pick<Field, 'kind'>, value: string): FieldValue['value'] | null {
  if (kind === 'number') return Number.isFinite(Number(value)) ? Number(value) : null;
  if (kind === 'yes_no') return value === 'true';
  return value;
}

/** As a person reads it, in a table: the label of a choice. */
export function writtenValue({ kind, choices }: Pick<Field, 'kind' | 'choices'>, value: string): string {
  if (kind === 'choice') return choices.find(({ id }) => id === value)?.label ?? '';
  if (kind === 'yes_no') return value === 'true' ? 'yes' : 'no';
  return value;
}

/** What the person is found by; only what somebody wrote, since a choice is a filter. */
export function searchedValue({ kind }: Field, value: string): string {
  if (kind !== 'text' && kind !== 'number') return '';
  const digits = /^[+\d\s().\-/]{5,}$/.test(folded(value)) ? value.replace(/\D/g, '') : '';
  return [searchable(value), ...(digits !== '' && digits !== value ? [digits] : [])].join('\n');
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const kept = (value: string): ReadValue => ({ kind: 'value', value });
const wrong = (
  key: 'field.is_text' | 'field.is_number' | 'field.is_day' | 'field.is_yes_no' | 'field.is_choice',
): ReadValue => ({ kind: 'wrong', problem: sentence(key) });

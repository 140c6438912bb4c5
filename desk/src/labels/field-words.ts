// What stands in a field, as its reader writes it.

import type { Field, FieldValue } from '@throughline/contract';
import { say } from '../words/say.tsx';

export function written(field: Field, value: FieldValue['value'] | null, locale: string): string | null {
  if (value === null) return null;
  if (field.kind === 'choice') return field.choices.find(({ id }) => id === value)?.label ?? null;
  if (field.kind === 'yes_no') return value === true ? say('common.yes') : say('common.no');
  if (field.kind === 'number')
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(Number(value));
  if (field.kind === 'date') {
    const day = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return String(value);
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
  }
  return String(value);
}

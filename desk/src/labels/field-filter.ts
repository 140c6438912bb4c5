// What a list is narrowed by in a field: `ID:VALUE`, as the address and the server have it. Of a number or a day the value is a range,
// `FROM..TO`, either of which may be left out. Pure.

import type { Field } from '@throughline/contract';

const idLength = 36;
const between = '..';

/** What was chosen, by field. */
export function readFilters(filters: readonly string[]): Map<string, string> {
  return new Map(filters.map((one) => [one.slice(0, idLength), one.slice(idLength + 1)]));
}

/** As they stand in the address; those that ask for nothing are left out. */
export function writeFilters(values: ReadonlyMap<string, string>): string[] {
  return [...values].flatMap(([id, value]) => (asksNothing(value) ? [] : [`${id}:${value}`]));
}

export function asksNothing(value: string): boolean {
  return value.trim() === '' || value === between;
}

export function isRange({ kind }: Pick<Field, 'kind'>): boolean {
  return kind === 'number' || kind === 'date';
}

/** One value is a range of itself. */
export function readRange(value: string): [from: string, to: string] {
  const [from = '', to] = value.split(between);
  return [from, to ?? from];
}

export function writeRange(from: string, to: string): string {
  return `${from}${between}${to}`;
}

/** From an address somebody may have typed. */
export function filtersIn(given: unknown): string[] | undefined {
  const all = (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === 'string');
  const known = all.filter((one) => one.length > idLength + 1 && one[idLength] === ':');
  return known.length === 0 ? undefined : known;
}

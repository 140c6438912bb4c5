// The audit of samples of lists: what a file of people has to tell them apart by.

import { parse } from 'csv-parse/sync';
import { contextOf } from '../context.ts';
import type { SourceText, Spot } from '../finding.ts';
import { isOfCustomers, isPhoneName, isUserIdName, isWaIdName, isWaUsernameName } from '../names.ts';

/** Rows looked at: a sample says it, or it is none. */
const mostRows = 200;

/** Undefined where it is no list. */
export function auditCsv({ path, text }: SourceText): Spot[] | undefined {
  const rows = rowsOf(text);
  const [head, ...body] = rows ?? [];
  if (!head || head.length < 2) return undefined;
  const spots: Spot[] = [];
  const end = text.indexOf('\n') === -1 ? text.length : text.indexOf('\n');
  const phones = head.flatMap((name, index) => (isPhoneName(name) ? [index] : []));
  const ids = head.filter((name) => isId(name));
  const isOfPeople =
    isOfCustomers(path) ||
    contextOf(path, text) !== 'none' ||
    head.some((name) => /^(first_?|last_?|full_?|display_?)?name$|e-?mail|opt_?in|consent/i.test(name));
  const [phone] = phones;
  if (phone !== undefined && ids.length === 0 && isOfPeople)
    spots.push({ rule: 'csv-phone-only', start: placeOf(text, head[phone]), end });
  const username = head.findIndex((name) => isWaUsernameName(name) || /^user_?name$/i.test(name));
  if (phone === undefined && username !== -1 && ids.length === 0 && contextOf(path, text) !== 'none')
    spots.push({ rule: 'csv-username-only', start: placeOf(text, head[username]), end });
  for (const row of body) spots.push(...checkRow(row, head, text));
  return spots;
}

function isId(name: string): boolean {
  return (
    /^(id|uuid|guid|key)$|(^|_)(contact|customer|client|external|user|record|member|lead|crm)_?(id|uuid|ref|key)$/i.test(
      name.trim(),
    ) ||
    (isUserIdName(name) && !isWaIdName(name))
  );
}

function placeOf(text: string, name: string | undefined): number {
  return Math.max(0, text.indexOf(name ?? ''));
}

/** What a spreadsheet made of it: numbers written as powers of ten, account ids without their letters. */
function checkRow(row: readonly string[], head: readonly string[], text: string): Spot[] {
  return row.flatMap((value, column) => {
    const name = head[column] ?? '';
    const isMangled = isPhoneName(name) && /^\d([.,]\d+)?e\+?\d+$/i.test(value.trim());
    const isStripped = isUserIdName(name) && /^\d{6,}$/.test(value.trim());
    if (!isMangled && !isStripped) return [];
    const start = placeOf(text, value);
    return [{ rule: isMangled ? 'csv-number-mangled' : 'csv-id-mangled', start, end: start + value.length }];
  });
}

function rowsOf(text: string): string[][] | undefined {
  const [first = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t', '|'].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  try {
    return parse(text, {
      delimiter,
      to: mostRows,
      relaxColumnCount: true,
      relaxQuotes: true,
      bom: true,
      skipEmptyLines: true,
    });
  } catch {
    return undefined;
  }
}

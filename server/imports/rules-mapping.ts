// What the columns of a list are, guessed from their heads and what stands in them; and a row read by what they are. Pure.

import type { Field, ImportTarget } from '@throughline/contract';
import type { Mapping } from './shapes.ts';

type Kind = ImportTarget['kind'];

const heads: readonly [Kind, RegExp][] = [
  ['username', /user.?name|^@|handle|usuario|usu[aá]rio|benutzername/i],
  ['opt_out', /opt.?out|unsubscri|abmeld|baja|do.?not.?(contact|market)|stop/i],
  ['opt_in', /opt.?in|subscri|consent|marketing|newsletter|einwillig|consentim/i],
  ['phone', /phone|mobile|cell|^tel|whats|m[oó]vil|celular|n[uú]mero|handy|rufnummer/i],
  ['tags', /^(tags?|labels?|etiquetas?|segments?|schlagw|gruppen?|groups?)/i],
  ['name', /^(full.?|display.?|customer.?|contact.?)?name$|^(nombre|nome|nom)\b/i],
  ['external_id', /(crm|external|customer|contact|account|kunden|cliente).?.?(id|no|nr|number|nummer)$|^id$/i],
];

/** One column at most is the number, the name and so on: the first that fits. A column called as a field is that field. */
export function guessMapping(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  fields: readonly Field[],
): Mapping {
  const taken = new Set<string>();
  const guesses = headers.map((header, index): ImportTarget | null => {
    const cells = samples.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
    const target = guess(header, cells, fields);
    const id = target && ('field' in target ? target.field : target.kind);
    if (!target || !id || taken.has(id)) return null;
    taken.add(id);
    return target;
  });
  // Without a head that says so, the column that looks most like numbers is.
  if (!taken.has('phone')) {
    const shares = headers.map((_, index) =>
      guesses[index] ? 0 : shareOf(samples, index, /^'?\+?[\d\s().\-/]{8,22}$/),
    );
    const best = shares.indexOf(Math.max(...shares));
    if ((shares[best] ?? 0) > 0.6) guesses[best] = { kind: 'phone' };
  }
  return { columns: guesses, country: null, byUsername: false, createTags: false };
}

function guess(header: string, cells: readonly string[], fields: readonly Field[]): ImportTarget | null {
  const named = header.trim().toLowerCase();
  const field = fields.find(({ name, archived }) => !archived && name.toLowerCase() === named);
  const [kind] = heads.find(([, pattern]) => pattern.test(header.trim())) ?? [];
  if (field)
    return kind === 'external_id' && field.kind === 'text'
      ? { kind, field: field.id }
      : { kind: 'field', field: field.id };
  if (kind === 'external_id' || kind === undefined)
    return cells.length > 0 && cells.every((cell) => /^@[\w.]{3,35}$/.test(cell)) ? { kind: 'username' } : null;
  return { kind } as ImportTarget;
}

function shareOf(samples: readonly (readonly string[])[], index: number, pattern: RegExp): number {
  const cells = samples.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  return cells.filter((cell) => pattern.test(cell)).length / Math.max(1, cells.length);
}

/** What a row says, before anything is looked up. */
export interface SaidRow {
  phone: string | null;
  name: string | null;
  username: string | null;
  external: { field: string; value: string } | null;
  tags: string[];
  fields: { field: string; value: string }[];
  /** Whether marketing is welcome; undefined: nothing is said, or nobody can tell what. */
  marketing: boolean | undefined;
}

/** An empty cell says nothing: it changes nothing either. */
export function readRow({ columns }: Mapping, cells: readonly string[]): SaidRow {
  const said: SaidRow = {
    ...{ phone: null, name: null, username: null, external: null },
    ...{ tags: [], fields: [], marketing: undefined },
  };
  for (const [index, target] of columns.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (target && cell !== '') put(said, target, cell);
  }
  return said;
}

function put(said: SaidRow, target: ImportTarget, cell: string): void {
  switch (target.kind) {
    case 'phone':
    case 'username':
      said[target.kind] = cell;
      return;
    case 'name':
      said.name = cell.slice(0, 200);
      return;
    case 'tags':
      said.tags = [...new Set(cell.split(/[;,|\n]/).map((one) => one.trim().slice(0, 40)))].filter((one) => one !== '');
      return;
    case 'opt_in':
    case 'opt_out': {
      const yes = yesOrNo(cell);
      if (yes !== undefined) said.marketing = target.kind === 'opt_in' ? yes : yes ? false : said.marketing;
      return;
    }
    case 'field':
      said.fields.push({ field: target.field, value: cell });
      return;
    case 'external_id':
      said.external = { field: target.field, value: cell };
      said.fields.push({ field: target.field, value: cell });
      return;
  }
}

export function yesOrNo(cell: string): boolean | undefined {
  if (/^(y|yes|true|1|x|on|si|sí|sim|ja|wahr|in|opted.?in|subscribed|हाँ|हां|نعم)$/i.test(cell)) return true;
  if (/^(n|no|false|0|off|não|nao|nein|falsch|out|opted.?out|unsubscribed|stop|नहीं|لا)$/i.test(cell)) return false;
  return undefined;
}

/** What a field is given, from the text of a cell; undefined where it does not fit. */
export function fieldValue(field: Field, cell: string): string | number | boolean | undefined {
  switch (field.kind) {
    case 'text':
      return cell;
    case 'number': {
      const value = Number(cell.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
      return Number.isFinite(value) ? value : undefined;
    }
    case 'date':
      return dayIn(cell);
    case 'yes_no':
      return yesOrNo(cell);
    case 'choice':
      return field.choices.find(({ label, archived }) => !archived && label.toLowerCase() === cell.toLowerCase())?.id;
  }
}

/** 2026-11-28, or 28.11.2026; with slashes nobody can tell day from month, unless one is beyond 12. */
function dayIn(cell: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(cell);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const [, a, b, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  if (!a || !b || !year || (Number(a) <= 12 && Number(b) <= 12 && a !== b)) return undefined;
  return Number(a) > 12 ? day(year, b, a) : day(year, a, b);
}

function day(year = '', month = '', date = ''): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

// The map as SQL. Pure: a statement of the map and what is wanted in, text and parameters out. This is the one file that writes tables it is
// told (tools/laws.ts); the words are the owning room's own.

import type { Subject } from '../../subject.ts';
import type { Parameter } from '../sql.ts';
import type { Erasing, OfCustomers, TableMap } from './marks.ts';
import { type ParameterName, subjectParameters } from './subject.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Tables a condition or the engine can be asked of: rows of customers that need no walk. */
export type Mapped = ReadonlyMap<string, TableMap>;

/** How many rows of the table are the subject's. */
export function countStatement(tables: Mapped, table: string, subject: Subject): Statement {
  return bound(`select count(*)::int as count from ${table} t where ${theirs(tables, table)}`, subject);
}

/** The next page of them in the order of their key, as json; `after` is the key the page before ended with. */
export function pageStatement(
  tables: Mapped,
  table: string,
  subject: Subject,
  { after, limit }: { after: readonly string[] | undefined; limit: number },
): Statement {
  const { key } = customers(tables, table);
  const columns = key.map((name) => `t.${name}`).join(', ');
  const texts = key.map((name) => `t.${name}::text`).join(', ');
  const from = after ? `and (${columns}) > (${after.map((_, i) => `:after_${i}`).join(', ')})` : '';
  const text = `select to_jsonb(t) as row, array[${texts}] as key from ${table} t
    where ${theirs(tables, table)} ${from} order by ${columns} limit :limit`;
  const given = Object.fromEntries((after ?? []).map((value, i) => [`after_${i}`, value]));
  return bound(text, subject, { ...given, limit });
}

/** Deletes at most `limit` of them. */
export function deleteStatement(tables: Mapped, table: string, subject: Subject, limit: number): Statement {
  return bound(
    `delete from ${table} where ctid = any(array(select t.ctid from ${table} t where ${theirs(tables, table)} limit :limit))`,
    subject,
    { limit },
  );
}

/** The ids of at most `limit` of them, locked: what belongs to them goes before they do. */
export function takeStatement(tables: Mapped, table: string, subject: Subject, limit: number): Statement {
  const { key } = customers(tables, table);
  if (key.length !== 1) throw new Error(`Rows of ${table} have no id that others could name.`);
  return bound(
    `select t.${key[0]} as id from ${table} t where ${theirs(tables, table)} limit :limit for update`,
    subject,
    { limit },
  );
}

/** Replaces in at most `limit` of them what the map says is to be replaced. */
export function replaceStatement(tables: Mapped, table: string, subject: Subject, limit: number): Statement {
  const { erase } = customers(tables, table);
  const set = Object.entries(replacementsOf(erase)).map(([column, value]) => `${column} = ${value}`);
  return bound(
    `update ${table} t set ${set.join(', ')} where t.ctid = any(array(select t.ctid from ${table} t where ${theirs(tables, table)} limit :limit))`,
    subject,
    { limit },
  );
}

/** Rows by these ids; or those that belong to rows of another table with these ids. */
export function deleteOfStatement(
  tables: Mapped,
  table: string,
  portfolioId: string,
  ids: readonly string[],
): Statement {
  const { rows, key } = customers(tables, table);
  return {
    text: `delete from ${table} where portfolio_id = $1 and ${'of' in rows ? rows.by : key[0]} = any($2::uuid[])`,
    parameters: [portfolioId, ids],
  };
}

export interface Outdated {
  portfolioId: string;
  table: string;
  before: Date;
}

/** Of a table without others that belong to it: at most so many rows that have had their time. */
export function deleteOutdatedStatement(tables: Mapped, outdated: Outdated, limit: number): Statement {
  const { table } = outdated;
  return hadTheirTime(
    tables,
    outdated,
    (condition) => `delete from ${table} where ctid = any(array(
    select t.ctid from ${table} t where ${condition} limit ${limit}))`,
  );
}

/** How many rows have had their time. */
export function countOutdatedStatement(tables: Mapped, outdated: Outdated): Statement {
  const { table } = outdated;
  return hadTheirTime(
    tables,
    outdated,
    (condition) => `select count(*)::int as count from ${table} t where ${condition}`,
  );
}

/** The ids of such rows, locked. */
export function takeOutdatedStatement(tables: Mapped, outdated: Outdated, limit: number): Statement {
  const { table } = outdated;
  const [id] = customers(tables, table).key;
  return hadTheirTime(
    tables,
    outdated,
    (condition) => `select t.${id} as id from ${table} t where ${condition} limit ${limit} for update`,
  );
}

function hadTheirTime(
  tables: Mapped,
  { portfolioId, table, before }: Outdated,
  text: (condition: string) => string,
): Statement {
  const { outdated } = customers(tables, table);
  if (!outdated) throw new Error(`Rows of ${table} have no time of their own.`);
  const condition = `t.portfolio_id = $1 and (${outdated.replaceAll(':before', '$2::timestamptz')})`;
  return { text: text(condition), parameters: [portfolioId, before] };
}

export function replacementsOf(erase: Erasing): Readonly<Record<string, string>> {
  return typeof erase === 'object' && 'replace' in erase ? erase.replace : {};
}

export function customers(tables: Mapped, table: string): OfCustomers {
  const stated = tables.get(table);
  if (!stated || stated.rows === 'nobody') throw new Error(`${table} holds nothing of customers.`);
  return stated;
}

/** The condition on `t` that a row of the table is the subject's. */
function theirs(tables: Mapped, table: string): string {
  const { rows, columns } = customers(tables, table);
  const scope = 'portfolio_id' in columns ? 't.portfolio_id = :portfolio and ' : '';
  if ('where' in rows) return `${scope}(${rows.where})`;
  if (!('of' in rows)) throw new Error(`Whose the rows of ${table} are is found by a walk.`);
  return `${scope}exists (select from ${rows.of} p where p.portfolio_id = t.portfolio_id and p.${rows.key} = t.${rows.by}
    and ${theirs(tables, rows.of).replaceAll(/\bt\./g, 'p.')})`;
}

const colonName = /(?<!:):([a-z_]+(?:_\d+)?)\b/g;

/** Numbers the names of a text and gives them the subject's values. */
function bound(text: string, subject: Subject, given: Readonly<Record<string, string | number>> = {}): Statement {
  const parameters: Parameter[] = [];
  const numbers = new Map<string, number>();
  const numbered = text.replaceAll(colonName, (_, name: string) => {
    const known = subjectParameters[name as ParameterName];
    const own = given[name];
    if (!known && own === undefined) throw new Error(`Nothing of a subject is called ${name}.`);
    let number = numbers.get(name);
    if (number === undefined) {
      number = parameters.push(own ?? (known.of(subject) as Parameter));
      numbers.set(name, number);
    }
    return own === undefined ? `$${number}::${known.type}` : typeof own === 'number' ? `$${number}::int` : `$${number}`;
  });
  return { text: numbered, parameters };
}

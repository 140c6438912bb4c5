// The audit of SQL, by PostgreSQL's own parser.

import { loadModule, parseSync } from 'libpg-query';
import { contextOf } from '../context.ts';
import type { SourceText, Spot } from '../finding.ts';
import { unitsOf } from '../places.ts';
import { checkStatement, type Tables } from './checks-sql.ts';
import { inStandardWords, type SqlStatement, statementsOf } from './statements.ts';
import type { Placing, Tree } from './trees.ts';

/** Undefined where not one statement could be read. */
export async function auditSql({ path, text }: SourceText): Promise<Spot[] | undefined> {
  await loadModule();
  const statements = statementsOf(text);
  const context = contextOf(path, text);
  const tables: Tables = { context, ofWhatsApp: new Set() };
  const read = statements.flatMap((one) => treesOf(one));
  const spots = read.flatMap(({ tree, at }) => checkStatement(tree, at, tables));
  return statements.length > 0 && read.length === 0 ? undefined : spots;
}

function treesOf(statement: SqlStatement): { tree: Tree; at: Placing }[] {
  for (const text of [statement.text, inStandardWords(statement.text)]) {
    const statements = tried(text);
    if (!statements) continue;
    const units = unitsOf(text);
    const at = { text, place: (location: number) => statement.start + units(location) };
    return statements.flatMap(({ stmt }) => (stmt ? [{ tree: stmt as Tree, at }] : []));
  }
  return [];
}

function tried(text: string): readonly { stmt?: unknown }[] | undefined {
  try {
    return parseSync(text).stmts ?? [];
  } catch {
    return undefined;
  }
}

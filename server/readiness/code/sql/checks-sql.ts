// Tables that cannot hold, or tell apart, people without a number; statements that find or join people by it.

import type { Context } from '../context.ts';
import type { Spot } from '../finding.ts';
import {
  isMessageIdName,
  isOfCustomers,
  isPhoneName,
  isScopeName,
  isUserIdName,
  isWaIdName,
  isWaUsernameName,
} from '../names.ts';
import { columnOf, list, nodesOf, numberOf, type Placing, part, parts, type Tree, word, words } from './trees.ts';

/** What is known of the tables of the file so far. */
export interface Tables {
  readonly context: Context;
  /** Those with a column of WhatsApp's own. */
  readonly ofWhatsApp: Set<string>;
}

type Report = (rule: string, location: number, name: string) => void;

export function checkStatement(tree: Tree, at: Placing, tables: Tables): Spot[] {
  const spots: Spot[] = [];
  const report: Report = (rule, location, name) => {
    const start = at.place(location);
    spots.push({ rule, start, end: start + name.length });
  };
  const create = part(tree, 'CreateStmt');
  if (create) checkTable(create, tables, report);
  const alter = part(tree, 'AlterTableStmt');
  if (alter) checkAlter(alter, at, tables, report);
  const index = part(tree, 'IndexStmt');
  if (index) checkIndex(index, at, tables, report);
  checkWays(tree, at, tables, report);
  return spots;
}

/** Does a table speak of customers? By its name, by a column of WhatsApp's, or by the file it stands in. */
function isOfPeople(table: string, { context, ofWhatsApp }: Tables): boolean {
  return (
    ofWhatsApp.has(table) ||
    isOfCustomers(table) ||
    (context === 'cloud' && !/business|number|template|setting|config|agent|staff/i.test(table))
  );
}

function checkTable(create: Tree, tables: Tables, report: Report): void {
  const table = word(part(create, 'relation'), 'relname');
  const columns = parts(create, 'tableElts', 'ColumnDef');
  const isOfWhatsApp = columns.some((one) => isWaIdName(word(one, 'colname')) || isUserIdName(word(one, 'colname')));
  if (isOfWhatsApp) tables.ofWhatsApp.add(table);
  if (!isOfPeople(table, tables)) return;
  const constraints = parts(create, 'tableElts', 'Constraint');
  const keyed = new Set(
    constraints.filter((one) => word(one, 'contype') === 'CONSTR_PRIMARY').flatMap((one) => words(one, 'keys')),
  );
  for (const column of columns)
    checkColumn(column, { isKey: keyed.has(word(column, 'colname')), isOfWhatsApp }, report);
  for (const constraint of constraints) checkConstraint(constraint, isOfWhatsApp, report);
}

function checkColumn(
  column: Tree,
  { isKey, isOfWhatsApp }: { isKey: boolean; isOfWhatsApp: boolean },
  report: Report,
): void {
  const name = word(column, 'colname');
  const location = numberOf(column, 'location');
  const constraints = parts(column, 'constraints', 'Constraint');
  const kinds = constraints.map((one) => word(one, 'contype'));
  checkWidth(column, name, location, report);
  const isOwnKey = kinds.includes('CONSTR_PRIMARY');
  const isUnique = kinds.includes('CONSTR_UNIQUE');
  if (isPhoneName(name)) {
    if (isOwnKey) report('sql-phone-primary-key', location, name);
    else if (!isKey && kinds.includes('CONSTR_NOTNULL')) report('sql-phone-not-null', location, name);
    if (isUnique) report('sql-phone-unique', location, name);
    if (kinds.includes('CONSTR_FOREIGN')) report('sql-phone-foreign-key', location, name);
  }
  if (isUserIdName(name) && (isOwnKey || isUnique)) report('sql-user-id-not-scoped', location, name);
  if (isUsername(name, isOfWhatsApp) && (isOwnKey || isUnique)) report('sql-username-key', location, name);
  for (const one of constraints) if (word(one, 'contype') === 'CONSTR_CHECK') checkDigits(one, name, report);
}

function isUsername(name: string, isOfWhatsApp: boolean): boolean {
  return isWaUsernameName(name) || (isOfWhatsApp && /^user_?name$/i.test(name));
}

/** Account ids are up to 131 characters, ids of messages longer still, and neither is a number. */
function checkWidth(column: Tree, name: string, location: number, report: Report): void {
  const type = part(column, 'typeName');
  const kind = words(type, 'names').at(-1) ?? '';
  const isId = isUserIdName(name) || isWaIdName(name);
  if ((isId || isPhoneName(name)) && /^(int[248]|numeric|float[48])$/.test(kind))
    report('sql-id-as-number', location, name);
  const width = part(list(type, 'typmods')[0], 'A_Const', 'ival')?.ival;
  if (typeof width !== 'number' || !/char/.test(kind)) return;
  if (isUserIdName(name) && width < 135) report('sql-id-too-short', location, name);
  if (isMessageIdName(name) && width < 255) report('sql-message-id-too-short', location, name);
}

function checkDigits(constraint: Tree, name: string, report: Report): void {
  for (const expression of nodesOf(constraint, 'A_Expr')) {
    const operator = words(expression, 'name')[0] ?? '';
    const pattern = part(expression, 'rexpr', 'A_Const', 'sval')?.sval;
    const column = columnOf(part(expression, 'lexpr'));
    const about = column?.column ?? name;
    const isId =
      isUserIdName(about) ||
      isWaIdName(about) ||
      /^(recipient|sender)(_id)?$|^(external|source|contact|customer)_id$/i.test(about);
    if (isId && operator.includes('~') && typeof pattern === 'string' && isDigits(pattern))
      report('sql-digits-check', numberOf(constraint, 'location'), 'check');
  }
}

function isDigits(pattern: string): boolean {
  return /^\^\\?\+?\??(\[1-9\])?(\\d|\[0-9\])(\+|\*|\{\d+(,\d*)?\})\$$/.test(pattern);
}

function checkConstraint(constraint: Tree, isOfWhatsApp: boolean, report: Report): void {
  const location = numberOf(constraint, 'location');
  const kind = word(constraint, 'contype');
  const keys = words(constraint, kind === 'CONSTR_FOREIGN' ? 'fk_attrs' : 'keys');
  if (kind === 'CONSTR_FOREIGN' && keys.some(isPhoneName)) report('sql-phone-foreign-key', location, 'foreign key');
  if (kind === 'CONSTR_PRIMARY' || kind === 'CONSTR_UNIQUE')
    checkKeys(keys, { location, isPrimary: kind === 'CONSTR_PRIMARY', isOfWhatsApp }, report);
  if (kind === 'CONSTR_CHECK') checkDigits(constraint, '', report);
}

/** What tells one row from another: a number, an account id without whose it is, a username. */
function checkKeys(
  keys: readonly string[],
  { location, isPrimary, isOfWhatsApp }: { location: number; isPrimary: boolean; isOfWhatsApp: boolean },
  report: Report,
): void {
  const others = keys.filter((key) => !isScopeName(key));
  const [only] = others;
  if (only === undefined || others.length > 1) return;
  const isScoped = others.length < keys.length;
  if (isPhoneName(only)) report(isPrimary ? 'sql-phone-primary-key' : 'sql-phone-unique', location, 'unique');
  if (isUserIdName(only) && !isScoped) report('sql-user-id-not-scoped', location, 'unique');
  if (isUsername(only, isOfWhatsApp)) report('sql-username-key', location, 'unique');
}

function checkAlter(alter: Tree, at: Placing, tables: Tables, report: Report): void {
  const relation = part(alter, 'relation');
  const table = word(relation, 'relname');
  if (!isOfPeople(table, tables)) return;
  const isOfWhatsApp = tables.ofWhatsApp.has(table);
  for (const command of parts(alter, 'cmds', 'AlterTableCmd')) {
    const name = word(command, 'name');
    const kind = word(command, 'subtype');
    if (kind === 'AT_SetNotNull' && isPhoneName(name)) report('sql-phone-not-null', nameAt(name, at, relation), name);
    const column = part(command, 'def', 'ColumnDef');
    if (kind === 'AT_AddColumn' && column) checkColumn(column, { isKey: false, isOfWhatsApp }, report);
    const constraint = part(command, 'def', 'Constraint');
    if (constraint) checkConstraint(constraint, isOfWhatsApp, report);
  }
}

function checkIndex(index: Tree, at: Placing, tables: Tables, report: Report): void {
  const relation = part(index, 'relation');
  if (index.unique !== true || !isOfPeople(word(relation, 'relname'), tables)) return;
  const keys = list(index, 'indexParams').map((one) => indexedColumn(part(one, 'IndexElem')));
  const condition = [...nodesOf(part(index, 'whereClause'), 'ColumnRef')].flatMap(
    (one) => words(one, 'fields').at(-1) ?? [],
  );
  if (condition.some((column) => !keys.includes(column))) return;
  const isOfWhatsApp = tables.ofWhatsApp.has(word(relation, 'relname'));
  checkKeys(
    keys,
    { location: nameAt(keys.find((key) => !isScopeName(key)) ?? '', at, relation), isPrimary: false, isOfWhatsApp },
    report,
  );
}

/** Its column, also inside of a function: `lower(username)`. */
function indexedColumn(element: Tree | undefined): string {
  const [inside] = [...nodesOf(part(element, 'expr'), 'ColumnRef')];
  return word(element, 'name') || (inside ? (words(inside, 'fields').at(-1) ?? '') : '');
}

/** Where a name stands that PostgreSQL gives no place for: the first time after the table's. In bytes, as its places are. */
function nameAt(name: string, { text }: Placing, relation: Tree | undefined): number {
  const from = numberOf(relation, 'location');
  const bytes = Buffer.from(text);
  const found = bytes.indexOf(name, from + word(relation, 'relname').length);
  return found === -1 ? from : found;
}

/** How people are found: joins, upserts and groups by number. */
function checkWays(tree: Tree, at: Placing, { context }: Tables, report: Report): void {
  const isRead = context !== 'none';
  for (const join of nodesOf(tree, 'JoinExpr')) {
    for (const expression of nodesOf(part(join, 'quals'), 'A_Expr')) checkJoin(expression, isRead, report);
    const [using] = words(join, 'usingClause').filter(isPhoneName);
    if (using && (isRead || isWaIdName(using)))
      report('sql-join-on-phone', nameAt(using, at, part(join, 'rarg', 'RangeVar')), using);
  }
  for (const insert of nodesOf(tree, 'InsertStmt')) {
    const infer = part(insert, 'onConflictClause', 'infer');
    const keys = list(infer, 'indexElems').map((one) => indexedColumn(part(one, 'IndexElem')));
    if (keys.some(isPhoneName)) report('sql-upsert-by-phone', numberOf(infer, 'location'), 'on conflict');
  }
  if (!isRead) return;
  for (const select of nodesOf(tree, 'SelectStmt'))
    for (const one of [...list(select, 'distinctClause'), ...list(select, 'groupClause')]) {
      const column = columnOf(one);
      if (column && isPhoneName(column.column)) report('sql-dedupe-by-phone', column.location, column.column);
    }
  for (const window of nodesOf(tree, 'over'))
    for (const one of list(window, 'partitionClause')) {
      const column = columnOf(one);
      if (column && isPhoneName(column.column)) report('sql-dedupe-by-phone', column.location, column.column);
    }
}

function checkJoin(expression: Tree, isRead: boolean, report: Report): void {
  const [left, right] = [columnOf(part(expression, 'lexpr')), columnOf(part(expression, 'rexpr'))];
  if (words(expression, 'name')[0] !== '=' || !left || !right || left.table === right.table) return;
  if (!isPhoneName(left.column) || !isPhoneName(right.column)) return;
  if (isRead || isWaIdName(left.column) || isWaIdName(right.column))
    report('sql-join-on-phone', left.location, left.column);
}

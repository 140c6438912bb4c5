// Programs that look customers up, or write them, by their number.

import type { Node } from '@babel/types';
import { isPhoneName, isUserIdName } from '../names.ts';
import { type Call, calledName, isMember, keysOf, type Looking, writtenIn, wrongKey } from './look.ts';
import { bare, nameOf } from './see.ts';

const finders =
  /^(find|findOne|findFirst|findUnique|findFirstOrThrow|findUniqueOrThrow|findMany|findAll|findBy|findOneBy|findOneOrFail|findOrCreate|findOneAndUpdate|findOneAndReplace|findOneAndDelete|upsert|updateOne|update|updateMany|replaceOne|deleteOne|deleteMany|count|countDocuments|exists|where|andWhere|match|first|getOne|distinct)$/;

/** `findOne({ phone: message.from })`: without a number some libraries leave the condition out and answer anybody. */
export function checkFinder(call: Call, { env, report }: Looking): void {
  const name = calledName(call);
  if (!isMember(call.callee) || !finders.test(name)) return;
  const [condition, value] = call.arguments;
  if (!condition) return;
  if (condition.type === 'StringLiteral') {
    if (/^(where|andWhere|distinct)$/.test(name) && value && isPersonKey(condition.value))
      reportKey(value, call, { env, report });
    return;
  }
  for (const { key, value } of conditionsIn(condition, !/^(update|upsert)$/.test(name)))
    if (isPersonKey(key)) reportKey(value, value, { env, report });
}

/** `.eq('phone', from)`. */
export function checkEq(call: Call, looking: Looking): void {
  const [column, value] = call.arguments;
  if (calledName(call) !== 'eq' || !column || !value) return;
  const name = column.type === 'StringLiteral' ? column.value : isMember(column) ? (nameOf(column.property) ?? '') : '';
  if (isPersonKey(name)) reportKey(value, call, looking);
}

function isPersonKey(name: string): boolean {
  return (
    isPhoneName(name) ||
    /^(_id|id|external_?id|user_?name|identifier|source_?id|from|contact_?id|customer_?id|to|recipient(_?id)?)$/i.test(
      name,
    )
  );
}

function reportKey(value: Node, at: Node, { env, report }: Pick<Looking, 'env' | 'report'>): void {
  const wrong = wrongKey(value, env);
  if (wrong === 'username') report('username-as-key', at);
  if (wrong === 'flips') report('key-flips', at);
  if (wrong === 'recipient') report('status-by-recipient', at);
  if (wrong === 'phone') report('lookup-by-phone', at);
}

/** What is asked for: `where`, or the object itself where it `mayBe` that. Not what is to be written. */
function conditionsIn(node: Node, mayBe: boolean): { key: string; value: Node }[] {
  if (node.type !== 'ObjectExpression') return [];
  const own = node.properties.flatMap((one) => {
    const key = one.type === 'ObjectProperty' ? nameOf(one.key) : undefined;
    return one.type === 'ObjectProperty' && key !== undefined ? [{ key, value: one.value as Node }] : [];
  });
  const where = own.find(({ key }) => key === 'where');
  if (where) return conditionsIn(where.value, true);
  const isOther = own.some(({ key }) => /^(data|create|update|select|include|defaults|\$set)$/.test(key));
  return isOther || !mayBe ? [] : own;
}

/** SQL written in a program: `query('select … where phone = $1', [from])`. */
export function checkQuery(call: Call, { env, report }: Looking): void {
  const [text, values] = call.arguments;
  if (!text || !/^(query|execute|run|get|all|one|oneOrNone|any|raw|\$queryRaw\w*|sql)$/.test(calledName(call))) return;
  const sql = writtenIn(text);
  if (!/\b(where|and)\s+[\w."`]*(phone|wa_?id|mobile|msisdn|whatsapp)\w*["`]?\s*=\s*(\$\d|\?|:\w|%s)/i.test(sql))
    return;
  const given = values?.type === 'ArrayExpression' ? values.elements : call.arguments.slice(1);
  const isMissing = given.some((one) => one && wrongKey(one, env) === 'phone');
  if (isMissing) report('lookup-by-phone', call);
}

/** `onConflict('phone')`, `{ onConflict: 'phone' }`. */
export function checkConflict(call: Call, { env, report }: Looking): void {
  if (env.context === 'none') return;
  const [argument, options] = call.arguments;
  const name = calledName(call);
  if (/^onConflict(DoUpdate)?$/.test(name) && argument) {
    const isOn = argument.type === 'StringLiteral' && isPhoneName(argument.value);
    const target = argument.type === 'ObjectExpression' ? targetOf(argument) : undefined;
    if (isOn || (target && isPhoneName(target))) report('upsert-by-phone', call);
  }
  if (name === 'upsert' && options?.type === 'ObjectExpression')
    for (const property of options.properties)
      if (
        property.type === 'ObjectProperty' &&
        nameOf(property.key) === 'onConflict' &&
        property.value.type === 'StringLiteral'
      )
        if (isPhoneName(property.value.value)) report('upsert-by-phone', property);
}

function targetOf(object: Node & { type: 'ObjectExpression' }): string | undefined {
  for (const property of object.properties)
    if (property.type === 'ObjectProperty' && nameOf(property.key) === 'target') {
      const value = bare(property.value as Node);
      return isMember(value) ? nameOf(value.property) : undefined;
    }
  return undefined;
}

/** Models of Mongoose, Sequelize and TypeORM's `EntitySchema`: `phone: { type: String, required: true, unique: true }`. */
export function checkModelField(node: Node & { type: 'ObjectProperty' }, { env, above, report }: Looking): void {
  const name = nameOf(node.key);
  const { value } = node;
  if (
    env.context === 'none' ||
    name === undefined ||
    value.type !== 'ObjectExpression' ||
    !keysOf(value).includes('type')
  )
    return;
  if (above.at(-1)?.type !== 'ObjectExpression' || !isModel(above, env)) return;
  const says = (key: string, wanted: string) => value.properties.some((one) => saysSo(one, key, wanted, env.text));
  const isUserId = isUserIdName(name);
  if (!isPhoneName(name) && !isUserId) return;
  if (isUserId) {
    if (/String|STRING|VARCHAR/.test(env.text.slice(value.start ?? 0, value.end ?? 0))) return;
    if (says('type', 'Number') || says('type', 'DataTypes.BIGINT')) report('model-id-as-number', node);
    return;
  }
  if (says('required', 'true') || says('allowNull', 'false')) report('model-phone-required', node);
  if (says('unique', 'true') || says('primaryKey', 'true')) report('model-phone-unique', node);
  if (says('type', 'Number') || says('type', 'DataTypes.BIGINT')) report('model-id-as-number', node);
}

function isModel(above: readonly Node[], env: Looking['env']): boolean {
  return above.some((node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
    const callee = env.text.slice(node.callee.start ?? 0, node.callee.end ?? 0);
    return /Schema$|\.define$|\.init$|EntitySchema$/.test(callee);
  });
}

function saysSo(property: Node, key: string, wanted: string, text: string): boolean {
  if (property.type !== 'ObjectProperty' || nameOf(property.key) !== key) return false;
  const written = text.slice(property.value.start ?? 0, property.value.end ?? 0).replace(/^\[\s*/, '');
  return written.startsWith(wanted);
}

/** Columns as chains: Drizzle's `text('phone').notNull().unique()`, Knex's `table.string('phone').notNullable()`. */
export function checkColumnChain(call: Call, { env, above, report }: Looking): void {
  if (env.context === 'none' || !isMember(call.callee)) return;
  const name = calledName(call);
  const isRequired = /^(notNull|notNullable)$/.test(name);
  const isUnique = /^(unique|primaryKey|primary)$/.test(name);
  if (!isRequired && !isUnique) return;
  const column = columnOf(call.callee.object);
  if (!column || !isPhoneName(column) || above.length === 0) return;
  report(isRequired ? 'model-phone-required' : 'model-phone-unique', call);
}

function columnOf(raw: Node): string | undefined {
  const node = bare(raw);
  if (node.type !== 'CallExpression') return undefined;
  const name = calledName(node);
  const [first] = node.arguments;
  if (/^(text|varchar|char|string|bigint|bigInteger|integer|specificType|citext)$/.test(name))
    return first?.type === 'StringLiteral' ? first.value : undefined;
  return isMember(node.callee) ? columnOf(node.callee.object) : undefined;
}

/** TypeORM and MikroORM: `@Column({ unique: true }) phone: string`. */
export function checkDecorated(node: Node & { type: 'ClassProperty' }, { env, report }: Looking): void {
  const name = nameOf(node.key);
  if (env.context === 'none' || name === undefined || !isPhoneName(name)) return;
  for (const { expression } of node.decorators ?? []) {
    const text = env.text.slice(expression.start ?? 0, expression.end ?? 0);
    if (
      /^(PrimaryColumn|PrimaryKey)\b/.test(text) ||
      (/^(Column|Property|Index|Unique|Prop)\b/.test(text) && /unique:\s*true/.test(text))
    )
      report('model-phone-unique', node);
    const isColumn = /^(Column|Property|Prop)\b/.test(text);
    if (isColumn && /required:\s*true/.test(text)) report('model-phone-required', node);
    const isOptional =
      node.optional === true || /nullable:\s*true|null\b/.test(text) || /undefined|null/.test(typeText(node, env.text));
    if (/^Column\b/.test(text) && !isOptional) report('model-phone-required', node);
  }
}

function typeText(node: Node & { type: 'ClassProperty' }, text: string): string {
  const { typeAnnotation } = node;
  return typeAnnotation ? text.slice(typeAnnotation.start ?? 0, typeAnnotation.end ?? 0) : '';
}

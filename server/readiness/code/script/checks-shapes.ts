// Shapes written in programs that say a number is always there: types, and schemas of Zod and its like.

import type { Node } from '@babel/types';
import { isOfCustomers, isPhoneName, isUserIdName } from '../names.ts';
import { isOnlyDigits } from './checks-sends.ts';
import { type Call, calledName, isMember, keysOf, type Looking } from './look.ts';
import { bare, nameOf } from './see.ts';

type Member = Node & { type: 'TSPropertySignature' };

/** `interface Contact { wa_id: string; profile: … }`. */
export function checkType(members: readonly Node[], { env, report }: Looking): void {
  if (env.context !== 'cloud') return;
  const properties = members.filter((one): one is Member => one.type === 'TSPropertySignature');
  const names = properties.flatMap(({ key }) => nameOf(key) ?? []);
  for (const property of properties) {
    const name = nameOf(property.key);
    if (name === undefined || property.optional || !isFieldOfMeta(name, names) || !isText(property, env.text)) continue;
    report('type-says-phone', property);
  }
}

function isText({ typeAnnotation }: Member, text: string): boolean {
  if (!typeAnnotation) return false;
  const written = text.slice(typeAnnotation.start ?? 0, typeAnnotation.end ?? 0);
  return !/undefined|null|\?|never/.test(written) && /string|number|Phone|Id\b|ID\b/.test(written);
}

/** Is `name` a field that Meta leaves out, by what stands beside it? */
export function isFieldOfMeta(name: string, beside: readonly string[]): boolean {
  const has = (...some: string[]) => some.filter((one) => beside.includes(one)).length;
  if (name === 'wa_id') return has('profile') > 0 || (has('input') > 0 && beside.length <= 3);
  if (name === 'from') return has('id', 'timestamp', 'type') >= 2 && has('to', 'until') === 0;
  if (name === 'recipient_id') return has('status', 'timestamp', 'conversation', 'pricing', 'id') >= 2;
  return false;
}

/** The schema of a property, as far as a chain says: `z.string().regex(…)`. */
interface Chain {
  readonly root: string;
  readonly calls: readonly Call[];
}

function chainOf(raw: Node): Chain | undefined {
  const calls: Call[] = [];
  let node = bare(raw);
  while (node.type === 'CallExpression') {
    calls.unshift(node);
    node = isMember(node.callee) ? bare(node.callee.object) : node.callee;
  }
  const root = nameOf(node);
  return root !== undefined && calls.length > 0 ? { root, calls } : undefined;
}

const libraries = /^(z|zod|Joi|joi|yup|Yup|v|t|Type|s|S)$/;
const optional = /^(optional|nullish|nullable|allow|default|catch|Optional|notRequired)$/;

/** `z.object({ wa_id: z.string(), … })`. */
export function checkSchema(call: Call, { env, above, report }: Looking): void {
  if (env.context === 'none' || !/^(object|strictObject|looseObject|shape|keys|Object)$/.test(calledName(call))) return;
  const [shape] = call.arguments;
  if (shape?.type !== 'ObjectExpression') return;
  const names = keysOf(shape);
  const title = titleOf(above);
  for (const property of shape.properties) {
    const name = property.type === 'ObjectProperty' ? nameOf(property.key) : undefined;
    if (property.type !== 'ObjectProperty' || name === undefined) continue;
    const chain = chainOf(property.value);
    if (!chain || !libraries.test(chain.root)) continue;
    const isOptional = chain.calls.some((one) => optional.test(calledName(one)));
    const isOfMeta = env.context === 'cloud' && isFieldOfMeta(name, names);
    const isCustomers = isPhoneName(name) && isOfCustomers(title);
    if (!isOptional && (isOfMeta || isCustomers)) report('schema-in-code-phone-required', property);
    checkChain(chain, { name, names, property }, { env, above, report });
  }
}

function checkChain(
  { calls }: Chain,
  { name, names, property }: { name: string; names: readonly string[]; property: Node },
  { report }: Looking,
): void {
  const isAddress = isUserIdName(name) || /^(from|to|recipient|recipient_id|wa_id|sender|sender_id)$/.test(name);
  if (!isAddress) return;
  for (const call of calls) {
    const [argument] = call.arguments;
    const isPattern = /^(regex|pattern|matches)$/.test(calledName(call)) && argument?.type === 'RegExpLiteral';
    const hasPlace =
      !isUserIdName(name) && names.some((one) => one === 'recipient' || isUserIdName(one) || one === 'user_id');
    if (isPattern && isOnlyDigits(argument.pattern) && name !== 'recipient' && !hasPlace)
      report('digits-only-validation', property);
    if (isPattern && isOnlyDigits(argument.pattern) && name === 'recipient') report('digits-only-validation', property);
    const isShort = calledName(call) === 'max' && argument?.type === 'NumericLiteral' && argument.value < 131;
    if (isShort && (isUserIdName(name) || name === 'recipient')) report('schema-id-too-short', property);
  }
}

/** The name a schema is given. */
function titleOf(above: readonly Node[]): string {
  const named = above.findLast((node) => node.type === 'VariableDeclarator' || node.type === 'ObjectProperty');
  if (named?.type === 'VariableDeclarator') return nameOf(named.id) ?? '';
  return named?.type === 'ObjectProperty' ? (nameOf(named.key) ?? '') : '';
}

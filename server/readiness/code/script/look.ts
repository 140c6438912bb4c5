// What every check is given, and what several of them ask.

import type { Node } from '@babel/types';
import type { Env, Sight } from './scope.ts';
import { mayBeMissing } from './scope.ts';
import { bare, nameOf, propertyOf, see } from './see.ts';

export interface Looking {
  readonly env: Env;
  /** The nodes around, the nearest last. */
  readonly above: readonly Node[];
  readonly report: (rule: string, node: Node) => void;
}

export type Call = Node & { type: 'CallExpression' | 'OptionalCallExpression' };
export type Member = Node & { type: 'MemberExpression' | 'OptionalMemberExpression' };

export function isMember(node: Node): node is Member {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
}

/** Which method or function is called. */
export function calledName(call: Call): string {
  return propertyOf(call.callee) ?? nameOf(call.callee) ?? '';
}

/** On what a method is called, as it is written; empty for functions. */
export function ownerText({ callee }: Call, env: Env): string {
  if (!isMember(callee)) return '';
  return env.text.slice(callee.object.start ?? 0, callee.object.end ?? 0);
}

/** A number that may be missing where it is used. */
export function missingPhone(node: Node, env: Env): (Sight & { is: 'phone' }) | undefined {
  const sight = see(node, env);
  return sight?.is === 'phone' && mayBeMissing(env, sight) ? sight : undefined;
}

/**
 * What somebody is found by: a rule's word for what is wrong with it, or undefined. A number guarded before is none: there the program does
 * something else for whoever has no number.
 */
export function wrongKey(node: Node, env: Env): 'phone' | 'recipient' | 'username' | 'flips' | undefined {
  const sight = see(node, env);
  if (!sight) return undefined;
  if (sight.is === 'username') return 'username';
  if (sight.is === 'either') return sight.first === 'phone' ? 'flips' : undefined;
  if (sight.is !== 'phone' || !mayBeMissing(env, sight)) return undefined;
  return sight.field === 'recipient_id' ? 'recipient' : 'phone';
}

/** Text written down: strings and the fixed parts of templates. */
export function writtenIn(raw: Node): string {
  const node = bare(raw);
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? value.raw).join('\0');
  if (node.type === 'BinaryExpression' && node.operator === '+')
    return `${writtenIn(node.left)}\0${writtenIn(node.right)}`;
  return '\0';
}

/** The value of a property of an object that is written down. */
export function propertyValue(object: Node, name: string): Node | undefined {
  if (object.type !== 'ObjectExpression') return undefined;
  for (const property of object.properties)
    if (property.type === 'ObjectProperty' && nameOf(property.key) === name) return property.value;
  return undefined;
}

export function keysOf(object: Node): string[] {
  if (object.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((one) => ('key' in one ? (nameOf(one.key) ?? []) : []));
}

/** Is it only said to people who run the program? */
export function isLogged(above: readonly Node[]): boolean {
  return above.some(
    (node) =>
      (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') &&
      isMember(node.callee) &&
      /^(log|info|warn|error|debug|trace|verbose|fatal|write)$/.test(propertyOf(node.callee) ?? ''),
  );
}

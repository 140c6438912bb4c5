// Names get their meaning: declarations, destructuring, parameters.

import type { Node } from '@babel/types';
import type { Env, Sight } from './scope.ts';
import { byName, memberOf, nameOf, see } from './see.ts';

/** `path`: what is bound, where it is nothing we know. */
export function bind(target: Node, sight: Sight | undefined, path: string, env: Env): void {
  switch (target.type) {
    case 'Identifier':
      env.scope.names.set(target.name, sight ?? (path === '' ? undefined : plain(target.name, env)));
      return;
    case 'AssignmentPattern': {
      const isNothing =
        target.right.type === 'NullLiteral' || nameOf(target.right) === 'undefined' || nameOf(target.right) === '';
      bind(target.left, sight?.is === 'phone' && !isNothing ? { ...sight, sure: true } : sight, path, env);
      return;
    }
    case 'ArrayPattern': {
      const [head] = target.elements;
      if (head && sight?.is === 'list') bind(head, { is: 'object', of: sight.of, path: `${sight.path}.0` }, '', env);
      return;
    }
    case 'ObjectPattern':
      bindProperties(target, sight, path, env);
      return;
    default:
  }
}

/** A name given to something unknown: what it says of itself, where it speaks of people's ids (`const phone = row.get('phone')`). */
function plain(name: string, env: Env): Sight | undefined {
  const sight = byName(name, name, env);
  return sight?.is === 'object' ? undefined : sight;
}

function bindProperties(
  target: Node & { type: 'ObjectPattern' },
  sight: Sight | undefined,
  path: string,
  env: Env,
): void {
  const keys = target.properties.flatMap((one) => (one.type === 'ObjectProperty' ? (nameOf(one.key) ?? []) : []));
  const owner = sight ?? ownerOf(keys, path, env);
  for (const property of target.properties) {
    if (property.type !== 'ObjectProperty') continue;
    const key = nameOf(property.key);
    if (key === undefined) continue;
    const ownPath = path === '' ? key : `${path}.${key}`;
    bind(
      property.value,
      memberOf(owner, key, { path: owner ? `${owner.path}.${key}` : ownPath, ownerPath: owner?.path ?? path }, env),
      ownPath,
      env,
    );
  }
}

const messageKeys = new Set([
  'id',
  'type',
  'text',
  'timestamp',
  'body',
  'interactive',
  'image',
  'message_id',
  'messageId',
]);

/** `({ from, text, type })` in a program that speaks Meta's format is a message of Meta's. */
function ownerOf(keys: readonly string[], path: string, env: Env): Sight | undefined {
  if (env.context !== 'cloud') return undefined;
  const at = path === '' ? 'parameter' : path;
  if (keys.includes('recipient_id') && keys.includes('status')) return { is: 'object', of: 'status', path: at };
  const isMessage = keys.includes('from') && !keys.includes('to') && keys.some((key) => messageKeys.has(key));
  return isMessage ? { is: 'object', of: 'message', path: at } : undefined;
}

/** `over`: the list this is called back for each of. */
export function bindParameters(
  parameters: readonly Node[],
  env: Env,
  over?: { of: 'message' | 'contact' | 'status' | 'answered'; path: string },
): void {
  for (const [index, parameter] of parameters.entries()) {
    const of = over && index === 0 ? ({ is: 'object', of: over.of, path: `${over.path}.of` } as const) : undefined;
    bindParameter(parameter, of, env);
  }
}

function bindParameter(parameter: Node, sight: Sight | undefined, env: Env): void {
  if (parameter.type === 'TSParameterProperty') {
    bindParameter(parameter.parameter, sight, env);
    return;
  }
  if (parameter.type === 'Identifier') {
    env.scope.names.set(
      parameter.name,
      sight ?? (isOtherType(parameter) ? undefined : byName(parameter.name, parameter.name, env)),
    );
    return;
  }
  if (parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier') {
    const { name } = parameter.left;
    bind(parameter, sight ?? byName(name, name, env), name, env);
    return;
  }
  bind(parameter, sight ?? (parameter.type === 'AssignmentPattern' ? see(parameter.right, env) : undefined), '', env);
}

/** A parameter that says it is a number or a date is no person's id. */
function isOtherType(parameter: Node & { type: 'Identifier' }): boolean {
  const annotation = parameter.typeAnnotation;
  if (annotation?.type !== 'TSTypeAnnotation') return false;
  const { type } = annotation.typeAnnotation;
  return type === 'TSNumberKeyword' || type === 'TSBooleanKeyword';
}

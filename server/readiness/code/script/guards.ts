// What a condition says: which paths are certain to hold something where it is met, or where it is not.

import type { Node } from '@babel/types';
import { type Env, lookUp } from './scope.ts';
import { bare, nameOf, pathOf, propertyOf } from './see.ts';

/** The paths that are there where `test` comes out as `met`. */
export function factsOf(raw: Node, met: boolean, env: Env): string[] {
  const test = bare(raw);
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' ? factsOf(test.argument, !met, env) : [];
    case 'LogicalExpression':
      return factsOfBoth(test, met, env);
    case 'BinaryExpression':
      return factsOfComparison(test, met, env);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return met ? factsOfCall(test, env) : [];
    case 'Identifier':
      return met ? [...withPrefixes(test, env), ...lookUpTest(test.name, env)] : [];
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return met ? withPrefixes(test, env) : [];
    case 'AssignmentExpression':
      return met ? factsOf(test.right, true, env) : [];
    default:
      return [];
  }
}

function lookUpTest(name: string, env: Env): string[] {
  const { sight } = lookUp(env.scope, name);
  return sight ? [sight.path] : [];
}

function factsOfBoth(test: Node & { type: 'LogicalExpression' }, met: boolean, env: Env): string[] {
  const { operator, left, right } = test;
  if (operator === '&&' ? met : !met) return [...factsOf(left, met, env), ...factsOf(right, met, env)];
  // One of the two: only what both say.
  const ofLeft = factsOf(left, met, env);
  const ofRight = new Set(factsOf(right, met, env));
  return ofLeft.filter((path) => ofRight.has(path));
}

function factsOfComparison(test: Node & { type: 'BinaryExpression' }, met: boolean, env: Env): string[] {
  const { operator, left, right } = test;
  if (operator === 'in') return met && left.type === 'StringLiteral' ? [`${pathOf(right, env)}.${left.value}`] : [];
  if (/^[<>]=?$/.test(operator)) return met ? [...lengthOf(left, env), ...lengthOf(right, env)] : [];
  const isSame = operator === '===' || operator === '==';
  if (!isSame && operator !== '!==' && operator !== '!=') return [];
  const [what, against] = isConstant(left) ? [right, left] : [left, right];
  if (!isConstant(against)) return [];
  const subject = bare(what);
  const equal = isSame === met;
  if (subject.type === 'UnaryExpression' && subject.operator === 'typeof') {
    const isNone = against.type === 'StringLiteral' && against.value === 'undefined';
    return equal !== isNone ? withPrefixes(subject.argument, env) : [];
  }
  return equal !== isEmpty(against) ? withPrefixes(what, env) : [];
}

function isConstant(raw: Node): boolean {
  const node = bare(raw);
  return /Literal$/.test(node.type) || (node.type === 'Identifier' && node.name === 'undefined') || isEmpty(node);
}

function isEmpty(raw: Node): boolean {
  const node = bare(raw);
  if (node.type === 'NullLiteral') return true;
  if (node.type === 'Identifier') return node.name === 'undefined';
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  if (node.type === 'NumericLiteral') return node.value === 0;
  return node.type === 'StringLiteral' && node.value === '';
}

function lengthOf(raw: Node, env: Env): string[] {
  return propertyOf(bare(raw)) === 'length' ? withPrefixes(bare(raw), env) : [];
}

/** `isPhone(x)`, `Array.isArray(x)`, `/…/.test(x)`: something that is asked about is there where the answer is yes. */
function factsOfCall(call: Node & { type: 'CallExpression' | 'OptionalCallExpression' }, env: Env): string[] {
  const method = propertyOf(call.callee);
  const name = method ?? nameOf(call.callee) ?? '';
  const asks = /^(is|has|valid|check|assert|test|Boolean|String)/i.test(name);
  const ofArguments = asks ? call.arguments.flatMap((one) => withPrefixes(one, env)) : [];
  const { callee } = call;
  const ofOwner =
    method !== undefined && (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression')
      ? withPrefixes(callee.object, env)
      : [];
  return [...ofArguments, ...ofOwner];
}

/** Where `a.b.c` holds something, so do `a.b` and `a`. */
function withPrefixes(raw: Node, env: Env): string[] {
  const node = bare(raw);
  if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') return factsOfCall(node, env);
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression')
    return node.type === 'Identifier' ? [pathOf(node, env)] : [];
  const property = propertyOf(node);
  const own = property === 'length' ? [] : [pathOf(node, env)];
  return [...own, ...withPrefixes(node.object, env)];
}

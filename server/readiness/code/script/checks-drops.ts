// Programs that pass over whoever has no number: answered 200, and lost.

import type { Node } from '@babel/types';
import { leaves } from './checks-sends.ts';
import { type Call, calledName, isMember, type Looking } from './look.ts';
import { type Env, knowsUserIds } from './scope.ts';
import { bare, nameOf, see } from './see.ts';

/** `if (!message.from) return`. */
export function checkDrop(node: Node & { type: 'IfStatement' }, { env, report }: Looking): void {
  if (env.context !== 'cloud' || node.alternate || !leaves(node.consequent) || usesUserId(node.consequent, env)) return;
  const missing = missingIn(node.test, env);
  if (missing && !knowsUserIds(env)) report('dropped-without-phone', node.test);
}

/** What comes out true as soon as the number is missing. */
function missingIn(raw: Node, env: Env): boolean {
  const test = bare(raw);
  if (test.type === 'LogicalExpression')
    return test.operator === '||' && (missingIn(test.left, env) || missingIn(test.right, env));
  if (test.type === 'UnaryExpression') return test.operator === '!' && isWirePhone(test.argument, env);
  if (test.type !== 'BinaryExpression' || !/^={2,3}$/.test(test.operator)) return false;
  const right = bare(test.right);
  const isNothing = right.type === 'NullLiteral' || nameOf(right) === 'undefined' || nameOf(right) === '';
  return isNothing && isWirePhone(test.left, env);
}

function isWirePhone(node: Node, env: Env): boolean {
  const sight = see(node, env);
  return sight?.is === 'phone' && sight.wire && !sight.sure && !sight.text;
}

function usesUserId(node: Node, env: Env): boolean {
  return /user_id|userId|bsuid/i.test(env.text.slice(node.start ?? 0, node.end ?? 0));
}

/** `messages.filter((one) => one.from)`. */
export function checkFilter(call: Call, { env, report }: Looking): void {
  if (env.context !== 'cloud' || calledName(call) !== 'filter' || !isMember(call.callee)) return;
  const list = see(call.callee.object, env);
  const [by] = call.arguments;
  if (list?.is !== 'list' || by?.type !== 'ArrowFunctionExpression' || by.body.type === 'BlockStatement') return;
  const [parameter] = by.params;
  if (parameter?.type !== 'Identifier') return;
  const inside = {
    ...env,
    scope: {
      names: new Map([[parameter.name, { is: 'object', of: list.of, path: 'one' } as const]]),
      parent: env.scope,
    },
  };
  if (demandsPhone(by.body, inside)) report('filtered-by-phone', by.body);
}

function demandsPhone(raw: Node, env: Env): boolean {
  const node = bare(raw);
  if (node.type === 'LogicalExpression')
    return node.operator === '&&' && (demandsPhone(node.left, env) || demandsPhone(node.right, env));
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return node.argument.type === 'UnaryExpression' && demandsPhone(node.argument.argument, env);
  if (node.type === 'CallExpression')
    return nameOf(node.callee) === 'Boolean' && node.arguments[0] !== undefined && isWirePhone(node.arguments[0], env);
  if (node.type === 'BinaryExpression') {
    const right = bare(node.right);
    return (
      /^!==?$/.test(node.operator) &&
      (right.type === 'NullLiteral' || nameOf(right) === 'undefined') &&
      isWirePhone(node.left, env)
    );
  }
  return isWirePhone(node, env);
}

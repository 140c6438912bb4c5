// What an expression is: from Meta's format where it is read from it, else from its name.

import type { Node } from '@babel/types';
import { isPhoneName, isUserIdName, isWaIdName, isWaUsernameName } from '../names.ts';
import { type Env, lookUp, type PhoneSight, type Role, type Sight } from './scope.ts';

/** Casts, `!` and `await` are no obstacle. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return bare(node.expression);
    case 'AwaitExpression':
      return bare(node.argument);
    default:
      return node;
  }
}

export function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'PrivateName') return node.id.name;
  return undefined;
}

/** The name of a property that is read or written, where it is written down. */
export function propertyOf(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  if (!node.computed) return nameOf(node.property);
  return node.property.type === 'StringLiteral' ? node.property.value : undefined;
}

/** `a.b[0].c`, with aliases undone. */
export function pathOf(raw: Node, env: Env): string {
  const node = bare(raw);
  if (node.type === 'Identifier') return lookUp(env.scope, node.name).sight?.path ?? node.name;
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
    const property = propertyOf(node);
    const index = property ?? env.text.slice(node.property.start ?? 0, node.property.end ?? 0);
    return `${pathOf(node.object, env)}.${index}`;
  }
  return env.text.slice(node.start ?? 0, node.end ?? 0);
}

export function see(raw: Node, env: Env): Sight | undefined {
  const node = bare(raw);
  switch (node.type) {
    case 'Identifier':
      return seeName(node.name, env);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return seeMember(node, env);
    case 'LogicalExpression':
      return node.operator === '&&' ? see(node.right, env) : eitherOf(node.left, node.right, env);
    case 'ConditionalExpression':
      return eitherOf(node.consequent, node.alternate, env);
    case 'TemplateLiteral':
      return asText(first(node.expressions, env));
    case 'BinaryExpression':
      return node.operator === '+' ? asText(first([node.left, node.right], env)) : undefined;
    case 'CallExpression':
    case 'OptionalCallExpression':
      return seeCall(node.callee, node.arguments, env);
    case 'AssignmentExpression':
      return see(node.right, env);
    default:
      return undefined;
  }
}

function first(nodes: readonly Node[], env: Env): Sight | undefined {
  for (const node of nodes) {
    const sight = see(node, env);
    if (sight && sight.is !== 'list' && sight.is !== 'object') return sight;
  }
  return undefined;
}

export function asText(sight: Sight | undefined): Sight | undefined {
  return !sight || sight.is === 'list' || sight.is === 'object' ? undefined : { ...sight, text: true };
}

/** The names Meta's objects go by in programs that read its webhooks. */
const roleNames: readonly (readonly [RegExp, Role])[] = [
  [/^msg$|(^|[a-z_])[mM]essage$/, 'message'],
  [/^(wa|whats[aA]pp)?_?[cC]ontact$/, 'contact'],
  [/^status(Update)?$/, 'status'],
  [/^value$/, 'value'],
];

function seeName(name: string, env: Env): Sight | undefined {
  const { found, sight } = lookUp(env.scope, name);
  if (found) return sight;
  return byName(name, name, env);
}

/** What a name says of itself: parameters, and what comes from elsewhere. */
export function byName(name: string, path: string, env: Env): Sight | undefined {
  if (env.context === 'none') return undefined;
  if (env.context === 'cloud') {
    const role = roleNames.find(([pattern]) => pattern.test(name))?.[1];
    if (role) return { is: 'object', of: role, path };
  }
  if (isUserIdName(name)) return { is: 'user-id', path, text: false };
  if (isWaUsernameName(name)) return { is: 'username', path, text: false };
  return isNamedPhone(name, env) ? phone(name, path, false) : undefined;
}

/** By name alone, `waId` says something only where Meta's format is spoken: elsewhere it may be whatever a provider gives. */
function isNamedPhone(name: string, { context }: Env): boolean {
  return isPhoneName(name) && (context === 'cloud' || !isWaIdName(name));
}

function phone(field: string, path: string, wire: boolean): PhoneSight {
  return { is: 'phone', field, path, wire, sure: false, text: false };
}

function seeMember(node: Node & { object: Node; property: Node; computed: boolean }, env: Env): Sight | undefined {
  const path = pathOf(node, env);
  const owner = see(node.object, env);
  const property = propertyOf(node as Node);
  if (property === undefined || /^\d+$/.test(property))
    return owner?.is === 'list' ? { is: 'object', of: owner.of, path } : undefined;
  return memberOf(owner, property, { path, ownerPath: pathOf(node.object, env) }, env);
}

const webhookOwner = /value|change|entry|body|payload|webhook|notification|event/i;
const answerOwner = /res(ponse|ult)?$|answer|reply|sent|data$|json$/i;
/** What a message is called where WhatsApp is spoken of, in a format of the program's own. */
const saidBySomebody = /^(ctx|msg)$|(^|[a-z_])[mM]essage$/;
const notAPerson =
  /template|button|config|settings|env$|process|card|vcard|business|profile$|metadata|options$|this$|component|fields?$|columns?$|labels?$|names?$|^[a-z]$/i;

/** What `property` of `owner` is. Also asked by destructuring. */
export function memberOf(
  owner: Sight | undefined,
  property: string,
  { path, ownerPath }: { path: string; ownerPath: string },
  env: Env,
): Sight | undefined {
  if (env.context === 'none') return undefined;
  if (env.context === 'cloud') {
    const sight = wireMember(owner, property, path, ownerPath);
    if (sight) return sight;
  }
  if (owner?.is === 'object' && owner.of !== 'contact') return undefined;
  if (owner?.is === 'list') return undefined;
  if (isUserIdName(property)) return { is: 'user-id', path, text: false };
  if (isWaUsernameName(property)) return { is: 'username', path, text: false };
  const last = ownerPath.split('.').at(-1) ?? '';
  if (property === 'from' && saidBySomebody.test(last)) return phone('from', path, false);
  return isNamedPhone(property, env) && !notAPerson.test(last) ? phone(property, path, false) : undefined;
}

function wireMember(owner: Sight | undefined, property: string, path: string, ownerPath: string): Sight | undefined {
  switch (property) {
    case 'messages':
    case 'calls':
    case 'message_echoes':
      return owner?.is === 'object' && owner.of !== 'value' ? undefined : { is: 'list', of: 'message', path };
    case 'contacts':
      if (owner?.is === 'object' && owner.of !== 'value') return undefined;
      if (webhookOwner.test(ownerPath)) return { is: 'list', of: 'contact', path };
      return answerOwner.test(ownerPath) ? { is: 'list', of: 'answered', path } : undefined;
    case 'statuses':
      return { is: 'list', of: 'status', path };
    case 'value':
      return /change/i.test(ownerPath) ? { is: 'object', of: 'value', path } : undefined;
    case 'system':
      return isObject(owner, 'message') ? { is: 'object', of: 'system', path } : undefined;
    case 'profile':
      return isObject(owner, 'contact') || owner === undefined ? { is: 'object', of: 'profile', path } : undefined;
    case 'username':
      return isObject(owner, 'profile') ? { is: 'username', path, text: false } : undefined;
    case 'from':
      return isObject(owner, 'message') ? phone('from', path, true) : undefined;
    case 'wa_id':
      return phone('wa_id', path, true);
    case 'recipient_id':
      return isObject(owner, 'status') ? phone('recipient_id', path, true) : undefined;
    case 'user_id':
    case 'parent_user_id':
      return isObject(owner, 'contact') || isObject(owner, 'system') ? { is: 'user-id', path, text: false } : undefined;
    default:
      return /_user_id$/.test(property) && isUserIdName(property) ? { is: 'user-id', path, text: false } : undefined;
  }
}

function isObject(sight: Sight | undefined, of: Role): boolean {
  return sight?.is === 'object' && sight.of === of;
}

function eitherOf(left: Node, right: Node, env: Env): Sight | undefined {
  const [one, other] = [see(left, env), see(right, env)];
  const both = combined(one, other, !isNothing(right));
  // An empty text can be read like any other, and is the same for everybody.
  return both?.is === 'phone' && isEmptyText(right) ? { ...both, text: true } : both;
}

function isEmptyText(raw: Node): boolean {
  const node = bare(raw);
  return node.type === 'StringLiteral' && node.value === '';
}

/** One or the other. `stands`: the second is something in any case. */
export function combined(one: Sight | undefined, other: Sight | undefined, stands: boolean): Sight | undefined {
  if (one?.is === 'object' || one?.is === 'list') return one;
  if (one && other && other.is !== 'object' && other.is !== 'list') {
    const path = `${one.path}|${other.path}`;
    const text = one.text || other.text;
    if (one.is === 'either' || other.is === 'either') return { is: 'either', first: firstOf(one), path, text };
    if (one.is === 'phone' && other.is === 'phone') return { ...one, path, wire: one.wire || other.wire, text };
    if (one.is !== other.is && one.is !== 'username' && other.is !== 'username')
      return { is: 'either', first: firstOf(one), path, text };
    return one;
  }
  if (one?.is === 'phone') return { ...one, sure: one.sure || stands };
  return one ?? (other?.is === 'phone' ? undefined : other);
}

function firstOf(sight: Sight): 'phone' | 'user-id' {
  if (sight.is === 'either') return sight.first;
  return sight.is === 'phone' ? 'phone' : 'user-id';
}

function isNothing(raw: Node): boolean {
  const node = bare(raw);
  if (node.type === 'NullLiteral') return true;
  if (node.type === 'Identifier') return node.name === 'undefined';
  return isEmptyText(node);
}

const sameText =
  /^(trim|trimStart|trimEnd|toString|replace|replaceAll|slice|substring|substr|toLowerCase|toUpperCase|padStart|concat|normalize)$/;
const shapers = /phone|number|normali[sz]e|clean|format|sanit|digits|strip|e164|encodeURIComponent|msisdn/i;

function seeCall(callee: Node, args: readonly Node[], env: Env): Sight | undefined {
  const method = propertyOf(callee);
  if (method !== undefined && sameText.test(method)) {
    const on = see((callee as Node & { object: Node }).object, env);
    return on && on.is !== 'list' && on.is !== 'object' ? on : undefined;
  }
  if (method === 'at' || method === 'find' || method === 'shift' || method === 'pop') {
    const owner = (callee as Node & { object: Node }).object;
    const on = see(owner, env);
    return on?.is === 'list' ? { is: 'object', of: on.of, path: `${on.path}.0` } : undefined;
  }
  if (method === 'filter' || method === 'slice' || method === 'reverse') {
    const on = see((callee as Node & { object: Node }).object, env);
    return on?.is === 'list' ? on : undefined;
  }
  const name = method ?? nameOf(callee);
  const [argument] = args;
  if (name === undefined || argument === undefined) return undefined;
  if (name === 'String') return asText(see(argument, env));
  return args.length <= 2 && shapers.test(name) && !/^(is|has|valid|check|get|find|fetch|load|create|send)/i.test(name)
    ? asSame(see(argument, env))
    : undefined;
}

/** Shaped by a function whose name says so: still what it was, and never certain to be there. */
function asSame(sight: Sight | undefined): Sight | undefined {
  return sight && sight.is !== 'list' && sight.is !== 'object' ? sight : undefined;
}

// Where a message goes: the number in `to`, the account id in `recipient`, never one in the place of the other.

import type { Node } from '@babel/types';
import { isAddressName, isPhoneName } from '../names.ts';
import { type Call, calledName, isMember, keysOf, type Looking, missingPhone, propertyValue } from './look.ts';
import { knowsUserIds, mayBeMissing } from './scope.ts';
import { bare, nameOf, propertyOf, see } from './see.ts';

/** A message to be sent, by what stands beside `to`. What has `recipient` too leaves the choice to somebody else. */
function isSend(object: Node): boolean {
  const keys = keysOf(object);
  if (keys.includes('recipient')) return false;
  return (
    keys.includes('messaging_product') ||
    (keys.includes('to') && keys.some((key) => /^(type|text|template|body|image|interactive)$/.test(key)))
  );
}

export function checkSend(node: Node & { type: 'ObjectExpression' }, { env, report }: Looking): void {
  if (env.context !== 'cloud') return;
  const to = propertyValue(node, 'to');
  const kind = propertyValue(node, 'recipient_type');
  if (kind?.type === 'StringLiteral' && !/^(individual|group)$/.test(kind.value))
    report('recipient-type-invented', kind);
  if (!to || !isSend(node)) return;
  const sight = see(to, env);
  if (sight?.is === 'user-id' || sight?.is === 'either') report('user-id-in-to', to);
  const hasOther = node.properties.some(({ type }) => type === 'SpreadElement');
  if (sight?.is === 'phone' && sight.wire && mayBeMissing(env, sight) && !hasOther) report('reply-to-from', to);
}

/** `sendText(message.from, …)`. */
export function checkReply(call: Call, { env, report }: Looking): void {
  const [to] = call.arguments;
  if (!to || env.context !== 'cloud' || !/^(send|reply|answer|respond)/i.test(calledName(call))) return;
  const phone = missingPhone(to, env);
  if (phone?.wire && !knowsUserIds(env)) report('reply-to-from', to);
}

const digitsOnly = /^\(?\[?\^?(\\D|\^?0-9|\^?\\d|\^\\d\+|\^\+\\d|\^0-9\+|\^\+0-9|\\s|-|\(|\)|\+|\.|\||\s)+\]?\)?\+?$/;

/** `replace(/\D/g, '')` on what may be an account id: `MY.2026…` becomes somebody's number. */
export function checkDigits(call: Call, { env, above, report }: Looking): void {
  if (!isMember(call.callee) || !/^replace(All)?$/.test(calledName(call)) || env.context === 'none') return;
  const [pattern, replacement] = call.arguments;
  if (pattern?.type !== 'RegExpLiteral' || replacement?.type !== 'StringLiteral' || replacement.value !== '') return;
  if (!digitsOnly.test(pattern.pattern) || !removesLetters(pattern.pattern)) return;
  const subject = call.callee.object;
  const sight = see(subject, env);
  if (sight && sight.is !== 'object' && sight.is !== 'list' && !mayBeMissing(env, sight)) return;
  const isId = sight?.is === 'either' || sight?.is === 'user-id';
  if (!isId && !(env.context === 'cloud' && isAddressed(subject, above))) return;
  if (!isId && isClassified(env)) return;
  report('digits-only-normalizer', call);
}

function removesLetters(pattern: string): boolean {
  return /\\D|\[\^/.test(pattern);
}

/** Is what is cleaned the address of somebody: by its own name, or by where the result goes? */
function isAddressed(raw: Node, above: readonly Node[]): boolean {
  const subject = bare(raw);
  const name = nameOf(subject) ?? propertyOf(subject) ?? '';
  if (isAddressName(name)) return true;
  const around = above.at(-1);
  const goesToTo = around?.type === 'ObjectProperty' && nameOf(around.key) === 'to';
  return goesToTo && isPhoneName(name);
}

/** A function that looks at the kind of id first. */
function isClassified({ around, text }: Looking['env']): boolean {
  return /bsuid|user_id|userId|recipient\s*[:=]|isPhone|includes\('\.'\)|A-Z\]\{2\}/i.test(
    text.slice(around.start ?? 0, around.end ?? 0),
  );
}

/** `if (!/^\d+$/.test(to)) throw …`. */
export function checkDigitsTest(call: Call, { env, above, report }: Looking): void {
  if (env.context !== 'cloud' || !isMember(call.callee)) return;
  const name = calledName(call);
  const [argument] = call.arguments;
  const [pattern, subject] = name === 'test' ? [call.callee.object, argument] : [argument, call.callee.object];
  if (
    (name !== 'test' && name !== 'match') ||
    pattern?.type !== 'RegExpLiteral' ||
    !subject ||
    !isOnlyDigits(pattern.pattern)
  )
    return;
  const sight = see(subject, env);
  const named = nameOf(bare(subject)) ?? propertyOf(bare(subject)) ?? '';
  const isId =
    sight?.is === 'either' ||
    sight?.is === 'user-id' ||
    (sight?.is === 'phone' && sight.wire && mayBeMissing(env, sight));
  if (!isId && !isAddressName(named)) return;
  if (isRefused(above) && !isClassified(env)) report('digits-only-validation', call);
}

/** A pattern that only digits pass, a plus before them perhaps. */
export function isOnlyDigits(pattern: string): boolean {
  return /^\^(\\\+\??|\[\+\]\??|\(\\\+\)\?)?(\[1-9\])?(\\d|\[0-9\])(\+|\*|\{\d+(,\d*)?\})\$$/.test(pattern);
}

/** Whoever does not pass is turned away: `if (!test) throw`, not `test ? one : other`. */
function isRefused(above: readonly Node[]): boolean {
  const nearest = above.findLast(
    ({ type }) => type === 'IfStatement' || type === 'ConditionalExpression' || type === 'ReturnStatement',
  );
  if (nearest?.type === 'ReturnStatement') return true;
  if (nearest?.type !== 'IfStatement' || nearest.alternate) return false;
  return above.some((node) => node.type === 'UnaryExpression' && node.operator === '!') && leaves(nearest.consequent);
}

export function leaves(node: Node): boolean {
  if (/^(Return|Throw|Continue|Break)Statement$/.test(node.type)) return true;
  return node.type === 'BlockStatement' && node.body.some(leaves);
}

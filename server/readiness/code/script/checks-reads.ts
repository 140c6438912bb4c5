// Readers of a number that count on it being there.

import type { Node } from '@babel/types';
import {
  type Call,
  calledName,
  isLogged,
  isMember,
  type Looking,
  type Member,
  missingPhone,
  writtenIn,
} from './look.ts';
import { mayBeMissing } from './scope.ts';
import { bare, pathOf, propertyOf, see } from './see.ts';

const unguarded: Readonly<Record<string, string>> = {
  from: 'from-read-unguarded',
  wa_id: 'wa-id-read-unguarded',
  recipient_id: 'recipient-read-unguarded',
};

/** `message.from.slice(…)`: throws for whoever has none, and takes the rest of the webhook with it. */
export function checkMember(node: Member, { env, above, report }: Looking): void {
  const owner = see(node.object, env);
  if (
    owner?.is === 'phone' &&
    owner.wire &&
    !owner.text &&
    node.type === 'MemberExpression' &&
    mayBeMissing(env, owner)
  ) {
    const name = propertyOf(node) ?? '';
    const call = above.at(-1);
    const reads = call && (call.type === 'CallExpression' || call.type === 'OptionalCallExpression') ? call : undefined;
    if (reads && isCountry(name, reads)) report('country-from-phone', node);
    else report(unguarded[owner.field] ?? 'from-read-unguarded', node);
  }
  if (owner?.is === 'list' && owner.of === 'contact' && node.computed && mayBeMissing(env, owner))
    checkIndex(node, { env, above, report });
  if (owner?.is === 'list' && owner.of === 'answered' && node.computed) checkAnswer({ env, above, report });
}

/** `value.contacts[0].profile`: neither failed statuses nor changed numbers come with `contacts`. */
function checkIndex(node: Member, { env, above, report }: Looking): void {
  if (node.type === 'OptionalMemberExpression') return;
  const list = bare(node.object);
  if (isMember(list) && list.type === 'OptionalMemberExpression') return;
  if (!env.present.has(`${see(node.object, env)?.path}`) && above.length > 0) report('contacts-read-unguarded', node);
}

/** What Meta answers to a send: whoever was addressed by account id has `user_id` there, and no `wa_id`. */
function checkAnswer({ env, above, report }: Looking): void {
  const reader = above.at(-1);
  if (!reader || !isMember(reader) || propertyOf(reader) !== 'wa_id' || env.present.has(pathOf(reader, env))) return;
  const user = above.at(-2);
  const hasOther = user?.type === 'LogicalExpression' && user.left === reader;
  const isAsked = user?.type === 'IfStatement' || user?.type === 'ConditionalExpression';
  if (!hasOther && !isAsked && !isLogged(above)) report('answer-wa-id', reader);
}

function isCountry(name: string, call: Call): boolean {
  const [one, other] = call.arguments;
  if (name === 'startsWith') return one?.type === 'StringLiteral' && /^\+?\d{1,4}$/.test(one.value);
  if (!/^(slice|substring|substr)$/.test(name)) return false;
  return one?.type === 'NumericLiteral' && one.value <= 1 && other?.type === 'NumericLiteral' && other.value <= 4;
}

/** `Number(from)`, `parseInt(waId)`, `String(message.from)`, `parsePhoneNumber(from).country`. */
export function checkConversion(call: Call, { env, above, report }: Looking): void {
  const [argument] = call.arguments;
  if (!argument) return;
  const name = calledName(call);
  const sight = see(argument, env);
  if (!sight || sight.is === 'object' || sight.is === 'list') return;
  if (/^(Number|parseInt|parseFloat|BigInt)$/.test(name)) {
    const isLost =
      sight.is === 'user-id' || sight.is === 'either' || (sight.is === 'phone' && mayBeMissing(env, sight));
    if (isLost) report('id-as-number', call);
    return;
  }
  if (sight.is !== 'phone' || !mayBeMissing(env, sight)) return;
  if (name === 'String' && sight.wire && !isLogged(above)) report('phone-as-text', call);
  if (/country|parsePhoneNumber/i.test(name) && readsCountry(name, above)) report('country-from-phone', call);
}

function readsCountry(name: string, above: readonly Node[]): boolean {
  if (/country/i.test(name)) return true;
  const reader = above.at(-1);
  return reader !== undefined && isMember(reader) && /^country/.test(propertyOf(reader) ?? '');
}

/** `+${message.from}`: a customer called "+undefined", the same for everybody. */
export function checkTemplate(node: Node & { type: 'TemplateLiteral' }, { env, above, report }: Looking): void {
  const [only] = node.expressions;
  if (!only || node.expressions.length !== 1 || isLogged(above)) return;
  if (!/^(\+|whatsapp:\+?|tel:)?\0(@c\.us)?$/.test(writtenIn(node).replace('tel:', '#'))) return;
  const phone = missingPhone(only, env);
  if (phone?.wire) report('phone-as-text', node);
}

/** `+from`: a number of it. */
export function checkPlus(node: Node & { type: 'UnaryExpression' }, { env, report }: Looking): void {
  if (node.operator !== '+') return;
  const sight = see(node.argument, env);
  if (sight?.is === 'either' || sight?.is === 'user-id' || (sight?.is === 'phone' && mayBeMissing(env, sight)))
    report('id-as-number', node);
}

/** `https://wa.me/${phone}`, `tel:${phone}`: a link that leads nowhere. */
export function checkLink(node: Node & { type: 'TemplateLiteral' }, { env, report }: Looking): void {
  for (const [index, expression] of node.expressions.entries()) {
    const before = node.quasis[index]?.value.raw ?? '';
    if (/(wa\.me\/\+?|tel:\+?|api\.whatsapp\.com\/send\/?\?phone=\+?)$/.test(before) && missingPhone(expression, env))
      report('link-needs-phone', node);
  }
}

/** Account ids are given back as they came: not in another case, not in parts. */
export function checkUserId(call: Call, { env, report }: Looking): void {
  const { callee } = call;
  if (!isMember(callee)) return;
  const sight = see(callee.object, env);
  if (sight?.is !== 'user-id' && sight?.is !== 'either') return;
  const name = propertyOf(callee) ?? '';
  if (/^to(Lower|Upper)Case$/.test(name)) report('id-changed-case', call);
  const [one, other] = call.arguments;
  if (name === 'split' && one?.type === 'StringLiteral' && one.value === '.') report('id-taken-apart', call);
  if (/^(slice|substring|substr)$/.test(name) && one?.type === 'NumericLiteral' && one.value > 0 && !other)
    report('id-taken-apart', call);
}

/** `Buffer.from(wamid.slice(6), 'base64')`: the number that used to be inside. */
export function checkWamid(call: Call, { env, report }: Looking): void {
  const name = calledName(call);
  const text = env.text.slice(call.start ?? 0, call.end ?? 0);
  const isDecoded = name === 'atob' || (name === 'from' && /['"]base64(url)?['"]/.test(text));
  if (isDecoded && /wamid|message_?id|msg_?id|messages\[0\]\.id/i.test(text)) report('phone-out-of-wamid', call);
}

/** `number === undefined` aside: two numbers that may both be missing are the same to a program. */
export function checkEquality(node: Node & { type: 'BinaryExpression' }, { env, report }: Looking): void {
  if (!/^[!=]==?$/.test(node.operator)) return;
  if (node.left.type === 'PrivateName') return;
  const [left, right] = [missingPhone(node.left, env), missingPhone(node.right, env)];
  if (!left || !right || left.path === right.path) return;
  if (!left.wire && !right.wire) return;
  report(
    left.field === 'recipient_id' || right.field === 'recipient_id' ? 'status-by-recipient' : 'phones-compared',
    node,
  );
}

/** Words of the webhooks that were changed. */
export function checkEventName(node: Node & { type: 'StringLiteral' }, { env, above, report }: Looking): void {
  if (env.context !== 'cloud') return;
  const around = above.at(-1);
  const isAsked = around?.type === 'SwitchCase' || around?.type === 'BinaryExpression';
  if (node.value === 'user_changed_number' && isAsked && !/user_changed_user_id/.test(env.text))
    report('number-change-by-phone-only', node);
  const isField = isAsked || around?.type === 'ArrayExpression';
  if (
    node.value === 'user_id_update' &&
    isField &&
    !/user_changed_user_id|previous_user_id|system\??\.user_id/.test(env.text)
  )
    report('withdrawn-id-update', node);
}

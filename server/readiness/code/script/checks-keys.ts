// A number, or what changes with it, as what somebody is found by.

import type { Node } from '@babel/types';
import { isPhoneName } from '../names.ts';
import {
  type Call,
  calledName,
  isMember,
  type Looking,
  type Member,
  ownerText,
  propertyValue,
  writtenIn,
  wrongKey,
} from './look.ts';
import { bare, nameOf, propertyOf, see } from './see.ts';

type Wrong = NonNullable<ReturnType<typeof wrongKey>>;

/** The rule for what is wrong, where `phone` has a rule of its own for the place it is used in. */
function ruleFor(wrong: Wrong, place: string): string {
  if (wrong === 'username') return 'username-as-key';
  if (wrong === 'flips') return 'key-flips';
  return wrong === 'recipient' ? 'status-by-recipient' : place;
}

/** `sessions[message.from]`. */
export function checkIndexed(node: Member, { env, above, report }: Looking): void {
  if (!node.computed) return;
  const wrong = wrongKey(node.property, env);
  const owner = env.text.slice(node.object.start ?? 0, node.object.end ?? 0);
  if (wrong && !/^(arguments|process)/.test(owner) && above.length > 0)
    report(ruleFor(wrong, 'phone-as-map-key'), node);
}

/** `{ [message.from]: … }`. */
export function checkComputedKey(node: Node & { type: 'ObjectProperty' }, { env, report }: Looking): void {
  const wrong = node.computed ? wrongKey(node.key, env) : undefined;
  if (wrong) report(ruleFor(wrong, 'phone-as-map-key'), node.key);
}

const keyed =
  /^(get|set|has|delete|add|getItem|setItem|removeItem|hget|hset|hgetall|hdel|hmset|setex|setEx|setnx|psetex|expire|incr|decr|del|exists|unlink|getex|getdel|lpush|rpush|lrange|sadd|smembers|zadd|ttl|put|getOrSet|wrap|take|consume|increment|fetch|remember)$/;
const cacheOwner = /redis|cache|kv$|\bkv\b|storage|memcache|\bstore\b|limiter|ratelimit|throttle|client$/i;
const lockNames = /lock|mutex|semaphore|acquire/i;
const notMaps =
  /searchParams|params|headers|form(Data)?\b|cookies?\b|axios|http|request|\bapi\b|router|app\b|config|\$/i;

/** `redis.get(`chat:${from}`)`, `sessions.has(from)`, `lock(from)`. */
export function checkKeyed(call: Call, { env, report }: Looking): void {
  const [argument] = call.arguments;
  if (!argument) return;
  const name = calledName(call);
  const owner = ownerText(call, env);
  if (
    lockNames.test(name) ||
    (lockNames.test(owner) && /^(run|runExclusive|acquire|with|using|get|lock)$/.test(name))
  ) {
    const locked = argument.type === 'ArrayExpression' ? argument.elements[0] : argument;
    const wrong = locked ? wrongKey(locked, env) : undefined;
    if (wrong) report(ruleFor(wrong, 'phone-as-lock-key'), call);
    return;
  }
  if (!keyed.test(name) || !isMember(call.callee)) return;
  const wrong = wrongKey(argument, env);
  if (!wrong || isAddress(argument)) return;
  const isCache = cacheOwner.test(owner);
  if (!isCache && (notMaps.test(owner) || !/^(get|set|has|delete|add)$/.test(name))) return;
  report(ruleFor(wrong, isCache ? 'phone-as-cache-key' : 'phone-as-map-key'), call);
}

function isAddress(node: Node): boolean {
  return /^(https?:|\/)|\/\0/.test(writtenIn(node));
}

const fileCalls =
  /^(readFile|writeFile|appendFile|createWriteStream|createReadStream|existsSync|readFileSync|writeFileSync|appendFileSync|mkdir|mkdirSync|unlink|unlinkSync|rename|renameSync|open|openSync|access|stat|statSync|rm|rmSync|outputFile|outputJson|writeJson|readJson)$/;

/** Files named by a number. */
export function checkFile(call: Call, { env, above, report }: Looking): void {
  const name = calledName(call);
  const owner = ownerText(call, env);
  const isPath = /^(join|resolve)$/.test(name) && /^(path|posix|win32)$/.test(owner);
  if (!isPath && !fileCalls.test(name)) return;
  const [where] = call.arguments;
  for (const argument of isPath ? call.arguments : where ? [where] : []) {
    if (argument.type === 'CallExpression') continue;
    const wrong = wrongKey(argument, env);
    if (wrong && above.length > 0) {
      report(ruleFor(wrong, 'phone-in-file-name'), call);
      return;
    }
  }
}

const askCalls = /^(fetch|axios|got|ky|request|\$fetch|ofetch|superagent|needle)$/;
const askMethods = /^(get|post|put|patch|delete|head|request)$/;

/** `fetch(`${crm}/contacts/${from}`)`. */
export function checkUrl(call: Call, { env, report }: Looking): void {
  const name = calledName(call);
  const isAsk = isMember(call.callee) ? askMethods.test(name) && isClient(ownerText(call, env)) : askCalls.test(name);
  const [argument] = call.arguments;
  if (isAsk && argument) checkAddress(argument, { env, above: [], report });
}

function isClient(owner: string): boolean {
  return /axios|http|api|client|got|ky|request|crm|fetch|hubspot|\$/i.test(owner);
}

export function checkNewUrl(node: Node & { type: 'NewExpression' }, looking: Looking): void {
  const [argument] = node.arguments;
  if (nameOf(node.callee) === 'URL' && argument) checkAddress(argument, looking);
}

function checkAddress(raw: Node, { env, report }: Looking): void {
  const node = bare(raw);
  if (node.type !== 'TemplateLiteral' && node.type !== 'BinaryExpression') return;
  if (!/[/=]\+?\0/.test(writtenIn(node)) || /wa\.me|api\.whatsapp\.com/.test(writtenIn(node))) return;
  const pieces = node.type === 'TemplateLiteral' ? node.expressions : [node.left, node.right];
  for (const piece of pieces) {
    const wrong = wrongKey(piece, env);
    if (wrong) {
      report(ruleFor(wrong, 'phone-in-url'), node);
      return;
    }
  }
}

const groups =
  /^(MessageGroupId|messageGroupId|PartitionKey|partitionKey|groupId|jobId|orderingKey|MessageDeduplicationId|routingKey|workflowId|singletonKey)$/;
const sessions =
  /^(sessionId|session_id|threadId|thread_id|conversationId|conversation_id|chatId|chat_id|memoryKey|userKey|distinctId|distinct_id)$/;

/** `{ MessageGroupId: from }`, `{ thread_id: from }`. */
export function checkProperty(node: Node & { type: 'ObjectProperty' }, { env, above, report }: Looking): void {
  const name = nameOf(node.key);
  if (name === undefined || node.computed || above.at(-1)?.type === 'ObjectPattern') return;
  const object = above.at(-1);
  const isKafka = name === 'key' && object !== undefined && propertyValue(object, 'value') !== undefined;
  const isGroup = groups.test(name) || isKafka;
  if (!isGroup && !sessions.test(name)) return;
  const wrong = wrongKey(node.value, env);
  if (wrong) report(ruleFor(wrong, isGroup ? 'phone-as-queue-group' : 'phone-as-session-id'), node);
}

/** An id computed from a number. */
export function checkHash(call: Call, { env, report }: Looking): void {
  const name = calledName(call);
  const isHash = /^(md5|sha1|sha256|hash|hashCode|uuidv?[35]|v5|v3|murmur\w*|createId)$/i.test(name);
  const isUpdate = name === 'update' && /create(Hash|Hmac)/.test(ownerText(call, env));
  const [argument] = call.arguments;
  if (!argument || (!isHash && !isUpdate)) return;
  const wrong = wrongKey(argument, env);
  if (wrong) report(ruleFor(wrong, 'id-from-phone'), call);
}

/** `uniqBy(people, 'phone')`, `new Map(people.map((one) => [one.phone, one]))`. */
export function checkDedupe(call: Call, { env, report }: Looking): void {
  const name = calledName(call);
  if (!/^(uniqBy|keyBy|groupBy|indexBy|unionBy|sortedUniqBy)$/.test(name)) return;
  const [, by] = call.arguments;
  if (by && namesPhone(by, { env })) report('dedupe-by-phone', call);
}

export function checkNewMap(node: Node & { type: 'NewExpression' }, { env, report }: Looking): void {
  const [argument] = node.arguments;
  const kind = nameOf(node.callee);
  if ((kind !== 'Map' && kind !== 'Set') || argument?.type !== 'CallExpression' || calledName(argument) !== 'map')
    return;
  const [by] = argument.arguments;
  if (by && namesPhone(by, { env })) report('dedupe-by-phone', node);
}

/** By a word, by a function that reads a number, or by one that answers a pair that begins with it. */
function namesPhone(node: Node, { env }: Pick<Looking, 'env'>): boolean {
  if (env.context === 'none') return false;
  if (node.type === 'StringLiteral') return isPhoneName(node.value);
  if (node.type !== 'ArrowFunctionExpression') return false;
  const body = bare(node.body);
  const key = body.type === 'ArrayExpression' ? body.elements[0] : body;
  if (!key || key.type === 'SpreadElement' || !isMember(bare(key))) return false;
  const sight = see(key, env);
  return sight?.is === 'phone' || isPhoneName(propertyOf(bare(key)) ?? '');
}

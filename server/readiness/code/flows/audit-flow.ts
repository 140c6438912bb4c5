// The audit of what flow builders export: n8n, Node-RED, Make. Steps written as programs are audited as such.

import { parseExpression } from '@babel/parser';
import type { Spot } from '../finding.ts';
import { isPhoneName, isWaIdName } from '../names.ts';
import { auditScript } from '../script/audit-script.ts';
import type { Env, Sight } from '../script/scope.ts';
import { see } from '../script/see.ts';
import { entry, itemsAt, type Tree, textAt } from '../shapes/tree.ts';

type Builder = 'n8n' | 'node-red' | 'make';

export function builderOf(tree: Tree): Builder | undefined {
  if (itemsAt(tree, 'nodes').length > 0 && entry(tree, 'connections')) return 'n8n';
  if (itemsAt(tree, 'flow').some((one) => textAt(one, 'module') !== '')) return 'make';
  const isNodeRed = tree.kind === 'list' && tree.items.some((one) => entry(one, 'wires') && textAt(one, 'type') !== '');
  return isNodeRed ? 'node-red' : undefined;
}

/** `text`: the file, for the places inside of strings. */
export function auditFlow(tree: Tree, builder: Builder, text: string): Spot[] {
  const steps = tree.kind === 'list' ? tree.items : itemsAt(tree, builder === 'make' ? 'flow' : 'nodes');
  return steps.flatMap((step) => auditStep(step, builder, text));
}

function auditStep(step: Tree, builder: Builder, text: string): Spot[] {
  const kind = textAt(step, builder === 'make' ? 'module' : 'type');
  const spots = [...stringsOf(step, [])].flatMap((one) => {
    const name = one.way.at(-1) ?? '';
    if (/^(jsCode|functionCode|func)$/.test(name)) return auditBody(one, text);
    const rule = ruleOf(one, kind, builder);
    return rule ? [{ rule, start: one.tree.start, end: one.tree.end }] : [];
  });
  return [...spots, ...filtersOf(step)];
}

interface Written {
  readonly value: string;
  readonly tree: Tree;
  readonly way: readonly string[];
}

function* stringsOf(tree: Tree, way: readonly string[]): Generator<Written> {
  if (tree.kind === 'value' && typeof tree.value === 'string') yield { value: tree.value, tree, way };
  if (tree.kind === 'list') for (const item of tree.items) yield* stringsOf(item, way);
  if (tree.kind === 'map') for (const { key, value } of tree.entries) yield* stringsOf(value, [...way, key]);
}

/** A step that is a program: audited, its places brought back to the file. */
function auditBody({ value, tree }: Written, text: string): Spot[] {
  const places = unescaped(text.slice(tree.start + 1, tree.end - 1));
  return (auditScript('step.js', value, /wa_id|messages|from/.test(value) ? 'cloud' : 'none') ?? []).map(
    ({ rule, start, end }) => ({
      rule,
      start: tree.start + 1 + (places[start] ?? 0),
      end: tree.start + 1 + (places[end] ?? places.length),
    }),
  );
}

/** For every character of a JSON string, where it stands as it is written. */
function unescaped(raw: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < raw.length; ) {
    places.push(at);
    at += raw[at] !== '\\' ? 1 : raw[at + 1] === 'u' ? 6 : 2;
  }
  return places;
}

const databases =
  /postgres|mysql|mongo|supabase|airtable|googleSheets|google-sheets|hubspot|pipedrive|salesforce|baserow|notion|nocodb|dataTable|datastore|zoho/i;
const memories = /redis|memory|datastructure/i;

/** What is wrong with a number where a step uses it. */
function ruleOf(written: Written, kind: string, builder: Builder): string | undefined {
  const name = written.way.at(-1) ?? '';
  const isMatched = /^(columnToMatchOn|matchingColumns|fieldsToCompare|keyName|lookupColumn|columnNames)$/.test(name);
  if (isMatched && written.value.split(',').some((one) => isPhoneName(one.trim())))
    return /removeDuplicates|aggregate/i.test(kind) || name === 'fieldsToCompare'
      ? 'flow-dedupe-by-phone'
      : 'flow-lookup-by-phone';
  const sight = sightIn(written.value, builder);
  if (sight?.is === 'username') return memories.test(kind) || isSession(name) ? 'username-as-key' : undefined;
  if (sight?.is === 'either' || sight?.is === 'user-id') return isRecipient(name) ? 'user-id-in-to' : undefined;
  if (sight?.is !== 'phone' || sight.sure) return undefined;
  if (isRecipient(name)) return 'flow-reply-to-from';
  if (memories.test(kind) || isSession(name)) return 'flow-session-by-phone';
  if (/^(url|uri|endpoint)$/i.test(name)) return 'flow-phone-in-url';
  if (/^(fileName|file_?name|path|filePath)$/i.test(name)) return 'flow-phone-in-file-name';
  const isQuery = /where|filter|condition|query|lookup|keyValue|search|formula/i.test(written.way.join(' '));
  return databases.test(kind) && isQuery ? 'flow-lookup-by-phone' : undefined;
}

function isRecipient(name: string): boolean {
  return /^(recipientPhoneNumber|to|recipient_?phone(_?number)?|phoneNumber|toNumber)$/i.test(name);
}

function isSession(name: string): boolean {
  return /^(sessionKey|sessionId|session_?id|threadId|conversationId|memoryKey|key)$/i.test(name);
}

/** What the expressions of a string come to. */
function sightIn(value: string, builder: Builder): Sight | undefined {
  if (builder === 'n8n' && !value.startsWith('=')) return undefined;
  for (const [, inside = ''] of value.matchAll(/\{\{([\s\S]*?)\}\}/g)) {
    const sight = builder === 'n8n' ? seeExpression(inside.trim()) : seeMustache(inside);
    if (sight) return sight;
  }
  return undefined;
}

function seeExpression(text: string): Sight | undefined {
  const env = {
    context: 'cloud',
    text,
    scope: { names: new Map(), parent: undefined },
    present: new Set<string>(),
  } as const;
  try {
    const node = parseExpression(text);
    const sight = see(node, { ...env, around: node } as Env);
    return sight?.is === 'list' || sight?.is === 'object' ? undefined : sight;
  } catch {
    return undefined;
  }
}

/** `{{1.messages[1].from}}`, `{{payload.entry.0.changes.0.value.contacts.0.wa_id}}`. */
function seeMustache(text: string): Sight | undefined {
  const hasOther = /ifempty|user_id/i.test(text);
  const phone = /(^|[.;\]])(messages(\[\d*\]|\.\d+)?\.from|wa_id|recipient_id)\b/.test(text);
  return phone && !hasOther
    ? { is: 'phone', field: 'from', path: text, wire: true, sure: false, text: true }
    : undefined;
}

/** Conditions that let only those with a number go on: n8n's `if` and `filter`, and Make's filters. */
function filtersOf(step: Tree): Spot[] {
  const conditions = [...mapsWith(step, 'leftValue'), ...mapsWith(step, 'value1'), ...mapsWith(step, 'a')];
  return conditions.flatMap((condition) => {
    const asked = textAt(condition, 'leftValue') || textAt(condition, 'value1') || textAt(condition, 'a');
    const operation =
      textAt(entry(condition, 'operator'), 'operation') || textAt(condition, 'operation') || textAt(condition, 'o');
    const sight = asked.startsWith('=') ? sightIn(asked, 'n8n') : sightIn(asked, 'make');
    const isThere = /^(exists?|notEmpty|isNotEmpty|exist)$/i.test(operation);
    const isPhone = sight?.is === 'phone' && (sight.wire || isWaIdName(sight.field));
    return isPhone && isThere
      ? [{ rule: 'flow-filter-on-phone', start: condition.start, end: condition.start + 1 }]
      : [];
  });
}

function* mapsWith(tree: Tree, key: string): Generator<Tree> {
  if (tree.kind === 'map') {
    if (entry(tree, key)?.kind === 'value') yield tree;
    for (const { value } of tree.entries) yield* mapsWith(value, key);
  }
  if (tree.kind === 'list') for (const item of tree.items) yield* mapsWith(item, key);
}

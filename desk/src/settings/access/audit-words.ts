// What the audit log says, in the reader's language. It keeps codes; those have words here, and a name, a count or a code newer
// than these words stands as it was kept.

import type { AuditEntry } from '@throughline/contract';
import { audit } from '../../words/en/audit.ts';
import { listText } from '../../words/lists.ts';
import { say } from '../../words/say.tsx';
import { fullTime } from '../../words/time.ts';
import { isRoleName, roleName } from './roles.ts';

type Kept = AuditEntry['detail'][string];
type AuditKey = keyof typeof audit;
type DetailKey = Extract<AuditKey, `audit.with.${string}`>;
type ValueKey = Extract<AuditKey, `audit.value.${string}`>;

const ids = /^[0-9a-f-]{36}$/;
const roles = new Set(['role', 'roles']);
/** What people call their own things: no code, whatever it looks like. */
const names = new Set(['passkey']);
/** Acts of which the name is kept that a thing had before. */
const renaming = new Set<AuditEntry['act']>(['tag_changed', 'field_changed']);

/** What was kept of an act, a line each. Ids are for programs and stand in the export alone. */
export function detailWords({ act, detail }: AuditEntry): string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    const key = `audit.with.${name}`;
    if (value === null || ids.test(String(value)) || !isDetailKey(key)) return [];
    if (name === 'before' && renaming.has(act)) return [say(key, { value: String(value) })];
    const ofRoles = roles.has(name) || (name === 'before' && act !== 'setting_changed');
    return [say(key, { value: ofRoles ? roleWords(value) : valueWords(name, value) })];
  });
}

function roleWords(value: Kept): string {
  const said = [value].flat().map((one) => (isRoleName(one) ? roleName(one) : String(one)));
  return said.length === 0 ? say('audit.value.nobody') : listText(said);
}

function valueWords(name: string, value: Kept): string {
  if (name === 'expiresAt') return fullTime(String(value));
  if (names.has(name)) return String(value);
  if (Array.isArray(value) && value.length === 0) return say('audit.value.nobody');
  return listText([value].flat().map((one) => (isRoleName(one) ? roleName(one) : partWords(String(one)))));
}

/** A code, or `name: code`. */
function partWords(text: string): string {
  const at = text.indexOf(': ');
  if (at < 0) return codeWords(text);
  return say('audit.named', { name: codeWords(text.slice(0, at)), value: codeWords(text.slice(at + 2)) });
}

function codeWords(code: string): string {
  const key = `audit.value.${code}`;
  return isValueKey(key) ? say(key) : code;
}

const isDetailKey = (key: string): key is DetailKey => Object.hasOwn(audit, key);
const isValueKey = (key: string): key is ValueKey => Object.hasOwn(audit, key);

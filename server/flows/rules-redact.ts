// One person out of what speaks of several: JSON as Meta sent it, without what is theirs. Pure.
//
// Kinds of webhooks come that nobody has read yet, so nothing here knows their fields. What is removed is the smallest element of a list
// that speaks of the person: a message of theirs, a status, a profile; of a message of somebody else's that shows their card, the card.

import { type E164, phoneKeyOf } from '@throughline/identity';
import type { Subject } from '../subject.ts';

export interface Sought {
  /** Account ids and parent ids: theirs whenever they are met. */
  readonly accountIds: readonly string[];
  /** Theirs for a time. */
  readonly phones: readonly { key: string; digits: readonly string[]; from: number; until: number }[];
}

export function soughtOf(subject: Subject): Sought {
  return {
    accountIds: [...subject.bsuids, ...subject.parents],
    phones: subject.phones.map(({ key, phone, from, until }) => ({
      key,
      digits: [...new Set([phone, key].map((one) => one.slice(1)))],
      from: from === '-infinity' ? -Infinity : Date.parse(from),
      until: until === 'infinity' ? Infinity : Date.parse(until),
    })),
  };
}

/** As PostgreSQL and JavaScript read it alike: text in which any of them may stand, in whatever spelling. Finds too much, never too little. */
export function soughtPattern({ accountIds, phones }: Sought): string | undefined {
  const spelled = phones.flatMap(({ digits }) => digits.map((one) => [...one.slice(-8)].join('[^0-9]{0,3}')));
  const parts = [...accountIds.map((id) => id.replaceAll(/[^A-Za-z0-9]/g, '\\$&')), ...spelled];
  return parts.length === 0 ? undefined : [...new Set(parts)].join('|');
}

/** Whether it speaks of the person, at that moment or at the moment it names itself. */
export function speaksOf(value: unknown, sought: Sought, at: number): boolean {
  if (typeof value === 'string') return isTheirs(value, sought, at);
  if (typeof value === 'number') return isTheirs(String(value), sought, at);
  if (typeof value !== 'object' || value === null) return false;
  const moment = momentIn(value) ?? at;
  return Object.values(value).some((inner) => speaksOf(inner, sought, moment));
}

/** The same without the smallest elements of lists that speak of them. `removed` counts those; what still speaks of them is in no list. */
export function without<T>(value: T, sought: Sought, at: number): { value: T; removed: number } {
  if (typeof value !== 'object' || value === null) return { value, removed: 0 };
  if (Array.isArray(value)) {
    const parts = value.map((element) =>
      isCard(element) ? { value: element as unknown, removed: 0 } : without(element as unknown, sought, at),
    );
    const kept = parts.filter((part) => !speaksOf(part.value, sought, at));
    const removed = parts.length - kept.length + kept.reduce((sum, part) => sum + part.removed, 0);
    return { value: kept.map((part) => part.value) as T, removed };
  }
  const moment = momentIn(value) ?? at;
  const parts = Object.entries(value).map(([key, inner]) => ({ key, ...without(inner as unknown, sought, moment) }));
  return {
    value: Object.fromEntries(parts.map((part) => [part.key, part.value])) as T,
    removed: parts.reduce((sum, part) => sum + part.removed, 0),
  };
}

/** A card with a number of theirs is about them as a whole, not its number alone. */
function isCard(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 'phones' in element;
}

/** When it happened, by itself or by the earliest thing in it: profiles and threads carry no time of their own. Milliseconds. */
function momentIn(value: object): number | undefined {
  const own = 'timestamp' in value ? Number(value.timestamp) : Number.NaN;
  if (Number.isFinite(own) && own > 0) return own < 1e11 ? own * 1000 : own;
  const inner = Object.values(value).flatMap((one) =>
    typeof one === 'object' && one !== null ? (momentIn(one as object) ?? []) : [],
  );
  return inner.length > 0 ? Math.min(...inner) : undefined;
}

/** A number in whatever spelling, with or without its country; an account id; or a message id with either inside. */
function isTheirs(text: string, sought: Sought, at: number): boolean {
  if (text.startsWith('wamid.'))
    return isTheirsInside(Buffer.from(text.slice(6), 'base64').toString('latin1'), sought, at);
  if (sought.accountIds.some((id) => names(text, id))) return true;
  const digits = text.replaceAll(/[\s().+\-/]/g, '');
  if (!/^\d{7,20}$/.test(digits)) return false;
  const whole = phoneKeyOf(`+${digits}` as E164);
  const national = digits.replace(/^0+/, '');
  return heldAt(sought, at).some(
    (phone) =>
      phone.key === whole ||
      (national.length >= 8 && !text.startsWith('+') && phone.digits.some((one) => one.endsWith(national))),
  );
}

/** Also for what is not JSON. */
export function isTheirsInside(text: string, sought: Sought, at: number): boolean {
  return (
    sought.accountIds.some((id) => names(text, id)) ||
    heldAt(sought, at).some(({ digits }) => digits.some((one) => text.includes(one)))
  );
}

/** As a word of its own: one id may begin another. */
function names(text: string, id: string): boolean {
  for (let from = text.indexOf(id); from !== -1; from = text.indexOf(id, from + 1)) {
    const around = (text[from - 1] ?? ' ') + (text[from + id.length] ?? ' ');
    if (!/[A-Za-z0-9]/.test(around)) return true;
  }
  return false;
}

function heldAt({ phones }: Sought, at: number) {
  return phones.filter(({ from, until }) => from <= at && at < until);
}

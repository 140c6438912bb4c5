// What an erased person is recognized by when something old about them comes late: keyed hashes, never the identifiers themselves. Even
// a salted hash would not do: every possible mobile number can be tabulated.

import { type E164, type PhoneKey, parseE164, phoneKeyOf } from '@throughline/identity';
import type { Party, WebhookItem } from '@throughline/whatsapp';
import type { Keyed } from './rules-chain.ts';

export const markOf = {
  phone: (key: PhoneKey, keyed: Keyed) => keyed(`erased phone ${key}`),
  account: (value: string, keyed: Keyed) => keyed(`erased account ${value}`),
  /** A message or a call, by Meta's id. */
  item: (id: string, keyed: Keyed) => keyed(`erased item ${id}`),
};

/** A time under one mark, both ends included; milliseconds. */
export interface Watermark {
  mark: string;
  from: number;
  until: number;
}

/** What an item may be recognized by. */
export interface Signs {
  /** Of the item itself: whatever its time. */
  items: string[];
  accounts: string[];
  phones: string[];
  /** Accounts as they are, to ask whether one is known to be somebody else. */
  values: string[];
}

export function signsOf(item: WebhookItem, keyed: Keyed): Signs {
  const of = (parties: readonly Party[], ids: readonly string[]): Signs => ({
    items: ids.map((id) => markOf.item(id, keyed)),
    accounts: parties.flatMap(accountsOf).map((value) => markOf.account(value, keyed)),
    phones: parties.flatMap(({ phone }) => (phone ? [markOf.phone(phoneKeyOf(phone), keyed)] : [])),
    values: parties.flatMap(accountsOf),
  });
  switch (item.kind) {
    case 'message':
      return of([item.from], [item.wamid]);
    case 'echo':
      return of([item.to], [item.wamid]);
    case 'status':
      return of([item.recipient], [item.wamid]);
    case 'rotation':
      return of([item.previous, item.current], [item.eventId]);
    case 'call':
      return of([item.party], [item.callId]);
    case 'preference':
      return of([item.from], []);
    case 'app-contact':
      return of([item.party], []);
    case 'template':
      return of([], []);
    case 'other':
    case 'unreadable':
      return signsIn(item.value, keyed);
  }
}

function accountsOf({ bsuid, parent }: Party): string[] {
  return [...(bsuid ? [bsuid] : []), ...(parent ? [parent] : [])];
}

/** Of what nobody can read, and of cards: everything in it that looks like one of Meta's ids for somebody. */
export function signsIn(value: unknown, keyed: Keyed): Signs {
  const signs: Signs = { items: [], accounts: [], phones: [], values: [] };
  for (const text of textsIn(value)) {
    if (/^(wamid|wacid)\./.test(text)) signs.items.push(markOf.item(text, keyed));
    else if (/^[A-Z]{2}\.[\w.]+$/.test(text)) signs.accounts.push(markOf.account(text, keyed));
    else {
      const phone = phoneIn(text);
      if (phone) signs.phones.push(markOf.phone(phoneKeyOf(phone), keyed));
    }
  }
  return signs;
}

function phoneIn(text: string): E164 | undefined {
  const plain = text.replaceAll(/[\s().\-/]/g, '');
  return /^\+?\d{7,15}$/.test(plain) ? parseE164(plain.startsWith('+') ? plain : `+${plain}`) : undefined;
}

/** @param depth what is nested deeper than any webhook is not looked at. */
function* textsIn(value: unknown, depth = 0): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null || depth > 32) return;
  for (const one of Object.values(value)) yield* textsIn(one, depth + 1);
}

/**
 * Whether an item is about somebody erased. Its account decides before its phone: a number changes hands, and what comes under the
 * account of somebody known (`others`) is theirs. `at` 0: a time nobody gave, which is old.
 */
export function isErased(
  { items, accounts, phones, values }: Signs,
  at: number,
  { marks, others }: { marks: ReadonlyMap<string, readonly Watermark[]>; others: ReadonlySet<string> },
): boolean {
  const under = (mark: string) => isUnder(marks.get(mark), at);
  if (items.some((mark) => marks.has(mark)) || accounts.some(under)) return true;
  return phones.some(under) && !values.some((value) => others.has(value));
}

function isUnder(watermarks: readonly Watermark[] = [], at: number): boolean {
  return watermarks.some(({ from, until }) => at === 0 || (from <= at && at <= until));
}

/** Whether what somebody else sent at that time shows somebody erased: a card of theirs, by its numbers and account ids. */
export function showsErased(
  { accounts, phones }: Signs,
  at: number,
  marks: ReadonlyMap<string, readonly Watermark[]>,
): boolean {
  return [...accounts, ...phones].some((mark) => isUnder(marks.get(mark), at));
}

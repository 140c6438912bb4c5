// What a person is given of an event: what it told of them, and of whoever they were taken for only that there was one. Pure.

import type { Subject } from '../subject.ts';

type Row = Readonly<Record<string, unknown>>;
type Owning = Pick<Subject, 'contactIds' | 'conversations' | 'retiredConversations' | 'bsuids'>;

/** Told of a contact as it then was: other people's, where it was made of other people too. */
const ofTheContact: readonly string[] = ['contact', 'identifier', 'joined', 'into', 'changed'];
const ofTheThread: readonly string[] = ['conversation', 'message', 'call', 'assignee', 'by'];

/** Undefined where nothing of it is theirs. `accounts`: those of the contact when it was told; null where it had none. */
export function eventGiven(row: Row, subject: Owning): Row | undefined {
  const { contactIds, conversations, retiredConversations, bsuids } = subject;
  const { accounts: told, ...rest } = row;
  const accounts = Array.isArray(told) ? told : [];
  const isTheirContact =
    accounts.length > 0 ? accounts.every((one) => bsuids.includes(one)) : contactIds.includes(String(row.contact_id));
  const thread = row.conversation_id ?? undefined;
  const isTheirThread =
    thread === undefined ? isTheirContact : [...conversations, ...retiredConversations].includes(String(thread));
  if (!isTheirContact && !isTheirThread) return undefined;
  const without = new Set([...(isTheirContact ? [] : ofTheContact), ...(isTheirThread ? [] : ofTheThread)]);
  const data = Object.entries((row.data ?? {}) as Row).filter(([part]) => !without.has(part));
  return { ...rest, data: Object.fromEntries(data), ...(isTheirContact && { accounts: told }) };
}

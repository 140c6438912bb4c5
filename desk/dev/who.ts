// Who is who in the pretend town: merging, splitting, and what explains it. As much as the desk needs to be tried, and
// no rule of the real thing.

import { randomUUID } from 'node:crypto';
import type {
  Account,
  Contact,
  ContactSummary,
  Explanation,
  ExplanationStep,
  IdentityChange,
  NoticeItem,
  Said,
} from '@throughline/contract';
import type { Town } from './town-state.ts';

const day = 86_400_000;

export function contactNow(town: Town, id: string): Contact | undefined {
  const contact = town.contacts.get(town.aliases.get(id) ?? id);
  if (!contact) return undefined;
  const questions = town.reviews.filter(
    ({ state, contact: one, other }) => state === 'open' && (one.id === contact.id || other?.id === contact.id),
  ).length;
  return { ...contact, questions };
}

export function summaryOf({ id, displayName, identifier, numberHidden }: Contact): ContactSummary {
  return { id, displayName, identifier, numberHidden };
}

export const made = (contact: Contact) => ({ ...summaryOf(contact), accounts: contact.accounts });

export function change(before: Contact[], after: Contact[], more: Partial<IdentityChange>): IdentityChange {
  const none = { applied: false, word: null, refused: null, warnings: [], moves: [] };
  return { ...none, before: before.map(made), after: after.map(made), ...more };
}

/** What the two would be as one. */
export function mergedOf(keeps: Contact, joins: Contact): Contact {
  return {
    ...keeps,
    accounts: [...keeps.accounts, ...joins.accounts],
    phones: [...keeps.phones, ...joins.phones],
    mergedFrom: [...keeps.mergedFrom, joins.id],
  };
}

export function merge(town: Town, keeps: Contact, joins: Contact, reason: string): string {
  const { id: kept } = keeps;
  town.contacts.set(kept, mergedOf(keeps, joins));
  town.contacts.delete(joins.id);
  town.aliases.set(joins.id, kept);
  const moved = move(town, joins.id, kept);
  const title = `${isolated(keeps.displayName)} and ${isolated(joins.displayName)} are one person.`;
  tell(town, [kept], 'contacts_merged', title, `Maya Kamau: “${reason}”`);
  return say(town, { type: 'merge', title, reason, contacts: [kept, joins.id] }, () => {
    town.aliases.delete(joins.id);
    town.contacts.set(kept, keeps);
    town.contacts.set(joins.id, joins);
    for (const id of moved) giveTo(town, id, joins.id);
    tell(town, [kept, joins.id], 'taken_back', 'Taken back: they are two people again.', 'Maya Kamau.');
  });
}

/** The account out of the contact, as a contact of its own: what stays, and what goes. */
export function apartOf(contact: Contact, account: Account): [Contact, Contact] {
  const accounts = contact.accounts.filter(({ id }) => id !== account.id);
  const phones = accounts.flatMap((one) => one.phones);
  const { displayName, identifier } = account;
  const goes: Contact = {
    ...contact,
    id: randomUUID(),
    displayName,
    identifier,
    numberHidden: identifier.kind === 'username',
    accounts: [account],
    phones: account.phones,
    mergedFrom: [],
    related: [],
  };
  const first = accounts[0] as Account;
  const shown = {
    displayName: first.displayName,
    identifier: first.identifier,
    numberHidden: first.identifier.kind === 'username',
  };
  return [{ ...contact, ...shown, accounts, phones }, goes];
}

export function split(town: Town, contact: Contact, account: Account, reason: string): string {
  const [stays, goes] = apartOf(contact, account);
  town.contacts.set(stays.id, stays);
  town.contacts.set(goes.id, goes);
  const moved = [...town.accountOfThread].flatMap(([id, of]) => (of === account.id ? [id] : []));
  for (const id of moved) giveTo(town, id, goes.id);
  const title = `${isolated(goes.displayName)} is somebody else than ${isolated(stays.displayName)}.`;
  tell(town, [stays.id, goes.id], 'contacts_split', title, `Maya Kamau: “${reason}”`);
  return say(town, { type: 'split', title, reason, contacts: [stays.id, goes.id] }, () => {
    town.contacts.set(contact.id, contact);
    town.contacts.delete(goes.id);
    town.aliases.set(goes.id, contact.id);
    for (const id of moved) giveTo(town, id, contact.id);
    tell(town, [contact.id], 'taken_back', 'Taken back: they are one person again.', 'Maya Kamau.');
  });
}

export function keepApart(town: Town, one: Contact, other: Contact, reason: string): string {
  const title = `${isolated(one.displayName)} and ${isolated(other.displayName)} are never the same person.`;
  tell(town, [one.id, other.id], 'kept_apart', title, `Maya Kamau: “${reason}”`);
  return say(town, { type: 'never-merge', title, reason, contacts: [one.id, other.id] }, () => undefined);
}

export function explain(town: Town, contact: Contact, asOf: string | null): Explanation {
  const before = (at: string) => asOf === null || at <= asOf;
  const steps = contact.accounts.flatMap((account) => stepsOf(account)).sort((a, b) => a.at.localeCompare(b.at));
  const known = steps.filter(({ at }) => before(at));
  const said = town.said.filter(({ contacts, at }) => contacts.includes(contact.id) && before(at));
  const then = known.at(-1)?.accountId;
  const accounts = asOf === null ? contact.accounts : contact.accounts.filter(({ id }) => id === then);
  return {
    contactId: contact.id,
    asOf,
    known: known.length > 0,
    displayName: contact.displayName,
    accounts: known.length === 0 ? [] : accounts,
    steps: known,
    said: said.map(({ contacts, takeBack, ...word }): Said => word),
    comparison: null,
  };
}

function stepsOf(account: Account): ExplanationStep[] {
  const step = (at: string, rule: string, type: string, title: string, detail: string): ExplanationStep => ({
    id: `${account.id}-${rule}-${type}`,
    at,
    receivedAt: at,
    rule,
    type,
    title,
    detail,
    accountId: account.id,
    tellApart: type === 'adopted',
  });
  const name = isolated(account.displayName);
  const hidden = account.phones.find(({ role }) => role === 'hidden');
  const first = step(
    account.firstSeenAt,
    'R3',
    'seen',
    `${name} wrote for the first time.`,
    'Only a number was known.',
  );
  const later = new Date(Date.parse(account.firstSeenAt) + 90 * day).toISOString();
  const adopted = {
    ...step(
      later,
      'R10',
      'adopted',
      'WhatsApp told which account writes from the number.',
      'It had been quiet for 90 days, within the limit of 365, and nothing spoke against it: so what was written before is theirs.',
    ),
    receivedAt: new Date(Date.parse(later) + 3 * day).toISOString(),
  };
  if (account.phones.length === 0)
    return [
      step(
        account.firstSeenAt,
        'R6',
        'seen',
        `${name} wrote for the first time.`,
        'From a WhatsApp account that shows no number.',
      ),
    ];
  if (!hidden) return [first, adopted];
  return [
    first,
    adopted,
    step(
      hidden.until ?? account.lastSeenAt,
      'R7',
      'username_adopted',
      `${name} took a username, and the number is hidden since.`,
      'It is the same WhatsApp account.',
    ),
  ];
}

function say(town: Town, word: Pick<Said, 'type' | 'title' | 'reason'> & { contacts: string[] }, takeBack: () => void) {
  const id = randomUUID();
  town.said.push({ id, at: new Date().toISOString(), by: 'Maya Kamau', stands: true, ...word, takeBack });
  return id;
}

function move(town: Town, from: string, to: string): string[] {
  const moved = [...town.conversations.values()].filter(({ contactId }) => contactId === from).map(({ id }) => id);
  for (const id of moved) giveTo(town, id, to);
  return moved;
}

function giveTo(town: Town, conversationId: string, contactId: string): void {
  const conversation = town.conversations.get(conversationId);
  if (!conversation) return;
  town.conversations.set(conversationId, {
    ...conversation,
    contactId,
    contact: { ...conversation.contact, id: contactId },
  });
  town.changed({ kind: 'conversation', id: conversationId, contactId });
}

function tell(town: Town, contacts: string[], type: NoticeItem['type'], title: string, detail: string): void {
  for (const { id, contactId } of town.conversations.values()) {
    if (!contacts.includes(contactId)) continue;
    const at = new Date().toISOString();
    const base = { id: randomUUID(), conversationId: id, at, direction: 'none', rule: 'R30' } as const;
    town.items.get(id)?.push({ kind: 'notice', ...base, type, title, detail });
    town.changed({ kind: 'conversation', id, contactId });
  }
  for (const id of contacts) town.changed({ kind: 'contact', id });
}

/** A name between marks that keep its direction to itself. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

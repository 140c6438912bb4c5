// What a contact is made of: WhatsApp accounts, and histories of numbers whose account is not known. As agents may see them.

import type { Account, ContactSummary } from '@throughline/contract';
import {
  type ContactId,
  type Holder,
  type HolderId,
  isEra,
  present,
  presentContact,
  type State,
} from '@throughline/identity';
import { spokenPhone } from '../words/phones.ts';
import { sentence, type Value } from '../words/sentence.ts';

/** Threads by holder, where it has any. */
export type ThreadCounts = ReadonlyMap<HolderId, number>;

/** Those of a contact, the one last seen first. The id of an account is that of the contact it was born with, which is its own for ever. */
export function accountsIn(state: State, contactId: ContactId, threads: ThreadCounts): Account[] {
  return state.holders
    .filter((holder) => holder.contactId === contactId)
    .sort((a, b) => b.last.at - a.last.at || (a.id < b.id ? -1 : 1))
    .map((holder) => accountOf(state, holder, threads.get(holder.id) ?? 0));
}

function accountOf(state: State, holder: Holder, threads: number): Account {
  const shown = present(state, { ...holder, contactId: holder.ownContactId });
  return {
    id: holder.ownContactId,
    kind: isEra(state, holder.id) ? 'number' : 'account',
    identifier: shown.identifier,
    displayName: spokenName(shown.displayName, shown.identifier),
    phones: shown.phones.map((phone) => ({
      value: phone.value,
      role: phone.role,
      from: iso(phone.from),
      until: phone.until === null ? null : iso(phone.until),
    })),
    firstSeenAt: iso(holder.born.at),
    lastSeenAt: iso(holder.last.at),
    threads,
  };
}

export type Made = ContactSummary & { accounts: Account[] };

/** A contact as a state shows it, which need not be stored. */
export function madeIn(state: State, contactId: ContactId, threads: ThreadCounts): Made | undefined {
  const shown = presentContact(state, contactId);
  if (!shown) return undefined;
  return {
    id: contactId,
    displayName: spokenName(shown.displayName, shown.identifier),
    identifier: shown.identifier,
    numberHidden: shown.hiddenSince !== null,
    accounts: accountsIn(state, contactId, threads),
  };
}

/** What `contacts` has for each person, by the names below. */
export interface SummaryRow {
  id: string;
  displayName: string;
  identifierKind: ContactSummary['identifier']['kind'];
  identifierValue: string;
  hidden: boolean;
}

export function summaryOf({ id, displayName, identifierKind, identifierValue, hidden }: SummaryRow): ContactSummary {
  const identifier = { kind: identifierKind, value: identifierValue };
  return { id, displayName: spokenName(displayName, identifier), identifier, numberHidden: hidden };
}

/** Somebody known by nothing but a number is called by it as people write it. */
function spokenName(name: string, { kind, value }: ContactSummary['identifier']): string {
  return kind === 'phone' && name === value ? spokenPhone(name) : name;
}

type Called = Pick<ContactSummary, 'displayName' | 'identifier'>;

/** In a sentence: the name, or the number where there is nothing else. */
export function called({ displayName, identifier: { kind, value } }: Called): Value {
  return kind === 'phone' && displayName === spokenPhone(value) ? { phone: value } : displayName;
}

/** "Ana Prueba (@ana.prueba)", "+1 555 000 2222": the name, with what tells this one from others of that name. */
export function calledInFull(one: Called): Value {
  const { kind, value } = one.identifier;
  const shown = kind === 'phone' ? { phone: value } : kind === 'username' ? `@${value}` : value;
  const name = called(one);
  return name === shown || typeof name === 'object' ? name : sentence('person.in_full', { name, identifier: shown });
}

const iso = (ms: number) => new Date(ms).toISOString();

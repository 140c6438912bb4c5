// Sentences agents read. Short, from the customer's side, and never a backend id.

import type { NoticeFact } from '@throughline/identity';
import { explainError } from '@throughline/whatsapp';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number as people write it: "+1 555 000 2222"; as it came where no plan is known. */
export function spokenPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}

export interface Words {
  title: string;
  detail: string;
}

const sameAccount = 'It is the same WhatsApp account, so this conversation simply goes on.';

/** `displayName` is the person's best name. */
export function noticeWords(fact: NoticeFact, displayName: string): Words {
  const name = isolated(displayName);
  switch (fact.type) {
    case 'username_adopted':
      return fact.hidden
        ? {
            title: `${name} now writes as @${fact.username}.`,
            detail: `Their number is hidden from now on. ${sameAccount}`,
          }
        : {
            title: `${name} now has the username @${fact.username}.`,
            detail: `Their number is still visible. ${sameAccount}`,
          };
    case 'username_changed':
      return {
        title: `${name} changed their username to @${fact.username}.`,
        detail: `It was @${fact.from} before. ${sameAccount}`,
      };
    case 'username_dropped':
      return {
        title: `${name} gave up the username @${fact.from}.`,
        detail: `Somebody else may take it. ${sameAccount}`,
      };
    case 'number_hidden':
      return {
        title: `${name} has hidden their number.`,
        detail: `They wrote from ${spokenPhone(fact.phone)} before. ${sameAccount}`,
      };
    case 'number_shown':
      return { title: `${name} shows their number again.`, detail: `It is ${spokenPhone(fact.phone)}.` };
    case 'number_changed':
      return {
        title: `${name} changed their number.`,
        detail: `${movement(fact)}WhatsApp told us itself, so this conversation simply goes on.`,
      };
    case 'number_released':
      return {
        title: `${spokenPhone(fact.phone)} now belongs to another WhatsApp account.`,
        detail:
          'What is written here stays here: the new holder does not see it, and replies here do not go to that number.',
      };
    case 'number_in_new_hands':
      return {
        title: `${spokenPhone(fact.phone)} is in new hands.`,
        detail:
          'Somebody else used this number before. This is a different WhatsApp account, so it has a thread of its own.',
      };
    case 'second_number':
      return {
        title: `${name} now uses ${spokenPhone(fact.to)}.`,
        detail: `The same WhatsApp account used ${spokenPhone(fact.from)} before. WhatsApp did not announce the change; worth a check before sharing anything private.`,
      };
    case 'conversations_joined':
      return { title: 'Conversations joined.', detail: joinReasons[fact.because] };
    case 'number_shared':
      return {
        title: `${name} shared their number.`,
        detail: `It is ${spokenPhone(fact.phone)}, and WhatsApp vouches that it is their own.`,
      };
    case 'number_given_up':
      return {
        title: `${spokenPhone(fact.phone)} was given up.`,
        detail: 'Who writes from it alone from now on is taken for somebody else.',
      };
    case 'security_code_changed':
      return {
        title: `${name}’s security code changed.`,
        detail:
          'That happens with a new phone or a new installation. It is the same WhatsApp account; worth a check before sharing anything private.',
      };
    case 'contacts_merged':
      return { title: `${isolated(fact.by)} put two people together as one.`, detail: said(fact.reason) };
    case 'contacts_split':
      return { title: `${isolated(fact.by)} told people apart.`, detail: said(fact.reason) };
    case 'kept_apart':
      return { title: `${isolated(fact.by)} marked two people as never the same.`, detail: said(fact.reason) };
    case 'taken_back':
      return { title: `${isolated(fact.by)} took back ${takenBack[fact.what]}.`, detail: said(fact.reason) };
  }
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/** A name in a right-to-left script must not turn an English sentence around: it stands between U+2068 and U+2069. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

const takenBack: Record<Extract<NoticeFact, { type: 'taken_back' }>['what'], string> = {
  merge: 'putting two people together',
  split: 'telling people apart',
  'never-merge': 'the mark “never the same person”',
};

function said(reason: string): string {
  return `Their reason: “${isolated(reason)}”. Every message stays where it was.`;
}

const joinReasons: Record<Extract<NoticeFact, { type: 'conversations_joined' }>['because'], string> = {
  number_changed: 'WhatsApp told us that the two are one person with a new number.',
  same_number: 'The same number and the same WhatsApp account arrived together, so the two threads are one.',
  same_parent: 'WhatsApp named both as the same account.',
  number_shared: 'They shared a number that nobody else ever had.',
};

function movement({ from, to }: Extract<NoticeFact, { type: 'number_changed' }>): string {
  if (from && to) return `From ${spokenPhone(from)} to ${spokenPhone(to)}. `;
  if (to) return `It is ${spokenPhone(to)} now. `;
  return from ? `They left ${spokenPhone(from)}; the new number is hidden. ` : '';
}

/** What happened to a send and what to do, for an agent. */
export function failureText({ code, title }: { code: number | null; title: string }): string {
  return code === null ? title : explainError(code).agent;
}

// What a thread tells of who is who, and why a message failed, in the reader's words. Never a backend id.

import type { NoticeFact } from '@throughline/identity';
import { en, type Key } from '../words/en/index.ts';
import { retell, say, tell } from '../words/say.ts';
import type { Reader } from '../words/viewer.ts';

export interface Words {
  title: string;
  detail: string;
}

/** `displayName` is the person's best name. */
export function noticeWords(reader: Reader, fact: NoticeFact, displayName: string): Words {
  const name = displayName;
  const number = (phone: string) => ({ phone });
  switch (fact.type) {
    case 'username_adopted': {
      const { username } = fact;
      const now = fact.hidden ? ('hidden' as const) : ('shown' as const);
      return {
        title: say(reader, `notice.username_adopted.${now}.title`, { name, username: `@${username}` }),
        detail: say(reader, `notice.username_adopted.${now}.detail`),
      };
    }
    case 'username_changed':
      return {
        title: say(reader, 'notice.username_changed.title', { name, username: `@${fact.username}` }),
        detail: say(reader, 'notice.username_changed.detail', { before: `@${fact.from}` }),
      };
    case 'username_dropped':
      return {
        title: say(reader, 'notice.username_dropped.title', { name, before: `@${fact.from}` }),
        detail: say(reader, 'notice.username_dropped.detail'),
      };
    case 'number_hidden':
      return {
        title: say(reader, 'notice.number_hidden.title', { name }),
        detail: say(reader, 'notice.number_hidden.detail', { phone: number(fact.phone) }),
      };
    case 'number_shown':
      return {
        title: say(reader, 'notice.number_shown.title', { name }),
        detail: say(reader, 'notice.number_shown.detail', { phone: number(fact.phone) }),
      };
    case 'number_changed':
      return { title: say(reader, 'notice.number_changed.title', { name }), detail: movement(reader, fact) };
    case 'number_released':
      return {
        title: say(reader, 'notice.number_released.title', { phone: number(fact.phone) }),
        detail: say(reader, 'notice.number_released.detail'),
      };
    case 'number_in_new_hands':
      return {
        title: say(reader, 'notice.number_in_new_hands.title', { phone: number(fact.phone) }),
        detail: say(reader, 'notice.number_in_new_hands.detail'),
      };
    case 'second_number':
      return {
        title: say(reader, 'notice.second_number.title', { name, phone: number(fact.to) }),
        detail: say(reader, 'notice.second_number.detail', { before: number(fact.from) }),
      };
    case 'conversations_joined':
      return {
        title: say(reader, 'notice.conversations_joined.title'),
        detail: say(reader, `notice.conversations_joined.${fact.because}.detail`),
      };
    case 'number_shared':
      return {
        title: say(reader, 'notice.number_shared.title', { name }),
        detail: say(reader, 'notice.number_shared.detail', { phone: number(fact.phone) }),
      };
    case 'number_given_up':
      return {
        title: say(reader, 'notice.number_given_up.title', { phone: number(fact.phone) }),
        detail: say(reader, 'notice.number_given_up.detail'),
      };
    case 'security_code_changed':
      return {
        title: say(reader, 'notice.security_code_changed.title', { name }),
        detail: say(reader, 'notice.security_code_changed.detail'),
      };
    case 'contacts_merged':
    case 'contacts_split':
    case 'kept_apart':
      return { title: say(reader, `notice.${fact.type}.title`, { by: fact.by }), detail: said(reader, fact) };
    case 'taken_back':
      return {
        title: say(reader, `notice.taken_back.${fact.what}.title`, { by: fact.by }),
        detail: said(reader, fact),
      };
  }
}

function said(reader: Reader, { reason }: { reason: string }): string {
  return say(reader, 'notice.said.detail', { reason });
}

function movement(reader: Reader, { from, to }: Extract<NoticeFact, { type: 'number_changed' }>): string {
  if (from && to)
    return say(reader, 'notice.number_changed.both.detail', { before: { phone: from }, phone: { phone: to } });
  if (to) return say(reader, 'notice.number_changed.known.detail', { phone: { phone: to } });
  if (from) return say(reader, 'notice.number_changed.hidden.detail', { before: { phone: from } });
  return say(reader, 'notice.number_changed.unknown.detail');
}

/** What happened to a send and what to do, for an agent. */
export function failureText(reader: Reader, { code, title }: { code: number | null; title: string }): string {
  return code === null ? retell(reader, title) : tell(reader, { key: failureKey(code), values: {} });
}

const alike: Readonly<Record<string, readonly number[]>> = {
  access: [0, 3, 10, 131005],
  passing: [2, 131000, 131016, 133004],
  too_many: [4, 80007],
  blocks_busy: [139102, 139103],
};

/** Of a code the error table has no row for, what its family means; of one without a family, that it is new to us. */
function failureKey(code: number): Key {
  const own = `failure.${Object.keys(alike).find((name) => alike[name]?.includes(code)) ?? code}`;
  if (Object.hasOwn(en, own)) return own as Key;
  if (code >= 200 && code <= 299) return 'failure.access';
  if (code >= 132000 && code <= 132999) return 'failure.template';
  if (code >= 138000 && code <= 138999) return 'failure.call';
  if (code >= 139000 && code <= 139999) return 'failure.block';
  return 'failure.unknown';
}

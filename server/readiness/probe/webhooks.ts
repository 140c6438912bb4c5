// Webhooks as Meta sends them, of made-up people: what comes, and how much of the person is shown (Meta, "Business-scoped user IDs",
// revision 2026-06-29, and "System messages", 2026-08-11).

import type { ProbePerson } from './people.ts';

/**
 * `phone`: number and account id, as most customers today. `hidden`: a username and no number. `both`: a username, and the number known.
 * `parent`: as hidden, with the account id of the parent portfolio. `alias`: a number that is nobody's in the place of the number, and no account id.
 */
export type Shown = 'phone' | 'hidden' | 'both' | 'parent' | 'alias';

/** Whose line the webhooks come in on, when, and ids that tell each apart. */
export interface ProbeSetting {
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly displayPhone: string;
  /** Seconds since the epoch. */
  readonly at: number;
  /** Of the message, call or status. */
  readonly id: string;
}

type Part = Record<string, unknown>;

/** A person in `contacts`. `later`: after they changed their account. */
function contactOf(person: ProbePerson, shown: Shown, later = false): Part {
  const hasUsername = shown === 'hidden' || shown === 'both' || shown === 'parent';
  return {
    profile: { name: person.name, ...(hasUsername && { username: person.username }) },
    ...numberOf(person, shown, 'wa_id'),
    ...(shown !== 'alias' && { user_id: later ? person.laterUserId : person.userId }),
    ...(shown === 'parent' && { parent_user_id: person.parentUserId }),
  };
}

function numberOf(person: ProbePerson, shown: Shown, field: string): Part {
  if (shown === 'alias') return { [field]: person.alias };
  return shown === 'phone' || shown === 'both' ? { [field]: person.phone } : {};
}

function senderOf(person: ProbePerson, shown: Shown, later = false): Part {
  return {
    ...numberOf(person, shown, 'from'),
    ...(shown !== 'alias' && { from_user_id: later ? person.laterUserId : person.userId }),
    ...(shown === 'parent' && { from_parent_user_id: person.parentUserId }),
  };
}

/** `value` under its field, in Meta's envelope. */
function webhook({ wabaId, phoneNumberId, displayPhone }: ProbeSetting, field: string, value: Part): unknown {
  const metadata = { display_phone_number: displayPhone, phone_number_id: phoneNumberId };
  const changes = [{ value: { messaging_product: 'whatsapp', metadata, ...value }, field }];
  return { object: 'whatsapp_business_account', entry: [{ id: wabaId, changes }] };
}

export interface Said {
  readonly person: ProbePerson;
  readonly shown: Shown;
  /** The message without who sent it: `type` and what is under it. */
  readonly content: Part;
  readonly later?: boolean;
}

/** Messages, all in one webhook. */
export function messagesWebhook(setting: ProbeSetting, said: readonly Said[]): unknown {
  return webhook(setting, 'messages', {
    contacts: said.map(({ person, shown, later }) => contactOf(person, shown, later)),
    messages: said.map(({ person, shown, content, later }, index) => ({
      ...senderOf(person, shown, later),
      id: index === 0 ? setting.id : `${setting.id}${index}`,
      timestamp: String(setting.at),
      ...content,
    })),
  });
}

/** Failed ones come without `contacts`; what was sent to an account id comes without `recipient_id`. */
export function statusWebhook(setting: ProbeSetting, person: ProbePerson, shown: Shown, status: string): unknown {
  const isFailed = status === 'failed';
  const recipient = {
    ...numberOf(person, shown, 'recipient_id'),
    ...(!(isFailed && shown === 'phone') && shown !== 'alias' && { recipient_user_id: person.userId }),
    ...(shown === 'parent' && { recipient_parent_user_id: person.parentUserId }),
  };
  const errors = [
    {
      code: 131026,
      title: 'Message undeliverable',
      message: 'Message undeliverable',
      error_data: { details: 'Message Undeliverable.' },
    },
  ];
  return webhook(setting, 'messages', {
    ...(!isFailed && { contacts: [contactOf(person, shown)] }),
    statuses: [{ id: setting.id, status, timestamp: String(setting.at), ...recipient, ...(isFailed && { errors }) }],
  });
}

/** Somebody has another account now: with the new number where it may be shown, else with account ids only. */
export function changeWebhook(setting: ProbeSetting, person: ProbePerson, shown: Shown): unknown {
  const isShown = shown === 'phone';
  const [before, after] = isShown ? [person.phone, person.laterPhone] : [person.userId, person.laterUserId];
  const system = {
    body: `User ${person.name} changed from ${before} to ${after}`,
    ...(isShown && { wa_id: person.laterPhone }),
    user_id: person.laterUserId,
    previous_user_id: person.userId,
    type: isShown ? 'user_changed_number' : 'user_changed_user_id',
  };
  const sender = isShown ? { from: person.phone } : {};
  const messages = [{ ...sender, id: setting.id, timestamp: String(setting.at), type: 'system', system }];
  return webhook(setting, 'messages', { messages });
}

export function callWebhook(
  setting: ProbeSetting,
  person: ProbePerson,
  shown: Shown,
  event: 'connect' | 'terminate',
): unknown {
  const call = {
    id: setting.id.replace('wamid', 'wacid'),
    ...senderOf(person, shown),
    to: setting.displayPhone,
    event,
    timestamp: String(setting.at),
    direction: 'USER_INITIATED',
    ...(event === 'terminate' && {
      status: 'COMPLETED',
      start_time: String(setting.at),
      end_time: String(setting.at + 5),
      duration: 5,
    }),
  };
  return webhook(setting, 'calls', { calls: [call], contacts: [contactOf(person, shown)] });
}

export function preferenceWebhook(
  setting: ProbeSetting,
  person: ProbePerson,
  shown: Shown,
  value: 'stop' | 'resume',
): unknown {
  const ids = { ...numberOf(person, shown, 'wa_id'), ...(shown !== 'alias' && { user_id: person.userId }) };
  const detail = `User requested to ${value} marketing messages`;
  return webhook(setting, 'user_preferences', {
    contacts: [contactOf(person, shown)],
    user_preferences: [{ ...ids, detail, category: 'marketing_messages', value, timestamp: setting.at }],
  });
}

import { describe, expect, it } from 'vitest';
import { type NumberWord, type Rewrite, rewritePeople } from './rewrite-people.ts';

type Fields = Record<string, unknown>;

const business = '15550001111';
const phone = '15550002222';
const alias = '8991234567890';
const bsuid = 'US.1000000000000001';
const byAlias: NumberWord = { kind: 'alias', digits: alias };
const known: NumberWord = { kind: 'fill', digits: phone };
const unknown: NumberWord = { kind: 'fill', digits: null };
const asIs: NumberWord = { kind: 'as-is' };

function webhook(value: Fields, field = 'messages') {
  const metadata = { display_phone_number: business, phone_number_id: '2' };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }] }],
  };
}

function rewrite(value: Fields, number: NumberWord, field = 'messages') {
  const message = (wamid: string) =>
    wamid === 'wamid.ours' ? { id: 'wamid.given', callbackData: 'order 17' } : undefined;
  const { envelope, rewrites } = rewritePeople(webhook(value, field), { number, message });
  const [entry] = (envelope as ReturnType<typeof webhook>).entry;
  const { messaging_product: _, metadata: __, ...rest } = (entry?.changes[0]?.value ?? {}) as Fields;
  return { value: rest, rewrites };
}

const hiddenText = {
  contacts: [{ profile: { name: 'Ana', username: 'ana' }, user_id: bsuid }],
  messages: [{ from_user_id: bsuid, id: 'wamid.hers', timestamp: '1', type: 'text', text: { body: 'hi' } }],
};

interface Case {
  name: string;
  number: NumberWord;
  field?: string;
  given: Fields;
  /** What stands in these places afterwards; everything else is as it was. */
  become: Record<string, unknown>;
  why?: Rewrite['why'][];
}

const cases: Case[] = [
  {
    name: 'a message without a number, by alias',
    number: byAlias,
    given: hiddenText,
    become: { 'messages.0.from': alias, 'contacts.0.wa_id': alias },
    why: ['alias', 'alias'],
  },
  {
    name: 'a message without a number, whose number is known',
    number: known,
    given: hiddenText,
    become: { 'messages.0.from': phone, 'contacts.0.wa_id': phone },
    why: ['live_number', 'live_number'],
  },
  {
    name: 'a message without a number, whose number is not known',
    number: unknown,
    given: hiddenText,
    become: {},
    why: ['no_live_number', 'no_live_number'],
  },
  { name: 'a message without a number, as it is', number: asIs, given: hiddenText, become: {}, why: [] },
  {
    name: 'a message with a number: an alias is stable, so it stands there all the same',
    number: byAlias,
    given: { contacts: [{ wa_id: phone }], messages: [{ from: phone, id: 'wamid.hers', type: 'text' }] },
    become: { 'messages.0.from': alias, 'contacts.0.wa_id': alias },
  },
  {
    name: 'a message with a number: nothing is to be filled in, whatever is known',
    number: { kind: 'fill', digits: '15550009999' },
    given: { contacts: [{ wa_id: phone }], messages: [{ from: phone, id: 'wamid.hers', type: 'text' }] },
    become: {},
    why: [],
  },
  {
    name: 'an empty number, as drafts of Meta’s format had it',
    number: known,
    given: { messages: [{ from: '', from_user_id: bsuid, id: 'wamid.hers', type: 'text' }] },
    become: { 'messages.0.from': phone },
  },
  {
    name: 'an account id in the place of a number, as some providers write it',
    number: byAlias,
    given: { messages: [{ from: bsuid, id: 'wamid.hers', type: 'text' }] },
    become: { 'messages.0.from': alias },
  },
  {
    name: 'a status of a message the reader sent',
    number: byAlias,
    given: {
      contacts: [{ user_id: bsuid }],
      statuses: [
        { id: 'wamid.ours', status: 'read', recipient_user_id: bsuid, biz_opaque_callback_data: 'an id of ours' },
      ],
    },
    become: {
      'contacts.0.wa_id': alias,
      'statuses.0.recipient_id': alias,
      'statuses.0.id': 'wamid.given',
      'statuses.0.biz_opaque_callback_data': 'order 17',
    },
    why: ['alias', 'alias', 'own_id', 'own_callback_data'],
  },
  {
    name: 'a status of a message somebody else sent',
    number: known,
    given: {
      statuses: [{ id: 'wamid.else', status: 'failed', recipient_user_id: bsuid, biz_opaque_callback_data: 'x' }],
    },
    become: { 'statuses.0.recipient_id': phone },
  },
  {
    name: 'a status in a group: the group is nobody, the participant is',
    number: byAlias,
    given: { statuses: [{ id: 'wamid.else', status: 'read', recipient_type: 'group', recipient_id: 'group1' }] },
    become: { 'statuses.0.recipient_participant_id': alias },
  },
  {
    name: 'an answer that quotes the reader’s message; who is quoted is the business',
    number: byAlias,
    given: { messages: [{ from: phone, id: 'w', type: 'text', context: { from: business, id: 'wamid.ours' } }] },
    become: { 'messages.0.from': alias, 'messages.0.context.id': 'wamid.given' },
  },
  {
    name: 'an answer to a question for a call, where the customer stands in the place of the business',
    number: byAlias,
    given: { messages: [{ from: phone, id: 'w', type: 'interactive', context: { from: phone, id: 'wamid.else' } }] },
    become: { 'messages.0.from': alias, 'messages.0.context.from': alias },
  },
  {
    name: 'a reaction to the reader’s message',
    number: asIs,
    given: {
      messages: [{ from: phone, id: 'w', type: 'reaction', reaction: { message_id: 'wamid.ours', emoji: '👍' } }],
    },
    become: { 'messages.0.reaction.message_id': 'wamid.given' },
    why: ['own_id'],
  },
  {
    name: 'a changed number, by alias: nothing has changed, in the prose neither',
    number: byAlias,
    given: {
      messages: [
        {
          ...{ from: phone, id: 'w', type: 'system' },
          system: { type: 'user_changed_number', wa_id: '15550003333', body: `A changed from ${phone} to 15550003333` },
        },
      ],
    },
    become: {
      'messages.0.from': alias,
      'messages.0.system.wa_id': alias,
      'messages.0.system.body': `A changed from ${alias} to ${alias}`,
    },
  },
  {
    name: 'a hidden change: the number of now where it is known, that of before never',
    number: known,
    given: { messages: [{ id: 'w', type: 'system', system: { type: 'user_changed_user_id', user_id: bsuid } }] },
    become: { 'messages.0.system.wa_id': phone },
    why: ['live_number'],
  },
  {
    name: 'an echo of what the business wrote in its app',
    number: byAlias,
    field: 'smb_message_echoes',
    given: { message_echoes: [{ from: business, to_user_id: bsuid, id: 'w', type: 'text' }] },
    become: { 'message_echoes.0.to': alias },
  },
  {
    name: 'a call of the customer’s',
    number: known,
    field: 'calls',
    given: { calls: [{ id: 'c', event: 'connect', direction: 'USER_INITIATED', to: business, from_user_id: bsuid }] },
    become: { 'calls.0.from': phone },
  },
  {
    name: 'a call of the business’s, and its status',
    number: byAlias,
    field: 'calls',
    given: {
      calls: [{ id: 'c', direction: 'BUSINESS_INITIATED', from: business, to_user_id: bsuid }],
      statuses: [{ id: 'wamid.ours', status: 'RINGING', recipient_user_id: bsuid }],
    },
    become: { 'calls.0.to': alias, 'statuses.0.recipient_id': alias },
  },
  {
    name: 'a word on marketing',
    number: known,
    field: 'user_preferences',
    given: { user_preferences: [{ user_id: bsuid, category: 'marketing_messages', value: 'stop' }] },
    become: { 'user_preferences.0.wa_id': phone },
  },
  {
    name: 'the withdrawn form of a changed account id',
    number: byAlias,
    field: 'user_id_update',
    given: { user_id_update: [{ user_id: { previous: 'US.1', current: 'US.2' } }] },
    become: { 'user_id_update.0.wa_id': alias },
  },
  {
    name: 'a contact of the app’s address book',
    number: byAlias,
    field: 'smb_app_state_sync',
    given: { state_sync: [{ type: 'contact', contact: { full_name: 'Ana', user_id: bsuid }, action: 'add' }] },
    become: { 'state_sync.0.contact.phone_number': alias },
  },
  {
    name: 'a piece of history: the thread’s name, who wrote, and whom the business wrote to',
    number: byAlias,
    field: 'history',
    given: {
      history: [
        {
          threads: [
            {
              ...{ id: phone, context: { wa_id: phone, user_id: bsuid } },
              messages: [
                { from: phone, id: 'a', type: 'text' },
                { from: business, to: phone, id: 'b', type: 'text' },
              ],
            },
          ],
        },
      ],
    },
    become: {
      'history.0.threads.0.id': alias,
      'history.0.threads.0.context.wa_id': alias,
      'history.0.threads.0.messages.0.from': alias,
      'history.0.threads.0.messages.1.to': alias,
    },
  },
  {
    name: 'what is delivered to an observer',
    number: byAlias,
    field: 'standby',
    given: { standby: { contacts: [{ user_id: bsuid }], messages: [{ from_user_id: bsuid, id: 'w', type: 'text' }] } },
    become: { 'standby.contacts.0.wa_id': alias, 'standby.messages.0.from': alias },
  },
  {
    name: 'a card a customer shared is what they said: it stays',
    number: byAlias,
    given: {
      messages: [{ from: alias, id: 'w', type: 'contacts', contacts: [{ phones: [{ wa_id: '15559999999' }] }] }],
    },
    become: {},
    why: [],
  },
  {
    name: 'news of the account',
    number: byAlias,
    field: 'account_update',
    given: { event: 'VERIFIED' },
    become: {},
    why: [],
  },
];

describe('a webhook told anew', () => {
  it.each(cases)('$name', ({ number, field, given, become, why }) => {
    const { value, rewrites } = rewrite(given, number, field);
    expect(value).toEqual(changed(given, become));
    if (why) expect(rewrites.map((one) => one.why)).toEqual(why);
    // Each place that changed is told of, and none that did not.
    const told = rewrites.filter(({ why: reason }) => reason !== 'no_live_number').map(({ path }) => dotted(path));
    expect(
      told.map((path) => path.replace(/^(contacts|messages)/, field === 'standby' ? 'standby.$1' : '$1')).sort(),
    ).toEqual(Object.keys(become).sort());
  });

  it('never says a number in what it tells of itself', () => {
    const { rewrites } = rewrite(hiddenText, known);
    expect(JSON.stringify(rewrites)).not.toContain(phone);
  });

  it('leaves what it was given as it was', () => {
    const given = webhook(hiddenText);
    const before = structuredClone(given);
    rewritePeople(given, { number: byAlias, message: () => undefined });
    expect(given).toEqual(before);
  });
});

const dotted = (path: string) => path.replaceAll(/\[(\d+)\]/g, '.$1');

function changed(value: Fields, become: Record<string, unknown>): unknown {
  const copy = structuredClone(value);
  for (const [path, word] of Object.entries(become)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const at = steps.reduce<Fields>((inner, step) => inner[step] as Fields, copy);
    at[last] = word;
  }
  return copy;
}

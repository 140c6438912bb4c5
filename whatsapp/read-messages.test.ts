import { describe, expect, it } from 'vitest';
import { readWebhook } from './read-webhook.ts';
import { bsuid, envelope, message, only, parent, phone, plain, read } from './samples.ts';

const other = { phone: '15550009999', bsuid: 'US.1000000000009999' };
const e164 = `+${phone}`;

function from(fields: Record<string, unknown>, contacts?: unknown): unknown {
  return read({ messages: [message(fields)], ...(contacts === undefined ? {} : { contacts }) }).from;
}

describe('who a message is from', () => {
  it.each([
    ['phone only', { from: phone }, { phone: e164 }],
    ['phone and BSUID', { from: phone, from_user_id: bsuid }, { phone: e164, bsuid }],
    ['BSUID only', { from_user_id: bsuid }, { bsuid }],
    ['BSUID and parent', { from_user_id: bsuid, from_parent_user_id: parent }, { bsuid, parent }],
    ['parent only', { from_parent_user_id: parent }, { parent }],
    ['all', { from: phone, from_user_id: bsuid, from_parent_user_id: parent }, { phone: e164, bsuid, parent }],
    ['none', {}, {}],
    ['an empty phone', { from: '', from_user_id: bsuid }, { bsuid }],
    ['a phone that is null', { from: null, from_user_id: bsuid }, { bsuid }],
    ['a BSUID in the phone’s place', { from: bsuid }, { bsuid }],
    ['a parent BSUID in the phone’s place', { from: parent }, { parent }],
    ['a parent BSUID in the BSUID’s place', { from_user_id: parent }, { parent }],
    ['its own place before another’s', { from: other.bsuid, from_user_id: bsuid }, { bsuid }],
    ['whatsapp: before a phone', { from: `whatsapp:+${phone}` }, { phone: e164 }],
    ['whatsapp: before a BSUID', { from: `whatsapp:${bsuid}`, from_user_id: `whatsapp:${bsuid}` }, { bsuid }],
    ['@ before a BSUID', { from_user_id: `@${bsuid}` }, { bsuid }],
    ['+ before a phone', { from: e164 }, { phone: e164 }],
    ['a number', { from: Number(phone) }, { phone: e164 }],
    ['a phone in the BSUID’s place', { from_user_id: phone }, {}],
    ['a BSUID in small letters', { from_user_id: 'us.1000000000000001' }, {}],
    ['half a BSUID', { from_user_id: '1000000000000001' }, {}],
    ['an endless phone', { from: '1'.repeat(5000) }, {}],
  ])('reads %s', (_name, fields, expected) => {
    expect(from(fields)).toEqual(expected);
  });

  it('never makes a phone of a BSUID by taking its digits', () => {
    expect(from({ from: 'MY.2026206508304015' })).toEqual({ bsuid: 'MY.2026206508304015' });
    expect(from({ from: 'MY-2026206508304015' })).toEqual({});
  });

  it.each([
    ['completes a phone with the BSUID', { from: phone }, [{ wa_id: phone, user_id: bsuid }], { phone: e164, bsuid }],
    [
      'completes a BSUID with the phone',
      { from_user_id: bsuid },
      [{ wa_id: phone, user_id: bsuid }],
      { phone: e164, bsuid },
    ],
    [
      'completes by the parent id',
      { from_parent_user_id: parent },
      [{ user_id: bsuid, parent_user_id: parent }],
      { bsuid, parent },
    ],
    [
      'leaves a contradiction alone',
      { from: phone, from_user_id: bsuid },
      [{ wa_id: phone, user_id: other.bsuid }],
      { phone: e164, bsuid },
    ],
    [
      'keeps its own spelling of a phone',
      { from: phone, from_user_id: bsuid },
      [{ wa_id: other.phone, user_id: bsuid }],
      { phone: e164, bsuid },
    ],
    [
      'takes a lone entry that has nothing in common',
      { from_user_id: bsuid },
      [{ wa_id: phone }],
      { phone: e164, bsuid },
    ],
    ['takes a lone entry for a message without ids', {}, [{ wa_id: phone, user_id: bsuid }], { phone: e164, bsuid }],
    ['takes an entry outside a list', { from: phone }, { wa_id: phone, user_id: bsuid }, { phone: e164, bsuid }],
    ['does not choose between two entries', {}, [{ wa_id: phone }, { wa_id: other.phone }], {}],
    [
      'does not choose between two owners',
      { from: phone },
      [
        { wa_id: phone, user_id: bsuid },
        { wa_id: phone, user_id: other.bsuid },
      ],
      { phone: e164 },
    ],
    [
      'reads a BSUID in the place of wa_id',
      { from: bsuid },
      [{ wa_id: bsuid, parent_user_id: parent }],
      { bsuid, parent },
    ],
  ])('and its profile: %s', (_name, fields, contacts, expected) => {
    expect(from(fields, contacts)).toEqual(expected);
  });

  it('matches profiles by identifier, never by position', () => {
    const contacts = [
      { profile: { name: 'Bo' }, user_id: other.bsuid },
      { profile: { name: 'Ana' }, wa_id: phone, user_id: bsuid },
    ];
    const messages = [message({ from: phone }), message({ id: 'wamid.IN2', from_user_id: other.bsuid })];
    const items = plain(readWebhook(envelope({ contacts, messages })));
    expect(items.map((item) => [item.from, (item.profile as { name?: string }).name])).toEqual([
      [{ phone: e164, bsuid }, 'Ana'],
      [{ bsuid: other.bsuid }, 'Bo'],
    ]);
  });

  it('does not give one person’s phone to another in a batch with a lone profile', () => {
    const contacts = [{ profile: { name: 'Ana' }, wa_id: phone }];
    const messages = [
      message({ from: phone }),
      message({ id: 'wamid.IN2', from_user_id: other.bsuid }),
      message({ id: 'wamid.IN3' }),
    ];
    const items = plain(readWebhook(envelope({ contacts, messages })));
    expect(items.map((item) => [item.from, item.profile])).toEqual([
      [{ phone: e164 }, { name: 'Ana' }],
      [{ bsuid: other.bsuid }, {}],
      [{}, {}],
    ]);
  });
});

describe('what the profile tells', () => {
  const profile = (contact: Record<string, unknown>) =>
    read({ messages: [message({ from: phone, from_user_id: bsuid })], contacts: [contact] }).profile;

  it.each([
    [
      'a username',
      { user_id: bsuid, profile: { name: 'Ana', username: 'ana.prueba' } },
      { name: 'Ana', username: 'ana.prueba' },
    ],
    ['one with an @', { user_id: bsuid, profile: { username: '@ana.prueba' } }, { username: 'ana.prueba' }],
    ['that there is no username', { user_id: bsuid, profile: { name: 'Ana' } }, { name: 'Ana', username: null }],
    [
      'that there is none, by an empty one',
      { user_id: bsuid, profile: { name: 'Ana', username: '' } },
      { name: 'Ana', username: null },
    ],
    ['nothing about usernames before there were any', { wa_id: phone, profile: { name: 'Ana' } }, { name: 'Ana' }],
    ['nothing about usernames without a profile', { user_id: bsuid }, {}],
    ['nothing where the username is no username', { user_id: bsuid, profile: { username: '!' } }, {}],
    ['no BSUID as a name', { user_id: bsuid, profile: { name: bsuid, username: bsuid } }, {}],
    ['no name of spaces', { wa_id: phone, profile: { name: '  ' } }, {}],
  ])('%s', (_name, contact, expected) => {
    expect(profile(contact)).toEqual(expected);
  });

  it('does not say so in standby, where Meta does not promise the username', () => {
    const standby = {
      messages: [message({ from: phone, from_user_id: bsuid })],
      contacts: [{ user_id: bsuid, profile: { name: 'Ana' } }],
    };
    expect(read({ standby }, 'standby')).toMatchObject({ kind: 'message', via: 'standby', profile: { name: 'Ana' } });
    expect(read({ standby }, 'standby').profile).not.toHaveProperty('username');
  });
});

describe('what stands around a message', () => {
  it('names the quoted message and the group', () => {
    const context = { from: '15550001111', id: 'wamid.OUT1' };
    expect(read({ messages: [message({ from: phone, context, group_id: 'GROUP1' })] })).toMatchObject({
      quotes: 'wamid.OUT1',
      groupId: 'GROUP1',
      via: 'live',
    });
    expect(read({ messages: [message({ from: phone, context: { forwarded: true } })] })).not.toHaveProperty('quotes');
  });
});

describe('echoes', () => {
  const echo = (fields: Record<string, unknown>, contacts?: unknown) =>
    read(
      { message_echoes: [message({ from: '15550001111', ...fields })], ...(contacts ? { contacts } : {}) },
      'smb_message_echoes',
    );

  it.each([
    ['phone', { to: phone }, { phone: e164 }],
    ['BSUID', { to_user_id: bsuid }, { bsuid }],
    ['BSUID in the phone’s place', { to: bsuid }, { bsuid }],
    ['everything', { to: phone, to_user_id: bsuid, to_parent_user_id: parent }, { phone: e164, bsuid, parent }],
  ])('go to the person, known by %s', (_name, fields, to) => {
    expect(echo(fields).to).toEqual(to);
    expect(echo(fields)).toMatchObject({ kind: 'echo', to, content: { type: 'text', body: 'hola' }, via: 'live' });
  });

  it('take a username but never conclude that there is none', () => {
    expect(echo({ to_user_id: bsuid }, [{ user_id: bsuid, profile: { username: 'ana.prueba' } }]).profile).toEqual({
      username: 'ana.prueba',
    });
    expect(echo({ to_user_id: bsuid }, [{ user_id: bsuid, profile: { name: 'Ana' } }]).profile).toEqual({
      name: 'Ana',
    });
  });

  it('of an observed agent wrap the body that was sent', () => {
    const sent = {
      recipient: bsuid,
      type: 'template',
      template: { name: 'order_update' },
      context: { message_id: 'wamid.IN1' },
    };
    const message_echoes = [{ id: 'wamid.OUT1', timestamp: '1790000000', message: sent }];
    expect(read({ standby: { message_echoes } }, 'standby')).toMatchObject({
      kind: 'echo',
      to: { bsuid },
      content: { type: 'template', name: 'order_update' },
      quotes: 'wamid.IN1',
      via: 'standby',
    });
  });
});

describe('history', () => {
  const thread = (context: unknown, messages: unknown[], id?: string) =>
    plain(
      readWebhook(envelope({ history: [{ metadata: { phase: 0 }, threads: [{ id, context, messages }] }] }, 'history')),
    );

  it('reads both directions of a thread', () => {
    const messages = [
      message({ from: phone, from_user_id: bsuid }),
      message({ id: 'wamid.OUT1', from: '15550001111', to: phone, history_context: { status: 'READ' } }),
    ];
    expect(thread({ wa_id: phone, user_id: bsuid }, messages, phone)).toMatchObject([
      { kind: 'message', from: { phone: e164, bsuid }, via: 'history' },
      { kind: 'echo', to: { phone: e164, bsuid }, via: 'history', status: 'read' },
    ]);
  });

  it('knows a hidden person by the thread alone', () => {
    const messages = [message({ from_user_id: bsuid }), message({ id: 'wamid.OUT1', from: '15550001111' })];
    expect(thread({ user_id: bsuid, username: 'ana.prueba' }, messages)).toMatchObject([
      { kind: 'message', from: { bsuid }, profile: { username: 'ana.prueba' } },
      { kind: 'echo', to: { bsuid } },
    ]);
  });

  it('does not mix the thread’s person into a message of somebody else', () => {
    expect(thread({ wa_id: other.phone, user_id: other.bsuid }, [message({ from_user_id: bsuid })])[0]?.from).toEqual({
      bsuid,
    });
  });

  it('keeps the chunk and the thread around a message that is put through the door again', () => {
    const chunk = {
      metadata: { phase: 1 },
      threads: [{ id: phone, context: { wa_id: phone }, messages: [message({ from: phone })] }],
    };
    const again = only(readWebhook(envelope({ history: [chunk] }, 'history'))).origin.envelope();
    expect(again).toEqual(envelope({ history: [chunk] }, 'history'));
  });

  it('keeps chunks without threads, and refusals', () => {
    expect(read({ history: [{ metadata: { progress: 100 }, threads: [] }] }, 'history')).toMatchObject({
      kind: 'other',
      topic: 'history',
    });
    expect(read({ history: [{ errors: [{ code: 2593109 }] }] }, 'history')).toMatchObject({ topic: 'history/errors' });
  });
});

describe('the hash of the person’s key', () => {
  const keyHash = 'DF2lS5v2W6x=';
  const entry = { wa_id: phone, user_id: bsuid, identity_key_hash: keyHash };
  const profileIn = (contact: unknown) =>
    read({ messages: [message({ from: phone, from_user_id: bsuid })], contacts: [contact] }).profile;

  it('is read from beside the profile, with a profile or without', () => {
    expect(profileIn({ ...entry, profile: { name: 'Ana', username: 'ana' } })).toEqual({
      name: 'Ana',
      username: 'ana',
      keyHash,
    });
    expect(profileIn(entry)).toEqual({ keyHash });
  });

  it('is absent where the check is not switched on, and of somebody else is not theirs', () => {
    expect(profileIn({ ...entry, identity_key_hash: undefined })).toEqual({});
    expect(profileIn({ ...entry, identity_key_hash: '' })).toEqual({});
    expect(profileIn({ ...other, wa_id: other.phone, user_id: other.bsuid, identity_key_hash: keyHash })).toEqual({});
  });
});

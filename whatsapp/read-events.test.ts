import { describe, expect, it } from 'vitest';
import { bsuid, parent, phone, read, status } from './samples.ts';

const e164 = `+${phone}`;

describe('statuses', () => {
  const one = (fields: Record<string, unknown>, contacts?: unknown) =>
    read({ statuses: [status(fields)], ...(contacts ? { contacts } : {}) });

  it.each([
    ['phone', { recipient_id: phone }, { phone: e164 }],
    ['phone and BSUID', { recipient_id: phone, recipient_user_id: bsuid }, { phone: e164, bsuid }],
    ['BSUID', { recipient_user_id: bsuid }, { bsuid }],
    ['BSUID in the phone’s place', { recipient_id: bsuid }, { bsuid }],
    ['parent, by its present name', { recipient_user_id: bsuid, recipient_parent_user_id: parent }, { bsuid, parent }],
    ['parent, by its former name', { recipient_user_id: bsuid, parent_recipient_user_id: parent }, { bsuid, parent }],
    ['nobody', {}, {}],
  ])('know the recipient by %s', (_name, fields, recipient) => {
    expect(one(fields)).toEqual({
      kind: 'status',
      wamid: 'wamid.OUT1',
      status: 'delivered',
      at: 1790000010000,
      recipient,
      profile: {},
      errors: [],
    });
  });

  it.each([
    ['sent', { name: 'Ana' }],
    ['delivered', { name: 'Ana', username: null }],
    ['read', { name: 'Ana', username: null }],
    ['played', { name: 'Ana', username: null }],
    ['failed', { name: 'Ana' }],
  ])('%s tells only what Meta promises of the username', (word, profile) => {
    const contacts = [{ user_id: bsuid, profile: { name: 'Ana' } }];
    expect(one({ status: word, recipient_user_id: bsuid }, contacts)).toMatchObject({ status: word, profile });
    expect(one({ status: word, recipient_user_id: bsuid }, contacts).profile).toEqual(profile);
  });

  it('carry the callback data and the errors', () => {
    const errors = [
      { code: 131026, title: 'Message undeliverable', message: 'x', error_data: { details: 'Message Undeliverable.' } },
      { code: '131047', message: 'Re-engagement message' },
      {},
      'junk',
    ];
    expect(one({ status: 'failed', recipient_id: phone, biz_opaque_callback_data: 'send-1', errors })).toMatchObject({
      callbackData: 'send-1',
      errors: [
        { code: 131026, title: 'Message undeliverable', details: 'Message Undeliverable.' },
        { code: 131047, title: 'Re-engagement message' },
        { code: 0, title: 'Error without a title' },
      ],
    });
  });

  it('of a group name the participant as recipient', () => {
    const group = { recipient_id: 'GROUP1', recipient_type: 'group' };
    const participant = {
      recipient_participant_id: phone,
      recipient_participant_user_id: bsuid,
      recipient_participant_parent_user_id: parent,
    };
    expect(one({ ...group, ...participant })).toMatchObject({
      groupId: 'GROUP1',
      recipient: { phone: e164, bsuid, parent },
    });
    const sent = one({ ...group, status: 'sent' }, [{ wa_id: phone, profile: { name: 'Ana' } }]);
    expect([sent.groupId, sent.recipient, sent.profile]).toEqual(['GROUP1', {}, {}]);
  });

  it('are kept when the word is new, and set aside when there is none', () => {
    expect(one({ status: 'warehoused' })).toMatchObject({
      kind: 'other',
      topic: 'messages/status.warehoused',
      at: 1790000010000,
    });
    expect(one({ status: null })).toMatchObject({ kind: 'unreadable', problem: 'statuses[0].status is missing' });
  });
});

describe('calls', () => {
  const base = { id: 'wacid.1', timestamp: '1790000300' };
  const call = (fields: Record<string, unknown>, contacts?: unknown) =>
    read({ calls: [{ ...base, ...fields }], ...(contacts ? { contacts } : {}) }, 'calls');

  it.each([
    [
      'the person calls',
      { from_user_id: bsuid, event: 'connect', direction: 'USER_INITIATED' },
      { direction: 'from_customer', event: 'ringing', party: { bsuid } },
    ],
    [
      'our call is answered',
      { from: '15550001111', to_user_id: bsuid, event: 'connect', direction: 'BUSINESS_INITIATED' },
      { direction: 'to_customer', event: 'connected', party: { bsuid } },
    ],
    [
      'it ends',
      { from: phone, event: 'terminate', direction: 'USER_INITIATED', status: 'COMPLETED', duration: 80 },
      { event: 'ended', completed: true, durationS: 80, party: { phone: e164 } },
    ],
    [
      'nobody talked',
      { from: phone, event: 'terminate', direction: 'USER_INITIATED', status: 'FAILED' },
      { event: 'ended', completed: false },
    ],
    [
      'no direction, but a callee',
      { to_user_id: bsuid, event: 'connect' },
      { direction: 'to_customer', event: 'connected' },
    ],
    [
      'no direction, but our number',
      { from: '15550001111', to: phone, event: 'terminate' },
      { direction: 'to_customer', party: { phone: e164 } },
    ],
    ['no direction at all', { from: phone, event: 'connect' }, { direction: 'from_customer', event: 'ringing' }],
    [
      'callback data',
      { to: phone, event: 'connect', direction: 'BUSINESS_INITIATED', biz_opaque_callback_data: 'c1' },
      { callbackData: 'c1' },
    ],
  ])('are read: %s', (_name, fields, expected) => {
    expect(call(fields)).toMatchObject({ kind: 'call', callId: 'wacid.1', at: 1790000300000, ...expected });
  });

  it.each([
    ['RINGING', 'ringing'],
    ['ACCEPTED', 'accepted'],
    ['REJECTED', 'rejected'],
  ])('under statuses: %s', (word, event) => {
    const element = { ...base, type: 'call', status: word, recipient_user_id: bsuid };
    const expected = { kind: 'call', event, direction: 'to_customer', party: { bsuid } };
    expect(read({ statuses: [element] }, 'calls')).toMatchObject(expected);
    expect(read({ statuses: [element] }, 'messages')).toMatchObject(expected);
    expect(read({ statuses: [{ ...element, type: undefined }] }, 'calls')).toMatchObject(expected);
  });

  it('tell that there is no username only when the person calls', () => {
    const contacts = [{ user_id: bsuid, profile: { name: 'Ana' } }];
    expect(call({ from_user_id: bsuid, event: 'connect', direction: 'USER_INITIATED' }, contacts).profile).toEqual({
      name: 'Ana',
      username: null,
    });
    expect(call({ to_user_id: bsuid, event: 'connect', direction: 'BUSINESS_INITIATED' }, contacts).profile).toEqual({
      name: 'Ana',
    });
  });

  it('are kept when the event is new, and set aside when something is missing', () => {
    expect(call({ event: 'hold' })).toMatchObject({ kind: 'other', topic: 'calls/call.hold' });
    expect(call({ event: 'connect', id: '' })).toMatchObject({ problem: 'calls[0].id is not an id' });
    expect(call({ event: 'connect', timestamp: null })).toMatchObject({
      problem: 'calls[0].timestamp is missing or not a time',
    });
  });
});

describe('people', () => {
  it('stop and resume marketing', () => {
    const preference = {
      wa_id: '',
      user_id: bsuid,
      category: 'marketing_messages',
      value: 'stop',
      timestamp: 1790000200,
    };
    const contacts = [{ user_id: bsuid, profile: { name: 'Ana', username: 'ana.prueba' } }];
    expect(read({ user_preferences: [preference], contacts }, 'user_preferences')).toMatchObject({
      kind: 'preference',
      from: { bsuid },
      profile: { name: 'Ana', username: 'ana.prueba' },
      category: 'marketing_messages',
      value: 'stop',
      at: 1790000200000,
    });
    expect(read({ user_preferences: [{ ...preference, value: 'maybe' }] }, 'user_preferences')).toMatchObject({
      topic: 'user_preferences/maybe',
    });
    const { category: _category, ...vague } = preference;
    expect(read({ user_preferences: [vague] }, 'user_preferences')).toMatchObject({
      problem: 'user_preferences[0].category is missing',
    });
  });

  it('stand in the app’s address book', () => {
    const contact = { full_name: 'Ana P', phone_number: e164, user_id: bsuid, username: 'ana.prueba' };
    const sync = { type: 'contact', contact, action: 'add', metadata: { timestamp: '1790000700' } };
    expect(read({ state_sync: [sync] }, 'smb_app_state_sync')).toMatchObject({
      kind: 'app-contact',
      party: { phone: e164, bsuid },
      profile: { name: 'Ana P', username: 'ana.prueba' },
      action: 'add',
      at: 1790000700000,
    });
    expect(read({ state_sync: [{ ...sync, action: 'rename' }] }, 'smb_app_state_sync')).toMatchObject({
      topic: 'smb_app_state_sync/rename',
    });
  });

  it('join and leave groups', () => {
    const groups = [{ type: 'group_participants_add', timestamp: '1790000500', group_id: 'GROUP1' }];
    expect(read({ groups }, 'group_participants_update')).toMatchObject({
      kind: 'other',
      topic: 'group_participants_update/group_participants_add',
      at: 1790000500000,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { bsuid, parent, phone, read } from './samples.ts';

const e164 = `+${phone}`;
const newPhone = '15550003333';
const newE164 = `+${newPhone}`;
const newBsuid = 'US.1000000000000009';
const newParent = 'US.ENT.2000000000000009';

function system(part: Record<string, unknown>, fields: Record<string, unknown> = {}): Record<string, unknown> {
  const element = { id: 'wamid.SYS1', timestamp: '1790000100', type: 'system', system: part, ...fields };
  return read({ messages: [element] });
}

describe('a changed number or BSUID', () => {
  const body = `User Ana changed from ${bsuid} to ${newBsuid}`;

  it.each([
    [
      'first generation: phones only',
      { type: 'user_changed_number', body, wa_id: newPhone },
      { from: phone },
      { phone: e164 },
      { phone: newE164 },
    ],
    [
      'second: the old BSUID only in prose',
      { type: 'user_changed_user_id', body, wa_id: newPhone, user_id: newBsuid },
      { from: phone },
      { phone: e164 },
      { phone: newE164, bsuid: newBsuid },
    ],
    [
      'third: everything',
      {
        type: 'user_changed_number',
        wa_id: newPhone,
        user_id: newBsuid,
        previous_user_id: bsuid,
        parent_user_id: newParent,
        previous_parent_user_id: parent,
      },
      { from: phone },
      { phone: e164, bsuid, parent },
      { phone: newE164, bsuid: newBsuid, parent: newParent },
    ],
    [
      'third, hidden',
      { type: 'user_changed_user_id', user_id: newBsuid, previous_user_id: bsuid },
      {},
      { bsuid },
      { bsuid: newBsuid },
    ],
    [
      'parents alone',
      { type: 'user_changed_user_id', parent_user_id: newParent, previous_parent_user_id: parent },
      {},
      { parent },
      { parent: newParent },
    ],
    [
      'new_wa_id',
      { type: 'user_changed_number', new_wa_id: newPhone },
      { from: phone },
      { phone: e164 },
      { phone: newE164 },
    ],
    [
      'customer',
      { type: 'customer_changed_number', customer: phone, wa_id: newPhone },
      {},
      { phone: e164 },
      { phone: newE164 },
    ],
    [
      'wa_id equal to the BSUID',
      { type: 'user_changed_user_id', wa_id: newBsuid, previous_user_id: bsuid },
      {},
      { bsuid },
      { bsuid: newBsuid },
    ],
    [
      'wa_id empty',
      { type: 'user_changed_user_id', wa_id: '', user_id: newBsuid, previous_user_id: bsuid },
      { from: '' },
      { bsuid },
      { bsuid: newBsuid },
    ],
    [
      'from_user_id with the old id',
      { type: 'user_changed_user_id', user_id: newBsuid },
      { from_user_id: bsuid },
      { bsuid },
      { bsuid: newBsuid },
    ],
    [
      'from_user_id with the new id',
      { type: 'user_changed_user_id', user_id: newBsuid },
      { from_user_id: newBsuid },
      {},
      { bsuid: newBsuid },
    ],
    [
      'from holding the old BSUID',
      { type: 'user_changed_user_id', user_id: newBsuid },
      { from: bsuid },
      { bsuid },
      { bsuid: newBsuid },
    ],
    [
      'new_user_id beside the old user_id',
      { type: 'user_changed_user_id', user_id: bsuid, new_user_id: newBsuid },
      {},
      { bsuid },
      { bsuid: newBsuid },
    ],
    ['no type, but both ids', { user_id: newBsuid, previous_user_id: bsuid }, {}, { bsuid }, { bsuid: newBsuid }],
    [
      'nothing changed',
      { type: 'user_changed_user_id', user_id: bsuid, previous_user_id: bsuid },
      {},
      { bsuid },
      { bsuid },
    ],
    ['only prose', { type: 'user_changed_user_id', body }, {}, {}, {}],
  ])('is a rotation: %s', (_name, part, fields, previous, current) => {
    expect(system(part, fields)).toEqual({
      kind: 'rotation',
      eventId: 'wamid.SYS1',
      at: 1790000100000,
      previous,
      current,
    });
  });

  it('is read in its withdrawn form, without the phone that form does not explain', () => {
    const update = { wa_id: newPhone, user_id: { previous: bsuid, current: newBsuid }, timestamp: '1790000100' };
    const item = read({ user_id_update: [update] }, 'user_id_update');
    expect(item).toMatchObject({ kind: 'rotation', previous: { bsuid }, current: { bsuid: newBsuid } });
    expect(item.current).not.toHaveProperty('phone');
    expect(read({ user_id_update: [{ ...update }] }, 'user_id_update').eventId).toBe(item.eventId);
  });
});

describe('other system messages', () => {
  it.each(['customer_identity_changed', 'user_identity_changed', 'user_moved_to_mars'])('are kept: %s', (type) => {
    expect(system({ type, customer: phone })).toMatchObject({
      kind: 'other',
      topic: `messages/system.${type}`,
      eventId: 'wamid.SYS1',
      at: 1790000100000,
    });
  });

  it('are kept without a system part too', () => {
    expect(system(undefined as never)).toMatchObject({ kind: 'other', topic: 'messages/system.unknown' });
  });
});

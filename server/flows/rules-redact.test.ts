import { describe, expect, it } from 'vitest';
import { isTheirsInside, type Sought, soughtPattern, speaksOf, without } from './rules-redact.ts';

const day = 86_400;
const held = 1_700_000_000;
const ada: Sought = {
  accountIds: ['US.1A', 'US.ENT.9'],
  phones: [{ key: '+2348031234567', digits: ['2348031234567'], from: held * 1000, until: (held + 10 * day) * 1000 }],
};
const during = held + day;
const after = held + 20 * day;

const message = (from: string, at: number, more: object = {}) => ({
  from,
  id: 'wamid.x',
  timestamp: String(at),
  type: 'text',
  ...more,
});
const webhook = (value: object) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
});

describe('one person out of a webhook', () => {
  it("takes their message and their profile, and leaves what is somebody else's", () => {
    const given = webhook({
      contacts: [
        { profile: { name: 'Ada' }, wa_id: '2348031234567' },
        { profile: { name: 'Ben' }, wa_id: '15550002222' },
      ],
      messages: [message('2348031234567', during), message('15550002222', during)],
    });
    const { value, removed } = without(given, ada, 0);
    expect(removed).toBe(2);
    expect(value).toEqual(
      webhook({
        contacts: [{ profile: { name: 'Ben' }, wa_id: '15550002222' }],
        messages: [message('15550002222', during)],
      }),
    );
  });

  it('leaves what came under the number when it was not theirs', () => {
    const given = webhook({ contacts: [{ wa_id: '2348031234567' }], messages: [message('2348031234567', after)] });
    expect(without(given, ada, during * 1000)).toEqual({ value: given, removed: 0 });
  });

  it('takes their card out of a message of somebody else, and leaves the message', () => {
    const cards = [
      { name: { formatted_name: 'Ada' }, phones: [{ phone: '+234 803 123 4567' }] },
      { name: { formatted_name: 'Cy' } },
    ];
    const { value } = without(webhook({ messages: [message('15550002222', during, { contacts: cards })] }), ada, 0);
    expect(value).toEqual(webhook({ messages: [message('15550002222', during, { contacts: [cards[1]] })] }));
  });

  it("takes their own message whole, whoever's card is in it", () => {
    const cards = [{ name: { formatted_name: 'Cy' }, phones: [{ phone: '+15550009999' }] }];
    const given = webhook({ messages: [message('', during, { from_user_id: 'US.1A', contacts: cards })] });
    expect(without(given, ada, 0).value).toEqual(webhook({ messages: [] }));
  });

  it('parts a history of a number between those who had it', () => {
    const thread = (messages: object[]) => webhook({ history: [{ threads: [{ id: '2348031234567', messages }] }] });
    const given = thread([message('2348031234567', held - day), message('2348031234567', during)]);
    expect(without(given, ada, 0).value).toEqual(thread([message('2348031234567', held - day)]));
  });

  it('knows a number by its national spelling and inside a message id', () => {
    const wamid = `wamid.${Buffer.from('\u0015\u0002\u0018\r2348031234567\u0015').toString('base64')}`;
    expect(speaksOf({ phone: '0803 123 4567' }, ada, during * 1000)).toBe(true);
    expect(speaksOf({ id: wamid }, ada, during * 1000)).toBe(true);
    expect(speaksOf({ id: wamid }, ada, after * 1000)).toBe(false);
    expect(speaksOf({ amount: 4567, phone: '+15550002222' }, ada, during * 1000)).toBe(false);
  });

  it('has a pattern that finds every text it could be in', () => {
    const pattern = new RegExp(soughtPattern(ada) ?? '');
    for (const text of ['2348031234567', '+234 (803) 123-4567', 'x US.1A y', '0803 123 4567'])
      expect(text).toMatch(pattern);
    expect('15550002222').not.toMatch(pattern);
    expect(isTheirsInside('{"broken": "US.ENT.9', ada, 0)).toBe(true);
  });
});

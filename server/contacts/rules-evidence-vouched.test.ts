import { readWebhook, type WebhookItem } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { message, text } from '../testing/webhooks.ts';
import { evidenceOf } from './rules-evidence.ts';

const keyed = (text: string) => `<${text}>`;
const card = (origin: string | undefined, ...phones: string[]) => ({
  ...(origin && { origin }),
  name: { formatted_name: 'Ana' },
  phones: phones.map((phone) => ({ phone })),
});

function toldBy(webhook: unknown) {
  const [item] = readWebhook(webhook);
  return evidenceOf(item as WebhookItem, keyed);
}

function sharing(who: object, ...contacts: object[]) {
  return toldBy(message(who, { at: 1, id: 'w-1' }, { type: 'contacts', contacts }));
}

describe('a card somebody sends', () => {
  const hidden = { bsuid: 'US.1' };
  const shared = { bsuid: 'US.1', phone: '+15552000001', sharedNumber: true };

  it('is their own number where it answers a request, also where the message hides it', () => {
    expect(sharing(hidden, card('contact_request', '+1 555 200 0001'))).toMatchObject(shared);
    expect(sharing({ ...hidden, phone: '+15552000001' }, card('contact_request', '+1 555 200 0001'))).toMatchObject(
      shared,
    );
  });

  it('is their own number in another national spelling too; the one that replies reach stands', () => {
    const told = sharing({ phone: '+5215512345678', bsuid: 'MX.1' }, card('contact_request', '+52 55 1234 5678'));
    expect(told).toMatchObject({ phone: '+5215512345678', sharedNumber: true });
  });

  it.each([
    ['a forwarded card', [card('other', '+1 555 200 0001')]],
    ['a card from before origins were told', [card(undefined, '+1 555 200 0001')]],
    ['an answer without a number in it', [card('contact_request')]],
    ['an answer that does not read as a number', [card('contact_request', '0301 234')]],
    ['an answer with two numbers', [card('contact_request', '+1 555 200 0001', '+1 555 200 0002')]],
  ])('proves nothing about them: %s', (_what, cards) => {
    const told = sharing(hidden, ...cards);
    expect(told).toMatchObject({ kind: 'seen-together', by: 'customer', bsuid: 'US.1' });
    expect(told).not.toHaveProperty('phone');
    expect(told).not.toHaveProperty('sharedNumber');
  });

  it('that names another number than the message shows leaves the one shown, unvouched', () => {
    const told = sharing({ ...hidden, phone: '+15552000009' }, card('contact_request', '+1 555 200 0001'));
    expect(told).toMatchObject({ phone: '+15552000009' });
    expect(told).not.toHaveProperty('sharedNumber');
  });
});

describe('the hash of a key', () => {
  it('is hashed again, under the deployment’s own secret', () => {
    const webhook = message({ phone: '+15552000001', bsuid: 'US.1', name: 'Ana' }, { at: 1, id: 'w-1' }, text('hi'));
    const [contact] = (webhook as { entry: { changes: { value: { contacts: object[] } }[] }[] }).entry.flatMap(
      ({ changes }) => changes.flatMap(({ value }) => value.contacts),
    );
    Object.assign(contact as object, { identity_key_hash: 'meta-hash' });
    expect(toldBy(webhook)).toMatchObject({ keyHash: '<identity key meta-hash>' });
  });
});

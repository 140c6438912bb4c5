import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpus } from '../tests/corpus/corpus.ts';
import { readEnvelope } from './read-envelope.ts';
import { readWebhook } from './read-webhook.ts';
import { sign, verifySignature } from './signatures.ts';
import { windowClosesAt } from './window.ts';

describe('splitting a webhook by account', () => {
  const object = 'whatsapp_business_account';

  it('hands back the body itself where it is about one account', () => {
    const body = {
      object,
      entry: [
        { id: '1', changes: [] },
        { id: 1, changes: [] },
      ],
    };
    const parts = readEnvelope(body);
    expect(parts).toEqual([{ wabaId: '1', envelope: body }]);
    expect(parts[0]?.envelope).toBe(body);
  });

  it('makes an envelope for each account, and one for what has none', () => {
    const [a, b, nobody] = [{ id: 'A' }, { id: 'B' }, { changes: [] }];
    expect(readEnvelope({ object, entry: [a, b, a, nobody, null] })).toEqual([
      { wabaId: 'A', envelope: { object, entry: [a, a] } },
      { wabaId: 'B', envelope: { object, entry: [b] } },
      { wabaId: null, envelope: { object, entry: [nobody, null] } },
    ]);
  });

  it.each([[null], [[]], ['x'], [{}], [{ object, entry: [] }], [{ object: 'page', entry: [{ id: '1' }] }]])(
    'keeps what is nobody’s: %j',
    (body) => {
      expect(readEnvelope(body)).toEqual([{ wabaId: null, envelope: body }]);
    },
  );

  it('changes nothing about what is read', () => {
    const kinds = (body: unknown) => readWebhook(body).map(({ kind, origin }) => `${origin.wabaId} ${kind}`);
    for (const { name, webhook } of corpus()) {
      const split = readEnvelope(webhook).flatMap(({ envelope }) => kinds(envelope));
      expect([name, split.sort()]).toEqual([name, kinds(webhook).sort()]);
    }
  });

  it('takes any JSON value', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => readEnvelope(body).length > 0));
  });
});

describe('signatures', () => {
  const secret = 'test_app_secret';
  const tight = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
  const spaced = Buffer.from('{"object": "whatsapp_business_account", "entry": []}');
  const tightHex = 'dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756';
  const spacedHex = '56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a';

  it('are made over the bytes, not over the JSON', () => {
    expect(sign(tight, secret)).toBe(`sha256=${tightHex}`);
    expect(sign(spaced, secret)).toBe(`sha256=${spacedHex}`);
    expect(verifySignature(tight, `sha256=${tightHex}`, [secret])).toBe(true);
    expect(verifySignature(tight, `sha256=${spacedHex}`, [secret])).toBe(false);
  });

  it('may be by any of the secrets while one is rotated', () => {
    expect(verifySignature(tight, sign(tight, 'old'), ['new', 'old'])).toBe(true);
    expect(verifySignature(tight, sign(tight, 'new'), ['new', 'old'])).toBe(true);
    expect(verifySignature(tight, sign(tight, 'older'), ['new', 'old'])).toBe(false);
  });

  it.each([
    [undefined],
    [''],
    ['sha256='],
    [tightHex],
    [`sha1=${tightHex}`],
    [`sha256=${tightHex.slice(1)}`],
    [`sha256=${tightHex}0`],
    [`sha256=${'z'.repeat(64)}`],
    [`sha256=${tightHex}\n`],
  ])('are refused in another form: %j', (header) => {
    expect(verifySignature(tight, header, [secret])).toBe(false);
  });

  it('are refused without a secret, or with an empty one', () => {
    expect(verifySignature(tight, `sha256=${tightHex}`, [])).toBe(false);
    expect(verifySignature(tight, sign(tight, ''), [''])).toBe(false);
  });
});

describe('the window', () => {
  it('closes 24 hours after the customer’s last word', () => {
    expect(windowClosesAt(Date.UTC(2026, 8, 21, 8))).toBe(Date.UTC(2026, 8, 22, 8));
  });
});

import { type Bsuid, type E164, parseBsuid, parseE164 } from '@throughline/identity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wamid } from './items.ts';
import { buildSend, readdressed, readSendAnswer } from './send.ts';

const phone = parseE164('15550002222') as E164;
const bsuid = parseBsuid('US.1000000000000001') as Bsuid;
const text = { type: 'text', text: { body: 'hola' } } as const;
const quotes = 'wamid.IN1' as Wamid;

describe('the body of a send', () => {
  it('goes to a phone with its +', () => {
    expect(buildSend({ address: { kind: 'phone', phone }, content: text, callbackData: 's1' })).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+15550002222',
      type: 'text',
      text: { body: 'hola' },
      biz_opaque_callback_data: 's1',
    });
  });

  it('goes to a BSUID as recipient, quoting', () => {
    const template = { name: 'order_update', language: { code: 'en_US' }, components: [] };
    const body = buildSend({
      address: { kind: 'bsuid', bsuid },
      content: { type: 'template', template },
      callbackData: 's2',
      quotes,
    });
    expect(body).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: bsuid,
      type: 'template',
      template,
      context: { message_id: 'wamid.IN1' },
      biz_opaque_callback_data: 's2',
    });
    expect(body).not.toHaveProperty('to');
  });

  it('goes by the marketing endpoint as a template with what Meta may do, and as nothing else', () => {
    const template = { name: 'spring_sale', language: { code: 'en_US' } };
    const marketing = { productPolicy: 'STRICT', activitySharing: false } as const;
    const address = { kind: 'phone', phone } as const;
    expect(
      buildSend({ address, content: { type: 'template', template }, callbackData: 's3', marketing }),
    ).toMatchObject({ type: 'template', template, product_policy: 'STRICT', message_activity_sharing: false });
    expect(() => buildSend({ address, content: text, callbackData: 's3', marketing })).toThrow('Only templates');
  });

  it('goes to another address with everything else as it was, the quote too', () => {
    const body = buildSend({ address: { kind: 'phone', phone }, content: text, callbackData: 's4', quotes });
    const { to: _to, ...rest } = body;
    expect(readdressed({ ...body }, { kind: 'bsuid', bsuid })).toEqual({ ...rest, recipient: bsuid });
    expect(readdressed(readdressed({ ...body }, { kind: 'bsuid', bsuid }), { kind: 'phone', phone })).toEqual(body);
  });

  it('refuses a BSUID as a phone, a phone as a BSUID, and a phone without its +', () => {
    const send = (address: unknown) => () => buildSend({ address: address as never, content: text, callbackData: 's' });
    expect(send({ kind: 'phone', phone: bsuid })).toThrow('phone number with its +');
    expect(send({ kind: 'phone', phone: '15550002222' })).toThrow('phone number with its +');
    expect(send({ kind: 'bsuid', bsuid: phone })).toThrow('whole BSUID');
    expect(send({ kind: 'bsuid', bsuid: '1000000000000001' })).toThrow('whole BSUID');
  });
});

const envelope = (code: unknown) => ({
  error: { message: `(#${code}) Title`, type: 'OAuthException', code, error_data: { details: 'why' } },
});

describe('the answer to a send', () => {
  it.each([
    ['accepted', 200, { messages: [{ id: 'wamid.A' }] }, { kind: 'accepted', wamid: 'wamid.A' }],
    [
      'accepted by name',
      200,
      { messages: [{ id: 'wamid.A', message_status: 'accepted' }] },
      { kind: 'accepted', wamid: 'wamid.A' },
    ],
    [
      'held for quality',
      200,
      { messages: [{ id: 'wamid.A', message_status: 'held_for_quality_assessment' }] },
      { kind: 'accepted', wamid: 'wamid.A', heldForQuality: true },
    ],
    ['200 without an id', 200, { messages: [{}] }, { kind: 'unknown', why: 'HTTP 200 without a message id' }],
    ['200 with a page', 200, '<html>', { kind: 'unknown', why: 'HTTP 200 without a message id' }],
    ['a gateway’s page', 502, '<html>', { kind: 'unknown', why: 'HTTP 502 without an error that can be read' }],
    [
      'an error without a code',
      400,
      { error: { message: 'x' } },
      { kind: 'unknown', why: 'HTTP 400 without an error that can be read' },
    ],
  ])('%s', (_name, httpStatus, body, expected) => {
    expect(readSendAnswer(httpStatus, body)).toEqual(expected);
  });

  it.each([
    [400, 131047, 'never'],
    [400, 131056, 'later'],
    [400, 131009, 'reresolve'],
    [500, 131000, 'later'],
    [400, 131049, 'later'],
    [400, 999999, 'never'],
    [200, 131026, 'reresolve'],
  ])('HTTP %i with code %i is refused: retry %s', (httpStatus, code, retry) => {
    expect(readSendAnswer(httpStatus, envelope(code))).toMatchObject({
      kind: 'refused',
      error: { code, title: `(#${code}) Title`, details: 'why' },
      retry,
      explanation: { code },
    });
  });

  it('is always one of the three, whatever came back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.jsonValue(), (httpStatus, body) => {
        expect(['accepted', 'refused', 'unknown']).toContain(readSendAnswer(httpStatus, body).kind);
      }),
    );
  });
});

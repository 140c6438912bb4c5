import { isUndialable, parseAlias, parseE164 } from '@throughline/identity';
import { wireText } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { readRelayId, relayIdOf } from './rules-ids.ts';
import { readSendRequest } from './rules-request.ts';

describe('the id an integration knows its message by', () => {
  it('leads back to the message, and looks like one of Meta’s', () => {
    const id = '0b5c1f52-6a2e-4f0e-9d41-3b1f2c9a7e10';
    expect(relayIdOf(id)).toMatch(/^wamid\.[A-Za-z0-9+/]+=*$/);
    expect(readRelayId(relayIdOf(id))).toBe(id);
  });

  it.each(['wamid.HBgLMTU1NTAwMDIyMjIVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA', 'wamid.', '', 'x', `wamid.${'A'.repeat(28)}`])(
    'is not taken for one: %s',
    (text) => expect(readRelayId(text)).toBeUndefined(),
  );
});

describe('a number for somebody without one', () => {
  it.each([
    ['8991234567890', true],
    ['+8991234567890', true],
    ['899123456789', false],
    ['15550002222', false],
    ['US.8991234567890', false],
  ])('%s is one: %s', (text, is) => expect(parseAlias(text) !== undefined).toBe(is));

  it('is of a range no network can dial, and nobody else’s number is', () => {
    const is = (text: string) => isUndialable(parseE164(text) ?? ('' as never));
    expect([is('+8991234567890'), is('+8801712345678'), is('+15550002222')]).toEqual([true, false, false]);
  });
});

describe('what an integration asks for', () => {
  const base = { messaging_product: 'whatsapp', to: '15550002222' };
  const saidIn = (part: object) => {
    const read = readSendRequest({ ...base, ...part }, 512);
    return read.kind === 'message' ? read.message.said : read;
  };

  it.each([
    [
      { type: 'text', text: { body: 'Hi', preview_url: true } },
      { type: 'text', text: { body: 'Hi', previewUrl: true } },
    ],
    [{ text: { body: 'no type' } }, { type: 'text', text: { body: 'no type' } }],
    [
      { type: 'image', image: { id: '17', caption: 'c' } },
      { type: 'image', image: { media: '17', caption: 'c' } },
    ],
    [
      { type: 'document', document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } },
      { type: 'document', document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } },
    ],
    [
      { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '' } },
      { type: 'reaction', reaction: { message: 'wamid.x', emoji: null } },
    ],
    [
      { type: 'location', location: { latitude: '6.5', longitude: 3.4, name: 'Lagos' } },
      { type: 'location', location: { latitude: 6.5, longitude: 3.4, name: 'Lagos' } },
    ],
    [
      { type: 'template', template: { name: 't', language: { code: 'en' }, components: [{ type: 'body' }] } },
      { type: 'template', template: { name: 't', language: { code: 'en' }, components: [{ type: 'body' }] } },
    ],
    [
      {
        type: 'interactive',
        interactive: {
          type: 'button',
          header: { type: 'text', text: 'H' },
          body: { text: 'B' },
          action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
        },
      },
      {
        type: 'interactive',
        interactive: { kind: 'buttons', header: 'H', body: 'B', buttons: [{ id: 'y', title: 'Yes' }] },
      },
    ],
    [
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: 'B' },
          action: { button: 'Open', sections: [{ rows: [{ id: '1', title: 'One' }] }] },
        },
      },
      {
        type: 'interactive',
        interactive: { kind: 'list', body: 'B', button: 'Open', sections: [{ rows: [{ id: '1', title: 'One' }] }] },
      },
    ],
    [
      {
        type: 'interactive',
        interactive: {
          type: 'cta_url',
          body: { text: 'B' },
          action: { parameters: { display_text: 'Go', url: 'https://example.com' } },
        },
      },
      { type: 'interactive', interactive: { kind: 'link', body: 'B', label: 'Go', url: 'https://example.com' } },
    ],
    [
      {
        type: 'contacts',
        contacts: [
          { name: { formatted_name: 'Ana', first_name: 'Ana' }, phones: [{ phone: '+1 555', wa_id: '1555' }] },
        ],
      },
      {
        type: 'contacts',
        contacts: [
          {
            name: { formatted: 'Ana', first: 'Ana' },
            phones: [{ text: '+1 555', phone: '+1555' }],
            ...{ emails: [], addresses: [], urls: [] },
          },
        ],
      },
    ],
  ])('%j', (part, said) => expect(saidIn(part)).toEqual(said));

  it.each([
    [{ type: 'text' }, 'text'],
    [{ type: 'order', order: {} }, 'type'],
    [{ type: 'interactive', interactive: { type: 'flow' } }, 'interactive.action'],
    [{ type: 'interactive', interactive: { type: 'flow', action: {}, body: { text: '' } } }, 'interactive.body.text'],
    [{ type: 'interactive', interactive: { type: 'flow', action: {}, header: 'Hi' } }, 'interactive.header'],
    [{ type: 'interactive', interactive: { type: 'nfm_reply', action: {} } }, 'interactive.type'],
    [{ type: 'interactive', interactive: { type: 'button', header: { type: 'image' } } }, 'interactive.action'],
    [
      { type: 'interactive', interactive: { type: 'button', header: { type: 'image' }, action: { buttons: [{}] } } },
      'interactive.action.buttons',
    ],
    [
      { type: 'interactive', interactive: { type: 'cta_url', header: { type: 'image' }, action: {} } },
      'interactive.action.parameters',
    ],
    [{ to: undefined, text: { body: 'x' } }, 'to'],
    [{ messaging_product: 'sms' }, 'messaging_product'],
    [{ recipient_type: 'group', text: { body: 'x' } }, 'recipient_type'],
    [{ text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) }, 'biz_opaque_callback_data'],
    [{ status: 'read' }, 'message_id'],
  ])('%j is refused at %s', (part, field) =>
    expect(readSendRequest({ ...base, ...part }, 512)).toMatchObject({ kind: 'bad', field }),
  );

  it('leaves what our own form has no word for in Meta’s form', () => {
    const flow = { type: 'flow', body: { text: 'Book' }, action: { name: 'flow', parameters: { flow_cta: 'Book' } } };
    const pictured = {
      type: 'button',
      header: { type: 'image', image: { id: '17' } },
      body: { text: 'This one?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
    };
    for (const meta of [flow, pictured, { type: 'voice_call', action: { name: 'voice_call' } }])
      expect(saidIn({ type: 'interactive', interactive: meta })).toEqual({
        type: 'interactive',
        interactive: { kind: 'relayed', meta },
      });
    const ask = { type: 'request_contact_info', body: { text: 'Your number?' }, action: {} };
    expect(saidIn({ type: 'interactive', interactive: ask })).toEqual({
      type: 'interactive',
      interactive: { kind: 'number_request', body: 'Your number?' },
    });
  });

  it('keeps what is only looked up later: whom, what is quoted, and what is to be heard back', () => {
    const body = {
      ...base,
      recipient: 'US.1',
      text: { body: 'x' },
      context: { message_id: 'w' },
      biz_opaque_callback_data: 'o',
    };
    expect(readSendRequest(body, 512)).toMatchObject({
      kind: 'message',
      message: { to: '15550002222', recipient: 'US.1', quotes: 'w', callbackData: 'o' },
    });
    const typing = {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'w',
      typing_indicator: { type: 'text' },
    };
    expect(readSendRequest(typing, 512)).toEqual({ kind: 'read', wamid: 'w', typing: true });
  });
});

describe('JSON as Meta writes it', () => {
  it('is ASCII, and says the same', () => {
    const value = { body: 'Grüße, 你好 👍' };
    const text = wireText(value);
    expect(text).toMatch(/^[\x20-\x7e]*$/);
    expect(text).toContain('\\u00fc');
    expect(JSON.parse(text)).toEqual(value);
  });
});

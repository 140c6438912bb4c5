import { describe, expect, it } from 'vitest';
import { readContent } from './content.ts';
import { summarize } from './summarize.ts';

function given(type: string, part: unknown, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return part === undefined ? { type, ...fields } : { type, [type]: part, ...fields };
}

const card = (fields: Record<string, unknown>) => ({ name: { formatted_name: 'Otra Persona' }, ...fields });

const cases: [string, Record<string, unknown>, Record<string, unknown>, string][] = [
  [
    'text',
    given('text', { body: 'hola\n  otra línea' }),
    { type: 'text', body: 'hola\n  otra línea' },
    'hola otra línea',
  ],
  ['empty text', given('text', { body: '' }), { type: 'text', body: '' }, 'Empty message'],
  [
    'photo',
    given('image', { id: '7', mime_type: 'image/jpeg' }),
    { type: 'image', mediaId: '7', mimeType: 'image/jpeg' },
    'Photo',
  ],
  [
    'photo with caption',
    given('image', { id: 7, caption: 'my garden' }),
    { type: 'image', mediaId: '7', caption: 'my garden' },
    'Photo: my garden',
  ],
  ['video', given('video', {}), { type: 'video' }, 'Video'],
  [
    'voice message',
    given('audio', { id: '7', voice: true }),
    { type: 'audio', mediaId: '7', voice: true },
    'Voice message',
  ],
  ['old voice message', given('voice', { id: '7' }), { type: 'audio', mediaId: '7', voice: true }, 'Voice message'],
  ['audio', given('audio', { id: '7' }), { type: 'audio', mediaId: '7' }, 'Audio'],
  [
    'document',
    given('document', { filename: 'invoice.pdf', caption: 'here' }),
    { type: 'document', filename: 'invoice.pdf', caption: 'here' },
    'Document: invoice.pdf',
  ],
  ['sticker', given('sticker', { id: '7' }), { type: 'sticker', mediaId: '7' }, 'Sticker'],
  [
    'location',
    given('location', { latitude: '48.2', longitude: -16.37, name: 'Cafe' }),
    { type: 'location', latitude: 48.2, longitude: -16.37, name: 'Cafe' },
    'Location: Cafe',
  ],
  [
    'location without name',
    given('location', { latitude: 0, longitude: 0 }),
    { type: 'location', latitude: 0, longitude: 0 },
    'Location',
  ],
  [
    'attested number',
    given('contacts', [{ origin: 'contact_request', phones: [{ phone: '+1 555 000 2222', wa_id: '15550002222' }] }]),
    {
      type: 'contacts',
      cards: [
        {
          name: 'Unnamed contact',
          origin: 'contact_request',
          phones: [{ text: '+1 555 000 2222', phone: '+15550002222' }],
        },
      ],
    },
    'Shared a contact: Unnamed contact',
  ],
  [
    'card',
    given('contacts', [
      card({ origin: 'other', phones: [{ phone: '+57 300 1234567' }, { phone: '300 1234567' }, 'junk'] }),
    ]),
    {
      type: 'contacts',
      cards: [
        {
          name: 'Otra Persona',
          origin: 'other',
          phones: [{ text: '+57 300 1234567', phone: '+573001234567' }, { text: '300 1234567' }],
        },
      ],
    },
    'Shared a contact: Otra Persona',
  ],
  [
    'cards',
    given('contacts', [card({}), { name: { first_name: 'Bo', last_name: 'Test' } }, null]),
    {
      type: 'contacts',
      cards: [
        { name: 'Otra Persona', origin: 'other', phones: [] },
        { name: 'Bo Test', origin: 'other', phones: [] },
      ],
    },
    'Shared 2 contacts: Otra Persona, Bo Test',
  ],
  [
    'reaction',
    given('reaction', { message_id: 'wamid.A', emoji: '❤️' }),
    { type: 'reaction', target: 'wamid.A', emoji: '❤️' },
    'Reacted ❤️',
  ],
  [
    'reaction taken back',
    given('reaction', { message_id: 'wamid.A' }),
    { type: 'reaction', target: 'wamid.A', emoji: null },
    'Took back a reaction',
  ],
  [
    'reaction to nothing',
    given('reaction', { emoji: '❤️' }),
    { type: 'unknown', wireType: 'reaction' },
    'Message of a type not known yet: reaction',
  ],
  [
    'quick reply',
    given('button', { payload: 'YES', text: 'Yes' }),
    { type: 'button', label: 'Yes', payload: 'YES' },
    'Chose: Yes',
  ],
  [
    'button reply',
    given('interactive', { type: 'button_reply', button_reply: { id: 'b1', title: 'Yes' } }),
    { type: 'interactive', label: 'Yes', payload: 'b1' },
    'Chose: Yes',
  ],
  [
    'list reply',
    given('interactive', { type: 'list_reply', list_reply: { id: 'l1', title: 'Large' } }),
    { type: 'interactive', label: 'Large', payload: 'l1' },
    'Chose: Large',
  ],
  [
    'form',
    given('interactive', { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{}' } }),
    { type: 'interactive', label: 'Form answered', payload: '{}', form: true },
    'Form answered',
  ],
  [
    'calls allowed',
    given('interactive', { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } }),
    { type: 'interactive', label: 'Calls allowed' },
    'Chose: Calls allowed',
  ],
  [
    'calls refused',
    given('interactive', { type: 'call_permission_reply', call_permission_reply: { response: 'reject' } }),
    { type: 'interactive', label: 'Calls not allowed' },
    'Chose: Calls not allowed',
  ],
  [
    'strange interactive',
    given('interactive', { type: 'constructor' }),
    { type: 'unknown', wireType: 'interactive' },
    'Message of a type not known yet: interactive',
  ],
  [
    'order',
    given('order', { product_items: [{ quantity: 2 }, { quantity: '1' }] }),
    { type: 'order', itemCount: 3 },
    'Order of 3 items',
  ],
  [
    'order with words',
    given('order', { product_items: [{}], text: 'please' }),
    { type: 'order', itemCount: 1, text: 'please' },
    'Order of 1 item: please',
  ],
  [
    'edit',
    given('edit', { original_message_id: 'wamid.A', message: { type: 'text', text: { body: 'at five' } } }),
    { type: 'edit', target: 'wamid.A', body: 'at five' },
    'Edited a message: at five',
  ],
  [
    'edit, flat',
    given('edit', undefined, { original_message_id: 'wamid.A', text: { body: 'at five' } }),
    { type: 'edit', target: 'wamid.A', body: 'at five' },
    'Edited a message: at five',
  ],
  [
    'revoke',
    given('revoke', { original_message_id: 'wamid.A' }),
    { type: 'revoke', target: 'wamid.A' },
    'Deleted a message',
  ],
  [
    'template',
    given('template', { name: 'order_update' }),
    { type: 'template', name: 'order_update' },
    'Template: order_update',
  ],
  [
    'unsupported',
    given('unsupported', { type: 'poll' }, { errors: [{ code: 131051 }] }),
    { type: 'unsupported', code: 131051, kind: 'poll' },
    'A message of the kind "poll", which WhatsApp does not pass on to businesses. Ask the person to send it in another way.',
  ],
  [
    'unavailable',
    given('unsupported', undefined, { errors: [{ code: 131060 }] }),
    { type: 'unsupported', code: 131060 },
    'A message WhatsApp could not pass on. Ask the person to send it again.',
  ],
  [
    'sent with buttons',
    given('interactive', {
      type: 'button',
      body: { text: 'When?' },
      action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'Today' } }] },
    }),
    { type: 'interactive', label: 'When?', sent: true },
    'When?',
  ],
  [
    'unsupported, no code',
    given('unknown', undefined),
    { type: 'unsupported' },
    'A kind of message WhatsApp does not pass on to businesses. Ask the person to send it in another way.',
  ],
  [
    'new type',
    given('request_welcome', undefined),
    { type: 'unknown', wireType: 'request_welcome' },
    'Message of a type not known yet: request welcome',
  ],
  [
    'an id for a type',
    given('US.1000000000000001', undefined),
    { type: 'unknown', wireType: 'US.1000000000000001' },
    'Message of a type not known yet: no name',
  ],
  [
    'text that is none',
    given('text', 'hola'),
    { type: 'unknown', wireType: 'text' },
    'Message of a type not known yet: text',
  ],
  ['type missing', { text: { body: 'hola' } }, { type: 'text', body: 'hola' }, 'hola'],
  ['nothing', {}, { type: 'unknown', wireType: 'none' }, 'Message of a type not known yet: none'],
];

describe('the content of a message', () => {
  it.each(cases)('%s', (_name, message, expected, line) => {
    const content = readContent(message, message);
    expect(content).toEqual({ ...expected, raw: message });
    expect(content.raw).toBe(message);
    expect(summarize(content)).toBe(line);
  });

  it('is summed up in one line of bounded length', () => {
    const body = `${'a\n'.repeat(10_000)}`;
    expect(summarize({ raw: {}, type: 'text', body })).toMatch(/^[a ]{299,300}…$/);
  });
});

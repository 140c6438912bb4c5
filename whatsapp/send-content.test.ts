// The examples are in the form Meta's pages show; the values are our own.

import { describe, expect, it } from 'vitest';
import type { Wamid } from './items.ts';
import { type SendContent, sendProblems } from './send-content.ts';
import { buildRead, buildTyping } from './send-read.ts';

const long = (length: number) => 'x'.repeat(length);
const row = (id: string) => ({ id, title: `Row ${id}` });
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => row(String(from + index)));
const button = (id: string, title = id) => ({ type: 'reply', reply: { id, title } }) as const;
const target = 'wamid.HBgIN1' as Wamid;
const file = { id: '1166846181421424' };

const good: [string, SendContent][] = [
  ['text', { type: 'text', text: { body: long(4096), preview_url: true } }],
  ['image by id', { type: 'image', image: { ...file, caption: long(1024) } }],
  ['image by link', { type: 'image', image: { link: 'https://shop.example/bike.jpg' } }],
  ['video', { type: 'video', video: file }],
  ['audio', { type: 'audio', audio: file }],
  ['voice', { type: 'audio', audio: { ...file, voice: true } }],
  ['document', { type: 'document', document: { ...file, filename: 'invoice.pdf', caption: 'March' } }],
  ['sticker by id', { type: 'sticker', sticker: file }],
  ['sticker by link', { type: 'sticker', sticker: { link: 'https://shop.example/hello.webp' } }],
  ['location', { type: 'location', location: { latitude: 6.45, longitude: -3.39, name: 'Shop', address: 'Broad St' } }],
  [
    'contacts',
    {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Dr. Ana Prueba', first_name: 'Ana', last_name: 'Prueba', prefix: 'Dr.' },
          phones: [{ phone: '+15550002222', type: 'MOBILE', wa_id: '15550002222' }],
          emails: [{ email: 'ana@example.com', type: 'WORK' }],
          addresses: [{ street: 'Broad St 1', city: 'Lagos', country: 'Nigeria', country_code: 'ng', type: 'HOME' }],
          org: { company: 'Lagos Bikes', department: 'Repairs', title: 'Head' },
          urls: [{ url: 'https://bikes.example', type: 'WORK' }],
          birthday: '1990-12-31',
        },
      ],
    },
  ],
  [
    'buttons',
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'text', text: 'Your repair' },
        body: { text: 'When do you come?' },
        footer: { text: 'We close at six' },
        action: { buttons: [button('today', 'Today'), button('later', 'Another day')] },
      },
    },
  ],
  [
    'list',
    {
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: long(4096) },
        action: {
          button: 'Choose',
          sections: [
            { title: 'City', rows: rows(5) },
            { title: 'Trail', rows: rows(5, 5) },
          ],
        },
      },
    },
  ],
  [
    'link',
    {
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'Track it' },
        action: { name: 'cta_url', parameters: { display_text: 'Track', url: 'https://bikes.example/t/1' } },
      },
    },
  ],
  [
    'location request',
    {
      type: 'interactive',
      interactive: {
        type: 'location_request_message',
        body: { text: 'Where are you?' },
        action: { name: 'send_location' },
      },
    },
  ],
  [
    'number request',
    {
      type: 'interactive',
      interactive: {
        type: 'request_contact_info',
        body: { text: 'May we have your number?' },
        action: { name: 'request_contact_info' },
      },
    },
  ],
  ['reaction', { type: 'reaction', reaction: { message_id: target, emoji: '👩‍🔧' } }],
  ['reaction taken back', { type: 'reaction', reaction: { message_id: target, emoji: '' } }],
  [
    'template with every kind of component',
    {
      type: 'template',
      template: {
        name: 'spring_sale',
        language: { code: 'en_US' },
        components: [
          { type: 'header', parameters: [{ type: 'image', image: file }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Ana' },
              { type: 'text', parameter_name: 'city', text: 'Lagos' },
              { type: 'currency', currency: { fallback_value: '$1', code: 'USD', amount_1000: 1000 } },
            ],
          },
          { type: 'limited_time_offer', parameters: [{ type: 'limited_time_offer', limited_time_offer: {} }] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'sale' }] },
          { type: 'button', sub_type: 'copy_code', index: 1, parameters: [{ type: 'coupon_code', coupon_code: 'A1' }] },
          {
            type: 'carousel',
            cards: [
              {
                card_index: 0,
                components: [
                  { type: 'header', parameters: [{ type: 'video', video: file }] },
                  {
                    type: 'button',
                    sub_type: 'quick_reply',
                    index: '0',
                    parameters: [{ type: 'payload', payload: 'p' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
];

const interactive = (one: Extract<SendContent, { type: 'interactive' }>['interactive']): SendContent => ({
  type: 'interactive',
  interactive: one,
});
const list = (sections: { title?: string; rows: { id: string; title: string }[] }[], label = 'Choose') =>
  interactive({ type: 'list', body: { text: 'b' }, action: { button: label, sections } });
const buttons = (...given: ReturnType<typeof button>[]) =>
  interactive({ type: 'button', body: { text: 'b' }, action: { buttons: given } });
const template = (...components: unknown[]): SendContent => ({
  type: 'template',
  template: { name: 'a', language: { code: 'en' }, components },
});

const bad: [string, SendContent, [field: string, problem: string][]][] = [
  ['no words', { type: 'text', text: { body: ' \n' } }, [['text.body', 'must not be empty']]],
  ['long text', { type: 'text', text: { body: long(4097) } }, [['text.body', 'at most 4096 characters; it has 4097']]],
  ['no file', { type: 'image', image: {} as never }, [['image', 'one file, by id or by link']]],
  [
    'two files',
    { type: 'sticker', sticker: { id: '1', link: 'https://a.example' } as never },
    [['sticker', 'one file, by id or by link']],
  ],
  ['a link to nowhere', { type: 'video', video: { link: 'file:///etc' } }, [['video.link', 'begins with https://']]],
  ['long caption', { type: 'image', image: { ...file, caption: long(1025) } }, [['image.caption', 'at most 1024']]],
  ['long file name', { type: 'document', document: { ...file, filename: long(241) } }, [['document.filename', '240']]],
  [
    'a place off the globe',
    { type: 'location', location: { latitude: 91, longitude: Number.NaN } },
    [
      ['location.latitude', 'between -90 and 90'],
      ['location.longitude', 'between -180 and 180'],
    ],
  ],
  [
    'an address without a name',
    { type: 'location', location: { latitude: 1, longitude: 1, address: 'a' } },
    [['location.name', 'must be there']],
  ],
  ['no cards', { type: 'contacts', contacts: [] }, [['contacts', 'at least 1 cards']]],
  [
    'a card with half a name',
    { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' }, birthday: 'in May' }] },
    [
      ['contacts.0.name', 'a part of the name'],
      ['contacts.0.birthday', 'must be a day'],
    ],
  ],
  ['no buttons', buttons(), [['interactive.action.buttons', 'at least 1']]],
  [
    'four buttons',
    buttons(...['a', 'b', 'c', 'd'].map((id) => button(id))),
    [['interactive.action.buttons', 'at most 3']],
  ],
  ['a long button', buttons(button('a', long(21))), [['interactive.action.buttons.0.reply.title', 'at most 20']]],
  [
    'twin buttons',
    buttons(button('a', 'Yes'), button('b', 'Yes')),
    [['interactive.action.buttons', 'the same title twice']],
  ],
  [
    'eleven rows',
    list([
      { title: 'a', rows: rows(6) },
      { title: 'b', rows: rows(5, 6) },
    ]),
    [['interactive.action.sections', 'at most 10 rows']],
  ],
  [
    'untitled sections',
    list([{ rows: rows(1) }, { title: 'b', rows: rows(1, 1) }]),
    [['interactive.action.sections.0.title', 'must be there']],
  ],
  ['twin rows', list([{ rows: [row('1'), row('1')] }]), [['interactive.action.sections', 'the same id twice']]],
  [
    'a long row',
    list([{ rows: [{ id: '1', title: long(25) }] }]),
    [['interactive.action.sections.0.rows.0.title', 'at most 24']],
  ],
  ['a long label', list([{ rows: rows(1) }], long(21)), [['interactive.action.button', 'at most 20']]],
  [
    'a link that runs',
    interactive({
      type: 'cta_url',
      header: { type: 'text', text: long(61) },
      body: { text: 'b' },
      footer: { text: long(61) },
      action: { name: 'cta_url', parameters: { display_text: 'Go', url: 'javascript:alert(1)' } },
    }),
    [
      ['interactive.header.text', 'at most 60'],
      ['interactive.footer.text', 'at most 60'],
      ['interactive.action.parameters.url', 'begins with https://'],
    ],
  ],
  [
    'words as a reaction',
    { type: 'reaction', reaction: { message_id: target, emoji: 'ok' } },
    [['reaction.emoji', 'one emoji']],
  ],
  [
    'two emojis',
    { type: 'reaction', reaction: { message_id: target, emoji: '👍👍' } },
    [['reaction.emoji', 'one emoji']],
  ],
  [
    'a component of no kind',
    template({ type: 'sidebar' }, 7),
    [
      ['template.components.0.type', 'header, body'],
      ['template.components.1', 'an object'],
    ],
  ],
  [
    'an empty place',
    template({ type: 'body', parameters: [{ type: 'text', text: '' }] }),
    [['template.components.0.parameters.0.text', 'would be empty']],
  ],
  ['a button nowhere', template({ type: 'button', sub_type: 'url' }), [['template.components.0.index', 'from 0 to 9']]],
  [
    'an empty place in a carousel',
    template({
      type: 'carousel',
      cards: [{ card_index: 0, components: [{ type: 'header', parameters: [{ type: 'image' }] }] }],
    }),
    [['template.components.0.cards.0.components.0.parameters.0.image', 'would be empty']],
  ],
];

describe('what is sent, checked before', () => {
  it.each(good)('lets pass: %s', (_name, content) => {
    expect(sendProblems(content)).toEqual([]);
  });

  it.each(bad)('tells about: %s', (_name, content, expected) => {
    const found = sendProblems(content);
    expect(found.map(({ field }) => field)).toEqual(expected.map(([field]) => field));
    for (const [index, [, problem]] of expected.entries()) expect(found[index]?.problem).toContain(problem);
  });
});

describe('what is no message', () => {
  it('marks as read by the message, naming nobody', () => {
    expect(buildRead(target)).toEqual({ messaging_product: 'whatsapp', status: 'read', message_id: target });
  });

  it('shows that somebody is writing, and that they have read', () => {
    expect(buildTyping(target)).toEqual({ ...buildRead(target), typing_indicator: { type: 'text' } });
  });
});

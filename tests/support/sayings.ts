// What an agent can say that is complete by itself.

import type { MessageItem, SendReply } from '@throughline/contract';

const card = {
  name: { formatted: 'Bo Test', first: 'Bo' },
  phones: [{ text: '+1 555 010 3002', phone: '+15550103002', type: 'work' }],
  emails: [{ email: 'bo@example.com' }],
  addresses: [],
  urls: [],
};
export const link = 'https://shop.example/bike';

/** By name: what an agent says, what Meta is given of it, and how it reads. */
export const sayings: [string, SendReply, part: unknown, Partial<MessageItem>][] = [
  [
    'text with a preview',
    { type: 'text', text: { body: `Look: ${link}`, previewUrl: true } },
    { body: `Look: ${link}`, preview_url: true },
    { text: { body: `Look: ${link}` }, summary: `Look: ${link}` },
  ],
  [
    'image by link',
    { type: 'image', image: { link: `${link}.jpg`, caption: 'Yours' } },
    { link: `${link}.jpg`, caption: 'Yours' },
    { summary: 'Photo: Yours' },
  ],
  ['video by link', { type: 'video', video: { link: `${link}.mp4` } }, { link: `${link}.mp4` }, { summary: 'Video' }],
  [
    'voice by link',
    { type: 'audio', audio: { link: `${link}.ogg`, voice: true } },
    { link: `${link}.ogg`, voice: true },
    { summary: 'Voice message' },
  ],
  [
    'document by link',
    { type: 'document', document: { link: `${link}.pdf`, filename: 'invoice.pdf' } },
    { link: `${link}.pdf`, filename: 'invoice.pdf' },
    { summary: 'Document: invoice.pdf' },
  ],
  [
    'sticker by link',
    { type: 'sticker', sticker: { link: `${link}.webp` } },
    { link: `${link}.webp` },
    { summary: 'Sticker' },
  ],
  [
    'location',
    { type: 'location', location: { latitude: 6.45, longitude: 3.39, name: 'Shop', address: 'Broad St 1' } },
    { latitude: 6.45, longitude: 3.39, name: 'Shop', address: 'Broad St 1' },
    { location: { latitude: 6.45, longitude: 3.39, name: 'Shop', address: 'Broad St 1' }, summary: 'Location: Shop' },
  ],
  [
    'card',
    { type: 'contacts', contacts: [card] },
    [
      {
        name: { formatted_name: 'Bo Test', first_name: 'Bo' },
        phones: [{ phone: '+1 555 010 3002', type: 'work', wa_id: '15550103002' }],
        emails: [{ email: 'bo@example.com' }],
      },
    ],
    { cards: [{ ...card, attested: false }], summary: 'Shared a contact: Bo Test' },
  ],
  [
    'buttons',
    {
      type: 'interactive',
      interactive: {
        kind: 'buttons',
        header: 'Repair',
        body: 'When?',
        footer: 'Until six',
        buttons: [{ id: 'b1', title: 'Today' }],
      },
    },
    {
      type: 'button',
      header: { type: 'text', text: 'Repair' },
      body: { text: 'When?' },
      footer: { text: 'Until six' },
      action: { buttons: [{ type: 'reply', reply: { id: 'b1', title: 'Today' } }] },
    },
    {
      interactive: {
        kind: 'buttons',
        header: 'Repair',
        body: 'When?',
        footer: 'Until six',
        options: [{ label: 'Today' }],
      },
      summary: 'When?',
    },
  ],
  [
    'list',
    {
      type: 'interactive',
      interactive: {
        kind: 'list',
        body: 'Which?',
        button: 'Choose',
        sections: [{ title: 'Bikes', rows: [{ id: 'r1', title: 'City', description: '28 inches' }] }],
      },
    },
    {
      type: 'list',
      body: { text: 'Which?' },
      action: {
        button: 'Choose',
        sections: [{ title: 'Bikes', rows: [{ id: 'r1', title: 'City', description: '28 inches' }] }],
      },
    },
    { interactive: { kind: 'list', body: 'Which?', options: [{ label: 'City', description: '28 inches' }] } },
  ],
  [
    'link',
    { type: 'interactive', interactive: { kind: 'link', body: 'Track it', label: 'Track', url: link } },
    {
      type: 'cta_url',
      body: { text: 'Track it' },
      action: { name: 'cta_url', parameters: { display_text: 'Track', url: link } },
    },
    { interactive: { kind: 'link', body: 'Track it', options: [{ label: 'Track', url: link }] } },
  ],
  [
    'location request',
    { type: 'interactive', interactive: { kind: 'location_request', body: 'Where are you?' } },
    { type: 'location_request_message', body: { text: 'Where are you?' }, action: { name: 'send_location' } },
    { interactive: { kind: 'location_request', body: 'Where are you?', options: [] } },
  ],
];

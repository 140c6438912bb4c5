// A thread with a message of every kind and state, for looking at all of them at once.

import type { MessageItem, SharedCard, TimelineItem } from '@throughline/contract';
import { missing, paper, sample, sound } from './files.ts';
import type { Make } from './make.ts';

const minute = 60_000;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const cards: SharedCard[] = [
  {
    name: { formatted: 'Dr. Ngozi Adeyemi-Balogun', first: 'Ngozi' },
    phones: [
      { text: '+234 805 555 0142', phone: '+2348055550142', type: 'WORK' },
      { text: '01 555 0142', type: 'HOME' },
    ],
    emails: [{ email: 'ngozi@clinic.example', type: 'WORK' }],
    addresses: [{ street: 'Marina 14', city: 'Lagos', zip: '101001', country: 'Nigeria', type: 'WORK' }],
    organization: { company: 'Marina Clinic', title: 'Orthopedist' },
    urls: [{ url: 'https://clinic.example/ngozi' }, { url: 'javascript:alert(1)' }],
    birthday: '1981-04-12',
    note: 'Saw her after the fall.\nMornings only.',
    attested: false,
  },
  {
    name: { formatted: 'Olu Adeyemi' },
    phones: [{ text: '+234 805 555 0199', phone: '+2348055550199', type: 'CELL' }],
    emails: [],
    addresses: [],
    urls: [],
    attested: true,
  },
];

type Added = Partial<MessageItem>;

/** Everything a customer can send. */
export function everyKind(make: Make, end: number): TimelineItem[] {
  let at = end - 95 * minute;
  const next = (gap = 1) => {
    at += gap * minute;
    return at;
  };
  const came = (type: string, summary: string, more: Added) => make.other(next(), 'in', type, summary, more);
  const went = (type: string, summary: string, more: Added) =>
    make.other(next(), 'out', type, summary, { author: 'Maya Kamau', status: 'read', ...more });
  const first = make.message(next(), 'in', 'Hi, I saw your post. Is the cargo bike in stock?', {
    referral: {
      source: 'ad',
      headline: 'Cargo bikes from Lagos Bikes',
      body: 'Carry the week home. Free first service.',
      url: 'https://bikes.example/cargo?from=ad',
    },
  });
  const photo = came('image', 'Photo: the chain came off', {
    media: sample('blue-bike.jpg', 'image', {
      caption: 'The chain came off again, look: https://bikes.example/help 😩',
    }),
    reactions: [{ emoji: '😮', by: 'business', at: new Date(at).toISOString() }],
  });
  const wrong = make.message(next(), 'in', 'It is the rear wheel, 28 inch', {
    edited: { at: new Date(at + minute / 2).toISOString(), before: 'It is the front wheel, 26 inch' },
  });
  return [
    first,
    photo,
    came('image', 'Photo', { media: sample('hallway.jpg', 'image'), forwarded: 'once' }),
    came('image', 'Photo', { media: sample('three-bikes.jpg', 'image'), forwarded: 'often' }),
    came('video', 'Video: how it sounds', {
      media: sample('ride.mp4', 'video', { durationS: 3, caption: 'How it sounds' }),
    }),
    came('audio', 'Voice message · 0:14', { media: sound(14, { voice: true }) }),
    came('audio', 'Audio: bell.wav', { media: sound(3, { filename: 'bell.wav' }) }),
    came('document', 'Document: invoice', {
      media: paper('Invoice 88213, with a name that goes on and on.pdf', 'application/pdf', 248_120),
    }),
    came('document', 'Document', { media: paper('guarantee.docx', docx, 1_840_000) }),
    came('sticker', 'Sticker', { media: sample('smile.webp', 'sticker') }),
    came('location', 'Location: Marina 14', {
      location: {
        latitude: 6.454_07,
        longitude: 3.394_67,
        name: 'Workshop at the Marina',
        address: 'Marina 14, Lagos Island',
      },
    }),
    came('location', 'Location', { location: { latitude: -33.868_82, longitude: 151.209_29 } }),
    came('contacts', 'Shared 2 contacts', { cards }),
    went('interactive', 'Which day suits you?', {
      interactive: {
        kind: 'buttons',
        header: 'Your repair',
        body: 'Which day suits you? We need about an hour.',
        footer: 'Lagos Bikes, Service',
        options: [{ label: 'Friday' }, { label: 'Saturday' }, { label: 'Another day' }],
      },
    }),
    came('button', 'Friday', { choice: { label: 'Friday' } }),
    went('interactive', 'Choose a time', {
      interactive: {
        kind: 'list',
        body: 'And when?',
        options: [
          { label: '9:00', description: 'First in the morning' },
          { label: '12:30', description: 'Over lunch' },
          { label: '17:00' },
        ],
      },
    }),
    came('interactive', '12:30', { choice: { label: '12:30', description: 'Over lunch' } }),
    went('interactive', 'Share your location', {
      interactive: { kind: 'location_request', body: 'Where shall we pick it up?', options: [] },
    }),
    came('interactive', 'Filled in a form', {
      form: {
        name: 'Repair form',
        fields: [
          { label: 'Bike', value: 'Cargo, 2024' },
          { label: 'What is broken', value: 'Chain, rear wheel, and the lamp flickers when it rains' },
        ],
      },
    }),
    came('order', 'Order: 2 products', {
      order: {
        text: 'Please with the receipt',
        items: [
          { product: 'Chain 9-speed', quantity: 1, price: 18.5, currency: 'USD' },
          { product: 'Brake pads, pair', quantity: 2, price: 6.25, currency: 'USD' },
          { product: 'sku-7781', quantity: 1 },
        ],
        total: { amount: 31, currency: 'USD' },
      },
    }),
    went('template', 'Your order is ready', {
      campaign: { id: '7d0c2f2e-2f0f-4d3a-9c58-0d6b8c2f7a11', name: 'Spring service reminder' },
      author: 'Campaign',
      template: {
        name: 'order_ready',
        language: 'en',
        text: {
          header: { kind: 'text', text: 'Order 88213' },
          body: 'Hi Olu, your bike is ready. Come by until 18:00, or choose another day.',
          footer: 'Reply STOP to hear no more of this',
          buttons: [
            { kind: 'quick_reply', label: 'I will come' },
            { kind: 'url', label: 'Track it', url: 'https://bikes.example/88213' },
            { kind: 'phone', label: 'Call us', phone: '+15550783881' },
          ],
        },
      },
    }),
    went('template', 'Template carousel_spring', {
      template: {
        name: 'carousel_spring',
        language: 'en',
        text: {
          body: 'Three for the spring:',
          buttons: [],
          cards: ['City', 'Cargo', 'Folding'].map((name) => ({
            header: 'image' as const,
            body: `${name} bike, from stock`,
            buttons: [{ kind: 'url' as const, label: 'Look', url: 'https://bikes.example' }],
          })),
        },
      },
    }),
    went('template', 'Template old_offer', { template: { name: 'old_offer', language: 'pt_BR', text: null } }),
    wrong,
    make.message(next(), 'in', 'Deleted', {
      text: { body: '' },
      summary: 'A deleted message',
      deletedAt: new Date(at).toISOString(),
    }),
    came('unsupported', 'They sent something WhatsApp does not pass on to businesses, such as a poll.', {}),
    came('image', 'Photo', { media: missing('waiting', 'image', { caption: 'The receipt' }) }),
    came('audio', 'Voice message', {
      media: missing('failed', 'audio', {
        voice: true,
        durationS: 21,
        reason: 'WhatsApp did not hand it out for three days: its server answered 500. It can be tried again.',
      }),
    }),
    came('video', 'Video', {
      media: missing('expired', 'video', {
        reason: 'It was older than 7 days when it could first be fetched. Ask for it to be sent again.',
      }),
    }),
    came('document', 'Document', {
      media: missing('too_large', 'document', {
        filename: 'scans.zip',
        sizeBytes: 121_000_000,
        reason: 'It has 121 MB; up to 100 MB are kept. Ask for it in parts.',
      }),
    }),
    came('document', 'Document', {
      media: missing('refused', 'document', {
        filename: 'setup.exe',
        reason: 'Its bytes are a program, which is not kept.',
      }),
    }),
    came('image', 'Photo', {
      media: missing('erased', 'image', { reason: 'Removed on 3 November, on a request about personal data.' }),
    }),
    make.message(end, 'in', 'The chain came off again 😩', { quotes: photo.id }),
  ];
}

/** Everything that can happen to a message of ours. */
export function everyState(make: Make, end: number): TimelineItem[] {
  const later = (ms: number) => new Date(Date.now() + ms).toISOString();
  const old = make.message(end - 76 * minute, 'out', 'Te paso la dirección de la tienda.', { status: 'unknown' });
  const again = make.message(end - 70 * minute, 'out', 'Te paso la dirección de la tienda.', {
    status: 'delivered',
    resendOf: old.id,
  });
  return [
    make.message(end - 90 * minute, 'in', '¿Tienen el casco en talla S?'),
    make.message(end - 80 * minute, 'out', 'Sí, en negro y en verde.', { status: 'delivered' }),
    make.message(end - 79 * minute, 'out', '¿Te guardo uno?', { status: 'sent' }),
    make.message(end - 78 * minute, 'out', 'Te llamo en un momento.', {
      status: 'failed',
      failure: {
        code: 131026,
        text: 'WhatsApp could not deliver this message. Ask her to write again, then try once more.',
      },
      mayResend: true,
    }),
    { ...old, resentAs: again.id, mayResend: false },
    make.message(end - 75 * minute, 'out', 'Te paso el enlace.', { status: 'unknown', mayResend: true }),
    again,
    make.other(end - 60 * minute, 'out', 'audio', 'Voice message', {
      media: sound(5, { voice: true }),
      status: 'played',
      author: 'Maya Kamau',
    }),
    make.other(end - 50 * minute, 'out', 'image', 'Photo', {
      media: missing('waiting', 'image'),
      status: 'queued',
      author: 'Maya Kamau',
    }),
    make.message(end - 49 * minute, 'out', 'Esto ya no.', { status: 'cancelled' }),
    make.message(end - 46 * minute, 'out', 'Aquí está: https://bikes.example/cascos', {
      status: 'queued',
      waiting: {
        reason: 'pair_rate',
        text: 'WhatsApp takes one message every few seconds to one person; this one waits its turn.',
        until: later(40_000),
      },
    }),
    make.message(end - 45 * minute, 'out', 'Y la oferta de hoy.', {
      status: 'queued',
      waiting: {
        reason: 'number_paused',
        text: 'The sales number is paused by Meta. Nothing goes until it is back.',
        until: null,
      },
    }),
    make.call(end - 40 * minute, 'ended', 80, 'Call ended · 1:20'),
    make.call(end, 'missed', null, 'Missed call'),
  ];
}

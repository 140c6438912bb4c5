import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Readable, readable } from './readable.ts';
import { message } from './samples.ts';

const of = (type: string, part: unknown, more: Record<string, unknown> = {}) =>
  message({ type, [type]: part, ...more });
const media = { id: '1166846181421424', mime_type: 'image/jpeg', sha256: 'b/+SHA/=' };

const cases: [string, Record<string, unknown>, Readable][] = [
  ['text', message(), { text: { body: 'hola' } }],
  ['picture', of('image', { ...media, caption: 'the receipt' }), { media: { type: 'image', caption: 'the receipt' } }],
  ['voice', of('audio', { ...media, voice: true }), { media: { type: 'audio', voice: true } }],
  [
    'document',
    of('document', { ...media, filename: 'invoice.pdf' }),
    { media: { type: 'document', filename: 'invoice.pdf' } },
  ],
  [
    'location',
    of('location', { latitude: 6.45, longitude: 3.39, name: 'Shop', address: 'Broad St 1', url: 'https://a.example' }),
    { location: { latitude: 6.45, longitude: 3.39, name: 'Shop', address: 'Broad St 1' } },
  ],
  [
    'a card with every field',
    of('contacts', [
      {
        name: { formatted_name: 'Dr. Ana Prueba', first_name: 'Ana', last_name: 'Prueba', prefix: 'Dr.' },
        phones: [
          { phone: '+1 555-000-2222', wa_id: '15550002222', type: 'CELL' },
          { phone: '0800 2222', type: 'WORK' },
          { type: 'HOME' },
        ],
        emails: [{ email: 'ana@example.com', type: 'WORK' }, {}],
        addresses: [
          {
            street: 'Broad St 1',
            city: 'Lagos',
            state: 'LA',
            zip: '1',
            country: 'Nigeria',
            country_code: 'ng',
            type: 'HOME',
          },
          { type: 'WORK' },
        ],
        org: { company: 'Lagos Bikes', department: 'Repairs', title: 'Head' },
        urls: [{ url: 'www.bikes.example', type: 'WORK' }, { url: 'javascript:alert(1)' }],
        birthday: '1990-12-31',
        origin: 'other',
        vcard: 'BEGIN:VCARD',
      },
    ]),
    {
      cards: [
        {
          name: { formatted: 'Dr. Ana Prueba', first: 'Ana', last: 'Prueba', prefix: 'Dr.' },
          phones: [
            { text: '+1 555-000-2222', phone: '+15550002222', type: 'cell' } as never,
            { text: '0800 2222', type: 'work' },
          ],
          emails: [{ email: 'ana@example.com', type: 'work' }],
          addresses: [
            {
              street: 'Broad St 1',
              city: 'Lagos',
              state: 'LA',
              zip: '1',
              country: 'Nigeria',
              countryCode: 'ng',
              type: 'home',
            },
          ],
          organization: { company: 'Lagos Bikes', department: 'Repairs', title: 'Head' },
          urls: [{ url: 'https://www.bikes.example/', type: 'work' }],
          birthday: '1990-12-31',
          attested: false,
        },
      ],
    },
  ],
  [
    'a card shared when asked',
    of('contacts', [{ name: {}, phones: [{ wa_id: '15550002222' }], origin: 'contact_request' }]),
    {
      cards: [
        {
          name: { formatted: 'Unnamed contact' },
          phones: [{ text: '+15550002222', phone: '+15550002222' }],
          emails: [],
          addresses: [],
          urls: [],
          attested: true,
        },
      ],
    },
  ],
  ['quick reply', of('button', { payload: 'P-1', text: 'Yes' }), { choice: { label: 'Yes' } }],
  [
    'button reply',
    of('interactive', { type: 'button_reply', button_reply: { id: 'b1', title: 'Yes' } }),
    { choice: { label: 'Yes' } },
  ],
  [
    'list reply',
    of('interactive', { type: 'list_reply', list_reply: { id: 'l1', title: 'Large', description: '29 inches' } }),
    { choice: { label: 'Large', description: '29 inches' } },
  ],
  [
    'calls allowed',
    of('interactive', { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } }),
    { choice: { label: 'Calls allowed' } },
  ],
  [
    'form',
    of('interactive', {
      type: 'nfm_reply',
      nfm_reply: {
        name: 'repair_booking',
        body: 'Sent',
        response_json: JSON.stringify({
          flow_token: 'unused-token',
          screen: 'SUMMARY',
          screen_0_First_name_0: 'Ana',
          day_of_week: '2_Tuesday',
          parts: ['0_Brakes', '1_Chain'],
          consent: true,
          wheels: 2,
          photo: [{ id: 790_000, file_name: 'bike.jpg', sha256: 'x', mime_type: 'image/jpeg' }],
          nested: { id: 'wamid.HBgX' },
          empty: '  ',
          reference: 'wamid.HBgNOTFORPEOPLE',
        }),
      },
    }),
    {
      form: {
        name: 'repair_booking',
        fields: [
          { label: 'First name', value: 'Ana' },
          { label: 'Day of week', value: 'Tuesday' },
          { label: 'Parts', value: 'Brakes, Chain' },
          { label: 'Consent', value: 'Yes' },
          { label: 'Wheels', value: '2' },
          { label: 'Photo', value: 'bike.jpg' },
        ],
      },
    },
  ],
  [
    'form that cannot be read',
    of('interactive', { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"a":' } }),
    { form: { fields: [] } },
  ],
  [
    'form of a list',
    of('interactive', { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '[1]' } }),
    { form: { fields: [] } },
  ],
  [
    'order',
    of('order', {
      catalog_id: '12345',
      text: 'please',
      product_items: [
        { product_retailer_id: 'BELL-1', quantity: 2, item_price: 0.1, currency: 'USD' },
        { product_retailer_id: 'BELL-2', quantity: '1', item_price: '0.10', currency: 'usd' },
      ],
    }),
    {
      order: {
        text: 'please',
        items: [
          { product: 'BELL-1', quantity: 2, price: 0.1, currency: 'USD' },
          { product: 'BELL-2', quantity: 1, price: 0.1, currency: 'USD' },
        ],
        total: { amount: 0.3, currency: 'USD' },
      },
    },
  ],
  [
    'order in two currencies, one thing without a price',
    of('order', {
      product_items: [
        { product_retailer_id: 'A', quantity: 1, item_price: 1, currency: 'USD' },
        { product_retailer_id: 'B', quantity: 1, currency: 'EUR' },
      ],
    }),
    {
      order: {
        items: [
          { product: 'A', quantity: 1, price: 1, currency: 'USD' },
          { product: 'B', quantity: 1, currency: 'EUR' },
        ],
      },
    },
  ],
  [
    'template',
    of('template', { name: 'order_update', language: { code: 'en_US' } }),
    { template: { name: 'order_update', language: 'en_US' } },
  ],
  [
    'buttons we sent',
    of('interactive', {
      type: 'button',
      header: { type: 'text', text: 'Your repair' },
      body: { text: 'When?' },
      footer: { text: 'until six' },
      action: { buttons: [{ type: 'reply', reply: { id: 'b1', title: 'Today' } }] },
    }),
    {
      interactive: {
        kind: 'buttons',
        header: 'Your repair',
        body: 'When?',
        footer: 'until six',
        options: [{ label: 'Today' }],
      },
    },
  ],
  [
    'list we sent',
    of('interactive', {
      type: 'list',
      body: { text: 'Which?' },
      action: {
        button: 'Choose',
        sections: [{ title: 'Bikes', rows: [{ id: 'r', title: 'City', description: '28"' }] }],
      },
    }),
    { interactive: { kind: 'list', body: 'Which?', options: [{ label: 'City', description: '28"' }] } },
  ],
  [
    'link we sent',
    of('interactive', {
      type: 'cta_url',
      body: { text: 'Track it' },
      action: { name: 'cta_url', parameters: { display_text: 'Track', url: 'https://a.example/1' } },
    }),
    { interactive: { kind: 'link', body: 'Track it', options: [{ label: 'Track', url: 'https://a.example/1' }] } },
  ],
  [
    'question for the number',
    of('interactive', {
      type: 'request_contact_info',
      body: { text: 'May we?' },
      action: { name: 'request_contact_info' },
    }),
    { interactive: { kind: 'number_request', body: 'May we?', options: [] } },
  ],
  [
    'something of tomorrow with buttons',
    of('interactive', { type: 'carousel_of_tomorrow', body: { text: 'Look' }, action: {} }),
    { interactive: { kind: 'other', body: 'Look', options: [] } },
  ],
  [
    'product',
    of('interactive', { type: 'product', product: { catalog_id: '12345', product_retailer_id: 'BELL-1' } }),
    { product: 'BELL-1' },
  ],
  [
    'question about a product, forwarded',
    message({
      context: {
        from: '15550001111',
        id: 'wamid.A',
        forwarded: true,
        referred_product: { catalog_id: '1', product_retailer_id: 'BELL-1' },
      },
    }),
    { text: { body: 'hola' }, product: 'BELL-1', forwarded: 'once' },
  ],
  [
    'forwarded often',
    message({ context: { forwarded: true, frequently_forwarded: true } }),
    { text: { body: 'hola' }, forwarded: 'often' },
  ],
  [
    'from an advertisement',
    message({
      referral: {
        source_url: 'https://fb.me/xyz?ctwa_clid=ARAkLkA&a=1',
        source_id: '120226305854810726',
        source_type: 'ad',
        headline: 'Chat with us',
        body: 'Bells half price',
        ctwa_clid: 'ARAkLkA8rmlFeiCkt',
      },
    }),
    {
      text: { body: 'hola' },
      referral: { source: 'ad', headline: 'Chat with us', body: 'Bells half price', url: 'https://fb.me/xyz?a=1' },
    },
  ],
  [
    'from an address no browser should open',
    message({ referral: { source_url: 'javascript:alert(1)', source_type: 'post' } }),
    { text: { body: 'hola' }, referral: { source: 'post' } },
  ],
  [
    'what an observed agent sent',
    { id: 'wamid.A', timestamp: '1790000000', message: { type: 'text', text: { body: 'from elsewhere' } } },
    { text: { body: 'from elsewhere' } },
  ],
  ['reaction', of('reaction', { message_id: 'wamid.A', emoji: '❤️' }), {}],
  ['a type of tomorrow', of('hologram', { id: '7' }), {}],
  ['nothing', {}, {}],
];

describe('how a message reads', () => {
  it.each(cases)('%s', (_name, raw, expected) => {
    expect(readable(raw)).toEqual(expected);
  });

  it('is bounded, whatever a card, an order or a form holds', () => {
    const many = Array.from({ length: 5_000 }, () => ({
      name: {},
      phones: [{ phone: '1'.repeat(1_000) }],
      quantity: 1,
    }));
    expect(readable(of('contacts', many)).cards?.length).toBe(257);
    expect(readable(of('order', { product_items: many })).order).toMatchObject({ items: { length: 500 } });
    const answers = Object.fromEntries(many.map((_, index) => [`field ${index}`, 'x'.repeat(10)]));
    const form = { type: 'nfm_reply', nfm_reply: { response_json: JSON.stringify(answers) } };
    expect(readable(of('interactive', form)).form?.fields.length).toBe(100);
    const huge = { type: 'nfm_reply', nfm_reply: { response_json: JSON.stringify({ a: 'x'.repeat(1_000_000) }) } };
    expect(readable(of('interactive', huge)).form?.fields).toEqual([]);
  });

  it('never fails, whatever came', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('text', 'contacts', 'interactive', 'order', 'template', 'location', 'image', 'button'),
        fc.jsonValue(),
        fc.jsonValue(),
        (type, part, context) => {
          expect(readable({ type, [type]: part, context, referral: context })).toBeTypeOf('object');
        },
      ),
    );
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import type { Person } from './person.ts';
import { contents } from './samples.ts';
import { choicesOf } from './taps.ts';
import { addTownTemplates } from './town-templates.ts';
import { type Catcher, catchWebhooks, graph, portfolio, sales, startTestWorld } from './webhook-catcher.ts';

type Json = Record<string, unknown>;
let catcher: Catcher;
let meta: Simulator;
let ana: Person;

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  meta = await startTestWorld(catcher, { book: true, knobs: { visibilityDays: 0, concurrency: 1 } });
  addTownTemplates(meta.world, '100');
  ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
  ana.adoptUsername('ana.prueba');
  ana.write(sales, 'hi');
  await meta.settled();
  catcher.clear();
});
afterEach(() => meta.close());

const send = async (body: Json) => {
  const { json } = await graph(meta, `/${sales}/messages`, {
    messaging_product: 'whatsapp',
    recipient: ana.bsuid(portfolio),
    ...body,
  });
  const id = (json.messages as { id: string }[] | undefined)?.[0]?.id ?? '';
  return { id, code: (json.error as { code: number } | undefined)?.code };
};
const interactive = (type: string, action: Json, rest: Json = {}) => ({
  type: 'interactive',
  interactive: { type, body: { text: 'Well?' }, action, ...rest },
});
const request = interactive('request_contact_info', { name: 'request_contact_info' });
const template = {
  type: 'template',
  template: {
    name: 'share_your_number',
    language: { code: 'en' },
    components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
  },
};
const heard = async () => {
  await meta.settled();
  return catcher.values('messages').flatMap((value) => value.messages ?? []);
};

describe('a request for the number', () => {
  it.each([
    ['the interactive form', request],
    ['the template', template],
  ])('by %s is answered at once by somebody who shares, and the number shows from then on', async (_name, body) => {
    ana.whenAsked('share');
    const { id } = await send(body);
    expect(await heard()).toMatchObject([
      {
        type: 'contacts',
        context: { id },
        contacts: [{ origin: 'contact_request', phones: [{ wa_id: '15550002222' }] }],
      },
    ]);
    expect(ana.showsPhoneTo(sales)).toBe(true);
  });

  it('is answered late by some, and by others never', async () => {
    ana.whenAsked('ignore');
    await send(request);
    await meta.settled();
    ana.whenAsked('late');
    await send(request);
    expect(await heard()).toEqual([]);
    meta.advance(3_600_000);
    expect(await heard()).toHaveLength(1);
  });

  it('can be answered by a tap, like everything else under a message', async () => {
    const { id } = await send(request);
    ana.tap(id, 'share');
    expect(await heard()).toMatchObject([{ type: 'contacts', context: { id } }]);
    expect(() => ana.tap(id, 'nothing')).toThrow('there is no "nothing"');
  });
});

describe('what can be tapped', () => {
  const buttons = interactive('button', { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] });
  const list = interactive('list', {
    button: 'Sizes',
    sections: [{ rows: [{ id: 'm', title: 'Medium', description: '54 cm' }] }],
  });
  const flow = interactive('flow', { name: 'flow', parameters: { flow_token: 'T1', flow_cta: 'Book' } });
  const place = interactive('location_request_message', { name: 'send_location' });

  it.each<[string, Json, string, Json]>([
    [
      'a button',
      buttons,
      'y',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } } },
    ],
    ['a row of a list', list, 'm', { interactive: { list_reply: { id: 'm', title: 'Medium', description: '54 cm' } } }],
    ['a flow', flow, 'flow', { interactive: { type: 'nfm_reply' } }],
    ['a request for the place', place, 'location', { type: 'location' }],
    [
      'a quick reply of a template',
      orderReady(),
      'button-0',
      { type: 'button', button: { payload: 'GO', text: 'On my way' } },
    ],
  ])('%s answers with what Meta would send', async (_name, body, choice, expected) => {
    const { id } = await send(body);
    ana.tap(id, choice);
    expect(await heard()).toMatchObject([{ ...expected, context: { id, from: '15550001111' } }]);
  });

  it('a link sends nothing', async () => {
    const link = interactive('cta_url', {
      name: 'cta_url',
      parameters: { display_text: 'See', url: 'https://example.com' },
    });
    const { id } = await send(link);
    expect(choicesOf(meta.world.line(id) ?? { direction: 'inbound' })).toMatchObject([{ kind: 'link' }]);
    expect(ana.tap(id, 'link')).toBeUndefined();
  });

  it.each<[string, number, Json]>([
    ['four buttons', 131_009, { buttons: [1, 2, 3, 4].map((id) => ({ reply: { id: `${id}`, title: `${id}` } })) }],
    ['two buttons of one id', 131_009, { buttons: ['a', 'b'].map((title) => ({ reply: { id: '1', title } })) }],
    ['a button with a long name', 131_009, { buttons: [{ reply: { id: '1', title: 'x'.repeat(21) } }] }],
    ['a button without a name', 131_008, { buttons: [{ reply: { id: '1' } }] }],
  ])('is refused with %s (%i)', async (_name, code, action) => {
    expect((await send(interactive('button', action))).code).toBe(code);
  });

  it('is refused as a list of eleven rows, and as a link that is none', async () => {
    const rows = Array.from({ length: 11 }, (_, i) => ({ id: `${i}`, title: `Row ${i}` }));
    expect((await send(interactive('list', { button: 'Rows', sections: [{ rows }] }))).code).toBe(131_009);
    const link = { name: 'cta_url', parameters: { display_text: 'See', url: 'javascript:alert(1)' } };
    expect((await send(interactive('cta_url', link))).code).toBe(131_009);
  });
});

describe('other things people send', () => {
  it('an order, words after an advertisement, what the API cannot show, a place', async () => {
    ana.write(sales, contents.order([{ product: 'bell-1', quantity: 2, price: 8.5, currency: 'NGN' }], 'please'));
    ana.write(sales, contents.fromAd('Is this still on?', { headline: 'Spring sale' }));
    ana.write(sales, contents.unsupported('poll'));
    ana.write(sales, contents.location({ latitude: 6.5, longitude: 3.4, name: 'Yaba' }));
    expect(await heard()).toMatchObject([
      { type: 'order', order: { text: 'please', product_items: [{ product_retailer_id: 'bell-1', item_price: 8.5 }] } },
      { type: 'text', referral: { source_type: 'ad', headline: 'Spring sale' } },
      { type: 'unsupported', errors: [{ code: 131_051 }] },
      { type: 'location', location: { name: 'Yaba' } },
    ]);
  });

  it.each(['3.0', '4.0'] as const)('a card with every field, as vCard %s', async (version) => {
    ana.shareCard(sales, {
      name: 'Otra Persona',
      phone: '+1 555 000 9999',
      phones: [{ phone: '+44 7700 900100', type: 'WORK', onWhatsApp: false }],
      emails: [{ email: 'otra@example.com', type: 'WORK' }],
      addresses: [{ street: '1 Market St; rear', city: 'Lagos', country: 'Nigeria' }],
      org: { company: 'Bells, Ltd', title: 'Owner' },
      birthday: '1990-02-03',
      note: 'two\nlines',
      version,
    });
    const [message] = await heard();
    const card = (message?.contacts as Json[] | undefined)?.[0];
    expect(card).toMatchObject({
      name: { formatted_name: 'Otra Persona', first_name: 'Otra', last_name: 'Persona' },
      origin: 'other',
      phones: [{ wa_id: '15550009999' }, { phone: '+44 770 090 0100', type: 'WORK' }],
      org: { company: 'Bells, Ltd' },
    });
    const lines = String(card?.vcard).split('\n');
    expect(lines).toContain(`VERSION:${version}`);
    expect(lines).toContain('ORG:Bells\\, Ltd;');
    expect(lines).toContain('NOTE:two\\nlines');
    expect(lines.some((line) => line.startsWith('ADR') && line.includes('1 Market St\\; rear'))).toBe(true);
    expect(lines.some((line) => line.includes('waid=15550009999'))).toBe(true);
  });
});

describe('what the business shows', () => {
  it('a read mark with typing, which ends by itself', async () => {
    const wamid = ana.write(sales, 'anybody there?');
    const mark = { messaging_product: 'whatsapp', status: 'read', message_id: wamid };
    const typing = await graph(meta, `/${sales}/messages`, { ...mark, typing_indicator: { type: 'text' } });
    expect(typing.json).toEqual({ success: true });
    expect(meta.world.line(wamid)?.typingUntil).toBe(meta.world.now() + 25_000);
    expect((await graph(meta, `/${sales}/messages`, { ...mark, typing_indicator: { type: 'audio' } })).status).toBe(
      400,
    );
  });

  it('a card without a first name is refused, one with it goes out', async () => {
    const cards = (name: Json) => ({ type: 'contacts', contacts: [{ name, phones: [] }] });
    expect((await send(cards({ formatted_name: 'Lagos Bikes' }))).code).toBe(131_008);
    expect((await send(cards({ formatted_name: 'Lagos Bikes', first_name: 'Lagos' }))).code).toBeUndefined();
  });
});

describe('the contact book', () => {
  it('forgets one entry on demand, keeps what the 30 days show, and is emptied when switched off', async () => {
    const remove = async () => {
      const path = `contact_book?messaging_product=whatsapp&bsuid=${ana.bsuid(portfolio)}`;
      const answer = await fetch(`${meta.url}/v26.0/${sales}/${path}`, {
        method: 'DELETE',
        headers: { authorization: 'Bearer token' },
      });
      return answer.json();
    };
    ana.shareNumber(sales);
    expect(ana.showsPhoneTo(sales)).toBe(true);
    expect(await remove()).toEqual({ messaging_product: 'whatsapp', success: true, deleted: true });
    expect(await remove()).toMatchObject({ deleted: false });
    expect(ana.showsPhoneTo(sales)).toBe(false);
    meta.knobs.visibilityDays = 30;
    await graph(meta, `/${sales}/messages`, {
      messaging_product: 'whatsapp',
      to: '+15550002222',
      type: 'text',
      text: { body: 'x' },
    });
    await remove();
    expect(ana.showsPhoneTo(sales)).toBe(true);
    meta.knobs.visibilityDays = 0;
    ana.shareNumber(sales);
    await fetch(`${meta.url}/_control/portfolio`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: portfolio, contactBook: false }),
    });
    expect(ana.showsPhoneTo(sales)).toBe(false);
  });
});

function orderReady(): Json {
  const text = (value: string) => ({ type: 'text', text: value });
  const components = [
    { type: 'body', parameters: [text('Ana'), text('bike')] },
    { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'GO' }] },
  ];
  return { type: 'template', template: { name: 'order_ready', language: { code: 'en' }, components } };
}

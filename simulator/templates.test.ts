import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import type { Person } from './person.ts';
import { addTownTemplates } from './town-templates.ts';
import { type Catcher, catchWebhooks, graph, portfolio, sales, startTestWorld } from './webhook-catcher.ts';

type Json = Record<string, unknown>;
const waba = '100';

let catcher: Catcher;
let meta: Simulator;
let ana: Person;

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  meta = await startTestWorld(catcher);
  addTownTemplates(meta.world, waba);
  ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
  ana.write(sales, 'hi');
  await meta.settled();
  catcher.clear();
});
afterEach(() => meta.close());

const call = async (method: string, path: string) => {
  const answer = await fetch(`${meta.url}/v26.0${path}`, { method, headers: { authorization: 'Bearer token' } });
  return { status: answer.status, json: (await answer.json()) as Json & { data: Json[]; paging?: { next?: string } } };
};
const errorOf = (json: Json) => json.error as { code: number; error_subcode?: number } | undefined;
const send = (name: string, components?: Json[], language = 'en', to: Json = { to: '+15550002222' }) =>
  graph(meta, `/${sales}/messages`, {
    messaging_product: 'whatsapp',
    ...to,
    type: 'template',
    template: { name, language: { code: language }, ...(components === undefined ? {} : { components }) },
  });
const body = (...texts: string[]): Json => ({
  type: 'body',
  parameters: texts.map((text) => ({ type: 'text', text })),
});
const button = (subType: string, index: number, parameter: Json): Json => ({
  type: 'button',
  sub_type: subType,
  index,
  parameters: [parameter],
});
const image = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/x.png' } }] };
const events = (field: string) => catcher.values(field);

describe('the list of templates', () => {
  it('comes in pages, with the fields asked for and filtered', async () => {
    const first = await call('GET', `/${waba}/message_templates?limit=4&fields=name,status`);
    expect(first.json.data).toHaveLength(4);
    expect(Object.keys(first.json.data[0] ?? {}).toSorted()).toEqual(['id', 'name', 'status']);
    let next = first.json.paging?.next;
    let count = 4;
    while (next !== undefined) {
      const page = await call('GET', next.slice(next.indexOf('/v26.0') + 6));
      count += page.json.data.length;
      next = page.json.paging?.next;
    }
    expect(count).toBe(9);
    const paused = await call('GET', `/${waba}/message_templates?status=PAUSED`);
    expect(paused.json.data.map((one) => [one.name, one.category])).toEqual([['delivery_update', 'UTILITY']]);
    const both = await call('GET', `/${waba}/message_templates?name=order_ready&fields=language`);
    expect(both.json.data.map((one) => one.language)).toEqual(['en', 'pt_BR']);
  });
});

describe('a new template', () => {
  const plain = (extra: Json = {}): Json => ({
    name: 'hello_again',
    language: 'en',
    category: 'utility',
    components: [{ type: 'body', text: 'Hello {{1}}, good to see you.', example: { body_text: [['Ana']] } }],
    ...extra,
  });

  it('is pending, then approved, and the webhook says so', async () => {
    const { json } = await graph(meta, `/${waba}/message_templates`, plain());
    expect(json).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
    await meta.settled();
    expect(events('message_template_status_update')).toEqual([
      {
        event: 'APPROVED',
        message_template_id: Number(json.id),
        message_template_name: 'hello_again',
        message_template_language: 'en',
        reason: 'NONE',
        message_template_category: 'UTILITY',
      },
    ]);
    const { json: found } = await call('GET', `/${json.id}?fields=status,components`);
    expect(found).toMatchObject({ status: 'APPROVED', components: [{ type: 'BODY' }] });
  });

  it('waits where Meta is slow, and is rejected where its name asks for it', async () => {
    meta.knobs.templateReviewMs = null;
    await graph(meta, `/${waba}/message_templates`, plain());
    expect(errorOf((await send('hello_again', [body('Ana')])).json)?.code).toBe(132001);
    meta.knobs.templateReviewMs = 0;
    await graph(meta, `/${waba}/message_templates`, plain({ name: 'to_be_rejected' }));
    await meta.settled();
    expect(events('message_template_status_update')).toMatchObject([{ event: 'REJECTED', reason: 'INVALID_FORMAT' }]);
  });

  it.each<[string, number | undefined, Json]>([
    ['whose name is not one', 2388039, { name: 'Hello Again' }],
    ['that is there already in that language', 2388024, { name: 'order_ready' }],
    ['without a body', undefined, { components: [{ type: 'FOOTER', text: 'x' }] }],
    ['with a parameter and no example', 2388043, { components: [{ type: 'BODY', text: 'Dear {{1}}, hello' }] }],
    [
      'that ends in a parameter',
      2388299,
      { components: [{ type: 'BODY', text: 'Hello {{1}}', example: { body_text: [['x']] } }] },
    ],
    [
      'whose parameters skip a number',
      2388022,
      { components: [{ type: 'BODY', text: 'Hi {{2}}, hello', example: { body_text: [['x']] } }] },
    ],
    [
      'with media in its header and no sample',
      2388273,
      { components: [...bodyOnly, { type: 'HEADER', format: 'IMAGE' }] },
    ],
    [
      'that words the request for the number its own way',
      2388050,
      { components: [...bodyOnly, { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO', text: 'Give it' }] }] },
    ],
    [
      'with quick replies scattered among other buttons',
      2388060,
      {
        components: [
          ...bodyOnly,
          {
            type: 'BUTTONS',
            buttons: [
              { type: 'QUICK_REPLY', text: 'a' },
              { type: 'PHONE_NUMBER', text: 'b', phone_number: '1' },
              { type: 'QUICK_REPLY', text: 'c' },
            ],
          },
        ],
      },
    ],
    [
      'that asks for a code outside authentication',
      undefined,
      { components: [...bodyOnly, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }] },
    ],
    ['whose carousel has a single card', undefined, { components: [...bodyOnly, { type: 'CAROUSEL', cards: [{}] }] }],
  ])('is refused: one %s', async (_name, subcode, extra) => {
    const { status, json } = await graph(meta, `/${waba}/message_templates`, plain(extra));
    expect([status, errorOf(json)?.code, errorOf(json)?.error_subcode]).toEqual([400, 100, subcode]);
  });

  it('can be edited, deleted, and its name rests then', async () => {
    const { json } = await graph(meta, `/${waba}/message_templates`, plain());
    await meta.settled();
    await graph(meta, `/${json.id}`, { components: [{ type: 'BODY', text: 'Hello there' }] });
    await meta.settled();
    expect((await send('hello_again')).status).toBe(200);
    expect((await call('DELETE', `/${waba}/message_templates?name=hello_again`)).json).toEqual({ success: true });
    expect(errorOf((await send('hello_again')).json)?.code).toBeUndefined();
    meta.knobs.unknownTemplates = 'refuse';
    expect(errorOf((await send('hello_again')).json)?.code).toBe(132001);
    const again = await graph(meta, `/${waba}/message_templates`, plain());
    expect(errorOf(again.json)?.error_subcode).toBe(2388023);
  });

  it('may get another quality and another category, and each is told', async () => {
    const control = (path: string, input: Json) =>
      fetch(`${meta.url}/_control/templates/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
    const template = meta.world.catalog.named(waba, 'service_reminder')[0];
    await control(template?.id ?? '', { quality: 'RED', category: 'marketing', status: 'DISABLED' });
    await meta.settled();
    expect(events('message_template_quality_update')[0]).toMatchObject({
      previous_quality_score: 'GREEN',
      new_quality_score: 'RED',
      message_template_name: 'service_reminder',
    });
    expect(events('template_category_update')[0]).toMatchObject({
      previous_category: 'UTILITY',
      new_category: 'MARKETING',
    });
    expect(events('message_template_status_update')[0]).toHaveProperty('disable_info');
    expect(errorOf((await send('service_reminder')).json)?.code).toBe(132016);
    expect((await control(template?.id ?? '', { quality: 'BLUE' })).status).toBe(400);
  });

  it('each has its own place in a batch, since no business number holds them together', async () => {
    meta.knobs.batchSize = 10;
    for (const template of meta.world.catalog.named(waba, 'order_ready'))
      meta.world.catalog.setStatus(template, 'PAUSED');
    await meta.settled();
    expect(catcher.caught).toHaveLength(1);
    expect(events('message_template_status_update').map((one) => one.message_template_language)).toEqual([
      'en',
      'pt_BR',
    ]);
  });
});

const bodyOnly = [{ type: 'BODY', text: 'Hello there' }];

describe('a template that is sent', () => {
  it('shows its filled text on the page', async () => {
    await send('order_ready', [body('Ana', 'blue bike')]);
    expect(meta.world.linesOf(ana.id, sales).at(-1)?.text).toBe(
      'Hello Ana, your blue bike is ready. Come by any day before six.\nLagos Bikes',
    );
    const { json } = await send('spring_sale', [
      image,
      body('30 %'),
      button('url', 0, { type: 'text', text: 'today' }),
    ]);
    expect(json.messages).toHaveLength(1);
    expect(meta.world.linesOf(ana.id, sales).at(-1)?.content?.filled).toMatchObject({
      header: { image: { link: 'https://example.com/x.png' } },
      buttons: [{ url: 'https://lagosbikes.example/sale/today' }, { text: 'Stop promotions' }],
    });
  });

  const named = (...names: [string, string][]): Json => ({
    type: 'body',
    parameters: names.map(([parameter_name, text]) => ({ type: 'text', parameter_name, text })),
  });

  it.each<[string, number | undefined, string, Json[] | undefined, string?]>([
    ['in its own language', undefined, 'order_ready', [body('João', 'bike')], 'pt_BR'],
    ['by names', undefined, 'service_reminder', [named(['last_service', 'May'], ['first_name', 'Ana'])]],
    ['with a code', undefined, 'login_code', [body('123456'), button('url', 0, { type: 'text', text: '123456' })]],
    ['that asks for the number', undefined, 'share_your_number', [body('Ana')]],
    ['in a language it has not', 132001, 'order_ready', [body('a', 'b')], 'fr'],
    ['with too few parameters', 132000, 'order_ready', [body('Ana')]],
    ['without any', 132000, 'order_ready', undefined],
    ['with a name it does not know', 132012, 'service_reminder', [named(['first_name', 'Ana'], ['date', 'May'])]],
    [
      'with another kind of header',
      132012,
      'spring_sale',
      [{ type: 'header', parameters: [{ type: 'text', text: 'x' }] }],
    ],
    ['without its header', 132000, 'spring_sale', [body('30 %')]],
    ['with a line break inside a parameter', 132018, 'order_ready', [body('Ana\n', 'bike')]],
    ['with an empty parameter', 131008, 'order_ready', [body('', 'bike')]],
    ['over the length', 132005, 'order_ready', [body('Ana', 'x'.repeat(1024))]],
    ['without the end of its address', 131008, 'spring_sale', [image, body('30 %')]],
    ['without its code', 131008, 'weekend_offer', [body('Ana'), offer]],
    ['without the end of the offer', 131008, 'weekend_offer', [body('Ana'), code]],
    ['while paused', 132015, 'delivery_update', undefined],
    ['though rejected', 132001, 'last_warning', undefined],
  ])('goes out or is refused: one %s (%s)', async (_name, expected, name, components, language) => {
    const { status, json } = await send(name, components, language);
    expect([status === 200, errorOf(json)?.code]).toEqual([expected === undefined, expected]);
  });

  it('cannot be one with a code to a user id', async () => {
    const parts = [body('1234'), button('url', 0, { type: 'text', text: '1234' })];
    const { json } = await send('login_code', parts, 'en', { recipient: ana.bsuid(portfolio) });
    expect(errorOf(json)?.code).toBe(131062);
  });

  it('checks every card of a carousel', async () => {
    const card = (text: string) => ({ components: [{ type: 'BODY', text, example: { body_text: [['x']] } }] });
    const components = [...bodyOnly, { type: 'CAROUSEL', cards: [card('Red {{1}} bike'), card('Blue {{1}} bike')] }];
    await graph(meta, `/${waba}/message_templates`, {
      name: 'cards',
      language: 'en',
      category: 'MARKETING',
      components,
    });
    await meta.settled();
    const cards = (count: number) => [
      {
        type: 'carousel',
        cards: Array.from({ length: count }, (_, card_index) => ({ card_index, components: [body('fast')] })),
      },
    ];
    expect((await send('cards', cards(2))).status).toBe(200);
    expect(errorOf((await send('cards', cards(1))).json)?.code).toBe(132000);
  });
});

const offer = {
  type: 'limited_time_offer',
  parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_790_000_100_000 } }],
};
const code = {
  type: 'button',
  sub_type: 'copy_code',
  index: 0,
  parameters: [{ type: 'coupon_code', coupon_code: 'TYRES2' }],
};

describe('the endpoint for marketing messages', () => {
  const market = (extra: Json) =>
    graph(meta, `/${sales}/marketing_messages`, { messaging_product: 'whatsapp', to: '+15550002222', ...extra });
  const sale = {
    type: 'template',
    template: { name: 'weekend_offer', language: { code: 'en' }, components: [offer, body('Ana'), code] },
  };

  it('accepts marketing templates, says so, and names its own category in the statuses', async () => {
    const { json } = await market({ ...sale, product_policy: 'STRICT', message_activity_sharing: true });
    expect(json.messages).toMatchObject([{ message_status: 'accepted' }]);
    await meta.settled();
    const told = catcher.values('messages').flatMap((value) => value.statuses ?? []);
    expect(told[0]).toMatchObject({ status: 'sent', pricing: { category: 'marketing_lite' } });
  });

  it.each<[string, number, number, Json, Json?]>([
    ['a text', 400, 131055, { type: 'text', text: { body: 'x' } }],
    [
      'a template of another category',
      400,
      134100,
      { type: 'template', template: { name: 'share_your_number', language: { code: 'en' }, components: [] } },
    ],
    ['a policy it does not know', 400, 100, { ...sale, product_policy: 'MAYBE' }],
    ['a template it has not got yet', 400, 134101, sale, { marketingSyncMs: 60_000 }],
    ['anything while it is down', 500, 134102, sale, { marketingMessages: 'unavailable' }],
  ])('refuses %s (HTTP %i, code %i)', async (_name, http, expected, extra, knobs) => {
    Object.assign(meta.knobs, knobs);
    const { status, json } = await market(extra);
    expect([status, errorOf(json)?.code]).toEqual([http, expected]);
  });

  it('is the only one for marketing where the account says so', async () => {
    meta.knobs.marketingOnCloudApi = false;
    expect(errorOf((await send('weekend_offer', [offer, body('Ana'), code])).json)?.code).toBe(131063);
    expect((await market(sale)).status).toBe(200);
  });
});

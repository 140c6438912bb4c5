import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import type { Person } from './person.ts';
import { type Catcher, catchWebhooks, graph, portfolio, sales, startTestWorld, text } from './webhook-catcher.ts';

let catcher: Catcher;
let meta: Simulator;
let ana: Person;

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  catcher.answerWith(() => 200);
  meta = await startTestWorld(catcher);
  ana = meta.world.addPerson({ name: 'Ana Prueba', phone: '+15550002222', country: 'US' });
  ana.write(sales, 'hi');
  await meta.settled();
  catcher.clear();
});
afterEach(() => meta.close());

const send = (body: Record<string, unknown>) => graph(meta, `/${sales}/messages`, body);
const statuses = () => catcher.values('messages').flatMap((value) => value.statuses ?? []);
const errorOf = (json: Record<string, unknown>) => json.error as { code: number; message: string };

describe('addressing a message', () => {
  it('answers a phone with its wa_id and tells phone and user id with each status', async () => {
    const { status, json } = await send({ ...text({ to: '+1 (555) 000-2222' }), biz_opaque_callback_data: 'row-1' });
    expect(status).toBe(200);
    expect(json.contacts).toEqual([{ input: '+1 (555) 000-2222', wa_id: '15550002222' }]);
    await meta.settled();
    expect(statuses().map((one) => one.status)).toEqual(['sent', 'delivered']);
    for (const one of statuses()) {
      expect(one).toMatchObject({
        recipient_id: '15550002222',
        recipient_user_id: ana.bsuid(portfolio),
        biz_opaque_callback_data: 'row-1',
      });
    }
  });

  it('answers a user id with user_id and leaves a hidden phone out of the statuses; the username is not in "sent"', async () => {
    const bert = meta.world.addPerson({ name: 'Bert', phone: '+15550004444', country: 'US' });
    bert.adoptUsername('bert.b');
    bert.write(sales, 'hello');
    const id = bert.bsuid(portfolio);
    const { json } = await send(text({ recipient: id }));
    expect(json.contacts).toEqual([{ input: id, user_id: id }]);
    await meta.settled();
    bert.reads(sales);
    await meta.settled();
    const values = catcher.values('messages').filter((value) => value.statuses !== undefined);
    expect(values.map((value) => value.statuses?.[0]?.status)).toEqual(['sent', 'delivered', 'read']);
    expect(
      values.map((value) => (value.contacts?.[0]?.profile as { username?: string } | undefined)?.username),
    ).toEqual([undefined, 'bert.b', 'bert.b']);
    for (const value of values) {
      expect(value.contacts?.[0]).not.toHaveProperty('wa_id');
      expect(value.statuses?.[0]).not.toHaveProperty('recipient_id');
      expect(value.statuses?.[0]?.recipient_user_id).toBe(id);
    }
  });

  it('lets `to` win over `recipient`, so that the answer holds no user id', async () => {
    const { json } = await send(text({ to: '+15550002222', recipient: ana.bsuid(portfolio) }));
    expect(json.contacts).toEqual([{ input: '+15550002222', wa_id: '15550002222' }]);
  });

  it('accepts a user id in `to`, dials its digits, and fails later', async () => {
    const id = ana.bsuid(portfolio);
    const { status, json } = await send(text({ to: id }));
    expect(status).toBe(200);
    expect(json.contacts).toEqual([{ input: id, wa_id: id.slice(3) }]);
    await meta.settled();
    const value = catcher.values('messages')[0];
    expect(value).not.toHaveProperty('contacts');
    expect(value?.statuses?.[0]).toMatchObject({
      status: 'failed',
      recipient_id: id.slice(3),
      errors: [{ code: 131026 }],
    });
    expect(value?.statuses?.[0]).not.toHaveProperty('recipient_user_id');
  });

  it('says nothing at all about a user id in `to` when told to be silent', async () => {
    meta.knobs.bsuidInTo = 'silent';
    expect((await send(text({ to: ana.bsuid(portfolio) }))).status).toBe(200);
    await meta.settled();
    expect(statuses()).toEqual([]);
  });

  it('reaches a person by the parent id of the group, and answers with the id that was used', async () => {
    const group = await startTestWorld(catcher, { parent: true });
    const cleo = group.world.addPerson({ name: 'Cleo', phone: '+15550005555', country: 'US' });
    cleo.write(sales, 'hi');
    const parent = cleo.parentBsuid(portfolio) ?? '';
    expect(parent).toMatch(/^US\.ENT\.\d{16}$/);
    const { json } = await graph(group, `/${sales}/messages`, text({ recipient: parent }));
    expect(json.contacts).toEqual([{ input: parent, user_id: parent }]);
    await group.settled();
    expect(statuses()[0]).toMatchObject({
      recipient_user_id: cleo.bsuid(portfolio),
      recipient_parent_user_id: parent,
    });
    await group.close();
  });

  it('puts the calling code in front of a national number, and finds a Brazilian line without its ninth digit', async () => {
    meta.world.addPerson({ name: 'João', phone: '+55 68 8121 5248', country: 'BR' }).write(sales, 'oi');
    expect((await send(text({ to: '(555) 000-2222' }))).json.contacts).toEqual([
      { input: '(555) 000-2222', wa_id: '15550002222' },
    ]);
    expect((await send(text({ to: '+5568981215248' }))).json.contacts).toEqual([
      { input: '+5568981215248', wa_id: '556881215248' },
    ]);
    meta.knobs.plainNumbers = 'documented';
    expect((await send(text({ to: '15550002222' }))).json.contacts).toEqual([
      { input: '15550002222', wa_id: '115550002222' },
    ]);
  });

  it('accepts a phone nobody has, and fails it later with 131026', async () => {
    expect((await send(text({ to: '+15550009999' }))).status).toBe(200);
    await meta.settled();
    expect(statuses()).toMatchObject([{ status: 'failed', recipient_id: '15550009999', errors: [{ code: 131026 }] }]);
  });
});

describe('what the send endpoint refuses', () => {
  const template = { type: 'template', template: { name: 'otp', language: { code: 'en' } } };
  const cases: [string, number, number, () => Record<string, unknown>][] = [
    ['a message to nobody', 400, 100, () => text({})],
    [
      'a recipient type it does not know',
      400,
      100,
      () => text({ to: '+15550002222', recipient_type: 'business_scoped_user_id' }),
    ],
    ['an unknown user id', 400, 131009, () => text({ recipient: 'US.1' })],
    [
      'a user id with its country changed',
      400,
      131009,
      () => text({ recipient: ana.bsuid(portfolio).replace('US', 'GB') }),
    ],
    ['a phone in `recipient`', 400, 131009, () => text({ recipient: '+15550002222' })],
    ['a message to the business itself', 400, 131021, () => text({ to: '+15550001111' })],
    ['a type it does not know', 400, 100, () => ({ messaging_product: 'whatsapp', to: '+15550002222', type: 'smoke' })],
    ['a text without words', 400, 131008, () => text({ to: '+15550002222' }, '')],
    ['another messaging product', 400, 100, () => ({ ...text({ to: '+15550002222' }), messaging_product: 'sms' })],
    [
      'an authentication template to a user id',
      400,
      131062,
      () => ({ messaging_product: 'whatsapp', recipient: ana.bsuid(portfolio), ...template }),
    ],
    [
      'the old name of the contact request',
      400,
      131009,
      () => ({
        messaging_product: 'whatsapp',
        to: '+15550002222',
        type: 'interactive',
        interactive: { type: 'contact_request' },
      }),
    ],
    [
      'a read mark for a message it never got',
      400,
      131009,
      () => ({ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.X' }),
    ],
  ];
  it.each(cases)('%s (HTTP %i, code %i)', async (_name, http, code, body) => {
    meta.world.addTemplate({ name: 'otp', category: 'authentication' });
    const { status, json } = await send(body());
    expect([status, errorOf(json).code]).toEqual([http, code]);
    expect(meta.outbox).toEqual([]);
  });

  it('a wrong access token, before anything else', async () => {
    const { status, json } = await graph(meta, `/${sales}/messages`, text({ to: '+15550002222' }), 'stolen');
    expect([status, errorOf(json).code]).toEqual([401, 190]);
  });

  it('names the missing parameter as Meta does', async () => {
    const { json } = await send(text({}));
    expect(errorOf(json).message).toBe('The parameter to is required.');
  });

  it('a user id retired by a number change, and one of another portfolio', async () => {
    const before = ana.bsuid(portfolio);
    meta.world.addPortfolio({ id: 'other' });
    const foreign = ana.bsuid('other');
    ana.changeNumber('+15550003333');
    for (const recipient of [before, foreign]) {
      expect(errorOf((await send(text({ recipient }))).json).code).toBe(131009);
    }
    expect((await send(text({ recipient: ana.bsuid(portfolio) }))).status).toBe(200);
  });
});

describe('the customer service window', () => {
  it('closes 24 hours after the last message, lets templates through, and opens again with a call', async () => {
    meta.advance(24 * 3_600_000);
    expect(errorOf((await send(text({ to: '+15550002222' }))).json).code).toBe(131047);
    const template = { type: 'template', template: { name: 'any', language: { code: 'en' } } };
    expect((await send({ messaging_product: 'whatsapp', to: '+15550002222', ...template })).status).toBe(200);
    ana.call(sales);
    expect((await send(text({ to: '+15550002222' }))).status).toBe(200);
  });

  it('is not inherited by the next holder of a number', async () => {
    ana.leave();
    meta.world.addPerson({ name: 'Nia', phone: '+15550002222', country: 'US' });
    expect(errorOf((await send(text({ to: '+15550002222' }))).json).code).toBe(131047);
  });
});

describe('limits and accidents', () => {
  it('stops a pair after its burst and lets one through when its time has come', async () => {
    meta.knobs.pairLimit = { burst: 2, everyMs: 6000 };
    const codes = async (): Promise<number> => (await send(text({ to: '+15550002222' }))).status;
    expect([await codes(), await codes(), await codes()]).toEqual([200, 200, 400]);
    meta.advance(6000);
    expect([await codes(), await codes()]).toEqual([200, 400]);
  });

  it('stops a business number over its throughput', async () => {
    meta.knobs.throughput = 1;
    await send(text({ to: '+15550002222' }));
    expect(errorOf((await send(text({ to: '+15550002222' }))).json).code).toBe(130429);
  });

  it('plays planned failures in turn: an answer, a status, a lost answer', async () => {
    meta.inject({ how: 'answer', code: 131016 });
    meta.inject({ how: 'status', code: 131049 });
    meta.inject({ how: 'lost-answer' });
    const body = { ...text({ to: '+15550002222' }), biz_opaque_callback_data: 'row-9' };
    expect((await send(body)).status).toBe(500);
    expect((await send(body)).status).toBe(200);
    await expect(send(body)).rejects.toThrow();
    await meta.settled();
    expect(meta.outbox).toHaveLength(2);
    expect(statuses().map((one) => [one.status, one.biz_opaque_callback_data])).toEqual([
      ['failed', 'row-9'],
      ['sent', 'row-9'],
      ['delivered', 'row-9'],
    ]);
  });

  it('marks a received message as read', async () => {
    const wamid = ana.write(sales, 'are you there?');
    const { json } = await send({ messaging_product: 'whatsapp', status: 'read', message_id: wamid });
    expect(json).toEqual({ success: true });
    expect(meta.world.line(wamid)?.readByBusiness).toBe(true);
  });
});

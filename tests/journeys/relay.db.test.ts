// Other people's bots, unchanged, talk with customers whose number nobody knows. Between them and the pretend Meta stands the relay; without it, one of
// them breaks.

import { createHmac } from 'node:crypto';
import type {
  Conversation,
  Integration,
  MessageItem,
  Page,
  Problem,
  RelayDelivery,
  Verified,
} from '@throughline/contract';
import { parseAlias } from '@throughline/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { type Access, type Bot, chatBot, phoneOnlyBot } from '../support/bots.ts';
import { answers, call, idIn, messagesIn, statusesIn, valuesIn } from '../support/relayed.ts';
import { apiOf, inboxEmpty, secrets, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const dayMs = 86_400_000;
type Person = ReturnType<Town['world']['addPerson']>;

let town: Town;
let service: TestService;
let developer: Api;
const bots: Bot[] = [];

beforeAll(async () => {
  town = await startTown({ knobs: { sentAfterMs: 20, deliveredAfterMs: 20 } });
  service = await startTestService({ graphUrl: town.url, networks: ['127.0.0.0/8'] });
  town.pointAt({ url: service.webhookUrl });
  developer = await apiOf(service, 'developer');
});
afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.close()));
  await service?.end();
  await town?.close();
});

async function caughtUp(): Promise<void> {
  await town.settled();
  await inboxEmpty(service.db);
}

/** A username, and no number anybody sees. */
function hiddenPerson(world: Town['world'], name: string, phone: string, username: string): Person {
  const person = world.addPerson({ name, phone, country: 'US' });
  person.adoptUsername(username);
  return person;
}

interface Joined {
  bot: Bot;
  access: Access;
  integration: Integration;
}

async function join(
  make: (access: () => Access) => Promise<Bot>,
  mode: Integration['mode'],
  name: string,
): Promise<Joined> {
  const access: Access = {
    ...{ api: `${service.url}/relay`, token: '', appSecret: '', verifyToken: 'of the bot', phoneNumberId: sales },
  };
  const bot = await make(() => access);
  bots.push(bot);
  const { status, body } = await developer.call<{ integration: Integration; token: string; secret: string }>(
    'POST',
    '/api/v1/relay/integrations',
    { name, url: bot.url, mode },
  );
  expect(status).toBe(201);
  Object.assign(access, { token: body.token, appSecret: body.secret });
  return { bot, access, integration: body.integration };
}

async function leave({ integration }: Joined): Promise<void> {
  expect((await developer.call('DELETE', `/api/v1/relay/integrations/${integration.id}`)).status).toBe(204);
}

const textsTo = (person: Person) =>
  town.world.linesOf(person.id, sales).flatMap(({ direction, text }) => (direction === 'outbound' ? [text] : []));

describe('a bot that knows people by their number alone', () => {
  it('breaks on a customer with a username where it stands at Meta itself', async () => {
    const alone = await startTown();
    const bot = await phoneOnlyBot(() => ({
      ...{ api: alone.url, token: secrets.access, appSecret: secrets.app, verifyToken: secrets.verify },
      phoneNumberId: sales,
    }));
    try {
      alone.pointAt({ url: bot.url });
      const ana = hiddenPerson(alone.world, 'Ana', '+15550104001', 'ana.alone');
      ana.write(sales, 'Is my bike ready?');
      await alone.settled();
      await waitFor('the bot has tried to answer', () => bot.spoken.length > 0);
      expect(bot.spoken[0]?.from).toBeUndefined();
      expect(bot.spoken[0]?.answered).toMatchObject({ error: { code: expect.any(Number) } });
      expect(alone.world.linesOf(ana.id, sales).filter(({ direction }) => direction === 'outbound')).toEqual([]);
    } finally {
      await bot.close();
      await alone.close();
    }
  });

  it('holds a conversation with her through the relay, by a number that stays hers', async () => {
    town.rewind();
    const joined = await join(phoneOnlyBot, 'stable-alias', 'Old echo');
    const { bot } = joined;
    const ana = hiddenPerson(town.world, 'Ana Prueba', '+15550104011', 'ana.prueba');
    ana.write(sales, 'Is my bike ready?');
    await waitFor('she is answered', () => textsTo(ana).includes('You said: Is my bike ready?'));
    const [first] = await answers(bot, 1);
    expect(parseAlias(first?.from ?? '')).toBe(first?.from);
    expect(first?.answered).toMatchObject({
      contacts: [{ input: first?.from, wa_id: first?.from }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });

    // Statuses speak of the message by the id the bot was given, and of her by the number it knows.
    const id = idIn(first?.answered);
    await waitFor('the bot hears that it was delivered', () =>
      statusesIn(bot).some((one) => one.id === id && one.status === 'delivered'),
    );
    const own = statusesIn(bot).filter((one) => one.id === id);
    expect(own.map(({ status }) => status).slice(0, 2)).toEqual(['sent', 'delivered']);
    expect(own.every((one) => one.recipient_id === first?.from && one.biz_opaque_callback_data === undefined)).toBe(
      true,
    );

    // She changes her number, and quotes what she was told: the same person, the same message.
    town.catchUp();
    ana.changeNumber('+15550104012');
    town.pass();
    const sent = town.outbox.findLast(({ personId }) => personId === ana.id);
    ana.write(sales, 'New number, same me', { replyTo: sent?.wamid ?? '' });
    await waitFor('she is answered again', () => textsTo(ana).includes('You said: New number, same me'));
    await answers(bot, 2);
    expect(new Set(bot.spoken.map(({ from }) => from))).toEqual(new Set([first?.from]));
    const quoting = messagesIn(bot).find(({ context }) => context !== undefined);
    expect(quoting).toMatchObject({ from: first?.from, context: { id } });
    const system = messagesIn(bot).find(({ type }) => type === 'system');
    expect(system?.system).toMatchObject({ wa_id: first?.from });
    expect(JSON.stringify(bot.heard)).not.toContain('15550104');

    for (const { signature, body } of bot.heard) {
      const expected = createHmac('sha256', joined.access.appSecret).update(body).digest('hex');
      expect(signature).toBe(`sha256=${expected}`);
    }
    await shows(joined);
    await leave(joined);
  });

  /** The page of what was rewritten: in words for people, with nothing of Meta's. */
  async function shows({ bot, integration }: Joined): Promise<void> {
    const alias = bot.spoken[0]?.from;
    const path = `/api/v1/relay/integrations/${integration.id}`;
    const delivered = await waitFor('all is told', async () => {
      const { data } = await developer.get<Page<RelayDelivery>>(`${path}/deliveries`);
      return data.length >= bot.heard.length && data.every(({ state }) => state === 'delivered') ? data : undefined;
    });
    const rewritten = delivered.flatMap((one) => one.rewritten ?? []);
    expect(rewritten).toEqual(
      expect.arrayContaining([
        { path: 'messages[0].from', before: 'nothing', after: 'alias', why: 'alias', phone: `+${alias}` },
        { path: 'contacts[0].wa_id', before: 'nothing', after: 'alias', why: 'alias', phone: `+${alias}` },
        { path: 'statuses[0].id', before: 'id', after: 'id', why: 'own_id', phone: null },
      ]),
    );
    expect(delivered.every(({ contact }) => contact?.displayName === 'Ana Prueba')).toBe(true);
    const shown = JSON.stringify(await developer.get(`${path}/deliveries`));
    expect([...town.canaries()].filter((canary) => shown.includes(canary))).toEqual([]);
    expect(await developer.get(path)).toMatchObject({ waiting: 0, behind: 0, dead: 0, health: { failingSince: null } });
  }

  it('is told a number where it is known to be hers now, and no number where it is not', async () => {
    town.rewind();
    const joined = await join(phoneOnlyBot, 'fill-phone', 'Old echo');
    const { bot } = joined;
    const mia = town.world.addPerson({ name: 'Mia', phone: '+15550104021', country: 'US' });
    mia.write(sales, 'Hello');
    await waitFor('she is answered', () => textsTo(mia).includes('You said: Hello'));
    town.pass();
    mia.adoptUsername('mia.prueba');
    town.pass();
    mia.write(sales, 'Nobody sees my number now');
    await waitFor('she is answered again', () => textsTo(mia).includes('You said: Nobody sees my number now'));
    expect((await answers(bot, 2)).map(({ from }) => from)).toEqual(['15550104021', '15550104021']);

    // Somebody else has it now. What she writes from her account names nobody's number.
    town.catchUp();
    mia.changeNumber('+15550104022');
    town.pass();
    const zoe = town.world.addPerson({ name: 'Zoe', phone: '+15550104021', country: 'US' });
    zoe.write(sales, 'Who are you?');
    await waitFor('the stranger is answered', () => textsTo(zoe).includes('You said: Who are you?'));
    mia.write(sales, 'Me again');
    await caughtUp();
    const again = await waitFor('the bot hears her', () =>
      valuesIn(bot).find(({ messages }) =>
        messages?.some(
          ({ type, from_user_id: id }) => type === 'text' && id === mia.bsuid('900000000000001') && !messages[0]?.from,
        ),
      ),
    );
    expect(again.messages?.[0]?.from).toBeUndefined();
    expect(again.contacts?.[0]?.wa_id).toBeUndefined();
    await leave(joined);
  });
});

describe('a bot on @chat-adapter/whatsapp', () => {
  it('holds a conversation with a customer with a username, and answers the question of a verify token', async () => {
    town.rewind();
    const joined = await join(chatBot, 'as-is', 'Chat');
    const { bot, integration } = joined;
    const verify = (verifyToken: string) =>
      developer.call<Verified>('POST', `/api/v1/relay/integrations/${integration.id}/verify`, { verifyToken });
    expect((await verify('wrong')).body).toMatchObject({ verified: false, failure: 'status', status: 403 });
    expect((await verify('of the bot')).body).toEqual({ verified: true, failure: null, status: 200 });

    const eva = hiddenPerson(town.world, 'Eva', '+15550104031', 'eva.prueba');
    eva.write(sales, 'Good morning');
    await waitFor('she is answered', () => textsTo(eva).includes('You said: Good morning'));
    // To the byte as Meta sent it.
    const fromMeta = new Set(town.deliveries.map(({ body }) => body));
    const [heard] = bot.heard;
    expect(fromMeta).toContain(heard?.body);
    const answered = (await answers(bot, 1))[0]?.answered;
    await waitFor('and hears what became of it', () =>
      statusesIn(bot).some((one) => one.id === answered && one.status === 'delivered'),
    );
    await leave(joined);
  });

  it('holds it by a stand-in too, though it knows her account', async () => {
    const joined = await join(chatBot, 'stable-alias', 'Chat');
    const ida = hiddenPerson(town.world, 'Ida', '+15550104041', 'ida.prueba');
    ida.write(sales, 'Good evening');
    await waitFor('she is answered', () => textsTo(ida).includes('You said: Good evening'));
    const [spoken] = await answers(joined.bot, 1);
    expect(parseAlias(spoken?.from ?? '')).toBeDefined();
    await leave(joined);
  });
});

describe("Meta's send API, spoken by the relay", () => {
  let joined: Joined;
  let lea: Person;
  let alias: string;

  beforeAll(async () => {
    town.rewind();
    joined = await join(phoneOnlyBot, 'stable-alias', 'Caller');
    lea = hiddenPerson(town.world, 'Lea', '+15550104051', 'lea.prueba');
    lea.write(sales, 'Hello there');
    const [spoken] = await answers(joined.bot, 1);
    alias = spoken?.from ?? '';
  });

  const text = (to: object, body = 'Hi') => ({ messaging_product: 'whatsapp', ...to, type: 'text', text: { body } });
  const send = (body: unknown, headers?: Record<string, string>) =>
    call(joined.access, `${sales}/messages`, body, headers);

  it('reaches her by alias and by account, and echoes what was sent along', async () => {
    const bsuid = lea.bsuid('900000000000001');
    expect((await send(text({ to: `+${alias}` }, 'by alias'))).body).toMatchObject({
      contacts: [{ input: `+${alias}`, wa_id: alias }],
    });
    const byAccount = await send({ ...text({ recipient: bsuid }, 'by account'), biz_opaque_callback_data: 'order 17' });
    expect(byAccount.body).toMatchObject({ contacts: [{ input: bsuid, user_id: bsuid }] });
    const id = idIn(byAccount.body);
    const heard = await waitFor('its status comes back', () =>
      statusesIn(joined.bot).find((one) => one.id === id && one.status === 'delivered'),
    );
    expect(heard.biz_opaque_callback_data).toBe('order 17');
    expect(textsTo(lea)).toEqual(expect.arrayContaining(['by alias', 'by account']));
  });

  it('quotes, reacts, marks as read, and says once what is asked twice under one key', async () => {
    const [heard] = messagesIn(joined.bot);
    const wamid = heard?.id ?? '';
    expect((await send({ ...text({ to: alias }, 'quoting'), context: { message_id: wamid } })).status).toBe(200);
    const reaction = {
      messaging_product: 'whatsapp',
      to: alias,
      type: 'reaction',
      reaction: { message_id: wamid, emoji: '👍' },
    };
    expect((await send(reaction)).status).toBe(200);
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: wamid };
    expect(await send(read)).toEqual({ status: 200, body: { success: true } });
    const key = { 'idempotency-key': 'the very same' };
    const [one, two] = [await send(text({ to: alias }, 'once'), key), await send(text({ to: alias }, 'once'), key)];
    expect(two.body.messages).toEqual(one.body.messages);
    await town.settled();
    expect(textsTo(lea).filter((said) => said === 'once')).toEqual(['once']);
    const wire = town.outbox.find(({ body }) => JSON.stringify(body).includes('quoting'));
    expect(wire?.body).toMatchObject({ context: { message_id: wamid } });
  });

  it('takes a file and gives one, as Meta does', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const form = new FormData();
    form.append('messaging_product', 'whatsapp');
    form.append('file', new Blob([png], { type: 'image/png' }), 'pixel.png');
    const { api, token } = joined.access;
    const authorization = `Bearer ${token}`;
    const taken = await fetch(`${api}/v26.0/${sales}/media`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    const { id } = (await taken.json()) as { id: string };
    const image = { messaging_product: 'whatsapp', to: alias, type: 'image', image: { id, caption: 'A pixel' } };
    expect((await send(image)).status).toBe(200);
    const file = (await call(joined.access, id)).body as unknown as {
      url: string;
      mime_type: string;
      file_size: number;
    };
    expect(file).toMatchObject({ mime_type: 'image/png', file_size: png.length });
    const bytes = Buffer.from(await (await fetch(file.url, { headers: { authorization } })).arrayBuffer());
    expect(bytes.equals(png)).toBe(true);
    expect((await call(joined.access, sales)).body).toMatchObject({ id: sales, display_phone_number: '+15550001111' });
  });

  it('takes what nothing here composes as it came, with files under Meta’s ids, and shows agents in words what was sent', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const form = new FormData();
    form.append('messaging_product', 'whatsapp');
    form.append('file', new Blob([png], { type: 'image/png' }), 'pixel.png');
    const { api, token } = joined.access;
    const handed = await fetch(`${api}/v26.0/${sales}/media`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form },
    });
    const { id } = (await handed.json()) as { id: string };
    const sends = (interactive: object) =>
      send({ messaging_product: 'whatsapp', to: alias, type: 'interactive', interactive });
    const buttons = [{ type: 'reply', reply: { id: 'y', title: 'Yes please' } }];
    const parameters = {
      ...{ flow_message_version: '3', flow_token: 't', flow_id: '1', flow_cta: 'Book a time', flow_action: 'navigate' },
      flow_action_payload: { screen: 'TIMES' },
    };
    const items = [{ product_retailer_id: 'bell-1' }, { product_retailer_id: 'bell-2' }];
    const card = (n: number) => ({
      ...{ card_index: n, type: 'cta_url', header: { type: 'image', image: { link: 'https://example.com/a.png' } } },
      body: { text: `Card ${n}` },
      action: { name: 'cta_url', parameters: { display_text: 'See', url: 'https://example.com/' } },
    });
    const kinds: { type: string; [part: string]: unknown }[] = [
      { type: 'button', header: { type: 'image', image: { id } }, body: { text: 'This bike?' }, action: { buttons } },
      {
        ...{ type: 'cta_url', header: { type: 'document', document: { link: 'https://example.com/a.pdf' } } },
        body: { text: 'The offer' },
        action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com/' } },
      },
      { type: 'flow', body: { text: 'When?' }, action: { name: 'flow', parameters } },
      { type: 'product', action: { catalog_id: '1', product_retailer_id: 'bell-1' } },
      {
        ...{ type: 'product_list', header: { type: 'text', text: 'Bells' }, body: { text: 'All our bells' } },
        action: { catalog_id: '1', sections: [{ title: 'Loud', product_items: items }] },
      },
      { type: 'catalog_message', body: { text: 'All we have' }, action: { name: 'catalog_message' } },
      { type: 'carousel', body: { text: 'Two of them' }, action: { cards: [card(0), card(1)] } },
      {
        type: 'voice_call',
        body: { text: 'Call us' },
        action: { name: 'voice_call', parameters: { display_text: 'Call' } },
      },
      { type: 'request_contact_info', body: { text: 'Your number?' }, action: { name: 'request_contact_info' } },
    ];
    for (const interactive of kinds) expect(await sends(interactive), interactive.type).toMatchObject({ status: 200 });
    const wire = town.outbox.slice(-kinds.length).map(({ body }) => body.interactive as (typeof kinds)[number]);
    const [pictured, ...rest] = kinds;
    expect(wire.slice(1)).toEqual(rest);
    // By the id Meta gave the file when it was handed on.
    const header = wire[0]?.header as { image: { id: string } };
    expect(header.image.id).toMatch(/^\d+$/);
    expect(wire[0]).toEqual({ ...pictured, header: { type: 'image', image: { id: header.image.id } } });

    const agent = await apiOf(service, 'agent');
    const [thread] = await agent.conversations('&q=Lea');
    const timeline = await agent.timeline(thread?.id ?? '');
    const shown = timeline.filter(
      (item): item is MessageItem => item.kind === 'message' && item.type === 'interactive',
    );
    expect(shown.map(({ summary }) => summary)).toEqual([
      ...['This bike?', 'The offer', 'When?', 'A product', 'All our bells', 'All we have', 'Two of them', 'Call us'],
      'Your number?',
    ]);
    expect(shown[0]).toMatchObject({
      author: 'Caller',
      interactive: { kind: 'buttons', options: [{ label: 'Yes please' }] },
    });
    expect(shown[2]?.interactive).toMatchObject({ kind: 'flow', options: [{ label: 'Book a time' }] });
    expect(JSON.stringify(shown)).not.toMatch(/flow_token|catalog_id|retailer/);
    const requests = await agent.get<Page<{ askedBy: string }>>(
      `/api/v1/contacts/${thread?.contactId}/number-requests`,
    );
    expect(requests.data.map(({ askedBy }) => askedBy)).toEqual(['Caller']);
  });

  it('refuses in Meta’s words what it cannot do', async () => {
    const refused = async (body: unknown, code: number) => {
      const answer = await send(body);
      expect(answer).toMatchObject({ status: 400, body: { error: { code, type: 'OAuthException' } } });
      return answer;
    };
    await refused(text({ to: '8990000000000' }), 131026);
    await refused(text({ to: 'US.1000000000000001' }), 131009);
    await refused(text({}), 100);
    await refused({ ...text({ to: alias }), text: {} }, 100);
    await refused({ messaging_product: 'whatsapp', to: alias, type: 'order', order: {} }, 100);
    const stranger = { ...joined.access, token: `tlr_${'x'.repeat(43)}` };
    expect(await call(stranger, `${sales}/messages`, text({ to: alias }))).toMatchObject({
      status: 401,
      body: { error: { code: 190 } },
    });
    expect(await call(joined.access, '200000000000099/messages', text({ to: alias }))).toMatchObject({
      body: { error: { code: 100, error_subcode: 33 } },
    });

    expect(await call(joined.access, `${sales}/calls`, { to: alias, action: 'connect' })).toMatchObject({
      status: 400,
      body: { error: { code: 100, error_data: { details: expect.stringContaining('POST calls is not relayed') } } },
    });
    expect(await call(stranger, `${sales}/message_templates`)).toMatchObject({ status: 401 });

    town.inject({ how: 'answer', code: 131051 });
    await refused(text({ to: alias }, 'refused by Meta'), 131051);
    town.world.at(Date.now() - dayMs - 60_000, () =>
      hiddenPerson(town.world, 'Noa', '+15550104061', 'noa.p').write(sales, 'Late'),
    );
    await caughtUp();
    const noa = await waitFor('the bot is told of the late one', () =>
      messagesIn(joined.bot).find(({ from }) => from !== undefined && from !== alias),
    );
    await refused(text({ to: noa.from }), 131047);
  });

  it('has its numbers refused wherever else they are dialed', async () => {
    const admin = await apiOf(service, 'admin');
    const start = { from: sales, to: { kind: 'phone', value: `+${alias}` }, ...{ type: 'text', text: { body: 'Hi' } } };
    expect(await admin.call<Problem>('POST', '/api/v1/messages', start)).toMatchObject({
      status: 422,
      body: { code: 'alias_not_dialable' },
    });
    const [thread] = await admin.conversations('&q=Lea');
    expect((thread as Conversation).contact.displayName).toBe('Lea');
    const claim = await admin.call<Problem>('POST', `/api/v1/contacts/${thread?.contactId}/claims`, {
      phone: `+${alias}`,
    });
    expect(claim).toMatchObject({ status: 422, body: { code: 'alias_not_dialable' } });
  });
});

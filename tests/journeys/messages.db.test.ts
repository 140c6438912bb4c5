// Everything that can be said, both ways: what agents send arrives in Meta's form, and what customers send reads. Through the doors
// only, the pretend Meta on the other side.

import type { MessageItem, Problem, SendReply, UploadedMedia } from '@throughline/contract';
import { contents } from '@throughline/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { link, sayings } from '../support/sayings.ts';
import { apiOf, inboxEmpty, secrets, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let town: Town;
let service: TestService;
let agent: Api;
let ana: ReturnType<Town['world']['addPerson']>;
let conversation: string;
/** What Ana wrote first. */
let hello: string;

beforeAll(async () => {
  town = await startTown({ knobs: { sentAfterMs: 50, deliveredAfterMs: 50 } });
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  agent = await apiOf(service, 'agent');
  ana = town.world.addPerson({ name: 'Ana Prueba', phone: '+15550103001', country: 'US' });
  hello = ana.write(sales, 'Hello?');
  await caughtUp();
  const [found] = await agent.conversations();
  conversation = found?.id ?? '';
});
afterAll(async () => {
  await service?.end();
  await town?.close();
});

async function caughtUp(): Promise<void> {
  await town.settled();
  await inboxEmpty(service.db);
}

const post = <T>(body: unknown) => agent.call<T>('POST', `/api/v1/conversations/${conversation}/messages`, body);

/** Sends it, and waits until Meta has taken it: the item, and what was on the wire. */
async function say(content: SendReply): Promise<{ item: MessageItem; wire: Record<string, unknown>; wamid: string }> {
  const { status, body } = await post<MessageItem>(content);
  if (status !== 202) throw new Error(`${content.type} was answered ${status}: ${JSON.stringify(body)}`);
  const sent = await waitFor(`${content.type} is taken`, async () =>
    town.outbox.find((one) => one.body.biz_opaque_callback_data === body.id),
  );
  await waitFor(`${content.type} is sent`, async () => ['sent', 'delivered'].includes((await shown(body.id)).status));
  const { to, type, [String(type)]: part, context } = sent.body;
  expect(to).toBe('+15550103001');
  return {
    item: await shown(body.id),
    wire: { type, part, ...(context !== undefined && { context }) },
    wamid: sent.wamid ?? '',
  };
}

const shown = (id: string) => agent.message(conversation, id);

/** The newest message of hers, once it is here. */
async function heard(): Promise<MessageItem> {
  await caughtUp();
  const item = (await agent.timeline(conversation)).findLast((one) => one.kind === 'message' && one.direction === 'in');
  if (item?.kind !== 'message') throw new Error('She wrote nothing.');
  return item;
}

/** In the town time passes only when told: two things of one second have no order. */
async function says(act: () => unknown): Promise<MessageItem> {
  town.pass(1);
  act();
  return await heard();
}

async function uploaded(): Promise<string> {
  const answer = await fetch(`${service.url}/api/v1/media?conversation=${conversation}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await keyOf()}`,
      'content-type': 'image/png',
      'x-filename': 'bike.png',
    },
    body: png,
  });
  const { id } = (await answer.json()) as UploadedMedia;
  if (answer.status !== 201) throw new Error(`The upload was answered ${answer.status}.`);
  return id;
}

let key: string | undefined;
async function keyOf(): Promise<string> {
  const { createKey } = await import('../../server/access/keys.ts');
  const { inTransaction } = await import('../../server/db/connect.ts');
  key ??= (await inTransaction(service.db, (tx) => createKey(tx, { name: 'Uploads', role: 'agent' }))).key;
  return key;
}

describe('what an agent sends', () => {
  it.each(sayings)('arrives in Meta’s form, and reads: %s', async (_name, content, part, reads) => {
    const { item, wire } = await say(content);
    expect(wire).toEqual({ type: content.type, part });
    expect(item).toMatchObject({ type: content.type, direction: 'out', ...reads });
  });

  it('is a file of ours, once Meta has it: by the id Meta gave it, and never shown', async () => {
    const media = await uploaded();
    const { item, wire } = await say({ type: 'image', image: { media, caption: 'From us' } });
    expect(wire.part).toEqual({ id: expect.stringMatching(/^\d+$/), caption: 'From us' });
    expect(item.media).toMatchObject({ id: media, type: 'image', state: 'ready', caption: 'From us' });
    const refused = await post<Problem>({ type: 'video', video: { media } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'media_wrong_type', allowed: ['image', 'document'] } });
  });

  it('quotes a message of hers, and one of ours', async () => {
    const first = (await agent.timeline(conversation)).find((one) => one.kind === 'message' && one.direction === 'in');
    const { item, wire } = await say({ type: 'text', text: { body: 'Hello!' }, replyTo: first?.id ?? '' });
    expect(wire.context).toEqual({ message_id: hello });
    expect(item.quotes).toBe(first?.id);
    const again = await say({ type: 'text', text: { body: 'As I said' }, replyTo: item.id });
    expect(again.item.quotes).toBe(item.id);
  });

  it('reacts to a message of hers, and takes it back; the reaction is only ever sent', async () => {
    const [first] = (await agent.timeline(conversation)).filter((one) => one.kind === 'message');
    const message = first?.id ?? '';
    const given = await say({ type: 'reaction', reaction: { message, emoji: '👍' } });
    expect(given.wire.part).toEqual({ message_id: hello, emoji: '👍' });
    expect(given.item).toMatchObject({ type: 'reaction', emoji: '👍', target: message, status: 'sent' });
    expect((await shown(message)).reactions).toMatchObject([{ emoji: '👍', by: 'business' }]);
    await waitAMoment();
    const back = await say({ type: 'reaction', reaction: { message, emoji: null } });
    expect(back.wire.part).toEqual({ message_id: hello, emoji: '' });
    expect((await shown(message)).reactions).toBeUndefined();
  });
});

/** Our own clock stands still for nobody: until the next millisecond, so that the second of two is the later. */
const waitAMoment = () => {
  const now = Date.now();
  return waitFor('time passes', async () => Date.now() > now + 1);
};

describe('what is refused before it is sent', () => {
  const elsewhere = '00000000-0000-4000-8000-000000000000';
  it.each<[string, unknown, number, string, string?]>([
    ['a quote of nothing', { type: 'text', text: { body: 'a' }, replyTo: elsewhere }, 422, 'message_not_found'],
    [
      'a reaction to nothing',
      { type: 'reaction', reaction: { message: elsewhere, emoji: '👍' } },
      422,
      'message_not_found',
    ],
    ['a file nobody uploaded', { type: 'image', image: { media: elsewhere } }, 422, 'media_unknown'],
    ['two sources', { type: 'image', image: { media: elsewhere, link } }, 400, 'invalid_request'],
    [
      'two buttons that read the same',
      {
        type: 'interactive',
        interactive: {
          kind: 'buttons',
          body: 'a',
          buttons: [
            { id: '1', title: 'Yes' },
            { id: '2', title: 'Yes' },
          ],
        },
      },
      422,
      'content_invalid',
      'interactive.buttons',
    ],
    [
      'a template nobody knows',
      { type: 'template', template: { name: 'never_written', language: { code: 'en' }, values: { 'body.1': 'Ana' } } },
      422,
      'template_unknown',
    ],
    ['words for an emoji', { type: 'reaction', reaction: { message: elsewhere, emoji: '' } }, 400, 'invalid_request'],
  ])('%s', async (_name, body, status, code, field) => {
    const before = town.outbox.length;
    const answer = await post<Problem>(body);
    expect(answer).toMatchObject({ status, body: { code } });
    if (field) expect(answer.body.errors?.[0]?.field).toBe(field);
    expect(town.outbox.length).toBe(before);
  });

  it('a reaction to a reaction, and to a message she deleted', async () => {
    const reaction = await says(() => ana.react(hello, '❤️'));
    expect(await post<Problem>({ type: 'reaction', reaction: { message: reaction.id, emoji: '👍' } })).toMatchObject({
      status: 409,
      body: { code: 'not_reactable' },
    });
    let wamid = '';
    const slip = await says(() => (wamid = ana.write(sales, 'a slip')));
    await says(() => ana.revoke(wamid));
    expect(await post<Problem>({ type: 'reaction', reaction: { message: slip.id, emoji: '👍' } })).toMatchObject({
      status: 409,
      body: { code: 'not_reactable', detail: expect.stringContaining('deleted') },
    });
  });
});

describe('what she sends', () => {
  it.each<[string, () => unknown, Partial<MessageItem>]>([
    [
      'an order',
      () =>
        ana.write(sales, contents.order([{ product: 'BELL-1', quantity: 2, price: 3.5, currency: 'USD' }], 'please')),
      {
        type: 'order',
        order: {
          text: 'please',
          items: [{ product: 'BELL-1', quantity: 2, price: 3.5, currency: 'USD' }],
          total: { amount: 7, currency: 'USD' },
        },
        summary: 'Order of 2 items: please',
      },
    ],
    [
      'the first words after an advertisement',
      () => ana.write(sales, contents.fromAd('I saw your ad', { headline: 'Half price', body: 'Bells' })),
      {
        text: { body: 'I saw your ad' },
        referral: { source: 'ad', headline: 'Half price', body: 'Bells', url: 'https://fb.me/3cr4Wqqkv' },
      },
    ],
    [
      'a place',
      () => ana.write(sales, contents.location({ latitude: 1, longitude: 2, name: 'Home' })),
      { type: 'location', location: { latitude: 1, longitude: 2, name: 'Home' } },
    ],
    [
      'something the API cannot show',
      () => ana.write(sales, contents.unsupported('poll')),
      { type: 'unsupported', summary: expect.stringContaining('"poll"') },
    ],
    [
      'a form',
      () =>
        ana.write(sales, {
          type: 'interactive',
          interactive: {
            type: 'nfm_reply',
            nfm_reply: { name: 'booking', body: 'Sent', response_json: '{"flow_token":"t-1","day":"Tuesday"}' },
          },
        }),
      { form: { name: 'booking', fields: [{ label: 'Day', value: 'Tuesday' }] }, summary: 'Form answered' },
    ],
    [
      'a card',
      () => ana.shareCard(sales, { name: 'Otra Persona', phone: '+15550103009' }),
      {
        type: 'contacts',
        cards: [
          expect.objectContaining({ name: expect.objectContaining({ formatted: 'Otra Persona' }), attested: false }),
        ],
      },
    ],
    [
      'a question about a product, forwarded often',
      () =>
        ana.write(sales, {
          type: 'text',
          text: { body: 'Is it there?' },
          context: { frequently_forwarded: true, referred_product: { catalog_id: '1', product_retailer_id: 'BELL-1' } },
        }),
      { text: { body: 'Is it there?' }, product: 'BELL-1', forwarded: 'often' },
    ],
    [
      'a photo',
      () => ana.sendMedia(sales, { type: 'image', bytes: png, mimeType: 'image/png', caption: 'broken' }),
      { type: 'image', summary: 'Photo: broken', media: expect.objectContaining({ type: 'image', caption: 'broken' }) },
    ],
  ])('reads: %s', async (_name, act, reads) => {
    expect(await says(act)).toMatchObject({ direction: 'in', status: 'received', ...reads });
  });

  it('is a choice of ours she taps, quoting what we sent', async () => {
    const asked = await say({
      type: 'interactive',
      interactive: {
        kind: 'list',
        body: 'Size?',
        button: 'Sizes',
        sections: [{ rows: [{ id: 'l', title: 'Large', description: '29' }] }],
      },
    });
    expect(await says(() => ana.tap(asked.wamid, 'l'))).toMatchObject({
      choice: { label: 'Large', description: '29' },
      quotes: asked.item.id,
      summary: 'Chose: Large',
    });
  });

  it('is a reaction to ours, another, and none', async () => {
    const { item, wamid } = await say({ type: 'text', text: { body: 'Ready!' } });
    expect(await says(() => ana.react(wamid, '❤️'))).toMatchObject({ type: 'reaction', emoji: '❤️', target: item.id });
    expect((await shown(item.id)).reactions).toMatchObject([{ emoji: '❤️', by: 'customer' }]);
    await says(() => ana.react(wamid, '😂'));
    expect((await shown(item.id)).reactions).toMatchObject([{ emoji: '😂', by: 'customer' }]);
    await says(() => ana.react(wamid, null));
    expect((await shown(item.id)).reactions).toBeUndefined();
  });

  it('is edited: the new words, and what it said before', async () => {
    let wamid = '';
    const item = await says(() => (wamid = ana.write(sales, 'at five')));
    town.catchUp();
    await says(() => ana.edit(wamid, 'at six'));
    expect(await shown(item.id)).toMatchObject({
      text: { body: 'at six' },
      summary: 'at six',
      edited: { before: 'at five' },
    });
    expect((await agent.conversation(conversation)).lastItem?.summary).toBe('Edited a message: at six');
  });

  it('is deleted: nothing it said is given any more, also not by its edits or in the list', async () => {
    let wamid = '';
    const item = await says(() => (wamid = ana.write(sales, 'my secret')));
    await says(() => ana.edit(wamid, 'my other secret'));
    // The deletion in the same second as the edit: neither stands in the list.
    ana.revoke(wamid);
    await caughtUp();
    const deleted = await shown(item.id);
    expect(deleted).toMatchObject({
      type: 'text',
      summary: 'This message was deleted.',
      deletedAt: expect.any(String),
    });
    expect(deleted).not.toHaveProperty('text');
    const everything = JSON.stringify([await agent.timeline(conversation), await agent.conversations()]);
    expect(everything).not.toMatch(/my (other )?secret/);
  });

  it('is deleted before it arrives, and edited on another page', async () => {
    const { item, wamid } = await say({ type: 'text', text: { body: 'for pages' } });
    await says(() => ana.react(wamid, '🎉'));
    const page = await agent.get<{ data: MessageItem[] }>(
      `/api/v1/conversations/${conversation}/messages?limit=2&order=newest`,
    );
    expect(page.data.map((one) => one.id)).not.toContain(item.id);
    expect((await shown(item.id)).reactions).toMatchObject([{ emoji: '🎉' }]);
  });
});

describe('an agent who reads and writes', () => {
  it('is seen to: blue ticks, and the dots', async () => {
    let wamid = '';
    await says(() => (wamid = ana.write(sales, 'Anybody there?')));
    await agent.call('POST', `/api/v1/conversations/${conversation}/read`);
    await waitFor('it is marked as read', async () => town.world.line(wamid)?.readByBusiness === true);
    expect((await agent.call('POST', `/api/v1/conversations/${conversation}/typing`)).status).toBe(204);
    await waitFor('she sees the dots', async () => (town.world.line(wamid)?.typingUntil ?? 0) > town.world.now());
  });

  it('is not, where the policy says so', async () => {
    const admin = await apiOf(service, 'admin');
    expect((await admin.call('PUT', '/api/v1/policy', { readReceipts: false })).status).toBe(200);
    let wamid = '';
    await says(() => (wamid = ana.write(sales, 'And now?')));
    await agent.call('POST', `/api/v1/conversations/${conversation}/read`);
    await agent.call('POST', `/api/v1/conversations/${conversation}/typing`);
    const owed = await service.db.sql`select from errands where state = 'waiting'`;
    expect([owed.length, town.world.line(wamid)?.readByBusiness]).toEqual([0, undefined]);
  });
});

describe('what agents are given of all this', () => {
  it('holds no backend id', async () => {
    await agent.timeline(conversation);
    await agent.conversations();
    expect(town.canaries().size).toBeGreaterThan(40);
    expect(sightings(town.canaries(), agent.heard)).toEqual([]);
    const text = agent.heard.map((one) => one.text).join('\n');
    for (const { body } of town.outbox) {
      const { type, [String(type)]: part } = body;
      const id = (part as { id?: string }).id;
      if (id) expect(text).not.toContain(id);
    }
    expect(text).not.toContain('ctwa_clid');
    expect(text).not.toContain(secrets.access);
  });
});

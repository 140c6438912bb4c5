// The main job: a conversation that survives a username, a hidden number and a new one. Through every door, with the
// pretend Meta on the other side, for each form in which WhatsApp has told a number change.

import type { Contact, MessageItem, Problem, TimelineItem } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { apiOf, inboxEmpty, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const dayMs = 86_400_000;

let town: Town;
let service: TestService;
let agent: Api;
let live: Awaited<ReturnType<Api['listen']>>;

beforeAll(async () => {
  town = await startTown();
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  agent = await apiOf(service, 'agent');
  live = await agent.listen();
});
afterAll(async () => {
  live?.stop();
  await service?.end();
  await town?.close();
});

interface Case {
  name: string;
  generation: 0 | 1 | 2;
  hidden: boolean;
  /** Beside the system message, the field Meta documented in spring 2026 and withdrew. */
  withUpdate?: true;
  phones: [first: string, second: string];
}

// What tells of a hidden number's change in the first two generations names no predecessor; only the withdrawn field does.
const cases: Case[] = [
  { name: 'hidden, told as today', generation: 2, hidden: true, phones: ['+15550102001', '+15550102002'] },
  { name: 'visible, told as today', generation: 2, hidden: false, phones: ['+15550102011', '+15550102012'] },
  {
    name: 'hidden, told as in summer 2026 with the field of that time',
    generation: 1,
    hidden: true,
    withUpdate: true,
    phones: ['+15550102021', '+15550102022'],
  },
  { name: 'visible, told as in summer 2026', generation: 1, hidden: false, phones: ['+15550102031', '+15550102032'] },
  {
    name: 'hidden, told in the oldest form with the field of its successor',
    generation: 0,
    hidden: true,
    withUpdate: true,
    phones: ['+15550102041', '+15550102042'],
  },
  { name: 'visible, told in the oldest form', generation: 0, hidden: false, phones: ['+15550102051', '+15550102052'] },
];

describe.each(cases)('a customer who changes her number: $name', ({ generation, hidden, withUpdate, phones }) => {
  const [firstPhone, secondPhone] = phones;
  const username = `ana.${firstPhone.slice(-4)}`;
  let ana: ReturnType<Town['world']['addPerson']>;
  let conversationId: string;
  let contactId: string;

  beforeAll(() => {
    town.rewind();
    Object.assign(town.knobs, {
      systemGeneration: generation,
      legacyUserIdUpdate: withUpdate ?? false,
      visibilityDays: hidden ? 0 : 30,
      sentAfterMs: 150,
      deliveredAfterMs: 150,
    });
    ana = town.world.addPerson({ name: `Ana ${firstPhone.slice(-4)}`, phone: firstPhone, country: 'US' });
  });

  it('writes with a phone and stands in the list under it', async () => {
    ana.write(sales, 'Hello, is my bike ready?');
    await caughtUp();
    const conversation = await only(ana.name);
    conversationId = conversation.id;
    contactId = conversation.contactId;
    expect(conversation).toMatchObject({
      contact: { displayName: ana.name, identifier: { kind: 'phone', value: firstPhone }, numberHidden: false },
      businessNumber: { id: sales },
      unread: 1,
      state: 'open',
    });
  });

  it('adopts a username and goes on in the same conversation', async () => {
    town.pass();
    ana.adoptUsername(username);
    town.pass();
    ana.write(sales, 'I have a username now');
    await caughtUp();
    const conversation = await only(ana.name);
    expect(conversation).toMatchObject({
      id: conversationId,
      contactId,
      contact: hidden
        ? { identifier: { kind: 'username', value: username }, numberHidden: true }
        : { identifier: { kind: 'phone', value: firstPhone }, numberHidden: false },
    });
    const contact = await agent.contact(contactId);
    expect(contact.phones).toMatchObject([{ value: firstPhone, role: hidden ? 'hidden' : 'current' }]);
    expect(contact).toMatchObject({ username, phone: firstPhone });
    expect(contact.numberHiddenSince !== undefined).toBe(hidden);
    expect(noticesIn(await agent.timeline(conversationId))).toEqual(['username_adopted']);
  });

  it.each(['username', 'phone', 'digits', 'name'])('is found by %s', async (by) => {
    const word = { username: `@${username}`, phone: firstPhone, digits: firstPhone.slice(2), name: ana.name }[by];
    const found = await agent.contacts(`&q=${encodeURIComponent(word ?? '')}`);
    expect(found.map((one) => one.id)).toEqual([contactId]);
  });

  it('gets the answer, whose ticks go from queued to read', async () => {
    const steps = await answered('Yes, come by at noon');
    // A step may pass between two looks; none comes before its turn.
    const order = ['queued', 'accepted', 'sent', 'delivered', 'read'];
    expect(steps).toEqual(order.filter((step) => steps.includes(step)));
    expect(steps).toEqual(expect.arrayContaining(['queued', 'delivered', 'read']));
    expect(lastSent()).toMatchObject({ personId: ana.id, status: 'read', body: { to: firstPhone } });
  });

  it('changes her number, BSUID and all, and it is still the same conversation', async () => {
    town.catchUp();
    ana.changeNumber(secondPhone);
    town.pass();
    ana.write(sales, 'New number, same me');
    await caughtUp();
    expect(await only(ana.name)).toMatchObject({
      id: conversationId,
      contactId,
      contact: hidden
        ? { identifier: { kind: 'username', value: username }, numberHidden: true }
        : { identifier: { kind: 'phone', value: secondPhone }, numberHidden: false },
    });
    const timeline = await agent.timeline(conversationId);
    expect(noticesIn(timeline)).toEqual(['username_adopted', 'number_changed']);
    expect(textsIn(timeline)).toEqual([
      'Hello, is my bike ready?',
      'I have a username now',
      'Yes, come by at noon',
      'New number, same me',
    ]);
    expect(rolesOf(await agent.contact(contactId))).toEqual(
      hidden ? { [firstPhone]: 'changed' } : { [firstPhone]: 'changed', [secondPhone]: 'current' },
    );
  });

  it('gets the next answer at her new address', async () => {
    expect((await answered('Good that you say so')).at(-1)).toBe('read');
    expect(lastSent()).toMatchObject({ personId: ana.id });
    expect(addressIn(lastSent().body)).toBe(hidden ? 'recipient' : secondPhone);
  });

  it('shares nothing with the stranger who takes her old number', async () => {
    town.catchUp();
    const zoe = town.world.addPerson({ name: `Zoe ${firstPhone.slice(-4)}`, phone: firstPhone, country: 'US' });
    zoe.write(sales, 'Do you sell helmets?');
    await caughtUp();
    const stranger = await only(zoe.name);
    expect(stranger.id).not.toBe(conversationId);
    expect(stranger.contactId).not.toBe(contactId);
    expect(stranger.contact.identifier).toEqual({ kind: 'phone', value: firstPhone });
    expect(textsIn(await agent.timeline(stranger.id))).toEqual(['Do you sell helmets?']);
    expect((await agent.contact(stranger.contactId)).phones).toMatchObject([{ value: firstPhone, role: 'current' }]);

    expect(textsIn(await agent.timeline(conversationId))).not.toContain('Do you sell helmets?');
    expect(rolesOf(await agent.contact(contactId))[firstPhone]).not.toBe('current');
    await agent.reply(conversationId, 'For Ana only');
    await agent.reply(stranger.id, 'For Zoe only');
    await town.settled();
    await waitFor(
      'both answers to be accepted',
      () => sentTexts(zoe.id).length === 1 && sentTexts(ana.id).length === 3,
    );
    expect(sentTexts(ana.id)).toContain('For Ana only');
    expect(sentTexts(zoe.id)).toEqual(['For Zoe only']);
  });

  /** Replies, lets her read it, and answers every state the message was seen in. */
  async function answered(body: string): Promise<string[]> {
    town.catchUp();
    const message = await agent.reply(conversationId, body);
    const seen = [message.status as string];
    const until = async (wanted: MessageItem['status']) =>
      await waitFor(`the message is ${wanted}`, async () => {
        const now = (await agent.message(conversationId, message.id)).status;
        if (now !== seen.at(-1)) seen.push(now);
        return now === wanted;
      });
    await until('delivered');
    ana.reads(sales);
    await until('read');
    expect(town.world.linesOf(ana.id, sales)).toContainEqual(
      expect.objectContaining({ direction: 'outbound', text: body, status: 'read' }),
    );
    return seen;
  }
});

describe('a customer of whom the oldest forms told a hidden change without naming her', () => {
  it('gets a thread of her own rather than somebody else’s', async () => {
    town.rewind();
    Object.assign(town.knobs, { systemGeneration: 1, legacyUserIdUpdate: false, visibilityDays: 0 });
    const eva = town.world.addPerson({ name: 'Eva', phone: '+15550102061', country: 'US' });
    eva.write(sales, 'before');
    town.pass();
    eva.adoptUsername('eva.prueba');
    town.pass();
    eva.changeNumber('+15550102062');
    town.pass();
    eva.write(sales, 'after');
    await caughtUp();
    const threads = await agent.conversations('&q=Eva');
    const texts = await Promise.all(threads.map(async ({ id }) => textsIn(await agent.timeline(id))));
    expect(texts.sort()).toEqual([['after'], ['before']]);
  });
});

describe('a reply', () => {
  beforeAll(() => town.rewind());

  it('is refused with 409 when the window has closed, and says that a template may go', async () => {
    const lena = town.world.addPerson({ name: 'Lena', phone: '+15550102071', country: 'US' });
    town.world.at(Date.now() - dayMs - 60_000, () => lena.write(sales, 'Are you open today?'));
    await caughtUp();
    const { id } = await only('Lena');
    const path = `/api/v1/conversations/${id}/messages`;
    const refused = await agent.call<Problem>('POST', path, { type: 'text', text: { body: 'We were' } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'window_closed', allowed: ['template'] } });
    expect((await agent.conversation(id)).reply).toMatchObject({ open: false, held: 'window_closed' });
    const template = { type: 'template', template: { name: 'we_are_open', language: { code: 'en' } } };
    const sent = await agent.call<MessageItem>('POST', path, template);
    expect(sent.status).toBe(202);
    await waitFor('the template reaches her', () => sentTypes(lena.id).includes('template'));
  });

  it('whose answer was lost is unknown until its status tells, and is never sent twice', async () => {
    const mia = town.world.addPerson({ name: 'Mia', phone: '+15550102081', country: 'US' });
    mia.write(sales, 'Hello?');
    await caughtUp();
    const { id } = await only('Mia');
    town.inject({ how: 'lost-answer' });
    town.hold();
    const message = await agent.reply(id, 'We hear you');
    await statusIs(id, message.id, 'unknown');
    await waitFor('her phone has it', () => town.held >= 2);
    town.flush();
    await statusIs(id, message.id, 'delivered');
    expect(sentTexts(mia.id)).toEqual(['We hear you']);
    const after = await agent.reply(id, 'And again');
    await statusIs(id, after.id, 'delivered');
    expect(sentTexts(mia.id)).toEqual(['We hear you', 'And again']);
  });

  it('that never reached Meta stays unknown, and what is written next still goes out', async () => {
    const noa = town.world.addPerson({ name: 'Noa', phone: '+15550102091', country: 'US' });
    noa.write(sales, 'Hello?');
    await caughtUp();
    const { id } = await only('Noa');
    town.inject({ how: 'lost-request' });
    const first = await agent.reply(id, 'lost');
    await statusIs(id, first.id, 'unknown');
    const second = await agent.reply(id, 'found');
    await statusIs(id, second.id, 'delivered');
    expect((await agent.message(id, first.id)).status).toBe('unknown');
    expect(sentTexts(noa.id)).toEqual(['found']);
  });

  it.each(['answer', 'status'] as const)(
    'refused by %s shows as failed, with a reason an agent can use',
    async (how) => {
      const ida = town.world.addPerson({
        name: `Ida ${how}`,
        phone: how === 'answer' ? '+15550102101' : '+15550102102',
        country: 'US',
      });
      ida.write(sales, 'Hello?');
      await caughtUp();
      const { id } = await only(ida.name);
      const code = how === 'answer' ? 131051 : 131049;
      town.inject({ how, code });
      const message = await agent.reply(id, 'This cannot go');
      await statusIs(id, message.id, 'failed');
      const { failure } = await agent.message(id, message.id);
      expect(failure?.code).toBe(code);
      expect(failure?.text).toMatch(/\w+ \w+ \w+.*\./);
      expect((await agent.conversation(id)).lastItem).toMatchObject({ status: 'failed' });
    },
  );

  it('names a phone or an account, never both, and never an account in the place of a phone', () => {
    expect(town.outbox.length).toBeGreaterThan(20);
    for (const { body } of town.outbox) {
      expect(Object.keys(body).filter((key) => key === 'to' || key === 'recipient')).toHaveLength(1);
      if ('to' in body) expect(body.to).toMatch(/^\+\d{8,15}$/);
      else expect(body.recipient).toMatch(/^[A-Z]{2}\.[A-Za-z0-9]+$/);
    }
    expect(town.outbox.filter(({ body }) => 'recipient' in body).length).toBeGreaterThan(2);
  });
});

describe('what agents are given', () => {
  it('holds no backend id, in any answer or in the live stream', async () => {
    for (const path of ['me', 'business-numbers', 'contacts', 'conversations', 'openapi.json'])
      await agent.get(`/api/v1/${path}`);
    for (const { id } of await agent.contacts()) await agent.contact(id);
    for (const { id } of await agent.conversations()) {
      await agent.conversation(id);
      await agent.timeline(id);
    }
    const canaries = town.canaries();
    expect(canaries.size).toBeGreaterThan(60);
    expect(live.text()).toContain('event: change');
    expect(sightings(canaries, agent.heard)).toEqual([]);
  });

  it('leaves the identity to those who may see it, with every id a person ever had', async () => {
    const developer = await apiOf(service, 'developer');
    const [ana] = await developer.contacts(`&q=${encodeURIComponent('@ana.2001')}`);
    const path = `/api/v1/contacts/${ana?.id}/identity`;
    expect((await agent.call('GET', path)).status).toBe(403);
    const identity = await developer.get<{ holders: { names: { value: string }[] }[] }>(path);
    const names = identity.holders.flatMap((holder) => holder.names.map((name) => name.value));
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !town.canaries().has(name))).toEqual([]);
    expect(sightings(town.canaries(), developer.heard)).toEqual([]);
  });

  it('is empty to a key of another portfolio', async () => {
    const other = await apiOf(service, 'admin', '900000000000099');
    expect(await other.contacts()).toEqual([]);
    expect(await other.conversations()).toEqual([]);
    const [known] = await agent.conversations();
    expect((await other.call('GET', `/api/v1/conversations/${known?.id}`)).status).toBe(404);
    expect(lagosBikes.portfolioId).not.toBe('900000000000099');
  });
});

async function caughtUp(): Promise<void> {
  await town.settled();
  await inboxEmpty(service.db);
}

async function only(name: string) {
  const found = await agent.conversations(`&q=${encodeURIComponent(name)}`);
  expect(found).toHaveLength(1);
  const [conversation] = found;
  if (!conversation) throw new Error(`${name} has no thread.`);
  return conversation;
}

async function statusIs(conversationId: string, id: string, wanted: MessageItem['status']): Promise<void> {
  await waitFor(`the message is ${wanted}`, async () => (await agent.message(conversationId, id)).status === wanted);
}

function textsIn(timeline: readonly TimelineItem[]): string[] {
  return timeline.flatMap((item) => (item.kind === 'message' ? [item.text?.body ?? item.summary] : []));
}

function noticesIn(timeline: readonly TimelineItem[]): string[] {
  return timeline.flatMap((item) => (item.kind === 'notice' ? [item.type] : []));
}

function rolesOf({ phones }: Contact): Record<string, string> {
  return Object.fromEntries(phones.map(({ value, role }) => [value, role]));
}

function lastSent() {
  const sent = town.outbox.at(-1);
  if (!sent) throw new Error('Nothing was sent.');
  return sent;
}

/** The phone a send names, or `recipient` where it names an account. */
function addressIn(body: Record<string, unknown>): unknown {
  return 'recipient' in body ? 'recipient' : body.to;
}

function sentTexts(personId: string): string[] {
  return town.world
    .linesOf(personId)
    .filter((line) => line.direction === 'outbound' && line.type === 'text')
    .map((line) => line.text);
}

function sentTypes(personId: string): string[] {
  return town.world.linesOf(personId).flatMap((line) => (line.direction === 'outbound' ? [line.type] : []));
}

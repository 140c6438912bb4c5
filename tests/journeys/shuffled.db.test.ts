// Meta promises neither order nor uniqueness. The same story, delivered in order and then in ever other orders with
// duplicates and in batches, must leave the same people, threads, notices and words behind; ids aside.

import type { Contact, Conversation, TimelineItem } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { apiOf, inboxEmpty, startTestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const repairs = '200000000000003';

interface Delivery {
  order: 'as-happened' | 'reversed' | 'shuffled';
  seed: number;
  duplicates: number;
  batchSize: number;
  concurrency: number;
}

const inOrder: Delivery = { order: 'as-happened', seed: 1, duplicates: 0, batchSize: 1, concurrency: 1 };
const deliveries: Delivery[] = [
  { order: 'reversed', seed: 1, duplicates: 0.3, batchSize: 1, concurrency: 1 },
  ...Array.from({ length: 10 }, (_, index): Delivery => {
    const [batchSize = 1, concurrency = 1] =
      [
        [1, 1],
        [1, 8],
        [3, 1],
        [7, 4],
        [200, 1],
      ][index % 5] ?? [];
    return { order: 'shuffled', seed: index + 1, duplicates: 0.4, batchSize, concurrency };
  }),
];

/** The clock and the ids of every telling are the same, so that only the order of delivery differs. */
const startsAt = Date.now() - 3_600_000;

const expected = play(inOrder);

describe('the story told in order', () => {
  it('has the people, threads and notices it should have', async () => {
    const { people, threads, answers } = await expected;
    expect(people.map(({ displayName, identifier }) => `${displayName} ${identifier.value}`)).toEqual([
      'Ana ana.prueba',
      'Ben +15550103012',
      'Cleo Cleo',
      'Dan +15550103021',
      'Eva eva.prueba',
      'Yan +15550103011',
      'Zoe zoe.prueba',
    ]);
    expect(Object.fromEntries(threads.map(({ name, texts }) => [name, texts]))).toEqual({
      'Ana/Sales': ['a1', 'e1', 'a3', '👍', 'a5'],
      'Ana/Service': ['a2', 'a4'],
      'Ben/Sales': ['b3, edited', 'b2', 'Edited a message: b3, edited'],
      'Cleo/Sales': ['c1'],
      'Cleo/Service': ['c2'],
      'Dan/Sales': ['d1'],
      'Eva/Service': ['v1', 'Shared a contact: Eva', 'v2'],
      'Yan/Sales': ['y1'],
      'Zoe/Sales': ['z1', 'z2'],
    });
    expect(Object.fromEntries(threads.map(({ name, notices }) => [name, notices]))).toMatchObject({
      'Ana/Sales': ['username_adopted', 'number_changed'],
      'Ana/Service': ['username_adopted', 'number_changed'],
      'Ben/Sales': ['number_changed'],
      'Cleo/Sales': ['number_released'],
      'Dan/Sales': ['number_in_new_hands'],
      'Yan/Sales': ['number_in_new_hands'],
    });
    expect(answers['Ana/Sales']).toEqual(['read']);
    expect(answers['Cleo/Sales']).toEqual(['failed']);
  });
});

describe('the same story', () => {
  it.each(deliveries)(
    'leaves the same behind: $order, seed $seed, $duplicates twice, $batchSize in a batch, $concurrency at once',
    async (delivery) => {
      expect(await play(delivery)).toEqual(await expected);
    },
  );
});

async function play(delivery: Delivery) {
  const { batchSize, concurrency } = delivery;
  const town = await startTown({ startsAt, knobs: { batchSize, concurrency } });
  const service = await startTestService({ graphUrl: town.url });
  try {
    town.pointAt({ url: service.webhookUrl });
    const agent = await apiOf(service, 'agent');
    town.hold();
    tell(town);
    await deliver();
    const told = await pictureOf(agent);
    town.hold();
    town.catchUp();
    const answers = await answerAll(agent, town);
    for (const person of town.world.people) for (const number of [sales, repairs]) person.reads(number);
    await deliver();
    const settled: Record<string, string[]> = {};
    for (const [name, { conversationId, id }] of answers) {
      const item = await waitFor('the answer is read, or has failed', async () => {
        const message = await agent.message(conversationId, id);
        return (message.status === 'read' || message.status === 'failed') && message;
      });
      settled[name] = [...(settled[name] ?? []), item.status];
    }
    return { ...told, answers: settled };
  } finally {
    await service.end();
    await town.close();
  }

  async function deliver(): Promise<void> {
    town.flush(delivery);
    await town.settled();
    await inboxEmpty(service.db);
  }
}

function tell(town: Town): void {
  const { world } = town;
  const person = (name: string, phone: string) => world.addPerson({ name, phone, country: 'US' });
  const then = <T>(result: T): T => {
    town.pass();
    return result;
  };
  const ana = person('Ana', '+15550103001');
  const ben = person('Ben', '+15550103011');
  const cleo = person('Cleo', '+15550103021');
  const eva = person('Eva', '+15550103031');

  const first = then(ana.write(sales, 'a1'));
  then(ana.write(repairs, 'a2'));
  const said = then(ben.write(sales, 'b1'));
  then(ana.call(sales, { answered: true, durationS: 30 }));
  const echo = then(town.appSends(sales, ana.id, 'e1'));
  ana.adoptUsername('ana.prueba');
  then(ana.write(sales, 'a3', { replyTo: echo }));
  then(ana.react(echo, '👍'));
  then(cleo.write(sales, 'c1'));
  then(cleo.write(repairs, 'c2'));
  then(ben.changeNumber('+15550103012'));
  then(ben.write(sales, 'b2'));
  then(ana.changeNumber('+15550103002'));
  then(ana.write(repairs, 'a4'));
  then(ana.call(repairs));
  const zoe = person('Zoe', '+15550103001');
  then(zoe.write(sales, 'z1'));
  zoe.adoptUsername('zoe.prueba');
  then(zoe.write(sales, 'z2'));
  then(person('Yan', '+15550103011').write(sales, 'y1'));
  cleo.leave();
  then(person('Dan', '+15550103021').write(sales, 'd1'));
  eva.adoptUsername('eva.prueba');
  then(eva.write(repairs, 'v1'));
  then(eva.shareNumber(repairs));
  then(eva.write(repairs, 'v2'));
  then(ana.write(sales, 'a5', { replyTo: first }));
  then(ben.edit(said, 'b3, edited'));
  then(ana.marketing(sales, 'stop'));
}

async function answerAll(agent: Api, town: Town) {
  const answers: [string, { conversationId: string; id: string }][] = [];
  for (const conversation of await agent.conversations()) {
    const message = await agent.reply(conversation.id, `for ${nameOf(conversation)}`);
    answers.push([nameOf(conversation), { conversationId: conversation.id, id: message.id }]);
  }
  await waitFor('every answer has been given to WhatsApp', async () => {
    const now = await Promise.all(answers.map(([, { conversationId, id }]) => agent.message(conversationId, id)));
    return now.every(({ status }) => status === 'accepted' || status === 'failed');
  });
  await waitFor('every phone has its answer', () =>
    town.outbox.every(({ status }) => status !== 'accepted' && status !== 'sent'),
  );
  return answers;
}

/** Everything an agent could see, without ids. */
async function pictureOf(agent: Api) {
  const conversations = await agent.conversations();
  const contacts = await agent.contacts();
  const threads = await Promise.all(
    conversations.map(async (conversation) => {
      const items = await agent.timeline(conversation.id);
      return {
        name: nameOf(conversation),
        head: withoutIds(conversation),
        texts: items.flatMap((item) => (item.kind === 'message' ? [wordsOf(item)] : [])),
        notices: items.flatMap((item) => (item.kind === 'notice' ? [item.type] : [])),
        items: items.map((item) => plain(item, items)),
      };
    }),
  );
  const people = contacts.map((contact) => ({
    ...withoutIds(contact),
    threads: conversations
      .filter(({ contactId }) => contactId === contact.id)
      .map(nameOf)
      .sort(),
  }));
  return { people: people.sort(byText), threads: threads.sort(byText) };
}

function nameOf({ contact, businessNumber }: Conversation): string {
  return `${contact.displayName}/${businessNumber.name}`;
}

function wordsOf(item: Extract<TimelineItem, { kind: 'message' }>): string {
  return item.text?.body ?? item.emoji ?? item.summary;
}

function withoutIds<T extends Contact | Conversation>(
  value: T,
): Omit<T, 'id' | 'contactId' | 'mergedFrom' | 'contact'> {
  const { id: _id, mergedFrom: _from, ...rest } = value;
  const { contactId: _contactId, contact: _contact, accounts, ...others } = rest as Record<string, unknown>;
  const plainest = Array.isArray(accounts)
    ? { ...others, accounts: accounts.map(({ id: _account, ...account }) => account) }
    : others;
  return plainest as Omit<T, 'id' | 'contactId' | 'mergedFrom' | 'contact'>;
}

/** An item without ids; what it points at is told by its words. */
function plain(item: TimelineItem, all: readonly TimelineItem[]): unknown {
  const { id: _id, conversationId: _conversationId, ...rest } = item;
  if (item.kind !== 'message') return rest;
  const said = (id: string | null | undefined) => {
    if (id === null || id === undefined) return id;
    const found = all.find((one) => one.id === id);
    return found?.kind === 'message' ? wordsOf(found) : 'not in this thread';
  };
  return { ...rest, quotes: said(item.quotes), target: said(item.target) };
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

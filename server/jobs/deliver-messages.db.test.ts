import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { sendReply } from '../flows/send-reply.ts';
import { limits } from '../limits.ts';
import { acceptedAs, cut, type Graph, openGraph, refused, unreadable } from '../testing/graph.ts';
import { defaultNumber } from '../testing/names.ts';
import { threadsSeen } from '../testing/reading.ts';
import { message, moved, status } from '../testing/webhooks.ts';
import { openWorld, silent, type World } from '../testing/world.ts';
import { deliverMessages, settleLost } from './deliver-messages.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let graph: Graph;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  graph = await openGraph();
});

beforeEach(async () => {
  await db.sql`update outbound set state = 'done'`;
  graph.requests.length = 0;
  graph.next.length = 0;
  world = await openWorld(db);
  world.setTime(20);
});

afterAll(async () => {
  await graph.close();
  await db.close();
  await fresh.drop();
});

const person = (n: number) => ({ phone: `+1555200000${n}`, bsuid: `US.${n}` });
const write = (n: number) => world.receive(message(person(n), { at: 10 + n, id: `w${n}` }));
const delivering = () => ({
  db,
  graph: { url: graph.url, version: 'v26.0', accessToken: 'a token' },
  tools: world.tools,
  log: silent,
});
const deliver = () => deliverMessages(delivering());
const sent = () => graph.requests.map(({ body }) => (body.text as { body: string }).body);

async function reply(body: string, n = 1): Promise<string> {
  const all = await threadsSeen(db, world.portfolioId);
  const thread = all.find((one) => one.conversation.contact.identifier.value === person(n).phone) ?? all[0];
  return await replyTo(thread?.conversation.id ?? '', body);
}

async function replyTo(conversationId: string, body: string): Promise<string> {
  const content = { type: 'text' as const, text: { body } };
  const outcome = await inTransaction(db, (tx) =>
    sendReply(tx, { conversationId, portfolios: 'all', content, author: 'Agent' }, world.tools),
  );
  if (outcome.kind !== 'queued') throw new Error(outcome.kind);
  return outcome.messageId;
}

const ours = async () =>
  (await threadsSeen(db, world.portfolioId)).flatMap((thread) =>
    thread.items.flatMap((item) => (item.kind === 'message' && item.direction === 'out' ? [item] : [])),
  );
const statuses = async () => (await ours()).map((item) => item.status);
const debts = async () =>
  await db.sql<{ state: string; waitS: number; attempts: number; to: string | null; recipient: string | null }[]>`
    select state, round(extract(epoch from not_before - now()))::int as "waitS", attempts,
           request ->> 'to' as to, request ->> 'recipient' as recipient
    from outbound where portfolio_id = ${world.portfolioId} order by queued_at`;
/** Time is advanced, not waited for. */
const waitOver = () => db.sql`update outbound set not_before = now() where portfolio_id = ${world.portfolioId}`;

describe('sending', () => {
  it('calls the Graph API with the token, the number and one address, and records that Meta took it', async () => {
    await write(1);
    const id = await reply('good day');
    expect(await deliver()).toBe(1);
    expect(graph.requests).toEqual([
      {
        method: 'POST',
        path: `/v26.0/${defaultNumber}/messages`,
        authorization: 'Bearer a token',
        body: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          type: 'text',
          text: { body: 'good day' },
          to: '+15552000001',
          biz_opaque_callback_data: id,
        },
      },
    ]);
    expect(await statuses()).toEqual(['accepted']);
    expect(await deliver()).toBe(0);
    expect(graph.requests).toHaveLength(1);
  });

  it('never carries both addresses', async () => {
    await write(1);
    await reply('a', 1);
    await deliver();
    await world.receive(message({ phone: person(1).phone, bsuid: 'US.8' }, { at: 18, id: 'w8' }));
    for (const { conversation } of await threadsSeen(db, world.portfolioId)) await replyTo(conversation.id, 'b');
    await deliver();
    const fields = graph.requests.map(({ body }) => Object.keys(body).filter((key) => /^(to|recipient)$/.test(key)));
    expect(fields.flat().sort()).toEqual(['recipient', 'to', 'to']);
  });

  it('keeps the order of a thread, also where one has to wait', async () => {
    await write(1);
    for (const body of ['one', 'two', 'three']) await reply(body);
    graph.next.push(refused(130429));
    await deliver();
    expect(sent()).toEqual(['one']);
    await waitOver();
    await deliver();
    expect(sent()).toEqual(['one', 'one', 'two', 'three']);
    expect(await statuses()).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('lets other threads go on meanwhile', async () => {
    await write(1);
    await write(2);
    await reply('waits', 1);
    graph.next.push(refused(131056));
    await deliver();
    await reply('goes', 2);
    await deliver();
    expect(sent()).toEqual(['waits', 'goes']);
    expect((await debts()).map((one) => one.state)).toEqual(['waiting', 'done']);
  });

  it('calls for each message once, however many workers look', async () => {
    for (const n of [1, 2, 3, 4, 5]) await write(n);
    for (const n of [1, 2, 3, 4, 5]) await reply(`to ${n}`, n);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(sent().toSorted()).toEqual(['to 1', 'to 2', 'to 3', 'to 4', 'to 5']);
  });
});

describe("Meta's no", () => {
  it('ends the message, with the reason in words for an agent', async () => {
    await write(1);
    await reply('a');
    graph.next.push(refused(131047));
    await deliver();
    expect(await ours()).toMatchObject([{ status: 'failed', failure: { code: 131047 } }]);
    await waitOver();
    expect(await deliver()).toBe(0);
  });

  it('for now means later: four seconds, sixteen, sixty-four', async () => {
    await write(1);
    await reply('a');
    const waits: (number | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) {
      graph.next.push(refused(131056));
      await deliver();
      waits.push((await debts())[0]?.waitS);
      expect(await statuses()).toEqual(['queued']);
      await waitOver();
    }
    // A little more than that, another for every message: what was refused together does not come back together.
    for (const [n, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(4 ** (n + 1));
      expect(wait).toBeLessThanOrEqual(1.1 * 4 ** (n + 1) + 1);
    }
    await deliver();
    expect(await statuses()).toEqual(['accepted']);
  });

  it('for now, again and again, is a no in the end', async () => {
    await write(1);
    await reply('a');
    for (let i = 0; i < limits.sendAttempts; i += 1) {
      graph.next.push(refused(131056));
      await deliver();
      await waitOver();
    }
    expect(await statuses()).toEqual(['failed']);
    expect(graph.requests).toHaveLength(limits.sendAttempts);
  });

  it('to an address out of date: the same message goes to the newer one, once', async () => {
    await write(1);
    await reply('a');
    graph.next.push((request, response) => {
      void world
        .receive(moved(person(1), { bsuid: 'US.9' }, { at: 19, id: 's1' }))
        .then(() => refused(131009)(request, response));
    });
    await deliver();
    expect(graph.requests.map(({ body }) => [body.to, body.recipient])).toEqual([
      ['+15552000001', undefined],
      [undefined, 'US.9'],
    ]);
    expect(sent()).toEqual(['a', 'a']);
    expect(await statuses()).toEqual(['accepted']);
  });

  it('to the only address there is ends the message', async () => {
    await write(1);
    await reply('a');
    graph.next.push(refused(131026));
    await deliver();
    expect(await statuses()).toEqual(['failed']);
  });
});

describe('an answer that is lost', () => {
  it.each([
    ['the connection is cut', cut],
    ['the answer cannot be read', unreadable],
  ])('%s: the message is unknown, never sent again, and a status tells in the end', async (_how, answer) => {
    await write(1);
    const id = await reply('a');
    graph.next.push(answer);
    await deliver();
    expect(await statuses()).toEqual(['unknown']);
    await waitOver();
    expect(await deliver()).toBe(0);
    expect(graph.requests).toHaveLength(1);
    const news = { to: { phone: '+15552000001' }, callbackData: id };
    await world.receive(status('delivered', { at: 22, id: `wamid.of-${id}` }, news));
    expect(await statuses()).toEqual(['delivered']);
    await world.receive(status('read', { at: 23, id: `wamid.of-${id}` }, { to: { phone: '+15552000001' } }));
    expect(await statuses()).toEqual(['read']);
  });

  it('because the process died: unknown after a while, and the debt is closed', async () => {
    await write(1);
    await reply('a');
    await db.sql`update outbound set state = 'sending', claimed_at = now() where portfolio_id = ${world.portfolioId}`;
    expect(await settleLost(delivering())).toBe(0);
    await db.sql`update outbound set claimed_at = now() - interval '2 minutes' where portfolio_id = ${world.portfolioId}`;
    expect(await settleLost(delivering())).toBe(1);
    expect(await statuses()).toEqual(['unknown']);
    expect(await deliver()).toBe(0);
    expect(graph.requests).toEqual([]);
  });
});

describe('a status faster than the answer', () => {
  it('is not lost, and the answer does not take it back', async () => {
    await write(1);
    await reply('a');
    graph.next.push((request, response) => {
      const news = status('delivered', { at: 21, id: 'wamid.fast' }, { to: { phone: '+15552000001' } });
      void world.receive(news).then(() => acceptedAs('wamid.fast')(request, response));
    });
    await deliver();
    expect(await statuses()).toEqual(['delivered']);
    const [left] = await db.sql<{ n: number }[]>`
      select count(*)::int as n from early_statuses where portfolio_id = ${world.portfolioId}`;
    expect(left?.n).toBe(0);
  });

  it('of failure keeps its reason when the answer comes', async () => {
    await write(1);
    const id = await reply('a');
    const errors = [{ code: 131049, title: 'Not delivered' }];
    graph.next.push((request, response) => {
      const news = status('failed', { at: 21, id: 'wamid.failed' }, { callbackData: id, errors });
      void world.receive(news).then(() => acceptedAs('wamid.failed')(request, response));
    });
    await deliver();
    expect(await ours()).toMatchObject([{ status: 'failed', failure: { code: 131049 } }]);
  });

  it('keeps the reason of a failure also where an older word comes in the same batch', async () => {
    await write(1);
    const id = await reply('a');
    graph.next.push(cut);
    await deliver();
    const errors = [{ code: 131049, title: 'Not delivered' }];
    await world.receive(
      status('failed', { at: 22, id: 'wamid.two' }, { callbackData: id, errors }),
      status('sent', { at: 21, id: 'wamid.two' }, { callbackData: id }),
    );
    expect(await ours()).toMatchObject([{ status: 'failed', failure: { code: 131049 } }]);
  });
});

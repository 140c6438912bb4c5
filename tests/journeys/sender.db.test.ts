// Sending when things go wrong, through HTTP with the pretend Meta on the other side: what agents see is true, nothing goes twice, and
// people decide what nobody can know. Time is advanced in the database, not waited for.

import type { MessageItem, Problem, Sending } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { apiOf, inboxEmpty, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';

let town: Town;
let service: TestService;
let agent: Api;
let made = 0;
let ana: ReturnType<Town['world']['addPerson']>;
let conversation: string;

beforeAll(async () => {
  // The portfolio keeps a Contact Book, so everybody is written to by phone.
  town = await startTown({ contactBook: true });
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  agent = await apiOf(service, 'agent');
});
afterAll(async () => {
  await service?.end();
  await town?.close();
});
beforeEach(async () => {
  made += 1;
  ana = town.world.addPerson({
    name: `Ana ${made}`,
    phone: `+155501070${String(made).padStart(2, '0')}`,
    country: 'US',
  });
  town.catchUp();
  ana.write(sales, 'Hello');
  await town.settled();
  await inboxEmpty(service.db);
  const [found] = await agent.conversations(`&q=${encodeURIComponent(ana.name)}`);
  conversation = found?.id ?? '';
});

const path = (message: string, act = '') => `/api/v1/conversations/${conversation}/messages/${message}${act}`;
const statusOf = async (id: string) => (await agent.message(conversation, id)).status;
const becomes = (id: string, status: MessageItem['status']) =>
  waitFor(`the message is ${status}`, async () => (await statusOf(id)) === status);
const sentTo = () =>
  town.outbox.filter((sent) => sent.personId === ana.id).map((sent) => (sent.body.text as { body: string }).body);
type Told = MessageItem & Pick<Problem, 'code'>;
const resend = (id: string) => agent.call<Told>('POST', path(id, '/resend'));
const takeBack = (id: string) => agent.call<Told>('DELETE', path(id));
/** What has to wait a while has waited. */
const aWhileLater = () =>
  service.db.sql`update messages set status_at = status_at - interval '2 minutes' where status = 'unknown'`;
const waitOver = () => service.db.sql`update outbound set not_before = now() where state = 'waiting'`;
const queued = async (id: string) =>
  await waitFor('it waits', async () => {
    const item = await agent.message(conversation, id);
    return item.waiting && item;
  });

describe('a message of which nobody knows whether it went out', () => {
  it('is not sent again by itself; after a while a person may, and both tell the truth', async () => {
    town.hold();
    town.inject({ how: 'lost-answer' });
    const lost = await agent.reply(conversation, 'Are you there?');
    await becomes(lost.id, 'unknown');
    const early = await resend(lost.id);
    expect([early.status, early.body.code]).toEqual([409, 'word_may_come']);

    await aWhileLater();
    expect((await agent.message(conversation, lost.id)).mayResend).toBe(true);
    const again = await resend(lost.id);
    expect(again.status).toBe(202);
    expect(again.body).toMatchObject({ text: { body: 'Are you there?' }, resendOf: lost.id, status: 'queued' });
    await becomes(again.body.id, 'accepted');
    const old = await agent.message(conversation, lost.id);
    expect(old).toMatchObject({ status: 'unknown', resentAs: again.body.id });
    expect(old.mayResend).toBeUndefined();
    const twice = await resend(lost.id);
    expect([twice.status, twice.body.code]).toEqual([409, 'resent_before']);

    // Word of the first comes after all: it had gone out, and says so.
    town.flush();
    await town.settled();
    await becomes(lost.id, 'delivered');
    await becomes(again.body.id, 'delivered');
    expect(sentTo()).toEqual(['Are you there?', 'Are you there?']);
  });

  it('stays the only one where its word comes in time', async () => {
    town.inject({ how: 'lost-answer' });
    const lost = await agent.reply(conversation, 'Just in time');
    await becomes(lost.id, 'delivered');
    const no = await resend(lost.id);
    expect([no.status, no.body.code]).toEqual([409, 'not_lost']);
    expect(sentTo()).toEqual(['Just in time']);
  });

  it('is sent again once, however often and however fast that is asked', async () => {
    town.inject({ how: 'lost-request' });
    const lost = await agent.reply(conversation, 'Never heard');
    await becomes(lost.id, 'unknown');
    await aWhileLater();
    const answers = await Promise.all([resend(lost.id), resend(lost.id), resend(lost.id)]);
    expect(answers.map((one) => one.status).sort()).toEqual([202, 409, 409]);
    await waitFor('it goes out', () => sentTo().length === 1);
    await town.settled();
    expect(sentTo()).toEqual(['Never heard']);
  });
});

describe('a message that failed', () => {
  it('may be sent again at once, and tells why it failed', async () => {
    town.inject({ how: 'answer', code: 131026 });
    const failed = await agent.reply(conversation, 'First try');
    await becomes(failed.id, 'failed');
    const item = await agent.message(conversation, failed.id);
    expect(item).toMatchObject({ failure: { code: 131026 }, mayResend: true });
    const again = await resend(failed.id);
    await becomes(again.body.id, 'delivered');
    expect(sentTo()).toEqual(['First try']);
  });

  it('answers what it answered before when it is sent again', async () => {
    const [theirs] = await agent.timeline(conversation);
    town.inject({ how: 'answer', code: 131026 });
    const content = { type: 'text', text: { body: 'To that' }, replyTo: theirs?.id };
    const failed = await agent.call<MessageItem>('POST', `/api/v1/conversations/${conversation}/messages`, content);
    await becomes(failed.body.id, 'failed');
    const again = await resend(failed.body.id);
    expect(again.body).toMatchObject({ quotes: theirs?.id, resendOf: failed.body.id });
    await becomes(again.body.id, 'delivered');
    const sent = town.outbox.find((one) => one.personId === ana.id);
    expect(sent?.body.context).toMatchObject({ message_id: expect.stringContaining('wamid') });
  });

  it('of another thread, or a customer’s own, is nobody’s to send again', async () => {
    const [theirs] = await agent.timeline(conversation);
    for (const id of [theirs?.id ?? '', '00000000-0000-4000-8000-000000000000']) {
      const no = await resend(id);
      expect([no.status, no.body.code]).toEqual([404, 'not_found']);
    }
  });
});

describe('a message that is still queued', () => {
  it('says why it waits, can be taken back, and lets the next one go', async () => {
    town.inject({ how: 'answer', code: 131056 });
    const first = await agent.reply(conversation, 'Taken back');
    const second = await agent.reply(conversation, 'Goes');
    const item = await queued(first.id);
    expect(item.waiting).toMatchObject({ reason: 'pair', text: expect.stringContaining('one person') });
    expect(Date.parse(item.waiting?.until ?? '')).toBeGreaterThan(Date.now());
    expect((await queued(second.id)).waiting).toMatchObject({ reason: 'order', until: null });

    const taken = await takeBack(first.id);
    expect([taken.status, taken.body.status]).toEqual([200, 'cancelled']);
    await becomes(second.id, 'delivered');
    expect((await takeBack(first.id)).status).toBe(200);
    expect(await statusOf(first.id)).toBe('cancelled');
    expect(sentTo()).toEqual(['Goes']);
  });

  it('is either taken back or sent, never both, whoever is faster', async () => {
    const outcomes = [];
    for (let n = 0; n < 20; n += 1) {
      const { id } = await agent.reply(conversation, `Race ${n}`);
      const answer = await takeBack(id);
      outcomes.push({ id, body: `Race ${n}`, taken: answer.status === 200, code: answer.body.code });
    }
    await waitFor('nothing is owed', async () => (await owed()) === 0);
    await town.settled();
    const sent = new Set(sentTo());
    for (const { body, taken, code } of outcomes) {
      expect({ body, sent: sent.has(body) }).toEqual({ body, sent: !taken });
      if (!taken) expect(code).toBe('not_queued');
    }
  });

  it('is refused, not sent late, where its window has closed meanwhile', async () => {
    town.inject({ how: 'answer', code: 131000 });
    const { id } = await agent.reply(conversation, 'Too late');
    await queued(id).catch(() => {});
    await service.db
      .sql`update conversations set last_customer_at = now() - interval '25 hours' where id = ${conversation}`;
    await waitOver();
    await becomes(id, 'failed');
    expect((await agent.message(conversation, id)).failure).toMatchObject({
      code: 131047,
      text: expect.stringContaining('24 hours'),
    });
    expect(sentTo()).toEqual([]);
  });

  it('is refused, not sent late, where it has become too old', async () => {
    town.inject({ how: 'answer', code: 131056 });
    const { id } = await agent.reply(conversation, 'Too old');
    await queued(id);
    await service.db.sql`update outbound set queued_at = now() - interval '25 hours' where state = 'waiting'`;
    await waitOver();
    await becomes(id, 'failed');
    expect((await agent.message(conversation, id)).failure?.text).toContain('waited too long');
    expect(sentTo()).toEqual([]);
  });
});

describe('whoever runs the place', () => {
  it('sees by number what is owed, how fast it goes, and what holds it back', async () => {
    town.inject({ how: 'answer', code: 131056 });
    const { id } = await agent.reply(conversation, 'Counted');
    await queued(id);
    await agent.reply(conversation, 'Behind it');
    const supervisor = await apiOf(service, 'supervisor');
    const { data } = await supervisor.get<{ data: Sending[] }>('/api/v1/sending');
    expect(data.map((one) => one.businessNumber.id).sort()).toEqual(lagosBikes.numbers.map((one) => one.phoneNumberId));
    const ours = data.find((one) => one.businessNumber.id === sales);
    expect(ours).toMatchObject({
      rate: { allowed: 80 },
      messagingLimit: { people: null },
      queue: { answers: { waiting: 2 }, begun: { waiting: 0 }, campaigns: { waiting: 0 } },
    });
    expect(ours?.blocked).toEqual([{ reason: 'pair', messages: 1, text: expect.stringContaining('one person') }]);
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toContain('throughline_outbound_messages{priority="answer",reason="pair"} 1');
    expect(metrics).toMatch(/throughline_sends_total\{outcome="refused",code="131056"\} \d+/);
    expect(metrics).toMatch(/throughline_send_retries_total\{reason="pair",code=""\} \d+/);
    expect(metrics).toContain(`throughline_sending_rate_allowed{number="${sales}"} 80`);
    await waitOver();
    await becomes(id, 'delivered');
  });

  it('is not an agent', async () => {
    expect((await agent.call('GET', '/api/v1/sending')).status).toBe(403);
  });
});

async function owed(): Promise<number> {
  const [row] = await service.db.sql<{ n: number }[]>`select count(*)::int as n from outbound where state <> 'done'`;
  return row?.n ?? 0;
}

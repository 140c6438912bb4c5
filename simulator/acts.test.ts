import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import type { Person } from './person.ts';
import { type Catcher, catchWebhooks, graph, portfolio, sales, startTestWorld, text } from './webhook-catcher.ts';

let catcher: Catcher;
let meta: Simulator;
let ana: Person;
const metadata = { display_phone_number: '15550001111', phone_number_id: sales };

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  catcher.clear();
  meta = await startTestWorld(catcher, { knobs: { concurrency: 1 } });
  ana = meta.world.addPerson({ name: 'Ana Prueba', phone: '+15550002222', country: 'US' });
  ana.adoptUsername('ana.prueba');
});
afterEach(() => meta.close());

const hidden = () => ({ profile: { name: 'Ana Prueba', username: 'ana.prueba' }, user_id: ana.bsuid(portfolio) });
const last = async () => {
  await meta.settled();
  return catcher.values().at(-1) ?? {};
};

describe('what a person does, as a webhook with the phone hidden', () => {
  it('a text', async () => {
    const id = ana.write(sales, 'hola');
    expect(await last()).toEqual({
      messaging_product: 'whatsapp',
      metadata,
      contacts: [hidden()],
      messages: [
        { from_user_id: ana.bsuid(portfolio), id, timestamp: '1790000000', type: 'text', text: { body: 'hola' } },
      ],
    });
    expect(Buffer.from(id.slice('wamid.'.length), 'base64').toString('latin1')).toContain(ana.bsuid(portfolio));
  });

  it('a quote, a reaction and its removal, an edit, a deletion', async () => {
    const asked = ana.write(sales, 'red or blue?');
    const { json } = await graph(meta, `/${sales}/messages`, text({ recipient: ana.bsuid(portfolio) }, 'blue'));
    const answer = (json.messages as { id: string }[])[0]?.id ?? '';
    await meta.settled();
    ana.write(sales, 'thanks', { replyTo: answer });
    expect((await last()).messages?.[0]).toMatchObject({ context: { from: '15550001111', id: answer } });
    ana.react(answer, '👍');
    expect((await last()).messages?.[0]).toMatchObject({
      type: 'reaction',
      reaction: { message_id: answer, emoji: '👍' },
    });
    ana.react(answer, null);
    expect((await last()).messages?.[0]?.reaction).toEqual({ message_id: answer });
    ana.edit(asked, 'red or green?');
    expect((await last()).messages?.[0]).toMatchObject({
      type: 'edit',
      edit: { original_message_id: asked, message: { type: 'text', text: { body: 'red or green?' } } },
    });
    ana.revoke(asked);
    expect((await last()).messages?.[0]).toMatchObject({ type: 'revoke', revoke: { original_message_id: asked } });
  });

  it('the number shared on request, attested, and a forwarded card, which is not', async () => {
    ana.shareNumber(sales);
    const shared = await last();
    expect(shared.messages?.[0]).not.toHaveProperty('from');
    expect(shared.messages?.[0]?.contacts).toEqual([
      {
        name: { formatted_name: 'Ana Prueba', first_name: 'Ana' },
        origin: 'contact_request',
        phones: [{ phone: '+1 555 000 2222', wa_id: '15550002222', type: 'MOBILE' }],
      },
    ]);
    ana.shareCard(sales, { name: 'Otra Persona', phone: '+1 555 000 9999' });
    expect((await last()).messages?.[0]?.contacts).toMatchObject([
      { origin: 'other', phones: [{ wa_id: '15550009999' }] },
    ]);
  });

  it('a missed call and an answered one', async () => {
    const missed = ana.call(sales);
    await meta.settled();
    const steps = catcher.values('calls');
    expect(steps.map((value) => value.calls?.[0]?.event)).toEqual(['connect', 'terminate']);
    expect(steps[1]?.calls?.[0]).toMatchObject({
      id: missed,
      to: '15550001111',
      status: 'FAILED',
      direction: 'USER_INITIATED',
    });
    expect(steps[1]?.calls?.[0]).not.toHaveProperty('duration');
    expect(steps[0]?.contacts).toEqual([hidden()]);
    ana.call(sales, { answered: true, durationS: 80 });
    expect((await last()).calls?.[0]).toMatchObject({
      status: 'COMPLETED',
      duration: 80,
      start_time: '1789999920',
      end_time: '1790000000',
    });
  });

  it('a word on marketing, with a whole number for its time', async () => {
    ana.marketing(sales, 'stop');
    expect((await last()).user_preferences).toEqual([
      {
        user_id: ana.bsuid(portfolio),
        detail: 'User requested to stop marketing messages',
        category: 'marketing_messages',
        value: 'stop',
        timestamp: 1_790_000_000,
      },
    ]);
  });

  it('an answer the shop wrote in its own app, as an echo', async () => {
    const id = meta.appSends(sales, ana.id, 'we are open');
    const value = await last();
    expect(value.contacts).toEqual([{ profile: { username: 'ana.prueba' }, user_id: ana.bsuid(portfolio) }]);
    expect(value.message_echoes).toEqual([
      {
        from: '15550001111',
        to_user_id: ana.bsuid(portfolio),
        id,
        timestamp: '1790000000',
        type: 'text',
        text: { body: 'we are open' },
      },
    ]);
  });

  it('a call from the business to a user id, never showing the phone', async () => {
    const { json } = await graph(meta, `/${sales}/calls`, {
      messaging_product: 'whatsapp',
      recipient: ana.bsuid(portfolio),
      action: 'connect',
      session: { sdp_type: 'offer', sdp: 'x' },
    });
    expect((json.calls as { id: string }[])[0]?.id).toMatch(/^wacid\./);
    await meta.settled();
    const values = catcher.values('calls');
    expect(values[0]?.statuses?.[0]).toMatchObject({
      type: 'call',
      status: 'RINGING',
      recipient_user_id: ana.bsuid(portfolio),
    });
    expect(JSON.stringify(values)).not.toContain('15550002222');
  });
});

describe('the control API', () => {
  it('lists what it can do, and the README lists the same', async () => {
    const listed = (await (await fetch(`${meta.url}/_control/`)).json()) as Record<string, string>;
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
    for (const [call, does] of Object.entries(listed)) {
      const line = readme.split('\n').find((one) => one.startsWith(`${call.replace(' ', ' /_control/')} `));
      expect(line, call).toContain(does);
    }
    expect(Object.keys(listed).length).toBeGreaterThan(30);
  });

  it('lets another process act, and refuses what is not JSON', async () => {
    const post = (path: string, body: unknown, type = 'application/json') =>
      fetch(`${meta.url}/_control/${path}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(body),
      });
    expect((await post(`people/${ana.id}/write`, { number: sales, text: 'hi' }, 'text/plain')).status).toBe(415);
    await post(`people/${ana.id}/write`, { number: sales, text: 'hi' });
    await post(`people/${ana.id}/number`, { phone: '+1 555 000 3333' });
    const owner = (await (await post(`people/${ana.id}/new-owner`, { name: 'Nia' })).json()) as { phone: string };
    expect([ana.phone, owner.phone]).toEqual(['15550003333', '+1 555 000 2222']);
    const bad = await post(`people/${ana.id}/username`, { username: 'www.x' });
    expect([bad.status, await bad.json()]).toEqual([400, { error: '@www.x: a username may not start with www' }]);
    expect((await fetch(`${meta.url}/_control/settled`)).status).toBe(200);
    expect(catcher.values('messages')).toHaveLength(2);
    expect((await post('nothing', {})).status).toBe(404);
  });
});

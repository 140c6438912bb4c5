import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator } from './simulator.ts';
import { startTown, townIds, townKnobs } from './town.ts';
import { cast } from './town-people.ts';
import { usernameProblem } from './usernames.ts';
import { type Catcher, catchWebhooks } from './webhook-catcher.ts';

let catcher: Catcher;
beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());

const start = (pace: number) => {
  const access = { appSecret: 's', verifyToken: 'verify', accessToken: 'token', webhookUrl: catcher.url };
  return startSimulator({ ...access, seed: 3, knobs: { ...townKnobs, sentAfterMs: 0, deliveredAfterMs: 0 } }).then(
    (meta) => ({
      meta,
      town: startTown(meta, { pace, life: pace > 0 }),
    }),
  );
};

describe('the town', () => {
  it('tells its past once: both numbers, adoptions, number changes, a recycled number, a missed call', async () => {
    catcher.clear();
    const { meta } = await start(0);
    await meta.settled();
    const messages = catcher.values('messages').flatMap((value) => value.messages ?? []);
    const system = messages.filter((message) => message.type === 'system');
    expect(system.length).toBeGreaterThanOrEqual(2);
    expect(messages.some((message) => message.from === undefined && message.type === 'text')).toBe(true);
    expect(
      new Set(catcher.values().map((value) => (value.metadata as { phone_number_id: string }).phone_number_id)).size,
    ).toBe(2);
    expect(catcher.values('calls').flatMap((value) => value.calls ?? [])).toHaveLength(2);
    const recycled = messages.filter((message) => message.from === '2345550000114' && message.type === 'text');
    expect(new Set(recycled.map((message) => message.from_user_id)).size).toBe(2);
    const now = Date.now() / 1000;
    for (const message of messages) expect(Number(message.timestamp)).toBeLessThan(now - 300);
    const held = new Set(meta.world.people.flatMap((person) => (person.phone === null ? [] : [person.phone])));
    expect(held.size).toBe(cast.length + 1);
    await meta.close();
  });

  it('lives: somebody writes, adopts a username mid-conversation, and answers the shop', async () => {
    catcher.clear();
    const { meta, town } = await start(400);
    const before = meta.world.people.filter((person) => person.username !== undefined).length;
    const adopted = () => meta.world.people.filter((person) => person.username !== undefined).length > before;
    await until(adopted);
    const tunde = meta.world.person('tunde');
    const service = townIds.numbers[1].phoneNumberId;
    const lines = () => meta.world.linesOf('tunde', service).filter((line) => line.direction === 'inbound').length;
    const recipient = tunde.bsuid(townIds.portfolioId);
    const said = lines();
    for (let i = 0; i < 4; i++) {
      await fetch(`${meta.url}/v26.0/${service}/messages`, {
        method: 'POST',
        headers: { authorization: 'Bearer token' },
        body: JSON.stringify({ messaging_product: 'whatsapp', recipient, type: 'text', text: { body: 'Bring it in' } }),
      });
    }
    await until(() => lines() > said && meta.outbox.every((sent) => sent.status === 'read'));
    town.stop();
    await meta.settled();
    await meta.close();
  });

  it('gives everybody a username WhatsApp would accept', () => {
    for (const one of cast) expect(usernameProblem(one.username)).toBeUndefined();
    expect(new Set(cast.map((one) => one.username)).size).toBe(cast.length);
  });
});

async function until(true_: () => boolean): Promise<void> {
  while (!true_()) await new Promise((resolve) => setTimeout(resolve, 2));
}

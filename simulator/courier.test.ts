import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from './courier.ts';
import { envelopeOf } from './envelope.ts';
import type { Simulator } from './handle.ts';
import type { Knobs } from './knobs.ts';
import { type Catcher, catchWebhooks, sales, startTestWorld } from './webhook-catcher.ts';

let catcher: Catcher;
beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(() => {
  catcher.clear();
  catcher.answerWith(() => 200);
});

const bodies = () =>
  catcher.values().flatMap((value) => (value.messages ?? []).map((one) => (one.text as { body: string }).body));

async function writes(count: number, knobs: Partial<Knobs> = {}, held = false): Promise<Simulator> {
  const meta = await startTestWorld(catcher, { knobs });
  const ana = meta.world.addPerson({ name: 'Ana Prueba', phone: '+15550002222', country: 'US' });
  if (held) meta.hold();
  for (let i = 1; i <= count; i++) ana.write(sales, String(i));
  return meta;
}

describe('the signature', () => {
  it('is the HMAC of the exact bytes', async () => {
    const meta = await startTestWorld(catcher);
    meta.world.addPerson({ name: 'Zoë ليلى 🚲', phone: '+15550002222', country: 'US' }).write(sales, 'schön');
    await meta.settled();
    const { body, signature } = catcher.caught[0] ?? { body: '', signature: '' };
    expect(signature).toBe(`sha256=${createHmac('sha256', 'test_app_secret').update(body).digest('hex')}`);
    // Escaped on the wire, so that signing a re-serialized body fails; the text itself is unharmed.
    expect(body).toContain('sch\\u00f6n');
    expect(JSON.stringify(JSON.parse(body))).not.toBe(body);
    expect(bodies()).toEqual(['schön']);
    await meta.close();
  });

  it.each([
    ['', 'dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756'],
    [' ', '56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a'],
  ])('agrees with the known vectors, with "%s" after each colon and comma', (space, expected) => {
    const body = JSON.stringify(envelopeOf([], true)).replace(/[:,]/g, (mark) => mark + space);
    expect(signatureOf(Buffer.from(body), 'test_app_secret')).toBe(`sha256=${expected}`);
  });
});

describe('delivery', () => {
  it('repeats a webhook, byte for byte, until it is answered with 200', async () => {
    catcher.answerWith((attempt) => [500, 302, 404, 201][attempt - 1] ?? 200);
    const meta = await writes(1);
    await meta.settled();
    expect(meta.deliveries.map((one) => one.status)).toEqual([500, 302, 404, 201, 200]);
    expect(new Set(meta.deliveries.map((one) => one.body)).size).toBe(1);
    expect(bodies()).toEqual(['1']);
    await meta.close();
  });

  it('gives up when the horizon has passed', async () => {
    let meta: Simulator | undefined;
    catcher.answerWith((attempt) => {
      if (attempt === 3) meta?.advance(8 * 86_400_000);
      return 503;
    });
    meta = await writes(1);
    await meta.settled();
    expect([meta.givenUp, meta.deliveries.length]).toEqual([1, 3]);
    await meta.close();
  });

  it('survives a webhook that is not there at all', async () => {
    const meta = await startTestWorld(catcher, { webhookUrl: 'http://127.0.0.1:9/' });
    meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' }).write(sales, 'hello?');
    while (meta.deliveries.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(meta.deliveries[0]?.status).toBeNull();
    meta.pointAt({ url: catcher.url });
    await meta.settled();
    expect(bodies()).toEqual(['hello?']);
    await meta.close();
  });

  it('puts up to a thousand updates in one POST, several messages in one value', async () => {
    const meta = await writes(1000, { batchSize: 1000 });
    await meta.settled();
    expect(catcher.caught).toHaveLength(1);
    expect(catcher.values()).toHaveLength(1);
    expect(catcher.values()[0]?.contacts).toHaveLength(1);
    expect(bodies()).toEqual(Array.from({ length: 1000 }, (_, i) => String(i + 1)));
    await meta.close();
  });

  it('never puts two looks of one person into one value', async () => {
    const meta = await startTestWorld(catcher, { knobs: { batchSize: 10 } });
    const ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
    ana.write(sales, 'before');
    ana.adoptUsername('ana.prueba');
    ana.write(sales, 'after');
    await meta.settled();
    expect(catcher.caught).toHaveLength(1);
    expect(catcher.values().map((value) => value.contacts?.length)).toEqual([1, 1]);
    await meta.close();
  });

  it('answers the subscription handshake question', async () => {
    const meta = await startTestWorld(catcher);
    expect(await meta.verify()).toBe(true);
    meta.pointAt({ url: 'http://127.0.0.1:9/' });
    expect(await meta.verify()).toBe(false);
    await meta.close();
  });
});

describe('holding webhooks', () => {
  const released = async (
    order: 'as-happened' | 'reversed' | 'shuffled',
    seed = 1,
    duplicates = 0,
  ): Promise<string[]> => {
    catcher.clear();
    const meta = await writes(12, { concurrency: 1 }, true);
    await meta.settled();
    expect(bodies()).toEqual([]);
    meta.flush({ order, seed, duplicates });
    await meta.settled();
    await meta.close();
    return bodies();
  };
  const inOrder = Array.from({ length: 12 }, (_, i) => String(i + 1));

  it('lets them go as they happened, or backwards', async () => {
    expect(await released('as-happened')).toEqual(inOrder);
    expect(await released('reversed')).toEqual(inOrder.toReversed());
  });

  it('shuffles and duplicates the same way for the same seed, and another way for another', async () => {
    const first = await released('shuffled', 42, 0.5);
    expect(await released('shuffled', 42, 0.5)).toEqual(first);
    expect(await released('shuffled', 43, 0.5)).not.toEqual(first);
    expect(first.length).toBeGreaterThan(12);
    expect([...new Set(first)].toSorted((a, b) => Number(a) - Number(b))).toEqual(inOrder);
  });

  it('can duplicate and reorder by itself, losing nothing', async () => {
    const meta = await writes(50, { duplicateRate: 0.5, reorderRate: 0.5, concurrency: 1 });
    await meta.settled();
    expect(bodies().length).toBeGreaterThan(50);
    expect(new Set(bodies()).size).toBe(50);
    expect([...new Set(bodies())]).not.toEqual(Array.from({ length: 50 }, (_, i) => String(i + 1)));
    await meta.close();
  });
});

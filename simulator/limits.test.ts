import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import {
  type Catcher,
  catchWebhooks,
  graph,
  portfolio,
  sales,
  service,
  startTestWorld,
  text,
} from './webhook-catcher.ts';

const HOUR_MS = 3_600_000;
let catcher: Catcher;
let meta: Simulator;

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  catcher.clear();
  meta = await startTestWorld(catcher);
  for (const digit of [1, 2, 3, 4]) {
    meta.world.addPerson({ name: `Person ${digit}`, phone: `+1555000222${digit}`, country: 'US' });
  }
  meta.world.addTemplate({ name: 'sale', category: 'marketing' });
});
afterEach(() => meta.close());

const codeOf = (json: Record<string, unknown>) => (json.error as { code: number } | undefined)?.code;
const begin = async (digit: number, number = sales) => {
  const template = { name: 'sale', language: { code: 'en' } };
  const to = `+1555000222${digit}`;
  const { json } = await graph(meta, `/${number}/messages`, {
    messaging_product: 'whatsapp',
    to,
    type: 'template',
    template,
  });
  return codeOf(json);
};
const facts = async (fields: string) => {
  const answer = await fetch(`${meta.url}/v26.0/${sales}?fields=${fields}`, {
    headers: { authorization: 'Bearer token' },
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
};
const failures = () =>
  catcher.values('messages').flatMap((value) => (value.statuses ?? []).flatMap((one) => one.errors ?? []));

describe('throughput', () => {
  it('is upgraded within a minute in which nothing works, and then more fits into a second', async () => {
    Object.assign(meta.knobs, { throughput: 1, highThroughput: 3 });
    const person = meta.world.people[0];
    person?.write(sales, 'hi');
    expect((await facts('throughput')).json).toEqual({ throughput: { level: 'STANDARD' }, id: sales });
    meta.upgrade(sales);
    expect(codeOf((await facts('throughput')).json)).toBe(131_057);
    expect(await begin(1)).toBe(131_057);
    expect(await begin(1, service)).toBeUndefined();
    meta.advance(60_000);
    await meta.settled();
    expect(catcher.values('phone_number_quality_update')).toMatchObject([{ event: 'THROUGHPUT_UPGRADE' }]);
    expect((await facts('throughput,quality_rating,messaging_limit_tier')).json).toEqual({
      throughput: { level: 'HIGH' },
      quality_rating: 'GREEN',
      messaging_limit_tier: 'TIER_UNLIMITED',
      id: sales,
    });
    const codes = [];
    for (let i = 0; i < 4; i++)
      codes.push(codeOf((await graph(meta, `/${sales}/messages`, text({ to: '+15550002221' }))).json));
    expect(codes).toEqual([undefined, undefined, undefined, 130_429]);
  });
});

describe('the pair limit', () => {
  it('counts one person once, by whatever address, and only for one number', async () => {
    meta.knobs.pairLimit = { burst: 45, everyMs: 6000 };
    const ana = meta.world.people[0];
    ana?.write(sales, 'hi');
    ana?.write(service, 'hi');
    const codes = [];
    for (let i = 0; i < 46; i++) {
      const address = i % 2 === 0 ? { to: '+15550002221' } : { recipient: ana?.bsuid(portfolio) };
      codes.push(codeOf((await graph(meta, `/${sales}/messages`, text(address))).json));
    }
    expect(codes.filter((code) => code === undefined)).toHaveLength(45);
    expect(codes.at(-1)).toBe(131_056);
    expect(codeOf((await graph(meta, `/${service}/messages`, text({ to: '+15550002221' }))).json)).toBeUndefined();
    meta.advance(6000);
    expect(codeOf((await graph(meta, `/${sales}/messages`, text({ to: '+15550002221' }))).json)).toBeUndefined();
  });
});

describe('the messaging limit', () => {
  it('counts people begun with in 24 hours across the numbers of a portfolio, each once, and not those who wrote', async () => {
    // No tier is as small as a test would like it.
    Object.assign(meta.world.portfolio(portfolio), { messagingLimit: 'TIER_50' });
    for (let i = 10; i < 58; i++) meta.world.addPerson({ name: `P ${i}`, phone: `+155500033${i}`, country: 'US' });
    const template = {
      type: 'template',
      template: { name: 'sale', language: { code: 'en' } },
      messaging_product: 'whatsapp',
    };
    for (let i = 10; i < 58; i++) await graph(meta, `/${service}/messages`, { ...template, to: `+155500033${i}` });
    expect([await begin(1), await begin(1), await begin(2), await begin(3)]).toEqual([
      undefined,
      undefined,
      undefined,
      131_048,
    ]);
    meta.world.people[3]?.write(sales, 'hi');
    expect(await begin(4)).toBeUndefined();
    meta.advance(24 * HOUR_MS);
    expect(await begin(3)).toBeUndefined();
  });
});

describe('marketing messages', () => {
  it('fail beyond what a person gets in a day, from whichever number', async () => {
    meta.knobs.marketingPerDay = 1;
    await begin(1);
    await begin(1, service);
    await meta.settled();
    expect(failures()).toMatchObject([{ code: 131_049 }]);
    meta.advance(24 * HOUR_MS);
    await begin(1);
    await meta.settled();
    expect(failures()).toHaveLength(1);
  });

  it('fail after a stop, until the person wants them again', async () => {
    const person = meta.world.people[0];
    person?.marketing(sales, 'stop');
    await begin(1);
    await meta.settled();
    expect(failures()).toMatchObject([{ code: 131_050 }]);
    person?.marketing(sales, 'resume');
    await begin(1);
    await meta.settled();
    expect(failures()).toHaveLength(1);
  });
});

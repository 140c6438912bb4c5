import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import { type Catcher, catchWebhooks, graph, portfolio, sales, startTestWorld, text } from './webhook-catcher.ts';

let catcher: Catcher;
let meta: Simulator;

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  catcher.clear();
  meta = await startTestWorld(catcher);
});
afterEach(() => meta.close());

const send = (to: string) => graph(meta, `/${sales}/messages`, text({ to }));
const codeOf = (json: Record<string, unknown>) => (json.error as { code: number } | undefined)?.code;
const failures = () =>
  catcher.values('messages').flatMap((value) => (value.statuses ?? []).flatMap((one) => one.errors ?? []));

const answered: [code: number, http: number][] = [
  [0, 401],
  [2, 503],
  [3, 500],
  [4, 400],
  [10, 403],
  [100, 400],
  [190, 401],
  [200, 403],
  [368, 403],
  [80_007, 400],
  [130_429, 400],
  [130_497, 403],
  [131_000, 500],
  [131_005, 403],
  [131_008, 400],
  [131_009, 400],
  [131_016, 500],
  [131_021, 400],
  [131_031, 403],
  [131_042, 400],
  [131_048, 400],
  [131_051, 400],
  [131_055, 400],
  [131_056, 400],
  [131_057, 500],
  [131_062, 400],
  [131_063, 400],
  [131_064, 400],
  [132_000, 400],
  [132_001, 404],
  [132_005, 400],
  [132_007, 400],
  [132_012, 400],
  [132_015, 400],
  [132_016, 400],
  [132_018, 400],
  [132_068, 400],
  [132_069, 400],
  [133_004, 503],
  [133_010, 400],
  [134_100, 400],
  [134_101, 400],
  [134_102, 500],
];
const told = [130_403, 130_472, 131_026, 131_047, 131_049, 131_050, 131_052, 131_053, 137_000];

describe('a number that ends in an error code', () => {
  it.each(answered)('is refused with %i (HTTP %i)', async (code, http) => {
    const { status, json } = await send(`+1 500 9${String(code).padStart(6, '0')}`);
    expect([codeOf(json), status]).toEqual([code, http]);
    expect(meta.outbox).toEqual([]);
  });

  it.each(told.map((code) => [code]))('is accepted and fails with %i', async (code) => {
    expect((await send(`+15009${code}`)).status).toBe(200);
    await meta.settled();
    expect(failures()).toMatchObject([{ code }]);
  });

  it('fails the other way where asked, also for somebody who has written from it, also by user id', async () => {
    meta.knobs.sentinels = 'answer';
    expect(codeOf((await send('+15009131026')).json)).toBe(131_026);
    meta.knobs.sentinels = 'status';
    const person = meta.world.addPerson({ name: 'Busy', phone: '+15009131056', country: 'US' });
    person.write(sales, 'hi');
    const { status } = await graph(meta, `/${sales}/messages`, text({ recipient: person.bsuid(portfolio) }));
    expect(status).toBe(200);
    await meta.settled();
    expect(failures()).toMatchObject([{ code: 131_056 }]);
  });
});

describe('a person registered to fail', () => {
  it('does, by their own way, until they no longer do', async () => {
    const ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
    ana.write(sales, 'hi');
    const control = (body: unknown) =>
      fetch(`${meta.url}/_control/people/${ana.id}/fails`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await control({ code: 131_026, way: 'answer' });
    expect(codeOf((await send('+15550002222')).json)).toBe(131_026);
    await control({ code: null });
    expect((await send('+15550002222')).status).toBe(200);
  });
});

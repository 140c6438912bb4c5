import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import type { Person } from './person.ts';
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

type Json = Record<string, unknown>;
let catcher: Catcher;
let meta: Simulator;
let ana: Person;
let bert: Person;

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  meta = await startTestWorld(catcher, { parent: true });
  ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
  bert = meta.world.addPerson({ name: 'Bert', phone: '+15550004444', country: 'US' });
  bert.adoptUsername('bert.b');
  ana.write(sales, 'hi');
  bert.write(sales, 'hi');
  await meta.settled();
  catcher.clear();
});
afterEach(() => meta.close());

const call = async (method: string, users: Json[], path = '') => {
  const answer = await fetch(`${meta.url}/v26.0/${sales}/block_users${path}`, {
    method,
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify({ messaging_product: 'whatsapp', block_users: users }) }),
  });
  const json = (await answer.json()) as Json & { data: Json[]; paging: { cursors: { after: string } } };
  const block = (json.block_users ?? {}) as { added_users?: Json[]; removed_users?: Json[]; failed_users?: Json[] };
  return { status: answer.status, json, ...block };
};

describe('the block list', () => {
  it('takes phones and user ids, the phone winning where both are given', async () => {
    const { added_users } = await call('POST', [
      { user: '+1 555 000 2222', user_id: bert.bsuid(portfolio) },
      { user_id: bert.bsuid(portfolio) },
    ]);
    expect(added_users).toEqual([
      { input: '+1 555 000 2222', wa_id: '15550002222' },
      { input: bert.bsuid(portfolio), user_id: bert.bsuid(portfolio) },
    ]);
    const listed = await call('GET', [], '?limit=1');
    expect(listed.json.data).toMatchObject([{ wa_id: '15550002222', user_id: ana.bsuid(portfolio) }]);
    const next = await call('GET', [], `?limit=1&after=${listed.json.paging.cursors.after}`);
    expect(next.json.data).toMatchObject([{ user_id: bert.bsuid(portfolio) }]);
    const { removed_users } = await call('DELETE', [{ user_id: ana.bsuid(portfolio) }]);
    expect(removed_users).toHaveLength(1);
    expect((await call('GET', [])).json.data).toHaveLength(1);
  });

  it('fails item by item: a parent id, nobody, oneself, somebody silent for a day; the rest is blocked', async () => {
    meta.advance(24 * 3_600_000);
    ana.write(sales, 'me again');
    const { status, json, added_users, failed_users } = await call('POST', [
      { user: '+15550002222' },
      { user_id: ana.parentBsuid(portfolio) },
      { user: '+15550009999' },
      { user: '+15550001111' },
      { user_id: bert.bsuid(portfolio) },
    ]);
    expect([status, (json.error as { code: number }).code, added_users?.length]).toEqual([400, 139_100, 1]);
    const codes = failed_users?.map((one) => (one.errors as { code: number }[])[0]?.code);
    expect(codes).toEqual([131_009, 131_047, 131_021, 131_047]);
  });

  it('is full one day', async () => {
    meta.knobs.mostBlocked = 1;
    const { failed_users } = await call('POST', [{ user: '+15550002222' }, { user: '+15550004444' }]);
    expect(failed_users).toMatchObject([{ errors: [{ code: 139_101 }] }]);
  });

  it('silences a person towards that number only, and our messages to them fail', async () => {
    await call('POST', [{ user: '+15550002222' }]);
    ana.write(sales, 'can you hear me?');
    ana.call(sales);
    ana.marketing(sales, 'stop');
    await meta.settled();
    expect(catcher.values()).toEqual([]);
    ana.write(service, 'and you?');
    await graph(meta, `/${sales}/messages`, text({ to: '+15550002222' }));
    await meta.settled();
    const values = catcher.values('messages');
    expect(values.flatMap((value) => value.messages ?? [])).toHaveLength(1);
    expect(values.flatMap((value) => value.statuses ?? [])).toMatchObject([
      { status: 'failed', errors: [{ code: 130_403 }] },
    ]);
  });
});

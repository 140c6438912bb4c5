import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import type { Knobs } from './knobs.ts';
import { type Catcher, catchWebhooks, portfolio, sales, service, startTestWorld } from './webhook-catcher.ts';

let catcher: Catcher;
beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());

async function changed(knobs: Partial<Knobs>, options: { hidden?: boolean; parent?: boolean } = {}) {
  const meta: Simulator = await startTestWorld(catcher, { knobs, parent: options.parent ?? false });
  const ana = meta.world.addPerson({ name: 'Ana Prueba', phone: '+15550002222', country: 'US' });
  if (options.hidden === true) ana.adoptUsername('ana.prueba');
  ana.write(sales, 'hi');
  await meta.settled();
  catcher.clear();
  const before = { user: ana.bsuid(portfolio), parent: ana.parentBsuid(portfolio) };
  ana.changeNumber('+15550003333');
  const after = { user: ana.bsuid(portfolio), parent: ana.parentBsuid(portfolio) };
  await meta.settled();
  await meta.close();
  const messages = catcher.values('messages').flatMap((value) => value.messages ?? []);
  return { before, after, messages, values: catcher.values(), first: messages[0] ?? {} };
}

describe('a number change', () => {
  it('makes a new user id and tells each business number with a thread once, without contacts', async () => {
    const { before, after, messages, values } = await changed({});
    expect(after.user).not.toBe(before.user);
    expect(messages).toHaveLength(1);
    expect(values[0]).not.toHaveProperty('contacts');
    expect(values[0]?.metadata).toMatchObject({ phone_number_id: sales });
  });

  it('is told with phones and both ids when the new phone may be shown (since August 2026)', async () => {
    const { before, after, first } = await changed({}, { parent: true });
    expect(first).toMatchObject({ from: '15550002222', type: 'system', timestamp: '1790000000' });
    expect(first.system).toEqual({
      body: 'User Ana Prueba changed from 15550002222 to 15550003333',
      wa_id: '15550003333',
      user_id: after.user,
      parent_user_id: after.parent,
      previous_user_id: before.user,
      previous_parent_user_id: before.parent,
      type: 'user_changed_number',
    });
  });

  it('is told with ids alone when the phone is hidden', async () => {
    const { before, after, first } = await changed({}, { hidden: true });
    expect(first).not.toHaveProperty('from');
    expect(first.system).toEqual({
      body: `User Ana Prueba changed from ${before.user} to ${after.user}`,
      user_id: after.user,
      previous_user_id: before.user,
      type: 'user_changed_user_id',
    });
    expect(JSON.stringify(first)).not.toContain('1555000');
  });

  it('names the new id only, in the form of May 2026', async () => {
    const { after, first } = await changed({ systemGeneration: 1 });
    expect(first.from).toBe('15550002222');
    expect(first.system).toMatchObject({ wa_id: '15550003333', user_id: after.user, type: 'user_changed_user_id' });
    expect(first.system).not.toHaveProperty('previous_user_id');
  });

  it('names phones only, in the oldest form', async () => {
    const { first } = await changed({ systemGeneration: 0 });
    expect(first.from).toBe('15550002222');
    expect(first.system).toEqual({
      body: 'User Ana Prueba changed from 15550002222 to 15550003333',
      wa_id: '15550003333',
      type: 'user_changed_number',
    });
  });

  it('also sends the withdrawn user_id_update field when asked', async () => {
    const { before, after, values } = await changed({ legacyUserIdUpdate: true });
    expect(values[1]).toMatchObject({ user_id_update: [{ user_id: { previous: before.user, current: after.user } }] });
  });

  it('leaves the old number to a stranger, who has another user id, and is told of by nothing', async () => {
    const meta = await startTestWorld(catcher);
    const ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
    ana.write(sales, 'hi');
    ana.write(service, 'hi');
    const first = ana.bsuid(portfolio);
    expect(() => meta.world.addPerson({ name: 'Nia', phone: '+15550002222', country: 'US' })).toThrow(
      'belongs to somebody',
    );
    ana.leave();
    await meta.settled();
    catcher.clear();
    const nia = meta.world.addPerson({ name: 'Nia', phone: '+15550002222', country: 'US' });
    nia.write(sales, 'hello');
    await meta.settled();
    expect(nia.bsuid(portfolio)).not.toBe(first);
    expect(catcher.values()).toHaveLength(1);
    expect(catcher.values()[0]?.messages?.[0]).toMatchObject({
      from: '15550002222',
      from_user_id: nia.bsuid(portfolio),
    });
    await meta.close();
  });
});

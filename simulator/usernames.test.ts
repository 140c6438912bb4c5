import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usernameProblem } from './usernames.ts';
import { type Catcher, catchWebhooks, startTestWorld } from './webhook-catcher.ts';

describe('a username', () => {
  it.each(['ana', 'ana.prueba', 'a_1', 'A.b.C', 'x'.repeat(35), 'info'])('may be %s', (name) => {
    expect(usernameProblem(name)).toBeUndefined();
  });

  it.each([
    'an',
    'x'.repeat(36),
    '123',
    '.ana',
    'ana.',
    'a..b',
    'www.ana',
    'wwwana',
    'ana.com',
    'ana.IN',
    'anä',
    '@ana',
    'a b',
  ])('may not be "%s"', (name) => {
    expect(usernameProblem(name)).toMatch(/^[a-z]/);
  });
});

describe('taking a username', () => {
  let catcher: Catcher;
  beforeAll(async () => {
    catcher = await catchWebhooks();
  });
  afterAll(() => catcher.close());

  it('needs one nobody has, whatever its case; a released one is free again', async () => {
    const meta = await startTestWorld(catcher);
    const ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
    const bert = meta.world.addPerson({ name: 'Bert', phone: '+15550004444', country: 'US' });
    ana.adoptUsername('my.id');
    expect(() => bert.adoptUsername('My.Id')).toThrow('taken');
    bert.adoptUsername('my_id');
    ana.dropUsername();
    bert.adoptUsername('my.id');
    expect(catcher.caught).toEqual([]);
    await meta.close();
  });

  it('waits for the country', async () => {
    const meta = await startTestWorld(catcher, { knobs: { usernameCountries: ['GH'] } });
    const ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
    expect(() => ana.adoptUsername('ana.prueba')).toThrow('not available in US');
    await meta.close();
  });
});

import { parsePortfolioId } from '@throughline/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { type Access, createAccess } from './access.ts';
import { createKey, type KeyRequest, keyBeliefMs, listKeys, revokeKey } from './keys.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;
let access: Access;
let nowMs = Date.now();

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  access = createAccess({ db, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:8080', now: () => new Date(nowMs) });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const make = (request: Partial<KeyRequest> = {}) =>
  inTransaction(db, (tx) => createKey(tx, { name: 'Reports', role: 'developer', ...request }));
const ask = (key: string) => access.actorOf(new Headers({ authorization: `Bearer ${key}` }));
const rowOf = async (id: string) => (await listKeys(db)).find((row) => row.id === id);

describe('an API key', () => {
  it('brings its actor in, with the role it was made for', async () => {
    const { id, key } = await make();
    expect(key).toMatch(/^tl_[A-Za-z0-9_-]{43}$/);
    const actor = await ask(key);
    expect(actor).toMatchObject({
      kind: 'key',
      id,
      name: 'Reports',
      email: null,
      role: 'developer',
      portfolios: 'all',
    });
    expect(actor?.scopes).toContain('identity:read');
    expect(actor?.scopes).not.toContain('conversations:reply');
  });

  it('may be narrowed to some portfolios', async () => {
    const portfolio = parsePortfolioId('1000000000000001');
    const { key } = await make({ portfolios: portfolio === undefined ? [] : [portfolio] });
    expect((await ask(key))?.portfolios).toEqual(['1000000000000001']);
    await expect(make({ portfolios: [] })).rejects.toThrow('at least one portfolio');
  });

  it('is kept nowhere in clear: not as text, not as bytes', async () => {
    const { key } = await make();
    const rows = await db.sql<{ row: string }[]>`select api_keys::text as row from api_keys`;
    const kept = rows.map(({ row }) => row).join('\n');
    const secret = key.slice('tl_'.length);
    expect(kept).toContain(key.slice(0, 9));
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
    expect(kept).not.toContain(Buffer.from(key).toString('hex'));
  });

  it('is refused when unknown, malformed, or sent in another scheme', async () => {
    const { key } = await make();
    expect(await ask(`tl_${'A'.repeat(43)}`)).toBeUndefined();
    expect(await ask(`${key}x`)).toBeUndefined();
    expect(await ask('')).toBeUndefined();
    expect(await access.actorOf(new Headers({ authorization: `Basic ${key}` }))).toBeUndefined();
    expect(await access.actorOf(new Headers())).toBeUndefined();
  });

  it('ends within the time it is believed after it is revoked, and stays in the list', async () => {
    const { id, key } = await make();
    expect(await ask(key)).toBeDefined();
    expect(await inTransaction(db, (tx) => revokeKey(tx, id))).toBe(true);
    expect(await inTransaction(db, (tx) => revokeKey(tx, id))).toBe(false);
    nowMs += keyBeliefMs;
    expect(await ask(key)).toBeUndefined();
    expect((await rowOf(id))?.revokedAt).toBeInstanceOf(Date);
  });

  it('cannot be revoked by an id that is none', async () => {
    expect(await inTransaction(db, (tx) => revokeKey(tx, 'nonsense'))).toBe(false);
  });

  it('ends at the moment it expires, believed or not', async () => {
    const { key } = await make({ expiresAt: new Date(nowMs + 1000) });
    expect(await ask(key)).toBeDefined();
    nowMs += 1000;
    expect(await ask(key)).toBeUndefined();
  });

  it('is looked up once for many requests at a time', async () => {
    const { id, key } = await make();
    const actors = await Promise.all(Array.from({ length: 200 }, () => ask(key)));
    expect(actors.every((actor) => actor?.id === id)).toBe(true);
    await db.sql`delete from api_keys where id = ${id}`;
    expect(await ask(key)).toBeDefined();
    nowMs += keyBeliefMs;
    expect(await ask(key)).toBeUndefined();
  });

  it('has its last use noted, at most once a minute', async () => {
    const { id, key } = await make();
    const usedAt = async () => (await rowOf(id))?.lastUsedAt?.getTime();
    const first = nowMs;
    await ask(key);
    await expect.poll(usedAt).toBe(first);
    nowMs += 59_000;
    await ask(key);
    nowMs += 1_000;
    await ask(key);
    await expect.poll(usedAt).toBe(first + 60_000);
  });

  it('needs a name', async () => {
    await expect(make({ name: ' ' })).rejects.toThrow('A key needs a name of 1 to 100 characters.');
  });
});

// The inbox room, what keeps raw webhooks from outliving their time: every body is sealed under a key of its account's day, and the key goes when
// the day has had its time. Whoever reads or writes a body does it through here. See decision 0046.

import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Reader, Transaction, Vault } from '../db/connect.ts';
import { openWith, sealWith } from '../db/sealing.ts';

/** Parked parts are kept longer than webhooks as they came, so they have keys of their own. */
export type RawKind = 'inbox' | 'parked';

export interface Sealed {
  body: Buffer;
  /** Null: not sealed. */
  keyId: number | null;
}

interface RawKey {
  id: number;
  key: KeyObject;
}

/** In the order given, each under today's key of its account. */
export async function sealed(
  db: Reader,
  kind: RawKind,
  bodies: readonly { wabaId: string | null; body: Buffer }[],
): Promise<Sealed[]> {
  const { vault } = db;
  if (!vault) return bodies.map(({ body }) => ({ body, keyId: null }));
  const day = today();
  const keys = new Map<string, RawKey>();
  for (const wabaId of new Set(bodies.map((one) => one.wabaId ?? '')))
    keys.set(wabaId, await keyOf(db, vault, { wabaId, day, kind }));
  return bodies.map(({ wabaId, body }) => sealedUnder(keys.get(wabaId ?? '') as RawKey, body));
}

/** Under the keys they were sealed with before: what is left of a body lives no longer than all of it would have. */
export async function sealedAgain(
  db: Reader,
  bodies: readonly { keyId: number | null; body: Buffer }[],
): Promise<Sealed[]> {
  const keys = await keysById(db, bodies);
  return bodies.map(({ keyId, body }) => {
    if (keyId === null) return { body, keyId };
    const key = keys.get(keyId);
    if (!key) throw new KeyGoneError();
    return sealedUnder({ id: keyId, key }, body);
  });
}

/** @throws where one's key is gone: what is still to be worked on must not be. */
export async function opened<T extends Sealed>(db: Reader, rows: readonly T[]): Promise<T[]> {
  const open = await readable(db, rows);
  if (open.length < rows.length) throw new KeyGoneError();
  return open;
}

/** Those whose day has not had its time; of the others nobody can read anything any more. */
export async function readable<T extends Sealed>(db: Reader, rows: readonly T[]): Promise<T[]> {
  const keys = await keysById(db, rows);
  return rows.flatMap((row) => {
    if (row.keyId === null) return [row];
    const key = keys.get(row.keyId);
    return key ? [{ ...row, body: openWith(key, row.body, boundTo(row.keyId)) }] : [];
  });
}

/** Keys this process has opened are read again. */
export function forgetOpened({ vault }: Reader): void {
  if (vault) caches.delete(vault);
}

export class KeyGoneError extends Error {
  constructor() {
    super('The key of a webhook as it came is not there any more.');
  }
}

/**
 * Destroys the keys of days that have had their time. What is still waiting keeps its key: it was answered 200. Answers how many.
 *
 * A day ends with its last webhook, so a key is a day older than the clock says.
 */
export async function forgetRawKeys(
  tx: Transaction,
  { now, days, unclaimedDays }: { now: Date; days: number; unclaimedDays: number },
): Promise<number> {
  const gone = await tx.sql`
    delete from raw_keys k where k.kind = 'inbox'
      and k.day + 1 + coalesce((select r.raw_days from wabas w join retention r on r.portfolio_id = w.portfolio_id where w.waba_id = k.waba_id),
                               case when exists (select from wabas w where w.waba_id = k.waba_id) then ${days}::int else ${unclaimedDays}::int end)
          < ${now}::timestamptz::date
      and not exists (select from inbox i where i.state = 'waiting' and i.key_id = k.id)`;
  const unused = await tx.sql`
    delete from raw_keys k where k.kind = 'parked' and k.day + 1 < ${now}::timestamptz::date
      and not exists (select from parked p where p.key_id = k.id)`;
  return gone.count + unused.count;
}

/** Seals anew, under the operator's newest key, keys that are sealed under others. Answers how many; fewer than `limit`: there are no more. */
export async function resealRawKeys(tx: Transaction, limit: number): Promise<number> {
  const { vault } = tx;
  if (!vault) throw new Error('There is nothing to seal with.');
  const rows = await tx.sql<KeyRow[]>`
    select id, waba_id as "wabaId", day::text as day, kind, sealed from raw_keys
    where encode(substring(sealed from 2 for 8), 'hex') <> ${vault.keys.newest} order by id limit ${limit} for update`;
  for (const row of rows) {
    const plain = vault.keys.open(row.sealed, placeOf(row));
    await tx.sql`update raw_keys set sealed = ${vault.keys.seal(plain, placeOf(row))} where id = ${row.id}`;
  }
  return rows.length;
}

/** Seals what was kept as it came, before bodies were sealed. Answers how many; none: there is nothing more. */
export async function sealPlain(tx: Transaction, limit: number): Promise<number> {
  if (!tx.vault) return 0;
  const bodies = await sealPlainOf(tx, 'inbox', limit);
  const parts = await sealPlainOf(tx, 'parked', limit);
  const kept = await tx.sql<{ portfolioId: string; eventKey: string; value: string; wabaId: string | null }[]>`
    select k.portfolio_id as "portfolioId", k.event_key as "eventKey", k.value::text as value,
           (select min(w.waba_id) from wabas w where w.portfolio_id = k.portfolio_id) as "wabaId"
    from kept k where k.key_id is null limit ${limit} for update of k skip locked`;
  const sealedParts = await sealed(
    tx,
    'inbox',
    kept.map(({ wabaId, value }) => ({ wabaId, body: Buffer.from(value) })),
  );
  for (const [i, { portfolioId, eventKey }] of kept.entries()) {
    const { body, keyId } = sealedParts[i] as Sealed;
    await tx.sql`
      update kept set value = to_jsonb(${body.toString('base64')}::text), key_id = ${keyId}
      where portfolio_id = ${portfolioId} and event_key = ${eventKey}`;
  }
  return bodies + parts + kept.length;
}

async function sealPlainOf(tx: Transaction, kind: RawKind, limit: number): Promise<number> {
  const rows =
    kind === 'inbox'
      ? await tx.sql<PlainRow[]>`
          select id::text as id, waba_id as "wabaId", body from inbox where key_id is null
          order by inbox.id limit ${limit} for update skip locked`
      : await tx.sql<PlainRow[]>`
          select id::text as id, waba_id as "wabaId", body from parked where key_id is null
          order by parked.id limit ${limit} for update skip locked`;
  const bodies = await sealed(tx, kind, rows);
  for (const [i, { id }] of rows.entries()) {
    const { body, keyId } = bodies[i] as Sealed;
    if (kind === 'inbox') await tx.sql`update inbox set body = ${body}, key_id = ${keyId} where id = ${id}::bigint`;
    else await tx.sql`update parked set body = ${body}, key_id = ${keyId} where id = ${id}::uuid`;
  }
  return rows.length;
}

interface PlainRow {
  id: string;
  wabaId: string | null;
  body: Buffer;
}

/** Bodies that stand as they came: none soon after the upgrade. */
export async function plainBodies(db: Reader): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select ((select count(*) from inbox where key_id is null) + (select count(*) from parked where key_id is null)
            + (select count(*) from kept where key_id is null))::int as count`;
  return row?.count ?? 0;
}

/**
 * Gives up what is sealed under keys of the operator's that are lost: those webhooks cannot be read by anybody. Answers how many of them were
 * still to be worked on.
 */
export async function abandonRaw(
  tx: Transaction,
  keyIds: readonly string[],
): Promise<{ waiting: number; rows: number }> {
  const lost = await tx.sql<{ id: number }[]>`
    select id from raw_keys where encode(substring(sealed from 2 for 8), 'hex') = any(${[...keyIds]}::text[]) for update`;
  const ids = lost.map(({ id }) => id);
  const gone = await tx.sql<{ state: string }[]>`delete from inbox where key_id = any(${ids}::int[]) returning state`;
  const parts = await tx.sql`delete from parked where key_id = any(${ids}::int[])`;
  const kept = await tx.sql`delete from kept where key_id = any(${ids}::int[])`;
  await tx.sql`delete from raw_keys where id = any(${ids}::int[])`;
  return {
    waiting: gone.filter(({ state }) => state === 'waiting').length,
    rows: gone.count + parts.count + kept.count,
  };
}

/** How many keys stand under each of the operator's. */
export async function rawKeysByKey(db: Reader): Promise<{ keyId: string; count: number }[]> {
  return await db.sql<{ keyId: string; count: number }[]>`
    select encode(substring(sealed from 2 for 8), 'hex') as "keyId", count(*)::int as count from raw_keys group by 1`;
}

interface KeyName {
  wabaId: string;
  /** YYYY-MM-DD, UTC. */
  day: string;
  kind: RawKind;
}

interface KeyRow extends KeyName {
  id: number;
  sealed: Buffer;
}

const placeOf = ({ wabaId, day, kind }: KeyName) => ['raw_keys', 'sealed', wabaId, day, kind];
const boundTo = (keyId: number) => Buffer.from(`inbox ${keyId}`);
const today = () => new Date().toISOString().slice(0, 10);

function sealedUnder({ id, key }: RawKey, body: Buffer): Sealed {
  return { body: sealWith(key, body, boundTo(id)), keyId: id };
}

function openedKey({ keys }: Vault, row: KeyRow): KeyObject {
  return createSecretKey(keys.open(row.sealed, placeOf(row)));
}

interface Opened {
  byName: Map<string, RawKey>;
  byId: Map<number, RawKey>;
  since: number;
}

/** Keys as they were opened, for minutes: a key that was destroyed must not live on in a process. */
const cacheMs = 5 * 60_000;
const caches = new WeakMap<Vault, Opened>();

function cacheOf(vault: Vault): Opened {
  const now = Date.now();
  const known = caches.get(vault);
  if (known && now - known.since < cacheMs) return known;
  const fresh: Opened = { byName: new Map(), byId: new Map(), since: now };
  caches.set(vault, fresh);
  return fresh;
}

/**
 * The key of that name, made where there is none. One made in a transaction is not kept by this process before it is read again, committed:
 * the transaction may be undone, and what was sealed with a lost key is lost.
 */
async function keyOf(db: Reader, vault: Vault, name: KeyName): Promise<RawKey> {
  const cache = cacheOf(vault);
  const word = placeOf(name).join(' ');
  // A transaction writes few, and asks: a key that went meanwhile, with a database that was restored, would lose them.
  const known = db.kind === 'database' ? cache.byName.get(word) : undefined;
  if (known) return known;
  const there = (await rowOf(db, name)) ?? (await made(db, vault, name));
  const key = { id: there.id, key: openedKey(vault, there) };
  if (!there.own) {
    cache.byName.set(word, key);
    cache.byId.set(key.id, key);
  }
  return key;
}

async function made(db: Reader, vault: Vault, name: KeyName): Promise<KeyRow & { own: boolean }> {
  await db.sql`
    insert into raw_keys (waba_id, day, kind, sealed)
    values (${name.wabaId}, ${name.day}::date, ${name.kind}, ${vault.keys.seal(randomBytes(32), placeOf(name))})
    on conflict do nothing`;
  const there = await rowOf(db, name);
  if (!there) throw new Error('The key of a day went while it was made.');
  return there;
}

/** `own`: maybe written by the transaction that asks, or in a savepoint of it. */
async function rowOf(db: Reader, { wabaId, day, kind }: KeyName): Promise<(KeyRow & { own: boolean }) | undefined> {
  const [row] = await db.sql<(KeyRow & { own: boolean })[]>`
    select id, waba_id as "wabaId", day::text as day, kind, sealed,
           made_at >= now() as own
    from raw_keys where waba_id = ${wabaId} and day = ${day}::date and kind = ${kind}`;
  return row;
}

async function keysById(db: Reader, rows: readonly { keyId: number | null }[]): Promise<Map<number, KeyObject>> {
  const ids = [...new Set(rows.flatMap(({ keyId }) => keyId ?? []))];
  if (ids.length === 0) return new Map();
  const { vault } = db;
  if (!vault) throw new Error('Webhooks are kept sealed, and the database was opened without keys.');
  const cache = cacheOf(vault);
  const missing = ids.filter((id) => !cache.byId.has(id));
  const own = new Map<number, KeyObject>();
  if (missing.length > 0) {
    const found = await db.sql<(KeyRow & { own: boolean })[]>`
      select id, waba_id as "wabaId", day::text as day, kind, sealed,
             made_at >= now() as own
      from raw_keys where id = any(${missing}::int[])`;
    for (const row of found) {
      const key = openedKey(vault, row);
      if (row.own) own.set(row.id, key);
      else cache.byId.set(row.id, { id: row.id, key });
    }
  }
  return new Map(
    ids.flatMap((id) => {
      const key = own.get(id) ?? cache.byId.get(id)?.key;
      return key ? [[id, key] as const] : [];
    }),
  );
}

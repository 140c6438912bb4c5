import { buffer } from 'node:stream/consumers';
import type { Export, ExportKind, ExportSchedule } from '@throughline/contract';
import type { HolderId } from '@throughline/identity';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { readParquet } from 'parquet-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { maskRoles } from '../access/phone-masking.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { claimExport, noteRows } from '../exports/store.ts';
import { detachSubject } from '../flows/erase-subject.ts';
import { countDays } from '../jobs/count-coverage.ts';
import { makeExports, scheduleExports, sweepExports } from '../jobs/make-exports.ts';
import { compareStores, removeBlobs } from '../jobs/sweep-media.ts';
import { limits } from '../limits.ts';
import { usedBytes } from '../media/blobs.ts';
import { type App, openApp } from '../testing/app.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';

const ana = { phone: '+15552030001', bsuid: 'US.9001', name: '=Ana', username: 'ana.exports' };
const hidden = { bsuid: 'US.9002', name: 'Bea', username: 'bea.exports' };
const day = 86_400;
const kinds: ExportKind[] = ['contacts', 'conversations', 'messages', 'campaigns', 'coverage'];

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let admin = '';
let wakes = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  app = await openApp(world);
  admin = await app.key('admin');
  await world.receive(
    message(ana, { at: 1, id: 'w1' }, text('Is it ready? +15552030001')),
    message(hidden, { at: 2, id: 'w2' }, text('@SUM(A1)')),
    message(hidden, { at: 3 * day, id: 'w3' }, text('Three days later')),
  );
  world.setTime(4 * day);
  while ((await countDays({ db, tools: world.tools })) > 0);
  await campaignTo(hidden.username);
});
afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

/** A campaign whose one line went to somebody without a number, as it stands when it is done. */
async function campaignTo(username: string): Promise<void> {
  const { portfolioId } = world;
  await db.sql`
    with c as (insert into campaigns (portfolio_id, id, name, state, phone_number_id, upload, rows, audience, created_by, created_at)
      select ${portfolioId}, gen_random_uuid(), 'Autumn', 'done', phone_number_id, gen_random_uuid(), 1, '{"kind": "contacts"}', 'Maya', now()
      from business_numbers where portfolio_id = ${portfolioId} limit 1 returning *)
    insert into campaign_rows (portfolio_id, upload_id, line, campaign_id, cells, name, holder_id, contact_id, reach, stage)
    select c.portfolio_id, c.upload, 1, c.id, array['', '', ''], 'Bea', h.id, h.own_contact_id, 'account', 'handed'
    from c join holders h on h.portfolio_id = c.portfolio_id and h.username = ${username}`;
}

interface Answer<T> {
  status: number;
  body: T & { code?: string };
}

async function call<T = Export>(method: string, path: string, body?: unknown, by = admin): Promise<Answer<T>> {
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${by}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  return { status: answer.status, body: said === '' ? undefined : JSON.parse(said) };
}

const parts = () => ({ db, blobs: app.blobs, tools: world.tools, log: world.log });

async function made(asked: object, by = admin): Promise<Export> {
  const { status, body } = await call('POST', '/exports', asked, by);
  expect([status, body.state], body.code).toEqual([202, 'queued']);
  while ((await makeExports(parts())) > 0);
  return (await call('GET', `/exports/${body.id}`, undefined, by)).body;
}

async function fileOf({ id }: { id: string }, by = admin): Promise<{ status: number; bytes: Buffer }> {
  const answer = await fetch(`${app.url}/api/v1/exports/${id}/file`, { headers: { authorization: `Bearer ${by}` } });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function rowsOf(asked: object, by = admin): Promise<Record<string, unknown>[]> {
  const { bytes } = await fileOf(await made({ format: 'jsonl', ...asked }, by), by);
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('an export', () => {
  it.each(kinds)(
    'of %s has who hides the number in it, the same in every format, and no id of Meta’s',
    async (kind) => {
      const rows = await rowsOf({ kind });
      if (kind === 'coverage') {
        // Each for all numbers together and for theirs: Ana shows her number, Bea never did.
        expect(rows).toHaveLength(5 + 2);
        expect(rows[0]).toMatchObject({
          people: 2,
          number_visible: 1,
          number_hidden: 0,
          number_unknown: 1,
          usernames: 2,
        });
      } else {
        const bea = rows.filter(({ username }) => username === 'bea.exports');
        expect(bea).toHaveLength(kind === 'messages' ? 2 : 1);
        expect(bea[0]).toMatchObject({ phone: null, phone_hidden: true, identifier: 'bea.exports', name: 'Bea' });
        expect(bea[0]?.contact_id).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
      }
      const csv = await made({ kind, format: 'csv' });
      const parquet = await made({ kind, format: 'parquet' });
      expect([csv.rowsDone, csv.rowsTotal, csv.state]).toEqual([rows.length, rows.length, 'ready']);
      const { bytes } = await fileOf(csv);
      const read = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
      const columnar = tableFromIPC(readParquet((await fileOf(parquet)).bytes).intoIPCStream());
      expect([read.length, columnar.numRows]).toEqual([rows.length, rows.length]);
      expect(Object.keys(read[0] ?? {})).toEqual(columnar.schema.fields.map(({ name }) => name));
      expect(JSON.stringify(rows) + bytes).not.toMatch(/US\.900|wamid/);
    },
  );

  it('never runs in a spreadsheet, and has phones as they are', async () => {
    const { bytes } = await fileOf(await made({ kind: 'messages' }));
    const csv = bytes.toString('utf8');
    expect(csv).toContain(",'@SUM(A1),");
    expect(csv).toContain(",'=Ana,");
    expect(csv).toContain(',+15552030001,');
  });

  it('is of a time, a number of ours, a tag', async () => {
    const since = (seconds: number) => new Date(world.tools.clock() - 4 * day * 1000 + seconds * 1000).toISOString();
    const count = async (asked: object) => (await rowsOf(asked)).length;
    const [own] = (await call<{ data: { id: string }[] }>('GET', '/business-numbers')).body.data;
    const tag = (await call<{ id: string }>('POST', '/tags', { name: 'VIP', color: 'sky' })).body;
    const [bea] = (await call<{ data: { id: string }[] }>('GET', '/contacts?q=bea.exports')).body.data;
    await call('PUT', `/contacts/${bea?.id}/tags/${tag.id}`, {});
    expect([
      await count({ kind: 'messages', from: since(2) }),
      await count({ kind: 'messages', until: since(2) }),
      await count({ kind: 'contacts', from: since(day) }),
      await count({ kind: 'conversations', number: own?.id }),
      await count({ kind: 'conversations', number: '999' }),
      await count({ kind: 'contacts', number: '999' }),
      await count({ kind: 'contacts', tag: tag.id }),
      await count({ kind: 'messages', tag: tag.id }),
      await count({ kind: 'conversations', tag: tag.id }),
      await count({ kind: 'campaigns', tag: tag.id }),
    ]).toEqual([2, 1, 1, 2, 0, 0, 1, 2, 1, 1]);
    expect((await call('POST', '/exports', { kind: 'coverage', tag: tag.id })).body.code).toBe('export_not_possible');
  });

  it('is of what its maker may read: coverage, which is counts of people, for all who read people', async () => {
    const asks = async (role: 'developer' | 'privacy_officer' | 'supervisor' | 'agent' | 'auditor', kind: ExportKind) =>
      (await call('POST', '/exports', { kind, format: 'csv' }, await app.key(role))).status;
    for (const role of ['developer', 'privacy_officer', 'supervisor'] as const)
      expect(await asks(role, 'coverage'), role).toBe(202);
    for (const role of ['agent', 'auditor'] as const) expect(await asks(role, 'coverage'), role).toBe(403);
    expect([await asks('developer', 'messages'), await asks('privacy_officer', 'messages')]).toEqual([202, 403]);
  });

  it('gives Meta’s ids only to whoever may read them, only when asked, and their file to nobody else', async () => {
    const [supervisor, developer, agent] = await Promise.all(
      (['supervisor', 'developer', 'agent'] as const).map((role) => app.key(role)),
    );
    const rows = await rowsOf({ kind: 'contacts', accounts: true }, developer);
    expect(rows.map(({ accounts }) => accounts).sort()).toEqual([['US.9001'], ['US.9002']]);
    const refused = async (asked: object, by: string | undefined) => {
      const { status, body } = await call('POST', '/exports', asked, by);
      return [status, body.code];
    };
    expect(await refused({ kind: 'contacts', accounts: true }, supervisor)).toEqual([403, 'export_not_yours']);
    expect(await refused({ kind: 'contacts' }, agent)).toEqual([403, 'not_allowed']);
    expect(await refused({ kind: 'messages' }, await app.key('privacy_officer'))).toEqual([403, 'export_not_yours']);
    const theirs = await made({ kind: 'contacts', accounts: true });
    expect((await fileOf(theirs, supervisor)).status).toBe(403);
    expect((await call('GET', `/exports/${theirs.id}`, undefined, supervisor)).body.downloadable).toBe(false);
  });

  it('masks numbers for whoever sees them masked, and keeps whole ones from them', async () => {
    const whole = await made({ kind: 'contacts' });
    const supervisor = await app.key('supervisor');
    const mask = (roles: 'supervisor'[]) =>
      inTransaction(db, (tx) => maskRoles(tx, roles, { by: 'Maya', at: world.tools.clock() }));
    await mask(['supervisor']);
    const other = await openApp(world);
    const first = app;
    app = other;
    try {
      const { body } = await call('POST', '/exports', { kind: 'contacts', format: 'jsonl' }, supervisor);
      expect(body.numbersMasked).toBe(true);
      await makeExports(parts());
      const { bytes } = await fileOf(body, supervisor);
      expect(bytes.toString('utf8')).toContain('+1 ••• ••• 0001');
      expect(bytes.toString('utf8')).not.toContain('5552030001');
      expect((await fileOf(whole, supervisor)).status).toBe(403);
    } finally {
      app = first;
      await mask([]);
      await other.close();
    }
  });

  it('is sealed where it lies, and goes from there when it is called off or its time is over', async () => {
    const before = await usedBytes(db);
    const first = await made({ kind: 'contacts', format: 'jsonl' });
    const second = await made({ kind: 'contacts', format: 'jsonl' });
    expect(await usedBytes(db)).toBe(before + (first.sizeBytes ?? 0) + (second.sizeBytes ?? 0));
    const objects = await db.sql<{ object: string }[]>`
      select object from exports where id = any(${[first.id, second.id]}::uuid[])`;
    const stored = app.blobs.storeOf('disk');
    const lies = async () => {
      const found = objects.map(({ object }) =>
        stored?.get({ portfolioId: world.portfolioId, object }, { start: 0, end: 9_999 }),
      );
      const streams = (await Promise.all(found)).flatMap((stream) => stream ?? []);
      return await Promise.all(streams.map(async (stream) => (await buffer(stream)).toString('latin1')));
    };
    expect((await lies()).map((sealed) => sealed.includes('bea.exports'))).toEqual([false, false]);
    // Nothing takes it for something nobody knows of, however long it lies there.
    await compareStores({ ...parts(), tools: { ...world.tools, clock: () => Date.now() + 9 * day * 1000 } });
    expect(await lies()).toHaveLength(2);
    expect((await call('POST', `/exports/${first.id}/cancel`)).body.state).toBe('cancelled');
    const now = world.tools.clock();
    const later = { ...world.tools, clock: () => now + (limits.exportDays + 1) * day * 1000 };
    while ((await sweepExports({ db, tools: later })) > 0);
    expect((await call('GET', `/exports/${second.id}`)).body.state).toBe('expired');
    expect([(await fileOf(first)).status, (await fileOf(second)).status]).toEqual([409, 409]);
    await removeBlobs(parts());
    expect(await lies()).toHaveLength(0);
  });

  it('is made by another process from the beginning where the one at work is gone, and given up in the end', async () => {
    const { body } = await call('POST', '/exports', { kind: 'contacts' });
    const killed = async (seconds: number) => {
      const now = world.tools.clock() + seconds * 1000;
      const lending = { by: crypto.randomUUID(), now: new Date(now), until: new Date(now + limits.exportLeaseMs) };
      return await inTransaction(db, async (tx) => ({ ...lending, row: await claimExport(tx, lending) }));
    };
    const dead = await killed(0);
    expect((await killed(limits.exportLeaseMs / 1000 - 1)).row).toBeUndefined();
    world.setTime(4 * day + limits.exportLeaseMs / 1000 + 1);
    expect(await makeExports(parts())).toBe(1);
    expect((await call('GET', `/exports/${body.id}`)).body.state).toBe('ready');
    // Whoever was thought dead and comes back may say nothing any more.
    const late = { by: dead.by, until: dead.until, done: 1, total: 1 };
    expect(await inTransaction(db, (tx) => noteRows(tx, { portfolioId: world.portfolioId, id: body.id }, late))).toBe(
      false,
    );

    const { body: doomed } = await call('POST', '/exports', { kind: 'contacts' });
    for (let turn = 0; turn < limits.exportAttempts; turn += 1) {
      expect((await killed(0)).row?.id).toBe(doomed.id);
      world.setTime(4 * day + (turn + 2) * (limits.exportLeaseMs / 1000 + 1));
    }
    await makeExports(parts());
    expect((await call('GET', `/exports/${doomed.id}`)).body).toMatchObject({ state: 'failed', problem: 'broken_off' });
  });

  it('is asked for once per key, and no more wait than may', async () => {
    const asked = JSON.stringify({ kind: 'contacts' });
    const ask = (key: string) =>
      fetch(`${app.url}/api/v1/exports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: asked,
      });
    const twice = [
      await (await ask('once and only once')).json(),
      await (await ask('once and only once')).json(),
    ] as Export[];
    expect(twice[0]?.id).toBe(twice[1]?.id);
    for (let n = 1; n < limits.exportsAtOnce; n += 1) expect((await ask(`another one ${n}`)).status).toBe(202);
    expect((await ask('one too many')).status).toBe(429);
    const { data } = (await call<{ data: Export[] }>('GET', '/exports?limit=200')).body;
    for (const { id, state } of data) if (state === 'queued') await call('POST', `/exports/${id}/cancel`);
    expect(await makeExports(parts())).toBe(0);
  });
});

describe('a schedule', () => {
  it('makes a file at its hour, of the days before, keeps the last ones, and pauses', async () => {
    world.setTime(10 * day);
    const asked = {
      name: 'Nightly',
      kind: 'messages',
      every: 'day',
      clock: '06:00',
      zone: 'UTC',
      lastDays: 8,
      keep: 2,
    };
    const { status, body } = await call<ExportSchedule>('POST', '/export-schedules', asked);
    expect([status, body.nextAt?.slice(11, 16)]).toEqual([201, '06:00']);
    const run = () => scheduleExports({ db, tools: world.tools, wakeExports: () => (wakes += 1) });
    expect(await run()).toBe(0);
    for (let night = 1; night <= 3; night += 1) {
      world.setTime((10 + night) * day);
      expect([await run(), await run(), wakes]).toEqual([1, 0, night]);
      while ((await makeExports(parts())) > 0);
      await sweepExports(parts());
    }
    const { data } = (await call<{ data: Export[] }>('GET', `/exports?schedule=${body.id}`)).body;
    expect(data.map(({ state, rowsDone }) => [state, rowsDone])).toEqual([
      ['ready', 0],
      ['ready', 0],
      ['expired', 1],
    ]);
    expect(data[0]?.from?.slice(11)).toBe('00:00:00.000Z');
    const paused = await call<ExportSchedule>('PATCH', `/export-schedules/${body.id}`, { paused: true });
    expect(paused.body.nextAt).toBeNull();
    world.setTime(20 * day);
    expect(await run()).toBe(0);
    expect((await call('DELETE', `/export-schedules/${body.id}`)).status).toBe(204);
    expect((await call('GET', `/exports/${data[0]?.id}`)).body.state).toBe('cancelled');
  });

  it('is refused where no clock is like it', async () => {
    const asked = { name: 'x', kind: 'messages', every: 'week', clock: '06:00', zone: 'UTC', day: 1 };
    const refused = async (change: object) =>
      (await call('POST', '/export-schedules', { ...asked, ...change })).body.code;
    expect([await refused({ zone: 'Atlantis' }), await refused({ day: 9 }), await refused({ clock: '25:00' })]).toEqual(
      ['export_not_possible', 'export_not_possible', 'invalid_request'],
    );
  });
});

describe('an erasure', () => {
  it('destroys every file with people in it, makes again what nobody has taken, and leaves counts alone', async () => {
    const [taken, waiting, counts] = [
      await made({ kind: 'contacts', format: 'jsonl' }),
      await made({ kind: 'messages', format: 'jsonl' }),
      await made({ kind: 'coverage', format: 'jsonl' }),
    ];
    expect((await fileOf(taken)).status).toBe(200);
    const { body: running } = await call('POST', '/exports', { kind: 'contacts', format: 'jsonl' });
    const now = world.tools.clock();
    const by = crypto.randomUUID();
    await inTransaction(db, (tx) => claimExport(tx, { by, now: new Date(now), until: new Date(now + 60_000) }));
    const holders = await db.sql<{ id: HolderId }[]>`
      select id from holders where portfolio_id = ${world.portfolioId} and username = ${hidden.username}`;
    const erased = { portfolioId: world.portfolioId, id: world.tools.newId(), holders: holders.map(({ id }) => id) };
    await inTransaction(db, (tx) => detachSubject(tx, erased, { policy, tools: world.tools }));
    const states = await Promise.all(
      [taken, waiting, counts, running].map(async ({ id }) => (await call('GET', `/exports/${id}`)).body.state),
    );
    expect(states).toEqual(['withdrawn', 'queued', 'ready', 'queued']);
    expect([(await fileOf(taken)).status, (await fileOf(waiting)).status]).toEqual([409, 409]);
    const lost = { by, until: new Date(now + 60_000), done: 1, total: 1 };
    expect(
      await inTransaction(db, (tx) => noteRows(tx, { portfolioId: world.portfolioId, id: running.id }, lost)),
    ).toBe(false);
    while ((await makeExports(parts())) > 0);
    for (const one of [waiting, running]) {
      const again = (await fileOf(one)).bytes.toString('utf8');
      expect(again).toContain('ana.exports');
      expect(again).not.toContain('bea.exports');
    }
  });
});

// Somebody is erased: nothing of them is left, nothing old comes back, and what comes later is about somebody new.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contact, Page, PrivacyRequestDetail, Problem } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { bodiesIn } from '../../tests/support/raw.ts';
import { settingsOf } from '../campaigns/store.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { needlesOf } from '../db/residue/forms.ts';
import { scanTables } from '../db/residue/scan.ts';
import { campaignReach } from '../flows/campaign-reach.ts';
import { assertLedgerKept, missingErasures } from '../flows/keep-ledger.ts';
import { replayLedger } from '../flows/replay-ledger.ts';
import { replayParked } from '../flows/replay-parked.ts';
import { sealedColumns } from '../inbox/erasing.ts';
import { register } from '../numbers/store.ts';
import { verifyActs } from '../privacy/acts.ts';
import { type Ledger, openLedger } from '../privacy/ledger.ts';
import { isSealed } from '../privacy/rules-certificate.ts';
import { type App, openApp } from '../testing/app.ts';
import { testKeys } from '../testing/keys.ts';
import { defaultNumber } from '../testing/names.ts';
import { call, echo, message, moved, status, text } from '../testing/webhooks.ts';
import { e164, openWorld, policy, silent, type World } from '../testing/world.ts';
import { erasePeople } from './erase-people.ts';

const day = 86_400;
let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let home: string;
let ledger: Ledger;
let key: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6, keys: testKeys });
  world = await openWorld(db);
  app = await openApp(world);
  key = await app.key('privacy_officer');
  home = mkdtempSync(join(tmpdir(), 'throughline-ledger-'));
  ledger = openLedger(join(home, 'erasures.jsonl'));
  await assertLedgerKept(db, ledger, world.tools.newId);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
  rmSync(home, { recursive: true, force: true });
});

async function ask<T>(route: string, body?: object, as = key) {
  const [method = 'GET', path = ''] = route.split(' ');
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

const deciding = () => ({ policy, tools: world.tools });
const people = async (q: string) =>
  (await ask<Page<Contact>>(`GET /contacts?q=${encodeURIComponent(q)}`)).body.data.map(
    ({ displayName }) => displayName,
  );

/** Recorded, proven, run, and made; Meta answers to every errand. */
async function erase(subject: string): Promise<PrivacyRequestDetail> {
  const recorded = await ask<PrivacyRequestDetail>('POST /privacy/requests', { kind: 'erase', subject });
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
  const path = `/privacy/requests/${recorded.body.id}`;
  await ask(`POST ${path}/prove`, { by: 'document', note: `Seen the papers of ${subject}` });
  expect((await ask<PrivacyRequestDetail>(`POST ${path}/run`, { confirm: true })).body.state).toBe('running');
  for (let turn = 0; turn < 3; turn += 1) {
    await erasePeople({ db, deciding: deciding(), ledger, log: silent, wakeErrands: () => {} });
    await db.sql`update errands set state = 'done', done_at = now(), result = 'Done.' where state = 'waiting'`;
    pass(2);
  }
  return (await ask<PrivacyRequestDetail>(`GET ${path}`)).body;
}
let now = 20 * day;
function pass(seconds: number): void {
  now += seconds;
  world.setTime(now);
}

/** Whether a campaign would write to the number, from a file. */
async function reachOf(phone: string) {
  const { portfolioId, tools } = world;
  const candidate = { line: 1, phone: e164(phone), contactId: null, missing: null };
  const reaching = {
    portfolioId,
    phoneNumberId: defaultNumber,
    policy,
    needsPhone: false,
    now: tools.clock(),
    keyed: tools.keyed,
  };
  return (await campaignReach(db, [candidate], { ...reaching, settings: await settingsOf(db, portfolioId) })).get(1);
}

const ana = {
  phone: '+14155550123',
  bsuid: 'US.ana314159',
  parent: 'US.ENT.ana271828',
  name: 'Anastasia Canary',
  username: 'anastasia.canary',
};
const before = { phone: '+14155550144', bsuid: 'US.ana141421', name: 'Anastasia Canary' };
const history = [
  message(before, { at: 1, id: 'wamid.ANA0' }, text('my old number')),
  moved(before, ana, { at: 10, id: 'wamid.ANA1' }),
  message(ana, { at: day, id: 'wamid.ANA2' }, text('a secret of mine')),
  echo(ana, { at: day + 60, id: 'wamid.ANA3' }, 'what we answered'),
  status('delivered', { at: day + 61, id: 'wamid.ANA3' }, { to: ana }),
  call(ana, { at: 2 * day, id: 'wacid.ANA4' }, 30),
  message({ bsuid: ana.bsuid }, { at: 3 * day, id: 'wamid.ANA5' }, text('with my number hidden')),
];
const canaries = needlesOf([
  { label: 'number', kind: 'phone', value: ana.phone },
  { label: 'old number', kind: 'phone', value: before.phone },
  { label: 'account', kind: 'text', value: ana.bsuid },
  { label: 'old account', kind: 'text', value: before.bsuid },
  { label: 'parent', kind: 'text', value: ana.parent },
  { label: 'name', kind: 'text', value: ana.name },
  { label: 'username', kind: 'text', value: ana.username },
  { label: 'words', kind: 'text', value: 'a secret of mine' },
]);
let contactId: string;
let done: PrivacyRequestDetail;

describe('somebody who is erased', () => {
  it('is gone from everywhere, with proof, by their username alone', async () => {
    await world.receive(...history);
    await world.receive(
      message({ phone: '+14155550999', bsuid: 'US.zoe1', name: 'Zoe' }, { at: 5, id: 'wamid.ZOE1' }, text('hello')),
    );
    world.setTime(now);
    const labels = new Set(
      (await scanTables(db, canaries, { open: sealedColumns(db) })).findings.map(({ label }) => label),
    );
    expect([...labels].sort()).toEqual([
      'account',
      'name',
      'number',
      'old account',
      'old number',
      'parent',
      'username',
      'words',
    ]);
    [contactId = ''] = (await ask<Page<Contact>>('GET /contacts?q=@anastasia.canary')).body.data.map(({ id }) => id);
    done = await erase('@anastasia.canary');
    expect(done).toMatchObject({ state: 'done', subject: null, note: null });
    expect(done.certificate).toMatchObject({
      residue: { found: 0 },
      contactBook: { asked: 2, done: 2, unanswered: 0 },
    });
    expect(done.certificate?.counts.find(({ table }) => table === 'messages')?.rows).toBe(4);
    expect(isSealed(done.certificate as never, world.tools.keyed)).toBe(true);
    const { findings } = await scanTables(db, canaries, { open: sealedColumns(db) });
    expect(findings.filter(({ where }) => !where.startsWith('statistics of'))).toEqual([]);
    expect(await people('Anastasia')).toEqual([]);
    expect(await people('Zoe')).toEqual(['Zoe']);
  });

  it('answers 410 by every id that led to them', async () => {
    const gone = await ask<Problem>(`GET /contacts/${contactId}`);
    expect([gone.status, gone.body.code]).toEqual([410, 'erased']);
    expect((await ask<Problem>('GET /contacts/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('does not come back by the whole history delivered anew, nor by a late word about a message', async () => {
    const messages = async () => (await db.sql`select id from messages`).length;
    const there = await messages();
    await world.receive(...history);
    await world.receive(status('read', { at: 30 * day, id: 'wamid.ANA3' }, { to: ana }));
    await world.receive(
      message({ bsuid: ana.bsuid }, { at: 19 * day, id: 'wamid.NEVERSEEN' }, text('late, and never seen before')),
    );
    expect(await people('Anastasia')).toEqual([]);
    expect(await messages()).toBe(there);
    const { findings } = await scanTables(db, canaries, { open: sealedColumns(db) });
    expect(findings.filter(({ where }) => !where.startsWith('statistics of'))).toEqual([]);
    const [counted] = await db.sql<{ items: number }[]>`select sum(items)::int as items from privacy_dropped`;
    expect(counted?.items).toBe(history.length + 2);
    const [row] = await db.sql<{ whole: boolean }[]>`
      select bool_and(items = applied + repeated + kept + parked + dropped) as whole from inbox where state = 'done'`;
    expect(row?.whole).toBe(true);
  });

  it('is not written to from a list that still has their number', async () => {
    expect(await reachOf(ana.phone)).toMatchObject({ reach: 'do_not_contact', address: null });
    expect(await reachOf('+14155550998')).toMatchObject({ reach: 'phone' });
  });

  it('is taken out of cards that others share late, and the rest of what they say stays', async () => {
    const card = (name: string, phone: string) => ({
      name: { formatted_name: name },
      phones: [{ phone, type: 'CELL' }],
    });
    const cards = [card(ana.name, '+1 (415) 555-0123'), card('Cyd Stranger', '+14155550888')];
    await world.receive(
      message(
        { bsuid: 'US.zoe1', name: 'Zoe' },
        { at: day + 7, id: 'wamid.ZOE5' },
        { type: 'contacts', contacts: cards },
      ),
    );
    const [shown] = await db.sql<{ raw: unknown }[]>`select raw from messages where wamid = 'wamid.ZOE5'`;
    expect(JSON.stringify(shown)).toContain('Cyd Stranger');
    const { findings } = await scanTables(db, canaries, { open: sealedColumns(db) });
    expect(findings.filter(({ where }) => !where.startsWith('statistics of'))).toEqual([]);
  });

  it('leaves what others said in the same webhook', async () => {
    const together = message({ bsuid: 'US.zoe1', name: 'Zoe' }, { at: 6, id: 'wamid.ZOE2' }, text('beside her')) as {
      entry: unknown[];
    };
    const late = message(ana, { at: day + 5, id: 'wamid.ANA9' }, text('a secret of mine')) as { entry: unknown[] };
    await world.receive({ ...together, entry: [...late.entry, ...together.entry] });
    const kept = (await bodiesIn(db, 'inbox')).at(-1);
    expect(kept?.body).toContain('beside her');
    expect(kept?.body).not.toContain('a secret of mine');
  });

  it('who writes later is somebody new, with nothing of before', async () => {
    await world.receive(message(ana, { at: now + 100, id: 'wamid.NEW1' }, text('hello again')));
    const [contact] = (await ask<Page<Contact>>('GET /contacts?q=@anastasia.canary')).body.data;
    expect(contact?.id).not.toBe(contactId);
    expect(contact?.mergedFrom).toEqual([]);
    expect(contact?.firstSeenAt.slice(0, 10)).toBe('2026-10-12');
    expect(contact?.phones).toHaveLength(1);
    expect(await reachOf(ana.phone)).toMatchObject({ reach: 'phone' });
  });

  it('stands in the ledger outside the database, which names nobody', async () => {
    const written = await readFile(join(home, 'erasures.jsonl'), 'utf8');
    expect(written).toContain(done.id);
    expect(written).not.toMatch(/anastasia|4155550123|US\.|wamid/i);
    expect(await missingErasures(db, ledger)).toEqual([]);
    await assertLedgerKept(db, ledger, world.tools.newId);
  });
});

describe('a number that changed hands', () => {
  it('keeps the earlier holder’s history when the present one is erased', async () => {
    await world.receive(
      message(
        { phone: '+14155550777', bsuid: 'US.old1', name: 'Olga Before' },
        { at: 2, id: 'wamid.OLD1' },
        text('mine'),
      ),
      message(
        { phone: '+14155550777', bsuid: 'US.new1', name: 'Nick After' },
        { at: 9 * day, id: 'wamid.NEW2' },
        text('his'),
      ),
    );
    pass(10);
    await erase('+1 415 555 0777');
    expect(await people('Nick')).toEqual([]);
    expect(await people('Olga')).toEqual(['Olga Before']);
    const [olga] = (await ask<Page<Contact>>('GET /contacts?q=Olga')).body.data;
    expect(olga?.phones.map(({ value }) => value)).toEqual(['+14155550777']);
    // What Olga sent back then and comes late is hers still.
    await world.receive(
      message({ phone: '+14155550777', bsuid: 'US.old1' }, { at: 3, id: 'wamid.OLD2' }, text('late, but mine')),
    );
    const [row] = await db.sql<{ body: string }[]>`select body from messages where body = 'late, but mine'`;
    expect(row?.body).toBe('late, but mine');
  });
});

describe('what of somebody waits, or goes through the door again, while they are erased', () => {
  const bea = { phone: '+14155550222', bsuid: 'US.bea1618', name: 'Beatrix Canary', username: 'beatrix.canary' };
  /** To a number that is not connected: it cannot be applied, and waits for somebody. */
  const parkedAs = (id: string, who: typeof bea | { bsuid: string; name: string } = bea) =>
    message(who, { at: 2 * day, id: `wamid.${id}`, number: '999' }, text(`parked words of ${id}`));
  const late = ['BEA2', 'BEA3', 'BEA4'].map((id) => parkedAs(id));
  const needles = needlesOf([
    { label: 'number', kind: 'phone', value: bea.phone },
    { label: 'account', kind: 'text', value: bea.bsuid },
    { label: 'name', kind: 'text', value: bea.name },
    { label: 'username', kind: 'text', value: bea.username },
    { label: 'words', kind: 'text', value: 'parked words of BEA' },
  ]);
  const found = async () =>
    (await scanTables(db, needles, { open: sealedColumns(db) })).findings.filter(
      ({ where }) => !where.startsWith('statistics of'),
    );
  const parkedIds = async (state: 'parked' | 'replayed') =>
    (
      await db.sql<{ id: string }[]>`
        select id from parked where portfolio_id = ${world.portfolioId} and state = ${state}`
    ).map(({ id }) => id);
  const replay = (id: string) => inTransaction(db, (tx) => replayParked(tx, id, 'all'));
  let hers: string[];
  let agent: string;
  let conversationId: string;

  it('goes with them: parked, replayed before, and waiting at the door', async () => {
    await world.receive(message(bea, { at: 4, id: 'wamid.BEA1' }, text('hello from her')), ...late);
    await world.receive(parkedAs('ZOE7', { bsuid: 'US.zoe1', name: 'Zoe' }));
    const all = await bodiesIn(db, 'parked');
    expect(all).toHaveLength(4);
    hers = ['BEA2', 'BEA3', 'BEA4'].map((id) => all.find(({ body }) => body.includes(`words of ${id}`))?.id ?? '');
    // One went through the door, and is parked anew; one waits there still.
    expect(await replay(hers[0] ?? '')).toBe('replayed');
    await world.drain();
    expect(await replay(hers[1] ?? '')).toBe('replayed');
    expect(await parkedIds('replayed')).toHaveLength(2);
    const waiting = async () =>
      (await bodiesIn(db, 'inbox')).filter(({ body }) => body.includes('parked words of BEA3'));
    expect((await waiting()).length).toBeGreaterThan(1);
    expect(new Set((await found()).map(({ label }) => label)).size).toBe(5);
    agent = await app.key('agent');
    await present('here', 200);
    expect(await erase('@beatrix.canary')).toMatchObject({ state: 'done', certificate: { residue: { found: 0 } } });
    expect(await found()).toEqual([]);
    expect((await bodiesIn(db, 'parked')).map(({ body }) => /parked words of \w+/.exec(body)?.[0])).toEqual([
      'parked words of ZOE7',
    ]);
  });

  it('stays away: what was replayed is worked on and comes to nothing, and nothing of theirs can be replayed', async () => {
    await world.drain();
    for (const id of hers) expect(await replay(id)).toBe('unknown');
    await inTransaction(db, (tx) =>
      register(tx, {
        ...{ portfolioId: world.portfolioId, phoneNumberId: '999', wabaId: world.wabaId },
        ...{ displayPhone: e164('+15550009999'), name: 'Late', portfolioName: world.portfolioId },
      }),
    );
    const [zoes = ''] = await parkedIds('parked');
    expect(await replay(zoes)).toBe('replayed');
    await world.receive(...late);
    expect(await people('Beatrix')).toEqual([]);
    expect(await found()).toEqual([]);
    const said = await db.sql<{ body: string }[]>`select body from messages where body like 'parked words of%'`;
    expect(said).toEqual([{ body: 'parked words of ZOE7' }]);
  });

  it('nobody is in their thread any more, nor can be', async () => {
    await present('typing', 410);
    await present('gone', 410);
  });

  async function present(state: 'here' | 'typing' | 'gone', status: number): Promise<void> {
    const [thread] = await db.sql<{ id: string }[]>`
      select c.id from conversations c join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
      where h.username = ${bea.username}`;
    conversationId = thread?.id ?? conversationId;
    const answer = await ask(`POST /conversations/${conversationId}/presence`, { tab: randomUUID(), state }, agent);
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  }
});

describe('a database from a backup', () => {
  it('is not opened before it was brought up to the ledger, and then lacks whom it should', async () => {
    const other = await freshDatabase();
    const old = connect(other.url, { connections: 4, keys: testKeys });
    try {
      const past = await openWorld(old);
      const there: World = { ...past, tools: { ...past.tools, keyed: world.tools.keyed } };
      await there.receive(...history, message({ bsuid: 'US.zoe1', name: 'Zoe' }, { at: 5, id: 'wamid.ZOE1' }));
      const [entry] = await ledger.read();
      const moved = { ...ledger, read: async () => (entry ? [{ ...entry, portfolioId: there.portfolioId }] : []) };
      await expect(assertLedgerKept(old, moved, there.tools.newId)).rejects.toThrow('lacks 1 of the erasures');
      const late = { policy, tools: { ...there.tools, clock: () => world.tools.clock() } };
      expect(await replayLedger(old, moved, late)).toBe(1);
      await assertLedgerKept(old, moved, there.tools.newId);
      const { findings } = await scanTables(old, canaries, { open: sealedColumns(old) });
      expect(findings.filter(({ where }) => !where.startsWith('statistics of'))).toEqual([]);
      const names = await old.sql<{ name: string }[]>`select display_name as name from contacts`;
      expect(names).toEqual([{ name: 'Zoe' }]);
      await there.receive(...history);
      expect((await old.sql`select id from contacts`).length).toBe(1);
      expect(await replayLedger(old, moved, late)).toBe(0);
    } finally {
      await old.close();
      await other.drop();
    }
  });
});

describe('the chain of what was done', () => {
  it('holds, and shows the first link somebody changed', async () => {
    const whole = await verifyActs(db, world.portfolioId, world.tools.keyed);
    expect(whole.broken).toBeUndefined();
    expect(whole.acts).toBeGreaterThan(10);
    const lines = await db.sql`select * from privacy_acts`;
    expect(JSON.stringify(lines)).not.toMatch(/anastasia|4155550123|US\.ana/i);
    await expect(db.sql`update privacy_acts set act = 'nothing' where number = 3`).rejects.toThrow('append-only');
    await db.sql.unsafe('alter table privacy_acts disable trigger privacy_acts_append_only');
    await db.sql`update privacy_acts set actor_role = 'admin' where number = 3`;
    expect((await verifyActs(db, world.portfolioId, world.tools.keyed)).broken).toEqual({ number: 3, why: 'changed' });
    await db.sql`delete from privacy_acts where number = 3`;
    expect((await verifyActs(db, world.portfolioId, world.tools.keyed)).broken).toEqual({ number: 3, why: 'missing' });
  });
});

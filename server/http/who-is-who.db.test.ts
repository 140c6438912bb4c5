// People's words on who is who, over HTTP: merge, split, never, take back; claims and numbers given up.

import { randomUUID } from 'node:crypto';
import type { Contact, IdentityChange, Page, Problem, Role } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { story, threadsSeen } from '../testing/reading.ts';
import { message, moved, type Person, preference, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let home: World;
let world: World;
let app: App;
const keys = new Map<Role, string>();

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  home = await openWorld(db);
  app = await openApp(home);
  for (const role of ['admin', 'supervisor', 'agent', 'auditor'] as const) keys.set(role, await app.key(role));
});

beforeEach(async () => {
  world = await openWorld(db);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

interface Answer<T> {
  status: number;
  json: T;
}

async function ask<T = Problem>(
  call: string,
  body?: unknown,
  as: Role = 'supervisor',
  key?: string,
): Promise<Answer<T>> {
  const [method = 'GET', path = ''] = call.split(' ');
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${keys.get(as)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as T };
}

const say = async (call: string, body: object) => {
  const { status, json } = await ask<IdentityChange>(`POST ${call}`, { reason: 'asked them', ...body });
  expect({ status, json }).toMatchObject({ status: 200 });
  return json;
};

const ana: Person = { phone: '+15552000001', bsuid: 'US.1', name: 'Ana Prueba', username: 'ana.prueba' };
const shop: Person = { phone: '+15552000002', bsuid: 'US.2', name: 'Ana Shop' };
const old: Person = { phone: '+15552000003' };
const write = (who: Person, at: number) => message(who, { at, id: `w${at}-${randomUUID()}` }, text(`at ${at}`));

/** Contacts by the number they were first known by. */
async function known(): Promise<Contact[]> {
  const { json } = await ask<Page<Contact>>('GET /contacts?limit=200');
  const own = new Set(
    (await db.sql<{ id: string }[]>`select id from contacts where portfolio_id = ${world.portfolioId}`).map(
      (row) => row.id,
    ),
  );
  return json.data.filter((contact) => own.has(contact.id)).sort((a, b) => (a.firstSeenAt < b.firstSeenAt ? -1 : 1));
}

async function ids(): Promise<string[]> {
  return (await known()).map((contact) => contact.id);
}

async function three(): Promise<[string, string, string]> {
  await world.receive(write(ana, 10), write(shop, 20), write(old, 30));
  home.setTime(100);
  const [one = '', two = '', last = ''] = await ids();
  return [one, two, last];
}

/** Everything agents see but the cards that tell what people said. */
async function view(): Promise<unknown> {
  const contacts = (await known()).map(({ mergedFrom: _from, ...contact }) => contact);
  const threads = (await threadsSeen(db, world.portfolioId)).map(({ conversation, items }) => ({
    conversation,
    items: items.filter((item) => item.kind !== 'notice' || item.rule !== 'R30'),
  }));
  return { contacts, threads };
}

describe('a merge', () => {
  it('makes one contact of two, moves no message, and is told in both timelines', async () => {
    const [one, two] = await three();
    const before = await threadsSeen(db, world.portfolioId);
    const change = await say(`/contacts/${two}/merge`, { with: one });
    expect(change).toMatchObject({ applied: true, word: expect.any(String), refused: null });
    expect(change.before.map((made) => made.id).sort()).toEqual([one, two].sort());
    expect(change.after.map((made) => made.id)).toEqual([one]);
    expect(change.after[0]?.accounts.map((account) => account.id).sort()).toEqual([one, two].sort());
    expect(change.moves[0]).toBe('Ana Prueba (+1 555 200 0001) and Ana Shop (+1 555 200 0002) become one contact.');
    const after = await threadsSeen(db, world.portfolioId);
    const said = (seen: typeof after) =>
      seen.map(({ conversation, items }) => [
        conversation.id,
        items.filter((item) => item.kind === 'message').map((item) => item.id),
      ]);
    expect(said(after)).toEqual(said(before));
    const cards = after.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'notice' && item.rule === 'R30' ? [item.type] : [])),
    );
    expect(cards).toEqual(['contacts_merged', 'contacts_merged']);
    const contact = (await ask<Contact>(`GET /contacts/${two}`)).json;
    expect(contact).toMatchObject({ id: one, mergedFrom: [two] });
    expect(contact.accounts.map((account) => account.threads)).toEqual([1, 1]);
    await expectAsFolded(world);
  });

  it('warns of two in use, of different numbers, and of a stop that will hold for both', async () => {
    const [one, two] = await three();
    await world.receive(preference(shop, 'stop', { at: 40 }));
    const preview = await say(`/contacts/${one}/merge`, { with: two, dryRun: true });
    expect(preview.warnings.map((warning) => warning.code)).toEqual([
      'both_in_use',
      'different_numbers',
      'marketing_stopped',
    ]);
    expect(preview.warnings[0]?.title).toBe('Both are in use. Replies go on separately to each.');
    await say(`/contacts/${one}/merge`, { with: two });
    expect((await ask<Contact>(`GET /contacts/${one}`)).json.marketing).toBe('stopped');
  });

  it('that is a dry run writes nothing, and says what the merge then does', async () => {
    const [one, two] = await three();
    const counts = async () => {
      const tables = await db.sql<{ name: string }[]>`
        select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
      const all: Record<string, unknown> = {};
      for (const { name } of tables) {
        const rows = await db.sql.unsafe(
          `select count(*)::int as n, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash from ${name} t`,
        );
        all[name] = rows[0];
      }
      return all;
    };
    await ask('GET /me');
    const before = await counts();
    const preview = await say(`/contacts/${one}/merge`, { with: two, dryRun: true });
    await say(`/contacts/${one}/never-merge`, { with: two, dryRun: true });
    expect(await counts()).toEqual(before);
    expect(preview).toMatchObject({ applied: false, word: null });
    const change = await say(`/contacts/${one}/merge`, { with: two });
    expect({ ...change, applied: false, word: null }).toEqual(preview);
  });

  it('is refused where it would have no effect or may not be', async () => {
    const [one, two] = await three();
    const other = await openWorld(db);
    await other.receive(write(ana, 5));
    const [stranger] = await db.sql<
      { id: string }[]
    >`select id from contacts where portfolio_id = ${other.portfolioId}`;
    const refused = async (call: string, body: object) => {
      const dry = await ask<IdentityChange>(`POST ${call}`, { reason: 'asked them', ...body, dryRun: true });
      const real = await ask(`POST ${call}`, { reason: 'asked them', ...body });
      expect(dry.status, JSON.stringify(dry.json)).toBe(200);
      expect(real).toMatchObject({
        status: 409,
        json: { code: dry.json.refused?.code, detail: dry.json.refused?.title },
      });
      expect(dry.json).toMatchObject({ applied: false, word: null, moves: [], warnings: [] });
      return dry.json.refused;
    };
    expect(await refused(`/contacts/${one}/merge`, { with: one })).toMatchObject({ code: 'same_contact' });
    expect(await refused(`/contacts/${one}/merge`, { with: stranger?.id })).toMatchObject({ code: 'other_portfolio' });
    expect(await refused(`/contacts/${one}/split`, { account: one })).toMatchObject({ code: 'alone' });
    expect(await refused(`/contacts/${one}/split`, { account: two })).toMatchObject({ code: 'account_unknown' });
    expect(await refused(`/contacts/${one}/split`, { step: 'no such step' })).toMatchObject({ code: 'step_unknown' });
    expect(await refused(`/contacts/${one}/undo`, { word: randomUUID() })).toMatchObject({ code: 'word_unknown' });
    await say(`/contacts/${one}/never-merge`, { with: two });
    const never = await refused(`/contacts/${two}/merge`, { with: one });
    expect(never).toMatchObject({ code: 'never_merge' });
    expect(never?.title).toMatch(/^a supervisor said on 22 September 2026 /);
    expect(await refused(`/contacts/${two}/never-merge`, { with: one })).toMatchObject({ code: 'already_apart' });
    expect(await ids()).toContain(two);
    expect((await ask(`POST /contacts/${one}/merge`, { with: randomUUID(), reason: 'because' })).json.code).toBe(
      'contact_unknown',
    );
    expect((await ask(`POST /contacts/${randomUUID()}/merge`, { with: one, reason: 'because' })).status).toBe(404);
  });

  it('is done once for its key', async () => {
    const [one, two] = await three();
    const key = randomUUID();
    const body = { with: two, reason: 'asked them' };
    const first = await ask<IdentityChange>(`POST /contacts/${one}/merge`, body, 'supervisor', key);
    const again = await ask<IdentityChange>(`POST /contacts/${one}/merge`, body, 'supervisor', key);
    expect(first.json.applied).toBe(true);
    expect(again).toEqual(first);
    expect(await db.sql`select 1 from words where portfolio_id = ${world.portfolioId}`).toHaveLength(1);
    const other = await ask(
      `POST /contacts/${one}/undo`,
      { word: first.json.word, reason: 'changed our mind' },
      'supervisor',
      key,
    );
    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency_key_reused' } });
  });

  it('is for supervisors and administrators', async () => {
    const [one, two] = await three();
    for (const role of ['agent', 'auditor'] as const)
      for (const call of ['merge', 'split', 'never-merge', 'undo', 'give-up']) {
        const { status, json } = await ask(`POST /contacts/${one}/${call}`, { with: two, reason: 'asked' }, role);
        expect({ status, code: json.code }, `${role} ${call}`).toEqual({ status: 403, code: 'not_allowed' });
      }
    expect((await ask(`POST /contacts/${one}/claims`, { phone: '+15552000077' }, 'agent')).status).toBe(200);
    expect((await ask(`POST /contacts/${one}/claims`, { phone: '+15552000077' }, 'auditor')).status).toBe(403);
  });

  it('tells whoever is looking', async () => {
    const [one, two] = await three();
    await db.sql`delete from changes where portfolio_id = ${world.portfolioId}`;
    await say(`/contacts/${one}/merge`, { with: two });
    const told = await db.sql<{ kind: string; subject: string }[]>`
      select kind, subject_id as subject from changes where portfolio_id = ${world.portfolioId}`;
    const of = (kind: string) =>
      told
        .filter((row) => row.kind === kind)
        .map((row) => row.subject)
        .sort();
    expect(of('contact')).toEqual([one, two].sort());
    expect(of('conversation')).toHaveLength(2);
    expect(of('review')).toHaveLength(1);
  });
});

describe('taking back', () => {
  it('restores what was there before a merge, cards apart (I10)', async () => {
    const [one, two] = await three();
    const before = await view();
    const { word } = await say(`/contacts/${one}/merge`, { with: two });
    expect(await view()).not.toEqual(before);
    const undone = await say(`/contacts/${one}/undo`, { word });
    expect(undone.after.map((made) => made.id).sort()).toEqual([one, two].sort());
    expect(await view()).toEqual(before);
    const again = await ask(`POST /contacts/${one}/undo`, { word, reason: 'once more' });
    expect(again).toMatchObject({ status: 409, json: { code: 'taken_back' } });
    await say(`/contacts/${one}/undo`, { word: undone.word });
    expect((await ask<Contact>(`GET /contacts/${two}`)).json.id).toBe(one);
    await expectAsFolded(world);
  });

  it('of one of two merges leaves the other', async () => {
    const [one, two, last] = await three();
    const first = await say(`/contacts/${one}/merge`, { with: two });
    const pair = await view();
    const second = await say(`/contacts/${one}/merge`, { with: last });
    expect((await ask<Contact>(`GET /contacts/${last}`)).json.accounts).toHaveLength(3);
    await say(`/contacts/${one}/undo`, { word: second.word });
    expect(await view()).toEqual(pair);
    await say(`/contacts/${one}/undo`, { word: first.word });
    expect(await ids()).toEqual([one, two, last]);
  });

  it('in the middle of three leaves the last with those it was put to', async () => {
    const [one, two, last] = await three();
    const first = await say(`/contacts/${one}/merge`, { with: two });
    await say(`/contacts/${two}/merge`, { with: last });
    await say(`/contacts/${one}/undo`, { word: first.word });
    const made = (await known()).map((contact) => contact.accounts.map((account) => account.id).sort());
    expect(made.flat().sort()).toEqual([one, two, last].sort());
    expect(made).toHaveLength(2);
    await expectAsFolded(world);
  });
});

describe('a split', () => {
  it('takes one of three out, and is taken back', async () => {
    const [one, two, last] = await three();
    await say(`/contacts/${one}/merge`, { with: two });
    await say(`/contacts/${one}/merge`, { with: last });
    const all = await view();
    const { word, after } = await say(`/contacts/${one}/split`, { account: two });
    expect(after.map((made) => made.accounts.map((account) => account.id).sort()).sort()).toEqual(
      [[one, last].sort(), [two]].sort(),
    );
    expect((await ask<Contact>(`GET /contacts/${two}`)).json.id).toBe(two);
    await say(`/contacts/${two}/undo`, { word });
    expect(await view()).toEqual(all);
  });

  it('of the oldest leaves the others one contact, and every id answers', async () => {
    const [one, two, last] = await three();
    await say(`/contacts/${one}/merge`, { with: two });
    await say(`/contacts/${one}/merge`, { with: last });
    await say(`/contacts/${one}/split`, { account: one });
    const idOf = async (id: string) => (await ask<Contact>(`GET /contacts/${id}`)).json.id;
    expect([await idOf(one), await idOf(two), await idOf(last)]).toEqual([one, two, two]);
    await expectAsFolded(world);
  });

  const trace = async (rule: string) => {
    const { json } = await ask<{ holders: { evidence: { rule: string }[] }[] }>(
      `GET /contacts/${(await ids())[0]}/identity`,
      undefined,
      'admin',
    );
    expect(json.holders.flatMap((holder) => holder.evidence.map((one) => one.rule))).toContain(rule);
    const rows = await db.sql<
      { id: string }[]
    >`select id from evidence where portfolio_id = ${world.portfolioId} order by at desc limit 1`;
    return rows[0]?.id ?? '';
  };

  it('at the step where a number’s history was adopted gives each its own, for good', async () => {
    await world.receive(write({ phone: '+15552000009' }, 10));
    await world.receive(write({ phone: '+15552000009', bsuid: 'US.9' }, 20));
    const step = await trace('R10');
    const [one = ''] = await ids();
    const preview = await say(`/contacts/${one}/split`, { step, dryRun: true });
    expect(preview.after).toHaveLength(2);
    const { word, after } = await say(`/contacts/${one}/split`, { step });
    expect(after.map((made) => made.accounts.map(({ kind, threads }) => ({ kind, threads })))).toEqual(
      preview.after.map((made) => made.accounts.map(({ kind, threads }) => ({ kind, threads }))),
    );
    expect((await known()).map((contact) => contact.accounts.map((account) => account.kind))).toEqual([
      ['number'],
      ['account'],
    ]);
    expect(
      (await threadsSeen(db, world.portfolioId)).map(
        ({ items }) => items.filter((item) => item.kind === 'message').length,
      ),
    ).toEqual([1, 1]);
    await world.receive(write({ phone: '+15552000009', bsuid: 'US.9' }, 30));
    expect(await ids()).toHaveLength(2);
    await expectAsFolded(world);
    await say(`/contacts/${one}/undo`, { word });
    expect((await known()).map((contact) => contact.accounts.length)).toEqual([1]);
    const messages = (await threadsSeen(db, world.portfolioId)).map(({ items }) =>
      items.flatMap((item) => (item.kind === 'message' ? [item.summary] : [])),
    );
    expect(messages).toEqual([['at 10', 'at 20', 'at 30']]);
  });

  it('at the step where a rotation joined two tells them apart', async () => {
    await world.receive(write({ bsuid: 'US.5' }, 10), write({ bsuid: 'US.6' }, 20));
    expect(await ids()).toHaveLength(2);
    await world.receive(moved({ bsuid: 'US.5' }, { bsuid: 'US.6' }, { at: 25, id: 'm1' }));
    const [one = ''] = await ids();
    expect(await ids()).toHaveLength(1);
    const rows = await db.sql<
      { id: string }[]
    >`select id from evidence where portfolio_id = ${world.portfolioId} and kind = 'rotated'`;
    await say(`/contacts/${one}/split`, { step: rows[0]?.id });
    expect(await ids()).toHaveLength(2);
    await world.receive(moved({ bsuid: 'US.5' }, { bsuid: 'US.6' }, { at: 40, id: 'm2' }));
    expect(await ids()).toHaveLength(2);
    await expectAsFolded(world);
  });
});

describe('two accounts', () => {
  it('never share a contact without a word (I9), and never where one says never (I11)', async () => {
    const [one, two] = await three();
    await say(`/contacts/${one}/never-merge`, { with: two });
    await world.receive(
      moved({ bsuid: 'US.1' }, { bsuid: 'US.2' }, { at: 50, id: 'm1' }),
      write({ phone: '+15552000002', bsuid: 'US.1' }, 60),
      write({ phone: '+15552000001', bsuid: 'US.2' }, 70),
      write({ phone: '+15552000003', bsuid: 'US.3', parent: 'US.ENT.1' }, 80),
    );
    const shared = await db.sql`
      select contact_id from holders where portfolio_id = ${world.portfolioId} group by contact_id having count(*) > 1`;
    expect(shared).toEqual([]);
    expect((await ask<Contact>(`GET /contacts/${one}`)).json.id).toBe(one);
    expect((await ask<Contact>(`GET /contacts/${two}`)).json.id).toBe(two);
  });
});

describe('a claim', () => {
  it('joins nobody, and asks where the number is another person’s', async () => {
    const [one, two] = await three();
    const claimed = await ask<Contact>(`POST /contacts/${one}/claims`, { phone: '+1 (555) 200-0002' }, 'agent');
    expect(claimed).toMatchObject({ status: 200, json: { id: one, questions: 1 } });
    expect(await ids()).toContain(two);
    const kept = await db.sql<{ detail: { told: { actor: { name: string } } } }[]>`
      select detail from evidence where portfolio_id = ${world.portfolioId} and kind = 'claimed'`;
    expect(kept.map((row) => row.detail.told.actor.name)).toEqual(['a agent']);
    for (const [phone, code] of [
      ['MY.2035200694071263', 'phone_invalid'],
      ['+15550001111', 'own_number'],
    ] as const)
      expect(await ask(`POST /contacts/${one}/claims`, { phone }, 'agent')).toMatchObject({
        status: 422,
        json: { code },
      });
    await expectAsFolded(world);
  });
});

describe('a number given up', () => {
  it('is nobody’s from then on', async () => {
    const [one, two] = await three();
    const body = { phone: '+15552000001', reason: 'they told us' };
    expect(await ask(`POST /contacts/${two}/give-up`, body)).toMatchObject({
      status: 409,
      json: { code: 'not_theirs' },
    });
    const given = await ask<Contact>(`POST /contacts/${one}/give-up`, body);
    expect(given).toMatchObject({ status: 200, json: { id: one, phones: [{ role: 'changed' }] } });
    expect(given.json.phone).toBeUndefined();
    expect(await ask(`POST /contacts/${one}/give-up`, body)).toMatchObject({ status: 409 });
    await world.receive(write({ phone: '+15552000001' }, 900_000));
    expect(await ids()).toHaveLength(4);
    const stories = await story(db, world.portfolioId);
    expect(stories.join('\n')).toContain('was given up');
    await expectAsFolded(world);
  });
});

describe('a step', () => {
  it('where WhatsApp said that an account id became another is told apart too', async () => {
    await world.receive(
      write({ bsuid: 'US.5' }, 10),
      moved({ bsuid: 'US.5' }, { bsuid: 'US.6' }, { at: 20, id: 'm1' }),
    );
    await world.receive(write({ bsuid: 'US.6' }, 30));
    const [one = ''] = await ids();
    const step = await stepOf('rotated');
    expect(await ids()).toHaveLength(1);
    await say(`/contacts/${one}/split`, { step });
    expect(await ids()).toHaveLength(2);
    await expectAsFolded(world);
  });

  it('at which somebody was first seen joined nobody', async () => {
    await world.receive(write(ana, 10));
    const [one = ''] = await ids();
    const answer = await ask(`POST /contacts/${one}/split`, { step: await stepOf('seen-together'), reason: 'asked' });
    expect(answer).toMatchObject({ status: 409, json: { code: 'step_unknown' } });
  });
});

async function stepOf(kind: string): Promise<string> {
  const rows = await db.sql<{ id: string }[]>`
    select id from evidence where portfolio_id = ${world.portfolioId} and kind = ${kind} order by at desc limit 1`;
  return rows[0]?.id ?? '';
}

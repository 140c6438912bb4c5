import { randomUUID } from 'node:crypto';
import type { Explanation } from '@throughline/contract';
import { type ContactId, defaultPolicy } from '@throughline/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { openApp } from '../testing/app.ts';
import { epoch } from '../testing/names.ts';
import { person } from '../testing/people.ts';
import { message, moved, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { contactById, listContacts } from './contacts.ts';
import { explanationOf } from './explanation.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  world = await openWorld(db);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

let sent = 0;
const say = (who: string, at: number) => message(person(who), { at, id: `w-${++sent}` }, text('hello'));

/** By what agents see: a phone, a username. */
async function contactOf(shown: string): Promise<string> {
  const { data } = await listContacts(db, within(inEnglish, world.portfolioId), { q: shown, limit: 5 });
  const found = data.find((one) => one.identifier.value === shown) ?? data[0];
  if (!found) throw new Error(`nobody is shown as ${shown}`);
  return found.id;
}

async function explain(id: string, more: { asOf?: number; with?: string } = {}): Promise<Explanation> {
  const asked = async (one: string) => {
    const found = await contactById(db, within(inEnglish, world.portfolioId), one);
    if (!found) throw new Error('nobody has that id');
    return { id: one, found };
  };
  return await explanationOf(
    db,
    {
      about: await asked(id),
      asOf: more.asOf === undefined ? undefined : epoch + more.asOf * 1000,
      with: more.with === undefined ? undefined : await asked(more.with),
    },
    defaultPolicy,
  );
}

/** As if it had come then: arrival is stamped by the database. */
async function arrivedAt(wamid: string, at: number): Promise<void> {
  const when = new Date(epoch + at * 1000);
  await db.sql`
    update evidence set received_at = ${when}::timestamptz
    where portfolio_id = ${world.portfolioId} and id = ${world.tools.keyed(wamid)}`;
}

const titles = (steps: Explanation['steps']) => steps.map((step) => `${step.rule} ${step.title}`);
const phone = '+15552000001';
const shown = '+1 555 200 0001';

describe('an explanation', () => {
  it('tells how a number came to be an account, step by step, and which step can be undone', async () => {
    await world.receive(say('P1', 10));
    await arrivedAt(`w-${sent}`, 12);
    await world.receive(say('P1 B1 @ana', 30));
    const answer = await explain(await contactOf(phone));
    expect(titles(answer.steps)).toEqual([
      `R3 ${shown} was met, from an account WhatsApp did not name.`,
      `R10 ${shown} turned out to be this WhatsApp account.`,
    ]);
    const [began, adopted] = answer.steps;
    expect(adopted?.detail).toContain('so the history is theirs');
    expect([began?.tellApart, adopted?.tellApart]).toEqual([false, true]);
    expect(began?.at).toBe(new Date(epoch + 10_000).toISOString());
    expect(began?.receivedAt).toBe(new Date(epoch + 12_000).toISOString());
    expect(answer.accounts).toMatchObject([
      { kind: 'account', threads: 1, phones: [{ value: phone, role: 'current' }] },
    ]);
    expect(adopted?.accountId).toBe(answer.accounts[0]?.id);
    expect(answer).toMatchObject({ known: true, asOf: null, said: [], comparison: null });
  });

  it('answers who this was thought to be before a late fact came', async () => {
    await world.receive(say('P1 B1', 9));
    await arrivedAt(`w-${sent}`, 10);
    await world.receive(say('P2 B2', 19));
    await arrivedAt(`w-${sent}`, 20);
    await world.receive(moved(person('P1 B1'), person('P2 B2'), { at: 18, id: 'w-moved' }));
    await arrivedAt('w-moved', 50);
    const id = await contactOf('+15552000002');
    expect((await explain(id)).steps.some((step) => step.type === 'number_changed')).toBe(true);
    const then = await explain(id, { asOf: 30 });
    expect(then).toMatchObject({ known: true, contactId: id, displayName: shown });
    expect(titles(then.steps)).toEqual([`R8 ${shown} and a WhatsApp account were met together.`]);
    const before = await explain(id, { asOf: 5 });
    expect(before).toMatchObject({ known: false, accounts: [], steps: [], displayName: 'Nobody known yet' });
  });

  it('says why two are not one: the number is in new hands, or nothing ever connected them', async () => {
    await world.receive(say('P1 B1 @ana', 10), say('P1 B2', 20), say('P3 B3', 30));
    const [ana, newcomer, other] = [await contactOf('ana'), await contactOf(phone), await contactOf('+15552000003')];
    const { comparison } = await explain(newcomer, { with: ana });
    expect(comparison).toMatchObject({ same: false, title: 'They are kept apart.', with: { id: ana } });
    expect(comparison?.because.map((step) => step.type)).toContain('kept_apart');
    expect(comparison?.because.some((step) => step.title === 'Kept apart from Somebody.')).toBe(true);
    expect((await explain(newcomer, { with: other })).comparison).toMatchObject({
      same: false,
      title: 'Nothing ever connected them.',
      because: [],
    });
  });

  it('says why two ids are one: the join of two that were known apart', async () => {
    await world.receive(say('B1 @ana', 10), say('P1', 20));
    const [ana, number] = [await contactOf('ana'), await contactOf(phone)];
    await world.receive(say('P1 B1 @ana', 30));
    const { comparison } = await explain(ana, { with: number });
    expect(comparison).toMatchObject({ same: true, title: 'They are one person.' });
    expect(comparison?.because.map((step) => [step.type, step.tellApart])).toEqual([['joined', true]]);
  });

  it('says who put two together, by the ids they had before', async () => {
    await world.receive(say('B1 @ana', 10), say('P2 B2', 20));
    const [ana, other] = [await contactOf('ana'), await contactOf('+15552000002')];
    const app = await openApp(world);
    try {
      const merged = await fetch(`${app.url}/api/v1/contacts/${ana}/merge`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await app.key('supervisor')}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ with: other, reason: 'they told me' }),
      });
      expect(merged.status).toBe(200);
    } finally {
      await app.close();
    }
    const answer = await explain(ana, { with: other });
    expect(answer.accounts).toHaveLength(2);
    expect(answer.said).toMatchObject([{ type: 'merge', reason: 'they told me', stands: true }]);
    expect(answer.comparison).toMatchObject({ same: true });
    expect(answer.comparison?.because.map((step) => step.title)).toEqual([
      'a supervisor put two people together as one.',
    ]);
  });

  it('compares nobody across portfolios', async () => {
    await world.receive(say('P1 B1', 10));
    const mine = await contactById(db, within(inEnglish, world.portfolioId), await contactOf(phone));
    const there = await openWorld(db);
    await there.receive(say('P1 B1', 10));
    const [theirs] = (await listContacts(db, within(inEnglish, there.portfolioId), { limit: 1 })).data;
    const other = await contactById(db, inEnglish, theirs?.id ?? '');
    if (!mine || !other) throw new Error('somebody is missing');
    const about = { id: mine.contact.id, found: mine };
    const answer = await explanationOf(db, { about, with: { id: other.contact.id, found: other } }, defaultPolicy);
    expect(answer.comparison).toMatchObject({ same: false, because: [] });
    expect(answer.comparison?.title).toContain('different portfolios');
  });

  it('lists what people said, and whether it stands', async () => {
    await world.receive(say('P1 B1', 10));
    const id = await contactOf(phone);
    const [row] = await db.sql<{ neighborhood_id: string }[]>`
      select neighborhood_id from holders where portfolio_id = ${world.portfolioId} and own_contact_id = ${id as ContactId}`;
    const [merge, undo] = [randomUUID(), randomUUID()];
    const about = { kind: 'bsuid', value: 'US.1' };
    for (const [word, kind, detail] of [
      [merge, 'never-merge', { a: about, b: { kind: 'bsuid', value: 'US.9' } }],
      [undo, 'undo', { word: merge, about: [about] }],
    ] as const)
      await db.sql`
        insert into words (portfolio_id, id, neighborhood_id, at, kind, actor_id, actor_name, reason, detail)
        values (${world.portfolioId}, ${word}, ${row?.neighborhood_id ?? ''}::uuid, ${new Date(epoch + (kind === 'undo' ? 9 : 5))}::timestamptz,
                ${kind}, 'u1', 'Sam', 'they told me', ${JSON.stringify(detail)}::jsonb)`;
    const { said } = await explain(id);
    expect(said.map((one) => [one.type, one.by, one.stands])).toEqual([
      ['never-merge', 'Sam', false],
      ['undo', 'Sam', false],
    ]);
    expect(said[0]?.title).toBe('Sam marked two people as never the same.');
  });

  it('of somebody with thousands of steps lists the first and the last, and says how many it left out', async () => {
    const days = Array.from({ length: 300 }, (_, n) => say(n % 2 ? 'P1 B1' : 'P1 B2', 10 + n));
    await world.receive(...days);
    const answer = await explain(await contactOf(phone));
    expect(answer.steps).toHaveLength(200);
    expect(answer.stepsLeftOut).toBeGreaterThan(0);
    expect(answer.steps[0]?.type).toBe('began');
  });
});

describe('GET /contacts/{id}/explanation', () => {
  it('answers an agent, without any account id, and nobody of another portfolio', async () => {
    await world.receive(say('P1', 10), say('P1 B1 PB1 @ana', 20), say('P1 B2', 30), say('B1 PB1 @ana', 40));
    const app = await openApp(world);
    try {
      const [ana, newcomer] = [await contactOf('ana'), await contactOf(phone)];
      const get = async (path: string, key: string) => {
        const answer = await fetch(`${app.url}/api/v1/contacts/${path}`, {
          headers: { authorization: `Bearer ${key}` },
        });
        return { status: answer.status, body: await answer.text() };
      };
      const agent = await app.key('agent', [world.portfolioId]);
      const { status, body } = await get(`${ana}/explanation?with=${newcomer}`, agent);
      expect(status).toBe(200);
      expect(body).not.toMatch(/US\.|wamid|w-\d/);
      expect(JSON.parse(body)).toMatchObject({ contactId: ana, comparison: { same: false } });
      const asOf = encodeURIComponent(new Date(epoch).toISOString());
      expect((await get(`${ana}/explanation?asOf=${asOf}`, agent)).status).toBe(200);
      expect((await get(`${ana}/explanation?asOf=yesterday`, agent)).status).toBe(400);
      expect((await get(`${ana}/explanation?with=${randomUUID()}`, agent)).status).toBe(404);
      const stranger = await app.key('agent', [(await openWorld(db)).portfolioId]);
      expect((await get(`${ana}/explanation`, stranger)).status).toBe(404);
    } finally {
      await app.close();
    }
  });
});

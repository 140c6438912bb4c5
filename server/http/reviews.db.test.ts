// Questions about who is who, listed and answered; and the policy people are decided under.

import { randomUUID } from 'node:crypto';
import type { Contact, Page, Policy, Problem, Review, ReviewAction, Role } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { noFigures } from '../figures.ts';
import { decideOutdated } from '../jobs/check-identities.ts';
import { type App, openApp } from '../testing/app.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { message, type Person, text } from '../testing/webhooks.ts';
import { openWorld, policy, silent, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let home: World;
let world: World;
let app: App;
let key: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  home = await openWorld(db);
  home.setTime(3600);
  app = await openApp(home);
});

beforeEach(async () => {
  world = await openWorld(db);
  key = await app.key('admin', [world.portfolioId]);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function ask<T = Problem>(call: string, body?: unknown, as: Role | 'own' = 'own', once?: string) {
  const [method = 'GET', path = ''] = call.split(' ');
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${as === 'own' ? key : await app.key(as, [world.portfolioId])}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(once && { 'idempotency-key': once }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as T };
}

const day = 86_400;
const write = (who: Person, at: number) => message(who, { at, id: `w${at}-${randomUUID()}` }, text(`at ${at}`));
const open = async (state = 'open') => (await ask<Page<Review>>(`GET /reviews?state=${state}`)).json.data;
const settle = (id: string | undefined, action: ReviewAction, once?: string) =>
  ask<Review>(`POST /reviews/${id}/settle`, { action, reason: 'asked them' }, 'own', once);
const contacts = async () => (await ask<Page<Contact>>('GET /contacts')).json.data;

const ana: Person = { phone: '+15552000001', bsuid: 'US.1', name: 'Ana' };
const ben: Person = { phone: '+15552000001', bsuid: 'US.2', name: 'Ben' };

describe('a question', () => {
  it('says who it is about, what led to it and what may be answered', async () => {
    await world.receive(write(ana, 10), write(ana, 20), write(ben, 100));
    const [review] = await open();
    expect(review).toMatchObject({
      state: 'open',
      type: 'recycled_number',
      rule: 'R12',
      title: 'Is Ben the same person as Ana, who had +1 555 200 0001 before?',
      phone: '+15552000001',
      contact: { displayName: 'Ben' },
      other: { displayName: 'Ana' },
    });
    expect(review?.evidence.map(({ title }) => title)).toEqual([
      '+1 555 200 0001 was first seen with Ana.',
      'Ana last wrote from +1 555 200 0001.',
      '+1 555 200 0001 came with another WhatsApp account.',
    ]);
    expect(review?.actions.map(({ action }) => action)).toEqual(['same', 'different']);
    expect((await contacts()).map(({ displayName, questions }) => `${displayName} ${questions}`).sort()).toEqual([
      'Ana 1',
      'Ben 1',
    ]);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(/^throughline_reviews_open [1-9]/m);
  });

  it('answered with "same" makes one contact, once for its key; taking that back asks again', async () => {
    await world.receive(write(ana, 10), write(ben, 100));
    const [review] = await open();
    const once = randomUUID();
    const settled = await settle(review?.id, 'same', once);
    expect(settled).toMatchObject({ status: 200, json: { id: review?.id, state: 'settled', actions: [] } });
    expect(await settle(review?.id, 'same', once)).toEqual(settled);
    expect(await settle(review?.id, 'same')).toMatchObject({ status: 409, json: { code: 'settled_before' } });
    const [one, ...others] = await contacts();
    expect([one?.accounts.length, others.length, one?.questions]).toEqual([2, 0, 0]);
    expect([await open(), (await open('settled')).map(({ id }) => id)]).toEqual([[], [review?.id]]);
    const [word] = await db.sql<{ id: string; reason: string }[]>`
      select id, reason from words where portfolio_id = ${world.portfolioId}`;
    expect(word?.reason).toBe('asked them');
    await ask(`POST /contacts/${one?.id}/undo`, { word: word?.id, reason: 'a mistake' });
    expect((await open()).map(({ id }) => id)).toEqual([review?.id]);
    expect(await contacts()).toHaveLength(2);
    await expectAsFolded(world);
  });

  it('answered with "different" stands against a later merge', async () => {
    await world.receive(write(ana, 10), write(ben, 100));
    const [review] = await open();
    expect((await settle(review?.id, 'different')).json.state).toBe('settled');
    const [one, other] = await contacts();
    const merge = await ask(`POST /contacts/${one?.id}/merge`, { with: other?.id, reason: 'asked them' });
    expect(merge).toMatchObject({ status: 409, json: { code: 'never_merge' } });
  });

  it('is answered only with what fits it', async () => {
    await world.receive(
      write({ bsuid: 'US.1', phone: '+15552000001' }, 10),
      write({ bsuid: 'US.1', phone: '+15552000002' }, 20),
    );
    const [review] = await open();
    expect(review).toMatchObject({ type: 'unattested_number_change', other: null, actions: [{ action: 'right' }] });
    const wrong = await settle(review?.id, 'same');
    expect(wrong).toMatchObject({ status: 422, json: { code: 'action_not_offered', allowed: ['right'] } });
    expect((await settle(review?.id, 'right')).json.state).toBe('settled');
    expect(await open()).toEqual([]);
  });

  it('whether two accounts under one parent are one person: right keeps them, different tells them apart', async () => {
    const [first, second] = [
      write({ bsuid: 'US.1', parent: 'US.ENT.1' }, 10),
      write({ bsuid: 'US.2', parent: 'US.ENT.1' }, 20),
    ];
    await world.receive(first, second);
    const [review] = await open();
    expect(review).toMatchObject({ type: 'missing_rotation', other: null });
    expect(review?.actions.map(({ action }) => action)).toEqual(['right', 'different']);
    const settled = await settle(review?.id, 'different');
    expect(settled).toMatchObject({ status: 200, json: { id: review?.id, state: 'settled' } });
    expect(await contacts()).toHaveLength(2);
    expect(await open()).toEqual([]);
    await expectAsFolded(world);
  });

  it('that came of a claim is answered like any other', async () => {
    await world.receive(write(ana, 10), write({ phone: '+15552000002', bsuid: 'US.3', name: 'Cem' }, 20));
    const all = await contacts();
    const cem = all.find(({ displayName }) => displayName === 'Cem');
    await ask(`POST /contacts/${cem?.id}/claims`, { phone: '+15552000001' });
    const [review] = await open();
    expect(review).toMatchObject({
      type: 'claimed_number',
      title: 'Is Cem the same person as Ana, who has +1 555 200 0001?',
    });
    await settle(review?.id, 'same');
    expect(await contacts()).toHaveLength(1);
  });

  it('is listed page by page, and is for those who may', async () => {
    for (let i = 0; i < 5; i++)
      await world.receive(
        write({ phone: `+1555200010${i}`, bsuid: `US.1${i}` }, 10 + i),
        write({ phone: `+1555200010${i}`, bsuid: `US.2${i}` }, 100 + i),
      );
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<Review> = (await ask<Page<Review>>(`GET /reviews?limit=2${cursor && `&cursor=${cursor}`}`)).json;
      seen.push(...page.data.map(({ at }) => at));
      cursor = page.next;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...seen].sort().reverse());
    const [review] = await open();
    expect((await ask('GET /reviews', undefined, 'agent')).status).toBe(403);
    expect((await ask('GET /reviews', undefined, 'privacy_officer')).status).toBe(200);
    const settling = await ask(
      `POST /reviews/${review?.id}/settle`,
      { action: 'same', reason: 'asked' },
      'privacy_officer',
    );
    expect(settling.status).toBe(403);
    const elsewhere = await app.key('admin', [home.portfolioId]);
    const headers = { authorization: `Bearer ${elsewhere}` };
    expect(await (await fetch(`${app.url}/api/v1/reviews`, { headers })).json()).toEqual({ data: [], next: null });
  });
});

describe('the policy', () => {
  const number = '+15552000001';
  const decide = async () => {
    const checking = { db, policy, tools: world.tools, log: silent, figures: noFigures() };
    for (let left = 1; left > 0; )
      left = await decideOutdated(checking, { passedOver: new Set(), wakeInbox: () => {} });
  };

  it('is explained, and reaches everybody when it is changed', async () => {
    await world.receive(write({ phone: number }, -100 * day));
    await world.receive(write({ phone: number, bsuid: 'US.1' }, 0));
    expect((await contacts()).map((contact) => contact.accounts.map(({ kind }) => kind))).toEqual([['account']]);
    const before = (await ask<Policy>('GET /policy')).json;
    expect(before).toMatchObject({
      portfolioId: world.portfolioId,
      adoptionLimitDays: 365,
      strict: false,
      joinOnSharedNumber: false,
      acrossPortfolios: 'apart',
      readReceipts: true,
      joinLimits: { parts: 5, phones: 8 },
      deciding: 0,
    });
    expect(before.explained.map(({ setting }) => setting)).toEqual([
      'adoptionLimitDays',
      'strict',
      'joinOnSharedNumber',
      'acrossPortfolios',
      'readReceipts',
      'joinLimits',
    ]);
    const changed = await ask<Policy>('PUT /policy', { strict: true });
    expect(changed).toMatchObject({ status: 200, json: { strict: true, adoptionLimitDays: 365, deciding: 1 } });
    await decide();
    expect((await ask<Policy>('GET /policy')).json.deciding).toBe(0);
    expect(await contacts()).toHaveLength(2);
    await ask('PUT /policy', { strict: false });
    await decide();
    expect(await contacts()).toHaveLength(1);
  });

  it('holds for what comes from then on', async () => {
    await ask('PUT /policy', { adoptionLimitDays: 10 });
    await world.receive(write({ phone: number }, 0));
    await world.receive(write({ phone: number, bsuid: 'US.1' }, 11 * day));
    expect(await contacts()).toHaveLength(2);
    expect((await ask<Policy>('GET /policy')).json.deciding).toBe(0);
  });

  it('keeps every choice with who made it, and nothing where nothing changed', async () => {
    await ask('PUT /policy', { strict: true });
    await ask('PUT /policy', { strict: true });
    await ask('PUT /policy', { acrossPortfolios: 'related' });
    const rows = await db.sql`
      select number, actor_name as by, strict, across_portfolios as across from policies
      where portfolio_id = ${world.portfolioId} order by number`;
    expect(rows).toEqual([
      { number: 1, by: 'a admin', strict: true, across: 'apart' },
      { number: 2, by: 'a admin', strict: true, across: 'related' },
    ]);
  });

  it('is read by everybody and changed by administrators, each portfolio by itself', async () => {
    for (const role of ['agent', 'supervisor', 'privacy_officer'] as const) {
      expect((await ask('GET /policy', undefined, role)).status, role).toBe(200);
      expect((await ask('PUT /policy', { strict: true }, role)).status, role).toBe(403);
    }
    const headers = { authorization: `Bearer ${await app.key('admin')}` };
    const several = await fetch(`${app.url}/api/v1/policy`, { headers });
    expect([several.status, ((await several.json()) as Problem).code]).toEqual([422, 'portfolio_needed']);
    const named = await fetch(`${app.url}/api/v1/policy?portfolio=${home.portfolioId}`, { headers });
    expect(((await named.json()) as Policy).strict).toBe(false);
    expect((await ask(`GET /policy?portfolio=${home.portfolioId}`)).status).toBe(404);
  });
});

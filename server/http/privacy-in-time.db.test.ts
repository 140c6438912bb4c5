// Requests over the clock: reminded of before they are late, a code where WhatsApp takes no free message, and records that go in their time.

import type { PrivacyDueCounts, PrivacyRequestDetail, Problem } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { tendPrivacy } from '../jobs/tend-privacy.ts';
import { type App, openApp } from '../testing/app.ts';
import { epoch } from '../testing/names.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key: string;
const day = 86_400;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  world = await openWorld(db);
  app = await openApp(world);
  key = await app.key('privacy_officer');
  await world.receive(
    message({ phone: '+14155552671', bsuid: 'US.anna1', name: 'Anna' }, { at: 1, id: 'wamid.a1' }),
    message({ bsuid: 'US.ben1', name: 'Ben', username: 'ben.only' }, { at: 1, id: 'wamid.b1' }),
  );
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function call<T>(route: string, body?: object) {
  const [method = 'GET', path = ''] = route.split(' ');
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

const record = async (subject: string, body: object = {}) =>
  (await call<PrivacyRequestDetail>('POST /privacy/requests', { kind: 'access', subject, ...body })).body;
const shown = async (id: string) => await call<PrivacyRequestDetail>(`GET /privacy/requests/${id}`);
const tend = async () => await tendPrivacy({ db, tools: world.tools });
const acts = async (id: string) =>
  (await shown(id)).body.timeline.map(({ act, detail }) => `${act} ${detail.urgency ?? ''}`.trim());
const changesOf = async (id: string) =>
  (await db.sql`select from changes where kind = 'privacy' and subject_id = ${id}`).length;

describe('a request that nobody answers', () => {
  it('is reminded of a week before it is due and once it is late, each once, and desks are told', async () => {
    world.setTime(0);
    const { id } = await record('+14155552671');
    const due = async () => (await call<PrivacyDueCounts>('GET /privacy/due')).body;
    await tend();
    expect([await acts(id), await due()]).toEqual([['recorded'], { late: 0, soon: 0, waiting: 0 }]);
    const before = await changesOf(id);
    world.setTime(24 * day);
    for (const _twice of [1, 2]) await tend();
    expect([await acts(id), await due()]).toEqual([['recorded', 'reminded soon'], { late: 0, soon: 1, waiting: 0 }]);
    world.setTime(31 * day);
    for (const _twice of [1, 2]) await tend();
    expect(await acts(id)).toEqual(['recorded', 'reminded soon', 'reminded late']);
    expect(await due()).toEqual({ late: 1, soon: 0, waiting: 0 });
    expect(await changesOf(id)).toBe(before + 2);
    await call(`POST /privacy/requests/${id}/extend`);
    expect(await due()).toEqual({ late: 0, soon: 0, waiting: 0 });
    await call(`POST /privacy/requests/${id}/refuse`, { reason: 'not_proven' });
  });
});

describe('a request that is over', () => {
  it('is kept for 24 months, and then its record goes; what was done stays in the chain', async () => {
    world.setTime(31 * day);
    const { id } = await record('+14155552671');
    const open = await record('+14155552671');
    await call(`POST /privacy/requests/${id}/cancel`);
    world.setTime(31 * day + 729 * day);
    await tend();
    expect((await shown(id)).status).toBe(200);
    world.setTime(31 * day + 732 * day);
    await tend();
    expect((await shown(id)).status).toBe(404);
    expect((await shown(open.id)).status).toBe(200);
    expect((await db.sql`select from privacy_acts where request_id = ${id}`).length).toBe(2);
    await call(`POST /privacy/requests/${open.id}/cancel`);
  });
});

describe('a code, more than 24 hours after the person wrote', () => {
  const sendCode = async (id: string) =>
    await call<PrivacyRequestDetail & Problem>(`POST /privacy/requests/${id}/verify/code`);

  it('says what to do where no authentication template is approved', async () => {
    world.setTime(3 * day);
    const { id } = await record('+14155552671');
    const refused = await sendCode(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'privacy_code_window_closed']);
    expect(refused.body.detail).toContain('authentication template');
  });

  it('goes by an approved authentication template, in the language of the person', async () => {
    await addTemplate('login_code', 'en_US', 'approved');
    await addTemplate('login_code', 'pt_BR', 'approved');
    await addTemplate('paused_code', 'pt_BR', 'paused');
    const { id } = await record('+14155552671', { language: 'pt' });
    expect((await sendCode(id)).body).toMatchObject({ state: 'verifying', code: { attemptsLeft: 5 } });
    const [sent] = await db.sql<{ said: { template: { name: string; language: { code: string }; values: object } } }[]>`
      select raw -> 'said' as said from messages where type = 'template' order by at desc limit 1`;
    const { name, language, values } = sent?.said.template ?? {};
    expect([name, language]).toEqual(['login_code', { code: 'pt_BR' }]);
    const [code] = Object.values(values ?? {});
    const proven = await call<PrivacyRequestDetail>(`POST /privacy/requests/${id}/verify`, { code });
    expect(proven.body).toMatchObject({ state: 'verified', proof: { by: 'code' } });
  });

  it('says that it needs a number where the person shows none', async () => {
    const { id } = await record('@ben.only');
    const refused = await sendCode(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'privacy_code_needs_phone']);
  });
});

async function addTemplate(name: string, language: string, status: string): Promise<void> {
  const definition = {
    ...{ id: `${name}.${language}`, name, language, category: 'AUTHENTICATION', status: status.toUpperCase() },
    components: [
      { type: 'BODY', text: '*{{1}}* is your verification code.', example: { body_text: [['123456']] } },
      {
        type: 'BUTTONS',
        buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
      },
    ],
  };
  await db.sql`
    insert into templates (portfolio_id, id, waba_id, meta_id, name, language, category, status, quality, definition, words, observed_at)
    values (${world.portfolioId}, ${world.tools.newId()}, ${world.wabaId}, ${`${name}.${language}`}, ${name}, ${language},
            'authentication', ${status}, 'unknown', ${JSON.stringify(definition)}::text::jsonb, ${name}, ${new Date(epoch)})`;
}

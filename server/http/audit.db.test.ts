// What is done through the doors stands in the audit log, and what stands there stays.

import { type AuditEntry, type Contact, type Conversation, type Page, type Problem, Role } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { append } from '../audit/store.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  world.setTime(3600);
  app = await openApp(world);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function ask<T>(call: string, { body, as = 'admin' }: { body?: object; as?: Role } = {}) {
  const [method = 'GET', path = ''] = call.split(' ');
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await app.key(as)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as T };
}

const found = async (query: string) => (await ask<Page<AuditEntry>>(`GET /audit?${query}`)).json.data;
const ana = {
  kind: 'user',
  id: 'b7d1c0de-0000-4000-8000-00000000a0a0',
  name: 'Ana Prueba',
  role: 'supervisor',
} as const;
const note = (act: 'role_changed' | 'user_suspended', name: string) =>
  inTransaction(db, (tx) =>
    append(tx, { actor: { ...ana, address: '192.0.2.7' }, act, subject: { kind: 'user', id: `of ${name}`, name } }),
  );

describe('an act', () => {
  it('is written down with who did it, from where, and to whom: customers by their ids alone', async () => {
    await world.receive(
      message({ phone: '+15552000001', name: 'Berta Buyer' }, { at: 1, id: 'w1' }, text('hello')),
      message({ bsuid: 'US.2', name: 'Berta Buyer' }, { at: 2, id: 'w2' }, text('hello again')),
    );
    const { json: contacts } = await ask<Page<Contact>>('GET /contacts');
    const [one, other] = contacts.data;
    const body = { with: other?.id, reason: 'Berta told me herself' };
    expect((await ask(`POST /contacts/${one?.id}/merge`, { body, as: 'supervisor' })).status).toBe(200);
    const [entry] = await found(`subject=${one?.id}`);
    expect(entry).toMatchObject({
      act: 'contacts_merged',
      actor: { kind: 'key', name: 'a supervisor', role: 'supervisor' },
      address: '127.0.0.1',
      subject: { kind: 'contact', id: one?.id, name: null },
      portfolio: world.portfolioId,
      detail: { with: other?.id },
    });
    expect(JSON.stringify(await found('limit=200'))).not.toMatch(/Berta|15552000001|US\.2/);
  });

  it('on a tag or a field says what was changed of it, and nothing where nothing was', async () => {
    const tag = await ask<{ id: string }>('POST /tags', { body: { name: 'Wholesale', color: 'teal' } });
    expect(tag.status).toBe(201);
    const patch = (body: object) => ask(`PATCH /tags/${tag.json.id}`, { body });
    await patch({ name: 'Trade' });
    await patch({ name: 'Trade', color: 'teal' });
    await patch({ archived: true });
    const size = { subject: 'contact', name: 'Frame size', kind: 'choice', choices: [{ label: 'S' }] };
    const field = await ask<{ id: string }>('POST /fields', { body: size });
    expect(field.status).toBe(201);
    await ask(`PATCH /fields/${field.json.id}`, { body: { required: true, choices: [{ label: 'M' }] } });
    const told = async (id: string) =>
      (await found(`subject=${id}`))
        .map(({ act, subject, detail }) => ({ act, name: subject?.name, detail }))
        .reverse();
    expect(await told(tag.json.id)).toEqual([
      { act: 'tag_created', name: 'Wholesale', detail: {} },
      { act: 'tag_changed', name: 'Trade', detail: { changed: ['name'], before: 'Wholesale' } },
      { act: 'tag_changed', name: 'Trade', detail: { changed: ['archived'] } },
    ]);
    expect(await told(field.json.id)).toEqual([
      { act: 'field_created', name: 'Frame size', detail: {} },
      { act: 'field_changed', name: 'Frame size', detail: { changed: ['choices', 'required'] } },
    ]);
  });

  it('that was refused, or only tried out, is not', async () => {
    const { json: contacts } = await ask<Page<Contact>>('GET /contacts');
    const [one] = contacts.data;
    const before = await found('limit=200');
    await ask(`POST /contacts/${one?.id}/merge`, { body: { with: one?.id, reason: 'a mistake' } });
    await ask(`POST /contacts/${one?.id}/split`, { body: { step: 'x', reason: 'only looking', dryRun: true } });
    expect(await found('limit=200')).toEqual(before);
  });

  it('is there exactly when what it tells of is', async () => {
    const refused = inTransaction(db, async (tx) => {
      await append(tx, { actor: ana, act: 'user_suspended', subject: { kind: 'user', id: 'undone' } });
      throw new Error('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    expect(await found('subject=undone')).toEqual([]);
  });

  it('is refused where its detail could be a text', async () => {
    const long = inTransaction(db, (tx) =>
      append(tx, { actor: ana, act: 'role_changed', detail: { role: 'x'.repeat(600) } }),
    );
    await expect(long).rejects.toThrow('too long');
  });
});

describe('the log', () => {
  it('lets nothing be changed or removed, by whatever statement', async () => {
    await note('role_changed', 'Carla');
    for (const statement of [
      'update audit_entries set actor_name = null',
      'delete from audit_entries',
      'delete from audit_entries where false',
      'truncate audit_entries',
    ])
      await expect(db.sql.unsafe(statement), statement).rejects.toThrow('append-only');
    expect((await found('q=carla')).length).toBe(1);
  });

  it('is searched by act, kind of act, who, whom and time, and pages from the newest', async () => {
    for (const name of ['Dora', 'Elsa', 'Fina']) await note('role_changed', name);
    await note('user_suspended', 'Elsa');
    const subjects = async (query: string) => (await found(query)).map((one) => `${one.act} ${one.subject?.name}`);
    expect(await subjects('act=user_suspended')).toEqual(['user_suspended Elsa']);
    expect(await subjects('q=els')).toEqual(['user_suspended Elsa', 'role_changed Elsa']);
    expect(await subjects('q=prueba&limit=2')).toEqual(['user_suspended Elsa', 'role_changed Fina']);
    expect(await subjects('q=%25')).toEqual([]);
    expect((await subjects(`area=people&actor=${ana.id}`)).length).toBe(5);
    expect(await subjects(`area=keys&actor=${ana.id}`)).toEqual([]);
    const all = await found(`actor=${ana.id}`);
    const [newest] = all;
    const since = all.filter((one) => one.at >= (newest?.at ?? ''));
    expect(await found(`actor=${ana.id}&from=${newest?.at}`)).toEqual(since);
    expect(await found(`actor=${ana.id}&to=${newest?.at}`)).toEqual(all.filter((one) => !since.includes(one)));
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const { json }: { json: Page<AuditEntry> } = await ask(
        `GET /audit?actor=${ana.id}&limit=2${next === null ? '' : `&cursor=${next}`}`,
      );
      seen.push(...json.data.map((one) => one.subject?.name ?? ''));
      next = json.next;
    } while (next !== null);
    expect(seen).toEqual(['Elsa', 'Fina', 'Elsa', 'Dora', 'Carla']);
  });

  it('is read by administrators, privacy officers and auditors alone', async () => {
    const allowed = [];
    for (const as of Role.options) if ((await ask('GET /audit', { as })).status === 200) allowed.push(as);
    expect(allowed).toEqual(['admin', 'privacy_officer', 'auditor']);
    expect((await ask<Problem>('GET /audit.csv', { as: 'agent' })).json.code).toBe('not_allowed');
  });

  it('shows a key of some portfolios what was done in them, and nothing beyond', async () => {
    const other = await openWorld(db);
    const headers = { authorization: `Bearer ${await app.key('auditor', [other.portfolioId])}` };
    const answer = await fetch(`${app.url}/api/v1/audit`, { headers });
    expect(((await answer.json()) as Page<Conversation>).data).toEqual([]);
  });

  it('is taken away as CSV and as JSON Lines, and that is an act too', async () => {
    await note('role_changed', '=SUM(A1)');
    const headers = { authorization: `Bearer ${await app.key('auditor')}` };
    const csv = await fetch(`${app.url}/api/v1/audit.csv?actor=${ana.id}`, { headers });
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="audit-log.csv"');
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines[0]).toBe(
      'number,at,act,meaning,actor_kind,actor_id,actor_name,actor_role,address,subject_kind,subject_id,subject_name,portfolio,detail',
    );
    expect(lines[1]).toContain(
      `,role_changed,Somebody was given another role.,user,${ana.id},Ana Prueba,supervisor,192.0.2.7,`,
    );
    expect(lines[1]).toContain("'=SUM(A1)");
    expect(lines.length).toBe(7);
    const jsonl = await fetch(`${app.url}/api/v1/audit.jsonl?actor=${ana.id}`, { headers });
    const entries = (await jsonl.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEntry);
    expect(entries).toEqual(await found(`actor=${ana.id}`));
    expect((await found('act=exported')).map((one) => one.detail)).toEqual([
      { what: 'audit_log', format: 'jsonl', filters: ['actor'] },
      { what: 'audit_log', format: 'csv', filters: ['actor'] },
    ]);
  });
});

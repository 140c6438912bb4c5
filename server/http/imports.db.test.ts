import type { Field, Import, ImportMapping, ImportRow } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { detachWithMark } from '../flows/begin-erasure.ts';
import { eraseDetached } from '../flows/erase-subject.ts';
import { stepImports } from '../jobs/step-imports.ts';
import { type App, openApp } from '../testing/app.ts';
import { message, moved, text } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let admin = '';
const fields: Record<string, string> = {};

const ana = { phone: '+351912000001', bsuid: 'PT.1', name: 'Ana' };
const hidden = { bsuid: 'PT.2', name: 'Bea', username: 'bea.lists' };
const moving = { phone: '+351912000003', bsuid: 'PT.3', name: 'Rui' };
const erased = { phone: '+351912000004', bsuid: 'PT.4', name: 'Eva' };

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  app = await openApp(world);
  admin = await app.key('admin');
  await world.receive(
    ...[ana, hidden, moving, erased].map((who, n) => message(who, { at: n + 1, id: `i${n}` }, text('Olá'))),
  );
  await world.receive(
    moved(
      { phone: moving.phone, bsuid: moving.bsuid },
      { phone: '+351912000033', bsuid: 'PT.33' },
      { at: 20, id: 'm1' },
    ),
  );
  world.setTime(1_000);
  for (const [name, kind] of [
    ['CRM', 'text'],
    ['E-mail', 'text'],
    ['Born', 'date'],
  ] as const)
    fields[name] = (await call<Field>('POST', '/fields', { subject: 'contact', name, kind })).body.id;
  await eraseEva();
});
afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function eraseEva(): Promise<void> {
  const { portfolioId, tools } = world;
  const id = tools.newId();
  const [row] = await db.sql<{ id: never }[]>`
    select holder_id as id from names where portfolio_id = ${portfolioId} and value = ${erased.bsuid}`;
  const ledger = { append: async () => {} } as never;
  await inTransaction(db, (tx) =>
    detachWithMark(tx, { portfolioId, id, holders: row ? [row.id] : [], ledger }, { policy, tools }),
  );
  await eraseDetached(db, portfolioId, id);
}

async function call<T = Import>(method: string, path: string, body?: unknown, by = admin) {
  const csv = typeof body === 'string';
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${by}`,
      ...(body !== undefined && { 'content-type': csv ? 'text/csv' : 'application/json' }),
    },
    ...(body !== undefined && { body: csv ? body : JSON.stringify(body) }),
  });
  const said = await answer.text();
  return { status: answer.status, body: (said === '' ? undefined : JSON.parse(said)) as T & { code?: string } };
}

async function settled(id: string): Promise<Import> {
  while ((await stepImports({ db, policy, tools: world.tools })) > 0);
  return (await call('GET', `/imports/${id}`)).body;
}

const rowsOf = async (id: string) =>
  (await call<{ data: ImportRow[] }>('GET', `/imports/${id}/rows?limit=200`)).body.data;
const judged = async (id: string) =>
  (await rowsOf(id)).map(({ outcome, reason, ofLine }) =>
    [outcome, reason ?? ofLine].filter((one) => one !== null).join(' '),
  );
const people = async () =>
  (
    await db.sql<
      { count: number }[]
    >`select count(*)::int as count from contacts where portfolio_id = ${world.portfolioId}`
  )[0]?.count;
const contact = async (q: string) =>
  (
    await call<{
      data: {
        id: string;
        displayName: string;
        tags: { name: string }[];
        values: { field: string; value: string }[];
        marketing: unknown;
      }[];
    }>('GET', `/contacts?q=${encodeURIComponent(q)}`)
  ).body.data;

const list = `\ufeffCustomer;Telemóvel;CRM;E-mail;Born;Tags;Newsletter;Username
Ana from the CRM;912 000 001;c-1;ana@example.com;28.11.1990;VIP, Lisbon;no;
Bea;;c-2;bea@example.com;;;;@bea.lists
Rui;912000003;c-3;;;;;
Eva;+351 912 000 004;c-4;;;;;
Nova;00351912000005;c-5;nova@example.com;1985-01-31;VIP;yes;
Nova again;912 000 005;c-55;;;;;
Wrong;12;c-6;;;;;
Short;9,12E+08;c-7;;;;;
Day;912000008;c-8;;31.13.2020;;;
Own;+15550001111;c-9;;;;;
Nobody;;;;;;;
`;

describe('a list', () => {
  let id = '';

  it('has its columns guessed by head and by what stands in them, and corrected by whoever brings it', async () => {
    const { status, body } = await call('POST', '/imports?name=crm.csv', list);
    expect([status, body.state, body.rows]).toEqual([201, 'mapping', 11]);
    id = body.id;
    expect(body.columns[1]).toEqual({
      header: 'Telemóvel',
      samples: ['912 000 001', '', '912000003', '+351 912 000 004', '00351912000005'],
    });
    expect(body.mapping.columns).toEqual([
      null,
      { kind: 'phone' },
      { kind: 'field', field: fields.CRM },
      { kind: 'field', field: fields['E-mail'] },
      { kind: 'field', field: fields.Born },
      { kind: 'tags' },
      { kind: 'opt_in' },
      { kind: 'username' },
    ]);
    const mapping: ImportMapping = { ...body.mapping, country: 'PT', createTags: true };
    mapping.columns[0] = { kind: 'name' };
    mapping.columns[2] = { kind: 'external_id', field: fields.CRM ?? '' };
    expect((await call('PATCH', `/imports/${id}`, { mapping: { ...mapping, columns: [] } })).body.code).toBe(
      'import_columns',
    );
    expect((await call('PATCH', `/imports/${id}`, { mapping })).body.mapping).toEqual(mapping);
  });

  it('is looked at without changing anything, and says of each row what would be and why not', async () => {
    const before = await people();
    await call('POST', `/imports/${id}/check`, {});
    const { state, counts, reasons } = await settled(id);
    expect([state, counts]).toEqual(['checked', { created: 1, updated: 1, unchanged: 0, skipped: 9 }]);
    expect(await judged(id)).toEqual([
      'updated',
      'skipped username_only',
      'skipped number_changed_hands',
      'skipped erased',
      'created',
      'skipped double',
      'skipped invalid_phone',
      'skipped invalid_phone',
      'skipped invalid_value',
      'skipped own_number',
      'skipped no_identifier',
    ]);
    expect(reasons.find(({ reason }) => reason === 'invalid_phone')?.rows).toBe(2);
    expect(await people()).toBe(before);
  });

  it('is carried out: a number nobody has becomes known, people keep the name WhatsApp shows, nobody erased comes back', async () => {
    const before = (await people()) ?? 0;
    expect((await call('POST', `/imports/${id}/run`, {})).status).toBe(202);
    expect((await settled(id)).state).toBe('done');
    expect(await people()).toBe(before + 1);
    const [anaNow] = await contact('912000001');
    expect(anaNow).toMatchObject({ displayName: 'Ana', marketing: 'stopped' });
    expect(anaNow?.tags.map(({ name }) => name).sort()).toEqual(['Lisbon', 'VIP']);
    expect(anaNow?.values.map(({ value }) => value).sort()).toEqual(['1990-11-28', 'ana@example.com', 'c-1']);
    const [nova] = await contact('912000005');
    expect(nova).toMatchObject({ displayName: 'Nova', marketing: 'unset' });
    expect(await contact('912000004')).toEqual([]);
    const report = await fetch(`${app.url}/api/v1/imports/${id}/report.csv`, {
      headers: { authorization: `Bearer ${admin}` },
    });
    expect((await report.text()).split('\r\n')[6]).toMatch(/^7,skipped,double,6,/);
  });

  it('changes nothing the second time, also where half of it was cut off', async () => {
    const { body } = await call('POST', '/imports', list);
    const mapping = (await call('GET', `/imports/${id}`)).body.mapping;
    await call('PATCH', `/imports/${body.id}`, { mapping });
    await call('POST', `/imports/${body.id}/check`, {});
    const { counts } = await settled(body.id);
    expect(counts).toEqual({ created: 0, updated: 0, unchanged: 2, skipped: 9 });
    const before = await people();
    await call('POST', `/imports/${body.id}/run`, {});
    await settled(body.id);
    expect(await people()).toBe(before);
  });
});

describe('rows over the API', () => {
  const bring = async (rows: object[], more: object = {}) => {
    const { body } = await call('POST', '/imports', { rows, externalIdField: fields.CRM, country: 'PT', ...more });
    return { id: body.id, done: await settled(body.id), judged: await judged(body.id) };
  };

  it('are carried out at once; people without a number are found by external id, and by username where that was asked for', async () => {
    const email = fields['E-mail'] ?? '';
    const bea = { username: 'Bea.Lists', externalId: 'c-2', fields: { [email]: 'bea@example.com' } };
    expect((await bring([bea])).judged).toEqual(['skipped username_only']);
    expect((await bring([bea], { byUsername: true })).judged).toEqual(['updated']);
    expect((await bring([{ externalId: 'c-2', marketing: false }])).judged).toEqual(['updated']);
    expect((await bring([{ externalId: 'c-2', marketing: false }])).judged).toEqual(['unchanged']);
    const [found] = await contact('bea.lists');
    expect(found).toMatchObject({ displayName: 'Bea', marketing: 'stopped' });
  });

  it('join nobody: number and external id of two people are a conflict, and an id of two is nobody’s', async () => {
    expect((await bring([{ phone: ana.phone, externalId: 'c-2' }])).judged).toEqual(['skipped conflict']);
    expect((await bring([{ externalId: 'c-404' }])).judged).toEqual(['skipped not_found']);
    expect((await bring([{ phone: ana.phone, tags: ['New'] }])).judged).toEqual(['skipped unknown_tag']);
    const [one] = await contact('912000001');
    expect(one?.values.map(({ value }) => value)).toContain('c-1');
  });

  it('can be tried first, are done once per key, and never move a number that somebody holds', async () => {
    const before = await people();
    const tried = await bring([{ phone: '912000009', name: 'Zé' }], { dryRun: true });
    expect([tried.done.state, tried.judged, await people()]).toEqual(['checked', ['created'], before]);
    const ask = () =>
      fetch(`${app.url}/api/v1/imports`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${admin}`,
          'content-type': 'application/json',
          'idempotency-key': 'one list only',
        },
        body: JSON.stringify({ rows: [{ phone: '+351912000009', name: 'Zé' }] }),
      }).then(async (answer) => (await answer.json()) as Import);
    expect((await ask()).id).toBe((await ask()).id);
    while ((await stepImports({ db, policy, tools: world.tools })) > 0);
    const leases = await db.sql<{ count: number }[]>`
      select count(*)::int as count from leases where portfolio_id = ${world.portfolioId} and key like '%912000001'`;
    expect([await people(), leases[0]?.count]).toEqual([(before ?? 0) + 1, 1]);
    // Whoever answers from it is the same person: the number was known, and now their account is too.
    await world.receive(message({ phone: '+351912000009', bsuid: 'PT.9', name: 'José' }, { at: 2_000, id: 'z1' }));
    expect(await people()).toBe((before ?? 0) + 1);
    expect((await contact('912000009'))[0]?.displayName).toBe('José');
  });

  it('go with the person they are of, looked at or not', async () => {
    const { body } = await call('POST', '/imports', 'phone,name\n912 000 001,Ana\n912000099,Other\n');
    const { portfolioId, tools } = world;
    const [row] = await db.sql<
      { id: never }[]
    >`select holder_id as id from names where portfolio_id = ${portfolioId} and value = ${ana.bsuid}`;
    const erasure = tools.newId();
    const ledger = { append: async () => {} } as never;
    await inTransaction(db, (tx) =>
      detachWithMark(tx, { portfolioId, id: erasure, holders: row ? [row.id] : [], ledger }, { policy, tools }),
    );
    await eraseDetached(db, portfolioId, erasure);
    expect((await rowsOf(body.id)).map(({ cells }) => cells[1])).toEqual(['Other']);
    const left = await db.sql<{ count: number }[]>`
      select count(*)::int as count from import_rows where portfolio_id = ${portfolioId} and array_to_string(cells, ' ') like '%000%001%'`;
    expect(left[0]?.count).toBe(0);
  });

  it('are for supervisors, developers and administrators', async () => {
    for (const role of ['agent', 'auditor', 'privacy_officer'] as const)
      expect((await call('POST', '/imports', { rows: [{ phone: ana.phone }] }, await app.key(role))).status).toBe(403);
    expect((await call('POST', '/imports', { rows: [] })).body.code).toBe('invalid_request');
  });
});

it('puts off a list that cannot be gone on with, and goes on with the next', async () => {
  const one = (name: string) => ({ rows: [{ phone: '+351 912 000 070', name }], country: 'PT', run: true });
  await db.sql`alter table contacts add constraint no_poison check (display_name is distinct from 'poison')`;
  const poisoned = (await call('POST', '/imports', one('poison'))).body.id;
  const next = (await call('POST', '/imports', { ...one('Ida'), rows: [{ phone: '+351 912 000 071', name: 'Ida' }] }))
    .body.id;
  const step = () => stepImports({ db, policy, tools: world.tools });
  expect(await step()).toBe(1);
  let failed = 0;
  for (let n = 0; n < 12; n++) await step().catch(() => (failed += 1));
  expect(failed).toBe(1);
  expect((await call('GET', `/imports/${next}`)).body.state).toBe('done');
  expect((await call('GET', `/imports/${poisoned}`)).body.state).toBe('running');
  await db.sql`alter table contacts drop constraint no_poison`;
  world.setTime(2_000);
  expect((await settled(poisoned)).state).toBe('done');
});

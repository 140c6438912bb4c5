import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { code, named, orderUpdate, products } from '../../whatsapp/templates-samples.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import type { SyncRun } from '../templates/syncs.ts';
import { openWorld, type World } from '../testing/world.ts';
import { tell } from '../words/say.ts';
import { inEnglish } from '../words/viewer.ts';
import { fillTemplate } from './fill-template.ts';
import { saveTemplateListing } from './save-template-listing.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let earlier: Date;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
});
beforeEach(async () => {
  world = await openWorld(db);
  earlier = new Date(Date.now() - 3_600_000);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const minute = 60_000;
const after = (minutes: number) => new Date(earlier.getTime() + minutes * minute);
const list = (observedAt: Date, page: readonly unknown[], last = true) => {
  const run: SyncRun = { portfolioId: world.portfolioId, wabaId: world.wabaId, observedAt };
  return inTransaction(db, (tx) => saveTemplateListing(tx, run, { page, last }, world.tools));
};
const news = (field: string, at: Date, value: Record<string, unknown>) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: world.wabaId,
      time: Math.floor(at.getTime() / 1000),
      changes: [
        {
          field,
          value: {
            message_template_id: Number(orderUpdate.id),
            message_template_name: 'order_update',
            message_template_language: 'en-US',
            ...value,
          },
        },
      ],
    },
  ],
});
const state = (event: string, at: Date, more = {}) => news('message_template_status_update', at, { event, ...more });
const saved = async () =>
  await db.sql<
    { id: string; name: string; status: string; quality: string; category: string; reason: string | null }[]
  >`
    select id, name, status, quality, category, reason from templates where portfolio_id = ${world.portfolioId} order by name`;
const statusNow = async () => (await saved()).find(({ name }) => name === 'order_update')?.status;
const counts = async () => {
  const [row] = await db.sql<{ applied: number; repeated: number; kept: number; parked: number }[]>`
    select sum(applied)::int as applied, sum(repeated)::int as repeated, sum(kept)::int as kept, sum(parked)::int as parked
    from inbox where portfolio_id = ${world.portfolioId}`;
  return row;
};
const wanted = async () => {
  const [row] = await db.sql<{ soon: boolean }[]>`
    select wanted_at < now() + interval '1 minute' as soon from template_syncs where portfolio_id = ${world.portfolioId}`;
  return row?.soon ?? false;
};

describe('a listing', () => {
  it('keeps the id of a template that is edited, and of one that is written again under its name', async () => {
    await list(earlier, [orderUpdate, named]);
    const before = await saved();
    await list(after(1), [{ ...orderUpdate, id: '77', category: 'MARKETING' }, named]);
    expect(await saved()).toEqual(
      before.map((one) => (one.name === 'order_update' ? { ...one, category: 'marketing' } : one)),
    );
  });

  it('marks what it does not name as deleted, but only with its last page', async () => {
    await list(earlier, [orderUpdate, named]);
    await list(after(1), [named], false);
    expect(await statusNow()).toBe('approved');
    await list(after(2), [named]);
    expect(await statusNow()).toBe('deleted');
    await list(after(3), [orderUpdate, named]);
    expect(await statusNow()).toBe('approved');
  });

  it('that began before a webhook came does not undo what it told', async () => {
    await list(earlier, [orderUpdate]);
    await world.receive(state('PAUSED', new Date()));
    await list(after(1), [orderUpdate]);
    expect(await statusNow()).toBe('paused');
    await list(new Date(Date.now() + minute), [orderUpdate]);
    expect(await statusNow()).toBe('approved');
  });

  it('takes templates with NUL and half surrogates, twice the same, and strange ones', async () => {
    const odd = { ...orderUpdate, name: 'odd', components: [{ type: 'BODY', text: 'a\u0000b\ud800' }] };
    expect(await list(earlier, [odd, odd, null, { id: 'x' }, products])).toBe(3);
    expect((await saved()).map(({ name }) => name)).toEqual(['catalog', 'odd']);
  });

  it('tells desks only where something changed', async () => {
    const changes = async () => {
      const [row] = await db.sql<{ count: number }[]>`
        select count(*)::int as count from changes where portfolio_id = ${world.portfolioId} and kind = 'template'`;
      return row?.count;
    };
    await list(earlier, [orderUpdate]);
    await list(after(1), [orderUpdate]);
    expect(await changes()).toBe(1);
    await list(after(2), [{ ...orderUpdate, status: 'DISABLED' }]);
    expect(await changes()).toBe(2);
  });
});

describe('a webhook about a template', () => {
  it('changes its state at once, with why, and has the list read again soon', async () => {
    await list(earlier, [orderUpdate]);
    await world.receive(
      state('PAUSED', new Date(), { other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours.' } }),
    );
    expect((await saved())[0]).toMatchObject({ status: 'paused', reason: 'Paused for 3 hours.' });
    expect(await wanted()).toBe(true);
    expect(await counts()).toEqual({ applied: 1, repeated: 0, kept: 0, parked: 0 });
  });

  it('counts as repeated when it comes again, and changes nothing when it comes late', async () => {
    await list(earlier, [orderUpdate]);
    const [early, late] = [new Date(Date.now() - 10 * minute), new Date()];
    await world.receive(state('APPROVED', late));
    await world.receive(state('PAUSED', late));
    await world.receive(state('PAUSED', late), state('DISABLED', early));
    expect(await statusNow()).toBe('paused');
    expect(await counts()).toMatchObject({ applied: 1, repeated: 3 });
  });

  it('from before the last listing changes nothing: the list knew it', async () => {
    await list(new Date(Date.now() - minute), [orderUpdate]);
    await world.receive(state('PAUSED', new Date(Date.now() - 2 * minute)));
    expect(await statusNow()).toBe('approved');
    expect(await wanted()).toBe(true);
  });

  it('in one batch and out of order ends in the latest', async () => {
    await list(earlier, [orderUpdate]);
    const now = Date.now();
    await world.receive(state('PAUSED', new Date(now)), state('DISABLED', new Date(now - 5 * minute)));
    expect(await statusNow()).toBe('paused');
  });

  it('tells quality and category', async () => {
    await list(earlier, [orderUpdate]);
    await world.receive(
      news('message_template_quality_update', new Date(), {
        previous_quality_score: 'GREEN',
        new_quality_score: 'RED',
      }),
      news('template_category_update', new Date(), { previous_category: 'UTILITY', new_category: 'MARKETING' }),
    );
    expect((await saved())[0]).toMatchObject({ quality: 'red', category: 'marketing', status: 'approved' });
    expect(await wanted()).toBe(false);
  });

  it('of a change that is announced for later leaves the category as it is', async () => {
    await list(earlier, [orderUpdate]);
    await world.receive(
      news('template_category_update', new Date(), { new_category: 'UTILITY', correct_category: 'MARKETING' }),
    );
    expect((await saved())[0]).toMatchObject({ category: 'utility' });
  });

  it('about new words, or a template not known here, has the list read again soon', async () => {
    await list(earlier, [named]);
    await world.receive(state('APPROVED', new Date()));
    expect(await wanted()).toBe(true);
    expect(await counts()).toMatchObject({ applied: 1 });
    await db.sql`update template_syncs set wanted_at = now() + interval '1 day' where portfolio_id = ${world.portfolioId}`;
    await world.receive(news('message_template_components_update', new Date(), { message_template_element: 'Hi' }));
    expect(await wanted()).toBe(true);
  });

  it('that names no template is kept as it came', async () => {
    await world.receive(
      news('message_template_status_update', new Date(), { message_template_id: null, message_template_name: null }),
    );
    expect(await counts()).toEqual({ applied: 0, repeated: 0, kept: 1, parked: 0 });
  });

  it('is of its own portfolio only', async () => {
    await list(earlier, [orderUpdate]);
    const other = await openWorld(db);
    await other.receive({
      ...state('PAUSED', new Date()),
      entry: state('PAUSED', new Date()).entry.map((entry) => ({ ...entry, id: other.wabaId })),
    });
    expect(await statusNow()).toBe('approved');
  });
});

describe('filling a template', () => {
  const values = { 'header.1': 'a', 'body.1': 'b', 'body.2': 'c', 'body.3': 'd', 'button.1': 'e' };
  const ask = { name: 'order_update', language: 'en_US' };
  const fill = (more: Partial<Parameters<typeof fillTemplate>[2]>, how?: Parameters<typeof fillTemplate>[3]) =>
    fillTemplate(db, world, { ...ask, ...more }, how);

  it('gives what goes to Meta and how it reads', async () => {
    await list(earlier, [orderUpdate]);
    expect(await fill({ values })).toMatchObject({
      kind: 'filled',
      category: 'utility',
      components: [{ type: 'header' }, { type: 'body' }, { type: 'button' }],
      text: { body: 'Hello b, your order c comes on d. Thank you, b!' },
    });
  });

  it('refuses what lacks a value, also where the caller built the components', async () => {
    await list(earlier, [orderUpdate]);
    expect(await fill({ values: { ...values, 'body.2': '' } })).toEqual({
      kind: 'template_values_missing',
      problems: [{ slot: 'body.2', problem: 'Body, 2 is missing.' }],
    });
    expect(await fill({ components: [] })).toMatchObject({ kind: 'template_values_missing' });
    expect(await fill({})).toMatchObject({ kind: 'template_values_missing' });
  });

  it('refuses one that is not approved, saying since when and why', async () => {
    await list(earlier, [orderUpdate]);
    await world.receive(state('PAUSED', new Date(), { other_info: { description: 'Paused for 3 hours.' } }));
    const outcome = await fill({ values });
    expect(outcome.kind === 'template_not_sendable' && tell(inEnglish, outcome.why)).toMatch(
      /paused it on .* Paused for 3 hours\./,
    );
    expect(await fill({ components: [] })).toMatchObject({ kind: 'template_not_sendable' });
  });

  it('refuses a code for somebody known by account only', async () => {
    await list(earlier, [code]);
    const login = { name: 'login_code', values: { 'body.1': '482916' } };
    expect(await fill(login, { reach: 'account' })).toEqual({ kind: 'needs_phone' });
    expect(await fill(login, { reach: 'phone' })).toMatchObject({ kind: 'filled' });
  });

  it('does not know one of another name, language or account; and lets it through where the components are there', async () => {
    await list(earlier, [orderUpdate]);
    expect(await fill({ language: 'fr', values })).toEqual({ kind: 'template_unknown', languages: ['en_US'] });
    expect(await fill({ name: 'other', values })).toEqual({ kind: 'template_unknown', languages: [] });
    expect(await fillTemplate(db, await openWorld(db), { ...ask, values })).toMatchObject({ kind: 'template_unknown' });
    expect(await fill({ name: 'other', components: [{ type: 'body' }] })).toEqual({
      kind: 'unchecked',
      components: [{ type: 'body' }],
    });
  });

  it('refuses a file of the wrong kind', async () => {
    await list(earlier, [
      {
        ...orderUpdate,
        components: [
          { type: 'HEADER', format: 'IMAGE' },
          { type: 'BODY', text: 'x' },
        ],
      },
    ]);
    const id = '0190a1b2-0000-7000-8000-000000000001';
    expect(await fill({ values: { 'header.media': id } }, { fileKinds: new Map([[id, 'video']]) })).toMatchObject({
      kind: 'template_values_missing',
      problems: [{ slot: 'header.media' }],
    });
  });
});

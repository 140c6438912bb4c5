// A customer with a value of its own in every place that may hold something personal, so that a search can say what is left of them.
// Who they are comes by webhooks, as it does in life; what the map marks beyond that is written into the rows they have.

import { randomUUID } from 'node:crypto';
import { inTransaction } from '../db/connect.ts';
import { type Row, readRows } from '../db/data-map/walk.ts';
import type { Canary } from '../db/residue/forms.ts';
import { dataMap } from '../flows/data-map.ts';
import { mergeContacts } from '../flows/merge-contacts.ts';
import { splitContact } from '../flows/split-contact.ts';
import { packCrowded } from '../jobs/pack-evidence.ts';
import type { Subject } from '../subject.ts';
import { defaultNumber, epoch } from './names.ts';
import { call, envelope, message, moved, type Person, preference, status, text } from './webhooks.ts';
import { policy, type World } from './world.ts';

/** Before and after a change of number; the account lives on. */
export const ada = {
  first: {
    phone: '+2348031230001',
    bsuid: 'NG.71000000000000000001',
    name: 'Adaeze Canaryfirst',
    username: 'ada.canary.one',
  },
  later: {
    phone: '+2348031230002',
    bsuid: 'NG.71000000000000000002',
    parent: 'NG.ENT.7100000000000003',
    name: 'Adaeze Canarythen',
    username: 'ada.canary.two',
  },
  /** A second account somebody put together with hers, and took apart again. */
  second: { bsuid: 'NG.71000000000000000004', name: 'Adaeze Canarysecond', username: 'ada.canary.three' },
} as const satisfies Record<string, Person>;

export const ben: Person = {
  phone: '+15552007777',
  bsuid: 'US.82000000000000000001',
  name: 'Ben Bystander',
  username: 'ben.by',
};

const wamidOf = (phone: string, id: string) =>
  `wamid.${Buffer.from(`\u001c\u0015\u0002\u0000\u0018\r${phone.slice(1)}\u0015\u0002\u0000\u0012\u0018${id}\u0000`, 'latin1').toString('base64')}`;

/** Values that come by webhooks, or stand where no planting reaches. */
const fixed = new Map([
  ['campaigns.file samples', 'sample-canary-0815'],
  ['words.reason', 'merge-reason-canary'],
  ['saved_cards.emails', 'ada@canary-mail.example'],
  ['message_words.words', 'zanzikanariword'],
  ['notes.words', 'zanzikanarinote'],
  ['early_statuses.errors', 'error-canary-0817'],
  ['calls.call_id', 'wacid.callcanary0001'],
  ['evidence.detail', 'keyhash-canary-4711'],
  ['media.meta_id', 'meta-canary-0821'],
  ['media.claimed_type', 'claimed-canary-0822'],
  ['media.declared_hash', 'declared-canary-0823'],
  ['media.filename', 'file-canary-0824.jpg'],
  ['parked.detail', 'detail-canary-0830'],
]);

/** What the search looks for, by what it is. */
export function canariesOfAda(values: ReadonlyMap<string, string>): Canary[] {
  const people = Object.entries(ada).flatMap(([when, { name, bsuid, username, ...more }]) => [
    { label: `${when} name`, kind: 'text' as const, value: name },
    { label: `${when} account`, kind: 'text' as const, value: bsuid },
    { label: `${when} username`, kind: 'text' as const, value: username },
    ...('phone' in more ? [{ label: `${when} phone`, kind: 'phone' as const, value: more.phone }] : []),
    ...('parent' in more ? [{ label: `${when} parent`, kind: 'text' as const, value: more.parent }] : []),
  ]);
  return [...people, ...[...values].map(([label, value]) => ({ label, kind: 'text' as const, value }))];
}

/** Her life here, and Ben's beside it. Answers her accounts, and the one with most of it. */
export async function liveAda(world: World): Promise<{ holders: string[]; main: string }> {
  const { first, later, second } = ada;
  const say = (who: Person, at: number, content = text(`said at ${at}`)) =>
    message(who, { at, id: wamidOf(who.phone ?? first.phone, `${at}`.padStart(32, 'A')) }, content);
  const cardOf = (phone: string, name: string) => ({
    type: 'contacts',
    contacts: [
      { name: { formatted_name: name, first_name: name }, phones: [{ phone, wa_id: phone.slice(1), type: 'CELL' }] },
    ],
  });
  const image = {
    type: 'image',
    image: { id: 'media-canary-1', mime_type: 'image/jpeg', sha256: 'x', caption: 'a caption' },
  };
  await world.receive(say({ phone: first.phone, name: first.name }, 1), say(first, 2), say(first, 3, image));
  await world.receive(
    ...Array.from({ length: 90 }, (_, i) => say(first, 10 + i)),
    say(first, 120, cardOf('+15552009999', 'Cyd Stranger')),
    say(first, 125, text('zanzikanariword')),
    call(first, { at: 130, id: 'wacid.callcanary0001' }),
    call(first, { at: 160, id: 'wacid.callcanary0001' }, 12),
    preference(first, 'stop', { at: 170 }),
  );
  while ((await packCrowded({ db: world.db, tools: world.tools, wakeInbox: () => {} })) > 0);
  await world.receive(
    moved(first, later, { at: 200, id: 'moved-1' }),
    say(later, 210),
    say({ ...later, phone: undefined as never }, 220),
  );
  await world.receive(
    say(second, 230),
    say(ben, 240),
    say(ben, 250, cardOf(later.phone, later.name)),
    status(
      'failed',
      { at: 260, id: wamidOf(later.phone, 'B'.repeat(32)) },
      { to: later, errors: [{ code: 131000, title: 'error-canary-0817' }] },
    ),
  );
  // Two people in one webhook, a kind of webhook nobody knows, and one that cannot be read.
  await world.receive(
    envelope({
      contacts: [
        { profile: { name: later.name }, wa_id: later.phone.slice(1) },
        { profile: { name: ben.name }, wa_id: ben.phone?.slice(1) },
      ],
      messages: [
        {
          from: later.phone.slice(1),
          from_user_id: later.bsuid,
          id: 'w-two-1',
          timestamp: String(epoch / 1000 + 270),
          ...text('one of two'),
        },
        {
          from: ben.phone?.slice(1),
          from_user_id: ben.bsuid,
          id: 'w-two-2',
          timestamp: String(epoch / 1000 + 271),
          ...text('two of two'),
        },
      ],
    }),
    envelope(
      { strange: [{ wa_id: later.phone.slice(1), user_id: later.bsuid, timestamp: String(epoch / 1000 + 280) }] },
      'strange_news',
    ),
    {
      object: 'whatsapp_business_account',
      entry: [
        {
          id: world.wabaId,
          changes: [
            {
              field: 'messages',
              value: {
                metadata: { phone_number_id: defaultNumber },
                messages: [{ type: 'text', user_id: later.bsuid }],
              },
            },
          ],
        },
      ],
    },
  );
  await mergeAndSplit(world);
  const rows = await world.db.sql<{ id: string; isMain: boolean }[]>`
    select holder_id as id, bool_or(value = ${ada.later.bsuid}) as "isMain" from names
    where portfolio_id = ${world.portfolioId} and value = any(${Object.values(ada).map(({ bsuid }) => bsuid)}::text[]) group by holder_id`;
  return { holders: rows.map(({ id }) => id), main: rows.find(({ isMain }) => isMain)?.id ?? '' };
}

async function mergeAndSplit({ db, portfolioId, tools }: World): Promise<void> {
  const contactOf = async (bsuid: string) => {
    const [row] = await db.sql<{ id: string; own: string }[]>`
      select h.contact_id as id, h.own_contact_id as own from names n join holders h on h.portfolio_id = n.portfolio_id and h.id = n.holder_id
      where n.portfolio_id = ${portfolioId} and n.value = ${bsuid}`;
    if (!row) throw new Error(`nobody has ${bsuid}`);
    return row;
  };
  const saying = {
    portfolioId,
    policy,
    tools,
    dryRun: false,
    actor: { id: 'u1', name: 'Sam Supervisor' },
    reason: 'merge-reason-canary',
  } as never;
  const [one, other] = [await contactOf(ada.later.bsuid), await contactOf(ada.second.bsuid)];
  await inTransaction(db, (tx) => mergeContacts(tx, { one: one.id, other: other.id } as never, saying));
  const whole = await contactOf(ada.later.bsuid);
  await inTransaction(db, (tx) =>
    splitContact(tx, { contactId: whole.id as never, at: { kind: 'account', id: other.own } }, saying),
  );
}

/** Rows no webhook makes: what colleagues, campaigns and the sender wrote of her. */
export async function writeOfAda({ db, portfolioId }: World, holder: string): Promise<void> {
  const [thread] = await db.sql<{ id: string; message: string }[]>`
    select c.id, (select m.id from messages m where m.portfolio_id = c.portfolio_id and m.conversation_id = c.id order by m.at limit 1) as message
    from conversations c where c.portfolio_id = ${portfolioId} and c.holder_id = ${holder}`;
  if (!thread) throw new Error('she has no thread');
  const id = () => randomUUID();
  const [note, media, blob, campaign, upload, tag, field] = Array.from({ length: 7 }, id) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const who = { phone: ada.later.phone, bsuid: ada.later.bsuid };
  await inTransaction(db, async ({ sql }) => {
    await sql`insert into blocks (portfolio_id, id, holder_id, phone_number_id, wish, at, phone, bsuid, actor_id, actor_name, reason)
      values (${portfolioId}, ${id()}, ${holder}, '1', 'block', now(), ${who.phone}, ${who.bsuid}, 'u1', 'Sam', 'r')`;
    await sql`insert into saved_cards (portfolio_id, id, holder_id, message_id, place, phone, bsuid, card, at, actor_id, actor_name)
      values (${portfolioId}, ${id()}, ${holder}, ${thread.message}, 0, ${who.phone}, ${who.bsuid}, '{"emails": [{"email": "ada@canary-mail.example"}]}', now(), 'u1', 'Sam')`;
    await sql`insert into notes (portfolio_id, id, conversation_id, at, tie, text, words, author_id, author_name)
      values (${portfolioId}, ${note}, ${thread.id}, now(), 't', 'x', array_to_tsvector('{zanzikanarinote}'), 'u1', 'Sam')`;
    await sql`insert into note_versions (portfolio_id, note_id, number, text, mentions, ended_by, ended_at) values (${portfolioId}, ${note}, 1, 'x', '[]', 'edit', now())`;
    await sql`insert into note_mentions (portfolio_id, note_id, user_id, at) values (${portfolioId}, ${note}, ${id()}, now())`;
    await sql`insert into drafts (portfolio_id, conversation_id, user_id, kind, body, saved_at) values (${portfolioId}, ${thread.id}, ${id()}, 'reply', 'x', now())`;
    await sql`insert into held_answers (portfolio_id, message_id, before, after) values (${portfolioId}, ${thread.message}, '{}', '{}')`;
    await sql`insert into relay_sends (portfolio_id, message_id, integration_id, callback_data) values (${portfolioId}, ${thread.message}, ${id()}, 'x')`;
    await sql`insert into outbound (portfolio_id, message_id, conversation_id, phone_number_id, request, not_before)
      values (${portfolioId}, ${thread.message}, ${thread.id}, '1', jsonb_build_object('to', ${who.phone}::text), now() + interval '1 day')`;
    await sql`insert into errands (portfolio_id, id, kind, series, managed, phone_number_id, subject_id, request)
      values (${portfolioId}, ${id()}, 'block', 'block', true, '1', ${holder}, jsonb_build_object('bsuid', ${who.bsuid}::text, 'phone', ${who.phone}::text))`;
    await sql`insert into number_requests (portfolio_id, id, conversation_id, message_id, state, via, asked_by, asked_at, expires_at, phone)
      values (${portfolioId}, ${id()}, ${thread.id}, ${thread.message}, 'shared', 'message', 'Sam', now(), now(), ${who.phone})`;
    await sql`insert into blobs (portfolio_id, id, hash, size, store, object, key) values (${portfolioId}, ${blob}, sha256('ada'), 10, 'disk', ${blob}, 'k')`;
    await sql`insert into media (portfolio_id, id, origin, type, state, blob_id, size, meta_id, claimed_type, declared_hash, filename)
      values (${portfolioId}, ${media}, 'upload', 'image', 'ready', ${blob}, 10, 'meta-canary-0821', 'claimed-canary-0822', 'declared-canary-0823', 'file-canary-0824.jpg')`;
    await sql`insert into media_uses (portfolio_id, message_id, media_id) values (${portfolioId}, ${thread.message}, ${media})`;
    await sql`insert into meta_uploads (portfolio_id, media_id, phone_number_id, state) values (${portfolioId}, ${media}, '1', 'waiting')`;
    await sql`insert into campaigns (portfolio_id, id, name, phone_number_id, created_by, created_at, file, audience)
      values (${portfolioId}, ${campaign}, 'Spring', '1', 'Sam', now(), '{"columns": [{"samples": ["sample-canary-0815"]}]}', jsonb_build_object('kind', 'contacts', 'filter', jsonb_build_object('q', ${ada.later.username}::text)))`;
    await sql`insert into campaign_rows (portfolio_id, upload_id, line, campaign_id, cells, phone, key, name)
      values (${portfolioId}, ${upload}, 1, ${campaign}, '{x}', ${who.phone}, ${who.phone}, 'x'),
             (${portfolioId}, ${upload}, 2, ${campaign}, '{Ben}', ${ben.phone ?? ''}, ${ben.phone ?? ''}, 'Ben')`;
    await sql`insert into imports (portfolio_id, id, name, state, mapping, created_at, created_by, created_name, created_kind, created_role, may_define)
      values (${portfolioId}, ${upload}, 'crm.csv', 'checked', '{}', now(), 'u1', 'Sam', 'user', 'admin', true)`;
    await sql`insert into import_rows (portfolio_id, import_id, line, cells, key, external, outcome)
      values (${portfolioId}, ${upload}, 1, '{x}', ${who.phone}, 'x', 'unchanged'),
             (${portfolioId}, ${upload}, 2, '{Ben}', ${ben.phone ?? ''}, null, 'unchanged')`;
    await sql`insert into contact_tags (portfolio_id, id, holder_id, tag_id, at, phone, bsuid, actor_id, actor_name)
      values (${portfolioId}, ${id()}, ${holder}, ${tag}, now(), ${who.phone}, ${who.bsuid}, 'u1', 'Sam')`;
    await sql`insert into contact_values (portfolio_id, id, holder_id, field_id, value, search, at, phone, bsuid, actor_id, actor_name)
      values (${portfolioId}, ${id()}, ${holder}, ${field}, 'x', 'x', now(), ${who.phone}, ${who.bsuid}, 'u1', 'Sam')`;
    await sql`insert into conversation_tags (portfolio_id, conversation_id, tag_id, at, actor_id, actor_name) values (${portfolioId}, ${thread.id}, ${tag}, now(), 'u1', 'Sam')`;
    await sql`insert into conversation_values (portfolio_id, conversation_id, field_id, value, at, actor_id, actor_name)
      values (${portfolioId}, ${thread.id}, ${field}, 'x', now(), 'u1', 'Sam')`;
    await sql`insert into reviews (portfolio_id, id, neighborhood_id, evidence_id, at, tie, rule, type, holder_id, a, b, phone, settled)
      select ${portfolioId}, ${id()}, neighborhood_id, 'e', now(), 't', 'R9', 'unattested_number_change', id,
             jsonb_build_object('kind', 'bsuid', 'value', ${who.bsuid}::text), jsonb_build_object('kind', 'bsuid', 'value', ${ada.second.bsuid}::text), ${who.phone}, false from holders where portfolio_id = ${portfolioId} and id = ${holder}`;
    await sql`insert into idempotency (actor, key, request_hash, answer) values (${portfolioId}, 'k', 'h', jsonb_build_object('conversationId', ${thread.id}::text, 'phone', ${who.phone}::text))`;
    await sql`update evidence set previous_parent = ${ada.later.parent} where portfolio_id = ${portfolioId} and previous_bsuid = ${ada.first.bsuid}`;
    await sql`update evidence set detail = '{"keyHash": "keyhash-canary-4711"}' where portfolio_id = ${portfolioId} and bsuid = ${ada.later.bsuid} and kind = 'seen-together'`;
    await sql`update holders set key_hash = 'keyhash-canary-4711' where portfolio_id = ${portfolioId} and id = ${holder}`;
    await sql`update calls set parent = ${ada.later.parent} where portfolio_id = ${portfolioId}`;
    await sql`update parked set detail = 'detail-canary-0830' where portfolio_id = ${portfolioId}`;
    await sql`update preferences set parent = ${ada.later.parent}, noted = true, actor_name = 'Sam', reason = 'r' where portfolio_id = ${portfolioId} and holder_id = ${holder}`;
    await sql`insert into contact_aliases (portfolio_id, retired_id, contact_id) select ${portfolioId}, ${id()}, own_contact_id from holders where portfolio_id = ${portfolioId} and id = ${holder}`;
    await sql`insert into conversation_aliases (portfolio_id, retired_id, conversation_id) values (${portfolioId}, ${id()}, ${thread.id})`;
    await sql`insert into work_events (portfolio_id, id, conversation_id, at, tie, fact) values (${portfolioId}, ${id()}, ${thread.id}, now(), 't', '{"type": "begun"}')`;
  });
}

const plantable = new Set(['name', 'content', 'note', 'file', 'email', 'derived']);

/** Writes a value of its own into every column of hers that may hold something personal and is free to hold anything. Answers them by column. */
export async function plantCanaries(world: World, subject: Subject): Promise<Map<string, string>> {
  const { db } = world;
  const planted = new Map<string, string>(fixed);
  const free = await freeColumns(db);
  const missing: string[] = [];
  for (const [table, stated] of dataMap) {
    if (stated.rows === 'nobody' || 'walk' in stated.rows || typeof stated.erase === 'object') continue;
    const keys = stated.key;
    const rows: Row[] = [];
    for await (const page of readRows(db, { tables: dataMap, subject }, table)) rows.push(...page);
    const row = rows[0];
    if (!row) {
      missing.push(table);
      continue;
    }
    const where = keys.map((key, i) => `${key}::text = $${i + 2}`).join(' and ');
    for (const [column, marks] of Object.entries(stated.columns))
      for (const [path, mark] of typeof marks === 'string' ? [['', marks] as const] : Object.entries(marks)) {
        const type = free.get(`${table}.${column}`);
        const [about, kind = ''] = mark.split(':');
        if (about !== 'customer' || !plantable.has(kind) || !type || path.includes('*')) continue;
        const value = `Kanari-${table}-${column}${path.replaceAll(/\W/g, '')}-${planted.size}`.replaceAll('_', '-');
        const set = settingOf(type, column, path);
        if (!set) continue;
        const wrote = db.sql.unsafe(`update ${table} set ${column} = ${set} where ${where}`, [
          value,
          ...keys.map((key) => String(row[key])),
        ]);
        await wrote.catch((error: Error) => missing.push(`${table}.${column} (${error.message})`));
        planted.set(`${table}.${column}${path}`, value);
      }
  }
  if (missing.length > 0) throw new Error(`She has nothing in ${missing.join(', ')}: give her something.`);
  return planted;
}

function settingOf(type: string, column: string, path: string): string | undefined {
  if (type === 'text') return '$1::text';
  if (type === 'text[]') return 'array[$1::text]';
  if (type !== 'jsonb') return undefined;
  const steps = path === '$' ? ['canary'] : path.slice(2).split('.');
  return `jsonb_set(coalesce(${column}, '{}'), '{${steps.join(',')}}', to_jsonb($1::text))`;
}

async function freeColumns(db: World['db']): Promise<Map<string, string>> {
  const rows = await db.sql<{ name: string; type: string }[]>`
    select c.relname || '.' || a.attname as name, a.atttypid::regtype::text as type from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  return new Map(rows.map((row) => [row.name, row.type]));
}

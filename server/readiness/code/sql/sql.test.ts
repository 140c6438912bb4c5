import { describe, expect, it } from 'vitest';
import { auditText } from '../audit-text.ts';
import { tryCases } from '../cases.testing.ts';

describe('databases', () => {
  tryCases('schema.sql', [
    {
      rule: 'sql-phone-not-null',
      breaks: 'alter table contacts alter column phone set not null;',
      innocent: [
        'alter table contacts alter column phone drop not null;',
        'create table contacts (id int primary key, phone text);',
        'create table stores (id int primary key, phone text not null);',
        'create table business_numbers (id int primary key, display_phone text not null, phone_number_id text not null);',
      ],
    },
    {
      rule: 'sql-phone-unique',
      breaks: 'alter table customers add constraint one unique (tenant_id, phone);',
      innocent: [
        'create unique index one on customers (phone) where left_at is null;',
        'create index one on customers (phone);',
        'alter table customers add unique (phone, seen_at);',
        'create table stores (phone text unique);',
      ],
    },
    {
      rule: 'sql-phone-primary-key',
      breaks: 'create table chats (wa_id text, line text, primary key (wa_id));',
      innocent: [
        'create table chats (id uuid primary key, wa_id text);',
        'create table readings (wa_id text, at timestamptz, primary key (wa_id, at));',
      ],
    },
    {
      rule: 'sql-phone-foreign-key',
      breaks: 'create table orders (id int primary key, phone text, foreign key (phone) references customers (phone));',
      innocent: [
        'create table orders (id int primary key, customer_id int references customers (id), phone text);',
        'create table orders (id int primary key, phone text);',
      ],
    },
    {
      rule: 'sql-id-as-number',
      breaks: 'alter table contacts add column wa_id bigint;',
      innocent: [
        'alter table contacts add column wa_id text;',
        'create table contacts (id bigint primary key, account_id bigint);',
      ],
    },
    {
      rule: 'sql-id-too-short',
      breaks: 'create table contacts (id int primary key, wa_user_id varchar(64));',
      innocent: [
        'create table contacts (id int primary key, wa_user_id varchar(135));',
        'create table contacts (id int primary key, wa_user_id text, phone varchar(20));',
      ],
    },
    {
      rule: 'sql-message-id-too-short',
      breaks: 'create table messages (id int primary key, wa_message_id varchar(100));',
      innocent: [
        'create table messages (id int primary key, wa_message_id varchar(512));',
        'create table messages (id int primary key, subject varchar(100));',
      ],
    },
    {
      rule: 'sql-user-id-not-scoped',
      breaks: 'create table contacts (bsuid text primary key);',
      innocent: [
        'create table contacts (portfolio_id text, bsuid text, primary key (portfolio_id, bsuid));',
        'create table contacts (id uuid primary key, bsuid text);',
      ],
    },
    {
      rule: 'sql-username-key',
      breaks: 'create table contacts (id int primary key, bsuid text, username text unique);',
      innocent: [
        'create table users (id int primary key, username text unique);',
        'create table contacts (id int primary key, bsuid text, username text);',
      ],
    },
    {
      rule: 'sql-digits-check',
      breaks: "create table contacts (id int primary key, wa_user_id text check (wa_user_id ~ '^[0-9]+$'));",
      innocent: [
        "create table contacts (id int primary key, phone text check (phone ~ '^[0-9]+$'));",
        "create table contacts (id int primary key, wa_user_id text check (wa_user_id ~ '^[A-Z]{2}\\.'));",
      ],
    },
    {
      rule: 'sql-join-on-phone',
      breaks: 'select 1 from contacts c join calls k using (wa_id);',
      innocent: [
        'select 1 from contacts c join calls k on k.contact_id = c.id;',
        "select 1 from contacts c join calls k on k.contact_id = c.id and c.phone = '15550002222';",
      ],
    },
    {
      rule: 'sql-upsert-by-phone',
      breaks: "insert into people (phone) values ('1') on conflict (phone) do update set seen = now();",
      innocent: [
        "insert into people (phone) values ('1');",
        "insert into people (id, phone) values (1, '1') on conflict (id) do nothing;",
      ],
    },
    {
      rule: 'sql-dedupe-by-phone',
      breaks: '-- WhatsApp\nselect row_number() over (partition by phone order by at) from messages;',
      innocent: [
        '-- WhatsApp\nselect count(*) from messages group by contact_id;',
        '-- WhatsApp\nselect distinct on (id) id, phone from customers;',
      ],
    },
  ]);

  it('are read on, behind a statement that is no SQL of theirs', async () => {
    const text = 'this is no statement; create foo bar;\ncreate table contacts (id int, phone text not null);';
    expect((await auditText({ path: 'a.sql', text })).findings).toMatchObject([
      { rule: 'sql-phone-not-null', line: 2, column: 32 },
    ]);
  });

  it('give the place in characters, where names and notes are not ASCII', async () => {
    const text = "create table clientes (nombre text default 'señor ñandú 👋', teléfono text, phone text not null);";
    const [finding] = (await auditText({ path: 'a.sql', text })).findings;
    expect(text.slice((finding?.column ?? 0) - 1)).toMatch(/^phone text/);
  });

  it('that cannot be read at all are said to be so', async () => {
    expect(await auditText({ path: 'a.sql', text: 'create tabel x; select from where from;' })).toMatchObject({
      findings: [],
      unread: expect.any(String),
    });
  });
});

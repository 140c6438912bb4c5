-- Why: webhooks as they came hold what people wrote, whole; kept in plain they outlive their time in backups and in the files of the database.
-- They are sealed under a key of their day, and secrets may be kept here sealed instead of standing in an environment.

-- Coordinator-local: the inbox is. A key for each account of ours, day and kind, sealed with the operator's; without it the bodies of that
-- day are noise. `waba_id` is empty for what names no account.
-- room: inbox
create table raw_keys (
  id integer generated always as identity primary key,
  waba_id text not null,
  day date not null,
  -- inbox: goes when raw webhooks have had their time. parked: when nothing is parked under it any more.
  kind text not null check (kind in ('inbox', 'parked')),
  sealed bytea not null,
  -- Later than the beginning of the transaction that makes it.
  made_at timestamptz not null default clock_timestamp(),
  unique (waba_id, day, kind)
);

-- Null: as it came, from before bodies were sealed.
alter table inbox add column key_id integer;
alter table parked add column key_id integer;
-- Where it is set, "value" is a string: the sealed part in base64.
alter table kept add column key_id integer;

-- What is still to be sealed. Empty soon after the upgrade, and costs what is written sealed nothing.
create index inbox_plain on inbox (id) where key_id is null;
create index parked_plain on parked (id) where key_id is null;
create index kept_plain on kept (portfolio_id, event_key) where key_id is null;

-- Coordinator-local: of the whole service. Secrets an operator gave it, sealed with their key.
-- room: access
create table secrets (
  name text primary key,
  sealed bytea not null,
  changed_at timestamptz not null default now()
);

-- Why: data is taken away as files: made by a job, kept sealed for some days, again and again where that is wished.

-- What is made again at an hour of the clocks of a place. `next_at` is when; null while it is paused. Looked for over all portfolios.
-- room: exports
create table export_schedules (
  portfolio_id text not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('contacts', 'conversations', 'messages', 'campaigns', 'coverage')),
  format text not null check (format in ('csv', 'jsonl', 'parquet')),
  phone_number_id text,
  tag_id uuid,
  accounts boolean not null,
  phones text not null check (phones in ('shown', 'masked')),
  language text not null,
  -- Of so many whole days before the day it is made; null: of all time.
  last_days int check (last_days > 0),
  every text not null check (every in ('day', 'week', 'month')),
  -- Of the week, Monday being 1; of the month, where it has so many.
  day int,
  clock text not null,
  zone text not null,
  keep int not null check (keep > 0),
  paused boolean not null default false,
  next_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  created_name text not null,
  primary key (portfolio_id, id)
);
create index export_schedules_due on export_schedules (next_at) where next_at is not null;

-- One file. What it was asked for is fixed; `object` and `key` are there while there is a file, and its bytes are gone with the key.
-- `lent_to`: which making of it is under way; another makes it from the beginning once that has not said anything for a while. Those to be
-- made and those whose time is over are looked for over all portfolios.
-- room: exports
create table exports (
  portfolio_id text not null,
  id uuid not null,
  kind text not null check (kind in ('contacts', 'conversations', 'messages', 'campaigns', 'coverage')),
  format text not null check (format in ('csv', 'jsonl', 'parquet')),
  from_at timestamptz,
  until_at timestamptz,
  phone_number_id text,
  tag_id uuid,
  accounts boolean not null,
  phones text not null check (phones in ('shown', 'masked')),
  language text not null,
  schedule_id uuid,
  state text not null check (state in ('queued', 'running', 'ready', 'failed', 'cancelled', 'withdrawn', 'expired')),
  problem text,
  created_at timestamptz not null,
  created_by text not null,
  created_name text not null,
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,
  rows_total int not null default 0,
  rows_done int not null default 0,
  attempts int not null default 0,
  not_before timestamptz not null,
  lent_to uuid,
  lent_until timestamptz,
  store text check (store in ('disk', 's3')),
  object uuid,
  key bytea,
  size bigint,
  downloads int not null default 0,
  primary key (portfolio_id, id),
  check ((state = 'ready') = (key is not null))
);
create index exports_recent on exports (portfolio_id, created_at desc, id);
create index exports_of_schedule on exports (portfolio_id, schedule_id, created_at desc) where schedule_id is not null;
create index exports_by_object on exports (portfolio_id, object) where object is not null;
create index exports_at_work on exports (created_at) where state in ('queued', 'running');
create index exports_expiring on exports (expires_at) where state = 'ready';
create index exports_ended on exports (finished_at) where state not in ('queued', 'running', 'ready');

-- Why: a made-up customer without a number goes through every system that is told something, each day, so that one that breaks is found before a customer finds it.

-- Of an event about the made-up customer, who is told: its webhooks alone, or readers of the feed and the stream too. Null: it is about a real one.
alter table events add column synthetic text check (synthetic in ('delivered', 'read'));

-- Whether it goes through, and when.
-- room: readiness
create table canaries (
  portfolio_id text primary key,
  enabled boolean not null,
  -- On the clocks of a place.
  clock text not null,
  zone text not null,
  -- Whether readers of the feed and the stream are told, too.
  feed boolean not null,
  -- Subscriptions it does not go through.
  left_out uuid[] not null,
  -- When it goes through next by itself; null: not.
  due_at timestamptz
);

-- One time that it went through: a customer of its own, who comes, changes and is erased.
-- room: readiness
create table canary_runs (
  portfolio_id text not null,
  id uuid not null,
  -- Counts them in the portfolio; it is part of what the customer is called.
  number int not null,
  -- Who asked for it; null: it was time.
  begun_by text,
  begun_name text,
  began_at timestamptz not null,
  ended_at timestamptz,
  state text not null check (state in ('running', 'ended', 'interrupted')),
  feed boolean not null,
  contact_id uuid not null,
  -- How often a process took it up, which one has it, and until when.
  attempts int not null default 0,
  lent_to uuid,
  lent_until timestamptz,
  primary key (portfolio_id, id),
  unique (portfolio_id, number),
  unique (portfolio_id, contact_id)
);

-- Never two of one portfolio at a time.
create unique index canary_runs_running on canary_runs (portfolio_id) where state = 'running';

-- What each system made of it.
-- room: readiness
create table canary_consumers (
  portfolio_id text not null,
  run_id uuid not null,
  -- A subscription; or a key whose holder reads the feed.
  consumer_id uuid not null,
  place int not null,
  kind text not null check (kind in ('webhook', 'relay', 'reader')),
  name text not null,
  -- Of a relay integration, as it was then.
  mode text,
  -- What it is told, in order; and what came of what it was told: step, tries, failure, status, how long.
  steps text[] not null,
  calls jsonb not null default '[]',
  skipped text check (skipped in ('paused', 'disabled', 'left_out', 'not_wanted', 'no_line', 'removed')),
  -- Null while it is being told.
  verdict text check (verdict in ('well', 'slow', 'refused', 'no_answer', 'skipped', 'read')),
  broken_step text,
  cause text,
  -- What it wrote to the customer: went nowhere, and was counted.
  answers int not null default 0,
  last_answer uuid,
  answered_at timestamptz,
  primary key (portfolio_id, run_id, consumer_id)
);

-- Why: systems that speak Meta's own format go on working, also with customers who have no phone number any more.

-- Whether anybody is to be told of the portfolio's webhooks as they come: read together with the lane, so that with nobody it costs nothing.
alter table lanes add column relayed boolean not null default false;
-- A part of a webhook that was put through the door again: it was relayed when it first came.
alter table inbox add column replayed boolean not null default false;

-- What an address is told: events of the log, or webhooks in Meta's own format.
alter table subscriptions add column purpose text not null default 'events' check (purpose in ('events', 'relay'));
-- Of a webhook in Meta's format: which of its places were written anew, and why. Never what stands there.
alter table deliveries add column rewrites jsonb;

-- What an address has besides, that speaks Meta's format: the same id as its subscription.
-- room: relay
create table relay_integrations (
  portfolio_id text not null,
  id uuid not null,
  mode text not null check (mode in ('as-is', 'fill-phone', 'stable-alias')),
  -- Business numbers it is for, and kinds of webhooks it wants. Null: all.
  numbers text[],
  fields text[],
  -- With which it calls; only its hash is kept.
  token_hash bytea not null,
  token_prefix text not null,
  last_call_at timestamptz,
  -- When it last answered the question of a verify token.
  verified_at timestamptz,
  primary key (portfolio_id, id),
  unique (portfolio_id, token_hash)
);

-- What is to be told to them, in the order in which it was decided: whoever writes holds a lock of the portfolio until its commit.
-- room: relay
create table relay_log (
  portfolio_id text not null,
  position bigint generated always as identity,
  -- A webhook of Meta's; or a message of an integration's that was refused after it had been answered for.
  inbox_id bigint,
  message_id uuid,
  at timestamptz not null default now(),
  primary key (portfolio_id, position),
  check ((inbox_id is null) <> (message_id is null))
);

-- Numbers no network can dial, each for one person and never for another: the row stays when the person is gone.
-- room: relay
create table relay_aliases (
  portfolio_id text not null,
  alias text not null,
  contact_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (portfolio_id, alias),
  unique (portfolio_id, contact_id)
);

-- Which messages an integration sent: it knows them by ids of ours.
-- room: relay
create table relay_sends (
  portfolio_id text not null,
  message_id uuid not null,
  integration_id uuid not null,
  -- What it wants to hear back with the statuses.
  callback_data text,
  -- It was answered before Meta had answered.
  late boolean not null default false,
  at timestamptz not null default now(),
  primary key (portfolio_id, message_id)
);

-- Why: what happened is delivered to addresses of other systems, in the order of each contact, until they have taken it.

-- An address that is told what happens.
-- room: subscriptions
create table subscriptions (
  portfolio_id text not null,
  id uuid not null,
  name text not null,
  url text not null,
  -- Null: every type.
  types text[],
  -- Whether backend ids go along.
  accounts boolean not null default false,
  state text not null default 'active' check (state in ('active', 'paused', 'disabled')),
  secret bytea not null,
  -- For a while after another took its place, both sign.
  previous_secret bytea,
  previous_until timestamptz,
  -- Up to where in the log it has been put on the list of what is to be delivered.
  position bigint not null,
  created_at timestamptz not null,
  created_by text not null,
  -- What was not taken, one after the other; since when; and until when it is left in peace.
  failures int not null default 0,
  failing_since timestamptz,
  rest_until timestamptz,
  last_failure text,
  last_success_at timestamptz,
  disabled_at timestamptz,
  -- Which process delivers to it, and for how long it may without saying so again.
  lent_to uuid,
  lent_until timestamptz,
  primary key (portfolio_id, id)
);

-- An event owed to an address, or what became of it.
-- room: subscriptions
create table deliveries (
  portfolio_id text not null,
  subscription_id uuid not null,
  id bigint generated always as identity,
  position bigint not null,
  event_id text not null,
  type text not null,
  -- What is delivered one after the other: a contact's, or one for all that is about nobody.
  lane text not null,
  -- dead: given up, and kept to be sent again by hand. dropped: the event is kept no more.
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead', 'dropped')),
  attempts int not null default 0,
  first_tried_at timestamptz,
  tried_at timestamptz,
  -- In a word, and the HTTP status where there was an answer.
  failure text,
  status int,
  took_ms int,
  replayed boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (portfolio_id, subscription_id, id)
);
create index deliveries_waiting on deliveries (portfolio_id, subscription_id, lane, id) where state = 'waiting';
create index deliveries_dead on deliveries (portfolio_id, subscription_id, id) where state = 'dead';
create index deliveries_lane on deliveries (portfolio_id, lane);

-- What waits in one lane, and when it may be tried again.
-- room: subscriptions
create table delivery_lanes (
  portfolio_id text not null,
  subscription_id uuid not null,
  lane text not null,
  waiting int not null check (waiting >= 0),
  due_at timestamptz not null,
  primary key (portfolio_id, subscription_id, lane)
);
create index delivery_lanes_due on delivery_lanes (portfolio_id, subscription_id, due_at);

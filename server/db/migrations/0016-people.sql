-- Why: people are owed more than messages: errands to Meta for their sake, a number that is asked for rarely, their word on
-- marketing as it was noted here, who is blocked, cards that were kept, and what was said of the Contact Book.

-- Calls to Meta that may be made twice without harm. Claiming one lends it to a caller for a while; a caller that died gives it back.
-- room: errands
create table errands (
  portfolio_id text not null,
  id uuid not null,
  kind text not null check (kind in ('mark_read', 'typing', 'block', 'unblock', 'delete_from_contact_book')),
  -- Errands of one series are made one after the other: a block and its unblocking must not overtake each other.
  series text not null,
  -- Counts against Meta's limit of management calls.
  managed boolean not null,
  phone_number_id text not null,
  -- Of ours: the thread, or the account concerned.
  subject_id uuid not null,
  request jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  owed_at timestamptz not null default now(),
  number bigint generated always as identity,
  not_before timestamptz not null default now(),
  expires_at timestamptz,
  lent_until timestamptz,
  called_at timestamptz,
  attempts int not null default 0,
  done_at timestamptz,
  code int,
  result text,
  primary key (portfolio_id, id)
);
create index errands_due on errands (not_before, number) where state = 'waiting';
create index errands_series on errands (portfolio_id, phone_number_id, subject_id, series, number) where state = 'waiting';
create index errands_managed on errands (called_at) where managed;
create index errands_over on errands (done_at) where state <> 'waiting';
create index errands_of on errands (portfolio_id, subject_id, owed_at desc) where managed;

-- Once for a question to a person. It goes where its message goes.
-- room: asks
create table number_requests (
  portfolio_id text not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  state text not null check (state in ('pending', 'shared', 'no_answer', 'failed', 'withdrawn')),
  via text not null check (via in ('message', 'template')),
  asked_by text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  phone text,
  primary key (portfolio_id, id),
  unique (portfolio_id, message_id)
);
create index number_requests_of on number_requests (portfolio_id, conversation_id, asked_at desc);
create index number_requests_due on number_requests (expires_at) where state = 'pending';

-- A word on marketing is the person's own, said on WhatsApp, or was noted here by somebody, with a reason.
alter table preferences
  add column noted boolean not null default false,
  add column actor_id text,
  add column actor_name text,
  add column reason text,
  add constraint preferences_noted check (noted = (actor_name is not null) and noted = (reason is not null));

-- Append-only but for the outcome: what was asked of Meta about whom, by whom and why. The newest of an account and a number counts.
-- room: contacts
create table blocks (
  portfolio_id text not null,
  id uuid not null,
  holder_id uuid not null,
  phone_number_id text not null,
  wish text not null check (wish in ('block', 'unblock')),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  at timestamptz not null,
  phone text,
  bsuid text,
  actor_id text not null,
  actor_name text not null,
  reason text not null,
  problem text,
  primary key (portfolio_id, id)
);
create index blocks_of on blocks (portfolio_id, holder_id, phone_number_id, at);

-- Cards somebody kept: what was said about a person, by whom it was kept. Nothing on them is evidence of anything.
-- room: contacts
create table saved_cards (
  portfolio_id text not null,
  id uuid not null,
  holder_id uuid not null,
  message_id uuid not null,
  place int not null,
  phone text,
  bsuid text,
  card jsonb not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  primary key (portfolio_id, id),
  unique (portfolio_id, message_id, place)
);
create index saved_cards_of on saved_cards (portfolio_id, holder_id);

-- Append-only: what people said of a portfolio's Contact Book, since Meta's API does not tell. The last one holds.
-- room: numbers
create table contact_book_settings (
  portfolio_id text not null references portfolios (portfolio_id),
  number int not null,
  setting text not null check (setting in ('on', 'off', 'unknown')),
  chosen_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  primary key (portfolio_id, number)
);

-- What was counted of a portfolio's people, some time ago: counting a million takes seconds.
-- room: numbers
create table contact_book_counts (
  portfolio_id text primary key references portfolios (portfolio_id),
  counted_at timestamptz not null,
  counts jsonb not null
);

-- Why: the first words. Who is who and what was said; every key begins with portfolio_id, so that the same
-- schema distributes by portfolio. Tables marked coordinator-local are queues and routes that are read across portfolios.
-- Ordering columns (`tie`) compare bytewise: the order of evidence is not a matter of language.

create extension if not exists pg_trgm;

-- room: numbers
create table portfolios (
  portfolio_id text primary key,
  name text not null,
  created_at timestamptz not null default now()
);

-- Coordinator-local: the door asks whose a WABA is before it knows the portfolio.
-- room: numbers
create table wabas (
  waba_id text primary key,
  portfolio_id text not null references portfolios (portfolio_id)
);

-- room: numbers
create table business_numbers (
  portfolio_id text not null references portfolios (portfolio_id),
  phone_number_id text not null,
  waba_id text not null,
  display_phone text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (portfolio_id, phone_number_id)
);

-- Coordinator-local: a queue over all portfolios. Raw webhooks as they came, until the retention time is over.
-- room: inbox
create table inbox (
  id bigint generated always as identity primary key,
  portfolio_id text,
  waba_id text,
  body bytea not null,
  received_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
  finished_at timestamptz,
  items int,
  applied int,
  repeated int,
  kept int,
  parked int,
  check (state <> 'done' or items = applied + repeated + kept + parked)
);
create index inbox_waiting on inbox (portfolio_id, id) where state = 'waiting';
create index inbox_unrouted on inbox (waba_id) where portfolio_id is null;
create index inbox_finished on inbox (finished_at) where state = 'done';

-- Coordinator-local: one row a portfolio; holding it is the right to write that portfolio.
-- room: inbox
create table lanes (portfolio_id text primary key);

-- Coordinator-local: what could not be applied, each on its own, ready to be put through the door again.
-- room: inbox
create table parked (
  id uuid primary key,
  portfolio_id text,
  inbox_id bigint not null,
  waba_id text,
  field text,
  reason text not null,
  detail text not null,
  body bytea not null,
  received_at timestamptz not null,
  parked_at timestamptz not null default now(),
  state text not null default 'parked' check (state in ('parked', 'replayed')),
  replayed_at timestamptz
);
create index parked_by_state on parked (state, parked_at desc, id);

-- Coordinator-local: kinds of webhook nothing acts on yet, kept as they came.
-- room: inbox
create table kept (
  portfolio_id text not null,
  event_key text not null,
  topic text not null,
  phone_number_id text,
  at timestamptz not null,
  value jsonb not null,
  primary key (portfolio_id, event_key)
);

-- room: contacts
create table contacts (
  portfolio_id text not null,
  id uuid not null,
  display_name text not null,
  identifier_kind text not null check (identifier_kind in ('phone', 'username', 'name', 'none')),
  identifier_value text not null,
  username text,
  profile_name text,
  phone text,
  hidden_since timestamptz,
  first_seen_at timestamptz not null,
  -- Everything a person may be looked for by, in lower case: name, username, each phone ever held, as digits.
  search text not null,
  primary key (portfolio_id, id)
);
create index contacts_search on contacts using gin (search gin_trgm_ops);

-- Apart from the contact, because every message moves it: in the contact's own row each message would write the person's
-- search index anew.
-- room: contacts
create table contact_activity (
  portfolio_id text not null,
  contact_id uuid not null,
  last_seen_at timestamptz not null,
  primary key (portfolio_id, contact_id)
);
create index contact_activity_recent on contact_activity (portfolio_id, last_seen_at desc, contact_id);

-- room: contacts
create table contact_aliases (
  portfolio_id text not null,
  retired_id uuid not null,
  contact_id uuid not null,
  primary key (portfolio_id, retired_id),
  foreign key (portfolio_id, contact_id) references contacts (portfolio_id, id)
);
create index contact_aliases_of on contact_aliases (portfolio_id, contact_id);

-- Everything connected by shared identifiers; `last_*` is how far its evidence has been folded.
-- room: contacts
create table neighborhoods (
  portfolio_id text not null,
  id uuid not null,
  last_at timestamptz not null,
  last_tie text collate "C" not null,
  primary key (portfolio_id, id)
);

-- room: contacts
create table identifiers (
  portfolio_id text not null,
  key text not null,
  neighborhood_id uuid not null,
  primary key (portfolio_id, key)
);
create index identifiers_of on identifiers (portfolio_id, neighborhood_id);

-- Append-only: what was said about identifiers, once each.
-- room: contacts
create table evidence (
  portfolio_id text not null,
  id text not null,
  neighborhood_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('seen-together', 'rotated')),
  said_by text,
  phone text,
  bsuid text,
  parent text,
  previous_phone text,
  previous_bsuid text,
  previous_parent text,
  name text,
  username text,
  no_username boolean not null default false,
  received_at timestamptz not null default now(),
  primary key (portfolio_id, id)
);
create index evidence_of on evidence (portfolio_id, neighborhood_id);

-- An account, or an era of a number: whoever can hold a phone.
-- room: contacts
create table holders (
  portfolio_id text not null,
  id uuid not null,
  neighborhood_id uuid not null,
  contact_id uuid not null,
  born_at timestamptz not null,
  born_tie text collate "C" not null,
  last_at timestamptz not null,
  last_tie text collate "C" not null,
  heard_at timestamptz,
  heard_tie text collate "C",
  stable_at timestamptz,
  stable_tie text collate "C",
  name text,
  username text,
  shows_phone text,
  hidden_since timestamptz,
  primary key (portfolio_id, id)
);
create index holders_of on holders (portfolio_id, neighborhood_id);
create index holders_of_contact on holders (portfolio_id, contact_id);

-- A BSUID or parent BSUID belongs to one account at all times (I8): the primary key says so.
-- room: contacts
create table names (
  portfolio_id text not null,
  value text not null,
  kind text not null check (kind in ('bsuid', 'parent')),
  holder_id uuid not null,
  since_at timestamptz not null,
  since_tie text collate "C" not null,
  until_at timestamptz,
  until_tie text collate "C",
  seen_at timestamptz not null,
  seen_tie text collate "C" not null,
  primary key (portfolio_id, value)
);
create index names_of on names (portfolio_id, holder_id);

-- Who held a number, from when, until when. A number has one open lease at most (I8).
-- room: contacts
create table leases (
  portfolio_id text not null,
  key text not null,
  from_at timestamptz not null,
  from_tie text collate "C" not null,
  phone text not null,
  holder_id uuid not null,
  last_at timestamptz not null,
  last_tie text collate "C" not null,
  heard_at timestamptz,
  until_at timestamptz,
  until_tie text collate "C",
  ended text check (ended in ('rotated', 'taken', 'replaced')),
  awaits_account boolean not null,
  primary key (portfolio_id, key, from_at, from_tie),
  check ((until_at is null) = (ended is null))
);
create unique index leases_open on leases (portfolio_id, key) where until_at is null;
create index leases_of on leases (portfolio_id, holder_id);

-- What agents are told of a person's identity; made by the fold, remade when a late fact re-decides it.
-- room: contacts
create table notices (
  portfolio_id text not null,
  id uuid not null,
  neighborhood_id uuid not null,
  holder_id uuid not null,
  evidence_id text not null,
  at timestamptz not null,
  tie text collate "C" not null,
  rule text not null,
  type text not null,
  fact jsonb not null,
  primary key (portfolio_id, id),
  unique (portfolio_id, evidence_id, type, holder_id)
);
create index notices_of on notices (portfolio_id, holder_id, at, tie);
create index notices_near on notices (portfolio_id, neighborhood_id);

-- A person's word on marketing, each once; the newest counts.
-- room: contacts
create table preferences (
  portfolio_id text not null,
  event_key text not null,
  at timestamptz not null,
  phone text,
  bsuid text,
  parent text,
  holder_id uuid not null,
  category text not null,
  value text not null check (value in ('stop', 'resume')),
  primary key (portfolio_id, event_key)
);
create index preferences_of on preferences (portfolio_id, holder_id, category, at desc);

-- One thread: a holder and a number of ours (C2).
-- room: conversations
create table conversations (
  portfolio_id text not null,
  id uuid not null,
  holder_id uuid not null,
  phone_number_id text not null,
  state text not null default 'open' check (state in ('open', 'resolved')),
  created_at timestamptz not null,
  last_item_at timestamptz not null,
  last_customer_at timestamptz,
  waiting_since timestamptz,
  unread int not null default 0 check (unread >= 0),
  last_item jsonb,
  primary key (portfolio_id, id),
  unique (portfolio_id, holder_id, phone_number_id)
);
create index conversations_recent on conversations (portfolio_id, last_item_at desc, id);

-- room: conversations
create table conversation_aliases (
  portfolio_id text not null,
  retired_id uuid not null,
  conversation_id uuid not null,
  primary key (portfolio_id, retired_id)
);
create index conversation_aliases_of on conversation_aliases (portfolio_id, conversation_id);

-- A message keeps for ever the identifiers it arrived with; whose it is follows from them.
-- room: conversations
create table messages (
  portfolio_id text not null,
  id uuid not null,
  conversation_id uuid not null,
  phone_number_id text not null,
  wamid text,
  direction text not null check (direction in ('in', 'out')),
  at timestamptz not null,
  tie text collate "C" not null,
  phone text,
  bsuid text,
  parent text,
  type text not null,
  body text,
  summary text not null,
  quotes_wamid text,
  target_wamid text,
  emoji text,
  raw jsonb,
  via text not null default 'live',
  author text,
  status text not null,
  status_at timestamptz,
  failure jsonb,
  primary key (portfolio_id, id),
  foreign key (portfolio_id, conversation_id) references conversations (portfolio_id, id)
);
create unique index messages_wamid on messages (portfolio_id, wamid) where wamid is not null;
create index messages_timeline on messages (portfolio_id, conversation_id, at, tie, id);

-- Word about a message whose sending has not been recorded yet (R28). Claimed when it is; never creates anybody.
-- room: conversations
create table early_statuses (
  portfolio_id text not null,
  event_key text not null,
  wamid text not null,
  status text not null,
  at timestamptz not null,
  errors jsonb not null,
  received_at timestamptz not null default now(),
  primary key (portfolio_id, event_key)
);
create index early_statuses_of on early_statuses (portfolio_id, wamid);

-- room: calls
create table calls (
  portfolio_id text not null,
  id uuid not null,
  conversation_id uuid not null,
  phone_number_id text not null,
  call_id text not null,
  direction text not null check (direction in ('in', 'out')),
  at timestamptz not null,
  tie text collate "C" not null,
  phone text,
  bsuid text,
  parent text,
  rang_at timestamptz,
  answered_at timestamptz,
  rejected_at timestamptz,
  ended_at timestamptz,
  completed boolean,
  duration_s int,
  primary key (portfolio_id, id),
  unique (portfolio_id, call_id),
  foreign key (portfolio_id, conversation_id) references conversations (portfolio_id, id)
);
create index calls_timeline on calls (portfolio_id, conversation_id, at, tie, id);

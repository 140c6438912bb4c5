-- Why: people ask for what is known of them, for its correction and its erasure. The law sets the time and wants proof, and what was
-- erased must not come back with a late webhook or an old backup.

-- One request of one person. It holds no name and no number: `contact_id` and `account_ids` are random ids of ours, and mean nobody once
-- the person is erased. The notes are what somebody here wrote, and go with the person.
-- room: privacy
create table privacy_requests (
  portfolio_id text not null,
  id uuid not null,
  kind text not null check (kind in ('access', 'rectify', 'erase', 'restrict', 'object')),
  law text not null check (law in ('gdpr', 'ccpa', 'other')),
  state text not null check (state in ('received', 'verifying', 'verified', 'awaiting_approval', 'running', 'done', 'refused', 'cancelled')),
  contact_id uuid not null,
  -- The accounts it covers, by the ids they were born with. One the requester did not prove can be left out.
  account_ids uuid[] not null check (cardinality(account_ids) > 0),
  received_at timestamptz not null,
  -- Until when its receipt is to be confirmed, where the law says so.
  confirm_by timestamptz,
  confirmed_at timestamptz,
  due_at timestamptz not null,
  extended boolean not null default false,
  -- People and keys of ours, by id.
  recorded_by text not null,
  run_by text,
  approved_by text,
  proof text check (proof in ('code', 'document', 'other')),
  proven_at timestamptz,
  refusal text check (refusal in ('not_proven', 'nothing_held', 'unfounded', 'excessive', 'must_keep', 'others_rights', 'other')),
  note text,
  refusal_note text,
  held boolean not null default false,
  hold_note text,
  reminded text check (reminded in ('soon', 'late')),
  state_at timestamptz not null,
  ended_at timestamptz,
  archive_until timestamptz,
  -- How far an erasure has come: step, rows, moment. Counts and words of ours alone.
  progress jsonb not null default '{}',
  certificate jsonb,
  primary key (portfolio_id, id),
  check ((state in ('done', 'refused', 'cancelled')) = (ended_at is not null)),
  check ((proof is null) = (proven_at is null)),
  check ((state = 'refused') = (refusal is not null))
);
create index privacy_requests_due on privacy_requests (portfolio_id, due_at) where ended_at is null;
create index privacy_requests_newest on privacy_requests (portfolio_id, received_at desc, id);
create index privacy_requests_of on privacy_requests (portfolio_id, contact_id);
create index privacy_requests_running on privacy_requests (portfolio_id, state_at) where state = 'running';

-- A code sent to the identity itself: a keyed hash, so that nobody here can read it. One at a time for a request.
-- room: privacy
create table privacy_codes (
  portfolio_id text not null,
  request_id uuid not null,
  hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  message_id uuid not null,
  primary key (portfolio_id, request_id)
);

-- What was done about requests, and by whom, in a chain: each row's hash is keyed and covers the one before, so that whoever changes or
-- removes one breaks the chain there. No personal data: ids of ours, codes and counts.
-- room: privacy
create table privacy_acts (
  portfolio_id text not null,
  number bigint not null check (number > 0),
  at timestamptz not null,
  act text not null check (act ~ '^[a-z_]{3,40}$'),
  request_id uuid,
  actor_kind text not null check (actor_kind in ('user', 'key', 'operator', 'service')),
  actor_id text,
  actor_role text,
  detail jsonb not null default '{}',
  hash text not null,
  primary key (portfolio_id, number)
);
create index privacy_acts_of on privacy_acts (portfolio_id, request_id, number);
create trigger privacy_acts_append_only before update or delete or truncate on privacy_acts
  for each statement execute function refuse_rewriting();

-- The end of each chain: locked by whoever adds to it.
-- room: privacy
create table privacy_chain_ends (
  portfolio_id text primary key,
  number bigint not null,
  hash text not null
);

-- Erasures, each also in the ledger outside the database: a backup from before one lacks its row, and is brought up to it before the
-- door opens.
-- room: privacy
create table privacy_erasures (
  portfolio_id text not null,
  id uuid not null,
  erased_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (portfolio_id, id)
);

-- Watermarks: keyed hashes of what somebody erased was known by. What happened from `from_at` to `until_at` under one of them is dropped
-- when it comes late or again; what happens later is about somebody new.
-- room: privacy
create table privacy_marks (
  portfolio_id text not null,
  mark text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (portfolio_id, mark, from_at)
);
create index privacy_marks_over on privacy_marks (expires_at);

-- Ids of ours that led to somebody erased: they answer 410.
-- room: privacy
create table privacy_erased_ids (
  portfolio_id text not null,
  id uuid not null,
  erased_at timestamptz not null,
  primary key (portfolio_id, id)
);
create index privacy_erased_ids_by_id on privacy_erased_ids (id);

-- What came late about somebody erased, counted by day.
-- room: privacy
create table privacy_dropped (
  portfolio_id text not null,
  day date not null,
  items bigint not null,
  primary key (portfolio_id, day)
);

-- What a portfolio chose: by default no second pair of eyes, and the law of most who use this.
-- room: privacy
create table privacy_settings (
  portfolio_id text primary key,
  four_eyes boolean not null,
  law text not null check (law in ('gdpr', 'ccpa', 'other')),
  changed_at timestamptz not null
);

-- Whom a username belonged to before: the notice of its end has it.
create index notices_usernames_before on notices (portfolio_id, lower(fact ->> 'from')) where type in ('username_changed', 'username_dropped');

-- Items about somebody erased are the fifth thing a webhook's items come to.
alter table inbox add column dropped int not null default 0;
alter table inbox drop constraint inbox_check;
alter table inbox add constraint inbox_check
  check (state <> 'done' or items = applied + repeated + kept + parked + dropped);

-- Why: sending at the pace Meta allows each number, by one process at a time; a message that waits says why; and somebody may send
-- again what was lost.

-- One row a business number that ever owed a message. Holding its lease is the right to send for it, so that pacing can be kept in
-- the memory of one process. What it learns of Meta's limits is kept here for the next holder and for people to read.
-- Coordinator-local: a sender looks for work across portfolios.
-- room: outbound
create table sending_lanes (
  portfolio_id text not null,
  phone_number_id text not null,
  holder uuid,
  lease_until timestamptz,
  -- Messages a second: allowed now, by Meta's level, and used lately. Null: not learned.
  rate real,
  ceiling real,
  used real,
  in_flight int not null default 0,
  renewed_at timestamptz,
  -- What Meta says of the number: its throughput, and how many people its portfolio may begin with in 24 hours.
  throughput text,
  messaging_tier text,
  messaging_limit int,
  learned_at timestamptz,
  -- Nothing goes before this; and nothing but answers before that.
  paused_until timestamptz,
  paused_for text,
  begun_until timestamptz,
  begun_for text,
  primary key (portfolio_id, phone_number_id)
);

-- People to whom a business began a conversation, by a keyed hash of the address; the last 24 hours count.
-- room: outbound
create table messaging_uses (
  portfolio_id text not null,
  person text not null,
  at timestamptz not null default now(),
  primary key (portfolio_id, person)
);
create index messaging_uses_recent on messaging_uses (portfolio_id, at);

-- `seq`: the order of writing. The time will not do: two messages of one transaction have the same.
alter table outbound
  add column seq bigint generated always as identity,
  add column claimed_by uuid,
  add column waits_for text,
  add column refusal int,
  add column unresolved boolean not null default false;
drop index outbound_due;
create index outbound_due on outbound (portfolio_id, phone_number_id, priority, not_before, seq)
  where state = 'waiting' and awaits_media is null;
drop index outbound_queue;
create index outbound_queue on outbound (portfolio_id, conversation_id, seq) where state <> 'done';
create index outbound_unresolved on outbound (queued_at) where unresolved;

insert into sending_lanes (portfolio_id, phone_number_id)
select distinct portfolio_id, phone_number_id from outbound where state <> 'done';

-- A message sent again names the one it repeats, and that one the new.
alter table messages add column resent_as uuid, add column resend_of uuid;

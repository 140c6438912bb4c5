-- Why: what the service owes and tells: messages to Meta, one answer to a call made twice, and what a desk should look at again.

-- What we owe Meta. `sending` is committed before the call, so a crash leaves `unknown`, never a second send.
-- room: outbound
create table outbound (
  portfolio_id text not null,
  message_id uuid not null,
  conversation_id uuid not null,
  phone_number_id text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'done')),
  request jsonb not null,
  not_before timestamptz not null default now(),
  queued_at timestamptz not null default now(),
  attempts int not null default 0,
  claimed_at timestamptz,
  primary key (portfolio_id, message_id)
);
create index outbound_due on outbound (not_before, queued_at) where state = 'waiting';
create index outbound_queue on outbound (portfolio_id, conversation_id, queued_at) where state <> 'done';
create index outbound_paid on outbound (queued_at) where state = 'done';
create index outbound_sending on outbound (claimed_at) where state = 'sending';

-- Coordinator-local: a caller works across portfolios. An unsafe call answered once: the same key gives the same answer for a day.
-- room: access
create table idempotency (
  actor text not null,
  key text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_age on idempotency (created_at);

-- Coordinator-local: one stream over all portfolios. Something the desk should look at again. `txid` orders by visibility: read only below the oldest running transaction,
-- since sequence values become visible out of order.
-- room: changes
create table changes (
  txid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  portfolio_id text not null,
  kind text not null,
  subject_id uuid not null,
  contact_id uuid,
  at timestamptz not null default now(),
  primary key (txid, id)
);
create index changes_age on changes (at);

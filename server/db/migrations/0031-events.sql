-- Why: other systems are to be told what happened, each thing once in one order, and to be able to ask for it again.

-- What happened, in the order in which it was committed: whoever appends holds a lock of the portfolio's until its commit, so that a reader
-- who has seen one position has been able to see every one before it.
-- room: events
create table events (
  portfolio_id text not null,
  position bigint generated always as identity,
  -- With the position it makes the id others know it by: a database that was put back to an older day gives positions out again.
  nonce text not null,
  type text not null,
  contact_id uuid,
  conversation_id uuid,
  at timestamptz not null,
  data jsonb not null,
  -- Backend ids, which only some may read.
  accounts text[],
  primary key (portfolio_id, position)
);

-- For the erasure of a person.
create index events_contact on events (portfolio_id, contact_id) where contact_id is not null;
create index events_conversation on events (portfolio_id, conversation_id) where conversation_id is not null;

-- How long a portfolio's log is kept, and up to where it has been forgotten already.
-- room: events
create table event_logs (
  portfolio_id text primary key,
  days int not null default 30 check (days between 1 and 366),
  forgotten bigint not null default 0
);

-- Who was told to forget somebody who was erased, and has said that they did.
-- room: events
create table erasure_receipts (
  portfolio_id text not null,
  erasure_id uuid not null,
  contact_id uuid not null,
  -- A subscription, or a key whose holder reads the log.
  consumer_kind text not null check (consumer_kind in ('subscription', 'key')),
  consumer_id uuid not null,
  consumer_name text not null,
  state text not null check (state in ('waiting', 'acknowledged', 'failed')),
  told_at timestamptz not null,
  settled_at timestamptz,
  primary key (portfolio_id, erasure_id, contact_id, consumer_kind, consumer_id)
);

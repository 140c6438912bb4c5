-- People have their say: who is one person and who is not, with the questions the machine asks them.

-- Append-only: what people said about who is who; taken back by a later word, never deleted.
-- room: contacts
create table words (
  portfolio_id text not null,
  id text not null,
  neighborhood_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('merge', 'split', 'never-merge', 'undo', 'settled')),
  actor_id text not null,
  actor_name text not null,
  reason text not null,
  -- Whom it is about: anchors, and for an undo the word it takes back.
  detail jsonb not null,
  primary key (portfolio_id, id)
);
create index words_of on words (portfolio_id, neighborhood_id);

-- What somebody should look at; made by the fold, remade when a late fact re-decides it.
-- room: contacts
create table reviews (
  portfolio_id text not null,
  id uuid not null,
  neighborhood_id uuid not null,
  evidence_id text not null,
  at timestamptz not null,
  tie text collate "C" not null,
  rule text not null,
  type text not null,
  holder_id uuid not null,
  other_id uuid,
  a jsonb not null,
  b jsonb,
  phone text,
  settled boolean not null,
  primary key (portfolio_id, id),
  unique (portfolio_id, evidence_id, type, holder_id)
);
create index reviews_open on reviews (portfolio_id, at desc, id) where not settled;
create index reviews_near on reviews (portfolio_id, neighborhood_id);
create index reviews_of on reviews (portfolio_id, holder_id);

-- A holder keeps the contact it was born with, so that what people put together can be taken apart again.
alter table holders add column own_contact_id uuid;
update holders set own_contact_id = contact_id;
alter table holders alter column own_contact_id set not null;
alter table holders add column parts int not null default 1;
alter table holders add column key_hash text;
create index holders_of_own_contact on holders (portfolio_id, own_contact_id);

-- A message of ours to the number reached another account: replies do not go there any more.
alter table leases add column doubted boolean not null default false;
alter table leases drop constraint leases_ended_check;
alter table leases add constraint leases_ended_check check (ended in ('rotated', 'taken', 'replaced', 'gone', 'rekeyed'));

-- An alias leads to the contact a holder was born with, which may be put together with another at the time.
alter table contact_aliases drop constraint contact_aliases_portfolio_id_contact_id_fkey;

-- Why: whoever answers for the people in here must be able to tell who did what, when, and from where.

-- Append-only: whatever changes or removes a row is refused, this program's own statements included. Nothing points out of it by a
-- foreign key, since people, keys and contacts go and what they did stays; who it was is kept as it was then. `number` gives the
-- order in which acts were written down; an act that took long may be seen after a later one.
-- Coordinator-local: acts reach across portfolios, and are read across them.
-- room: audit
create table audit_entries (
  number bigint generated always as identity primary key,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  act text not null check (act ~ '^[a-z_]{3,40}$'),
  actor_kind text not null check (actor_kind in ('user', 'key', 'operator', 'visitor')),
  actor_id text,
  actor_name text,
  actor_role text,
  address text,
  subject_kind text,
  subject_id text,
  -- Of people, keys, teams and campaigns; never of customers.
  subject_name text,
  portfolio_id text,
  detail jsonb not null default '{}',
  check ((actor_kind in ('user', 'key')) = (actor_id is not null)),
  check ((subject_kind is null) = (subject_id is null))
);
create index audit_entries_at on audit_entries (at);
create index audit_entries_act on audit_entries (act, number);
create index audit_entries_actor on audit_entries (actor_id, number);
create index audit_entries_subject on audit_entries (subject_id, number);
-- A name's part is looked for among all there are.
create index audit_entries_names on audit_entries using gin (actor_name gin_trgm_ops, subject_name gin_trgm_ops);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op);
end
$$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_rewriting();

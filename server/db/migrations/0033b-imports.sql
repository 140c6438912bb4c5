-- Why: people come from lists of other systems, with what is noted of them there; each row with what became of it.

-- A list on its way in. `mapping`: what each column is. `line`: how far the rows were looked at, or done.
-- What jobs look for stands over all portfolios.
-- room: imports
create table imports (
  portfolio_id text not null,
  id uuid not null,
  name text not null,
  state text not null check (state in ('reading', 'mapping', 'checking', 'checked', 'running', 'done', 'cancelled')),
  headers text[] not null default '{}',
  mapping jsonb not null,
  -- Runs by itself once it was checked.
  runs boolean not null default false,
  rows int not null default 0,
  line int not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  created_name text not null,
  created_kind text not null check (created_kind in ('user', 'key', 'operator')),
  created_role text not null,
  may_define boolean not null,
  ended_at timestamptz,
  primary key (portfolio_id, id)
);
create index imports_recent on imports (portfolio_id, created_at desc, id);
create index imports_at_work on imports (created_at) where state in ('checking', 'running');
create index imports_ended on imports (ended_at) where ended_at is not null;

-- One line: as it came, and what was found of it. `external`: what the other system calls the person. `done`: it has been carried out.
-- room: imports
create table import_rows (
  portfolio_id text not null,
  import_id uuid not null,
  line int not null,
  cells text[] not null,
  key text collate "C",
  external text,
  contact_id uuid,
  outcome text check (outcome in ('created', 'updated', 'unchanged', 'skipped')),
  reason text,
  of_line int,
  done boolean not null default false,
  primary key (portfolio_id, import_id, line)
) with (fillfactor = 80);
create index import_rows_of_contact on import_rows (portfolio_id, contact_id) where contact_id is not null;
create index import_rows_key on import_rows (portfolio_id, key) where key is not null;

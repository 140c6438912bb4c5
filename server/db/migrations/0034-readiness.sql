-- Why: what audits of other systems found is kept, so that whoever looks after them sees which still assume a phone number, and whether it gets better.

-- An audit that was handed in. What it found is json as the contract has it: rules, files and lines, or shapes of webhooks and what became of them.
-- room: readiness
create table readiness_runs (
  portfolio_id text not null,
  id uuid not null,
  -- In the order they came, also where two came at once.
  position bigint generated always as identity,
  -- What the system is called; audits of the same name are of the same system.
  integration text not null,
  kind text not null check (kind in ('code', 'endpoint')),
  -- When it was run, by the clock of whoever ran it.
  at timestamptz not null,
  created_at timestamptz not null,
  created_by text not null,
  -- Of an endpoint, 0 to 100; null where nothing could be judged.
  score int check (score between 0 and 100),
  -- Of code: places, and files read. Of an endpoint: shapes that fail, and shapes that could be judged.
  failing int not null,
  looked_at int not null,
  found jsonb not null,
  primary key (portfolio_id, id)
);

-- The latest audits of each system.
create index readiness_runs_latest on readiness_runs (portfolio_id, integration, kind, position desc);
